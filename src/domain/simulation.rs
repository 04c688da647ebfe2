//! The controllers of a sandbox: what each says of a request, and when.
//!
//! A behaviour is a script, and a script is data: messages, and days after the request came or after what was asked for came.
//! The days keep clear of the end of the first month (28 to 31 days, and a few more for a weekend or holiday) and of the third,
//! so that each behaviour is what its name says in any calendar. What is said are typed responses like any others; what follows
//! from them is for the request to say.

use jiff::{SignedDuration, Timestamp};

use super::ask::AccessItem;
use super::response::{
    AnswerFormat, AskedElement, ExtensionGround, OtherControllersTold, RecipientsTold, RefusalGround, Response,
};

text_enum! {
    /// How a simulated controller treats each request.
    pub enum Behaviour {
        /// Answers in full on day 10.
        Prompt = "prompt",
        /// Answers in full on day 45, without having said why.
        Late = "late",
        /// Takes the request and never says a word.
        Silent = "silent",
        /// Asks who the person is on day 3, and answers in full 10 days after it was told. Without that it never answers.
        AsksIdentity = "asks_identity",
        /// Takes two months more on day 20, with reasons, and answers in full on day 75.
        Extends = "extends",
        /// Refuses on day 15, with reasons and the remedies.
        Refuses = "refuses",
        /// Refuses on day 15, without a word why.
        RefusesWithoutReasons = "refuses_without_reasons",
        /// Says on day 20 that it answers in full, and leaves out most of what was asked for.
        AnswersBadly = "answers_badly",
    }
}

/// From when the days of a line count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// From when the request came.
    Received,
    /// From when what was asked for came. Without it the line is never spoken, nor any after it.
    Informed,
}

/// One line of a script: after how many days from when, and what is said.
struct Line(From, i64, fn() -> Response);

/// What a simulated controller has heard and said of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// When the request came.
    pub received_at: Timestamp,
    /// When what it had asked for came.
    pub informed_at: Option<Timestamp>,
    /// How many times it has spoken.
    pub said: usize,
}

/// What a simulated controller says next.
#[derive(Debug, PartialEq, Eq)]
pub struct Turn {
    /// When.
    pub at: Timestamp,
    /// What.
    pub response: Response,
}

impl Behaviour {
    /// What comes next in the course of a request; none when there is no more to say, or something must be heard first.
    pub fn next(self, course: &Course) -> Option<Turn> {
        let Line(from, days, words) = self.script().get(course.said)?;
        let from = match from {
            From::Received => course.received_at,
            From::Informed => course.informed_at?,
        };
        let at = from.checked_add(SignedDuration::from_hours(24 * days)).ok()?;
        Some(Turn { at, response: words() })
    }

    const fn script(self) -> &'static [Line] {
        match self {
            Self::Prompt => &[Line(From::Received, 10, in_full)],
            Self::Late => &[Line(From::Received, 45, in_full)],
            Self::Silent => &[],
            Self::AsksIdentity => &[Line(From::Received, 3, who_is_it), Line(From::Informed, 10, in_full)],
            Self::Extends => &[Line(From::Received, 20, more_time), Line(From::Received, 75, in_full)],
            Self::Refuses => &[Line(From::Received, 15, no_and_why)],
            Self::RefusesWithoutReasons => &[Line(From::Received, 15, no)],
            Self::AnswersBadly => &[Line(From::Received, 20, called_full)],
        }
    }
}

