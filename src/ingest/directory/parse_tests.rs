use serde_json::{Value, json};

use super::super::samples::{file, full, minimal, obsolete, with};
use super::*;

fn refusal(record: &Value) -> Vec<RecordProblem> {
    parse_file("companies/a-b.json", record.to_string().as_bytes()).unwrap_err()
}

/// The reasons and places found in a minimal record with one field replaced.
fn reasons(field: &str, value: Value) -> Vec<(Reason, String)> {
    refusal(&with(minimal("a-b"), field, value)).into_iter().map(|p| (p.reason, p.pointer)).collect()
}

fn one(field: &str, value: Value, reason: Reason, pointer: &str) {
    assert_eq!(reasons(field, value.clone()), [(reason, pointer.to_owned())], "{field}: {value}");
}

#[test]
fn bytes_that_are_no_record() {
    for (bytes, reason) in [
        (&b""[..], Reason::NotJson),
        (b"{", Reason::NotJson),
        (b"{} {}", Reason::NotJson),
        (b"{\"name\":\"\xff\"}", Reason::NotJson),
        (b"\xef\xbb\xbf{}", Reason::NotJson),
        (b"[]", Reason::NotAnObject),
        (b"null", Reason::NotAnObject),
    ] {
        assert_eq!(parse_file("a.json", bytes).unwrap_err()[0].reason, reason, "{bytes:?}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(parse_file("a.json", deep.as_bytes()).unwrap_err()[0].reason, Reason::NotJson);
    let large = vec![b' '; usize::try_from(FILE_BYTES_MAX).unwrap() + 1];
    assert_eq!(parse_file("a.json", &large).unwrap_err()[0].reason, Reason::FileTooLarge);
}

#[test]
fn fields_unknown_absent_twice() {
    one("e-mail", json!("x"), Reason::UnknownField, "/e-mail");
    one("max.doe@example.org", json!("x"), Reason::UnknownField, "/?");
    for field in ["relevant-countries", "name", "address", "sources", "quality", "slug"] {
        one(field, Value::Null, Reason::MissingField, &format!("/{field}"));
    }
    let twice = minimal("a-b").to_string().replacen('{', "{\"name\":\"Other Ltd\",", 1);
    assert_eq!(parse_file("a-b.json", twice.as_bytes()).unwrap_err()[0].reason, Reason::RepeatedField);
    let element = json!([{"desc": "x", "type": "name", "more": 1}]);
    one("required-elements", element, Reason::UnknownField, "/required-elements/0/more");
    one("required-elements", json!([{"type": "name"}]), Reason::MissingField, "/required-elements/0/desc");
}

#[test]
fn values_of_the_wrong_kind() {
    one("name", json!(1), Reason::WrongType, "/name");
    one("runs", json!("x"), Reason::WrongType, "/runs");
    one("runs", json!([1]), Reason::WrongType, "/runs/0");
    one("required-elements", json!(["x"]), Reason::WrongType, "/required-elements/0");
    one("needs-id-document", json!("true"), Reason::WrongType, "/needs-id-document");
    one("nsfw", json!(false), Reason::WrongType, "/nsfw");
    assert_eq!(refusal(&with(minimal("a-b"), "email", json!([null])))[0].reason, Reason::WrongType);
}

#[test]
fn closed_lists_and_counts() {
    one("quality", json!("good"), Reason::UnknownWord, "/quality");
    one("categories", json!(["ads", "bank"]), Reason::UnknownWord, "/categories/1");
    one("relevant-countries", json!(["xx"]), Reason::UnknownWord, "/relevant-countries/0");
    one("suggested-transport-medium", json!("pigeon"), Reason::UnknownWord, "/suggested-transport-medium");
    one("facet-group", json!("bank"), Reason::UnknownWord, "/facet-group");
    one("sources", json!([]), Reason::TooFewItems, "/sources");
    one("runs", json!(["A", "A"]), Reason::RepeatedItem, "/runs/1");
    one("runs", (0..1001).map(|n| n.to_string()).collect(), Reason::TooManyItems, "/runs");
}

#[test]
fn texts_out_of_form() {
    one("slug", json!("A_b"), Reason::MalformedSlug, "/slug");
    one("slug", json!(""), Reason::MalformedSlug, "/slug");
    one("name", json!("X"), Reason::MalformedName, "/name");
    one("name", json!(" Xy"), Reason::MalformedName, "/name");
    one("phone", json!("030 1234"), Reason::MalformedPhone, "/phone");
    one("fax", json!("+49 (30) 1234"), Reason::MalformedPhone, "/fax");
    one("email", json!("someone"), Reason::MalformedEmail, "/email");
    one("webform", json!("shop.example/form"), Reason::MalformedUrl, "/webform");
    one("web", json!("javascript:alert(1)"), Reason::MalformedUrl, "/web");
    one("pgp-url", json!("key.asc"), Reason::MalformedUrl, "/pgp-url");
    one("sources", json!(["said so on the phone"]), Reason::MalformedUrl, "/sources/0");
    one("pgp-fingerprint", json!("0123 4567"), Reason::MalformedFingerprint, "/pgp-fingerprint");
    let lower = "0123 4567 89ab cdef 0123  4567 89ab cdef 0123 4567";
    one("pgp-fingerprint", json!(lower), Reason::MalformedFingerprint, "/pgp-fingerprint");
    one("request-language", json!("deu"), Reason::MalformedLanguage, "/request-language");
    one("name", json!("a\u{1b}[2Jb"), Reason::ControlCharacter, "/name");
    one("runs", json!(["a\nb"]), Reason::ControlCharacter, "/runs/0");
    one("comments", json!(["a\u{0}b"]), Reason::ControlCharacter, "/comments/0");
    one("name", "x".repeat(2049).into(), Reason::TextTooLong, "/name");
    one("comments", json!(["x".repeat(20_001)]), Reason::TextTooLong, "/comments/0");
    one("address", json!(" \n\t\n"), Reason::EmptyAddress, "/address");
}

#[test]
fn the_slug_is_the_name_of_the_file() {
    one("slug", json!("a-c"), Reason::SlugIsNotFileName, "/slug");
    for path in ["companies/a-b.JSON", "a-b", "companies/a-b.json/x"] {
        let problems = parse_file(path, minimal("a-b").to_string().as_bytes()).unwrap_err();
        assert_eq!(problems[0].reason, Reason::SlugIsNotFileName, "{path}");
    }
}

#[test]
fn every_fault_is_told_up_to_a_bound_and_none_repeats_a_value() {
    let secret = "Erika Mustermann 030-555";
    let bad = json!({"slug": secret, "name": 1, "phone": secret, "email": secret, "web": secret, secret: secret});
    let problems = refusal(&bad);
    assert_eq!(problems.len(), 10);
    assert!(!serde_json::to_string(&problems).unwrap().contains("Mustermann"));
    assert_eq!(reasons("runs", (0..100).map(|n| json!(n)).collect()).len(), 20);
}

#[test]
fn obsolete_records_have_a_form_of_their_own() {
    let parse = |record: &Value| parse_file("obsolete-records/a-b.json", record.to_string().as_bytes());
    let Ok(ParsedRecord::Obsolete(entry)) = parse(&obsolete("a-b", Some("c"))) else { panic!("not obsolete") };
    assert_eq!(entry.redirect_to.as_deref(), Some("c"));
    let first = |record: Value| parse(&record).unwrap_err()[0].reason;
    assert_eq!(first(with(obsolete("a-b", None), "reason", json!("bored"))), Reason::UnknownWord);
    assert_eq!(first(with(obsolete("a-b", None), "reason", Value::Null)), Reason::MissingField);
    assert_eq!(first(with(obsolete("a-b", Some("C")), "name", json!("Gone"))), Reason::MalformedSlug);
    assert_eq!(first(with(obsolete("a-b", None), "address", json!("x"))), Reason::UnknownField);
}

#[test]
fn a_folder_keeps_each_refusal_with_its_file() {
    let unread = RecordProblem::whole(Reason::Unreadable, "the file cannot be read");
    let folder = parse_folder([
        SourceFile { path: "companies/z.json".into(), content: Err(unread.clone()) },
        file(&minimal("good")),
        file(&full()),
        file(&obsolete("gone", None)),
        file(&minimal("both")),
        file(&obsolete("both", Some("good"))),
        file(&with(minimal("bad"), "quality", json!("x"))),
    ]);
    assert_eq!(folder.entries.keys().collect::<Vec<_>>(), ["example-shop", "good"]);
    assert_eq!(folder.obsolete.keys().collect::<Vec<_>>(), ["gone"]);
    let refused: Vec<_> = folder.refused.iter().map(|r| (r.file.as_str(), r.problems[0].reason)).collect();
    assert_eq!(
        refused,
        [
            ("companies/bad.json", Reason::UnknownWord),
            ("companies/both.json", Reason::RepeatedSlug),
            ("companies/z.json", Reason::Unreadable),
            ("obsolete-records/both.json", Reason::RepeatedSlug),
        ]
    );
}
