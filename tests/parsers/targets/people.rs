//! Uploads of people, CSV and NDJSON: what is read depends on the bytes alone, every refusal has a reason, every value a bound.

use jiff::civil::{Date, date};
use recourse::domain::batch::UploadFormat;
use recourse::ingest::{
    Checkpoint, DialectHints, Intake, Limits, LineProblem, PersonLine, Separator, Step, TextEncoding, UploadProblem,
    UploadReader, detect,
};

use super::Target;

pub const CSV: Target =
    Target { name: "people_csv", max_bytes: 1_024, seeds: csv_seeds, run: |input| run(UploadFormat::Csv, input) };

pub const NDJSON: Target = Target {
    name: "people_ndjson",
    max_bytes: 2_048,
    seeds: json_seeds,
    run: |input| run(UploadFormat::Ndjson, input),
};

const TODAY: Date = date(2026, 11, 22);

/// Bytes in front of an upload that choose how it is read.
const SETTINGS: usize = 3;

/// Columns of the uploads, with as many kinds of fields as there are ways to check one.
const HEADING: &str =
    "ref,given,name,email,phone,born,street,country,lang,no,signed,until,complaint,rights,what,right,why,for";

#[derive(Debug, PartialEq, Default)]
struct Outcome {
    people: Vec<PersonLine>,
    problems: Vec<Vec<LineProblem>>,
    refused: Option<UploadProblem>,
}

fn run(format: UploadFormat, input: &[u8]) {
    let Some((settings, upload)) = input.split_at_checked(SETTINGS) else { return };
    let headed;
    let upload = if settings[0] & 1 == 1 && format == UploadFormat::Csv {
        headed = [HEADING.as_bytes(), b"\n", upload].concat();
        &headed
    } else {
        upload
    };
    let intake = intake(format, settings);
    let whole = read(&intake, upload, upload.len().max(1));
    // One other thing to do with each input, so that more of them are tried.
    match settings[2] % 4 {
        0 | 1 => {
            let pieces = read(&intake, upload, usize::from(settings[1]) + 1);
            assert_eq!(pieces, whole, "how it is cut changes nothing");
        }
        2 => {
            let resumed = read_with_deaths(&intake, upload, usize::from(settings[2] / 4 % 8) + 1);
            assert_eq!(resumed, whole, "nor does a death");
        }
        _ => propose(format, &intake, upload),
    }
    check(&whole, upload);
}

fn intake(format: UploadFormat, settings: &[u8]) -> Intake {
    let choice = settings[0] >> 1;
    let encoding = match choice % 4 {
        0 | 1 => None,
        2 => Some(TextEncoding::Windows1252),
        _ => Some(TextEncoding::Utf8),
    };
    let separator = if choice & 4 == 4 { Some(Separator::Semicolon) } else { None };
    let small = Limits { record_bytes: 120, record_breaks: 3, head_bytes: 256, columns: 20 };
    let mapping = match format {
        UploadFormat::Csv => serde_json::json!({ "columns": {
            "external_reference": "ref", "given_name": "given", "family_name": "name", "email": "email", "phone": "phone",
            "birth_date": "born", "street": "street", "country": "country", "language": "lang",
            "identifiers.customer_number": "no", "mandate.signed_on": "signed", "mandate.valid_until": "until",
            "mandate.complaint": "complaint", "mandate.rights": "rights", "ask.rectification.field": "what",
            "ask.rectification.right": "right", "ask.objection_grounds": "why", "controllers": "for",
        }}),
        UploadFormat::Ndjson => serde_json::json!({}),
    };
    Intake {
        format,
        hints: DialectHints { encoding, separator, ..DialectHints::default() },
        mapping: serde_json::from_value(mapping).expect("a mapping"),
        limits: if choice & 8 == 8 { small } else { Limits::default() },
        today: TODAY,
    }
}

impl Outcome {
    /// Takes one step. True when there will be no more of them without more bytes.
    fn take(&mut self, step: Result<Step, UploadProblem>) -> Option<bool> {
        match step {
            Ok(Step::Line(person)) => self.people.push(*person),
            Ok(Step::Rejected(problems)) => self.problems.push(problems),
            Ok(Step::NeedMore) => return Some(false),
            Ok(Step::End) => return Some(true),
            Err(problem) => {
                self.refused = Some(problem);
                return Some(true);
            }
        }
        None
    }
}

fn read(intake: &Intake, upload: &[u8], piece: usize) -> Outcome {
    let (mut reader, mut outcome) = (UploadReader::new(intake.clone()), Outcome::default());
    let mut drain = |reader: &mut UploadReader| loop {
        if let Some(ended) = outcome.take(reader.next_step()) {
            return ended;
        }
    };
    for piece in upload.chunks(piece) {
        reader.push(piece);
        if drain(&mut reader) {
            return outcome;
        }
    }
    reader.finish();
    assert!(drain(&mut reader), "a finished reader needs no more");
    outcome
}

/// Reads to the end, and is killed after every `life` lines and resumed from a stored checkpoint.
fn read_with_deaths(intake: &Intake, upload: &[u8], life: usize) -> Outcome {
    let (mut outcome, mut stored) =
        (Outcome::default(), String::from("{\"byte_offset\":0,\"line_breaks\":0,\"records\":0}"));
    loop {
        let checkpoint: Checkpoint = serde_json::from_str(&stored).expect("a checkpoint is read as it was written");
        let rest = usize::try_from(checkpoint.byte_offset).ok().and_then(|offset| upload.get(offset..));
        let mut reader = UploadReader::resume(intake.clone(), checkpoint);
        reader.push(rest.expect("a checkpoint lies within the upload"));
        reader.finish();
        for _ in 0..life {
            match outcome.take(reader.next_step()) {
                Some(true) => return outcome,
                Some(false) => panic!("a finished reader needs no more"),
                None => {}
            }
        }
        stored = serde_json::to_string(&reader.checkpoint()).expect("a checkpoint is JSON");
    }
}

