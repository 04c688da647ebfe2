//! Every language says everything, in the same facts, and says it as it should.

mod complaint;
mod files;
mod samples;
mod snapshots;

use fluent_bundle::FluentArgs;

use super::bundle::try_say;
use super::{Language, Words, days, finding, names};
use crate::domain::authority::Directory;
use crate::domain::authority::routing::{
    Competence, LegalOrder, MissingFact, NoLead, Proposal, Reason, ReasonKind, Routing,
};
use crate::domain::deadline::Regime;
use crate::domain::finding::{Finding, FindingCode, FindingFacts};

/// What no text for a reader may hold: two stops or blanks in a row, what Fluent writes when something is missing, marks of
/// direction, a blank before a comma or a stop, a variable that was not known.
const SLIPS: &[&str] = &["..", "  ", "{", "}", "$", "\u{2068}", "\u{2069}", " ,", " .", "none", "( ", " )", "()", "\n"];

fn hold(language: Language, what: &str, text: &str) {
    for slip in SLIPS {
        assert!(!text.contains(slip), "{language}, {what}: {slip:?} stands in {text:?}");
    }
    assert!(
        text.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit() || first == '§'),
        "{language}: {text}"
    );
}

fn hold_sentence(language: Language, what: &str, text: &str) {
    hold(language, what, text);
    assert!(text.ends_with('.'), "{language}, {what}: {text:?} is no sentence");
}

#[test]
fn every_step_is_told_in_every_language() {
    for language in Language::ALL {
        let words = Words::of(*language);
        for step in samples::steps() {
            let (name, facts) = words.told(&step);
            let text = try_say(words.sentences(), &format!("step-{name}"), None, &facts).unwrap();
            hold_sentence(*language, &name, &text);
        }
    }
}

#[test]
fn every_deadline_is_told_in_every_language() {
    for language in Language::ALL {
        for deadline in samples::deadlines() {
            let told = Words::of(*language).deadline(&deadline);
            assert_eq!((told.language, told.steps.len()), (*language, deadline.steps.len()));
            hold_sentence(*language, "short", &told.short);
        }
    }
}

#[test]
fn every_finding_is_told_in_every_language() {
    for language in Language::ALL {
        let words = Words::of(*language);
        for code in FindingCode::ALL {
            let facts = FindingFacts {
                due: Some(samples::date("2026-04-07")),
                days_late: Some(3),
                months: Some(4),
                message: Some(0),
            };
            let finding = Finding { code: *code, on: samples::date("2026-04-10"), facts };
            let told = words.finding(&finding, samples::provision_of(*code));
            hold_sentence(*language, code.as_str(), &told.text);
            hold(*language, code.as_str(), &told.title);
            assert!(!told.title.ends_with('.') && told.title.chars().count() <= 120, "{language}: {}", told.title);
            assert_eq!((told.code, told.severity), (*code, code.severity()));
        }
    }
}

/// One of each reason, under each law.
fn reasons() -> Vec<Reason> {
    let place = samples::place("DE-BY");
    let of = |kind: ReasonKind| LegalOrder::ALL.iter().map(move |order| Reason { kind, place, order: *order });
    ReasonKind::ALL.iter().copied().flat_map(of).collect()
}

#[test]
fn every_choice_of_an_authority_is_told_in_every_language() {
    let directory = Directory::bundled();
    for language in Language::ALL {
        let words = Words::of(*language);
        for reason in reasons() {
            let told = words.reason(&reason);
            hold_sentence(*language, reason.kind.as_str(), &told.text);
            assert_eq!(told.rule, reason.source().rule);
        }
        for (no_lead, missing) in
            NoLead::ALL.iter().flat_map(|why| MissingFact::ALL.iter().map(move |fact| (why, fact)))
        {
            let proposal = |authority: &str| Proposal {
                authority: authority.to_owned(),
                order: LegalOrder::Gdpr,
                competence: Competence::Competent,
                reasons: reasons(),
            };
            let routing = Routing {
                proposals: vec![proposal("fr-cnil")],
                lead: Some(proposal("ie-dpc")),
                no_lead: Some(*no_lead),
                missing: vec![*missing],
            };
            let told = words.routing(&routing, &directory);
            hold_sentence(*language, no_lead.as_str(), &told.no_lead.expect("why there is none").text);
            hold_sentence(*language, missing.as_str(), &told.missing[0].text);
            let names = (told.proposals[0].authority.id.as_str(), told.lead.map(|lead| lead.authority.id));
            assert_eq!(names, ("fr-cnil", Some("ie-dpc".to_owned())));
        }
    }
}

/// A translation that was forgotten would be the English text.
#[test]
fn no_language_repeats_another() {
    let texts = |language: Language| -> Vec<String> {
        let words = Words::of(language);
        let findings = FindingCode::ALL
            .iter()
            .map(|code| words.sentence(&format!("finding-{code}"), &finding::told(&samples::late(*code, 2))));
        let chosen = reasons().into_iter().map(|reason| words.reason(&reason).text);
        let findings = findings.chain(chosen);
        findings.chain(samples::steps().iter().map(|step| words.step(step, Regime::GdprRequest).text)).collect()
    };
    for (index, one) in Language::ALL.iter().enumerate() {
        for other in &Language::ALL[index + 1..] {
            for (text, twin) in texts(*one).iter().zip(texts(*other)) {
                assert_ne!(*text, twin, "{one} and {other}");
            }
        }
    }
}

