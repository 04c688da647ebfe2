//! The complete table of transitions, kept as text beside the code and reviewed like code.
//!
//! When a rule changes on purpose, the failing test prints the new table: put it in the place of the old one and read the
//! difference.

use std::fmt::Write;

use super::*;
use crate::domain::finding::FindingCode;

const SNAPSHOT: &str = include_str!("../transitions.txt");

fn events() -> Vec<(&'static str, Event)> {
    let none = Vec::new;
    vec![
        ("2026-03-02", Event::Prepare { permit: permit(Act::Prepare), duplicate: false }),
        ("2026-03-02", Event::Release { permit: permit(Act::Dispatch) }),
        ("2026-03-02", Event::Dispatch { permit: permit(Act::Dispatch) }),
        ("2026-03-05", receipt(ReceiptKind::ControllerAcknowledgement, "2026-03-05")),
        ("2026-03-20", Event::Reminder { permit: permit(Act::Message) }),
        ("2026-03-09", Event::IdentityQuestion { defects: none() }),
        ("2026-03-09", Event::ScopeQuestion { defects: none() }),
        ("2026-03-16", Event::InformationSupplied { kind: None }),
        ("2026-03-16", Event::AcceptSuspension { question: None }),
        ("2026-03-16", Event::ContestSuspension { question: None }),
        ("2026-03-20", Event::ExtensionNotice { months: 2, reasoned: true, ground_valid: true }),
        ("2026-03-20", Event::ExtensionNotice { months: 2, reasoned: false, ground_valid: true }),
        ("2026-03-21", Event::ContestExtension {}),
        ("2026-03-21", Event::FeeDemand { defects: vec![FindingCode::FeeDemanded] }),
        ("2026-03-23", Event::Refusal { defects: none() }),
        ("2026-03-23", Event::FullAnswer { defects: none() }),
        ("2026-03-23", Event::PartialAnswer { defects: none() }),
        ("2026-03-23", Event::NoData {}),
        ("2026-03-09", Event::CannotIdentify { defects: none() }),
        ("2026-03-23", Event::Redirection {}),
        ("2026-03-23", Event::Message {}),
        ("2026-03-28", Event::DeadlineApproaching {}),
        ("2026-03-30", Event::QuestionWaiting {}),
        ("2026-03-26", Event::ComplainToController {}),
        ("2026-03-27", Event::ComplaintAcknowledged {}),
        ("2026-07-01", Event::ComplaintUnacknowledged {}),
        ("2026-07-01", Event::FirstDeadlinePassed {}),
        ("2026-07-01", Event::FinalDeadlinePassed {}),
        ("2026-03-25", Event::NewEdition {}),
        ("2026-03-25", Event::Assessment { satisfied: true, unsatisfied: Vec::new() }),
        ("2026-03-25", Event::Assessment { satisfied: false, unsatisfied: vec!["data".into()] }),
        ("2026-03-25", Event::Withdraw { reason: WithdrawReason::PersonWithdrew }),
        ("2026-03-25", Event::Withdraw { reason: WithdrawReason::BatchUndone }),
        ("2026-03-25", Event::Abandon {}),
        ("2026-03-25", Event::ReminderPlan { reminders: vec![10, 1].into() }),
    ]
}

fn label(event: &Event) -> String {
    match event {
        Event::ExtensionNotice { reasoned: false, .. } => "extension_notice (no reasons)".to_owned(),
        Event::Withdraw { reason } => format!("withdraw ({reason})"),
        event => event.word().to_owned(),
    }
}