fn check(outcome: &Outcome, upload: &[u8]) {
    let breaks = upload.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    assert!(outcome.people.len() + outcome.problems.len() <= breaks + 1, "there are no more records than lines");
    for problems in &outcome.problems {
        assert!(!problems.is_empty(), "a refusal has a reason");
        assert!(problems.iter().all(|problem| problem.line_no == problems[0].line_no && problem.line_no > 0));
    }
    assert!(outcome.people.is_sorted_by(|one, next| one.line_no < next.line_no), "lines come in their order");
    for person in &outcome.people {
        let texts = [&person.given_name, &person.family_name, &person.full_name, &person.email, &person.phone];
        let of_line = [&person.street, &person.postal_code, &person.city, &person.external_reference];
        for text in texts.into_iter().chain(of_line).flatten() {
            let text = text.expose();
            assert!(
                !text.trim().is_empty() && text.chars().count() <= 300 && !text.contains('\0'),
                "a value is bounded"
            );
        }
        assert!(texts[..3].iter().any(|name| name.is_some()), "somebody has a name");
        assert!(person.birth_date.as_ref().is_none_or(|born| *born.expose() <= TODAY));
        assert!(person.identifiers.len() <= 20 && person.controllers.len() <= 200);
        assert!(person.ask.rectifications.len() <= 9);
        let grounds = person.ask.objection_grounds.as_ref();
        assert!(grounds.is_none_or(|grounds| grounds.expose().chars().count() <= 4_000));
        let mandate = &person.mandate;
        if let (Some(signed), Some(until)) = (mandate.signed_on, mandate.valid_until) {
            assert!(signed <= until, "a mandate does not end before it is given");
        }
    }
}

/// What is proposed for an upload can be used for it.
fn propose(format: UploadFormat, intake: &Intake, upload: &[u8]) {
    let Ok(found) = detect(upload, true, format, &intake.hints, None) else { return };
    assert!(found.unused_headings.len() <= found.headings.len());
    if format == UploadFormat::Csv && found.mapping.columns.is_empty() && found.mapping.positions.is_empty() {
        return;
    }
    let usable = found.mapping.check(format, TODAY, &Limits::default());
    assert_eq!(usable, Ok(()), "a mapping that is proposed can be used");
    let hints = DialectHints { encoding: Some(found.dialect.encoding), ..intake.hints };
    let proposed = Intake { hints, mapping: found.mapping, limits: Limits::default(), ..intake.clone() };
    let outcome = read(&proposed, upload, upload.len().max(1));
    let field = outcome.refused.as_ref().and_then(|problem| problem.field.as_deref());
    assert_eq!(field, None, "no field of a proposed mapping is refused by the upload that it was proposed for");
}

fn csv_seeds() -> Vec<Vec<u8>> {
    let lines = [
        "A1,Ada,Lovelace,ada@example.org,+33 6 30 12 34 56,17/12/1990,\"1 Rue\nX\",FR,fr,K-1,2026-10-17,,yes,access|erasure,city,Paris,why,shop\n",
        "A2,,\"B\"\"ob\",,,,,,,,,,,,,,,\r\nA3,,\"open,,,,,,,,,,,,,,,\n",
        "A4,,Zoé,zoe@example.org,,03.04.1990,,PL,,,17.10.2026,17.10.2027,non,accès,,,,a|b\n",
    ];
    let mut seeds =
        super::texts(&[1], &lines.map(|line| [&"\u{7}\u{2}", line].concat()).each_ref().map(String::as_str));
    let semicolons = format!("\u{8}\u{1}\u{1}{}\n{}", HEADING.replace(',', ";"), lines[2].replace(',', ";"));
    seeds.push(semicolons.into_bytes());
    let wide: Vec<u8> = format!("{HEADING}\n{}", lines[2]).encode_utf16().flat_map(u16::to_le_bytes).collect();
    seeds.push([b"\0\x05\x01\xFF\xFE".as_slice(), &wide].concat());
    seeds.push(b"\x04\x03\x01ref,name\nA5,b\xE9d\n".to_vec());
    seeds
}

fn json_seeds() -> Vec<Vec<u8>> {
    let person = r#"{"external_reference":"A1","given_name":"Ada","family_name":"Lovelace","full_name":"A","email":"ada@example.org","phone":"+33","birth_date":"1990-12-17","street":"1","postal_code":"75001","city":"Paris","country":"FR","language":"fr","identifiers":{"customer_number":"1"},"mandate":{"signed_on":"2026-10-17","valid_from":"2026-10-17","valid_until":"2027-10-17","complaint":true,"rights":["access"]},"ask":{"rectifications":[{"field":"city","wrong":"a","right":"b"}],"objection_grounds":"c"},"controllers":["shop"]}"#;
    let texts = [
        person,
        "{\"full_name\":\"\\ud83d\\ude00\"}\n\n[]\n",
        "{\"full_name\":1}\r\n{",
        "\u{feff}{\"full_name\":\"x\"}",
    ];
    super::texts(&[0, 16], &texts.map(|text| [&"\u{7}\u{2}", text].concat()).each_ref().map(String::as_str))
}