/// The citations that the domain writes are all in the form that can be told in other languages.
#[test]
fn every_provision_is_cited() {
    let of_steps = samples::steps();
    let of_findings =
        FindingCode::ALL.iter().flat_map(|code| LegalOrder::ALL.iter().filter_map(|order| code.article(*order)));
    let articles = of_steps
        .iter()
        .flat_map(|step| Regime::ALL.iter().filter_map(move |regime| step.source(*regime).article))
        .chain(of_findings)
        .chain(reasons().into_iter().filter_map(|reason| reason.source().article));
    for article in articles.flat_map(|article| article.split("; ")) {
        assert!(super::citation::Citation::read(article).is_some(), "{article}");
        let german = Words::of(Language::German).citations(article);
        assert_ne!(german, article);
        hold(Language::German, article, &german);
    }
}

#[test]
fn polish_has_four_forms_of_number() {
    let words = Words::of(Language::Polish);
    for (days, form) in [(1, "jeden dzień"), (2, "2 dni"), (4, "4 dni"), (5, "5 dni"), (12, "12 dni"), (22, "22 dni")]
    {
        let text =
            words.finding(&samples::late(FindingCode::Late, days), samples::provision_of(FindingCode::Late)).text;
        assert!(text.contains(&format!(", {form} po ostatnim dniu")), "{text}");
    }
    for (months, form) in [
        (1, "jeden miesiąc"),
        (3, "3 miesiące"),
        (5, "5 miesięcy"),
        (12, "12 miesięcy"),
        (22, "22 miesiące"),
        (25, "25 miesięcy"),
    ] {
        let mut finding = samples::late(FindingCode::ExtensionTooLong, 0);
        finding.facts.months = Some(months);
        let text = words.finding(&finding, samples::provision_of(finding.code)).text;
        assert!(text.contains(&format!("o {form}.")), "{text}");
    }
    let mut half = FluentArgs::new();
    half.set("unit", "months");
    half.set("count", 1.5);
    assert_eq!(try_say(words.sentences(), "term", None, &half).unwrap(), "1.5 miesiąca");
}

#[test]
fn days_are_written_as_each_language_writes_them() {
    for (language, first, fifth, weekday) in [
        (Language::English, "1 March 2026", "5 August 2026", "Wednesday"),
        (Language::French, "1er mars 2026", "5 août 2026", "mercredi"),
        (Language::German, "1. März 2026", "5. August 2026", "Mittwoch"),
        (Language::Spanish, "1 de marzo de 2026", "5 de agosto de 2026", "miércoles"),
        (Language::Italian, "1º marzo 2026", "5 agosto 2026", "mercoledì"),
        (Language::Dutch, "1 maart 2026", "5 augustus 2026", "woensdag"),
        (Language::Polish, "1 marca 2026 r.", "5 sierpnia 2026 r.", "środa"),
    ] {
        let names = Words::of(language).names();
        assert_eq!(days::date(names, "2026-03-01").as_deref(), Some(first));
        assert_eq!(days::date(names, "2026-08-05").as_deref(), Some(fifth));
        assert_eq!(days::weekday(names, "2026-08-05").as_deref(), Some(weekday));
        assert_eq!(days::date(names, "soon"), None);
        let months: std::collections::BTreeSet<_> =
            (1..=12).filter_map(|month| days::date(names, &format!("2026-{month:02}-03"))).collect();
        let week: std::collections::BTreeSet<_> =
            (1..=7).filter_map(|day| days::weekday(names, &format!("2026-03-{day:02}"))).collect();
        assert_eq!((months.len(), week.len()), (12, 7), "{language}");
    }
}

#[test]
fn places_have_names() {
    for (language, germany, bavaria, elsewhere) in [
        (Language::English, "Germany", "Germany, DE-BY", "JP"),
        (Language::French, "Allemagne", "Allemagne, DE-BY", "JP"),
        (Language::Polish, "Niemcy", "Niemcy, DE-BY", "JP"),
    ] {
        let names = Words::of(language).names();
        assert_eq!(names::place(names, "DE").as_deref(), Some(germany));
        assert_eq!(names::place(names, "DE-BY").as_deref(), Some(bavaria));
        assert_eq!(names::place(names, "JP").as_deref(), Some(elsewhere));
        assert_eq!(names::place(names, "nowhere"), None);
    }
}

#[test]
fn holidays_have_the_name_that_a_reader_can_look_up() {
    let easter = samples::skipped("Easter Monday", "Lundi de Pâques");
    let german_unity = samples::skipped("Day of German Unity", "Tag der Deutschen Einheit");
    for (language, feast, national) in [
        (Language::English, "Easter Monday", "Day of German Unity"),
        (Language::French, "lundi de Pâques", "Tag der Deutschen Einheit"),
        (Language::German, "Ostermontag", "Tag der Deutschen Einheit"),
        (Language::Dutch, "tweede paasdag", "Tag der Deutschen Einheit"),
    ] {
        assert_eq!(names::holiday(Words::of(language), &easter).as_deref(), Some(feast));
        assert_eq!(names::holiday(Words::of(language), &german_unity).as_deref(), Some(national));
    }
}