/// Every kind of state a request can be in, and a day by which it is so.
fn states() -> Vec<(&'static str, &'static str, Story)> {
    let received = || Story::received("FR", "2026-03-05");
    let with = |mut story: Story, author, day: &str, event| {
        story.by(author, day, event);
        story
    };
    let controller = |day: &str, event| with(received(), Author::Controller, day, event);
    let asked = || controller("2026-03-09", Event::IdentityQuestion { defects: vec![] });
    let extended =
        || controller("2026-03-20", Event::ExtensionNotice { months: 2, reasoned: true, ground_valid: true });
    let answered = |event| controller("2026-03-23", event);
    let swept = |mut story: Story| {
        story.sweep("2026-07-02");
        story
    };
    let draft = Story { standing: RequestStanding::draft(Right::Access, "FR".parse().unwrap()), last: None };
    let sent =
        with(Story::ready("FR"), Author::System, "2026-03-05", Event::Dispatch { permit: permit(Act::Dispatch) });
    let withdrawn = |story| {
        with(story, Author::DataSubject, "2026-03-06", Event::Withdraw { reason: WithdrawReason::PersonWithdrew })
    };
    let full = || answered(Event::FullAnswer { defects: vec![] });
    vec![
        ("draft", "2026-03-02", draft),
        ("ready", "2026-03-02", Story::ready("FR")),
        ("sent", "2026-03-05", sent),
        ("received", "2026-03-06", received()),
        ("received, both deadlines passed", "2026-07-03", swept(received())),
        ("received, asked back", "2026-03-09", asked()),
        (
            "received, asked back, contested",
            "2026-03-10",
            with(asked(), Author::Organisation, "2026-03-10", Event::ContestSuspension { question: None }),
        ),
        ("received, extended", "2026-03-20", extended()),
        ("received, extended, final deadline passed", "2026-07-03", swept(extended())),
        ("received in the United Kingdom", "2026-03-06", Story::received("GB-ENG", "2026-03-05")),
        (
            "received in the United Kingdom, complained of",
            "2026-03-26",
            with(
                Story::received("GB-ENG", "2026-03-05"),
                Author::Organisation,
                "2026-03-26",
                Event::ComplainToController {},
            ),
        ),
        ("received in Switzerland", "2026-03-06", Story::received("CH-ZH", "2026-03-05")),
        ("answered in full", "2026-03-23", full()),
        ("answered in part", "2026-03-23", answered(Event::PartialAnswer { defects: vec![] })),
        ("answered: refused", "2026-03-23", answered(Event::Refusal { defects: vec![] })),
        ("answered: no data", "2026-03-23", answered(Event::NoData {})),
        ("answered: not identified", "2026-03-09", controller("2026-03-09", Event::CannotIdentify { defects: vec![] })),
        ("answered: redirected", "2026-03-23", answered(Event::Redirection {})),
        (
            "answered in full, found wanting",
            "2026-03-24",
            with(
                full(),
                Author::DataSubject,
                "2026-03-24",
                Event::Assessment { satisfied: false, unsatisfied: vec![] },
            ),
        ),
        (
            "closed",
            "2026-03-24",
            with(full(), Author::DataSubject, "2026-03-24", Event::Assessment { satisfied: true, unsatisfied: vec![] }),
        ),
        ("closed, given up", "2026-03-24", with(received(), Author::Organisation, "2026-03-24", Event::Abandon {})),
        ("withdrawn before sending", "2026-03-06", withdrawn(Story::ready("FR"))),
        ("withdrawn after sending", "2026-03-06", withdrawn(received())),
    ]
}

/// Somebody who may say it.
fn author_of(event: &Event) -> Author {
    Author::ALL.iter().copied().find(|author| may_say(event, *author)).unwrap()
}

fn may_say(event: &Event, author: Author) -> bool {
    let draft = RequestStanding::draft(Right::Access, "FR".parse().unwrap());
    let refused = apply(&draft, event, at("2026-03-02"), author).err();
    !matches!(refused, Some(Refused::AuthorNotAllowed | Refused::HumanDecisionNeeded))
}

fn transitions() -> String {
    let mut text =
        String::from("State and event, and what follows. `!` is a refusal with its code. See `tests/table.rs`.\n");
    for (name, from, story) in states() {
        let flags = story.standing.state.flags;
        let flag = |set, word| if set { word } else { "" };
        let flags =
            [flag(flags.first_deadline_passed, " first_passed"), flag(flags.final_deadline_passed, " final_passed")];
        writeln!(text, "\n{name}: {}{}", story.state(), flags.concat()).unwrap();
        for (day, event) in events() {
            let mut story = story.clone();
            let line = match story.try_by(author_of(&event), day.max(from), &event) {
                Err(refused) => format!("! {}", refused.code().as_str()),
                Ok(()) => {
                    let events: Vec<_> = story.last().events.iter().map(|kind| kind.as_str()).collect();
                    let told = if events.is_empty() { "-".to_owned() } else { events.join(" ") };
                    format!("{}: {told}", story.state())
                }
            };
            writeln!(text, "  {:<32} {}", label(&event), line.trim_end()).unwrap();
        }
    }
    text.push_str("\nWho may say what\n");
    for (_, event) in events() {
        let authors: Vec<_> =
            Author::ALL.iter().filter(|author| may_say(&event, **author)).map(|author| author.as_str()).collect();
        writeln!(text, "  {:<32} {}", label(&event), authors.join(" ")).unwrap();
    }
    text
}

#[test]
fn the_table_of_transitions_is_the_reviewed_one() {
    let present = transitions();
    if present != SNAPSHOT {
        println!("{present}");
    }
    for (number, (is, was)) in present.lines().zip(SNAPSHOT.lines()).enumerate() {
        assert_eq!(is, was, "line {} of transitions.txt", number + 1);
    }
    assert_eq!(present.lines().count(), SNAPSHOT.lines().count());
}

#[test]
fn every_word_of_an_event_is_its_own() {
    let words: std::collections::BTreeSet<_> = events().iter().map(|(_, event)| event.word()).collect();
    assert_eq!(words.len(), events().len() - 2, "an extension and a withdrawal stand twice in the table");
}
