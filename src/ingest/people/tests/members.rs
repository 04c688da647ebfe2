//! The member list of a union: 5,000 people, as it is exported. Read from beside the project, where it is present.

use std::collections::BTreeSet;

use super::splits::utf16;
use super::*;

fn members() -> Option<Vec<u8>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/members.csv");
    let members = std::fs::read(path).ok();
    if members.is_none() {
        eprintln!("SKIPPED: the member list is not at {path}");
    }
    members
}

fn mapped(upload: &[u8]) -> Intake {
    let head = &upload[..upload.len().min(64 * 1024)];
    let found = detect(head, false, UploadFormat::Csv, &DialectHints::default(), None).unwrap();
    assert_eq!(found.unused_headings, [""; 0], "each heading is understood");
    Intake { mapping: found.mapping, ..intake(UploadFormat::Csv) }
}

#[test]
fn the_member_list_goes_in_as_it_is() {
    let Some(upload) = members() else { return };
    let intake = mapped(&upload);
    assert_eq!(intake.mapping.columns.len(), 15);
    let outcome = read(intake.clone(), &upload);
    assert_eq!((outcome.refused.as_ref(), outcome.people.len(), outcome.problems.len()), (None, 5_000, 0));

    let mut reader = UploadReader::new(intake);
    reader.push(&upload);
    reader.finish();
    assert!(matches!(reader.next_step(), Ok(Step::Line(_))));
    let dialect = reader.layout().unwrap().dialect;
    assert_eq!((dialect.encoding, dialect.separator), (TextEncoding::Utf8, Some(Separator::Semicolon)));
    assert_eq!((dialect.date_order, dialect.date_order_ambiguous), (Some(DateOrder::Dmy), false));

    let people = &outcome.people;
    assert!(people.iter().zip(2..).all(|(person, line_no)| person.line_no == line_no));
    let count = |has: &dyn Fn(&PersonLine) -> bool| people.iter().filter(|person| has(person)).count();
    assert_eq!(count(&|person| person.phone.is_some()), 3_020);
    assert_eq!(count(&|person| person.identifiers.len() == 1), 3_471);
    assert_eq!(count(&|person| person.mandate.complaint == Some(true)), 4_510);
    assert_eq!(count(&|person| person.mandate.complaint == Some(false)), 490);
    assert_eq!(count(&|person| person.birth_date.is_some() && person.mandate.valid_until.is_some()), 5_000);
    let references: BTreeSet<_> =
        people.iter().map(|person| person.external_reference.as_ref().unwrap().expose()).collect();
    assert_eq!(references.len(), 5_000);
    let countries: BTreeSet<_> =
        people.iter().map(|person| person.country.as_ref().unwrap().expose().as_str()).collect();
    assert_eq!(countries.into_iter().collect::<Vec<_>>(), ["DE", "ES", "FR", "GR", "IT", "NL", "PL", "SE"]);
}

#[test]
fn copies_in_other_encodings_give_the_same_people() {
    let Some(upload) = members() else { return };
    let intake = mapped(&upload);
    let expected = read(intake.clone(), &upload);
    let text = std::str::from_utf8(&upload[3..]).unwrap();
    for copy in [utf16(text, u16::to_le_bytes), [b"\xFE\xFF".to_vec(), utf16(text, u16::to_be_bytes)].concat()] {
        assert_eq!(mapped(&copy).mapping, intake.mapping);
        assert_eq!(read(intake.clone(), &copy), expected);
    }

    // The people whose names windows-1252 can write.
    let western: String =
        text.split_inclusive("\r\n").filter(|line| !encoding_rs::WINDOWS_1252.encode(line).2).collect();
    let copy = encoding_rs::WINDOWS_1252.encode(&western).0.into_owned();
    let expected = read(intake.clone(), western.as_bytes());
    assert!(expected.people.len() > 3_500 && expected.problems.is_empty());
    assert_eq!(mapped(&copy).mapping, intake.mapping);
    assert_eq!(read(intake, &copy), expected);
}

#[test]
fn the_member_list_survives_deaths() {
    let Some(upload) = members() else { return };
    let intake = mapped(&upload);
    let expected = read(intake.clone(), &upload);
    let (mut outcome, mut checkpoint) = (Outcome::default(), Checkpoint::default());
    loop {
        let mut reader = UploadReader::resume(intake.clone(), checkpoint.clone());
        let rest = &upload[usize::try_from(checkpoint.byte_offset).unwrap()..];
        let end = rest.len().min(100_000);
        reader.push(&rest[..end]);
        if end == rest.len() {
            reader.finish();
        }
        if outcome.drain(&mut reader) {
            break;
        }
        checkpoint = reader.checkpoint();
    }
    assert_eq!(outcome, expected);
}
