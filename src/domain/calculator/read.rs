//! Reads a written case field by field, and gathers what is wrong with all of them.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;

use super::form::{CaseForm, CaseId, ExtensionForm, SuspensionForm};
use crate::domain::code::Code;
use crate::domain::deadline::{Case, ExtensionNotice, QuestionKind, Regime, Suspension, SuspensionDecision};
use crate::domain::place::Place;
use crate::domain::problem::{FieldProblem, Problem};
use crate::domain::right::Right;

/// Most suspensions of one case.
const MAX_SUSPENSIONS: usize = 50;

/// The problems met so far.
#[derive(Default)]
struct Problems(Vec<FieldProblem>);

impl Problems {
    /// Notes a problem; gives nothing, so that reading goes on.
    fn note<T>(&mut self, pointer: impl Into<String>, code: Code, message: impl Into<String>) -> Option<T> {
        self.0.push(FieldProblem { pointer: pointer.into(), code, message: message.into() });
        None
    }

    fn date(&mut self, pointer: impl Into<String>, text: &str) -> Option<Date> {
        match date(text) {
            Some(date) => Some(date),
            None => self.note(pointer, Code::DateInvalid, "Is not a day of the calendar, written as `YYYY-MM-DD`."),
        }
    }

    fn word<W: FromStr>(&mut self, pointer: impl Into<String>, text: Option<&String>, otherwise: W) -> Option<W> {
        match text.map(|text| text.parse()) {
            None => Some(otherwise),
            Some(Ok(word)) => Some(word),
            Some(Err(_)) => self.note(pointer, Code::WordUnknown, "Is not one of the documented words."),
        }
    }
}

/// A day as `YYYY-MM-DD` and in no other form.
fn date(text: &str) -> Option<Date> {
    let well_formed = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    well_formed.then(|| text.parse().ok()).flatten()
}

impl CaseForm {
    /// The case that is meant.
    pub(super) fn read(&self) -> Result<Case, Problem> {
        let mut problems = Problems::default();
        let case = self.read_into(&mut problems);
        match case {
            Some(case) if problems.0.is_empty() => Ok(case),
            _ => Err(Problem { code: Code::InvalidField, detail: None, fields: problems.0 }),
        }
    }

    /// Reads every field before it gives up, so that all problems are told at once.
    fn read_into(&self, problems: &mut Problems) -> Option<Case> {
        if matches!(&self.id, Some(CaseId::Text(text)) if text.chars().count() > CaseId::LONGEST) {
            problems.note::<()>("/id", Code::ValueTooLong, "Must have at most 200 characters.");
        }
        let place = match self.place.parse::<Place>() {
            Ok(place) => Some(place),
            Err(error) => problems.note("/place", Code::PlaceUnknown, format!("{}.", capital(&error.to_string()))),
        };
        let regime = problems.word("/regime", self.regime.as_ref(), Regime::GdprRequest);
        let right = problems.word("/right", self.right.as_ref(), Right::Access);
        let start = self.start(place, problems);
        let extension = self.extension.as_ref().map(|form| extension(form, regime, problems));
        let suspensions = self.suspensions(problems);
        let lodged_on = match &self.lodged {
            None => Some(None),
            Some(_) if regime.is_some_and(|regime| regime.row().gate.is_none()) => {
                problems.note("/lodged", Code::InvalidField, "Means nothing to this regime.")
            }
            Some(text) => problems.date("/lodged", text).map(Some),
        };
        let (started_on, started_at) = start?;
        Some(Case {
            right: right?,
            started_at,
            lodged_on: lodged_on?,
            extensions: match extension {
                None => Vec::new(),
                Some(notice) => vec![notice?],
            },
            suspensions: suspensions?,
            ..Case::new(regime?, place?, started_on)
        })
    }

    /// The day and, where it is told, the moment of the beginning (H-7).
    fn start(&self, place: Option<Place>, problems: &mut Problems) -> Option<(Date, Option<Timestamp>)> {
        let received = self.received.as_ref().map(|text| problems.date("/received", text));
        let at = self.received_at.as_ref().map(|text| moment(text, problems));
        match (received, at) {
            (None, None) => {
                problems.note("/received", Code::ValueMissing, "One of `received` and `received_at` is needed.")
            }
            (Some(received), None) => Some((received?, None)),
            (received, Some(at)) => {
                let (at, written) = at?;
                let local = place?.date_of(at);
                match received {
                    None => Some((local, Some(at))),
                    Some(received) if [local, written].contains(&received?) => Some((local, Some(at))),
                    Some(_) => {
                        problems.note("/received", Code::ImpossibleDate, "Is another day than that of `received_at`.")
                    }
                }
            }
        }
    }

    fn suspensions(&self, problems: &mut Problems) -> Option<Vec<Suspension>> {
        if self.suspensions.len() > MAX_SUSPENSIONS {
            return problems.note("/suspensions", Code::InvalidField, "Must have at most 50 elements.");
        }
        let decision = self.contested.then_some(SuspensionDecision::Contested);
        let read = |(index, form)| suspension(index, form, decision, problems);
        // Each is read, so that the problems of all are told.
        let read: Vec<Option<Suspension>> = self.suspensions.iter().enumerate().map(read).collect();
        read.into_iter().collect()
    }
}

/// An instant, and the day as it is written in it.
fn moment(text: &str, problems: &mut Problems) -> Option<(Timestamp, Date)> {
    let written = text.get(..10).and_then(date);
    match (text.parse(), written) {
        (Ok(at), Some(written)) => Some((at, written)),
        _ => problems.note(
            "/received_at",
            Code::DateInvalid,
            "Is not a moment with its offset, written as `2026-01-31T22:30:00Z`.",
        ),
    }
}

fn extension(form: &ExtensionForm, regime: Option<Regime>, problems: &mut Problems) -> Option<ExtensionNotice> {
    let fixed = |regime: Regime| regime.row().extending.is_some_and(|extending| extending.each_month.is_none());
    let in_months = !regime.is_some_and(fixed);
    let months = match form.months {
        Some(0) => problems.note("/extension/months", Code::InvalidField, "Must be at least 1."),
        None if in_months => problems.note("/extension/months", Code::ValueMissing, "By how many months must be said."),
        months => Some(months.unwrap_or(1)),
    };
    let notified_on = problems.date("/extension/notified", &form.notified);
    Some(ExtensionNotice { notified_on: notified_on?, months: months?, reasoned: form.reasoned })
}

fn suspension(
    index: usize,
    form: &SuspensionForm,
    decision: Option<SuspensionDecision>,
    problems: &mut Problems,
) -> Option<Suspension> {
    let kind = problems.word(format!("/suspensions/{index}/kind"), form.kind.as_ref(), QuestionKind::Identity);
    let asked_on = problems.date(format!("/suspensions/{index}/asked"), &form.asked);
    let supplied_on = match &form.received {
        None => Some(None),
        Some(text) => problems.date(format!("/suspensions/{index}/received"), text).map(Some),
    };
    Some(Suspension { kind: kind?, asked_on: asked_on?, supplied_on: supplied_on?, decision })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
