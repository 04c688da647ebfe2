//! Representative complaints to supervisory authorities under Article 80(1) (rules C-1 to C-29).
//!
//! A complaint is a file against one controller, for one person or for thousands. What can be said of it without looking at a
//! database is here: who may take part ([`admission`]), what the file still lacks ([`missing`]), how it moves from draft to decision
//! ([`step`], [`Standing`]), and which periods run meanwhile, the authority's and the organisation's own ([`clock`]).

mod admission;
mod alert;
mod clock;
mod decision;
mod missing;
mod standing;
mod step;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use admission::{Admission, LeftOut, admit};
pub use alert::{Alert, AlertKind, Told};
pub use clock::{Clock, ClockKind, Whose, clocks};
pub use decision::{Decision, DecisionOutcome, Fine, Measure, PointOutcome};
pub use missing::{Missing, Slot};
pub use standing::{ComplaintState, Lodging, LodgingChannel, Standing};
pub use step::{ComplaintMove, Moved, StepKind, StepRefused};

use super::finding::FindingCode;

/// Most people of one complaint.
pub const MAX_PEOPLE: usize = 20_000;
/// Most requests of one complaint.
pub const MAX_REQUESTS: usize = 100_000;

text_enum! {
    /// For whom a complaint speaks.
    pub enum ComplaintForm {
        /// One file for everybody in it.
        Collective = "collective",
        /// One file for one person.
        Individual = "individual",
    }
}

text_enum! {
    /// Where the making of a complaint's files stands.
    pub enum FileState {
        /// There are none.
        None = "none",
        /// They wait for a worker.
        Queued = "queued",
        /// They are being made.
        Building = "building",
        /// They are complete and say what the complaint says.
        Ready = "ready",
        /// The complaint has changed since they were made.
        Stale = "stale",
        /// They could not be made.
        Failed = "failed",
    }
}

text_enum! {
    /// Who entered something in the history of a complaint.
    pub enum StepSource {
        /// The organisation: what it did itself, and what the authority told it otherwise.
        Organisation = "organisation",
        /// The authority itself, by its client.
        Authority = "authority",
    }
}

/// One alleged infringement of a complaint: everybody to whom the same happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Point {
    /// What was infringed.
    pub code: FindingCode,
    /// How many people it happened to.
    pub people: u32,
    /// In how many requests.
    pub requests: u32,
    /// The first day on which it was found, at the controller's place.
    pub first_on: jiff::civil::Date,
    /// The last one.
    pub last_on: jiff::civil::Date,
}

#[cfg(test)]
mod tests;
