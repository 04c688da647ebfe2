//! Recourse: data-protection rights in bulk.
//!
//! The layers and the direction of imports between them are drawn in `docs/ARCHITECTURE.md`.

pub mod cli;
pub mod crypto;
pub mod domain;
pub mod ingest;
pub mod ports;
pub mod store;
