//! What concerns no resource: probes, documentation, methods.

use std::time::{Duration, Instant};

use recourse::config::ProxyHeader;
use recourse::http::{Patience, Proxies, ServerOptions};
use reqwest::{Body, Method, StatusCode};
use serde_json::json;

use crate::on_both;
use crate::support::{App, union};

const SERVED: [&str; 5] = ["/health", "/ready", "/docs/errors", "/openapi.json", "/.well-known/jwks.json"];

on_both! {
    async fn a_made_up_credential_opens_no_count_of_its_own(app) {
        let (address, handle) = app.serve(&ServerOptions { calls_per_minute: 3, ..ServerOptions::trial() });
        let (_, caller) = app.organisation("Union").await;
        let genuine = caller.token().await.expect("a token");
        let call = async |token: &str| {
            let url = format!("{address}/v1/campaigns");
            reqwest::Client::new().get(url).bearer_auth(token).send().await.expect("an answer").status()
        };
        for number in 0..3 {
            assert_eq!(call(&format!("made-up-{number}")).await, StatusCode::UNAUTHORIZED);
        }
        assert_eq!(call("made-up-3").await, StatusCode::TOO_MANY_REQUESTS, "one address is one caller");
        let forged = format!("{}x", &genuine[..genuine.len() - 1]);
        assert_eq!(call(&forged).await, StatusCode::TOO_MANY_REQUESTS);
        for _ in 0..3 {
            assert_eq!(call(&genuine).await, StatusCode::OK, "whoever proves who it is has its own count");
        }
        assert_eq!(call(&genuine).await, StatusCode::TOO_MANY_REQUESTS);
        handle.stop(false).await;
    }

    async fn callers_behind_a_proxy_are_counted_apart_as_far_as_it_is_trusted(app) {
        let proxies = Proxies { networks: vec!["127.0.0.0/8".parse().expect("a network")], header: ProxyHeader::XForwardedFor };
        let trusting = ServerOptions { calls_per_minute: 2, proxies, ..ServerOptions::trial() };
        let wary = ServerOptions { calls_per_minute: 2, ..ServerOptions::trial() };
        let http = reqwest::Client::new();
        for (options, apart) in [(trusting, true), (wary, false)] {
            let (address, handle) = app.serve(&options);
            let call = async |forwarded: &str| {
                let call = http.get(format!("{address}/v1/campaigns")).header("x-forwarded-for", forwarded);
                call.send().await.expect("an answer").status()
            };
            for _ in 0..2 {
                assert_eq!(call("192.0.2.1").await, StatusCode::UNAUTHORIZED);
            }
            assert_eq!(call("192.0.2.1").await, StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(call("203.0.113.9, 192.0.2.1").await, StatusCode::TOO_MANY_REQUESTS, "what the caller wrote opens no count");
            let other = if apart { StatusCode::UNAUTHORIZED } else { StatusCode::TOO_MANY_REQUESTS };
            assert_eq!(call("192.0.2.2").await, other);
            handle.stop(false).await;
        }
    }

    async fn a_body_that_trickles_is_not_waited_for(app) {
        let patience = Patience { whole: Duration::from_millis(300), upload: Duration::from_secs(1) };
        let (address, handle) = app.serve(&ServerOptions { patience, ..ServerOptions::trial() });
        let (_, member) = app.organisation("Union").await;
        // One byte at a time, for ever.
        let trickle = || Body::wrap_stream(futures::stream::unfold((), |()| async {
            tokio::time::sleep(Duration::from_millis(20)).await;
            Some((Ok::<_, std::io::Error>("{"), ()))
        }));
        let slow = member.at(&address);
        let began = Instant::now();
        let call = slow.request(Method::POST, "/v1/campaigns").await.header("idempotency-key", "a-key");
        let reply = slow.send(call.header("content-type", "application/json").body(trickle())).await;
        reply.expect_problem(408, "body_too_slow");
        assert_eq!(reply.header("connection"), Some("close"));
        let entry = json!({ "name": "One", "slug": "one", "place": "FR", "channels": [{ "kind": "feed" }] });
        let controller = union::text(&app.operator().await.post("/v1/controllers", entry).await.expect_status(201), "id");
        let campaign = member.post("/v1/campaigns", union::campaign("Access", &[&controller])).await.expect_status(201);
        let campaign = union::text(&campaign, "id");
        let made = member.post(&format!("/v1/campaigns/{campaign}/batches"), json!({ "mode": "file", "format": "ndjson" })).await;
        let path = format!("/v1/batches/{}/content", made.expect_status(201)["id"].as_str().expect("an id"));
        let call = slow.request(Method::PUT, &path).await.header("content-type", "application/x-ndjson");
        slow.send(call.body(trickle())).await.expect_problem(408, "body_too_slow");
        assert!(began.elapsed() < Duration::from_secs(30));
        // One that keeps coming is taken, however long it is in whole.
        let steady = Body::wrap_stream(futures::stream::unfold(0, |sent| async move {
            tokio::time::sleep(Duration::from_millis(100)).await;
            (sent < 14).then(|| (Ok::<_, std::io::Error>(format!("{}\n", " ".repeat(16 << 10))), sent + 1))
        }));
        let call = slow.request(Method::PUT, &path).await.header("content-type", "application/x-ndjson");
        slow.send(call.body(steady)).await.expect_status(202);
        handle.stop(false).await;
    }

    async fn what_can_be_got_can_be_asked_for_without_its_body(app) {
        for path in SERVED {
            let got = app.anonymous().get(path).await;
            let asked = app.anonymous().head(path).await;
            assert_eq!((got.status, asked.status), (200, 200), "{path}");
            assert!(asked.bytes.is_empty(), "{path}");
            assert_eq!(asked.header("content-type"), got.header("content-type"), "{path}");
            assert_eq!(asked.header("content-length"), Some(got.bytes.len().to_string().as_str()), "{path}");
        }
        let missing = app.anonymous().head("/nowhere").await;
        assert_eq!(missing.status, 404);
        assert!(missing.bytes.is_empty());
    }

    async fn answers_that_are_no_page_can_load_and_frame_nothing(app) {
        let (_, member) = app.organisation("Union").await;
        let policy = "default-src 'none'; frame-ancestors 'none'";
        for reply in [
            member.get("/v1/campaigns").await, member.get("/v1/nowhere").await, app.anonymous().get("/v1/campaigns").await,
            app.anonymous().get("/health").await,
        ] {
            assert_eq!(reply.header("content-security-policy"), Some(policy), "{}", reply.text());
            assert_eq!(reply.header("strict-transport-security"), None, "not over https");
        }
        let mut secure = app.context.clone();
        std::sync::Arc::make_mut(&mut secure.settings).base_url = "https://recourse.example".to_owned();
        let (address, handle) = App::serve_as(secure, &ServerOptions::trial());
        let reply = reqwest::get(format!("{address}/health")).await.expect("an answer");
        assert_eq!(reply.headers()["strict-transport-security"], "max-age=31536000; includeSubDomains");
        handle.stop(false).await;
    }
}
