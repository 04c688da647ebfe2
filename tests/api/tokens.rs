//! Access tokens that are not ours, not for this, or not of this client: the attacks of RFC 8725 on the API itself.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use recourse::crypto::token::{AccessTokens, Grant, Holder};
use recourse::domain::access::KeyPurpose;
use recourse::ports::OsRandom;
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::union::text;
use crate::support::{App, KeyPair};

/// A client with its one secret, and what its tokens say.
struct Member {
    grant: Grant,
    genuine: String,
}

async fn member(app: &App) -> Member {
    let operator = app.operator().await;
    let new = json!({ "name": "Union", "country": "FR", "language": "fr" });
    let organisation = text(&operator.post("/v1/organisations", new).await.expect_status(201), "id");
    let new = json!({ "name": "one", "scopes": ["requests:read"] });
    let made = operator.post(&format!("/v1/organisations/{organisation}/clients"), new).await.expect_status(201);
    let client_id = text(&made, "client_id");
    let genuine = app.client(&client_id, &text(&made, "client_secret")).token().await.expect("a token");
    let credential_id = text(&made["credentials"][0], "id");
    let holder = Holder::Organisation { organisation_id: organisation };
    let grant = Grant { client_id, credential_id, holder, scope: "requests:read".to_owned(), lifetime_seconds: 600 };
    Member { grant, genuine }
}

fn issued(app: &App, purpose: KeyPurpose, grant: &Grant) -> String {
    let base = app.context.settings.base_url.clone();
    let tokens = AccessTokens { audience: format!("{base}/v1"), issuer: base };
    let key = app.context.keys.signing(purpose).expect("a key for each purpose");
    tokens.issue(&key, grant.clone(), app.context.clock.now(), &OsRandom::default()).expect("a token")
}

async fn status(app: &App, token: &str) -> u16 {
    let caller = app.anonymous();
    let request = caller.request(Method::GET, "/v1/requests").await.bearer_auth(token);
    caller.send(request).await.status
}

on_both! {
    async fn a_token_signed_by_a_key_for_something_else_is_refused(app) {
        let member = member(app).await;
        assert_eq!(status(app, &issued(app, KeyPurpose::AccessToken, &member.grant)).await, 200, "made as the service does");
        for purpose in KeyPurpose::ALL.iter().filter(|purpose| **purpose != KeyPurpose::AccessToken) {
            assert_eq!(status(app, &issued(app, *purpose, &member.grant)).await, 401, "{purpose}");
        }
    }

    async fn a_token_names_a_client_and_a_credential_of_that_client(app) {
        const UNKNOWN: &str = "crd_0193d2b4a1c07e3f8b6a5d4c3b2a1908";
        let (one, other) = (member(app).await, member(app).await);
        let with = |change: fn(&mut Grant, &Grant)| {
            let mut grant = one.grant.clone();
            change(&mut grant, &other.grant);
            issued(app, KeyPurpose::AccessToken, &grant)
        };
        for (name, token) in [
            ("the credential of another client", with(|grant, other| grant.credential_id = other.credential_id.clone())),
            ("a credential that is not there", with(|grant, _| grant.credential_id = UNKNOWN.to_owned())),
            ("no credential", with(|grant, _| grant.credential_id = String::new())),
            ("another client", with(|grant, other| grant.client_id = other.client_id.clone())),
        ] {
            assert_eq!(status(app, &token).await, 401, "{name}");
        }
        // Scopes that the client does not hold are worth nothing, whatever the token says.
        let more = with(|grant, _| grant.scope = "people:read audit:read organisations:manage".to_owned());
        assert_eq!(status(app, &more).await, 403);
    }

    async fn forged_tokens_are_refused_whatever_their_header_says(app) {
        let member = member(app).await;
        assert_eq!(status(app, &member.genuine).await, 200);
        let parts: Vec<&str> = member.genuine.split('.').collect();
        let header: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[0]).unwrap()).unwrap();
        let claims = String::from_utf8(URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
        let with = |name: &str, value: Value| {
            let mut header = header.clone();
            header[name] = value;
            header.to_string()
        };
        let (stranger, unsigned) = (KeyPair::ed25519(), |header: &str| format!("{}.{}.", URL_SAFE_NO_PAD.encode(header), parts[1]));
        let published = app.anonymous().get("/.well-known/jwks.json").await.expect_status(200);
        let twice = |more: &str| format!("{},{more}}}", claims.strip_suffix('}').unwrap());
        let mut attacks = vec![
            ("alg none", unsigned(&with("alg", json!("none")))),
            ("without its signature", unsigned(&header.to_string())),
            ("an embedded key", stranger.sign(&with("jwk", stranger.jwk.clone()), &claims)),
            ("jku", stranger.sign(&with("jku", json!("https://evil.example/jwks.json")), &claims)),
            ("kid injection", stranger.sign(&with("kid", json!("../../../dev/null")), &claims)),
            ("the right kid", stranger.sign(&header.to_string(), &claims)),
            ("wrong typ", stranger.sign(&with("typ", json!("JWT")), &claims)),
            ("crit", stranger.sign(&with("crit", json!(["exp"])), &claims)),
            ("huge header", stranger.sign(&with("note", json!("x".repeat(6_000))), &claims)),
            ("duplicate claims", stranger.sign(&header.to_string(), &twice("\"exp\":9999999999"))),
        ];
        for key in published["keys"].as_array().unwrap() {
            let forged = KeyPair::hmac_with(key);
            attacks.push(("HMAC with a published key", forged.sign(&with("alg", json!("HS256")), &claims)));
            attacks.push(("HMAC that poses as EdDSA", forged.sign(&with("kid", key["kid"].clone()), &claims)));
        }
        for (name, attack) in attacks {
            assert_eq!(status(app, &attack).await, 401, "{name}");
        }
        app.clock.advance(jiff::SignedDuration::from_secs(i64::from(app.config.token_seconds) + 6));
        assert_eq!(status(app, &member.genuine).await, 401, "expired");
        app.clock.advance(jiff::SignedDuration::from_secs(-1_200));
        assert_eq!(status(app, &member.genuine).await, 401, "from the future");
    }
}
