//! What the law leaves open and a campaign decides, and requests under other laws than that of the Union.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::requests::filed_with;
use crate::on_both;
use crate::support::{App, Caller};

async fn at(app: &App, caller: &Caller, instant: &str) {
    let then: Timestamp = instant.parse().expect("an instant");
    app.clock.advance(then.duration_since(app.context.clock.now()));
    caller.forget_token().await;
}

/// A request that was received at this moment at a place. Gives its path.
async fn received(app: &App, caller: &Caller, slug: &str, place: &str) -> String {
    let (campaign, _) = filed_with(app, caller, slug, place, 1).await;
    let page = caller.get(&format!("/v1/requests?campaign_id={campaign}")).await.expect_status(200);
    let path = format!("/v1/requests/{}", page["items"][0]["id"].as_str().expect("an id"));
    let receipt = json!({ "kind": "registered_delivery", "received_at": app.context.clock.now().to_string() });
    caller.post(&format!("{path}/receipts"), receipt).await.expect_status(200);
    path
}

async fn say(app: &App, caller: &Caller, path: &str, response: Value) -> Value {
    let body = json!({ "response": response, "received_at": app.context.clock.now().to_string() });
    caller.post(&format!("{path}/responses"), body).await.expect_status(201)
}

async fn see(caller: &Caller, path: &str) -> Value {
    caller.get(&format!("{path}?language=en")).await.expect_status(200)
}

async fn sweep(app: &App) {
    while app.step("sweep_deadlines").await > 0 {}
    app.until_visible().await;
}

fn found(detail: &Value) -> Vec<(String, String)> {
    let findings = detail["findings"].as_array().expect("findings").iter();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    findings.map(|finding| (text(&finding["code"]), text(&finding["article"]))).collect()
}

fn pairs(found: &[(&str, &str)]) -> Vec<(String, String)> {
    found.iter().map(|(code, article)| ((*code).to_owned(), (*article).to_owned())).collect()
}

