//! A request on the page of a person.

use fluent_bundle::FluentArgs;
use jiff::civil::Date;
use serde::Serialize;

use super::DayLines;
use crate::domain::deadline::Deadline;
use crate::domain::right::Right;
use crate::domain::status::{RequestStage, Status};
use crate::wording::Words;
use crate::wording::deadline::word;

/// A request.
#[derive(Debug, Clone, Copy)]
pub struct RequestFacts<'a> {
    /// Which right is exercised.
    pub right: Right,
    /// Who must answer.
    pub controller: &'a str,
    /// Where it stands.
    pub status: &'a Status,
    /// Its legal dates.
    pub deadline: Option<&'a Deadline>,
}

/// How a request is doing, for the eye; a sentence always says it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Something is under way.
    Open,
    /// Something is wrong.
    Late,
    /// It came to an end.
    Done,
}

/// The day by which an answer is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextDay {
    /// What it is.
    pub label: String,
    /// The day, for machines.
    pub on: Date,
    /// The day.
    pub day: String,
    /// The label of how it is reached.
    pub how: String,
    /// How it is reached, step by step.
    pub steps: Vec<String>,
}

/// A request as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequestCard {
    /// What was asked, in a few words.
    pub heading: String,
    /// Of whom.
    pub asked_of: String,
    /// Where it stands.
    pub standing: String,
    /// The same for the eye.
    pub tone: Tone,
    /// When an answer is due.
    pub next: Option<NextDay>,
    /// For how long nothing was heard.
    pub silence: Option<String>,
    /// What has happened, oldest first.
    pub days: Vec<DayLines>,
}

impl Words {
    pub(super) fn request_card(&self, request: &RequestFacts<'_>) -> RequestCard {
        let status = request.status;
        let mut facts = FluentArgs::new();
        facts.set("standing", status.standing.as_str());
        RequestCard {
            heading: self.right(request.right),
            asked_of: self.asked_of(request.controller),
            standing: self.sentence("status-standing", &facts),
            tone: tone(status.standing),
            next: status.next.zip(request.deadline).map(|(day, deadline)| self.next_day(status, day, deadline)),
            silence: status.silent_days.map(|days| self.silence(days)),
            days: self.days(status.lines.iter().map(|line| (line.on, self.happening(line.what.as_str())))),
        }
    }

    /// What a right gives, in a few words.
    pub(super) fn right(&self, right: Right) -> String {
        let mut facts = FluentArgs::new();
        facts.set("right", right.as_str());
        self.sentence("status-right", &facts)
    }

    pub(super) fn asked_of(&self, controller: &str) -> String {
        let mut facts = FluentArgs::new();
        facts.set("controller", controller.to_owned());
        self.sentence("status-asked-of", &facts)
    }

    fn next_day(&self, status: &Status, on: Date, deadline: &Deadline) -> NextDay {
        let mut facts = FluentArgs::new();
        facts.set("late", word(status.standing == RequestStage::Late));
        NextDay {
            label: self.sentence("status-next", &facts),
            on,
            day: self.weekday_and_date(on),
            how: self.plain("status-how"),
            steps: self.deadline(deadline).steps.into_iter().map(|step| step.text).collect(),
        }
    }

    fn silence(&self, days: i32) -> String {
        let mut facts = FluentArgs::new();
        facts.set("days", days);
        self.sentence("status-silence", &facts)
    }

    fn happening(&self, what: &'static str) -> String {
        let mut facts = FluentArgs::new();
        facts.set("what", what);
        self.sentence("status-line", &facts)
    }
}

const fn tone(standing: RequestStage) -> Tone {
    match standing {
        RequestStage::Prepared | RequestStage::Sent | RequestStage::Running | RequestStage::Waiting => Tone::Open,
        RequestStage::Late => Tone::Late,
        RequestStage::Answered | RequestStage::Settled | RequestStage::Abandoned | RequestStage::Withdrawn => {
            Tone::Done
        }
    }
}
