//! The calculator: legal dates and holidays for anybody, without an account.

use recourse::http::openapi;
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::{Caller, Reply};

const PATH: &str = "/v1/deadlines:compute";

async fn ask(caller: &Caller, case: Value) -> Reply {
    caller.send(caller.request(Method::POST, PATH).await.json(&case)).await
}

async fn lines(caller: &Caller, lines: String) -> Reply {
    let request = caller.request(Method::POST, PATH).await.header("content-type", "application/x-ndjson").body(lines);
    caller.send(request).await
}

on_both! {
    async fn anybody_can_compute_a_legal_date(app) {
        let caller = app.anonymous();
        let case = json!({ "id": "case-1", "place": "FR", "received": "2026-01-31",
            "extension": { "notified": "2026-02-20", "months": 2, "reasoned": true } });
        let result = ask(&caller, case).await.expect_status(200);
        assert_eq!((&result["id"], &result["nominal"]), (&json!("case-1"), &json!("2026-04-30")));
        assert_eq!((&result["first_deadline"], &result["final_deadline"]), (&json!("2026-03-02"), &json!("2026-04-30")));
        assert_eq!(result["overdue_from"], "2026-04-30T22:00:00Z");
        assert_eq!(result["explanation"]["language"], "en");
        assert!(result["explanation"]["steps"].as_array().is_some_and(|steps| steps.len() >= 4), "{result}");

        let waiting = json!({ "place": "FR", "received": "2026-06-01", "suspensions": [{ "asked": "2026-06-03" }] });
        let result = ask(&caller, waiting).await.expect_status(200);
        assert_eq!((&result["final_deadline"], &result["suspended_since"]), (&Value::Null, &json!("2026-06-03")));
        assert_eq!(result["rests_on"], json!([{ "rule": "S-4", "mark": "choice" }, { "rule": "S-6", "mark": "choice" }]));
    }

    async fn it_is_told_in_the_language_of_the_reader(app) {
        let caller = app.anonymous();
        let case = json!({ "place": "FR", "received": "2026-01-31", "regime": "sa_information" });
        for (query, accepted, language) in [("", "", "en"), ("", "pt, it;q=0.5", "it"), ("?language=pl", "it", "pl")] {
            let request = caller.request(Method::POST, &format!("{PATH}{query}")).await.header("accept-language", accepted);
            let reply = caller.send(request.json(&case)).await;
            assert_eq!(reply.expect_status(200)["explanation"]["language"], language);
            assert_eq!(reply.header("content-language"), Some(language));
        }
    }

    async fn what_cannot_be_computed_is_a_problem_at_its_field(app) {
        let caller = app.anonymous();
        let problem = ask(&caller, json!({ "place": "XX", "received": "2026-02-30" })).await.expect_problem(422, "invalid_field");
        let found: Vec<_> = problem["errors"].as_array().expect("errors").iter().map(|error| (&error["pointer"], &error["code"])).collect();
        assert_eq!(found, [(&json!("/place"), &json!("place_unknown")), (&json!("/received"), &json!("date_invalid"))]);
        let reversed = json!({ "place": "FR", "received": "2026-06-01", "suspensions": [{ "asked": "2026-06-05", "received": "2026-06-04" }] });
        let problem = ask(&caller, reversed).await.expect_problem(422, "impossible_date");
        assert_eq!(problem["errors"][0]["pointer"], "/suspensions/0/received");
        ask(&caller, json!({ "place": "FR", "received": "2041-06-01" })).await.expect_problem(422, "date_not_covered");
        ask(&caller, json!({ "place": "FR", "received": "2026-06-01", "colour": 1 })).await.expect_problem(422, "invalid_field");
        ask(&caller, json!({ "place": "FR", "received": "2027-04-01", "regime": "sa_transmit" })).await.expect_problem(422, "law_not_in_force");
        let text = caller.request(Method::POST, PATH).await.header("content-type", "text/plain").body("x");
        caller.send(text).await.expect_problem(415, "unsupported_media_type");
        let broken = caller.request(Method::POST, PATH).await.header("content-type", "application/json").body("{");
        caller.send(broken).await.expect_problem(400, "malformed_json");
        let long = json!({ "place": "x".repeat(70_000), "received": "2026-06-01" });
        ask(&caller, long).await.expect_problem(413, "body_too_large");
        caller.send(caller.request(Method::POST, &format!("{PATH}?language=pt")).await.json(&json!({}))).await.expect_problem(400, "invalid_parameter");
    }

    async fn many_cases_have_an_answer_each(app) {
        let caller = app.anonymous();
        let text = "{\"id\":1,\"place\":\"FR\",\"received\":\"2026-06-14\"}\n\nbad\n{\"id\":\"b\",\"place\":\"DE-BE\",\"received\":\"2027-10-01\"}";
        let reply = lines(&caller, text.to_owned()).await;
        reply.expect_status(200);
        let answers: Vec<Value> = reply.text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(answers.len(), 3);
        assert_eq!((&answers[0]["id"], &answers[0]["final_deadline"]), (&json!(1), &json!("2026-07-15")));
        assert_eq!((&answers[1]["line"], &answers[1]["code"]), (&json!(3), &json!("malformed_json")));
        assert_eq!((&answers[2]["id"], &answers[2]["final_deadline"]), (&json!("b"), &json!("2027-11-01")));
        lines(&caller, "{}\n".repeat(1_001)).await.expect_problem(413, "body_too_large");
    }

    async fn anybody_can_list_holidays(app) {
        let caller = app.anonymous();
        let reply = caller.get("/v1/holidays?place=DE-BY&year=2027").await;
        let holidays = reply.expect_status(200);
        let found = |date: &str| holidays.as_array().expect("a list").iter().find(|day| day["date"] == date).cloned();
        let all_saints = json!({ "date": "2027-11-01", "name": "Allerheiligen", "kind": "regional", "uncertain": false });
        assert_eq!(found("2027-11-01"), Some(all_saints));
        assert!(found("2027-08-15").is_some_and(|day| day["uncertain"] == true));
        assert!(reply.header("calendar-version").is_some_and(|version| version.starts_with("DE-")));
        caller.get("/v1/holidays?place=XX&year=2027").await.expect_problem(422, "place_unknown");
        caller.get("/v1/holidays?place=US-CA&year=2027").await.expect_problem(404, "calendar_missing");
        caller.get("/v1/holidays?place=FR&year=2050").await.expect_problem(422, "date_not_covered");
        caller.get("/v1/holidays?place=FR&year=soon").await.expect_problem(400, "invalid_parameter");
        caller.get("/v1/holidays?place=FR").await.expect_problem(400, "invalid_parameter");
    }
}

#[test]
fn its_examples_in_the_document_are_true() {
    let document = openapi::document();
    let content = &document["paths"][PATH]["post"]["requestBody"]["content"]["application/json"];
    let examples = content["examples"].as_object().expect("examples");
    assert!(examples.len() >= 4);
    for (name, example) in examples {
        let form = serde_json::from_value::<recourse::domain::calculator::CaseForm>(example["value"].clone());
        let computed = form.expect(name).compute(&recourse::domain::calendar::Calendars::bundled());
        assert!(computed.is_ok(), "{name}: {computed:?}");
    }
    for path in [PATH, "/v1/holidays"] {
        for operation in document["paths"][path].as_object().expect("operations").values() {
            assert_eq!(operation["security"], json!([]), "{path} needs no account");
            let responses = operation["responses"].as_object().expect("responses");
            assert!(!responses.contains_key("401") && responses.contains_key("429"), "{path}");
        }
    }
}
