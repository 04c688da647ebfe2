//! Uploads with bad lines: each is told by its number and its code, leaves nothing behind, and harms no line beside it.

use serde_json::{Value, json};

use crate::on_both;
use crate::support::{App, Caller, union};

/// What is told of one bad line: codes and fields, in their order.
type Expected = &'static [(&'static str, Option<&'static str>)];

/// A value on every bad line that must not be stored or told.
const CANARY: &str = "geheim-4711";

/// A controller that is asked by its feed, and a campaign for access. Gives the campaign's id.
async fn campaign(app: &App, member: &Caller) -> String {
    let entry = json!({ "name": "Feed Reader", "slug": "reader", "place": "FR", "channels": [{ "kind": "feed" }] });
    let controller = app.operator().await.post("/v1/controllers", entry).await.expect_status(201);
    let new = union::campaign("Access", &[&union::text(&controller, "id")]);
    union::text(&member.post("/v1/campaigns", new).await.expect_status(201), "id")
}

fn batch(format: &str) -> Value {
    let mut batch = union::batch(json!({}));
    batch["format"] = json!(format);
    if format == "csv" {
        batch["dialect"] = json!({ "separator": "comma", "encoding": "utf-8" });
        batch["mapping"]["columns"] = json!({
            "external_reference": "ref", "family_name": "name", "email": "mail", "birth_date": "born", "country": "land",
            "mandate.signed_on": "signed", "mandate.valid_until": "until",
        });
    }
    batch
}

/// Uploads, works until the batch is at rest, and gives its path.
async fn upload(app: &App, member: &Caller, campaign: &str, batch: Value, content: Vec<u8>) -> String {
    let path = format!("/v1/campaigns/{campaign}/batches");
    let path = format!("/v1/batches/{}", union::text(&member.post(&path, batch).await.expect_status(201), "id"));
    let sent = member.put_bytes(&format!("{path}/content"), "application/octet-stream", content).await;
    sent.expect_status(202);
    app.work().await;
    path
}

/// Uploads bad lines, each between two good ones, and holds what is told and stored.
async fn each_is_told(
    app: &App,
    format: &str,
    heading: &str,
    good: impl Fn(usize) -> String,
    bad: &[(Vec<u8>, Expected)],
) {
    let (_, member) = app.organisation("Union").await;
    let campaign = campaign(app, &member).await;
    let mut content = heading.as_bytes().to_vec();
    for (number, (line, _)) in bad.iter().enumerate() {
        content.extend(good(number).as_bytes());
        content.extend(line);
        content.push(b'\n');
    }
    content.extend(good(bad.len()).as_bytes());
    let path = upload(app, &member, &campaign, batch(format), content).await;

    let shown = member.get(&path).await.expect_status(200);
    let counts = &shown["counts"];
    let sound = bad.len() + 1;
    assert_eq!(shown["state"], "filed", "{shown}");
    assert_eq!((&counts["lines"], &counts["refused"]), (&json!(sound + bad.len()), &json!(bad.len())), "{shown}");
    for name in ["accepted", "people_new", "mandates", "requests"] {
        assert_eq!(counts[name], sound, "{name} of {shown}");
    }
    let told = member.get(&format!("{path}/outcome")).await.text();
    assert!(!told.contains(CANARY), "values are not repeated");
    let lines: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let first = 1 + heading.lines().count();
    for (at, line) in lines.iter().enumerate() {
        assert_eq!(line["line"], first + at, "{line}");
        let problems = line["problems"].as_array().map(Vec::as_slice).unwrap_or_default();
        let problems: Vec<_> =
            problems.iter().map(|one| (one["code"].as_str().unwrap(), one["field"].as_str())).collect();
        if at % 2 == 0 {
            assert_eq!((line["outcome"].as_str(), problems.len()), (Some("filed"), 0), "{line}");
            assert_eq!(line["request_ids"].as_array().map(Vec::len), Some(1), "{line}");
        } else {
            let (bytes, expected) = &bad[at / 2];
            let shown = bytes[..bytes.len().min(80)].escape_ascii();
            assert_eq!((line["outcome"].as_str(), problems.as_slice()), (Some("refused"), *expected), "{shown}");
            assert!(line["request_ids"].is_null() && line["data_subject_id"].is_null(), "{line}");
        }
    }
    let mut inspector = app.inspector().await;
    for table in ["data_subject", "subject_key", "mandate", "request"] {
        assert_eq!(inspector.number(&format!("SELECT count(*) FROM {table}")).await, sound as i64, "{table}");
    }
}

