//! Newer calendars under requests that are on their way (D-15).

use super::*;
use crate::domain::calendar::Revision;
use crate::domain::event::EventKind;
use crate::domain::finding::FindingCode;
use crate::domain::reference::Reference;

const FRANCE: &str = include_str!("../../calendar/data/FR.txt");

/// The calendars that come with the program, with France revised: more lines, and without those that name a day.
fn revised(version: &str, more: &str, without: &str) -> Calendars {
    let kept =
        FRANCE.lines().filter(|line| !line.starts_with("version") && (without.is_empty() || !line.contains(without)));
    let text = format!("version {version}\n{}\n{more}\n", kept.collect::<Vec<_>>().join("\n"));
    Calendars::bundled().with(&Revision::read(&text).unwrap()).unwrap()
}

/// The 2nd of April 2027, a Friday, becomes a holiday.
fn with_a_day_more() -> Calendars {
    revised("FR-2099.1", "* | 2027-04-02 | | | Jour de deuil | Day of mourning", "")
}

fn take(story: &mut Story, day: &str, calendars: &Calendars) -> Applied {
    let applied =
        super::super::apply(&story.standing, &Event::NewEdition {}, at(day), Author::System, calendars).unwrap();
    story.standing = applied.standing.clone();
    applied
}

#[test]
fn a_day_more_moves_the_date_with_a_trace() {
    let mut story = Story::received("FR", "2027-03-02");
    let known = story.standing.deadline.as_ref().unwrap().calendar_version.clone();
    assert_eq!(story.due().as_deref(), Some("2027-04-02"));
    let calendars = with_a_day_more();
    assert!(story.standing.edition().unwrap().is_behind(&calendars));
    let applied = take(&mut story, "2027-03-10", &calendars);
    assert_eq!(story.due().as_deref(), Some("2027-04-05"));
    assert_eq!(applied.events, [EventKind::DeadlineComputed]);
    let change = applied.change.unwrap();
    assert_eq!((change.cause, change.author), (ChangeCause::NewEdition, Author::System));
    assert_eq!(change.basis.unwrap().calendar_version, "FR-2099.1");
    let before = change.before.unwrap();
    assert_eq!(before.basis.calendar_version, known);
    assert_eq!(before.final_deadline.unwrap().to_string(), "2027-04-02");
    assert!(!story.standing.edition().unwrap().is_behind(&calendars));
    assert!(story.standing.is_ahead(&Calendars::bundled()), "an instance that has not noticed must not move it back");
    assert_eq!(story.standing.next_due(), Some(at("2027-03-21T23:00:00Z")), "reminders follow the date");
}

#[test]
fn dates_that_stay_are_not_told_of() {
    let mut story = Story::received("FR", "2027-03-03");
    let applied = take(&mut story, "2027-03-10", &with_a_day_more());
    assert_eq!((applied.events, applied.change), (vec![], None));
    assert_eq!(story.standing.facts.changes.len(), 1);
    assert_eq!(story.standing.deadline.unwrap().calendar_version, "FR-2099.1");
}

#[test]
fn a_deadline_that_had_passed_has_not_when_the_day_was_a_holiday() {
    let mut story = Story::received("FR", "2027-03-02");
    story.sweep("2027-04-03");
    assert!(story.standing.state.flags.final_deadline_passed);
    let applied = take(&mut story, "2027-04-03", &with_a_day_more());
    assert!(!story.standing.state.flags.first_deadline_passed);
    assert_eq!(applied.retracted[0].code, FindingCode::SilentFirstDeadline);
    assert!(applied.events.contains(&EventKind::FindingRetracted));
    story.standing.next_due().unwrap();
}

#[test]
fn a_day_less_moves_it_earlier_with_its_cause() {
    // Whit Monday 2027 is 17 May.
    let mut story = Story::received("FR", "2027-04-17");
    assert_eq!(story.due().as_deref(), Some("2027-05-18"));
    let applied = take(&mut story, "2027-04-20", &revised("FR-2099.1", "", "Pentecôte"));
    assert_eq!(story.due().as_deref(), Some("2027-05-17"));
    assert_eq!(applied.change.unwrap().cause, ChangeCause::NewEdition);
    assert_eq!(story.standing.facts.changes.len(), 2, "the first computation and the correction");
}

#[test]
fn what_is_answered_or_done_keeps_its_dates() {
    let calendars = with_a_day_more();
    let mut story = Story::received("FR", "2027-03-02");
    story.controller("2027-03-08", Event::FullAnswer { defects: vec![] });
    assert_eq!(story.standing.edition(), None);
    let refused =
        super::super::apply(&story.standing, &Event::NewEdition {}, at("2027-03-10"), Author::System, &calendars);
    assert!(matches!(refused, Err(Refused::IllegalTransition { .. })));
    let mut other = Story::received("FR", "2027-03-02");
    let by_hand =
        super::super::apply(&other.standing, &Event::NewEdition {}, at("2027-03-10"), Author::Organisation, &calendars);
    assert_eq!(by_hand.err(), Some(Refused::AuthorNotAllowed));
    other.controller("2027-03-03", Event::IdentityQuestion { defects: vec![] });
    let applied = take(&mut other, "2027-03-10", &calendars);
    assert_eq!((applied.change, other.due()), (None, None), "while the clock stands there is no date to move");
}
