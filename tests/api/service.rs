//! What concerns no resource: probes, documentation, methods.

use std::net::TcpListener;

use metrics_exporter_prometheus::PrometheusBuilder;
use recourse::http::{self, ServerOptions};
use reqwest::StatusCode;

use crate::on_both;

const SERVED: [&str; 5] = ["/health", "/ready", "/docs/errors", "/openapi.json", "/.well-known/jwks.json"];

on_both! {
    async fn a_made_up_credential_opens_no_count_of_its_own(app) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let listen = listener.local_addr().expect("an address");
        let options = ServerOptions { listen, workers: 1, calls_per_minute: 3, stop_seconds: 1, certificates: None };
        let metrics = PrometheusBuilder::new().build_recorder().handle();
        let server = http::run(app.context.clone(), listener, &options, metrics).expect("the server starts");
        let handle = server.handle();
        tokio::spawn(server);
        let (_, caller) = app.organisation("Union").await;
        let genuine = caller.token().await.expect("a token");
        let call = async |token: &str| {
            let url = format!("http://{listen}/v1/campaigns");
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
}
