//! What callbacks must be signed with, and what becomes of those that are forged, replayed, old, cut short or misshapen.

use entity::id::{ControllerId, RequestId};
use jiff::{SignedDuration, Timestamp};
use recourse::crypto::webhook::SigningSecret;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::{Fixture, one, post_callback, seconds, sign};
use crate::support::{App, Caller, Reply, unique};

/// A controller that signs, and the first of its requests.
struct Scene {
    fixture: Fixture,
    controller: ControllerId,
    secret: SigningSecret,
    request: RequestId,
}

impl Scene {
    /// With an Ed25519 key (`v1a`).
    async fn asymmetric(app: &App) -> Self {
        let fixture = Fixture::with_requests(app, 1).await;
        let secret = SigningSecret::parse(fixture.secret.expose_text().expose()).unwrap();
        Self { controller: fixture.controller, request: fixture.requests[0], secret, fixture }
    }

    /// With a shared secret (`v1`), made by the API as its keeper makes it.
    async fn symmetric(app: &App) -> Self {
        let fixture = Fixture::with_requests(app, 1).await;
        let set = keys(app, &fixture, json!({ "shared_secret": "renew" })).await;
        let secret = SigningSecret::parse(set["shared_secret"].as_str().unwrap()).unwrap();
        Self { controller: fixture.controller, request: fixture.requests[0], secret, fixture }
    }

    async fn send(&self, app: &App, id: &str, at: Timestamp, signature: &str, body: &str) -> Reply {
        let at = seconds(at);
        let headers = [("webhook-id", id), ("webhook-timestamp", at.as_str()), ("webhook-signature", signature)];
        post_callback(app, self.controller, &headers, body.to_owned()).await
    }

    /// Nothing has come of anything that was refused.
    async fn nothing_happened(&self, app: &App) {
        assert_eq!(self.fixture.see(self.request).await["request"]["lifecycle"], "sent");
        assert_eq!(app.inspector().await.number("SELECT count(*) FROM response").await, 0);
    }
}

fn full(app: &App, request: RequestId) -> String {
    one(app, request, json!({ "kind": "full" })).to_string()
}

/// Sets the callback keys of the fixture's controller.
async fn keys(app: &App, fixture: &Fixture, keys: Value) -> Value {
    let keeper: Caller = app.operator().await;
    keeper.put(&format!("/v1/controllers/{}/callback-keys", fixture.controller), keys).await.expect_status(200)
}

/// Signatures that are none, made from a good one.
fn broken(good: &str) -> Vec<String> {
    let (scheme, code) = good.split_once(',').expect("a scheme");
    let other = if scheme == "v1" { "v1a" } else { "v1" };
    vec![
        format!("{scheme},"),
        scheme.to_owned(),
        ",".to_owned(),
        format!(",{code}"),
        code.to_owned(),
        format!("{scheme},{}", &code[..4]),
        format!("{scheme},{}", &code[..code.len() - 4]),
        format!("{scheme},{}", code.trim_end_matches('=')),
        format!("{scheme},{code}AAAA"),
        format!("{scheme},{code}{code}"),
        format!("{scheme},,{code}"),
        format!("{scheme},{}", code.to_ascii_lowercase()),
        format!("{other},{code}"),
        format!("v2,{code}"),
        format!("V{},{code}", &scheme[1..]),
        format!("{scheme}={code}"),
        format!("{good}\u{a0}"),
        format!("{}{good}", "v1,AAAA ".repeat(200)),
        "x".repeat(6_000),
    ]
}

