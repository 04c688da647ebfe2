//! Tests of the state machine: the whole table, the stories of the legal specification, and what must always hold.

mod always;
mod editions;
mod orders;
mod questions;
mod reminders;
mod stored;
mod stories;
mod table;

use jiff::Timestamp;

use super::*;
use crate::domain::calendar::Calendars;
use crate::domain::deadline::{Receipt, ReceiptKind};
use crate::domain::mandate::{Act, Permit};
use crate::domain::right::Right;

fn at(text: &str) -> Timestamp {
    let text = if text.contains('T') { text.to_owned() } else { format!("{text}T10:00:00Z") };
    text.parse().unwrap()
}

/// Moves a request with the calendars that come with the program.
fn apply(before: &RequestStanding, event: &Event, at: Timestamp, author: Author) -> Result<Applied, Refused> {
    super::apply(before, event, at, author, &Calendars::bundled())
}

fn permit(act: Act) -> Permit {
    Permit::for_tests(act, Right::Access, at("2026-03-01"))
}

fn receipt(kind: ReceiptKind, day: &str) -> Event {
    Event::Receipt { receipt: Receipt::at(kind, at(day)) }
}

/// A request on its way, driven day by day.
#[derive(Clone)]
struct Story {
    standing: RequestStanding,
    last: Option<Applied>,
}

impl Story {
    fn ready(place: &str) -> Self {
        let standing = RequestStanding::ready(place.parse().unwrap(), permit(Act::Prepare)).unwrap();
        Self { standing, last: None }
    }

    /// Sent and received by the web server of the controller on that day.
    fn received(place: &str, day: &str) -> Self {
        let mut story = Self::ready(place);
        story.system(day, Event::Dispatch { permit: permit(Act::Dispatch) });
        story.system(day, receipt(ReceiptKind::DeliveryConfirmation, day));
        story
    }

    fn try_by(&mut self, author: Author, day: &str, event: &Event) -> Result<(), Refused> {
        let applied = apply(&self.standing, event, at(day), author)?;
        self.standing = applied.standing.clone();
        self.last = Some(applied);
        Ok(())
    }

    #[track_caller]
    fn by(&mut self, author: Author, day: &str, event: Event) -> &mut Self {
        self.try_by(author, day, &event).unwrap();
        self
    }

    #[track_caller]
    fn system(&mut self, day: &str, event: Event) -> &mut Self {
        self.by(Author::System, day, event)
    }

    #[track_caller]
    fn controller(&mut self, day: &str, event: Event) -> &mut Self {
        self.by(Author::Controller, day, event)
    }

    #[track_caller]
    fn organisation(&mut self, day: &str, event: Event) -> &mut Self {
        self.by(Author::Organisation, day, event)
    }

    /// Lets time pass: applies what is due by then.
    fn sweep(&mut self, day: &str) -> &mut Self {
        for _ in 0..4 {
            if let Some(event) = self.standing.due_event(at(day)) {
                self.system(day, event);
            }
        }
        assert_eq!(self.standing.due_event(at(day)), None, "at most a few are due");
        self
    }

    fn last(&self) -> &Applied {
        self.last.as_ref().unwrap()
    }

    fn state(&self) -> String {
        let state = self.standing.state;
        format!("{}/{}/{}", state.lifecycle, state.clock, state.outcome)
    }

    fn due(&self) -> Option<String> {
        self.standing.deadline.as_ref().unwrap().final_deadline.map(|date| date.to_string())
    }
}
