//! Clients: secrets and keys that are changed without a gap, and how soon what was ended is shut out.

use std::time::{Duration, Instant};

use jiff::SignedDuration;
use recourse::service::Context;
use recourse::service::clients::{authenticate, verify_token};
use serde_json::{Value, json};

use crate::on_both;
use crate::support::union::text;
use crate::support::{App, Caller, KeyPair};

/// A client of an organisation, and the operator who keeps it.
struct Kept {
    operator: Caller,
    organisation: String,
    id: String,
    secret: String,
    /// Where it is.
    path: String,
}

async fn kept(app: &App) -> Kept {
    let operator = app.operator().await;
    let new = json!({ "name": "Union", "country": "FR", "language": "fr" });
    let organisation = text(&operator.post("/v1/organisations", new).await.expect_status(201), "id");
    let clients = format!("/v1/organisations/{organisation}/clients");
    let new = json!({ "name": "portal", "scopes": ["requests:read"] });
    let made = operator.post(&clients, new).await.expect_status(201);
    let (id, secret) = (text(&made, "client_id"), text(&made, "client_secret"));
    let path = format!("{clients}/{id}");
    Kept { operator, organisation, path, id, secret }
}

impl Kept {
    async fn shown(&self) -> Value {
        self.operator.get(&self.path).await.expect_status(200)
    }

    /// Adds a secret; tells its id and the secret.
    async fn another(&self, body: Value) -> (String, String) {
        let made = self.operator.post(&format!("{}/secrets", self.path), body).await.expect_status(201);
        assert_eq!(made["credential"]["kind"], "secret");
        (text(&made["credential"], "id"), text(&made, "client_secret"))
    }

    fn credential(&self, id: &str) -> String {
        format!("{}/credentials/{id}", self.path)
    }
}

fn in_hours(app: &App, hours: i64) -> String {
    (app.context.clock.now() + SignedDuration::from_hours(hours)).to_string()
}

async fn works(app: &App, id: &str, secret: &str) -> bool {
    app.client(id, secret).token().await.is_some()
}

/// Whether a replica takes a token.
async fn takes(context: &Context, token: &str) -> bool {
    let genuine = verify_token(context, token).expect("a genuine token");
    authenticate(context, genuine).await.is_ok()
}

