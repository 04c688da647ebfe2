//! Bodies of calls and of answers: what organisations, controllers and receivers send as JSON. A refusal names a place and repeats no
//! value.

use jiff::civil::{Date, date};
use recourse::domain::ask::Ask;
use recourse::domain::response::{Context, Response};
use recourse::http::routes::answers::wire::CallbackMessage;
use recourse::ingest::{ColumnMapping, DialectHints, PersonJson, check_person, json};
use recourse::outbound::challenge::is_met;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Target, choice, texts};

pub const TARGET: Target = Target { name: "bodies", max_bytes: 2_048, seeds, run };

const TODAY: Date = date(2026, 11, 22);

/// Stands in inputs for a value that only its sender knows.
const SECRET: &str = "canary7q";

fn run(input: &[u8]) {
    let (choice, body) = choice(input);
    match choice % 7 {
        0 => person(body),
        1 => response(body),
        2 => drop(read::<CallbackMessage>(body)),
        3 => again(read::<ColumnMapping>(body)),
        4 => again(read::<DialectHints>(body)),
        5 => challenge(body),
        _ => again(read::<Ask>(body)),
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    match json::parse(body) {
        Ok(parsed) => Some(parsed),
        Err(problem) => {
            let told = format!("{problem:?}");
            assert!(!problem.code.as_str().is_empty(), "a refusal has a reason");
            assert!(!told.contains(SECRET), "{told}");
            None
        }
    }
}

/// What was read is the same when it is written and read again.
fn again<T: Serialize + DeserializeOwned + PartialEq>(parsed: Option<T>) {
    let Some(parsed) = parsed else { return };
    let written = serde_json::to_vec(&parsed).expect("it is JSON");
    let read = read::<T>(&written);
    assert!(read.is_some_and(|read| read == parsed), "{}", String::from_utf8_lossy(&written));
}

/// An answer proves something only when it gives the value back where it belongs.
fn challenge(body: &[u8]) {
    if is_met(body, SECRET) {
        let answer: serde_json::Value = serde_json::from_slice(body).expect("what is met is JSON");
        assert_eq!(answer["challenge"], SECRET);
    }
}

fn person(body: &[u8]) {
    let Some(person) = read::<PersonJson>(body) else { return };
    match check_person(&person, 1, TODAY) {
        Ok(line) => {
            let names = [&line.given_name, &line.family_name, &line.full_name];
            assert!(names.iter().any(|name| name.is_some()), "somebody has a name");
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "a refusal has a reason");
            assert!(!format!("{problems:?}").contains(SECRET));
        }
    }
}

fn response(body: &[u8]) {
    let Some(response) = read::<Response>(body) else { return };
    assert!(!format!("{response:?}").contains(SECRET), "no response prints its content");
    if let Err(problems) = response.check() {
        assert!(!problems.is_empty() && problems.iter().all(|problem| problem.pointer.starts_with('/')));
        assert!(!format!("{problems:?}").contains(SECRET));
    }
    let ask: Ask = serde_json::from_str(r#"{"right":"access"}"#).expect("an ask");
    let context = Context { ask: &ask, identity_verified: true };
    assert_eq!(response.defects(context), response.defects(context));
    again(Some(response));
}

fn seeds() -> Vec<Vec<u8>> {
    let person = r#"{"full_name":"canary7q","email":"a@example.org","birth_date":"1990-01-01","identifiers":{"customer_number":"1"},"mandate":{"signed_on":"2026-01-01","rights":["access"]}}"#;
    let mut seeds = texts(&[0], &[person, r#"{"canary7q":1}"#, r#"{"identifiers":{"canary7q":1}}"#]);
    let responses = [
        r#"{"kind":"full","provided":["data_copy"],"format":"json","message":"canary7q"}"#,
        r#"{"kind":"partial","withheld":[{"what":"a","ground":"rights_of_others","reasons":"b"}],"mentions_complaint":true}"#,
        r#"{"kind":"fee_demand","amount":"12.50","currency":"EUR","ground":"excessive"}"#,
        r#"{"kind":"extension","months":2,"grounds":["complexity"],"reasons":"a"}"#,
        r#"{"kind":"identity_question","asks_for":[{"element":"name"}],"doubts":"a"}"#,
        r#"{"kind":"acknowledgement","received_at":"2026-11-22T10:00:00.123456Z"}"#,
        r#"{"kind":"other","message":"canary7q"}"#,
    ];
    seeds.extend(texts(&[1], &responses));
    let message = r#"{"type":"response","timestamp":"2026-11-22T10:00:00Z","data":{"request_id":"req_0193d2b4a1c07e3f8b6a5d4c3b2a1908","response":{"kind":"other","message":"a"},"message_id":"m"}}"#;
    seeds.extend(texts(&[2], &[message]));
    seeds.extend(texts(&[3], &[r#"{"columns":{"email":"canary7q"},"positions":{"phone":2},"defaults":{"country":"FR","ask.rectification.2.field":"x","identifiers.customer_number":"1"}}"#]));
    seeds.extend(texts(&[4], &[r#"{"encoding":"windows-1252","separator":";","date_order":"dmy","header":true}"#]));
    let asks = [
        r#"{"right":"access","items":["data_copy"]}"#,
        r#"{"right":"erasure","grounds":["consent_withdrawn"],"scope":"everything"}"#,
    ];
    seeds.extend(texts(&[5], &[r#"{"challenge":"canary7q","note":[1]}"#, r#"{"data":{"challenge":"canary7q"}}"#]));
    seeds.extend(texts(&[6], &asks));
    seeds
}
