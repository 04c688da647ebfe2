//! What organisations do with answers.

use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::Fixture;

on_both! {
    async fn answers_are_opened_under_the_mandate_only(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let path = format!("/v1/requests/{}/responses", scene.requests[0]);
        assert_eq!(scene.association.get(&path).await.expect_status(200)["items"], json!([]));
        scene.say(app, scene.requests[0], json!({ "kind": "full", "message": "Here it is." })).await.expect_status(200);
        let opened = scene.association.get(&path).await.expect_status(200);
        assert_eq!(opened["items"][0]["response"], json!({ "kind": "full", "message": "Here it is." }));
        assert_eq!(opened["items"][0]["via"], "callback");
        let other = Fixture::with_requests(app, 1).await;
        other.association.get(&path).await.expect_problem(404, "not_found");
        let mandate = scene.people[0].1;
        scene.association.post(&format!("/v1/mandates/{mandate}:revoke"), json!({})).await.expect_status(200);
        scene.association.get(&path).await.expect_problem(403, "mandate_revoked");
    }

    async fn an_answer_for_the_person_alone_stays_closed(app) {
        let scene = Fixture::asking(app, 1, json!({ "right": "access", "copy": true }), "person").await;
        scene.say(app, scene.requests[0], json!({ "kind": "full" })).await.expect_status(200);
        let path = format!("/v1/requests/{}/responses", scene.requests[0]);
        scene.association.get(&path).await.expect_problem(403, "mandate_act_not_covered");
    }

    async fn an_answer_by_letter_is_recorded_at_its_day(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let came = app.context.clock.now();
        scene.after(app, 3).await;
        let path = format!("/v1/requests/{}/responses", scene.requests[0]);
        let response = json!({ "kind": "no_data", "message": "Nothing." });
        let future = app.context.clock.now() + jiff::SignedDuration::from_hours(1);
        let body = json!({ "response": response, "received_at": future });
        scene.association.post(&path, body).await.expect_problem(422, "impossible_date");
        let taken = scene.association.post(&path, json!({ "response": response, "received_at": came })).await.expect_status(201);
        assert_eq!(taken["outcome"], "no_data");
        assert_eq!(scene.association.get(&path).await.expect_status(200)["items"][0]["via"], "manual");
    }

    async fn questions_are_answered_accepted_and_contested(app) {
        let scene = Fixture::with_requests(app, 3).await;
        let [supplied, contested, extended] = scene.requests[..] else { panic!("three requests") };
        let question = json!({ "kind": "identity_question", "asks_for": ["reference_number"], "doubts": "Two accounts." });
        for request in [supplied, contested] {
            scene.say(app, request, question.clone()).await.expect_status(200);
        }
        let to = async |request: &dyn std::fmt::Display, verb: &str, body: Value| {
            scene.association.post(&format!("/v1/requests/{request}:{verb}"), body).await
        };
        to(&contested, "accept-suspension", json!({})).await.expect_status(200);
        to(&contested, "contest-suspension", json!({ "question": 0 })).await.expect_status(200);
        to(&contested, "contest-suspension", json!({ "question": 9 })).await.expect_problem(409, "illegal_transition");
        let moved = to(&supplied, "supply-information", json!({ "kind": "identity" })).await.expect_status(200);
        assert_eq!(moved["clock"], "running");
        to(&supplied, "supply-information", json!({})).await.expect_problem(409, "illegal_transition");
        let notice = json!({ "kind": "extension", "months": 2, "grounds": ["effort"], "reasons": "Much work." });
        scene.say(app, extended, notice).await.expect_status(200);
        let request = scene.association.request(reqwest::Method::POST, &format!("/v1/requests/{extended}:contest-extension")).await;
        scene.association.send(request.header("idempotency-key", "c")).await.expect_status(200);
        to(&extended, "assess", json!({ "satisfied": true })).await.expect_problem(409, "illegal_transition");
        scene.say(app, extended, json!({ "kind": "full" })).await.expect_status(200);
        to(&extended, "assess", json!({ "satisfied": true, "unsatisfied": ["copy"] })).await.expect_problem(422, "invalid_field");
        let judged = to(&extended, "assess", json!({ "satisfied": false, "unsatisfied": ["copy"] })).await.expect_status(200);
        assert_eq!(judged["outcome"], "partly_satisfied");
        scene.say(app, extended, json!({ "kind": "full" })).await.expect_status(200);
        assert_eq!(to(&extended, "assess", json!({ "satisfied": true })).await.expect_status(200)["lifecycle"], "closed");
    }
}
