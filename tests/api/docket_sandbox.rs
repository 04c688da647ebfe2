//! A sandbox and an authority: somebody may play one in it, and nobody outside sees a thing.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::docket::authority;
use crate::on_both;
use crate::sandbox::Scene;
use crate::support::App;
use crate::support::union::text;

/// The day at the authority, in the time of the sandbox.
async fn today(scene: &Scene) -> String {
    let now: Timestamp = text(&scene.clock().await, "now").parse().expect("an instant");
    now.to_zoned(jiff::tz::TimeZone::get("Europe/Paris").expect("a zone")).date().to_string()
}

/// A complaint of the sandbox that waits to be lodged.
async fn complete(app: &App, scene: &Scene) -> String {
    let request = scene.file("silent").await;
    scene.advance(45, 0).await;
    let new = json!({
        "request_ids": [request], "language": "fr", "authority_id": "fr-cnil", "description": [{ "text": "Rien." }],
        "signatory": { "name": "A. Martin" }, "places": { "residence": "FR" },
    });
    let made = scene.member.post("/v1/complaints", new).await.expect_status(201);
    let path = format!("/v1/complaints/{}", text(&made, "id"));
    scene.member.post(&format!("{path}:build"), json!({})).await.expect_status(202);
    app.work().await;
    let body = json!({ "on": today(scene).await, "step": { "kind": "complete" } });
    scene.member.post(&format!("{path}/steps"), body).await.expect_status(200);
    text(&made, "id")
}

on_both! {
    async fn somebody_plays_the_authority_of_a_sandbox_and_nobody_else_sees_it(app) {
        let scene = Scene::set(app, &["silent"]).await;
        let id = complete(app, &scene).await;
        let outside = authority(app, "fr-cnil").await;
        let by_api = json!({ "on": today(&scene).await, "step": { "kind": "lodge", "channel": "api" } });
        let steps = format!("/v1/complaints/{id}/steps");
        scene.member.post(&steps, by_api.clone()).await.expect_problem(409, "authority_not_connected");

        let new = json!({ "name": "Played", "scopes": ["docket:read", "docket:answer"], "sandbox_id": scene.id });
        let path = "/v1/supervisory-authorities/fr-cnil/clients";
        let made = app.operator().await.post(path, new).await.expect_status(201);
        let played = app.client(&text(&made, "client_id"), &text(&made, "client_secret"));
        scene.member.post(&steps, by_api).await.expect_status(200);
        app.until_visible().await;
        let listed = async |caller: &crate::support::Caller| {
            let page = caller.get("/v1/docket").await.expect_status(200);
            page["items"].as_array().unwrap().iter().map(|item| text(item, "id")).collect::<Vec<_>>()
        };
        assert_eq!(listed(&played).await, std::slice::from_ref(&id));
        assert_eq!(listed(&outside).await, Vec::<String>::new());
        let seen = format!("/v1/docket/{id}");
        outside.get(&seen).await.expect_problem(404, "not_found");
        outside.get(&format!("{seen}/archive")).await.expect_problem(404, "not_found");
        let admit = json!({ "step": { "kind": "admit" } });
        outside.post(&format!("{seen}/steps"), admit.clone()).await.expect_problem(404, "not_found");

        // It lives in the time of the sandbox.
        let read = played.get(&seen).await.expect_status(200);
        let read_at: Timestamp = text(&read["lodging"], "read_at").parse().unwrap();
        assert!(read_at > app.context.clock.now(), "{read}");
        assert_eq!(played.post(&format!("{seen}/steps"), admit).await.expect_status(200)["state"], "admissible");
        scene.advance(100, 0).await;
        let silent = scene.member.get(&format!("/v1/complaints/{id}")).await.expect_status(200);
        assert_eq!((&silent["silent"], &silent["state"]), (&json!(true), &json!("admissible")));
        let told = json!({ "step": { "kind": "news" }, "text": "We are at it." });
        played.post(&format!("{seen}/steps"), told).await.expect_status(200);
        let heard = scene.member.get(&format!("/v1/complaints/{id}")).await.expect_status(200);
        assert_eq!((&heard["silent"], &heard["standing"]["last_news_on"]), (&json!(false), &Value::String(today(&scene).await)));
    }
}
