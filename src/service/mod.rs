//! Use cases, one file each. They check who may, open one transaction, let the domain decide and the store write.
//!
//! What follows from a change (deliveries, events, audit entries, the idempotent answer) is written in the transaction of
//! the change. Nothing here talks to the network.

pub mod answers;
pub mod audit;
pub mod authorities;
pub mod backups;
pub mod batches;
pub mod calculator;
pub mod calendar_feeds;
pub mod calendars;
mod call;
pub mod callback_keys;
pub mod campaigns;
pub mod clients;
pub mod complaints;
mod computed;
mod context;
pub mod deliveries;
pub mod directory;
pub mod endpoints;
mod failure;
pub mod filing;
pub mod inbox;
mod incoming;
pub mod keys;
pub mod letters;
pub mod mandates;
pub mod media;
mod messages;
mod once;
pub mod organisations;
pub mod people;
pub mod progress;
pub mod proofs;
pub mod reference;
pub mod requests;
pub mod retention;
pub mod sandbox;
pub mod status_links;
pub mod tasks;
pub mod webhook_secrets;
pub mod withdrawal;

pub use call::{Actor, Call, Docket, Idempotency};
pub use context::{Context, Settings};
pub use failure::{Failure, Outcome};
pub use keys::{KeyError, Keys};
pub use once::Answer;
