//! Recourse: data-protection rights in bulk.
//!
//! The layers and the direction of imports between them are drawn in `docs/ARCHITECTURE.md`.

/// Most of what filing and reading cost beside the database is memory taken in one thread and given back in another, in which the
/// system's allocator takes turns.
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
