//! Every kind of bad line: its own problems, and nothing happens to its neighbours.

use super::*;

/// What is told of one line.
type Expected = &'static [(Code, Option<&'static str>)];

const GOOD: &str = "A1,Ada,ada@example.org,1990-12-10,FR,2026-10-17,2027-10-17";

/// Reads the lines between two good ones, which must both survive.
fn between(lines: &[u8]) -> Outcome {
    let upload = [HEADING.as_bytes(), b"\n", GOOD.as_bytes(), b"\n", lines, b"\n", GOOD.as_bytes(), b"\n"].concat();
    let outcome = read(intake(UploadFormat::Csv), &upload);
    assert_eq!(outcome.refused, None);
    let last = upload.iter().filter(|byte| **byte == b'\n').count() as u64;
    assert_eq!(outcome.names().first(), Some(&(2, "Ada")), "the line before");
    assert_eq!(outcome.names().last(), Some(&(last, "Ada")), "the line after");
    outcome
}

#[test]
fn each_bad_line_of_csv_is_told_and_harms_no_other() {
    let cases: &[(&[u8], Expected)] = &[
        (b"A2,Bob", &[(Code::FieldCount, None)]),
        (b"A2,Bob,,,,,,", &[(Code::FieldCount, None)]),
        (b"A2,Bob\xFFby,,,,,", &[(Code::BadEncoding, None)]),
        (b"A2,Bob\0by,,,,,", &[(Code::NulByte, None)]),
        (b"A2,Bob\0\xFF,,,,,", &[(Code::NulByte, None), (Code::BadEncoding, None)]),
        (b"A2,\"Bob,,,,,", &[(Code::QuotesUnbalanced, None)]),
        (b"A2,\"Bob\"by,,,,,", &[(Code::QuotesUnbalanced, None)]),
        (b"A2,Bob,no address,,,,", &[(Code::EmailInvalid, Some("email"))]),
        (b"A2,Bob,bob@localhost,,,,", &[(Code::EmailInvalid, Some("email"))]),
        (b"A2,Bob,bob@[127.0.0.1],,,,", &[(Code::EmailInvalid, Some("email"))]),
        (b"A2,Bob,,1990-02-30,,,", &[(Code::DateInvalid, Some("birth_date"))]),
        (b"A2,Bob,,12/05/04,,,", &[(Code::DateInvalid, Some("birth_date"))]),
        (b"A2,Bob,,03/04/1990,,,", &[(Code::DateAmbiguous, Some("birth_date"))]),
        (b"A2,Bob,,2026-11-23,,,", &[(Code::DateInFuture, Some("birth_date"))]),
        (b"A2,Bob,,,Narnia,,", &[(Code::CountryUnknown, Some("country"))]),
        (b"A2,Bob,,,,2026-10-17,2026-10-16", &[(Code::DatesReversed, Some("mandate.valid_until"))]),
        (b"A2,,b@example.org,,,,", &[(Code::ValueMissing, Some("family_name"))]),
        (b"A2,Bob\x07,,,,,", &[(Code::ValueInvalid, Some("family_name"))]),
        (b"A2,\"Bob\nby\",,,,,", &[(Code::ValueInvalid, Some("family_name"))]),
    ];
    for (line, expected) in cases {
        let outcome = between(line);
        let expected: Vec<_> = expected.iter().map(|(code, field)| (3, *code, *field)).collect();
        assert_eq!(outcome.told(), expected, "{}", line.escape_ascii());
        assert_eq!(outcome.people.len(), 2, "{}", line.escape_ascii());
    }
}

#[test]
fn everything_that_is_wrong_with_a_line_is_told() {
    let outcome = between(b"A2,Bob,b@,1990-02-30,Narnia,2026-13-01,");
    let expected = [
        (3, Code::EmailInvalid, Some("email")),
        (3, Code::DateInvalid, Some("birth_date")),
        (3, Code::CountryUnknown, Some("country")),
        (3, Code::DateInvalid, Some("mandate.signed_on")),
    ];
    assert_eq!(outcome.told(), expected);
}

#[test]
fn values_have_their_longest() {
    let with_name = |length: usize| between(format!("A2,{},,,,,", "é".repeat(length)).as_bytes());
    assert_eq!(with_name(200).told(), []);
    assert_eq!(with_name(201).told(), [(3, Code::ValueTooLong, Some("family_name"))]);
    let mail = format!("A2,Bob,{}@{}.example.org,,,,", "b".repeat(64), "c.".repeat(100));
    assert_eq!(between(mail.as_bytes()).told(), [(3, Code::ValueTooLong, Some("email"))]);
}

