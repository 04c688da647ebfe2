//! Representative complaints: prepared from requests, completed, lodged, and followed to their end (rules C-1 to C-29).

mod change;
mod content;
pub mod files;
mod gather;
mod power;
mod prepare;
mod read;
mod recheck;
mod step;
mod told;
mod watch;
mod whole;

use crate::store::ComplaintPerson;

pub use change::{Change, ContentChange, change};
pub use content::{Content, Passage, Places, Signatory};
pub use gather::Choice;
pub use prepare::{NewComplaint, prepare};
pub use read::{OpenedEntry, entries, read};
pub use recheck::check_complaints;
pub use step::{NewStep, take_step};
pub use watch::watch_complaints;

/// Whether something is missing of a person's part without which the complaint could be sent back.
fn lacks_needed(person: &ComplaintPerson) -> bool {
    person.missing.iter().any(|missing| missing.is_needed())
}

/// The reference of a person in the files: `P-00001`.
pub fn reference(number: i32) -> String {
    format!("P-{number:05}")
}
