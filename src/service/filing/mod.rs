//! Filing: people × controllers become requests, deliveries and events.
//!
//! ```text
//! PersonLine ─▶ prepare ─▶ Prepared ─┐
//!   (sealing, blind indexes)         ├─▶ decide ─▶ rows, outcome of each line ─▶ one transaction
//! what is known of these people ─────┘   (pure: mandates, needs, duplicates)
//! ```
//!
//! A batch does this a chunk at a time, a single filing with one line. What comes in between reading what is known and writing
//! is caught by unique constraints and versions; then it is decided again.

mod decide;
mod known;
mod mandate;
mod merge;
mod note;
mod outgoing;
mod plan;
mod prepare;
mod record;
mod single;
mod standing;

pub use decide::{Decided, decide};
pub use known::Known;
pub use mandate::MandateDefaults;
pub use note::{Note, notes_json, read_notes};
pub use outgoing::OpenBundles;
pub(super) use outgoing::bundle_size;
pub use plan::{Plan, PlanParts, Target};
pub use prepare::{Prepared, prepare};
pub use single::{Filed, FiledRequest, SingleFiling, Whom, file_one};
pub use standing::{opened_ask, ready, undone};
