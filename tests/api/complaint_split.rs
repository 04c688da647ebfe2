//! One complaint for each person, from the draft for all of them.

use serde_json::{Value, json};

use crate::bundles::Scene;
use crate::complaints::{draft, make_eligible, people, silence, step};
use crate::on_both;
use crate::support::union::text;

async fn parts(scene: &Scene, whole: &str) -> Vec<Value> {
    let page = scene.member.get(&format!("/v1/complaints?split_from={whole}")).await.expect_status(200);
    page["items"].as_array().unwrap().clone()
}

on_both! {
    async fn a_draft_for_many_becomes_one_complaint_for_each(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 3).await;
        let whole = draft(&scene, json!({
            "description": [{ "text": "Personne n'a reçu de réponse." }], "signatory": { "name": "A. Martin" },
        })).await;
        let id = text(&whole, "id");
        let before = people(&scene, &id).await;
        let revoke = format!("/v1/mandates/{}:revoke", text(&before[1], "mandate_id"));
        scene.member.post(&revoke, json!({})).await.expect_status(200);

        let ended = step(app, &scene, &id, json!({ "kind": "split" })).await.expect_status(200);
        assert_eq!((&ended["state"], &ended["possible_steps"]), (&json!("split"), &json!([])));
        let made = parts(&scene, &id).await;
        assert_eq!(made.len(), 2, "the one whose mandate was revoked gets none");
        let mut for_whom = Vec::new();
        for one in &made {
            let path = format!("/v1/complaints/{}", text(one, "id"));
            let one = scene.member.get(&path).await.expect_status(200);
            assert_eq!((&one["form"], &one["people"], &one["requests"]), (&json!("individual"), &json!(1), &json!(1)));
            assert_eq!((&one["split_from"], &one["authority_id"]), (&json!(id), &json!("fr-cnil")));
            assert_eq!(one["description"], whole["description"]);
            assert_eq!((&one["points"][0]["code"], &one["points"][0]["people"]), (&json!("silent_first_deadline"), &json!(1)));
            assert_eq!(one["completeness"]["complete"], json!(true), "{}", one["completeness"]);
            let possible = one["possible_steps"].as_array().unwrap();
            assert!(possible.contains(&json!("complete")) && !possible.contains(&json!("split")), "{possible:?}");
            let own = people(&scene, &text(&one, "id")).await;
            assert_eq!((own.len(), &own[0]["reference"]), (1, &json!("P-00001")));
            for_whom.push(text(&own[0], "data_subject_id"));
        }
        for_whom.sort();
        let mut expected = vec![text(&before[0], "data_subject_id"), text(&before[2], "data_subject_id")];
        expected.sort();
        assert_eq!(for_whom, expected);
    }

    async fn each_of_them_goes_its_own_way(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 2).await;
        let id = text(&draft(&scene, json!({ "description": [{ "text": "Pas de réponse." }] })).await, "id");
        step(app, &scene, &id, json!({ "kind": "split" })).await.expect_status(200);
        let made = parts(&scene, &id).await;
        let (one, other) = (text(&made[0], "id"), text(&made[1], "id"));
        scene.member.post(&format!("/v1/complaints/{one}:build"), json!({})).await.expect_status(202);
        app.work().await;
        step(app, &scene, &one, json!({ "kind": "complete" })).await.expect_status(200);
        step(app, &scene, &one, json!({ "kind": "lodge", "channel": "form" })).await.expect_status(200);
        let left = scene.member.get(&format!("/v1/complaints/{other}")).await.expect_status(200);
        assert_eq!(left["state"], "draft");
        let archive = scene.member.get(&format!("/v1/complaints/{one}/archive")).await;
        assert_eq!(archive.status, 200);
        assert_eq!(&archive.bytes[..2], b"PK");
    }

    async fn only_a_draft_for_many_is_split_and_only_once(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        let requests = silence(app, &scene, 2).await;
        let alone = draft(&scene, json!({ "filter": null, "request_ids": [requests[0]], "form": "individual" })).await;
        let refused = step(app, &scene, &text(&alone, "id"), json!({ "kind": "split" })).await;
        refused.expect_problem(409, "complaint_wrong_state");
        let id = text(&draft(&scene, json!({})).await, "id");
        step(app, &scene, &id, json!({ "kind": "split" })).await.expect_status(200);
        step(app, &scene, &id, json!({ "kind": "split" })).await.expect_problem(409, "complaint_wrong_state");
        assert_eq!(parts(&scene, &id).await.len(), 2);
        let (_, other) = app.organisation("Another").await;
        let page = other.get(&format!("/v1/complaints?split_from={id}")).await.expect_status(200);
        assert_eq!(page["items"], json!([]));
    }
}
