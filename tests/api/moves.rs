//! Changes of state that are unknown, or have no place where they are tried: refused, and nothing moves.

use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::{Fixture, one};
use crate::support::{union, unique};

on_both! {
    async fn a_change_that_is_unknown_is_refused_and_nothing_moves(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let (request, member, operator) = (scene.requests[0], &scene.association, app.operator().await);
        let private = json!({ "name": "Private", "place": "FR", "channels": [{ "kind": "feed" }] });
        let private = union::text(&member.post("/v1/controllers", private).await.expect_status(201), "id");
        let endpoint = json!({ "url": "https://union.example.org/hook" });
        let endpoint = union::text(&member.post("/v1/webhook-endpoints", endpoint).await.expect_status(201), "id");
        let path = format!("/v1/campaigns/{}/batches", scene.campaign);
        let batch = union::text(&member.post(&path, union::batch(union::columns())).await.expect_status(201), "id");
        let organisation = format!("/v1/organisations/{}", scene.organisation);
        let things = [
            format!("/v1/requests/{request}"), format!("/v1/campaigns/{}", scene.campaign), format!("/v1/batches/{batch}"),
            format!("/v1/mandates/{}", scene.people[0].1), format!("/v1/controllers/{private}"), format!("/v1/webhook-endpoints/{endpoint}"),
        ];
        let mut before = Vec::new();
        for thing in &things {
            before.push(member.get(thing).await.expect_status(200));
        }

        // A verb that does not exist, of things that do.
        for thing in &things {
            let refused = member.post(&format!("{thing}:explode"), json!({})).await;
            refused.expect_problem(405, "method_not_allowed");
            assert!(refused.header("allow").is_some_and(|methods| methods.contains("GET")), "it says what can be done");
        }
        for verb in ["withdraw", "assess", "remind"] {
            let request = member.request(Method::PUT, &format!("{}:{verb}", things[0])).await;
            let refused = member.send(request.header("idempotency-key", unique()).json(&json!({}))).await;
            refused.expect_problem(405, "method_not_allowed");
            assert_eq!(refused.header("allow"), Some("POST"));
        }
        // A state that does not exist.
        for thing in [&things[1], &things[4], &things[5]] {
            member.patch(thing, json!({ "state": "exploded" })).await.expect_problem(422, "invalid_field");
        }
        operator.patch(&organisation, json!({ "state": "exploded" })).await.expect_problem(422, "invalid_field");
        // An act, a kind of answer, a kind of message that does not exist.
        for path in ["/v1/requests:act", "/v1/requests:preview"] {
            let command = json!({ "action": "explode", "ids": [request] });
            member.post(path, command).await.expect_problem(422, "invalid_field");
        }
        let answer = json!({ "response": { "kind": "exploded" } });
        scene.inbox.post(&format!("/v1/inbox/requests/{request}/responses"), answer.clone()).await.expect_problem(422, "invalid_field");
        member.post(&format!("{}/responses", things[0]), answer).await.expect_problem(422, "invalid_field");
        scene.say(app, request, json!({ "kind": "exploded" })).await.expect_problem(422, "invalid_field");
        let mut message = one(app, request, json!({ "kind": "full" }));
        message["type"] = json!("explosion");
        scene.callback(app, "msg_explosion", &message).await.expect_problem(422, "invalid_field");

        for (thing, before) in things.iter().zip(before) {
            assert_eq!(member.get(thing).await.expect_status(200), before, "{thing}");
        }
        assert_eq!(app.inspector().await.number("SELECT count(*) FROM response").await, 0);
        assert_eq!(operator.get(&organisation).await.expect_status(200)["state"], "active");
    }

    async fn a_change_out_of_place_is_refused_and_nothing_moves(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let (member, path) = (&scene.association, format!("/v1/requests/{}", scene.requests[0]));
        for (verb, body) in [
            ("accept-suspension", json!({})), ("contest-suspension", json!({ "question": 0 })), ("contest-extension", json!({})),
            ("supply-information", json!({})), ("assess", json!({ "satisfied": true })),
        ] {
            member.post(&format!("{path}:{verb}"), body).await.expect_problem(409, "illegal_transition");
        }
        let early = app.context.clock.now() - jiff::SignedDuration::from_hours(24 * 365);
        let receipt = json!({ "kind": "registered_delivery", "received_at": early });
        member.post(&format!("{path}/receipts"), receipt).await.expect_problem(422, "impossible_date");
        assert_eq!(scene.see(scene.requests[0]).await["request"]["version"], 1);

        member.post(&format!("{path}:withdraw"), json!({})).await.expect_status(200);
        let withdrawn = scene.see(scene.requests[0]).await;
        for (verb, body) in [("withdraw", json!({})), ("remind", json!({})), ("assess", json!({ "satisfied": true }))] {
            member.post(&format!("{path}:{verb}"), body).await.expect_problem(409, "illegal_transition");
        }
        assert_eq!(scene.see(scene.requests[0]).await, withdrawn);

        let campaign = format!("/v1/campaigns/{}", scene.campaign);
        member.patch(&campaign, json!({ "state": "closed" })).await.expect_status(200);
        for state in ["active", "paused", "draft"] {
            member.patch(&campaign, json!({ "state": state })).await.expect_problem(409, "campaign_wrong_state");
        }
        member.post(&format!("{campaign}/batches"), union::batch(union::columns())).await.expect_problem(409, "campaign_not_open");
        let known = json!({ "campaign_id": scene.campaign, "data_subject_id": scene.people[0].0 });
        member.post("/v1/requests", known).await.expect_problem(409, "campaign_not_open");
    }

    async fn a_batch_is_filed_and_cancelled_only_where_it_can_be(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let member = &scene.association;
        let path = format!("/v1/campaigns/{}/batches", scene.campaign);
        let batch = format!("/v1/batches/{}", union::text(&member.post(&path, union::batch(union::columns())).await.expect_status(201), "id"));
        member.post(&format!("{batch}:file"), Value::Null).await.expect_problem(409, "batch_wrong_state");
        assert_eq!(member.post(&format!("{batch}:cancel"), Value::Null).await.expect_status(202)["state"], "cancelled");
        for verb in ["cancel", "file"] {
            member.post(&format!("{batch}:{verb}"), Value::Null).await.expect_problem(409, "batch_wrong_state");
        }
        member.put_bytes(&format!("{batch}/content"), "text/csv", union::people(0, 2)).await.expect_problem(409, "batch_wrong_state");
        app.work().await;
        assert_eq!(member.get(&batch).await.expect_status(200)["counts"]["lines"], 0);
    }
}
