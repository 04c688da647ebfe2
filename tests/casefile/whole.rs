//! A whole file: every piece, the manifest with its signature, and the archive.

use std::fs;
use std::path::{Path, PathBuf};

use recourse::casefile::facts::FileFacts;
use recourse::casefile::{
    Archive, ArchiveError, ComplaintFacts, Extent, MakeError, Maker, Manifest, ManifestError, Piece, Version, in_order,
    names,
};
use recourse::crypto::signing_key::{SigningKey, VerificationKeys};
use recourse::wording::Language;

use crate::samples;
use crate::tools::{run, text_of};

pub const ISSUER: &str = "https://recourse.example";

/// Every piece of both versions, in the order of the archive.
pub fn pieces(complaint: &ComplaintFacts) -> Vec<Piece> {
    let maker = Maker::new(complaint).unwrap();
    let mut pieces = Vec::new();
    for version in [Version::Full, Version::NonConfidential] {
        let mut of_people = Vec::new();
        let people = (1..=complaint.counts.people).map(samples::person);
        in_order(
            people,
            2,
            |person| maker.person(&person, version).unwrap(),
            |made| {
                of_people.extend([made.annexes, made.facts]);
                Ok::<(), MakeError>(())
            },
        )
        .unwrap();
        let listed: Vec<FileFacts> = of_people.iter().map(Piece::listed).collect();
        let volumes = Maker::volumes(listed.len());
        let extent = Extent {
            first: samples::person(1).reference,
            last: samples::person(complaint.counts.people).reference,
            volumes,
        };
        pieces.push(maker.main_text(version, &extent).unwrap());
        pieces.push(maker.facts(version).unwrap());
        for volume in 1..=volumes {
            pieces.push(maker.register(version, volume, &listed).unwrap());
        }
        pieces.append(&mut of_people);
    }
    pieces
}

fn key() -> SigningKey {
    SigningKey::from_seed(&[7; 32]).unwrap()
}

/// The archive of a complaint, with manifest and signature.
pub fn archive(complaint: &ComplaintFacts) -> Vec<u8> {
    let pieces = pieces(complaint);
    let mut manifest = Manifest::new(complaint);
    manifest.files = pieces.iter().map(Piece::listed).collect();
    let list = manifest.piece().unwrap();
    let signature = manifest.signature(&list, ISSUER, &key(), "2026-09-14T10:00:00Z".parse().unwrap()).unwrap();
    let mut archive = Archive::new(Vec::new());
    for piece in pieces.iter().chain([&list, &signature]) {
        archive.add_piece(piece).unwrap();
    }
    archive.finish().unwrap()
}

fn unpacked(complaint: &ComplaintFacts) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("complaint.zip");
    fs::write(&zip, archive(complaint)).unwrap();
    let tested = run("unzip", &["-t", text_of(&zip)]);
    assert!(tested.contains("No errors detected"), "{tested}");
    let out = folder.path().join("out");
    run("unzip", &["-q", text_of(&zip), "-d", text_of(&out)]);
    (folder, out)
}

#[test]
fn the_archive_unpacks_to_what_the_signed_manifest_lists() {
    let complaint = samples::complaint(Language::English, 3);
    let (_folder, out) = unpacked(&complaint);
    let keys: VerificationKeys = std::iter::once(&key()).collect();
    let bytes = fs::read(out.join(names::MANIFEST)).unwrap();
    let signature = fs::read_to_string(out.join(names::SIGNATURE)).unwrap();
    let manifest = Manifest::verified(&bytes, &signature, ISSUER, &keys).unwrap();
    assert_eq!((manifest.complaint.as_str(), manifest.files.len()), ("BDR-2026-017", 18));
    for file in &manifest.files {
        let path = out.join(&file.name);
        let printed = run("sha256sum", &[text_of(&path)]);
        assert_eq!(printed.split_whitespace().next(), Some(file.sha256.as_str()), "{}", file.name);
        assert_eq!(fs::metadata(&path).unwrap().len(), file.size);
        if let Some(pages) = file.pages {
            assert_eq!(crate::tools::info(&path, "Pages"), pages.to_string(), "{}", file.name);
        }
    }
    assert_eq!(count(&out), manifest.files.len() + 2, "nothing lies in the archive that is not listed");

    let mut changed = bytes.clone();
    let last = changed.len() - 3;
    changed[last] ^= 1;
    assert!(Manifest::verified(&changed, &signature, ISSUER, &keys).is_err());
    let nobody = VerificationKeys::default();
    let refused = Manifest::verified(&bytes, &signature, ISSUER, &nobody);
    assert!(matches!(refused, Err(ManifestError::Token(_))), "{refused:?}");
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}

