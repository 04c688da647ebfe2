//! Records of the open directory of controllers.

use std::collections::BTreeMap;

use recourse::ingest::directory::parse::{FILE_BYTES_MAX, ParsedRecord, parse_file};
use recourse::ingest::directory::{Existing, ImportPlan, SourceFile, parse_folder};
use serde_json::Value;

use super::Target;

pub const TARGET: Target = Target { name: "directory", max_bytes: 4_096, seeds, run };

const FILE: &str = "companies/example-shop.json";

fn run(input: &[u8]) {
    let record = match parse_file(FILE, input) {
        Ok(record) => record,
        Err(problems) => {
            assert!(!problems.is_empty() && problems.len() <= 100, "a refusal has reasons, and an end");
            assert!(problems.iter().all(|problem| !problem.detail.is_empty() && problem.detail.len() < 1_000));
            return;
        }
    };
    assert_eq!(record.slug(), "example-shop");
    let (content, digest) = content(&record);
    assert!(content.len() <= 12 * input.len() + 2_048, "an entry is not much more than its record");
    // Another way of writing the same is no change.
    let value: Value = serde_json::from_slice(input).expect("what was parsed is JSON");
    let pretty = serde_json::to_vec_pretty(&value).expect("JSON is written");
    if pretty.len() as u64 <= FILE_BYTES_MAX {
        let again = parse_file(FILE, &pretty).expect("what is accepted is accepted again");
        assert_eq!(self::content(&again).1, digest, "and is the same");
    }
    let folder = parse_folder([SourceFile { path: FILE.to_owned(), content: Ok(input.to_vec()) }]);
    let plan = ImportPlan::of(folder, &BTreeMap::<String, Existing<u8>>::new());
    let report = serde_json::to_string(&plan.report()).expect("a report is JSON");
    assert!(report.len() < 64 << 10);
}

fn content(record: &ParsedRecord) -> (String, String) {
    let (content, digest) = match record {
        ParsedRecord::Entry(entry) => (serde_json::to_string(entry), entry.digest()),
        ParsedRecord::Obsolete(entry) => (serde_json::to_string(entry), entry.digest()),
    };
    (content.expect("an entry is JSON"), digest.to_string())
}

fn seeds() -> Vec<Vec<u8>> {
    let full = r#"{"slug":"example-shop","relevant-countries":["de","at"],"categories":["commerce"],"name":"Example Shop GmbH","runs":["Example Outlet"],"address":"Datenschutz\nBeispielstraße 1\n10115 Berlin\nDeutschland","phone":"+49 30 1234567","fax":"+49 30 1234568 ext. 9","email":"datenschutz@shop.example","webform":"https://shop.example/privacy","pgp-fingerprint":"0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567","pgp-url":"https://shop.example/key.asc","web":"https://shop.example","sources":["https://shop.example/imprint"],"required-elements":[{"desc":"Name","type":"name"},{"desc":"Kundennummer","type":"input","optional":true}],"request-language":"de","custom-access-template":"access-special","needs-id-document":true,"suggested-transport-medium":"letter","comments":["eins\nzwei"],"quality":"tested","facet-group":"school","nsfw":true}"#;
    let minimal = r#"{"slug":"example-shop","relevant-countries":["all"],"name":"Example Ltd","address":"1 Street\nTown\nIreland","sources":["https://example.org"],"quality":"verified"}"#;
    let obsolete = r#"{"slug":"example-shop","name":"Gone Ltd","reason":"company-merged","redirect-to":"other-shop","quality":"obsolete","sources":["https://example.org"]}"#;
    [full, minimal, obsolete].map(|text| text.as_bytes().to_vec()).to_vec()
}
