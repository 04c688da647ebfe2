//! Representative complaints: prepared from requests, completed, lodged, and followed to their end (rules C-1 to C-29).

mod change;
mod content;
pub mod docket;
mod figures;
pub mod files;
mod gather;
mod members;
mod part;
mod prepare;
mod read;
mod recheck;
mod split;
mod step;
mod told;
mod watch;
mod whole;

use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::store::{Complaint, ComplaintPerson};

pub use change::{Change, ContentChange, change};
pub use content::{Content, Passage, Places, Signatory, blank};
pub use figures::{AuthorityComplaints, ComplaintFigures, complaint_figures};
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

/// Whether nothing is missing without which the complaint could be sent back (C-3).
///
/// # Errors
/// `complaint_incomplete`, naming what is missing.
fn check_complete(complaint: &Complaint) -> Result<(), Problem> {
    let lacks: Vec<&str> =
        complaint.missing.iter().filter(|missing| missing.is_needed()).map(|missing| missing.as_str()).collect();
    if lacks.is_empty() && complaint.incomplete == 0 {
        return Ok(());
    }
    let whole = if lacks.is_empty() { "nothing".to_owned() } else { lacks.join(", ") };
    let detail = format!("Missing as a whole: {whole}. People of whom something is missing: {}.", complaint.incomplete);
    Err(Problem::with_detail(Code::ComplaintIncomplete, detail))
}

/// The reference of a person in the files: `P-00001`.
pub fn reference(number: i32) -> String {
    format!("P-{number:05}")
}
