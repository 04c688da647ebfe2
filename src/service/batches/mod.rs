//! Batches: an upload of people into a campaign.
//!
//! ```text
//! create ─▶ upload ─▶ (durable) ─▶ process, a chunk at a time ─▶ filed or validated
//!                                       └─ cancel ─▶ undo, a message at a time
//! ```
//!
//! What a chunk files, what became of its lines and where the next one starts are written in one transaction, under a lease:
//! a worker may die after any line, and another goes on as if nothing had happened.

mod chunks;
mod create;
mod disuse;
mod moves;
mod note;
mod process;
mod settings;
mod turn;
mod undo;
mod upload;

pub use create::{NewBatch, create};
pub use disuse::end_disused;
pub use moves::{Decision, decide};
pub use process::{clear_uploads, process};
pub use settings::{Progress, Settings};
pub use upload::{Upload, begin_upload};
