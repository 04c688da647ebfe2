//! A client that was made from a released API document goes on working: each change that would break one is named.
//!
//! `openapi/released/v1.json` is the document of the last release, `openapi/v1.json` the present one. What counts as a break is
//! said in `openapi/README.md`.

mod breaks;
mod cases;

use serde_json::Value;

fn read(path: &str) -> Value {
    let path = format!("{}/openapi/{path}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn nothing_breaks_a_client_of_the_last_release() {
    let found = breaks::between(&read("released/v1.json"), &read("v1.json"));
    assert!(
        found.is_empty(),
        "{} changes would break a client of the last released document:\n  {}\nopenapi/README.md says what may change, and how a \
         release makes a new baseline",
        found.len(),
        found.join("\n  ")
    );
}
