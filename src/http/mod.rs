//! Routes and wire types. Handlers translate: from the wire to a use case, from its outcome to the wire.

mod allow;
pub mod caller;
pub mod deprecation;
mod docs;
pub mod etag;
pub mod followers;
pub mod given;
mod head;
pub mod ics;
pub mod idempotency;
pub mod in_time;
pub mod json;
pub mod language;
mod limit;
pub mod openapi;
mod packed;
pub mod page;
mod pages;
pub mod path;
pub mod patience;
pub mod problem;
pub mod proxies;
pub mod routes;
mod server;
mod templates;
mod tls;
pub mod trace;

pub use patience::Patience;
pub use proxies::Proxies;
pub use server::{ServerOptions, bind, run};
pub use tls::{Certificates, TlsError};
