//! Faults by which somebody got at a peer who had no right to, any more or at all.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use super::with_roles;
use crate::on_both;
use crate::support::fixtures::{Fixture, one, post_callback, seconds, sign};
use crate::support::union::text;
use crate::support::{App, Caller, Reply};

async fn token(app: &App, id: &str, secret: &str, scope: &str) -> Reply {
    let caller = app.anonymous();
    let request = caller.request(Method::POST, "/oauth/token").await.basic_auth(id, Some(secret));
    caller.send(request.form(&[("grant_type", "client_credentials"), ("scope", scope)])).await
}

/// Waits until a caller is refused. Tells whether that came within five seconds.
async fn is_shut_out(caller: &Caller, path: &str) -> bool {
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(5) {
        if caller.get(path).await.status == 401 {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}

on_both! {
    // Fides: how long a log-in took told which users exist. Here the answer is the same to the byte, after the same comparison.
    async fn cve_2024_45052_who_exists_is_not_told_by_a_refusal(app) {
        let operator = app.operator().await;
        let (organisation, _) = app.organisation("Association").await;
        let made = with_roles(&operator, &organisation, json!(["auditor"])).await;
        let known = token(app, &text(&made, "client_id"), "rcs_wrong", "audit:read").await;
        let unknown = token(app, "cli_00000000000000000000000000000000", "rcs_wrong", "audit:read").await;
        let none = token(app, "nonsense", "rcs_wrong", "audit:read").await;
        assert_eq!((known.status, &known.bytes), (unknown.status, &unknown.bytes));
        assert_eq!((known.status, &known.bytes), (none.status, &none.bytes));
    }

    // Fides: whoever was invited could set a password that the policy would have refused. Here nobody chooses a secret at all.
    async fn cve_2024_52008_no_secret_is_chosen_by_a_caller(app) {
        let operator = app.operator().await;
        let (organisation, _) = app.organisation("Association").await;
        let path = format!("/v1/organisations/{}/clients", text(&organisation, "id"));
        for word in ["client_secret", "secret", "password"] {
            let mut new = json!({ "name": "portal", "roles": ["auditor"] });
            new[word] = json!("123456");
            operator.post(&path, new).await.expect_problem(422, "invalid_field");
        }
        let made = operator.post(&path, json!({ "name": "portal", "roles": ["auditor"] })).await.expect_status(201);
        assert!(text(&made, "client_secret").len() >= 43, "256 bits");
    }

    // Fides: sessions went on after the password was changed. Vaultwarden: refresh tokens did. Here a token ends with the secret that it
    // was got with, and there is nothing that outlives it.
    async fn cve_2025_57766_a_token_ends_with_its_secret(app) {
        let operator = app.operator().await;
        let (organisation, _) = app.organisation("Association").await;
        let made = with_roles(&operator, &organisation, json!(["auditor"])).await;
        let caller = app.client(&text(&made, "client_id"), &text(&made, "client_secret"));
        caller.get("/v1/audit/entries").await.expect_status(200);
        let path = format!("/v1/organisations/{}/clients/{}", text(&organisation, "id"), text(&made, "client_id"));
        operator.post(&format!("{path}/secrets"), json!({})).await.expect_status(201);
        let first = text(&operator.get(&path).await.expect_status(200)["credentials"][0], "id");
        operator.delete(&format!("{path}/credentials/{first}")).await.expect_status(204);
        assert!(is_shut_out(&caller, "/v1/audit/entries").await);
    }

    // Fides: a client gave itself scopes that it did not have. Here a token asks for fewer alone, and whoever keeps clients can give none
    // of another kind.
    async fn cve_2025_57817_a_client_gives_itself_nothing(app) {
        let operator = app.operator().await;
        let (organisation, _) = app.organisation("Association").await;
        let made = with_roles(&operator, &organisation, json!(["administrator"])).await;
        let (id, secret) = (text(&made, "client_id"), text(&made, "client_secret"));
        for scope in ["organisations:manage", "people:read", "inbox:read", "docket:read", "clients:manage organisations:manage"] {
            assert_eq!(token(app, &id, &secret, scope).await.expect_status(400)["error"], "invalid_scope", "{scope}");
        }
        let administrator = app.client(&id, &secret);
        let path = format!("/v1/organisations/{}/clients", text(&organisation, "id"));
        for scope in ["organisations:manage", "directory:manage", "inbox:answer", "docket:answer", "calendars:manage"] {
            let refused = administrator.post(&path, json!({ "name": "x", "scopes": [scope] })).await;
            assert_eq!(refused.status, 422, "{scope}: {}", refused.text());
        }
        let auditor = with_roles(&operator, &organisation, json!(["auditor"])).await;
        let auditor = app.client(&text(&auditor, "client_id"), &text(&auditor, "client_secret"));
        auditor.post(&path, json!({ "name": "x", "roles": ["administrator"] })).await.expect_problem(403, "insufficient_scope");
    }

    // Vaultwarden: a manager changed, in one call for many, what they could not change one by one. Here a call for many sees each request
    // by the same door, and leaves alone what is another's.
    async fn cve_2026_27802_a_call_for_many_reaches_no_more_than_a_call_for_one(app) {
        let (scene, other) = (Fixture::with_requests(app, 1).await, Fixture::with_requests(app, 1).await);
        let foreign = other.requests[0];
        scene.association.post(&format!("/v1/requests/{foreign}:withdraw"), json!({})).await.expect_problem(404, "not_found");
        let many = json!({ "action": "withdraw", "ids": [scene.requests[0], foreign] });
        scene.association.post("/v1/requests:act", many).await.expect_problem(404, "not_found");
        assert_eq!(scene.see(scene.requests[0]).await["request"]["lifecycle"], "sent", "all or nothing");
        let line = json!({ "request_id": foreign, "response": { "kind": "full" } }).to_string();
        let call = scene.inbox.request(Method::POST, "/v1/inbox/responses:bulk").await;
        let call = call.header("idempotency-key", "k").header("content-type", "application/x-ndjson");
        let answered = scene.inbox.send(call.body(line)).await;
        let outcome: Value = serde_json::from_str(answered.text().trim()).unwrap();
        assert_eq!(outcome["code"], "not_found");
        assert_eq!(other.see(foreign).await["request"]["lifecycle"], "sent");
    }

    // Vaultwarden: three queries had forgotten that a membership can be revoked or not confirmed, so that such members went on reading.
    // Here each token is held to its client and its organisation, whatever is read.
    async fn cve_2026_95814_who_was_revoked_or_suspended_reads_nothing(app) {
        let operator = app.operator().await;
        let (organisation, member) = app.organisation("Association").await;
        let made = with_roles(&operator, &organisation, json!(["case_handler", "auditor"])).await;
        let revoked = app.client(&text(&made, "client_id"), &text(&made, "client_secret"));
        let paths = ["/v1/data-subjects", "/v1/requests", "/v1/events", "/v1/complaints", "/v1/audit/entries", "/v1/statistics"];
        for path in paths {
            revoked.get(path).await.expect_status(200);
            member.get(path).await.expect_status(200);
        }
        let own = format!("/v1/organisations/{}", text(&organisation, "id"));
        operator.delete(&format!("{own}/clients/{}", text(&made, "client_id"))).await.expect_status(204);
        assert!(is_shut_out(&revoked, paths[0]).await);
        operator.patch(&own, json!({ "state": "suspended" })).await.expect_status(200);
        assert!(!is_welcome(&member, paths[0]).await);
        for path in paths {
            assert_eq!(revoked.get(path).await.status, 401, "{path}");
            assert!(matches!(member.get(path).await.status, 401 | 403), "{path}");
        }
    }

    // Vaultwarden: a client got in as somebody else whose name it gave. Here the name of a client without its own proof opens nothing.
    async fn cve_2024_55225_the_name_of_another_opens_nothing(app) {
        let operator = app.operator().await;
        let (one, _) = app.organisation("One").await;
        let (two, _) = app.organisation("Two").await;
        let mine = with_roles(&operator, &one, json!(["auditor"])).await;
        let theirs = with_roles(&operator, &two, json!(["auditor"])).await;
        let (id, secret) = (text(&theirs, "client_id"), text(&mine, "client_secret"));
        token(app, &id, &secret, "audit:read").await.expect_status(401);
        // Nor does it say for whom it calls.
        let own = token(app, &text(&mine, "client_id"), &secret, "audit:read").await.expect_status(200);
        let caller = app.anonymous();
        let mut counts = Vec::new();
        for name in ["x-organisation-id", "x-tenant", "x-forwarded-user", "x-user-id"] {
            let call = caller.request(Method::GET, "/v1/audit/entries").await.bearer_auth(text(&own, "access_token"));
            let told = caller.send(call.header(name, text(&two, "id"))).await.expect_status(200);
            counts.push(told["items"].as_array().unwrap().iter().all(|entry| entry["organisation_id"] == one["id"]));
        }
        assert!(counts.into_iter().all(|own| own));
    }

    // Svix: signatures were compared to the end of the shorter one, so that one of no bytes fitted. Here one that is cut short is none.
    async fn cve_2024_21491_a_signature_that_is_cut_short_is_none(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let body = one(app, scene.requests[0], json!({ "kind": "full" })).to_string();
        let (now, at) = (app.context.clock.now(), seconds(app.context.clock.now()));
        let good = sign(&scene.secret, "msg_a", now, body.as_bytes());
        let (scheme, code) = good.split_once(',').unwrap();
        for length in (0..code.len()).step_by(4) {
            let signature = format!("{scheme},{}", &code[..length]);
            let headers = [("webhook-id", "msg_a"), ("webhook-timestamp", at.as_str()), ("webhook-signature", signature.as_str())];
            let refused = post_callback(app, scene.controller, &headers, body.clone()).await;
            refused.expect_problem(401, "signature_invalid");
        }
        assert_eq!(scene.see(scene.requests[0]).await["request"]["lifecycle"], "sent");
    }
}

async fn is_welcome(caller: &Caller, path: &str) -> bool {
    for _ in 0..100 {
        if caller.get(path).await.status != 200 {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    true
}