async fn kinds(caller: &Caller, path: &str) -> Vec<String> {
    let timeline = caller.get(&format!("{path}/events")).await.expect_status(200);
    timeline["items"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect()
}

on_both! {
    async fn a_policy_is_changed_part_by_part_and_kept_with_what_was_filed(app) {
        let (_, caller) = app.organisation("Union").await;
        at(app, &caller, "2027-06-01T09:00:00Z").await;
        let before = received(app, &caller, "one", "FR").await;
        let detail = see(&caller, &before).await;
        assert_eq!(detail["deadline"]["rests_on"], json!([]), "checked rules alone");
        assert_eq!(detail["request"]["legal_order"], "gdpr");
        let campaign = format!("/v1/campaigns/{}", detail["request"]["campaign_id"].as_str().unwrap());
        let changed = |policy: Value| caller.patch(&campaign, json!({ "policy": policy }));
        let policy = changed(json!({ "pacing": { "requests": 9, "minutes": 60 }, "prompt_working_days": 2 })).await;
        let policy = policy.expect_status(200)["policy"].clone();
        assert_eq!(policy["undo_window_seconds"], 0, "what is not named stays");
        assert_eq!((&policy["prompt_working_days"], &policy["recent_request_months"]), (&json!(2), &json!(3)));
        assert_eq!(policy["question_reminders"], json!([7, 14, 28]));
        let policy = changed(json!({ "without_pacing": true, "reminders_from": "later" })).await.expect_status(200);
        assert_eq!((policy["policy"].get("pacing"), &policy["policy"]["prompt_working_days"]), (None, &json!(2)));
        for (wrong, pointer) in [
            (json!({ "prompt_working_days": 0 }), "/policy/prompt_working_days"),
            (json!({ "question_reminders": [0] }), "/policy/question_reminders"),
            (json!({ "recent_request_months": 25 }), "/policy/recent_request_months"),
            (json!({ "without_pacing": true, "pacing": { "requests": 1, "minutes": 1 } }), "/policy/without_pacing"),
        ] {
            let problem = changed(wrong).await.expect_problem(422, "invalid_field");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }

        let filing = json!({
            "campaign_id": detail["request"]["campaign_id"],
            "person": { "full_name": "Ada Example", "external_reference": "later", "mandate": { "signed_on": "2027-05-01" } },
            "mandate": {
                "powers": {
                    "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                    "disclosure_consent": true,
                },
                "evidence": { "kind": "signed_paper" },
            },
        });
        let filed = caller.post("/v1/requests", filing).await.expect_status(201);
        let after = format!("/v1/requests/{}", filed["requests"][0]["request_id"].as_str().unwrap());
        let receipt = json!({ "kind": "registered_delivery", "received_at": app.context.clock.now().to_string() });
        app.work().await;
        caller.post(&format!("{after}/receipts"), receipt).await.expect_status(200);
        at(app, &caller, "2027-06-04T09:00:00Z").await;
        let question = json!({ "kind": "identity_question", "asks_for": ["reference_number"], "doubts": "Two accounts." });
        for path in [&before, &after] {
            say(app, &caller, path, question.clone()).await;
        }
        let before = see(&caller, &before).await;
        assert_eq!(before["request"]["clock"], "suspended", "three working days are prompt by default");
        assert_eq!(before["deadline"]["rests_on"], json!([{ "rule": "S-4", "mark": "choice" }, { "rule": "S-6", "mark": "choice" }]));
        let after = see(&caller, &after).await;
        assert_eq!((&after["request"]["clock"], &after["deadline"]["choices"]["prompt_working_days"]), (&json!("running"), &json!(2)));
        assert_eq!(found(&after), pairs(&[("question_not_prompt", "GDPR Art. 12(2); GDPR Art. 12(6)")]));
    }

    async fn requests_are_computed_and_judged_by_the_law_of_the_controllers_place(app) {
        let (_, caller) = app.organisation("Union").await;
        at(app, &caller, "2027-03-01T09:00:00Z").await;
        let british = received(app, &caller, "british", "GB-ENG").await;
        let swiss = received(app, &caller, "swiss", "CH-ZH").await;
        let refusal = json!({ "kind": "refused", "ground": "other" });
        let seen = see(&caller, &swiss).await;
        assert_eq!((&seen["deadline"]["regime"], &seen["request"]["final_deadline"]), (&json!("ch_access"), &json!("2027-03-31")));
        say(app, &caller, &swiss, refusal.clone()).await;
        let seen = see(&caller, &swiss).await;
        assert_eq!(found(&seen), pairs(&[("no_reasons", "FADP Art. 26(4)")]));

        let seen = see(&caller, &british).await;
        assert_eq!((&seen["deadline"]["regime"], &seen["request"]["legal_order"]), (&json!("uk_request"), &json!("uk_gdpr")));
        // The letters of the house rest on the GDPR; a template of one's own can cite the law that holds.
        let letter = format!("{british}/letters/request?format=text&language=en");
        caller.get(&letter).await.expect_problem(422, "letter_other_law");
        let template = json!({ "source": "# Request under {{ right.article }}\n\nDear {{ controller.name }},\n" });
        caller.put("/v1/letter-templates/request/en?right=access", template).await.expect_status(201);
        let own = caller.get(&letter).await;
        assert!(own.status == 200 && own.text().contains("UK GDPR"), "{}", own.text());
        assert_eq!(seen["request"]["final_deadline"], "2027-04-01");
        say(app, &caller, &british, refusal).await;
        let seen = see(&caller, &british).await;
        let article = "UK GDPR Art. 12(4)";
        assert_eq!(found(&seen), pairs(&[("no_reasons", article), ("no_complaint_information", article), ("no_court_information", article)]));

        let complain = format!("{british}:complain-to-controller");
        caller.post(&format!("{swiss}:complain-to-controller"), json!({})).await.expect_problem(409, "illegal_transition");
        let complained = caller.post(&complain, json!({})).await.expect_status(200);
        assert_eq!(complained["controller_complaint"]["acknowledge_by"], "2027-03-31");
        caller.post(&complain, json!({})).await.expect_problem(409, "illegal_transition");
        at(app, &caller, "2027-03-31T22:59:00Z").await;
        sweep(app).await;
        assert!(!kinds(&caller, &british).await.contains(&"deadline.complaint_passed".to_owned()), "not a minute early");
        at(app, &caller, "2027-03-31T23:00:00Z").await;
        sweep(app).await;
        let seen = see(&caller, &british).await;
        assert!(found(&seen).contains(&("complaint_not_acknowledged".to_owned(), "DPA 2018 s. 164A".to_owned())));
        let acknowledged = caller.post(&format!("{british}:acknowledge-complaint"), json!({})).await.expect_status(200);
        assert_eq!(acknowledged["controller_complaint"]["acknowledged_on"], "2027-04-01");
    }

    async fn the_person_is_to_be_reminded_of_a_question_and_extensions_are_counted(app) {
        let (_, caller) = app.organisation("Union").await;
        at(app, &caller, "2027-06-01T09:00:00Z").await;
        let path = received(app, &caller, "one", "FR").await;
        at(app, &caller, "2027-06-02T09:00:00Z").await;
        say(app, &caller, &path, json!({ "kind": "scope_question", "large_quantity": true, "question": "Which?" })).await;
        app.clock.advance(SignedDuration::from_hours(24 * 8));
        caller.forget_token().await;
        sweep(app).await;
        sweep(app).await;
        let page = caller.get("/v1/events?kind=request.question_waiting").await.expect_status(200);
        let [event] = page["items"].as_array().unwrap().as_slice() else { panic!("one reminder, not {page}") };
        assert_eq!((&event["data"]["since"], &event["data"]["days"], &event["data"]["kinds"]), (&json!("2027-06-02"), &json!(8), &json!(["scope"])));

        caller.post(&format!("{path}:supply-information"), json!({})).await.expect_status(200);
        say(app, &caller, &path, json!({ "kind": "extension", "months": 1, "reasons": "Much." })).await;
        say(app, &caller, &path, json!({ "kind": "extension", "months": 1, "reasons": "More." })).await;
        let figures = caller.get("/v1/statistics").await.expect_status(200);
        assert_eq!(figures["by_controller"][0]["figures"]["extensions_announced"], 2);

        say(app, &caller, &path, json!({ "kind": "full", "heavily_redacted": true })).await;
        let seen = see(&caller, &path).await;
        assert_eq!(seen["request"]["outcome"], "partly_satisfied");
        assert!(found(&seen).contains(&("redaction_called_full".to_owned(), "GDPR Art. 12(4); GDPR Art. 15(4)".to_owned())));
        caller.post(&format!("{path}:assess"), json!({ "satisfied": false, "unsatisfied": ["data"] })).await.expect_status(200);
        let seen = see(&caller, &path).await;
        assert!(found(&seen).contains(&("answer_contested".to_owned(), "GDPR Arts 15 to 22".to_owned())));

        let bulk = json!({ "action": "withdraw", "filter": { "outcome": ["refused"] } });
        let preview = caller.post("/v1/requests:preview", bulk).await.expect_status(200);
        assert_eq!(preview["selected"], 0);
        let bulk = json!({ "action": "withdraw", "filter": { "outcome": ["partly_satisfied"] } });
        assert_eq!(caller.post("/v1/requests:preview", bulk).await.expect_status(200)["selected"], 1);
    }
}
