//! Keys that sign are changed with an overlap: what was signed before stays good for as long as it is meant to.

use jiff::SignedDuration;
use recourse::crypto::signing_key::JwkSet;
use recourse::domain::access::KeyPurpose;
use recourse::service::keys::{NOTICE, NotAsked, ask_for_signing};
use reqwest::Method;
use serde_json::{Value, json};

use crate::bundles::{Scene, line};
use crate::on_both;
use crate::support::App;

async fn published(app: &App) -> Vec<String> {
    let set = app.anonymous().get("/.well-known/jwks.json").await.expect_status(200);
    let set: JwkSet = serde_json::from_value(set).expect("a set of keys");
    set.keys.into_iter().map(|key| key.kid).collect()
}

fn kid(app: &App, purpose: KeyPurpose) -> String {
    app.context.keys.signing(purpose).expect("a key").kid().to_owned()
}

async fn change(app: &App, purpose: KeyPurpose) {
    ask_for_signing(&app.context, purpose).await.expect("asked");
    assert_eq!(app.step("rotate_keys").await, 1);
}

async fn status(app: &App, token: &str) -> u16 {
    let caller = app.anonymous();
    let request = caller.request(Method::GET, "/v1/requests").await.bearer_auth(token);
    caller.send(request).await.status
}

on_both! {
    async fn a_next_key_is_published_before_it_signs_and_tokens_of_the_old_one_run_out(app) {
        let (_, member) = app.organisation("Union").await;
        let (before, old) = (published(app).await, kid(app, KeyPurpose::AccessToken));
        let token = member.token().await.expect("a token");
        change(app, KeyPurpose::AccessToken).await;
        let after = published(app).await;
        assert_eq!(after.len(), before.len() + 1);
        assert!(before.iter().all(|kid| after.contains(kid)));
        assert_eq!(kid(app, KeyPurpose::AccessToken), old, "published, and not signing yet");
        assert!(matches!(ask_for_signing(&app.context, KeyPurpose::AccessToken).await, Err(NotAsked::OnItsWay)));

        app.clock.advance(NOTICE - SignedDuration::from_secs(1));
        member.forget_token().await;
        let last = member.token().await.expect("a token");
        app.clock.advance(SignedDuration::from_secs(1));
        let new = kid(app, KeyPurpose::AccessToken);
        assert!(new != old && after.contains(&new) && !before.contains(&new));
        member.forget_token().await;
        let fresh = member.token().await.expect("a token");
        assert_eq!((status(app, &last).await, status(app, &fresh).await), (200, 200), "both are taken");
        app.clock.advance(SignedDuration::from_mins(15));
        assert_eq!((status(app, &token).await, status(app, &last).await), (401, 401), "their own time is over");
        assert_eq!(app.step("destroy_retired_keys").await, 1, "the private half of the old key goes");
        assert_eq!(app.step("destroy_retired_keys").await, 0);
        app.context.keys.look(&app.context.db).await.expect("a look");
        assert_eq!(published(app).await, after, "and its public half stays");
        member.forget_token().await;
        assert_eq!(status(app, &member.token().await.expect("a token")).await, 200);
        let fresh = app.beside().await;
        assert_eq!(fresh.keys.signing(KeyPurpose::AccessToken).expect("a key").kid(), new);
    }

    async fn what_was_signed_for_good_stays_good(app) {
        let scene = Scene::set(app).await;
        let requests = scene.file(app, &[line(1, "")]).await;
        app.work().await;
        let path = format!("/v1/inbox/requests/{}", requests[0]);
        let seen = scene.office.get(&path).await.expect_status(200);
        let credential = seen["content"]["mandate_credential"].as_str().expect("a credential").to_owned();
        app.step("log_audit_entries").await;
        let checkpoint = scene.member.get("/v1/audit/checkpoint").await.expect_status(200);
        for purpose in KeyPurpose::ALL {
            change(app, *purpose).await;
        }
        let webhooks = app.context.keys.all_signing(KeyPurpose::Webhook).len();
        app.clock.advance(NOTICE);
        assert_eq!((webhooks, app.context.keys.all_signing(KeyPurpose::Webhook).len()), (1, 2), "both sign for a while");
        app.clock.advance(SignedDuration::from_hours(8 * 24));
        assert_eq!(app.context.keys.all_signing(KeyPurpose::Webhook).len(), 1);
        app.step("destroy_retired_keys").await;
        scene.office.forget_token().await;
        scene.member.forget_token().await;

        let verified = scene.office.post("/v1/credentials:verify", json!({ "credential": credential })).await;
        let verified: Value = verified.expect_status(200);
        assert_eq!(verified["status"]["state"], "active", "{verified}");
        let again = scene.office.get(&path).await.expect_status(200);
        let newer = again["content"]["mandate_credential"].as_str().expect("a credential");
        assert_ne!(newer.split('.').next(), credential.split('.').next(), "by another key");
        app.work().await;
        let later = scene.member.get("/v1/audit/checkpoint").await.expect_status(200);
        assert_ne!(later["verifier_key"], checkpoint["verifier_key"], "by another key");
        let report = recourse::service::audit::verify(&app.context.db, &app.context.keys, scene.organisation, None, app.context.clock.now(), |_| {});
        let report = report.await.expect("the log is read");
        assert!(report.broken.is_none() && report.checkpoints > 1, "{report:?}");
        let told = scene.told().await;
        assert_eq!(told.1.len(), 1, "messages are signed");
    }
}
