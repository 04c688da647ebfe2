//! What must hold whatever happens in whatever order.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use proptest::prelude::*;

use super::*;
use crate::domain::deadline::QuestionKind;
use crate::domain::finding::{Finding, FindingCode};

fn any_event() -> impl Strategy<Value = Event> {
    let defects =
        || proptest::sample::subsequence(vec![FindingCode::NoReasons, FindingCode::NoCourtInformation], 0..=2);
    let kind = proptest::option::of(prop_oneof![
        Just(QuestionKind::Identity),
        Just(QuestionKind::Scope),
        Just(QuestionKind::Fee)
    ]);
    let question = || proptest::option::of(0u16..3);
    let reason = proptest::sample::select(WithdrawReason::ALL.to_vec());
    prop_oneof![
        2 => Just(Event::Prepare { permit: permit(Act::Prepare), duplicate: false }),
        1 => Just(Event::Release { permit: permit(Act::Dispatch) }),
        4 => Just(Event::Dispatch { permit: permit(Act::Dispatch) }),
        1 => Just(Event::Reminder { permit: permit(Act::Message) }),
        3 => defects().prop_map(|defects| Event::IdentityQuestion { defects }),
        2 => defects().prop_map(|defects| Event::ScopeQuestion { defects }),
        4 => kind.prop_map(|kind| Event::InformationSupplied { kind }),
        2 => question().prop_map(|question| Event::AcceptSuspension { question }),
        2 => question().prop_map(|question| Event::ContestSuspension { question }),
        3 => (1u8..4, any::<bool>(), any::<bool>())
            .prop_map(|(months, reasoned, ground_valid)| Event::ExtensionNotice { months, reasoned, ground_valid }),
        1 => Just(Event::ContestExtension {}),
        1 => defects().prop_map(|defects| Event::FeeDemand { defects }),
        1 => defects().prop_map(|defects| Event::Refusal { defects }),
        1 => defects().prop_map(|defects| Event::FullAnswer { defects }),
        1 => defects().prop_map(|defects| Event::PartialAnswer { defects }),
        1 => Just(Event::NoData {}),
        2 => defects().prop_map(|defects| Event::CannotIdentify { defects }),
        1 => Just(Event::Redirection {}),
        1 => Just(Event::Message {}),
        4 => Just(Event::DeadlineApproaching {}),
        2 => Just(Event::QuestionWaiting {}),
        1 => Just(Event::ComplainToController {}),
        1 => Just(Event::ComplaintAcknowledged {}),
        1 => Just(Event::ComplaintUnacknowledged {}),
        4 => Just(Event::FirstDeadlinePassed {}),
        4 => Just(Event::FinalDeadlinePassed {}),
        1 => any::<bool>().prop_map(|satisfied| Event::Assessment { satisfied, unsatisfied: vec![] }),
        1 => reason.prop_map(|reason| Event::Withdraw { reason }),
        1 => Just(Event::Abandon {}),
        1 => proptest::sample::subsequence(vec![30u16, 14, 7, 2, 0], 0..=5)
            .prop_map(|days| Event::ReminderPlan { reminders: days.into() }),
    ]
}

/// Something that happens, some hours after the last thing that did; now and then it is recorded with an earlier moment.
#[derive(Debug, Clone)]
enum Happening {
    Event(Event),
    /// A proof of receipt, of a kind and some days back.
    Proof(ReceiptKind, i64),
    /// The sweep looks.
    Sweep,
}

fn any_happening() -> impl Strategy<Value = (Happening, Author, i64)> {
    let proof = (proptest::sample::select(ReceiptKind::ALL.to_vec()), 0i64..10);
    let happening = prop_oneof![
        6 => any_event().prop_map(Happening::Event),
        2 => proof.prop_map(|(kind, back)| Happening::Proof(kind, back)),
        2 => Just(Happening::Sweep),
    ];
    (happening, proptest::sample::select(Author::ALL.to_vec()), -72i64..400)
}

struct World {
    standing: RequestStanding,
    findings: Vec<Finding>,
    now: Timestamp,
    /// Reminders that were told, with the date they were about.
    reminded: BTreeSet<(Date, u16)>,
    /// The same of questions that wait.
    waited: BTreeSet<(Date, u16)>,
}