async fn is_held_to_its_key(app: &App, scene: Scene) {
    let body = full(app, scene.request);
    let now = app.context.clock.now();
    let good = sign(&scene.secret, "msg_a", now, body.as_bytes());
    for signature in broken(&good) {
        scene.send(app, "msg_a", now, &signature, &body).await.expect_problem(401, "signature_invalid");
    }
    // Signed well, by somebody else, for another message, at another time, or over other bytes.
    for stranger in [
        SigningSecret::generate_ed25519(app.context.random.as_ref()),
        SigningSecret::generate_symmetric(app.context.random.as_ref()),
    ] {
        let forged = sign(&stranger, "msg_a", now, body.as_bytes());
        scene.send(app, "msg_a", now, &forged, &body).await.expect_problem(401, "signature_invalid");
    }
    let later = now + SignedDuration::from_secs(1);
    scene.send(app, "msg_b", now, &good, &body).await.expect_problem(401, "signature_invalid");
    scene.send(app, "msg_a", later, &good, &body).await.expect_problem(401, "signature_invalid");
    scene.send(app, "msg_a", now, &good, &format!("{body} ")).await.expect_problem(401, "signature_invalid");
    scene.send(app, "msg_a", now, &good, "").await.expect_problem(401, "signature_invalid");
    let foreign = Fixture::with_requests(app, 1).await;
    let at = seconds(now);
    let headers = [("webhook-id", "msg_a"), ("webhook-timestamp", at.as_str()), ("webhook-signature", good.as_str())];
    for controller in [foreign.controller, app.context.ids.next()] {
        post_callback(app, controller, &headers, body.clone()).await.expect_problem(401, "signature_invalid");
    }
    // A header twice, one missing, one that is no number or no id.
    for (at, _) in headers.iter().enumerate() {
        let without: Vec<_> =
            headers.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| *one).collect();
        post_callback(app, scene.controller, &without, body.clone()).await.expect_problem(401, "signature_invalid");
        let twice = [headers.as_slice(), &headers[at..=at]].concat();
        post_callback(app, scene.controller, &twice, body.clone()).await.expect_problem(401, "signature_invalid");
    }
    for time in ["", "now", "-1", "+1", "1e9", &format!("0{at}"), &format!("{at}.5"), &format!("{at}000000")] {
        let headers = [("webhook-id", "msg_a"), ("webhook-timestamp", time), ("webhook-signature", good.as_str())];
        post_callback(app, scene.controller, &headers, body.clone()).await.expect_problem(401, "signature_invalid");
    }
    scene.nothing_happened(app).await;
    // One good entry among bad ones is enough.
    let list = format!("v2,zzzz {} {good} v1,", broken(&good)[6]);
    scene.send(app, "msg_a", now, &list, &body).await.expect_status(200);
}

