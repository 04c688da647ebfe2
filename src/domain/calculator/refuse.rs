//! Says which fields of a written case the engine could not accept.

use jiff::civil::Date;

use super::form::CaseForm;
use crate::domain::calendar::CalendarError;
use crate::domain::code::Code;
use crate::domain::deadline::{Case, DeadlineError};
use crate::domain::problem::{FieldProblem, Problem};

/// The problem of a case that was read and could not be computed.
pub fn problem(error: &DeadlineError, case: &Case, form: &CaseForm) -> Problem {
    let start = if form.received_at.is_some() { "/received_at" } else { "/received" };
    let (code, pointers) = match error {
        DeadlineError::Calendar(error) => return calendar(*error, start),
        DeadlineError::BeforeReceipt => (Code::ImpossibleDate, dated_before(case, case.started_on)),
        DeadlineError::AnswerBeforeQuestion => (Code::ImpossibleDate, reversed(case)),
        DeadlineError::EmptyExtension | DeadlineError::ExtensionTooLong { .. } => {
            (Code::ExtensionImpossible, vec!["/extension/months".to_owned()])
        }
        DeadlineError::NotExtendable => (Code::ExtensionImpossible, vec!["/extension".to_owned()]),
        DeadlineError::NothingStops => (Code::SuspensionImpossible, unknown_kinds(case)),
        DeadlineError::MomentNeeded => (Code::MomentNeeded, vec!["/received_at".to_owned()]),
        DeadlineError::BeforeLodging => (Code::ImpossibleDate, vec![start.to_owned()]),
        DeadlineError::NotInForce { .. } => {
            (Code::LawNotInForce, vec![if form.lodged.is_some() { "/lodged" } else { start }.to_owned()])
        }
        DeadlineError::OtherLaw => (Code::LawOfOtherPlace, vec!["/place".to_owned(), "/regime".to_owned()]),
    };
    of(code, &error.to_string(), pointers)
}

/// The problem of a day that no calendar covers, or of a place without one.
pub fn calendar(error: CalendarError, pointer: &str) -> Problem {
    of(Code::DateNotCovered, &error.to_string(), vec![pointer.to_owned()])
}

fn of(code: Code, message: &str, pointers: Vec<String>) -> Problem {
    let mut letters = message.chars();
    let capital = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let message = format!("{capital}{}.", letters.as_str());
    let field = |pointer| FieldProblem { pointer, code, message: message.clone() };
    Problem { code, detail: Some(message.clone()), fields: pointers.into_iter().map(field).collect() }
}

fn dated_before(case: &Case, start: Date) -> Vec<String> {
    let notices =
        case.extensions.iter().filter(|one| one.notified_on < start).map(|_| "/extension/notified".to_owned());
    let questions = case.suspensions.iter().enumerate().filter(|(_, one)| one.asked_on < start);
    notices.chain(questions.map(|(index, _)| format!("/suspensions/{index}/asked"))).collect()
}

fn reversed(case: &Case) -> Vec<String> {
    let reversed = |(_, one): &(usize, &crate::domain::deadline::Suspension)| {
        one.supplied_on.is_some_and(|supplied| supplied < one.asked_on)
    };
    let found = case.suspensions.iter().enumerate().filter(reversed);
    found.map(|(index, _)| format!("/suspensions/{index}/received")).collect()
}

fn unknown_kinds(case: &Case) -> Vec<String> {
    let stops = case.regime.row().stops;
    let found = case.suspensions.iter().enumerate().filter(|(_, one)| !stops.knows(one.kind));
    found.map(|(index, _)| format!("/suspensions/{index}")).collect()
}