#[test]
fn the_same_facts_give_the_same_archive() {
    let complaint = samples::complaint(Language::English, 2);
    assert!(archive(&complaint) == archive(&complaint));
}

#[test]
fn the_same_facts_stand_in_json() {
    let complaint = samples::complaint(Language::English, 1);
    let (_folder, out) = unpacked(&complaint);
    let read =
        |name: &str| -> serde_json::Value { serde_json::from_slice(&fs::read(out.join(name)).unwrap()).unwrap() };
    let main = read(&names::facts(Version::Full));
    assert_eq!(main["format"], recourse::casefile::FORMAT);
    assert_eq!(main["facts"]["points"][0]["code"], "silent_first_deadline");
    assert_eq!(main["facts"]["counts"]["people"], 1);
    let person = read(&names::person(Version::Full, "P-00001"));
    assert_eq!(person["person"]["name"], samples::person(1).name);
    let kept = serde_json::from_value(person["person"]["requests"][0]["clock"]["deadline"].clone()).unwrap();
    assert_eq!(samples::person(1).requests[0].deadline, Some(kept), "the deadline with every step");
    let open = read(&names::person(Version::NonConfidential, "P-00001"));
    assert_eq!(open["person"]["name"], serde_json::json!({ "withheld": "name", "why": "not_needed" }));
    let reason = &read(&names::facts(Version::NonConfidential))["facts"]["description"][1];
    assert_eq!(reason["why"], "confidential");
    assert_eq!(reason["reason"], "business secret of a third party");
}

#[test]
fn a_file_that_is_not_the_one_listed_ends_the_archive() {
    let complaint = samples::complaint(Language::English, 1);
    let maker = Maker::new(&complaint).unwrap();
    let piece = maker.facts(Version::Full).unwrap();
    let mut written = Vec::new();
    {
        let mut archive = Archive::new(&mut written);
        archive.add_piece(&piece).unwrap();
        let other = FileFacts { name: "full/other.json".into(), ..piece.listed() };
        let refused = archive.add(&other, &piece.bytes[1..]);
        assert!(matches!(refused, Err(ArchiveError::Content(_))), "{refused:?}");
        assert!(archive.add_piece(&piece).is_err(), "nothing can follow");
        assert!(archive.finish().is_err());
    }
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("half.zip");
    fs::write(&zip, &written).unwrap();
    let tested = std::process::Command::new("unzip").args(["-t", text_of(&zip)]).output().unwrap();
    assert!(!tested.status.success(), "half an archive does not look like one");
}

#[test]
fn names_that_leave_the_archive_are_refused() {
    let complaint = samples::complaint(Language::English, 1);
    let piece = Maker::new(&complaint).unwrap().facts(Version::Full).unwrap();
    for name in ["../escape.json", "/etc/x.json", "a/./b", ""] {
        let listed = FileFacts { name: name.into(), ..piece.listed() };
        let refused = Archive::new(Vec::new()).add(&listed, piece.bytes.as_slice());
        assert!(matches!(refused, Err(ArchiveError::Path(_))), "{name}");
    }
}

#[test]
fn facts_with_holes_make_no_file() {
    let complaint = samples::complaint(Language::English, 1);
    let maker = Maker::new(&complaint).unwrap();
    let refused = |change: &dyn Fn(&mut recourse::casefile::PersonFacts)| {
        let mut person = samples::person(1);
        change(&mut person);
        maker.person(&person, Version::Full).unwrap_err().to_string()
    };
    assert_eq!(refused(&|person| person.name = " ".into()), "P-00001 has no name");
    assert_eq!(refused(&|person| person.requests.clear()), "P-00001 has no request");
    assert_eq!(refused(&|person| person.mandate.complaint_acts.clear()), "P-00001 has no mandate for a complaint");
    let hash = "the hash of a file of P-00001 is not 64 hexadecimal digits";
    assert_eq!(refused(&|person| person.mandate.document_sha256 = Some("ABC".into())), hash);
    let reference = "a reference consists of letters, digits and hyphens";
    assert_eq!(refused(&|person| person.reference = "../P".into()), reference);
    let named = ComplaintFacts { reference: "C/1".into(), ..complaint.clone() };
    assert!(matches!(Maker::new(&named), Err(MakeError::Reference)));
}
