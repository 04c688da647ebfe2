//! Reminders of a deadline: when, which, how often, and of which date.

use super::*;
use crate::domain::event::EventKind;

const REASONED: Event = Event::ExtensionNotice { months: 2, reasoned: true, ground_valid: true };

impl Story {
    /// Lets time pass and gives the reminder that was told, as date, days left and reminders.
    fn reminded(&mut self, day: &str) -> Option<(String, u16, Vec<u16>)> {
        self.last = None;
        self.sweep(day);
        let approach = self.last.as_ref()?.approach.clone()?;
        Some((approach.due.to_string(), approach.days_left, approach.reminders))
    }

    fn next(&self) -> String {
        self.standing.next_due().map(|at| at.to_string()).unwrap_or_default()
    }
}

fn told(due: &str, days_left: u16, reminders: &[u16]) -> Option<(String, u16, Vec<u16>)> {
    Some((due.to_owned(), days_left, reminders.to_vec()))
}

fn plan(days: &[u16]) -> Event {
    Event::ReminderPlan { reminders: days.to_vec().into() }
}

/// Across the change to summer time on 29 March 2026.
#[test]
fn each_is_told_with_the_first_instant_of_its_local_day_and_once() {
    let mut story = Story::received("FR", "2026-03-05");
    assert_eq!(story.due(), Some("2026-04-07".into()));
    let days = [
        ("2026-03-23T23:00:00Z", 14),
        ("2026-03-30T22:00:00Z", 7),
        ("2026-04-04T22:00:00Z", 2),
        ("2026-04-06T22:00:00Z", 0),
    ];
    for (instant, left) in days {
        assert_eq!(story.next(), instant);
        let early = at(instant) - jiff::SignedDuration::from_micros(1);
        let refused = story.try_by(Author::System, &early.to_string(), &Event::DeadlineApproaching {});
        assert_eq!(refused, Err(Refused::DeadlineNotPassed { until: at(instant) }));
        assert_eq!(story.reminded(instant), told("2026-04-07", left, &[left]));
        assert_eq!(story.last().events, [EventKind::DeadlineApproaching]);
        assert_eq!(story.reminded(instant), None, "once");
    }
    assert_eq!(story.next(), "2026-04-07T22:00:00Z", "then it passes");
    story.sweep("2026-04-07T22:00:00Z");
    assert_eq!((story.next(), story.standing.facts.approached.len()), (String::new(), 1));
}

#[test]
fn those_that_are_due_at_once_are_told_as_one() {
    let mut story = Story::received("FR", "2026-03-05");
    let mut long = story.clone();
    assert_eq!(story.reminded("2026-04-05"), told("2026-04-07", 2, &[14, 7, 2]));
    assert_eq!(story.reminded("2026-04-07"), told("2026-04-07", 0, &[0]));
    assert_eq!(long.reminded("2026-06-01"), None, "what has passed is told, and not that it would come");
    assert!(long.standing.state.flags.first_deadline_passed);
}

#[test]
fn a_clock_that_steps_neither_repeats_nor_loses_one() {
    let mut story = Story::received("FR", "2026-03-05");
    assert_eq!(story.reminded("2026-04-05"), told("2026-04-07", 2, &[14, 7, 2]));
    for back in ["2026-03-06", "2026-03-25", "2026-04-05"] {
        assert_eq!(story.reminded(back), None);
    }
    assert_eq!(story.reminded("2026-04-07"), told("2026-04-07", 0, &[0]));
}

#[test]
fn what_becomes_known_late_is_told_at_once() {
    let mut story = Story::ready("FR");
    story.system("2026-03-05", Event::Dispatch { permit: permit(Act::Dispatch) });
    story.system("2026-04-02", receipt(ReceiptKind::DeliveryConfirmation, "2026-03-05"));
    assert_eq!(story.reminded("2026-04-02"), told("2026-04-07", 5, &[14, 7]));
}

#[test]
fn after_an_extension_they_follow_the_new_date() {
    let mut story = Story::received("FR", "2026-03-05");
    assert_eq!(story.reminded("2026-03-24"), told("2026-04-07", 14, &[14]));
    story.controller("2026-03-25", REASONED);
    assert_eq!((story.due(), story.next()), (Some("2026-06-05".into()), "2026-05-21T22:00:00Z".into()));
    assert_eq!(story.reminded("2026-05-22"), told("2026-06-05", 14, &[14]));
    story.controller("2026-05-25", Event::FullAnswer { defects: vec![] });
    assert_eq!(story.reminded("2026-06-05"), None, "nobody is reminded of what is answered");
}

/// S-5: they count from the earlier date, and from the later one where the earlier had passed when the clock resumed.
#[test]
fn after_a_suspension_they_count_from_the_earlier_date() {
    let mut story = Story::received("FR", "2026-06-01");
    story.controller("2026-06-03", Event::IdentityQuestion { defects: vec![] });
    let mut long = story.clone();
    assert_eq!(story.next(), "2026-06-09T22:00:00Z", "while the clock stands only the question is reminded of (S-6)");
    story.organisation("2026-06-13", Event::InformationSupplied { kind: None });
    assert_eq!(story.due(), Some("2026-07-13".into()));
    assert_eq!(story.reminded("2026-06-17"), told("2026-07-01", 14, &[14]));
    assert_eq!(story.reminded("2026-07-01"), told("2026-07-01", 0, &[7, 2, 0]));
    assert_eq!(story.next(), "2026-07-13T22:00:00Z");

    long.organisation("2026-08-20", Event::InformationSupplied { kind: None });
    assert_eq!(long.due(), Some("2026-09-17".into()));
    assert_eq!(long.reminded("2026-09-02"), None);
    assert_eq!(long.reminded("2026-09-03"), told("2026-09-17", 14, &[14]));
}

/// H-6: Epiphany is a holiday in some Länder only.
#[test]
fn a_date_in_doubt_is_reminded_of_by_its_earliest_reading() {
    let mut story = Story::received("DE", "2026-12-06");
    assert_eq!(story.due(), Some("2027-01-07".into()));
    let mut late = story.clone();
    assert_eq!(story.reminded("2026-12-23"), told("2027-01-06", 14, &[14]));
    assert_eq!(late.reminded("2027-01-07"), told("2027-01-07", 0, &[14, 7, 2, 0]), "the date that is left");
    assert_eq!(late.next(), "2027-01-07T23:00:00Z");
}

#[test]
fn other_reminders_of_the_campaign_hold_from_then_on() {
    let mut story = Story::received("FR", "2026-03-05");
    assert_eq!(story.reminded("2026-03-24"), told("2026-04-07", 14, &[14]));
    story.system("2026-03-25", plan(&[30, 14, 3]));
    assert_eq!(story.last().events, [], "nothing has happened to the request");
    assert_eq!(story.next(), "2026-04-03T22:00:00Z", "what was told, and what lies before it, is not told anew");
    story.system("2026-03-30", plan(&[10, 1]));
    assert_eq!(story.reminded("2026-03-30"), told("2026-04-07", 8, &[10]));
    story.system("2026-03-30", plan(&[]));
    assert_eq!(story.next(), "2026-04-07T22:00:00Z", "whoever wants no reminders is told that it has passed");
    let text = serde_json::to_string(&story.standing).unwrap();
    assert_eq!(serde_json::from_str::<RequestStanding>(&text).unwrap(), story.standing);
}