fn said(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn in_full() -> Response {
    Response::Full {
        provided: Vec::new(),
        format: None,
        recipients_told: None,
        other_controllers_told: None,
        direct_transfer: None,
        heavily_redacted: false,
        message: said("Here is what was asked for."),
    }
}

fn who_is_it() -> Response {
    Response::IdentityQuestion {
        asks_for: vec![AskedElement::ReferenceNumber],
        doubts: said("Two accounts carry this address."),
        message: None,
    }
}

fn more_time() -> Response {
    Response::Extension {
        months: 2,
        grounds: vec![ExtensionGround::Complexity],
        reasons: said("The data are spread over several systems and must be explained."),
        message: None,
    }
}

/// On a ground that every right can be refused on.
fn no_and_why() -> Response {
    Response::Refused {
        ground: RefusalGround::LegalRestriction,
        reasons: said("A law restricts the right while an investigation is going on."),
        mentions_complaint: true,
        mentions_court_remedy: true,
        message: None,
    }
}

fn no() -> Response {
    Response::Refused {
        ground: RefusalGround::Other,
        reasons: None,
        mentions_complaint: false,
        mentions_court_remedy: false,
        message: None,
    }
}

/// Wanting whatever the right is: each right looks at other parts of an answer.
fn called_full() -> Response {
    Response::Full {
        provided: vec![AccessItem::Purposes, AccessItem::Categories],
        format: Some(AnswerFormat::Image),
        recipients_told: Some(RecipientsTold::NotTold),
        other_controllers_told: Some(OtherControllersTold::NotTold),
        direct_transfer: None,
        heavily_redacted: true,
        message: said("This is everything."),
    }
}

#[cfg(test)]
mod tests {
    use super::{Behaviour, Course, Turn};
    use crate::domain::ask::Ask;
    use crate::domain::response::{Context, ResponseKind};
    use jiff::{SignedDuration, Timestamp};

    fn day(number: i64) -> Timestamp {
        let first: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        first + SignedDuration::from_hours(24 * number)
    }

    /// Everything it says, by day; told on day 7 what it asks for.
    fn told(behaviour: Behaviour) -> Vec<(Timestamp, ResponseKind)> {
        let mut course = Course { received_at: day(0), informed_at: None, said: 0 };
        let mut lines = Vec::new();
        while let Some(Turn { at, response }) = behaviour.next(&course) {
            lines.push((at, response.kind()));
            assert_eq!(response.check(), Ok(()), "{behaviour}");
            course.said += 1;
            if response.kind() == ResponseKind::IdentityQuestion {
                assert!(behaviour.next(&course).is_none(), "it waits to be told");
                course.informed_at = Some(day(7));
            }
        }
        lines
    }

    #[test]
    fn each_behaviour_says_what_its_name_says() {
        use ResponseKind as K;
        for behaviour in Behaviour::ALL {
            let expected = match behaviour {
                Behaviour::Prompt => vec![(day(10), K::Full)],
                Behaviour::Late => vec![(day(45), K::Full)],
                Behaviour::Silent => vec![],
                Behaviour::AsksIdentity => vec![(day(3), K::IdentityQuestion), (day(17), K::Full)],
                Behaviour::Extends => vec![(day(20), K::Extension), (day(75), K::Full)],
                Behaviour::Refuses | Behaviour::RefusesWithoutReasons => vec![(day(15), K::Refused)],
                Behaviour::AnswersBadly => vec![(day(20), K::Full)],
            };
            assert_eq!(told(*behaviour), expected, "{behaviour}");
        }
    }

    #[test]
    fn only_those_that_are_to_answer_badly_do_whatever_is_asked() {
        let asks = [
            serde_json::json!({ "right": "access", "copy": true }),
            serde_json::json!({ "right": "rectification" }),
            serde_json::json!({ "right": "erasure", "ground": "no_longer_needed", "scope": "all_data" }),
            serde_json::json!({ "right": "portability" }),
        ];
        for ask in asks {
            let ask: Ask = serde_json::from_value(ask).unwrap();
            for behaviour in Behaviour::ALL {
                let mut course = Course { received_at: day(0), informed_at: Some(day(5)), said: 0 };
                let mut defects = Vec::new();
                while let Some(turn) = behaviour.next(&course) {
                    defects.extend(turn.response.defects(Context { ask: &ask, identity_verified: false }));
                    course.said += 1;
                }
                let is_bad = matches!(behaviour, Behaviour::AnswersBadly | Behaviour::RefusesWithoutReasons);
                assert_eq!(!defects.is_empty(), is_bad, "{behaviour} of {}: {defects:?}", ask.right());
            }
        }
    }
}
