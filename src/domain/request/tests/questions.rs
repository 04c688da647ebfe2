//! Reminders of a question that waits (S-6), and answers that are found wanting.

use super::*;
use crate::domain::deadline::QuestionKind;
use crate::domain::event::EventKind;
use crate::domain::finding::FindingCode;

impl Story {
    /// Lets time pass and gives the reminder that was told: since when, for how many days, what for.
    fn waiting(&mut self, day: &str) -> Option<(String, u16, Vec<QuestionKind>)> {
        self.last = None;
        self.sweep(day);
        let waiting = self.last.as_ref()?.waiting.clone()?;
        assert_eq!(self.last().events, [EventKind::RequestQuestionWaiting]);
        Some((waiting.since.to_string(), waiting.days, waiting.kinds))
    }
}

/// Across the change to summer time on 29 March 2026.
#[test]
fn the_person_is_reminded_while_a_question_waits() {
    let mut story = Story::received("FR", "2026-03-20");
    story.controller("2026-03-23", Event::IdentityQuestion { defects: vec![] });
    story.controller("2026-03-24", Event::ScopeQuestion { defects: vec![] });
    let first = at("2026-03-29T22:00:00Z");
    assert_eq!(story.standing.next_due(), Some(first));
    let early = first - jiff::SignedDuration::from_micros(1);
    let refused = story.try_by(Author::System, &early.to_string(), &Event::QuestionWaiting {});
    assert_eq!(refused, Err(Refused::DeadlineNotPassed { until: first }));
    let both = vec![QuestionKind::Identity, QuestionKind::Scope];
    assert_eq!(story.waiting("2026-03-30"), Some(("2026-03-23".into(), 7, both)));
    assert_eq!(story.waiting("2026-03-30"), None, "once");
    story.organisation("2026-03-31", Event::InformationSupplied { kind: Some(QuestionKind::Identity) });
    let late = story.waiting("2026-05-01");
    assert_eq!(late, Some(("2026-03-24".into(), 38, vec![QuestionKind::Scope])), "one wait ended, the other goes on");
    assert_eq!(story.standing.next_due(), None, "nothing more is told, and nothing closes by itself");
    assert_eq!(story.state(), "received/suspended/none");
    story.organisation("2026-05-02", Event::InformationSupplied { kind: None });
    assert_eq!(story.state(), "received/running/none");
}

#[test]
fn who_could_not_be_identified_is_reminded_too() {
    let mut story = Story::received("FR", "2026-03-20");
    story.controller("2026-03-23", Event::CannotIdentify { defects: vec![] });
    assert_eq!(story.waiting("2026-03-30"), Some(("2026-03-23".into(), 7, vec![QuestionKind::Identity])));
    story.organisation("2026-03-31", Event::Abandon {});
    assert_eq!(story.standing.next_due(), None);
}

#[test]
fn an_answer_found_wanting_is_a_point_until_a_better_one_comes() {
    let mut story = Story::received("FR", "2026-03-05");
    story.controller("2026-03-23", Event::FullAnswer { defects: vec![] });
    story.organisation("2026-03-25", Event::Assessment { satisfied: false, unsatisfied: vec!["source".into()] });
    assert_eq!(story.last().events, [EventKind::RequestAssessed, EventKind::FindingRecorded]);
    let found = story.last().findings.clone();
    assert_eq!((found.len(), found[0].code, found[0].facts.message), (1, FindingCode::AnswerContested, Some(0)));
    assert_eq!(found[0].on.to_string(), "2026-03-25");
    story.controller("2026-03-30", Event::FullAnswer { defects: vec![] });
    assert_eq!(story.last().retracted, found);
    story.organisation("2026-03-31", Event::Assessment { satisfied: true, unsatisfied: vec![] });
    assert_eq!((story.state(), story.standing.findings()), ("closed/stopped/satisfied".into(), vec![]));
}
