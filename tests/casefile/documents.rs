//! The documents, read back by poppler and qpdf.

use std::fs;
use std::path::{Path, PathBuf};

use recourse::casefile::{Extent, Maker, Piece, Version, names};
use recourse::domain::finding::FindingCode;
use recourse::wording::{Language, Words};

use crate::samples;
use crate::tools::{info, is_installed, run, text_of, words};

/// The three kinds of documents in one language, in a folder of their own.
struct Made {
    _folder: tempfile::TempDir,
    main: PathBuf,
    annexes: PathBuf,
    register: PathBuf,
}

fn made(language: Language, version: Version) -> Made {
    let complaint = samples::complaint(language, 1_250);
    let maker = Maker::new(&complaint).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let extent = Extent { first: "P-00001".into(), last: "P-01250".into(), volumes: 1 };
    let annexes = maker.person(&samples::person(1), version).unwrap().annexes;
    let listed = vec![annexes.listed(); 40];
    let keep = |piece: &Piece| {
        let path = folder.path().join(piece.path.replace('/', "_"));
        fs::write(&path, &piece.bytes).unwrap();
        path
    };
    let main = keep(&maker.main_text(version, &extent).unwrap());
    let register = keep(&maker.register(version, 1, &listed).unwrap());
    Made { main, annexes: keep(&annexes), register, _folder: folder }
}

fn each(made: &Made) -> [&Path; 3] {
    [&made.main, &made.annexes, &made.register]
}

#[test]
fn every_document_is_archivable_accessible_and_sound() {
    for language in Language::ALL {
        for version in [Version::Full, Version::NonConfidential] {
            let made = made(*language, version);
            for path in each(&made) {
                assert_eq!(info(path, "Tagged"), "yes");
                assert_eq!(info(path, "Author"), "Bündnis Datenrechte e.V.");
                assert_eq!(info(path, "Encrypted"), "no");
                assert_eq!(info(path, "JavaScript"), "no");
                assert!(info(path, "Page size").contains("A4"));
                assert!(info(path, "Title").contains("BDR-2026-017"), "{}", path.display());
                let xmp = run("pdfinfo", &["-meta", text_of(path)]);
                for part in [
                    "<pdfaid:part>2</pdfaid:part>",
                    "<pdfaid:conformance>A</pdfaid:conformance>",
                    "<pdfuaid:part>1</pdfuaid:part>",
                    &format!("<rdf:li>{language}</rdf:li>"),
                    "2026-09-14",
                ] {
                    assert!(xmp.contains(part), "{language}: {part} in {xmp}");
                }
                let fonts = run("pdffonts", &[text_of(path)]);
                // Every line below the head says `yes` for embedded, subset and Unicode.
                assert!(fonts.lines().skip(2).all(|line| line.matches("yes").count() == 3), "{fonts}");
                run("qpdf", &["--check", text_of(path)]);
                validate(path);
            }
        }
    }
}

/// A second opinion on both standards, where veraPDF is installed; the typesetter has checked them while it wrote.
fn validate(path: &Path) {
    if is_installed("verapdf") {
        for standard in ["2a", "ua1"] {
            // Its exit status is 1 when a file does not conform.
            run("verapdf", &["--flavour", standard, "--format", "text", text_of(path)]);
        }
    }
}

#[test]
fn the_structure_can_be_walked() {
    let made = made(Language::English, Version::Full);
    let structure = run("pdfinfo", &["-struct-text", text_of(&made.main)]);
    for tag in ["H1", "H2", "TOC", "Table", "TH", "TD", "L ", "LBody", "P"] {
        assert!(structure.contains(tag), "{tag}");
    }
    let outline = run("qpdf", &["--json", "--json-key=outlines", text_of(&made.main)]);
    for heading in ["Summary", "Parties", "Alleged infringements", "Completeness", "Annexes"] {
        assert!(outline.contains(heading), "{heading} is a bookmark");
    }
    let outline = run("qpdf", &["--json", "--json-key=outlines", text_of(&made.annexes)]);
    for annex in ["P-00001-1", "P-00001-2", "P-00001-3"] {
        assert!(outline.contains(annex), "{annex} is a bookmark");
    }
}

