//! Answers by signed callback.

use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::{Fixture, one, post_callback, seconds, sign};
use crate::support::{App, unique};

fn refusal() -> Value {
    json!({ "kind": "refused", "ground": "other" })
}

/// What a first response makes of a request: its kind, and the lifecycle, clock and outcome afterwards.
fn stories() -> Vec<(Value, &'static str, &'static str, &'static str)> {
    let reasoned = json!({
        "kind": "refused", "ground": "excessive", "reasons": "Asked daily.",
        "mentions_complaint": true, "mentions_court_remedy": true
    });
    let part = json!({
        "kind": "partial", "withheld": [{ "what": "names of others", "ground": "rights_of_others", "reasons": "They object." }],
        "mentions_complaint": true, "mentions_court_remedy": true
    });
    vec![
        (json!({ "kind": "full", "message": "Attached." }), "answered", "stopped", "satisfied"),
        (part, "answered", "stopped", "partly_satisfied"),
        (reasoned, "answered", "stopped", "refused"),
        (json!({ "kind": "no_data" }), "answered", "stopped", "no_data"),
        (json!({ "kind": "redirected", "to_name": "Another" }), "answered", "stopped", "none"),
        (json!({ "kind": "acknowledgement" }), "received", "running", "none"),
        (json!({ "kind": "other", "message": "We wrote to you." }), "received", "running", "none"),
        (
            json!({ "kind": "fee_demand", "ground": "excessive", "amount": "12.50", "currency": "EUR", "reasons": "x" }),
            "received",
            "running",
            "none",
        ),
        (
            json!({ "kind": "identity_question", "asks_for": ["reference_number"], "doubts": "Two accounts." }),
            "received",
            "suspended",
            "none",
        ),
        (
            json!({ "kind": "scope_question", "large_quantity": true, "question": "Which?" }),
            "received",
            "suspended",
            "none",
        ),
        (
            json!({ "kind": "extension", "months": 2, "grounds": ["complexity"], "reasons": "Many systems." }),
            "received",
            "extended",
            "none",
        ),
    ]
}

async fn signed(
    app: &App,
    scene: &Fixture,
    id: &str,
    times: &str,
    signature: &str,
    body: &str,
) -> crate::support::Reply {
    let headers = [("webhook-id", id), ("webhook-timestamp", times), ("webhook-signature", signature)];
    post_callback(app, scene.controller, &headers, body.to_owned()).await
}

