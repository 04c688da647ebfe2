//! The calculator that anybody can use: legal dates of a case, one or many, and the holidays of a place. Nothing is stored,
//! no account is needed, and no database is asked.

mod lines;
mod result;

use crate::domain::calculator::{CaseForm, no_holidays};
use crate::domain::calendar::{Calendars, Coverage, Holiday};
use crate::domain::code::Code;
use crate::domain::place::Place;
use crate::domain::problem::{FieldProblem, Problem};
use crate::wording::Words;

pub use lines::{LineAnswer, RefusedCase, answer_line};
pub use result::CaseResult;

/// Computes the legal dates of a case, and tells them.
///
/// # Errors
/// A problem that names every field that cannot be accepted, and why.
pub fn compute(form: &CaseForm, calendars: &Calendars, words: Words) -> Result<CaseResult, Problem> {
    let deadline = form.compute(calendars)?;
    Ok(CaseResult::of(form.id.clone(), deadline, words))
}

/// The holidays of a place in a year, in order.
///
/// # Errors
/// When the place is unknown, no calendar of it is kept, or the year is outside of it.
pub fn holidays(place: &str, year: i16, calendars: &Calendars) -> Result<(Vec<Holiday>, String), Problem> {
    let place: Place = place.parse().map_err(|_| parameter("place", Code::PlaceUnknown))?;
    let calendar = calendars.of(place);
    if calendar.coverage() == Coverage::None {
        return Err(parameter("place", Code::CalendarMissing));
    }
    let holidays = calendar.holidays(year).map_err(no_holidays)?;
    Ok((holidays, calendar.version().to_owned()))
}

/// The parameter is what the problem is about, and its code says all.
fn parameter(name: &str, code: Code) -> Problem {
    let field = FieldProblem { pointer: name.to_owned(), code, message: format!("{}.", code.title()) };
    Problem { fields: vec![field], ..Problem::new(code) }
}