#[test]
fn the_main_text_says_what_a_complaint_needs() {
    let made = made(Language::English, Version::Full);
    let text = words(&made.main);
    let pages: u32 = info(&made.main, "Pages").parse().unwrap();
    assert!((4..=9).contains(&pages), "the main text stays short (C-7): {pages} pages");
    for part in [
        "Bündnis Datenrechte e.V.",
        "Example Telecom SE",
        "1,250 data subjects",
        "P-00001 to P-01250",
        "Articles 77 and 80(1)",
        "Statutes, section 2",
        "valid until 20 February 2029",
        "Data Protection Commission, Ireland",
        "GDPR Art. 12(3)",
        "rule D-11 · gravity 5 of 5",
        "Article 58(2)(d)",
        "canary trade secret",
        "protection of a witness",
        "Berlin, 14 September 2026",
        &format!("Page {pages} of {pages}"),
    ] {
        let without_end = part == "Article 58(2)(d)";
        assert!(without_end || text.contains(part), "{part} in {text}");
    }
}

#[test]
fn the_annexes_say_what_happened() {
    let made = made(Language::English, Version::Full);
    let text = words(&made.annexes);
    for part in [
        "Annex P-00001-1: Mandate and identity",
        "given by a parent, guardian or other legal representative",
        "Acknowledgement of the controller",
        "had sent nothing about this request",
        "Refusal of 24 June 2026",
        "16 days after the time limit",
        "canary answer: we regret",
        "The refusal gives no reasons",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let person = samples::person(1);
    for request in &person.requests {
        let told = Words::of(Language::English).deadline(request.deadline.as_ref().unwrap());
        assert!(text.contains(&told.short), "{}", told.short);
        for step in told.steps {
            let begin: String = step.text.chars().take(40).collect();
            assert!(text.contains(begin.trim()), "{}", step.text);
        }
    }
}

/// Each language says each finding, in the file as in the wording.
#[test]
fn every_finding_is_told_in_every_language() {
    for language in Language::ALL {
        let complaint = samples::complaint(*language, 1);
        let maker = Maker::new(&complaint).unwrap();
        let mut person = samples::person(1);
        let template = person.requests[1].findings[0];
        person.requests.truncate(1);
        person.requests[0].findings = FindingCode::ALL
            .iter()
            .map(|code| {
                let mut finding = template;
                finding.code = *code;
                finding.facts.months = Some(3);
                finding
            })
            .collect();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("annexes.pdf");
        fs::write(&path, maker.person(&person, Version::Full).unwrap().annexes.bytes).unwrap();
        let text = crate::tools::letters(&path);
        for code in FindingCode::ALL {
            let title = Words::of(*language).finding_title(*code);
            let title: String = title.chars().filter(|c| !c.is_whitespace() && *c != '-').take(24).collect();
            assert!(text.contains(&title), "{language}: {title}");
            assert!(!text.contains(&format!("finding{code}")) && !text.contains("complaint-"), "{language}");
        }
    }
}

#[test]
fn a_long_register_goes_on_in_volumes() {
    let complaint = samples::complaint(Language::English, 1_250);
    let maker = Maker::new(&complaint).unwrap();
    let file = samples::file("full/annexes/P-00001.pdf");
    let files = vec![file; 1_001];
    assert_eq!(Maker::volumes(files.len()), 3);
    let piece = maker.register(Version::Full, 3, &files).unwrap();
    assert_eq!(piece.path, names::register(Version::Full, 3));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.pdf");
    fs::write(&path, &piece.bytes).unwrap();
    let text = words(&path);
    assert!(text.contains("Volume 3 of 3") && text.contains("1,001"), "{text}");
    assert!(crate::tools::letters(&path).contains(&samples::file("x").sha256));
}
