//! The calculator: a case as anybody writes it, read into the [`Case`] that the engine computes.
//!
//! What is written is taken literally or refused: an unknown field, a day that does not exist, dates that contradict each other,
//! a suspension where nothing stops the clock. Each refusal has its code and points at the field. Nothing is guessed, except
//! what the documentation of a field says is meant when it is left out.

mod form;
mod read;
mod refuse;

pub use form::{CaseForm, CaseId, ExtensionForm, SuspensionForm};

use super::calendar::{CalendarError, Calendars};
use super::deadline::{Deadline, compute};
use super::problem::Problem;

impl CaseForm {
    /// Computes the dates of the case with the calendars in force.
    ///
    /// # Errors
    /// A problem that names every field that cannot be accepted, and why.
    pub fn compute(&self, calendars: &Calendars) -> Result<Deadline, Problem> {
        let case = self.read()?;
        compute(&case, calendars).map_err(|error| refuse::problem(&error, &case, self))
    }
}

/// Why the holidays of a place and year cannot be told.
pub fn no_holidays(error: CalendarError) -> Problem {
    refuse::calendar(error, "year")
}

#[cfg(test)]
mod tests;