impl World {
    fn take(&mut self, event: &Event, at: Timestamp, author: Author) -> Result<(), TestCaseError> {
        let before = &self.standing;
        let Ok(applied) = apply(before, event, at, author) else { return Ok(()) };
        let after = &applied.standing;

        let told = !applied.events.is_empty() || matches!(event, Event::Receipt { .. } | Event::ReminderPlan { .. });
        prop_assert!(told, "something is told");
        let kinds: BTreeSet<_> = applied.events.iter().collect();
        prop_assert_eq!(kinds.len(), applied.events.len(), "each kind at most once");
        let given_up = before.facts.abandoned_at.is_some();
        let stays = after.state.lifecycle == before.state.lifecycle;
        prop_assert!(before.is_open() || stays || given_up, "what is done stays done");
        prop_assert!(
            after.facts.sent_at.is_some() || after.facts.receipts.is_empty() && after.facts.answers.is_empty(),
            "nothing is received or answered before it is sent"
        );

        // A date never moves without a recorded cause.
        let dates = |standing: &RequestStanding| {
            standing.deadline.as_ref().map(|d| (d.first_deadline, d.final_deadline, d.earliest))
        };
        let moved = dates(before) != dates(after);
        prop_assert_eq!(moved, applied.change.is_some());
        prop_assert_eq!(after.facts.changes.len(), before.facts.changes.len() + usize::from(moved));
        if let Some(change) = applied.change {
            let earliest = change.basis.unwrap().earliest;
            prop_assert_eq!(Some((change.first_deadline, change.final_deadline, earliest)), dates(after));
            let was = change.before.map(|was| (was.first_deadline, was.final_deadline, was.basis.earliest));
            prop_assert_eq!(was, dates(before));
            prop_assert_eq!((change.at, change.author), (at, author));
        }

        // The clock is what lifecycle and dates say.
        let stopped = matches!(after.state.lifecycle, Lifecycle::Answered | Lifecycle::Closed | Lifecycle::Withdrawn);
        prop_assert_eq!(after.state.clock == ClockState::Stopped, stopped);
        prop_assert_eq!(
            after.state.lifecycle == Lifecycle::Received,
            matches!(after.state.clock, ClockState::Running | ClockState::Suspended | ClockState::Extended)
        );
        prop_assert_eq!(
            after.state.lifecycle == Lifecycle::Received
                || stopped && after.facts.sent_at.is_some()
                || after.deadline.is_none(),
            true
        );

        // A flag stands only for an instant that had passed when it was set.
        if let Some(deadline) = &after.deadline {
            for (flag, expiry, noticed) in [
                (after.state.flags.first_deadline_passed, deadline.first_passes_at, after.facts.first_passed_at),
                (after.state.flags.final_deadline_passed, deadline.overdue_from, after.facts.final_passed_at),
            ] {
                prop_assert_eq!(flag, noticed.is_some());
                prop_assert!(!flag || expiry.unwrap() <= noticed.unwrap(), "never early");
            }
        }

        // A reminder is told once for each date, and never before its day.
        if let Some(approach) = &applied.approach {
            let by = after.facts.approached.last().unwrap().by;
            prop_assert!(after.place.date_of(at) <= approach.due && !approach.reminders.is_empty());
            for days in &approach.reminders {
                prop_assert!(self.reminded.insert((by, *days)), "{by} {days} is told twice");
                let day = by.checked_sub(i64::from(*days).days()).unwrap();
                prop_assert!(day <= after.place.date_of(at), "{by} {days} is told early");
            }
        }

        if let Some(waiting) = &applied.waiting {
            let told = after.facts.questions_reminded.last().unwrap();
            prop_assert!(self.waited.insert((told.since, told.days)), "{waiting:?} is told twice");
            prop_assert!(told.days <= waiting.days && !waiting.kinds.is_empty());
        }

        // What is recorded and retracted adds up to what the facts show.
        self.findings.extend(&applied.findings);
        for gone in &applied.retracted {
            let index = self.findings.iter().position(|finding| finding == gone);
            prop_assert!(index.is_some(), "only what was found can be retracted");
            self.findings.swap_remove(index.unwrap());
        }
        let mut held = self.findings.clone();
        held.sort();
        let mut shown = after.findings();
        shown.sort();
        prop_assert_eq!(&held, &shown);

        let text = serde_json::to_string(after).unwrap();
        prop_assert_eq!(&serde_json::from_str::<RequestStanding>(&text).unwrap(), after);
        self.standing = applied.standing;
        Ok(())
    }

    fn sweep(&mut self) -> Result<(), TestCaseError> {
        if let Some(due) = self.standing.next_due() {
            let early = due.checked_sub(SignedDuration::from_nanos(1)).unwrap();
            prop_assert_eq!(self.standing.due_event(early), None);
        }
        for _ in 0..4 {
            let Some(event) = self.standing.due_event(self.now) else { break };
            let applied = apply(&self.standing, &event, self.now, Author::System);
            prop_assert!(applied.is_ok(), "what is due can happen");
            self.take(&event, self.now, Author::System)?;
        }
        prop_assert_eq!(self.standing.due_event(self.now), None);
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn the_invariants_hold(
        place in proptest::sample::select(vec!["FR", "DE", "DE-BY", "PT-20", "IT", "GB-ENG", "CH-ZH"]),
        happenings in proptest::collection::vec(any_happening(), 1..40),
    ) {
        let standing = RequestStanding::draft(Right::Access, place.parse().unwrap());
        let mut world = World { standing, findings: Vec::new(), now: at("2026-03-01"), reminded: BTreeSet::new(), waited: BTreeSet::new() };
        for (happening, author, hours) in happenings {
            let at = world.now.checked_add(SignedDuration::from_hours(hours)).unwrap();
            world.now = world.now.max(at);
            match happening {
                Happening::Event(event) => world.take(&event, at, author)?,
                Happening::Proof(kind, back) => {
                    let shown = at.checked_sub((back * 24).hours()).unwrap();
                    world.take(&Event::Receipt { receipt: Receipt::at(kind, shown) }, at, author)?;
                }
                Happening::Sweep => world.sweep()?,
            }
        }
    }
}
