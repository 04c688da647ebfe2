//! No confidential value in the version without them, and no name of a person in a main text or a register.

use std::fs;

use recourse::casefile::{Piece, Version, names, view};
use recourse::domain::recipient::Recipient;
use recourse::wording::Language;

use crate::samples;
use crate::tools::{letters, words};
use crate::whole;

/// A value of each kind that may stand in the full version alone, as it is in `samples`.
const CANARIES: &[&str] = &[
    "Zdzisława Canaryñska",
    "canary.street 7",
    "canary@example.org",
    "+49 30 5550199",
    "CANARY-CUSTOMER-1",
    "canary-credential",
    "canary scope",
    "canary asked",
    "canary answer",
    "canary trade secret",
    "canary remedy",
    "canary-file",
];

fn kept(piece: &Piece) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("piece");
    fs::write(&path, &piece.bytes).unwrap();
    (folder, path)
}

/// All that a program can read in a piece, without spaces and hyphens.
fn readable(piece: &Piece) -> String {
    let (_folder, path) = kept(piece);
    if piece.media_type == "application/pdf" {
        let info = crate::tools::run("pdfinfo", &["-meta", path.to_str().unwrap()]);
        let outline = crate::tools::run("qpdf", &["--json", "--json-key=outlines", path.to_str().unwrap()]);
        return squeezed(&format!("{}{info}{outline}", letters(&path)));
    }
    squeezed(&String::from_utf8(piece.bytes.clone()).unwrap())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_lowercase()
}

fn found(piece: &Piece) -> Vec<&'static str> {
    let text = readable(piece);
    CANARIES.iter().copied().filter(|canary| text.contains(&squeezed(canary))).collect()
}

#[test]
fn nothing_confidential_is_in_the_other_version() {
    for language in [Language::English, Language::Polish] {
        let pieces = whole::pieces(&samples::complaint(language, 2));
        let (full, open): (Vec<_>, Vec<_>) =
            pieces.iter().partition(|piece| piece.path.starts_with(names::folder(Version::Full)));
        let mut seen: Vec<_> = full.iter().flat_map(|piece| found(piece)).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), CANARIES.len(), "the canaries are in the full version: {seen:?}");
        for piece in open {
            assert_eq!(found(piece), Vec::<&str>::new(), "{}", piece.path);
        }
    }
}

#[test]
fn what_was_taken_out_is_marked_with_its_reason() {
    let pieces = whole::pieces(&samples::complaint(Language::English, 1));
    let text = |path: String| {
        let piece = pieces.iter().find(|piece| piece.path == path).unwrap();
        let (_folder, path) = kept(piece);
        words(&path)
    };
    let main = text(names::main_text(Version::NonConfidential));
    assert!(main.contains("Passage taken out as confidential: business secret of a third party"), "{main}");
    assert!(main.contains("Version without confidential parts"), "{main}");
    let annexes = text(names::annexes(Version::NonConfidential, "P-00001"));
    for mark in ["Name taken out", "Contact details taken out", "Content of the answer taken out"] {
        assert!(annexes.contains(mark), "{mark}: {annexes}");
    }
    assert!(annexes.contains("16 days after the time limit"), "what happened can still be read: {annexes}");
}

#[test]
fn no_main_text_and_no_register_names_a_person() {
    let pieces = whole::pieces(&samples::complaint(Language::German, 2));
    let of_nobody: Vec<_> = pieces.iter().filter(|piece| !piece.path.contains("/annexes/")).collect();
    assert_eq!(of_nobody.len(), 6);
    let person = samples::person(1);
    for piece in of_nobody {
        let text = readable(piece);
        for value in [person.name.as_str(), "canary.street", "canary@example.org", "CANARY-CUSTOMER"] {
            assert!(!text.contains(&squeezed(value)), "{value} in {}", piece.path);
        }
    }
}

/// What each kind of recipient gets of a person, as data (Z-9).
#[test]
fn a_view_holds_what_the_field_list_names() {
    let person = samples::person(1);
    let seen = |recipient| squeezed(&serde_json::to_string(&view::person(&person, recipient)).unwrap());
    for recipient in [Recipient::Controller, Recipient::Statistics] {
        let text = seen(recipient);
        for canary in CANARIES {
            assert!(!text.contains(&squeezed(canary)), "{recipient}: {canary}");
        }
    }
    let counted = seen(Recipient::Statistics);
    assert!(counted.contains("erasure") && counted.contains("\"no_reasons\"") && counted.contains("\"refused\""));
    for value in ["2026", "P00001", "RQ00001"] {
        assert!(!counted.contains(&squeezed(value)), "{value}: {counted}");
    }
    assert!(seen(Recipient::Lawyer).contains(&squeezed(&person.name)));
}
