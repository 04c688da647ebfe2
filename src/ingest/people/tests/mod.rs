//! Whole uploads.

mod bad_lines;
mod detection;
mod encodings;
mod members;
mod splits;

use jiff::civil::{Date, date};

use super::*;
use crate::domain::code::Code;

const TODAY: Date = date(2026, 11, 22);

/// Columns of the small uploads here: `ref,name,email,born,country,signed,until`.
const HEADING: &str = "ref,name,email,born,country,signed,until";

fn intake(format: UploadFormat) -> Intake {
    let mapping = serde_json::json!({ "columns": {
        "external_reference": "ref", "family_name": "name", "email": "email", "birth_date": "born", "country": "country",
        "mandate.signed_on": "signed", "mandate.valid_until": "until",
    }});
    let mapping = if format == UploadFormat::Csv { mapping } else { serde_json::json!({}) };
    Intake {
        format,
        hints: DialectHints::default(),
        mapping: serde_json::from_value(mapping).unwrap(),
        limits: Limits::default(),
        today: TODAY,
    }
}

/// What an upload gives.
#[derive(Debug, PartialEq, Default)]
struct Outcome {
    people: Vec<PersonLine>,
    problems: Vec<LineProblem>,
    refused: Option<UploadProblem>,
}

impl Outcome {
    /// Takes what the reader has. True when there will be no more.
    fn drain(&mut self, reader: &mut UploadReader) -> bool {
        loop {
            match reader.next_step() {
                Ok(Step::Line(person)) => self.people.push(*person),
                Ok(Step::Rejected(problems)) => self.problems.extend(problems),
                Ok(Step::NeedMore) => return false,
                Ok(Step::End) => return true,
                Err(problem) => {
                    self.refused = Some(problem);
                    return true;
                }
            }
        }
    }

    /// The people read, by line and family name.
    fn names(&self) -> Vec<(u64, &str)> {
        fn name(person: &PersonLine) -> (u64, &str) {
            (person.line_no, person.family_name.as_ref().map_or("", |name| name.expose()))
        }
        self.people.iter().map(name).collect()
    }

    fn told(&self) -> Vec<(u64, Code, Option<&'static str>)> {
        self.problems.iter().map(|problem| (problem.line_no, problem.code, problem.field)).collect()
    }
}

fn read(intake: Intake, upload: &[u8]) -> Outcome {
    read_in_pieces(intake, upload.chunks(8 * 1024))
}

fn read_in_pieces<'a>(intake: Intake, pieces: impl Iterator<Item = &'a [u8]>) -> Outcome {
    let (mut reader, mut outcome) = (UploadReader::new(intake), Outcome::default());
    for piece in pieces {
        reader.push(piece);
        if outcome.drain(&mut reader) {
            return outcome;
        }
    }
    reader.finish();
    assert!(outcome.drain(&mut reader), "a finished reader needs no more");
    outcome
}

fn csv(lines: &str) -> Outcome {
    read(intake(UploadFormat::Csv), format!("{HEADING}\n{lines}").as_bytes())
}
