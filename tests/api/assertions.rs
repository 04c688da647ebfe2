//! Assertions of clients at the token endpoint (RFC 7523): what is accepted, and the attacks of RFC 8725 by name.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use recourse::service::clients::{self, Presented};
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::key_pair::claims;
use crate::support::union::text;
use crate::support::{App, KeyPair, Reply};

const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A client of an organisation that proves who it is with keys.
struct Member {
    id: String,
    organisation: String,
    pair: KeyPair,
}

async fn member(app: &App, pair: KeyPair) -> Member {
    let (organisation, _) = app.organisation("Union").await;
    let organisation = text(&organisation, "id");
    let new = json!({ "name": "portal", "scopes": ["requests:read"], "jwks": { "keys": [pair.jwk] } });
    let path = format!("/v1/organisations/{organisation}/clients");
    let made = app.operator().await.post(&path, new).await.expect_status(201);
    assert!(made.get("client_secret").is_none(), "whoever has a key needs no secret");
    assert_eq!(made["credentials"][0]["kid"], pair.jwk["kid"]);
    Member { id: text(&made, "client_id"), organisation, pair }
}

impl Member {
    fn assertion(&self, app: &App, change: impl FnOnce(&mut Value, &mut Value)) -> String {
        self.pair.assertion(&self.id, &app.context.settings.base_url, app.context.clock.now(), change)
    }
}

async fn post(app: &App, form: &[(&str, &str)]) -> Reply {
    let caller = app.anonymous();
    let request = caller.request(Method::POST, "/oauth/token").await;
    caller.send(request.form(form)).await
}

async fn present(app: &App, assertion: &str) -> Reply {
    let form = [("grant_type", "client_credentials"), ("client_assertion_type", TYPE), ("client_assertion", assertion)];
    post(app, &form).await
}

/// An assertion must be refused in the words of OAuth. Tells the description.
#[track_caller]
fn refused(name: &str, reply: &Reply) -> String {
    assert_eq!(reply.status, 401, "{name}: {}", reply.text());
    let body = reply.json();
    assert_eq!(body["error"], "invalid_client", "{name}");
    assert_eq!(reply.header("cache-control"), Some("no-store"), "{name}");
    let description = text(&body, "error_description");
    // RFC 6749, 5.2.
    assert!(description.bytes().all(|b| matches!(b, 0x20..=0x7e) && b != b'"' && b != b'\\'), "{name}: {description}");
    description
}

