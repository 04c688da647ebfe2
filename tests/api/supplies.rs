//! What a controller is told after it asked back.

use entity::id::{OrganisationId, RequestId, SupplyId};
use recourse::store::StoredSupply;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::{self, Fixture};
use crate::support::{App, Caller};

const TOLD: &str = "The account was opened as Grumblewick.";

async fn asked(app: &App, count: usize) -> Fixture {
    let scene = Fixture::with_requests(app, count).await;
    for request in &scene.requests {
        let question = json!({ "kind": "identity_question", "asks_for": ["birth_date"], "doubts": "Two accounts." });
        scene.say(app, *request, question).await.expect_status(200);
    }
    scene
}

async fn supply(caller: &Caller, request: RequestId, body: Value) -> crate::support::Reply {
    caller.post(&format!("/v1/requests/{request}:supply-information"), body).await
}

async fn stored(app: &App, organisation: OrganisationId, request: RequestId) -> Vec<StoredSupply> {
    app.context.db.tenant(organisation).supplies_of_request(request, None, 10).await.unwrap()
}

on_both! {
    async fn the_controller_addressed_gets_the_answer_to_its_question_and_nobody_else(app) {
        let scene = asked(app, 1).await;
        let request = scene.requests[0];
        let inbox = format!("/v1/inbox/requests/{request}");
        let before = scene.inbox.get(&inbox).await.expect_status(200);
        assert!(before["content"].get("supplied").is_none() && before["content"]["identity"].get("birth_date").is_none());

        let body = json!({ "kind": "identity", "text": TOLD, "elements": ["birth_date", "phone"] });
        let moved = supply(&scene.association, request, body).await;
        assert!(!moved.text().contains("Grumblewick"));
        assert_eq!(moved.expect_status(200)["clock"], "running");

        let seen = scene.inbox.get(&inbox).await.expect_status(200);
        let [told] = seen["content"]["supplied"].as_array().unwrap().as_slice() else { panic!("one supply: {seen}") };
        assert_eq!((&told["kind"], &told["text"]), (&json!("identity"), &json!(TOLD)));
        assert_eq!(told["identity"], json!({ "birth_date": "1980-02-03", "phone": "+33 6 30 12 34 56" }));
        assert!(seen["content"]["identity"].get("birth_date").is_none(), "what every controller sees stays as it was");

        let listed = scene.association.get(&format!("/v1/requests/{request}/supplies")).await.expect_status(200);
        assert_eq!(&listed["items"][0], told);
        let other = Fixture::with_requests(app, 1).await;
        other.inbox.get(&inbox).await.expect_problem(404, "not_found");
        other.association.get(&format!("/v1/requests/{request}/supplies")).await.expect_problem(404, "not_found");
        scene.inbox.get(&format!("/v1/requests/{request}/supplies")).await.expect_problem(403, "insufficient_scope");
        supply(&other.association, request, json!({ "text": TOLD })).await.expect_problem(404, "not_found");
    }

    async fn it_is_kept_as_it_was_told_sealed_audited_and_announced_without_content(app) {
        let scene = asked(app, 1).await;
        let request = scene.requests[0];
        supply(&scene.association, request, json!({ "text": TOLD, "elements": ["birth_date"] })).await.expect_status(200);
        let kept = stored(app, scene.organisation, request).await;
        let [kept] = kept.as_slice() else { panic!("one supply") };
        assert_eq!((kept.controller_id, kept.kind), (scene.controller, None));
        assert!(!String::from_utf8_lossy(&kept.content).contains("Grumblewick"));
        let path = format!("/v1/data-subjects/{}", scene.people[0].0);
        scene.association.patch(&path, json!({ "birth_date": "1981-01-01" })).await.expect_status(200);
        let seen = scene.inbox.get(&format!("/v1/inbox/requests/{request}")).await.expect_status(200);
        assert_eq!(seen["content"]["supplied"][0]["identity"]["birth_date"], "1980-02-03");
        let audit = fixtures::audit(app, scene.organisation).await;
        let id: SupplyId = kept.id;
        assert!(audit.contains(&("create".to_owned(), id.to_string())), "{audit:?}");
        let timeline = scene.association.get(&format!("/v1/requests/{request}/events")).await;
        assert!(timeline.text().contains("request.resumed") && !timeline.text().contains("Grumblewick"));
    }

    async fn what_is_not_known_or_not_asked_is_refused_and_leaves_nothing(app) {
        let scene = asked(app, 1).await;
        let request = scene.requests[0];
        let refused = supply(&scene.association, request, json!({ "elements": ["birth_date", "customer_number"] })).await;
        let problem = refused.expect_problem(422, "identity_element_missing");
        assert_eq!(problem["errors"][0]["pointer"], "/elements/1");
        supply(&scene.association, request, json!({ "elements": ["other"] })).await.expect_problem(422, "identity_element_missing");
        supply(&scene.association, request, json!({ "text": "" })).await.expect_problem(422, "invalid_field");
        supply(&scene.association, request, json!({ "text": "x".repeat(20_001) })).await.expect_problem(422, "invalid_field");
        supply(&scene.association, request, json!({ "kind": "scope", "text": TOLD })).await.expect_problem(409, "illegal_transition");
        assert_eq!(scene.see(request).await["request"]["clock"], "suspended");
        assert!(stored(app, scene.organisation, request).await.is_empty());
    }

    async fn nobody_need_say_more_and_the_controller_learns_that_nothing_will_come(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let request = scene.requests[0];
        let question = json!({ "kind": "scope_question", "large_quantity": true, "question": "Which years?" });
        scene.say(app, request, question).await.expect_status(200);
        supply(&scene.association, request, json!({ "kind": "scope" })).await.expect_status(200);
        let seen = scene.inbox.get(&format!("/v1/inbox/requests/{request}")).await.expect_status(200);
        let told = &seen["content"]["supplied"][0];
        assert_eq!(told["kind"], "scope");
        assert!(told.get("text").is_none() && told.get("identity").is_none(), "{told}");
    }

    async fn it_goes_with_the_mandate_and_with_the_person(app) {
        let scene = asked(app, 1).await;
        let request = scene.requests[0];
        supply(&scene.association, request, json!({ "text": TOLD })).await.expect_status(200);
        let (person, mandate) = scene.people[0];
        scene.association.post(&format!("/v1/mandates/{mandate}:revoke"), json!({})).await.expect_status(200);
        let seen = scene.inbox.get(&format!("/v1/inbox/requests/{request}")).await;
        assert!(!seen.text().contains("Grumblewick"));
        assert!(seen.expect_status(200).get("content").is_none());
        scene.association.delete(&format!("/v1/data-subjects/{person}")).await.expect_status(204);
        let path = format!("/v1/requests/{request}/supplies");
        scene.association.get(&path).await.expect_problem(409, "data_subject_erased");
        assert_eq!(app.context.db.tenant(scene.organisation).subject_key(person).await.unwrap(), None);
    }
}