on_both! {
    async fn every_kind_of_response_moves_the_request(app) {
        let stories = stories();
        let scene = Fixture::with_requests(app, stories.len()).await;
        for ((response, lifecycle, clock, outcome), request) in stories.into_iter().zip(&scene.requests) {
            let answer = scene.say(app, *request, response.clone()).await.expect_status(200);
            let taken = &answer["outcomes"][0]["taken"];
            assert_eq!((&taken["lifecycle"], &taken["clock"], &taken["outcome"]), (&json!(lifecycle), &json!(clock), &json!(outcome)), "{response}");
            let seen = scene.see(*request).await;
            assert_eq!(seen["request"]["lifecycle"], lifecycle, "{response}");
            assert!(seen["request"]["received_at"].is_string(), "whoever speaks has it");
        }
    }

    async fn what_is_missing_in_an_answer_is_found(app) {
        let scene = Fixture::with_requests(app, 4).await;
        let [refused, extended, late, fee] = scene.requests[..] else { panic!("four requests") };
        scene.say(app, refused, refusal()).await.expect_status(200);
        let found = scene.findings(refused).await;
        for code in ["no_reasons", "no_complaint_information", "no_court_information"] {
            assert!(found.iter().any(|known| known == code), "{code} in {found:?}");
        }
        scene.say(app, extended, json!({ "kind": "extension", "months": 2 })).await.expect_status(200);
        assert!(!scene.findings(extended).await.is_empty(), "an extension without reasons");
        assert_eq!(scene.see(extended).await["request"]["clock"], "running", "and it has no effect (E-5)");
        scene.say(app, fee, json!({ "kind": "fee_demand", "ground": "not_named", "amount": "5", "currency": "EUR" })).await.expect_status(200);
        assert!(scene.findings(fee).await.iter().any(|code| code == "fee_demanded"));
        scene.say(app, late, json!({ "kind": "acknowledgement" })).await.expect_status(200);
        scene.after(app, 60).await;
        let answer = scene.say(app, late, json!({ "kind": "full" })).await.expect_status(200);
        assert!(answer["outcomes"][0]["taken"]["days_late"].as_u64().unwrap() > 20, "{answer}");
        assert!(!scene.findings(late).await.is_empty());
        let notice = json!({ "kind": "extension", "months": 2, "grounds": ["complexity"], "reasons": "Much." });
        scene.say(app, extended, notice).await.expect_status(200);
        assert_ne!(scene.see(extended).await["request"]["clock"], "extended", "an extension after its time");
    }

    async fn a_callback_takes_effect_once(app) {
        let scene = Fixture::with_requests(app, 2).await;
        let body = one(app, scene.requests[0], json!({ "kind": "full" }));
        let first = scene.callback(app, "msg_1", &body).await;
        let again = scene.callback(app, "msg_1", &body).await;
        assert_eq!(first.expect_status(200), again.expect_status(200));
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        let other = one(app, scene.requests[1], json!({ "kind": "full" }));
        scene.callback(app, "msg_1", &other).await.expect_problem(422, "idempotency_key_reused");
        scene.callback(app, "msg_2", &body).await.expect_problem(409, "already_answered");
        assert_eq!(scene.see(scene.requests[1]).await["request"]["lifecycle"], "sent", "nothing half done");
    }

    async fn several_responses_have_an_outcome_each(app) {
        let scene = Fixture::with_requests(app, 2).await;
        let other = Fixture::with_requests(app, 1).await;
        let (own, foreign) = (scene.requests[0], other.requests[0]);
        let responses = json!([
            { "request_id": own, "response": { "kind": "acknowledgement" } },
            { "request_id": foreign, "response": { "kind": "full" } },
            { "request_id": own, "response": { "kind": "full" } },
            { "request_id": own, "response": { "kind": "full" } },
            { "request_id": scene.requests[1], "response": { "kind": "extension", "months": 99 } },
        ]);
        let body = json!({ "type": "responses", "timestamp": app.context.clock.now(), "data": { "responses": responses } });
        let answer = scene.callback(app, "msg_many", &body).await.expect_status(200);
        let codes: Vec<Value> = answer["outcomes"].as_array().unwrap().iter().map(|outcome| outcome["code"].clone()).collect();
        assert_eq!(codes, [Value::Null, json!("not_found"), Value::Null, json!("already_answered"), json!("invalid_field")]);
        scene.say(app, foreign, json!({ "kind": "full" })).await.expect_problem(404, "not_found");
        let seen = other.see(foreign).await["request"].clone();
        assert_eq!((&seen["lifecycle"], &seen["version"]), (&json!("sent"), &json!(1)), "somebody else's request is untouched");
        assert_eq!(other.association.get(&format!("/v1/requests/{foreign}/responses")).await.expect_status(200)["items"], json!([]));
    }

    async fn an_extension_after_its_time_moves_no_date(app) {
        let scene = Fixture::with_requests(app, 2).await;
        let [announced, silent] = scene.requests[..] else { panic!("two requests") };
        for request in [announced, silent] {
            scene.say(app, request, json!({ "kind": "acknowledgement" })).await.expect_status(200);
        }
        scene.after(app, 45).await;
        let dates = async |request| {
            let request = scene.see(request).await["request"].clone();
            ["clock", "first_deadline", "final_deadline", "overdue"].map(|name| request[name].clone())
        };
        let before = dates(announced).await;
        assert_eq!(before[3], true, "{before:?}");
        let notice = json!({ "kind": "extension", "months": 2, "grounds": ["complexity"], "reasons": "Many systems." });
        scene.say(app, announced, notice.clone()).await.expect_status(200);
        let body = json!({ "response": notice });
        scene.inbox.post(&format!("/v1/inbox/requests/{silent}/responses"), body).await.expect_status(201);
        for request in [announced, silent] {
            assert_eq!(dates(request).await, before);
            let found = scene.findings(request).await;
            assert!(found.iter().any(|code| code == "extension_late"), "{found:?}");
        }
    }

    async fn what_is_signed_and_no_message_is_refused(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let send = async |body: &str| {
            let (now, id) = (app.context.clock.now(), format!("msg_{}", unique()));
            let signature = sign(&scene.secret, &id, now, body.as_bytes());
            signed(app, &scene, &id, &seconds(now), &signature, body).await
        };
        send("{").await.expect_problem(400, "malformed_json");
        send("{\"type\":\"nonsense\"}").await.expect_problem(422, "invalid_field");
        let empty = json!({ "type": "responses", "timestamp": "2026-01-01T00:00:00Z", "data": { "responses": [] } });
        send(&empty.to_string()).await.expect_problem(422, "invalid_field");
        let long = one(app, scene.requests[0], json!({ "kind": "other", "message": "x".repeat(20_001) }));
        send(&long.to_string()).await.expect_problem(422, "invalid_field");
        send(&format!("\"{}\"", "x".repeat(256 << 10))).await.expect_problem(413, "body_too_large");
        let past = json!({ "kind": "acknowledgement", "received_at": "2020-01-01T00:00:00Z" });
        send(&one(app, scene.requests[0], past).to_string()).await.expect_problem(422, "impossible_date");
    }

    async fn an_answer_after_the_mandate_ended_is_kept_sealed(app) {
        let scene = Fixture::with_requests(app, 3).await;
        let (person, mandate) = scene.people[0];
        let _ = person;
        scene.association.post(&format!("/v1/mandates/{mandate}:revoke"), json!({})).await.expect_status(200);
        let answer = scene.say(app, scene.requests[0], json!({ "kind": "full" })).await.expect_status(200);
        assert_eq!(answer["outcomes"][0]["taken"]["lifecycle"], "withdrawn");
    }
}
