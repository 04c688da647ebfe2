//! Recourse: data-protection rights in bulk.
//!
//! The layers and the direction of imports between them are drawn in `docs/ARCHITECTURE.md`.

/// Memory is often taken in one thread and given back in another, which the system's allocator is slow at: SQLite files in a quarter
/// less time with this one (`benches/README.md`). Without huge pages, of which a service at rest would hold 30 MiB for nothing.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod backup;
pub mod casefile;
pub mod cli;
pub mod client;
pub mod config;
pub mod crypto;
pub mod demo;
pub mod domain;
pub mod http;
pub mod ingest;
pub mod ledger;
pub mod letters;
pub mod measure;
pub mod outbound;
pub mod ports;
pub mod service;
pub mod store;
pub mod typeset;
pub mod wording;
pub mod worker;
