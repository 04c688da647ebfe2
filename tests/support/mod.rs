//! The test server is the real one: the same routes, use cases and database, on a free port, with a clock that tests move.
//!
//! Every test runs on SQLite and on PostgreSQL. Every answer is held against the OpenAPI document. Work that workers do is
//! run by calling their steps, never by sleeping.

#![allow(dead_code, unused_imports, reason = "each test binary uses another part of the support")]

mod app;
mod caller;
mod database;
mod document;
mod examples;
mod filed;
pub mod fixtures;
mod gauge;
mod guide_tools;
mod inspector;
pub mod key_pair;
mod moves;
mod patient;
mod process;
pub mod rfc9162;
pub mod union;

pub use app::{App, MAX_ATTACHMENT_BYTES, MAX_UPLOAD_BYTES};
pub use caller::{Caller, Reply};
pub use database::{Backend, TestDatabase};
pub use document::check_message;
pub use filed::Filing;
pub use gauge::Gauge;
pub use guide_tools::guide_tools;
pub use inspector::Inspector;
pub use key_pair::KeyPair;
pub use moves::Moves;
pub use patient::Patient;
pub use process::{Process, free_port};

/// A text that no other test has.
pub fn unique() -> String {
    use recourse::ports::Random;
    let mut bytes = [0u8; 16];
    recourse::ports::OsRandom::default().fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
}

/// Whether a text says a value in words of its own. Ids and secrets are drawn, and hold every short text at some time.
pub fn says(text: &str, value: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (text, value) = (words(text), words(value));
    text.windows(value.len()).any(|some| some == value)
}

/// Declares a test that runs once on each database.
///
/// ```ignore
/// on_both! { async fn a_name_that_is_a_sentence(app) { … } }
/// ```
#[macro_export]
macro_rules! on_both {
    ($( $(#[$meta:meta])* async fn $name:ident($app:ident) $body:block )+) => {$(
        mod $name {
            use super::*;

            async fn body($app: &$crate::support::App) $body

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let app = $crate::support::App::start($crate::support::Backend::Sqlite).await.expect("SQLite is always there");
                body(&app).await;
                app.stop().await;
            }

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Some(app) = $crate::support::App::start($crate::support::Backend::Postgres).await else { return };
                body(&app).await;
                app.stop().await;
            }
        }
    )+};
}

/// Declares a test that gets a database of its own on each kind of server, and starts what it needs by itself.
#[macro_export]
macro_rules! on_each_database {
    ($( $(#[$meta:meta])* async fn $name:ident($database:ident) $body:block )+) => {$(
        mod $name {
            use super::*;

            async fn body($database: &$crate::support::TestDatabase) $body

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let backend = $crate::support::Backend::Sqlite;
                let database = $crate::support::TestDatabase::create(backend).await.expect("SQLite is always there");
                body(&database).await;
                database.drop_it().await;
            }

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let backend = $crate::support::Backend::Postgres;
                let Some(database) = $crate::support::TestDatabase::create(backend).await else { return };
                body(&database).await;
                database.drop_it().await;
            }
        }
    )+};
}