/// Waits until a replica does not take a token any more. Tells whether that came in time.
async fn is_shut_out_in_time(context: &Context, token: &str) -> bool {
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(5) {
        if !takes(context, token).await {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}

on_both! {
    async fn a_secret_is_replaced_while_the_first_works_until_its_end(app) {
        let kept = kept(app).await;
        let first = app.client(&kept.id, &kept.secret);
        first.get("/v1/requests").await.expect_status(200);
        let ends = in_hours(app, 24);
        let (second_id, second) = kept.another(json!({ "others_end_at": ends })).await;
        assert!(works(app, &kept.id, &kept.secret).await && works(app, &kept.id, &second).await);
        let shown = kept.shown().await;
        assert_eq!(shown["credentials"].as_array().map(Vec::len), Some(2));
        assert!(shown["credentials"][0]["ends_at"].is_string() && shown["credentials"][1].get("ends_at").is_none());
        assert!(shown["credentials"].as_array().unwrap().iter().all(|one| one["last_used_at"].is_string()));
        assert!(!shown.to_string().contains("rcs_"), "a secret is shown once");

        // Two at a time, and no longer beside each other than can be overseen.
        let more = format!("{}/secrets", kept.path);
        kept.operator.post(&more, json!({})).await.expect_problem(409, "too_many_credentials");
        for hours in [-1, 30 * 24 + 1] {
            let far = kept.operator.post(&more, json!({ "others_end_at": in_hours(app, hours) })).await;
            let problem = far.expect_problem(422, "invalid_field");
            assert_eq!(problem["errors"][0]["pointer"], "/others_end_at");
        }

        // It ends by itself, to the second, and so do the tokens that were got with it.
        app.clock.advance(SignedDuration::from_hours(24) - SignedDuration::from_mins(1));
        first.forget_token().await;
        first.get("/v1/requests").await.expect_status(200);
        app.clock.advance(SignedDuration::from_mins(1));
        assert!(!works(app, &kept.id, &kept.secret).await && works(app, &kept.id, &second).await);
        first.get("/v1/requests").await.expect_problem(401, "unauthenticated");

        // Then there is room again.
        let operator = app.operator().await;
        let third = operator.post(&more, json!({})).await.expect_status(201);
        assert!(works(app, &kept.id, &text(&third, "client_secret")).await);
        operator.delete(&kept.credential(&second_id)).await.expect_status(204);
        operator.delete(&kept.credential(&second_id)).await.expect_status(204);
        assert!(!works(app, &kept.id, &second).await, "ended by a call");

        // What has ended is shown for a while, and then is gone.
        let shown = operator.get(&kept.path).await.expect_status(200);
        assert_eq!(shown["credentials"].as_array().map(Vec::len), Some(3));
        app.clock.advance(SignedDuration::from_hours(91 * 24));
        app.step("forget_spent_assertions").await;
        let shown = app.operator().await.get(&kept.path).await.expect_status(200);
        assert_eq!(shown["credentials"].as_array().map(Vec::len), Some(1));
    }

    async fn nobody_is_locked_out_by_a_slip(app) {
        let kept = kept(app).await;
        let first = text(&kept.shown().await["credentials"][0], "id");
        let refused = kept.operator.delete(&kept.credential(&first)).await;
        refused.expect_problem(409, "last_credential");
        // One that ends is none to rely on.
        let key = json!({ "key": KeyPair::ed25519().jwk, "others_end_at": in_hours(app, 1) });
        let key = kept.operator.post(&format!("{}/keys", kept.path), key).await.expect_status(201);
        kept.operator.delete(&kept.credential(&text(&key, "id"))).await.expect_problem(409, "last_credential");
        kept.operator.delete(&kept.credential(&first)).await.expect_status(204);

        // Of two that are ended at the same moment one stays.
        let (second, _) = kept.another(json!({})).await;
        let (second, key) = (kept.credential(&second), kept.credential(&text(&key, "id")));
        let (one, other) = tokio::join!(kept.operator.delete(&second), kept.operator.delete(&key));
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [204, 409]);

        // Another client's, and none, look the same.
        let other = self::kept(app).await;
        let foreign = text(&other.shown().await["credentials"][0], "id");
        for id in [foreign.as_str(), "crd_0193d2b4a1c07e3f8b6a5d4c3b2a1908", "nonsense"] {
            kept.operator.delete(&kept.credential(id)).await.expect_problem(404, "not_found");
        }
        let elsewhere = kept.path.replace(&kept.organisation, &other.organisation);
        kept.operator.get(&elsewhere).await.expect_problem(404, "not_found");
        kept.operator.post(&format!("{elsewhere}/secrets"), json!({})).await.expect_problem(404, "not_found");
        kept.operator.delete(&elsewhere).await.expect_problem(404, "not_found");
        kept.operator.delete(&kept.path).await.expect_status(204);
        kept.operator.post(&format!("{}/secrets", kept.path), json!({})).await.expect_problem(409, "client_revoked");
    }

    async fn public_keys_are_taken_and_private_ones_are_not(app) {
        let kept = kept(app).await;
        let keys = format!("{}/keys", kept.path);
        let mut private = KeyPair::ed25519().jwk;
        private["d"] = json!("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
        let reply = kept.operator.post(&keys, json!({ "key": private })).await;
        let problem = reply.expect_problem(422, "invalid_field");
        assert_eq!(problem["errors"][0]["pointer"], "/key/d");
        assert_eq!(problem["errors"][0]["code"], "private_key_sent");
        assert!(!reply.text().contains("nWGxne"), "and not repeated");
        for (wrong, member) in [
            (json!({ "kty": "oct", "k": "c2VjcmV0" }), "k"),
            (json!({ "kty": "RSA", "n": "AQAB", "e": "AQAB" }), "kty"),
            (json!({ "kty": "OKP", "crv": "Ed25519", "x": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }), "x"),
            (json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "use": "enc" }), "use"),
        ] {
            let problem = kept.operator.post(&keys, json!({ "key": wrong })).await.expect_problem(422, "invalid_field");
            assert_eq!(problem["errors"][0]["pointer"], format!("/key/{member}"));
        }

        let first = KeyPair::p256();
        let added = kept.operator.post(&keys, json!({ "key": first.jwk })).await.expect_status(201);
        assert_eq!((added["kind"].as_str(), &added["kid"]), (Some("key"), &first.jwk["kid"]));
        assert_eq!(text(&added, "thumbprint").len(), 43);
        let mut renamed = first.jwk.clone();
        renamed["kid"] = json!("another");
        kept.operator.post(&keys, json!({ "key": renamed })).await.expect_problem(422, "invalid_field");
        let mut namesake = KeyPair::p256().jwk;
        namesake["kid"] = first.jwk["kid"].clone();
        kept.operator.post(&keys, json!({ "key": namesake })).await.expect_problem(422, "invalid_field");
        for _ in 1..4 {
            kept.operator.post(&keys, json!({ "key": KeyPair::ed25519().jwk })).await.expect_status(201);
        }
        let fifth = json!({ "key": KeyPair::ed25519().jwk });
        kept.operator.post(&keys, fifth).await.expect_problem(409, "too_many_credentials");

        // As many at once, and not one more.
        let five: Vec<Value> = (0..5).map(|_| KeyPair::ed25519().jwk).collect();
        let clients = format!("/v1/organisations/{}/clients", kept.organisation);
        let new = |keys: &[Value]| json!({ "name": "x", "scopes": ["requests:read"], "jwks": { "keys": keys } });
        kept.operator.post(&clients, new(&five)).await.expect_problem(422, "invalid_field");
        kept.operator.post(&clients, new(&[])).await.expect_problem(422, "invalid_field");
        let made = kept.operator.post(&clients, new(&five[..4])).await.expect_status(201);
        assert_eq!(made["credentials"].as_array().map(Vec::len), Some(4));
        let twice = [five[0].clone(), five[0].clone()];
        let problem = kept.operator.post(&clients, new(&twice)).await.expect_problem(422, "invalid_field");
        assert_eq!(problem["errors"][0]["pointer"], "/jwks/keys/1/kid");
    }

    async fn changes_are_told_and_recorded(app) {
        let kept = kept(app).await;
        let (second, _) = kept.another(json!({})).await;
        kept.operator.delete(&kept.credential(&second)).await.expect_status(204);
        kept.operator.delete(&kept.path).await.expect_status(204);
        let mut inspector = app.inspector().await;
        let told = format!("SELECT kind FROM event WHERE subject = '{}' ORDER BY id", kept.id);
        let told: Vec<String> = inspector.texts(&told).await.into_iter().flatten().collect();
        assert_eq!(told, ["client.created", "client.credential_added", "client.credential_ended", "client.revoked"]);
        let noted = format!("SELECT count(*) FROM audit_entry WHERE subject = '{}'", kept.id);
        assert_eq!(inspector.number(&noted).await, 4);
    }

    async fn a_controllers_client_is_kept_by_whoever_keeps_its_entry(app) {
        let operator = app.operator().await;
        let new = json!({ "name": "Shop", "slug": "shop", "place": "FR", "channels": [{ "kind": "feed" }] });
        let controller = text(&operator.post("/v1/controllers", new).await.expect_status(201), "id");
        let pair = KeyPair::ed25519();
        let new = json!({ "name": "desk", "scopes": ["inbox:read"], "jwks": { "keys": [pair.jwk] } });
        let made = operator.post(&format!("/v1/controllers/{controller}/clients"), new).await.expect_status(201);
        let path = format!("/v1/controllers/{controller}/clients/{}", text(&made, "client_id"));
        let secret = operator.post(&format!("{path}/secrets"), json!({})).await.expect_status(201);
        assert!(works(app, &text(&made, "client_id"), &text(&secret, "client_secret")).await);
        operator.post(&format!("{path}/keys"), json!({ "key": KeyPair::p256().jwk })).await.expect_status(201);
        let shown = operator.get(&path).await.expect_status(200);
        assert_eq!(shown["credentials"].as_array().map(Vec::len), Some(3));
        let ended = text(&shown["credentials"][0], "id");
        operator.delete(&format!("{path}/credentials/{ended}")).await.expect_status(204);
        let roles = json!({ "name": "desk", "scopes": ["inbox:read"], "roles": ["auditor"] });
        operator.post(&format!("/v1/controllers/{controller}/clients"), roles).await.expect_problem(422, "invalid_field");
        // The entry is shared: an organisation does not keep its clients.
        let (_, member) = app.organisation("Union").await;
        member.get(&path).await.expect_problem(403, "entry_not_yours");
        member.post(&format!("{path}/secrets"), json!({})).await.expect_problem(403, "entry_not_yours");
    }

    async fn what_is_ended_is_shut_out_within_five_seconds_on_every_replica(app) {
        let beside = app.beside().await;
        let (revoked, suspended, ended) = (kept(app).await, kept(app).await, kept(app).await);
        let mut tokens = Vec::new();
        for client in [&revoked, &suspended, &ended] {
            let token = app.client(&client.id, &client.secret).token().await.unwrap();
            assert!(takes(&app.context, &token).await && takes(&beside, &token).await);
            tokens.push(token);
        }
        let (second, _) = (ended.another(json!({})).await, ());
        let other = app.client(&ended.id, &second.1).token().await.unwrap();
        let first = text(&ended.shown().await["credentials"][0], "id");
        revoked.operator.delete(&revoked.path).await.expect_status(204);
        let path = format!("/v1/organisations/{}", suspended.organisation);
        suspended.operator.patch(&path, json!({ "state": "suspended" })).await.expect_status(200);
        ended.operator.delete(&ended.credential(&first)).await.expect_status(204);
        for token in &tokens {
            assert!(!takes(&app.context, token).await, "at once where it was told");
        }
        let waits = tokens.iter().map(|token| is_shut_out_in_time(&beside, token));
        assert!(futures::future::join_all(waits).await.into_iter().all(|in_time| in_time));
        assert!(takes(&beside, &other).await, "only what was got with the ended secret");
    }
}
