//! What the head of an upload tells.

use super::*;
use crate::domain::right::Right;

fn look(upload: &str, hints: DialectHints) -> Detection {
    detect(upload.as_bytes(), true, UploadFormat::Csv, &hints, None).unwrap()
}

#[test]
fn a_mapping_is_proposed_with_the_dialect() {
    let found =
        look("Mitgliedsnr.;Name;Vorname;Geb.;Geburtsdatum\r\n1;Meier;Ida;x;31.12.1990\r\n", DialectHints::default());
    assert_eq!(found.dialect.separator, Some(Separator::Semicolon));
    assert_eq!((found.dialect.date_order, found.dialect.date_order_ambiguous), (Some(DateOrder::Dmy), false));
    assert_eq!(found.headings, ["Mitgliedsnr.", "Name", "Vorname", "Geb.", "Geburtsdatum"]);
    assert_eq!(found.unused_headings, ["Geb."]);
    let proposed = serde_json::to_value(&found.mapping.columns).unwrap();
    let expected = serde_json::json!({
        "external_reference": "Mitgliedsnr.", "family_name": "Name", "given_name": "Vorname", "birth_date": "Geburtsdatum",
    });
    assert_eq!(proposed, expected);
}

#[test]
fn dates_that_can_be_two_days_are_reported_and_refused_until_told() {
    let upload = format!("{HEADING}\nA1,Ada,,03/04/1990,,,\n");
    let found = look(&upload.replace("born", "birth date"), DialectHints::default());
    assert_eq!((found.dialect.date_order, found.dialect.date_order_ambiguous), (None, true));
    assert_eq!(csv("A1,Ada,,03/04/1990,,,\n").told(), [(2, Code::DateAmbiguous, Some("birth_date"))]);
    for (order, expected) in [(DateOrder::Dmy, date(1990, 4, 3)), (DateOrder::Mdy, date(1990, 3, 4))] {
        let mut told = intake(UploadFormat::Csv);
        told.hints.date_order = Some(order);
        let outcome = read(told, upload.as_bytes());
        assert_eq!(outcome.people[0].birth_date.as_ref().unwrap().expose(), &expected);
    }
    // One date decides for all.
    assert_eq!(csv("A1,Ada,,03/04/1990,,,\nA2,Bob,,,,17/10/2026,\n").told(), []);
}

#[test]
fn a_spreadsheet_may_state_the_separator() {
    let outcome = read(
        intake(UploadFormat::Csv),
        format!("sep=|\r\n{}\r\nA1|Ada|||||\r\n", HEADING.replace(',', "|")).as_bytes(),
    );
    assert_eq!((outcome.names(), outcome.told()), (vec![(3, "Ada")], vec![]));
}

#[test]
fn columns_can_be_named_by_number() {
    let mut intake = intake(UploadFormat::Csv);
    intake.hints.header = Some(false);
    intake.mapping = serde_json::from_value(serde_json::json!({"positions": {"family_name": 2, "email": 1}})).unwrap();
    let outcome = read(intake.clone(), b"a@example.org,Ada\nb@example.org,Bob\n");
    assert_eq!(outcome.names(), [(1, "Ada"), (2, "Bob")]);
    assert_eq!(read(intake, b"a@example.org\n").refused.map(|problem| problem.code), Some(Code::ColumnMissing));
}

#[test]
fn defaults_fill_what_lines_lack() {
    let defaults = serde_json::json!({ "country": "FR", "mandate.rights": "access|Löschung|17", "mandate.complaint": "non", "language": "fr_fr" });
    let mut intake_csv = intake(UploadFormat::Csv);
    intake_csv.mapping.defaults = serde_json::from_value(defaults.clone()).unwrap();
    let outcome = read(intake_csv, format!("{HEADING}\nA1,Ada,,,,,\nA2,Bob,,,Polska,,\n").as_bytes());
    let mut intake_json = intake(UploadFormat::Ndjson);
    intake_json.mapping.defaults = serde_json::from_value(defaults).unwrap();
    let lines = "{\"family_name\": \"Ada\", \"external_reference\": \"A1\"}\n\
                 {\"family_name\": \"Bob\", \"external_reference\": \"A2\", \"country\": \"pl\"}";
    let same = read(intake_json, lines.as_bytes());
    assert_eq!(outcome.told(), []);
    for (from_csv, from_json) in outcome.people.iter().zip(&same.people) {
        assert_eq!(&PersonLine { line_no: from_csv.line_no, ..from_json.clone() }, from_csv);
    }
    let countries: Vec<_> =
        same.people.iter().map(|person| person.country.as_ref().unwrap().expose().as_str()).collect();
    assert_eq!(countries, ["FR", "PL"]);
    let mandate = &same.people[0].mandate;
    assert_eq!(
        (mandate.rights.as_slice(), mandate.complaint),
        ([Right::Access, Right::Erasure].as_slice(), Some(false))
    );
    assert_eq!(same.people[0].language.as_deref(), Some("fr-FR"));
}

#[test]
fn csv_and_ndjson_say_the_same() {
    let mapping = serde_json::json!({ "columns": {
        "full_name": "n", "identifiers.customer_number": "k", "controllers": "c", "ask.rectification.field": "f",
        "ask.rectification.wrong": "w", "ask.rectification.right": "r", "ask.rectification.2.field": "f2",
        "ask.rectification.2.right": "r2", "ask.objection_grounds": "g", "mandate.valid_from": "v", "mandate.complaint": "p",
    }});
    let mut intake_csv = intake(UploadFormat::Csv);
    intake_csv.mapping = serde_json::from_value(mapping).unwrap();
    let upload =
        "n;k;c;f;w;r;f2;r2;g;v;p\nAda B.;K 1;acme| beta|acme;rue;1 rue A;2 rue A;ville;Lille;\"a\nb\";31/01/2026;Oui\n";
    let line = serde_json::json!({
        "full_name": "Ada B.", "identifiers": { "customer_number": "K 1" }, "controllers": ["acme", "beta"],
        "ask": { "objection_grounds": "a\nb", "rectifications": [
            { "field": "rue", "wrong": "1 rue A", "right": "2 rue A" }, { "field": "ville", "right": "Lille" },
        ]},
        "mandate": { "valid_from": "2026-01-31", "complaint": true },
    });
    let from_csv = read(intake_csv, upload.as_bytes());
    let from_json = read(intake(UploadFormat::Ndjson), format!("\n{line}").as_bytes());
    assert_eq!(from_csv.told(), []);
    assert_eq!(from_csv, from_json);
    assert_eq!(from_csv.people[0].ask.rectifications.len(), 2);
}
