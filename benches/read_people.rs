//! How fast uploads of people are read: `cargo bench --bench read_people`.
//!
//! The limit is measured in the same run: the same bytes through `csv-core` alone, which finds cells and understands nothing.
//! What is printed at the end is the ratio of the two, which does not depend on the machine as the speeds do.

use std::time::Instant;

use csv_core::{ReadFieldResult, Reader};
use jiff::civil::date;
use recourse::domain::batch::UploadFormat;
use recourse::ingest::{ColumnMapping, DialectHints, Intake, Limits, Step, UploadReader};

const LINES: u32 = 300_000;
const PIECE_BYTES: usize = 64 * 1024;

fn main() {
    let upload = upload();
    let started = Instant::now();
    let people = read(&upload);
    let ours = started.elapsed().as_secs_f64();
    assert_eq!(people, LINES, "every line is good");
    let started = Instant::now();
    let cells = split(&upload);
    let limit = started.elapsed().as_secs_f64();
    assert_eq!(cells, u64::from(LINES + 1) * 10, "every line has ten cells");

    let lines = f64::from(LINES);
    println!("read and checked: {:>10.0} lines/s", lines / ours);
    println!("split alone:      {:>10.0} lines/s", lines / limit);
    println!("ratio:            {:>10.3}", limit / ours);
}

fn upload() -> Vec<u8> {
    let mut upload = b"ref,name,email,born,country,signed,until,given,city,postcode\n".to_vec();
    for at in 0..LINES {
        let line = format!(
            "A{at},L\u{e9}v\u{ea}que,membre{at}@example.org,17/10/1990,FR,17/10/2026,17/10/2027,Ad\u{e9}la\u{ef}de,\"Delorme, Sud\",92368\n"
        );
        upload.extend_from_slice(line.as_bytes());
    }
    upload
}

fn intake() -> Intake {
    let mapping: ColumnMapping = serde_json::from_value(serde_json::json!({ "columns": {
        "external_reference": "ref", "family_name": "name", "email": "email", "birth_date": "born", "country": "country",
        "mandate.signed_on": "signed", "mandate.valid_until": "until", "given_name": "given", "city": "city",
        "postal_code": "postcode",
    }}))
    .expect("a mapping");
    let hints = DialectHints::default();
    Intake { format: UploadFormat::Csv, hints, mapping, limits: Limits::default(), today: date(2026, 11, 22) }
}

fn read(upload: &[u8]) -> u32 {
    let (mut reader, mut people) = (UploadReader::new(intake()), 0);
    for piece in upload.chunks(PIECE_BYTES) {
        reader.push(piece);
        people += drain(&mut reader);
    }
    reader.finish();
    people + drain(&mut reader)
}

fn drain(reader: &mut UploadReader) -> u32 {
    let mut people = 0;
    while let Step::Line(_) = reader.next_step().expect("the upload is accepted") {
        people += 1;
    }
    people
}

fn split(upload: &[u8]) -> u64 {
    let (mut reader, mut input, mut cell, mut cells) = (Reader::new(), upload, [0; 1024], 0);
    loop {
        let (result, read, _) = reader.read_field(input, &mut cell);
        input = &input[read..];
        match result {
            ReadFieldResult::Field { .. } => cells += 1,
            ReadFieldResult::End => return cells,
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
        }
    }
}
