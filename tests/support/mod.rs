//! The test server is the real one: the same routes, use cases and database, on a free port, with a clock that tests move.
//!
//! Every test runs on SQLite and on PostgreSQL. Every answer is held against the OpenAPI document. Work that workers do is
//! run by calling their steps, never by sleeping.

#![allow(dead_code, reason = "each test binary uses another part of the support")]

mod app;
mod caller;
mod database;
mod document;
mod filed;
pub mod fixtures;

pub use app::App;
#[allow(unused_imports, reason = "named by the tests that pass callers around")]
pub use caller::{Caller, Reply};
pub use database::Backend;
#[allow(unused_imports, reason = "named by the tests of what follows filing")]
pub use filed::Filing;

/// A text that no other test has.
pub fn unique() -> String {
    use recourse::ports::Random;
    let mut bytes = [0u8; 16];
    recourse::ports::OsRandom::default().fill(&mut bytes);
    format!("{:032x}", u128::from_be_bytes(bytes))
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