on_both! {
    async fn each_bad_line_of_csv_is_told_and_the_lines_beside_it_are_filed(app) {
        let mut huge = format!("B,{CANARY}").into_bytes();
        huge.resize(10 << 20, b'x');
        let with = |line: &str| line.replace("NAME", CANARY).into_bytes();
        let bad: Vec<(Vec<u8>, Expected)> = vec![
            (with("B,NAME"), &[("field_count", None)]),
            (with("B,NAME,b@example.org,,,2026-01-05,,too,many"), &[("field_count", None)]),
            ([b"B,\xFF".as_slice(), CANARY.as_bytes(), b",,,,2026-01-05,"].concat(), &[("bad_encoding", None)]),
            ([b"B,\0".as_slice(), CANARY.as_bytes(), b",,,,2026-01-05,"].concat(), &[("nul_byte", None)]),
            (huge, &[("line_too_long", None)]),
            (with("B,\"NAME,,,,2026-01-05,"), &[("quotes_unbalanced", None)]),
            (with("B,\"NAME\"x,,,,2026-01-05,"), &[("quotes_unbalanced", None)]),
            (with("B,NAME,no address,,,2026-01-05,"), &[("email_invalid", Some("email"))]),
            (with("B,NAME,b@@example.org,,,2026-01-05,"), &[("email_invalid", Some("email"))]),
            (with("B,NAME,,1990-02-30,,2026-01-05,"), &[("date_invalid", Some("birth_date"))]),
            (with("B,NAME,,31/04/1990,,2026-01-05,"), &[("date_invalid", Some("birth_date"))]),
            (with("B,NAME,,2039-01-01,,2026-01-05,"), &[("date_in_future", Some("birth_date"))]),
            (with("B,NAME,,,Narnia,2026-01-05,"), &[("country_unknown", Some("country"))]),
            (with("B,NAME,,,,2026-01-05,2026-01-04"), &[("dates_reversed", Some("mandate.valid_until"))]),
            (with("B,,NAME@example.org,,,2026-01-05,"), &[("value_missing", Some("family_name"))]),
            (with("B,NAME\x07,,,,2026-01-05,"), &[("value_invalid", Some("family_name"))]),
            (with(&format!("B,{},,,,2026-01-05,", "NAME".repeat(60))), &[("value_too_long", Some("family_name"))]),
            (
                with("B,NAME,b@,1990-02-30,Narnia,2026-13-01,"),
                &[("email_invalid", Some("email")), ("date_invalid", Some("birth_date")),
                  ("country_unknown", Some("country")), ("date_invalid", Some("mandate.signed_on"))],
            ),
        ];
        let good = |number: usize| format!("A{number},Person {number},a{number}@example.org,1990-12-10,FR,2026-01-05,\n");
        each_is_told(app, "csv", "ref,name,mail,born,land,signed,until\n", good, &bad).await;
    }

    async fn each_bad_line_of_ndjson_is_told_and_the_lines_beside_it_are_filed(app) {
        let huge = format!("{{\"family_name\": \"{CANARY}{}\"}}", "x".repeat(10 << 20)).into_bytes();
        let with = |line: &str| line.replace("NAME", CANARY).into_bytes();
        let bad: Vec<(Vec<u8>, Expected)> = vec![
            (with("{\"family_name\": \"NAME\""), &[("line_malformed", None)]),
            (with("NAME;NAME"), &[("line_malformed", None)]),
            (with("{\"family_name\": \"NAME\"} {\"family_name\": \"NAME\"}"), &[("line_malformed", None)]),
            (with("[\"NAME\"]"), &[("line_shape_invalid", None)]),
            (with("{\"family_name\": \"NAME\", \"NAME\": 42}"), &[("line_shape_invalid", None)]),
            (with("{\"family_name\": [\"NAME\"]}"), &[("line_shape_invalid", None)]),
            (with("{\"family_name\": \"NAME\", \"family_name\": \"NAME\"}"), &[("line_shape_invalid", None)]),
            ([b"{\"family_name\": \"\xC3".as_slice(), CANARY.as_bytes(), b"\"}"].concat(), &[("bad_encoding", None)]),
            ([b"{\"family_name\": \"\0".as_slice(), CANARY.as_bytes(), b"\"}"].concat(), &[("nul_byte", None)]),
            (with("{\"family_name\": \"\\u0000NAME\"}"), &[("value_invalid", Some("family_name"))]),
            (huge, &[("line_too_long", None)]),
            (with("{\"email\": \"NAME@example.org\"}"), &[("value_missing", Some("family_name"))]),
            (with("{\"family_name\": \"NAME\", \"birth_date\": \"1990-02-30\"}"), &[("date_invalid", Some("birth_date"))]),
            (with("{\"family_name\": \"NAME\", \"email\": \"NAME\"}"), &[("email_invalid", Some("email"))]),
            (with("{\"family_name\": \"NAME\", \"mandate\": {\"rights\": [\"NAME\"]}}"), &[("word_unknown", Some("mandate.rights"))]),
            (with("{\"family_name\": \"NAME\", \"controllers\": [\"a b\"]}"), &[("value_invalid", Some("controllers"))]),
            (with("{\"family_name\": \"NAME\", \"language\": \"nothing!\"}"), &[("language_invalid", Some("language"))]),
        ];
        let good = |number: usize| {
            json!({ "external_reference": format!("A{number}"), "family_name": format!("Person {number}"),
                    "mandate": { "signed_on": "2026-01-05" } }).to_string() + "\n"
        };
        each_is_told(app, "ndjson", "", good, &bad).await;
    }

    async fn an_upload_that_cannot_be_read_files_nothing_and_says_why(app) {
        let (_, member) = app.organisation("Union").await;
        let campaign = campaign(app, &member).await;
        let heading = "ref,name,mail,born,land,signed,until";
        let good = "A1,Ada,ada@example.org,1990-12-10,FR,2026-01-05,";
        for (content, code) in [
            (String::new(), "upload_empty"),
            (format!("{heading}\n\n"), "upload_empty"),
            (format!("ref,name,born,land,signed,until\n{good}\n"), "column_missing"),
            (format!("{heading},name\n{good},\n"), "column_duplicate"),
            (format!("ref,\"name,mail\n{good}\n"), "header_malformed"),
            ("x".repeat(10 << 20), "header_malformed"),
        ] {
            let path = upload(app, &member, &campaign, batch("csv"), content.into_bytes()).await;
            let shown = member.get(&path).await.expect_status(200);
            assert_eq!((&shown["state"], &shown["failure_code"]), (&json!("failed"), &json!(code)), "{shown}");
            assert_eq!((shown["counts"]["lines"].as_u64(), member.get(&format!("{path}/outcome")).await.text().len()), (Some(0), 0));
            member.post(&format!("{path}:file"), Value::Null).await.expect_problem(409, "batch_wrong_state");
        }
        let events = member.get("/v1/events?kind=batch.failed").await.expect_status(200);
        assert_eq!(events["items"].as_array().map(Vec::len), Some(6), "{events}");
        let path = upload(app, &member, &campaign, batch("csv"), format!("{heading}\n{good}\n").into_bytes()).await;
        assert_eq!(member.get(&path).await.expect_status(200)["counts"]["requests"], 1, "what is mended goes in");
    }
}