on_both! {
    async fn a_callback_by_ed25519_is_held_to_its_key(app) {
        is_held_to_its_key(app, Scene::asymmetric(app).await).await;
    }

    async fn a_callback_by_shared_secret_is_held_to_its_key(app) {
        is_held_to_its_key(app, Scene::symmetric(app).await).await;
    }

    async fn a_signature_that_is_too_old_or_of_the_future_is_refused(app) {
        let scene = Scene::asymmetric(app).await;
        let body = full(app, scene.request);
        // The clock goes on meanwhile, so that what is new is given a second more; the limits themselves are held beside the code.
        for off in [-301, -3_600, 302, 3_600] {
            let then = app.context.clock.now() + SignedDuration::from_secs(off);
            let signature = sign(&scene.secret, "msg_a", then, body.as_bytes());
            scene.send(app, "msg_a", then, &signature, &body).await.expect_problem(401, "signature_too_old");
        }
        scene.nothing_happened(app).await;
        let then = app.context.clock.now() + SignedDuration::from_secs(300);
        let signature = sign(&scene.secret, "msg_a", then, body.as_bytes());
        scene.send(app, "msg_a", then, &signature, &body).await.expect_status(200);
    }

    async fn a_callback_that_is_replayed_changes_nothing(app) {
        let scene = Scene::asymmetric(app).await;
        let body = full(app, scene.request);
        let (id, then) = (unique(), app.context.clock.now());
        let signature = sign(&scene.secret, &id, then, body.as_bytes());
        let first = scene.send(app, &id, then, &signature, &body).await.expect_status(200);
        let seen = scene.fixture.see(scene.request).await;
        let again = scene.send(app, &id, then, &signature, &body).await;
        assert_eq!((again.header("idempotency-replayed"), again.json()), (Some("true"), first.clone()));
        // A later attempt is signed anew and is the same message.
        app.clock.advance(SignedDuration::from_mins(6));
        scene.fixture.association.forget_token().await;
        scene.send(app, &id, then, &signature, &body).await.expect_problem(401, "signature_too_old");
        let now = app.context.clock.now();
        scene.send(app, &id, now, &signature, &body).await.expect_problem(401, "signature_invalid");
        let signature = sign(&scene.secret, &id, now, body.as_bytes());
        assert_eq!(scene.send(app, &id, now, &signature, &body).await.expect_status(200), first);
        assert_eq!(scene.fixture.see(scene.request).await, seen);
        assert_eq!(app.inspector().await.number("SELECT count(*) FROM response").await, 1);
    }

    async fn a_renewed_shared_secret_and_the_old_one_overlap(app) {
        let fixture = Fixture::with_requests(app, 6).await;
        let mut requests = fixture.requests.iter().copied();
        let shared = async |change: Value| {
            let set = keys(app, &fixture, change).await;
            SigningSecret::parse(set["shared_secret"].as_str().unwrap()).unwrap()
        };
        let mut say = async |secret: &SigningSecret, status: u16| {
            let (id, now) = (unique(), app.context.clock.now());
            let body = full(app, requests.next().expect("a request that is left"));
            let (signature, at) = (sign(secret, &id, now, body.as_bytes()), seconds(now));
            let headers = [("webhook-id", id.as_str()), ("webhook-timestamp", &at), ("webhook-signature", &signature)];
            post_callback(app, fixture.controller, &headers, body).await.expect_status(status);
        };
        let old = shared(json!({ "shared_secret": "renew" })).await;
        let new = shared(json!({ "shared_secret": "renew", "overlap_hours": 2 })).await;
        app.clock.advance(SignedDuration::from_mins(119));
        say(&old, 200).await;
        say(&new, 200).await;
        app.clock.advance(SignedDuration::from_mins(1));
        say(&old, 401).await;
        say(&new, 200).await;
        let last = shared(json!({ "shared_secret": "renew", "overlap_hours": 0 })).await;
        say(&new, 401).await;
        say(&last, 200).await;
    }

    async fn public_keys_change_over_without_a_gap(app) {
        let fixture = Fixture::with_requests(app, 6).await;
        let mut requests = fixture.requests.iter().copied();
        let mut say = async |secret: &SigningSecret, status: u16| {
            let (id, now) = (unique(), app.context.clock.now());
            let body = full(app, requests.next().expect("a request that is left"));
            let (signature, at) = (sign(secret, &id, now, body.as_bytes()), seconds(now));
            let headers = [("webhook-id", id.as_str()), ("webhook-timestamp", &at), ("webhook-signature", &signature)];
            post_callback(app, fixture.controller, &headers, body).await.expect_status(status);
        };
        let [old, new] = [(); 2].map(|()| SigningSecret::generate_ed25519(app.context.random.as_ref()));
        let text = |secret: &SigningSecret| secret.public_text().expect("a public half");
        let end = app.context.clock.now() + SignedDuration::from_hours(1);
        let both = json!([{ "key": text(&new) }, { "key": text(&old), "valid_until": end }]);
        keys(app, &fixture, json!({ "public_keys": both })).await;
        say(&fixture.secret, 401).await;
        say(&old, 200).await;
        say(&new, 200).await;
        app.clock.advance(SignedDuration::from_hours(1));
        say(&old, 401).await;
        say(&new, 200).await;
        keys(app, &fixture, json!({ "public_keys": [] })).await;
        say(&new, 401).await;
    }
}