on_both! {
    async fn a_client_gets_tokens_with_assertions_of_either_kind_of_key(app) {
        for pair in [KeyPair::ed25519(), KeyPair::p256()] {
            let member = member(app, pair).await;
            for kind in ["JWT", "client-authentication+jwt"] {
                let reply = present(app, &member.assertion(app, |header, _| header["typ"] = json!(kind))).await;
                let answer = reply.expect_status(200);
                assert_eq!((answer["token_type"].as_str(), answer["scope"].as_str()), (Some("Bearer"), Some("requests:read")));
                assert_eq!(answer["expires_in"], app.config.token_seconds);
                let caller = app.anonymous();
                let request = caller.request(Method::GET, "/v1/requests").await.bearer_auth(text(&answer, "access_token"));
                caller.send(request).await.expect_status(200);
            }
            let form = [
                ("grant_type", "client_credentials"), ("client_assertion_type", TYPE), ("client_id", &member.id),
                ("scope", "requests:figures"), ("client_assertion", &member.assertion(app, |_, _| ())),
            ];
            assert_eq!(post(app, &form).await.expect_status(200)["scope"], "requests:figures");
        }
    }

    async fn an_assertion_is_good_once_on_whichever_replica(app) {
        let member = member(app, KeyPair::ed25519()).await;
        let used = member.assertion(app, |_, _| ());
        present(app, &used).await.expect_status(200);
        assert!(refused("replayed", &present(app, &used).await).contains("used before"));
        // Another signature over the same id is no other assertion.
        let id = "the same id";
        present(app, &member.assertion(app, |_, claims| claims["jti"] = json!(id))).await.expect_status(200);
        let again = member.assertion(app, |_, claims| (claims["jti"], claims["note"]) = (json!(id), json!(1)));
        refused("replayed id", &present(app, &again).await);
        // The same id of another client is another id.
        let other = self::member(app, KeyPair::ed25519()).await;
        present(app, &other.assertion(app, |_, claims| claims["jti"] = json!(id))).await.expect_status(200);

        // Two replicas at the same moment: one of them is told that it was the second.
        let beside = app.beside().await;
        for _ in 0..10 {
            let text = member.assertion(app, |_, _| ());
            let at = |context| clients::issue_token(context, Presented::Assertion(&text), None, None);
            let (here, there) = tokio::join!(at(&app.context), at(&beside));
            assert_eq!(u32::from(here.is_ok()) + u32::from(there.is_ok()), 1);
        }

        // What is refused by its end is not remembered for longer.
        let mut inspector = app.inspector().await;
        assert!(inspector.number("SELECT count(*) FROM client_assertion").await >= 13);
        app.step("forget_spent_assertions").await;
        assert!(inspector.number("SELECT count(*) FROM client_assertion").await >= 13, "they could be used still");
        app.clock.advance(jiff::SignedDuration::from_secs(71));
        app.step("forget_spent_assertions").await;
        assert_eq!(inspector.number("SELECT count(*) FROM client_assertion").await, 0);
        refused("replayed when it is forgotten", &present(app, &used).await);
    }

    async fn the_attacks_of_rfc_8725_are_refused(app) {
        let member = member(app, KeyPair::p256()).await;
        let other = self::member(app, KeyPair::ed25519()).await;
        let (issuer, now) = (app.context.settings.base_url.clone(), app.context.clock.now().as_second());
        let bare = |alg: &str| {
            let head = json!({ "alg": alg, "typ": "JWT", "kid": member.pair.jwk["kid"] }).to_string();
            let body = claims(&member.id, &issuer, app.context.clock.now()).to_string();
            format!("{}.{}.", URL_SAFE_NO_PAD.encode(head), URL_SAFE_NO_PAD.encode(body))
        };
        let hmac = KeyPair::hmac_with(&member.pair.jwk);
        let twice = |text: String, more: &str| format!("{},{more}}}", text.strip_suffix('}').unwrap());
        let (header, body) = (member.pair.header().to_string(), claims(&member.id, &issuer, app.context.clock.now()).to_string());
        let with = |change: fn(&mut Value, &mut Value)| member.assertion(app, change);
        let set = |claim: &str, value: Value| member.assertion(app, |_, claims| claims[claim] = value);
        let head = |name: &str, value: Value| member.assertion(app, |header, _| header[name] = value);
        let access_token = text(&present(app, &with(|_, _| ())).await.expect_status(200), "access_token");
        let attacks = [
            ("alg none", bare("none")),
            ("alg None", bare("None")),
            ("no algorithm", bare("")),
            ("HMAC with the public key", hmac.assertion(&member.id, &issuer, app.context.clock.now(), |_, _| ())),
            ("HMAC that poses as ES256", hmac.assertion(&member.id, &issuer, app.context.clock.now(), |header, _| header["alg"] = json!("ES256"))),
            ("the algorithm of another kind of key", head("alg", json!("EdDSA"))),
            ("RS256", head("alg", json!("RS256"))),
            ("kid injection", head("kid", json!("../../../../dev/null"))),
            ("kid as a statement", head("kid", json!("' OR 1=1 --"))),
            ("the kid of another client", head("kid", other.pair.jwk["kid"].clone())),
            ("another client's key", other.pair.assertion(&member.id, &issuer, app.context.clock.now(), |header, _| header["kid"] = member.pair.jwk["kid"].clone())),
            ("an embedded key", other.pair.assertion(&member.id, &issuer, app.context.clock.now(), |header, _| header["jwk"] = other.pair.jwk.clone())),
            ("jku", head("jku", json!("https://evil.example/jwks.json"))),
            ("x5u", head("x5u", json!("https://evil.example/cert.pem"))),
            ("crit", head("crit", json!(["b64"]))),
            ("typ of an access token", head("typ", json!("at+jwt"))),
            ("typ of a mandate credential", head("typ", json!("mandate+jwt"))),
            ("an access token", access_token),
            ("expired", set("exp", json!(now - 60))),
            ("without an end", with(|_, claims| drop(claims.as_object_mut().unwrap().remove("exp")))),
            ("too long", set("exp", json!(now + 3_600))),
            ("made in the future", set("iat", json!(now + 120))),
            ("not valid yet", set("nbf", json!(now + 120))),
            ("wrong audience", set("aud", json!("https://else.example"))),
            ("the audience of the token endpoint", set("aud", json!(format!("{issuer}/oauth/token")))),
            ("two audiences", set("aud", json!([issuer, "https://else.example"]))),
            ("wrong issuer", set("iss", json!(issuer))),
            ("subject is another client", set("sub", json!(other.id))),
            ("no id", with(|_, claims| drop(claims.as_object_mut().unwrap().remove("jti")))),
            ("huge header", head("note", json!("x".repeat(4_096)))),
            ("duplicate claim", member.pair.sign(&header, &twice(body.clone(), &format!("\"sub\":\"{}\"", other.id)))),
            ("duplicate header", member.pair.sign(&twice(header, "\"alg\":\"none\""), &body)),
            ("no JWT", "not.a.jwt".to_owned()),
            ("nothing", String::new()),
        ];
        for (name, attack) in &attacks {
            refused(name, &present(app, attack).await);
        }
        present(app, &with(|_, _| ())).await.expect_status(200);
        // Such as was never signed by a key of a client leaves nothing behind.
        let mut inspector = app.inspector().await;
        assert_eq!(inspector.number("SELECT count(*) FROM client_assertion").await, 2);
    }

    async fn which_clients_and_keys_there_are_is_not_told(app) {
        let member = member(app, KeyPair::ed25519()).await;
        let stranger = KeyPair::ed25519();
        let sign = |client: &str, kid: &Value| {
            let (issuer, now) = (&app.context.settings.base_url, app.context.clock.now());
            stranger.assertion(client, issuer, now, |header, _| header["kid"] = kid.clone())
        };
        let unknown = "cli_0193d2b4a1c07e3f8b6a5d4c3b2a1908";
        let kid = &member.pair.jwk["kid"];
        let mut told = Vec::new();
        for attempt in [sign(unknown, kid), sign("nobody", kid), sign(&member.id, kid), sign(&member.id, &json!("x"))] {
            told.push(refused("a stranger", &present(app, &attempt).await));
        }
        assert!(told.iter().all(|text| *text == told[0]), "{told:?}");
    }

    async fn an_ended_key_and_a_revoked_client_prove_nothing(app) {
        let member = member(app, KeyPair::ed25519()).await;
        let operator = app.operator().await;
        let path = format!("/v1/organisations/{}/clients/{}", member.organisation, member.id);
        let second = KeyPair::p256();
        let ends = app.context.clock.now() + jiff::SignedDuration::from_hours(1);
        let added = operator.post(&format!("{path}/keys"), json!({ "key": second.jwk, "others_end_at": ends })).await;
        added.expect_status(201);
        let by_second = |app: &App| {
            second.assertion(&member.id, &app.context.settings.base_url, app.context.clock.now(), |_, _| ())
        };
        present(app, &member.assertion(app, |_, _| ())).await.expect_status(200);
        present(app, &by_second(app)).await.expect_status(200);
        app.clock.advance(jiff::SignedDuration::from_hours(1));
        refused("ended key", &present(app, &member.assertion(app, |_, _| ())).await);
        present(app, &by_second(app)).await.expect_status(200);
        app.operator().await.delete(&path).await.expect_status(204);
        refused("revoked client", &present(app, &by_second(app)).await);
    }

    async fn one_way_of_proving_at_a_time(app) {
        let member = member(app, KeyPair::ed25519()).await;
        let assertion = || member.assertion(app, |_, _| ());
        let grant = ("grant_type", "client_credentials");
        for (name, form) in [
            ("without a type", vec![grant, ("client_assertion", &*assertion())]),
            ("of another type", vec![grant, ("client_assertion", &*assertion()), ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer")]),
            ("twice", vec![grant, ("client_assertion", &*assertion()), ("client_assertion", &*assertion()), ("client_assertion_type", TYPE)]),
            ("another client id", vec![grant, ("client_assertion", &*assertion()), ("client_assertion_type", TYPE), ("client_id", "cli_0193d2b4a1c07e3f8b6a5d4c3b2a1908")]),
            ("only a client id", vec![grant, ("client_id", &*member.id)]),
        ] {
            refused(name, &post(app, &form).await);
        }
        let text = assertion();
        let form = [grant, ("client_assertion_type", TYPE), ("client_assertion", &*text)];
        let caller = app.anonymous();
        let request = caller.request(Method::POST, "/oauth/token").await.basic_auth(&member.id, Some("rcs_x")).form(&form);
        refused("both", &caller.send(request).await);
        present(app, &text).await.expect_status(200);
        refused("a secret where there is none", &{
            let request = caller.request(Method::POST, "/oauth/token").await.basic_auth(&member.id, Some("")).form(&[grant]);
            caller.send(request).await
        });
    }

    async fn a_field_without_a_value_is_as_if_it_were_not_there(app) {
        let operator = app.operator().await;
        let new = json!({ "name": "Union", "country": "FR", "language": "fr" });
        let organisation = text(&operator.post("/v1/organisations", new).await.expect_status(201), "id");
        let new = json!({ "name": "one", "scopes": ["requests:read"] });
        let made = operator.post(&format!("/v1/organisations/{organisation}/clients"), new).await.expect_status(201);
        let (id, secret) = (text(&made, "client_id"), text(&made, "client_secret"));
        let form = [
            ("grant_type", "client_credentials"), ("scope", ""), ("client_id", ""), ("client_assertion", ""),
            ("client_assertion_type", ""),
        ];
        let caller = app.anonymous();
        let request = caller.request(Method::POST, "/oauth/token").await.basic_auth(&id, Some(&secret)).form(&form);
        let given = caller.send(request).await.expect_status(200);
        assert_eq!(given["scope"], "requests:read");
    }
}
