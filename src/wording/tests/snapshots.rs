//! Whole explanations in every language, checked in to be read by people: `explained.txt`.

use std::fmt::Write;

use super::samples::{case, extended, late, provision_of, suspended};
use crate::domain::calendar::Calendars;
use crate::domain::deadline::compute;
use crate::domain::finding::FindingCode;
use crate::wording::{Language, Words};

const SNAPSHOT: &str = include_str!("explained.txt");

fn explained() -> String {
    let cases = [
        ("weekend and holiday", case("FR", "2026-03-05")),
        ("region unknown", case("DE", "2027-10-01")),
        (
            "extension and suspension",
            extended(suspended(case("FR-67", "2026-01-31"), "2026-02-02", Some("2026-02-05")), "2026-02-20"),
        ),
        ("waiting", suspended(case("PL", "2026-01-31"), "2026-02-02", None)),
    ];
    let mut text = String::new();
    for language in Language::ALL {
        let words = Words::of(*language);
        for (title, case) in &cases {
            let told = words.deadline(&compute(case, &Calendars::bundled()).unwrap());
            writeln!(text, "## {language}: {title}\n\n{}\n", told.short).unwrap();
            for step in told.steps {
                let article = step.article.map(|article| format!("; {article}")).unwrap_or_default();
                writeln!(text, "- {} [{}{article}]", step.text, step.rule).unwrap();
            }
            text.push('\n');
        }
        writeln!(text, "## {language}: findings\n").unwrap();
        for code in FindingCode::ALL {
            let told = words.finding(&late(*code, 24), provision_of(*code));
            writeln!(text, "- {}: {} [{}; {}]", told.title, told.text, told.rule, told.article).unwrap();
        }
        text.push('\n');
    }
    text
}

#[test]
fn explanations_are_as_they_were_read() {
    let present = explained();
    if present != SNAPSHOT {
        println!("{present}");
    }
    for (number, (is, was)) in present.lines().zip(SNAPSHOT.lines()).enumerate() {
        assert_eq!(is, was, "line {} of explained.txt", number + 1);
    }
    assert_eq!(present.lines().count(), SNAPSHOT.lines().count());
}