#[test]
fn a_huge_line_costs_no_memory_and_no_other_line() {
    let mut intake = intake(UploadFormat::Csv);
    intake.hints.separator = Some(Separator::Comma);
    let (mut reader, mut outcome) = (UploadReader::new(intake), Outcome::default());
    let mut push = |reader: &mut UploadReader, piece: &[u8]| {
        reader.push(piece);
        outcome.drain(reader);
        assert!(reader.held() <= 3 * 64 * 1024, "{} bytes are held", reader.held());
    };
    push(&mut reader, format!("{HEADING}\n{GOOD}\nA2,").as_bytes());
    for _ in 0..10 * 1024 / 16 {
        push(&mut reader, &[b'x'; 16 * 1024]);
    }
    push(&mut reader, format!("\n{GOOD}\n").as_bytes());
    reader.finish();
    assert!(outcome.drain(&mut reader));
    assert_eq!(outcome.told(), [(3, Code::LineTooLong, None)]);
    assert_eq!(outcome.names(), [(2, "Ada"), (4, "Ada")]);
}

#[test]
fn the_longest_record_is_read_and_one_byte_more_is_not() {
    let limit = Limits::default().record_bytes;
    let line = |length: usize| {
        let mut line = b"A2,Bob,,,,,".to_vec();
        line.resize(length, b' ');
        line
    };
    assert_eq!(between(&line(limit)).told(), []);
    assert_eq!(between(&line(limit + 1)).told(), [(3, Code::LineTooLong, None)]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_its_own_line_only() {
    let lines: Vec<String> = (0..300).map(|at| format!("A{at},Bob {at},,,,,")).collect();
    let outcome = between(format!("A2,\"Bob,,,,,\n{}", lines.join("\n")).as_bytes());
    assert_eq!(outcome.told(), [(3, Code::QuotesUnbalanced, None)]);
    assert_eq!(outcome.people.len(), 302);
    // Each line opens what the line before it left open: work stays bounded, and each is told.
    let outcome = between("x\",\"z\n".repeat(3_000).trim_end().as_bytes());
    assert!(outcome.problems.len() >= 2_900);
}

#[test]
fn lines_that_say_nothing_are_passed() {
    let outcome = csv("\n   \n,,,,,,\r\n\nA1,Ada,,,,,\n\n");
    assert_eq!(outcome.told(), []);
    assert_eq!(outcome.names(), [(6, "Ada")]);
}

#[test]
fn line_numbers_are_those_of_an_editor() {
    let mut intake = intake(UploadFormat::Csv);
    intake.mapping.columns.insert("street".parse().unwrap(), "street".into());
    let upload = format!("\n{HEADING},street\r\nA1,Ada,,,,,,\"1 rue A\r\nBât. B\"\r\nA2,Bob,x,,,,,\r\nA3,Cy,,,,,,\r\n");
    let outcome = read(intake, upload.as_bytes());
    assert_eq!(outcome.names(), [(3, "Ada"), (6, "Cy")]);
    assert_eq!(outcome.told(), [(5, Code::EmailInvalid, Some("email"))]);
    assert_eq!(outcome.people[0].street.as_ref().unwrap().expose(), "1 rue A\nBât. B");
}

#[test]
fn uploads_that_cannot_be_read_at_all() {
    let refused =
        |upload: &[u8]| read(intake(UploadFormat::Csv), upload).refused.map(|problem| (problem.code, problem.field));
    assert_eq!(refused(b""), Some((Code::UploadEmpty, None)));
    assert_eq!(refused(b"\xEF\xBB\xBF\r\n\r\n"), Some((Code::UploadEmpty, None)));
    assert_eq!(refused(format!("{HEADING}\n\n").as_bytes()), Some((Code::UploadEmpty, None)));
    assert_eq!(refused(b"ref,name\nA1,Ada\n"), Some((Code::ColumnMissing, Some("email".into()))));
    assert_eq!(
        refused(format!("{HEADING},name\nA1\n").as_bytes()),
        Some((Code::ColumnDuplicate, Some("family_name".into())))
    );
    assert_eq!(refused(&[b'x'; 100_000]), Some((Code::HeaderMalformed, None)));
    assert_eq!(refused(b"ref,\"name\nA1,Ada\n"), Some((Code::HeaderMalformed, None)));
    // A heading twice does no harm where it is not mapped.
    assert_eq!(refused(format!("{HEADING},x,x\nA1,Ada,,,,,,,\n").as_bytes()), None);
    let mut unusable = intake(UploadFormat::Csv);
    unusable.mapping = ColumnMapping::default();
    assert_eq!(read(unusable, b"x\ny\n").refused.map(|problem| problem.code), Some(Code::MappingInvalid));
}

#[test]
fn each_bad_line_of_ndjson_is_told_and_harms_no_other() {
    const GOOD: &str = r#"{"family_name": "Ada", "birth_date": "1990-12-10"}"#;
    let long = format!(r#"{{"family_name": "{}"}}"#, "x".repeat(70_000));
    let cases: &[(&[u8], Expected)] = &[
        (b"{\"family_name\": ", &[(Code::LineMalformed, None)]),
        (b"family_name: Bob", &[(Code::LineMalformed, None)]),
        (b"[\"A1\", \"Bob\"]", &[(Code::LineShapeInvalid, None)]),
        (b"{\"family_name\": \"Bob\", \"shoe_size\": 42}", &[(Code::LineShapeInvalid, None)]),
        (b"{\"family_name\": 42}", &[(Code::LineShapeInvalid, None)]),
        (b"{\"family_name\": \"B\xFFb\"}", &[(Code::BadEncoding, None)]),
        (b"{\"family_name\": \"B\0b\"}", &[(Code::NulByte, None)]),
        (b"{\"family_name\": \"B\\u0000b\"}", &[(Code::ValueInvalid, Some("family_name"))]),
        (long.as_bytes(), &[(Code::LineTooLong, None)]),
        (b"{}", &[(Code::ValueMissing, Some("family_name"))]),
        (b"{\"family_name\": \"Bob\", \"birth_date\": \"10/12/1990\"}", &[(Code::DateInvalid, Some("birth_date"))]),
        (
            b"{\"family_name\": \"Bob\", \"email\": \"b\", \"country\": \"\xC3\x89\"}",
            &[(Code::EmailInvalid, Some("email")), (Code::CountryUnknown, Some("country"))],
        ),
        (
            b"{\"family_name\": \"Bob\", \"identifiers\": {\"Kunde Nr\": \"1\"}}",
            &[(Code::ValueInvalid, Some("identifiers"))],
        ),
        (
            b"{\"family_name\": \"Bob\", \"mandate\": {\"rights\": [\"access\", \"x\"]}}",
            &[(Code::WordUnknown, Some("mandate.rights"))],
        ),
        (b"{\"family_name\": \"Bob\", \"controllers\": [\"a b\"]}", &[(Code::ValueInvalid, Some("controllers"))]),
        (
            b"{\"family_name\": \"Bob\", \"ask\": {\"rectifications\": [{\"field\": \"street\", \"right\": \"\"}]}}",
            &[(Code::ValueMissing, Some("ask.rectification.right"))],
        ),
        (b"{\"family_name\": \"Bob\", \"language\": \"french\"}", &[(Code::LanguageInvalid, Some("language"))]),
    ];
    for (line, expected) in cases {
        let upload = [GOOD.as_bytes(), b"\r\n", line, b"\n\n", GOOD.as_bytes()].concat();
        let outcome = read(intake(UploadFormat::Ndjson), &upload);
        let expected: Vec<_> = expected.iter().map(|(code, field)| (2, *code, *field)).collect();
        assert_eq!(outcome.told(), expected, "{}", line[..line.len().min(100)].escape_ascii());
        assert_eq!(outcome.names(), [(1, "Ada"), (4, "Ada")]);
    }
    assert_eq!(
        read(intake(UploadFormat::Ndjson), b"\n\n").refused.map(|problem| problem.code),
        Some(Code::UploadEmpty)
    );
}

#[test]
fn problems_show_no_value() {
    let secret = "geheim-4711";
    let line = format!("{secret},{secret}\x07,{secret},{secret},{secret},{secret},{secret}");
    let outcome = between(line.as_bytes());
    assert!(outcome.problems.len() >= 5);
    assert!(!format!("{:?}", outcome.problems).contains(secret));
    let ndjson = read(intake(UploadFormat::Ndjson), format!("{{\"{secret}\": \"{secret}\"}}").as_bytes());
    assert!(!format!("{ndjson:?}").contains(secret));
    let good = csv(&format!("A1,{secret},,,,,"));
    assert!(good.people.len() == 1 && !format!("{good:?}").contains(secret));
}
