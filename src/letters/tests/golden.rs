//! Every letter in every language as plain text, checked in to be read by people: `golden/en.txt` and the others. They are written
//! anew with `RECOURSE_REWRITE_GOLDEN=1`, and reviewed like code.

use std::fmt::Write;
use std::path::Path;

use super::*;

fn letters(language: Language) -> String {
    let mut all = String::new();
    for purpose in purposes().filter(|purpose| purpose.language == language) {
        let right = purpose.right.unwrap();
        for (title, facts) in [("all is known", sample::full(right)), ("little is known", sample::sparse(right))] {
            let title = if purpose.kind.is_by_right() {
                format!("{}, {right}: {title}", purpose.kind)
            } else {
                format!("{}: {title}", purpose.kind)
            };
            let letter = write(purpose.kind, language, &facts, None).unwrap();
            writeln!(all, "======== {title}\n\n{}", letter.text().expose()).unwrap();
        }
    }
    all
}

#[test]
fn letters_are_as_they_were_read() {
    for language in Language::ALL {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/letters/tests/golden/{language}.txt"));
        let present = letters(*language);
        if std::env::var_os("RECOURSE_REWRITE_GOLDEN").is_some() {
            std::fs::write(&path, &present).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        for (number, (is, was)) in present.lines().zip(kept.lines()).enumerate() {
            assert_eq!(is, was, "line {} of {}", number + 1, path.display());
        }
        assert_eq!(present.lines().count(), kept.lines().count(), "{}", path.display());
    }
}

/// What no letter may hold: blanks before commas and stops, two blanks, what is not filled, the marks of values.
const SLIPS: &[&str] =
    &["  ", " ,", " .", "..", "{", "}", "**", "\u{e000}", "\u{e001}", "\u{e002}", "none", "( ", " )", "\\"];

#[test]
fn letters_have_no_slips_of_the_pen() {
    for language in Language::ALL {
        for (number, line) in letters(*language).lines().enumerate() {
            for slip in SLIPS {
                assert!(!line.trim_start().contains(slip), "{language}, line {}: {slip:?} in {line:?}", number + 1);
            }
        }
    }
}
