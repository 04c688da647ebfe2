//! A message on the wire: what is signed is what arrives.

use serde_json::json;

use super::server::Server;
use super::{client, now};
use crate::crypto::webhook::{Headers, SigningSecret, verify};
use crate::outbound::failure::{About, Failure, LocalFault};
use crate::outbound::webhook::{BODY_BYTES_MAX, Message, MessageError, Payload};
use crate::ports::OsRandom;

fn payload() -> Payload<'static, serde_json::Value> {
    let timestamp = "2026-02-28T23:00:00Z".parse().unwrap();
    Payload { kind: "request.filed", timestamp, data: json!({"request_id": "req_1"}) }
}

fn header<'a>(request: &'a str, name: &str) -> &'a str {
    let mut found = request.lines().filter_map(|line| line.split_once(": ")).filter(|(key, _)| *key == name);
    let value = found.next().expect(name).1;
    assert!(found.next().is_none(), "{name} stands twice");
    value
}

#[tokio::test]
async fn a_message_arrives_signed_by_every_secret_and_is_the_same_again() {
    let server = Server::answering("204 No Content", &[]).await;
    let secrets = [
        SigningSecret::generate_ed25519(&OsRandom::default()),
        SigningSecret::generate_symmetric(&OsRandom::default()),
    ];
    let message = Message::new("dlv_1", &payload()).unwrap();
    let later = now() + jiff::SignedDuration::from_hours(5);
    for at in [now(), later] {
        assert!(message.send(&client(), &server.url(), &secrets, at).await.result.is_ok());
    }

    let requests = server.requests();
    for (request, at) in requests.iter().zip([now(), later]) {
        let (_, body) = request.split_once("\r\n\r\n").unwrap();
        assert_eq!(
            body,
            r#"{"type":"request.filed","timestamp":"2026-02-28T23:00:00Z","data":{"request_id":"req_1"}}"#
        );
        assert_eq!(header(request, "content-type"), "application/json");
        assert_eq!(header(request, "webhook-id"), "dlv_1");
        assert_eq!(header(request, "webhook-timestamp"), at.as_second().to_string());
        let headers = Headers {
            id: header(request, "webhook-id"),
            timestamp: header(request, "webhook-timestamp"),
            signature: header(request, "webhook-signature"),
        };
        for secret in &secrets {
            assert_eq!(verify(&[secret.verifying_key()], headers, body.as_bytes(), at, 0), Ok(()));
        }
    }
    assert_ne!(header(&requests[0], "webhook-signature"), header(&requests[1], "webhook-signature"));
}

#[tokio::test]
async fn what_cannot_be_signed_is_our_fault_and_is_not_sent() {
    let server = Server::answering("200 OK", &[]).await;
    let secret = || SigningSecret::generate_symmetric(&OsRandom::default());
    for (id, secrets, fault) in [
        ("dlv_1", vec![], LocalFault::NoSigningKey),
        ("dlv.1", vec![secret()], LocalFault::Request),
        ("dlv\n1", vec![secret()], LocalFault::Request),
    ] {
        let message = Message::new(id, &payload()).unwrap();
        let failure = message.send(&client(), &server.url(), &secrets, now()).await.result.unwrap_err();
        assert_eq!((&failure, failure.about()), (&Failure::Local(fault), About::Us));
    }
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_body_beyond_its_bound_is_refused() {
    assert!(Message::from_body("dlv_1", vec![b' '; BODY_BYTES_MAX].into()).is_ok());
    let refused = Message::from_body("dlv_1", vec![b' '; BODY_BYTES_MAX + 1].into());
    assert!(matches!(refused, Err(MessageError::TooLarge(size)) if size == BODY_BYTES_MAX + 1));
}
