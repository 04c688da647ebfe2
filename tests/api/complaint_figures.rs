//! Figures of complaints, and finding those of silent authorities.

use serde_json::json;

use crate::bundles::Scene;
use crate::complaints::{draft, make_eligible, silence, step};
use crate::on_both;
use crate::support::union::text;

on_both! {
    async fn figures_follow_a_complaint_from_draft_to_decision(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 2).await;
        let id = text(&draft(&scene, json!({ "description": [{ "text": "Pas de réponse." }] })).await, "id");
        let figures = async || scene.member.get("/v1/complaint-statistics").await.expect_status(200);
        let first = figures().await;
        assert_eq!((&first["total"]["prepared"], &first["total"]["unlodged"]), (&json!(1), &json!(1)));
        assert_eq!((&first["total"]["people"], &first["total"]["with_authority"]), (&json!(2), &json!(0)));

        scene.member.post(&format!("/v1/complaints/{id}:build"), json!({})).await.expect_status(202);
        app.work().await;
        step(app, &scene, &id, json!({ "kind": "complete" })).await.expect_status(200);
        step(app, &scene, &id, json!({ "kind": "lodge", "channel": "form" })).await.expect_status(200);
        assert_eq!(figures().await["total"]["with_authority"], json!(1));
        let silent = async |said: bool| {
            let page = scene.member.get(&format!("/v1/complaints?silent={said}")).await.expect_status(200);
            page["items"].as_array().unwrap().len()
        };
        assert_eq!((silent(true).await, silent(false).await), (0, 1));

        app.after(100).await;
        scene.member.forget_token().await;
        let later = figures().await;
        assert_eq!((&later["total"]["with_authority"], &later["total"]["silent"]), (&json!(1), &json!(1)));
        assert_eq!((silent(true).await, silent(false).await), (1, 0));

        let decision = json!({ "kind": "decide", "decision": { "outcome": "upheld" } });
        step(app, &scene, &id, decision).await.expect_status(200);
        let last = figures().await;
        assert_eq!((&last["total"]["ended"], &last["total"]["upheld"]), (&json!(1), &json!(1)));
        assert_eq!((&last["total"]["silent"], &last["total"]["with_authority"]), (&json!(0), &json!(0)));
        let of_cnil = &last["by_authority"][0];
        assert_eq!((&of_cnil["authority_id"], &of_cnil["figures"]["upheld"]), (&json!("fr-cnil"), &json!(1)));

        let of = async |query: &str| {
            let found = scene.member.get(&format!("/v1/complaint-statistics?{query}")).await.expect_status(200);
            found["total"]["prepared"].as_u64().unwrap()
        };
        assert_eq!(of(&format!("controller_id={}", scene.controller.id)).await, 1);
        assert_eq!(of("authority_id=de-be").await, 0);
        let (_, other) = app.organisation("Another").await;
        let nothing = other.get("/v1/complaint-statistics").await.expect_status(200);
        assert_eq!((&nothing["total"]["prepared"], &nothing["by_authority"]), (&json!(0), &json!([])));
    }
}
