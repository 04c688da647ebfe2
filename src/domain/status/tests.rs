use jiff::Timestamp;
use jiff::civil::Date;

use super::{Happening, RequestStage, Status};
use crate::domain::calendar::Calendars;
use crate::domain::deadline::{Receipt, ReceiptKind};
use crate::domain::mandate::{Act, Permit};
use crate::domain::request::{Author, Event, RequestStanding, WithdrawReason, apply};
use crate::domain::right::Right;

fn at(day: &str) -> Timestamp {
    format!("{day}T10:00:00Z").parse().unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn permit(act: Act) -> Permit {
    Permit::for_tests(act, Right::Access, at("2026-03-01"))
}

/// A request in France that was prepared on 2 March 2026.
struct Story(RequestStanding);

impl Story {
    fn prepared() -> Self {
        Self(RequestStanding::ready("FR".parse().unwrap(), permit(Act::Prepare)).unwrap())
    }

    fn sent() -> Self {
        Self::prepared().then(Author::System, "2026-03-05", Event::Dispatch { permit: permit(Act::Dispatch) })
    }

    /// The controller has it; the answer is due by 7 April.
    fn received() -> Self {
        let receipt = Receipt::at(ReceiptKind::DeliveryConfirmation, at("2026-03-05"));
        Self::sent().then(Author::System, "2026-03-05", Event::Receipt { receipt })
    }

    fn then(self, author: Author, on: &str, event: Event) -> Self {
        Self(apply(&self.0, &event, at(on), author, &Calendars::bundled()).unwrap().standing)
    }

    fn controller(self, on: &str, event: Event) -> Self {
        self.then(Author::Controller, on, event)
    }

    fn until(mut self, on: &str) -> Self {
        while let Some(event) = self.0.due_event(at(on)) {
            self = self.then(Author::System, on, event);
        }
        self
    }

    fn told(&self, today: &str) -> Status {
        Status::of(&self.0, day("2026-03-02"), None, true, day(today))
    }
}

fn history(status: &Status) -> Vec<(String, Happening)> {
    status.lines.iter().map(|line| (line.on.to_string(), line.what)).collect()
}

#[test]
fn what_has_not_left_is_neither_due_nor_silent() {
    let status = Story::prepared().told("2026-03-04");
    assert_eq!((status.standing, status.next, status.silent_days), (RequestStage::Prepared, None, None));
    assert_eq!(history(&status), [("2026-03-02".to_owned(), Happening::Prepared)]);
}

#[test]
fn silence_is_counted_from_when_the_request_left() {
    let status = Story::sent().told("2026-03-10");
    assert_eq!((status.standing, status.next, status.silent_days), (RequestStage::Sent, None, Some(5)));
    let status = Story::received().told("2026-03-25");
    assert_eq!(
        (status.standing, status.next, status.silent_days),
        (RequestStage::Running, Some(day("2026-04-07")), Some(20))
    );
    let status = Story::received().until("2026-04-08").told("2026-04-10");
    assert_eq!(
        (status.standing, status.next, status.silent_days),
        (RequestStage::Late, Some(day("2026-04-07")), Some(36))
    );
    assert_eq!(status.lines.last().map(|line| line.what), Some(Happening::FinalPassed), "one line for one date");
}

#[test]
fn news_of_the_controller_end_a_silence() {
    let more_time = Event::ExtensionNotice { months: 2, reasoned: true, ground_valid: true };
    let status = Story::received().controller("2026-03-20", more_time).until("2026-04-10").told("2026-04-10");
    assert_eq!((status.standing, status.silent_days), (RequestStage::Running, Some(21)));
    assert!(history(&status).contains(&("2026-03-20".to_owned(), Happening::Extended)));
    let question = Event::IdentityQuestion { defects: vec![] };
    let status = Story::received().controller("2026-03-06", question).told("2026-03-20");
    assert_eq!(
        (status.standing, status.next, status.silent_days),
        (RequestStage::Waiting, None, None),
        "it waits for us"
    );
    assert!(history(&status).contains(&("2026-03-06".to_owned(), Happening::AskedIdentity)));
}

#[test]
fn the_kind_of_an_answer_is_told_only_by_whom_it_was_meant_for() {
    let story = Story::received().controller("2026-03-30", Event::FullAnswer { defects: vec![] });
    let told = |tells| Status::of(&story.0, day("2026-03-02"), None, tells, day("2026-04-10"));
    assert_eq!(told(true).standing, RequestStage::Answered);
    assert_eq!(told(true).lines.last().map(|line| line.what), Some(Happening::AnsweredFull));
    assert_eq!(told(false).lines.last().map(|line| line.what), Some(Happening::Answered));
    assert_eq!((told(true).next, told(true).silent_days), (None, None));
    let judged =
        story.then(Author::DataSubject, "2026-04-01", Event::Assessment { satisfied: true, unsatisfied: vec![] });
    let settled = Status::of(&judged.0, day("2026-03-02"), Some(day("2026-04-01")), true, day("2026-04-10"));
    assert_eq!(settled.standing, RequestStage::Settled);
    let last: Vec<_> = settled.lines.iter().rev().take(2).map(|line| line.what).collect();
    assert_eq!(last, [Happening::Closed, Happening::Satisfied]);
}

#[test]
fn what_was_taken_back_says_so_and_why_it_ended_once() {
    let taken = Event::Withdraw { reason: WithdrawReason::MandateRevoked };
    let story = Story::received().then(Author::DataSubject, "2026-03-12", taken);
    let status = Status::of(&story.0, day("2026-03-02"), Some(day("2026-03-12")), true, day("2026-03-20"));
    assert_eq!((status.standing, status.next, status.silent_days), (RequestStage::Withdrawn, None, None));
    let ended: Vec<_> = status.lines.iter().filter(|line| line.on == day("2026-03-12")).map(|line| line.what).collect();
    assert_eq!(ended, [Happening::Withdrawn]);
}
