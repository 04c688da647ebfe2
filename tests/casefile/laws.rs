//! Main texts for authorities outside of the Union, read back.

use std::fs;

use recourse::casefile::{ComplaintFacts, Extent, Maker, Version};
use recourse::wording::Language;

use crate::samples;
use crate::tools::{info, words};

/// The sample, to an authority in another state about a controller there, asking what can always be asked.
fn complaint(language: Language, place: &str, authority: &str, reason: &str) -> ComplaintFacts {
    let mut complaint = samples::complaint(language, 12);
    complaint.authority.place = samples::place(place);
    complaint.authority.name = authority.to_owned();
    complaint.controller.country = samples::place(place);
    complaint.competence.reasons = vec![reason.to_owned()];
    complaint.remedies.clear();
    complaint
}

fn read(complaint: &ComplaintFacts) -> String {
    let maker = Maker::new(complaint).unwrap();
    let extent = Extent { first: "P-00001".into(), last: "P-00012".into(), volumes: 1 };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("complaint.pdf");
    fs::write(&path, maker.main_text(Version::Full, &extent).unwrap().bytes).unwrap();
    let pages: u32 = info(&path, "Pages").parse().unwrap();
    assert!((4..=9).contains(&pages), "the main text stays short (C-7): {pages} pages");
    words(&path)
}

#[test]
fn a_complaint_in_the_united_kingdom_rests_on_its_acts() {
    let reason = "The persons represented live here.";
    let text = read(&complaint(Language::English, "GB", "Information Commission", reason));
    for part in [
        "under section 165 of the Data Protection Act 2018",
        "meets the conditions of section 187(3) and (4) DPA 2018",
        "Articles 12(3) and 12A UK GDPR",
        "UK GDPR Art. 15",
        "section 149 DPA 2018",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    // A German provision says nothing there of who may complain.
    assert!(!text.contains("UKlaG"), "{text}");
}

#[test]
fn a_file_for_switzerland_is_a_report_that_claims_no_standing() {
    let reason = "Die Aufsichtsbehörde ist für alle außer Organen der Kantone und Gemeinden zuständig.";
    let text = read(&complaint(Language::German, "CH", "EDÖB", reason));
    for part in [
        "Anzeige BDR-2026-017 gegen Example Telecom SE",
        "nach Art. 49 Abs. 1 des schweizerischen Bundesgesetzes über den Datenschutz",
        "macht keine eigene Befugnis geltend",
        "Art. 25 DSG",
        "auf diese Anzeige hin eine Untersuchung zu eröffnen",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("Beschwerde") && !text.contains("UKlaG"), "{text}");
}
