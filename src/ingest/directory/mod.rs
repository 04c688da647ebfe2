//! The open directory of controllers (Datenanfragen format): from a folder of JSON records to a plan of changes.
//!
//! A record goes through four steps, each in its own file and none with I/O:
//!
//! 1. [`parse`]: bytes are checked against the format (`schema`, a table) and become a typed record (`record`). A record
//!    that breaks a rule is refused with the rule and the place, and harms no other.
//! 2. `convert`: a record becomes a [`DirectoryEntry`] in our own words: channels in order of preference, identity
//!    elements, and the state of the answering establishment, whose holidays count for deadlines (rule H-1). What cannot
//!    be deduced with certainty stays empty and says so with a [`Note`]; nothing is guessed.
//! 3. [`plan`]: entries are compared with what the directory holds. The same folder twice changes nothing. A record that
//!    is absent from the folder is left as it is: a part of the directory can be imported.
//! 4. [`report`]: the plan in figures and sentences, for people and for programs.

mod convert;
mod country;
mod country_names;
mod entry;
mod fold;
mod identity;
pub mod parse;
pub mod plan;
mod record;
mod refusal;
pub mod report;
mod schema;
mod subdivision;

#[cfg(test)]
mod real_data;
#[cfg(test)]
mod samples;

pub use entry::{ContactDetails, ContentDigest, DirectoryEntry, LetterTemplates, Note, ObsoleteEntry};
pub use parse::{ParsedFolder, SourceFile, parse_folder};
pub use plan::{Existing, ExistingState, ImportPlan};
pub use refusal::{RecordProblem, RefusalReason, Refused};
pub use report::ImportReport;
