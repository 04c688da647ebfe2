//! What an answer means: success, refusal, redirect, a wish to wait.

use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderValue};

use super::server::{Manner, Server, answer};
use super::{client, now, post};
use crate::outbound::client::Exchange;
use crate::outbound::failure::{About, Failure};

#[tokio::test]
async fn the_request_arrives_as_given_under_our_name() {
    let server = Server::answering("200 OK", &[]).await;
    let mut headers = HeaderMap::new();
    headers.insert("webhook-id", HeaderValue::from_static("msg_1"));
    let attempt = client().post(&server.url(), headers, "{\"a\":1}".into(), now()).await;
    assert_eq!(attempt.result, Ok(Exchange { status: 200, retry_after: None, body_excerpt_len: 0, body_cut: false }));
    assert!(attempt.elapsed > Duration::ZERO);

    let request = &server.requests()[0];
    assert!(request.starts_with("POST /in HTTP/1.1\r\n") && request.ends_with("\r\n\r\n{\"a\":1}"), "{request}");
    let head = request.to_lowercase();
    assert!(head.contains("webhook-id: msg_1\r\n"), "{request}");
    assert!(head.contains(concat!("user-agent: recourse/", env!("CARGO_PKG_VERSION"), "\r\n")), "{request}");
    for absent in ["cookie:", "referer:", "authorization:", "accept-encoding:"] {
        assert!(!head.contains(absent), "{absent} in {request}");
    }
}

#[tokio::test]
async fn every_2xx_is_a_success_and_its_body_is_only_counted() {
    for status in ["200 OK", "201 Created", "202 Accepted", "204 No Content"] {
        let body: &[u8] = if status.starts_with("204") { b"" } else { b"thank you" };
        let server = Server::start(Manner::Answer(answer(status, &[("retry-after", "3")], body))).await;
        let exchange = post(&client(), &server.url()).await.result.expect(status);
        assert_eq!(exchange.status.to_string(), status[..3]);
        assert_eq!((exchange.body_excerpt_len, exchange.body_cut), (body.len(), false), "{status}");
        assert_eq!(exchange.retry_after, Some(Duration::from_secs(3)));
    }
}

#[tokio::test]
async fn a_connection_is_used_again() {
    let server = Server::answering("200 OK", &[]).await;
    let client = client();
    for _ in 0..3 {
        assert!(post(&client, &server.url()).await.result.is_ok());
    }
    assert_eq!((server.connections(), server.requests().len()), (1, 3));
}

#[tokio::test]
async fn a_redirect_is_a_failure_and_its_target_is_never_called() {
    let target = Server::answering("200 OK", &[]).await;
    for status in
        ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent", "300 Choices", "304 Same"]
    {
        let server = Server::answering(status, &[("location", &target.url())]).await;
        let attempt = post(&client(), &server.url()).await;
        let code = status[..3].parse().unwrap();
        assert_eq!(attempt.result, Err(Failure::Redirect { status: code }));
        assert_eq!(server.requests().len(), 1);
    }
    assert_eq!(target.connections(), 0, "the second hop");
}

#[tokio::test]
async fn a_refusal_keeps_its_status_and_its_wish_to_wait() {
    let cases = [
        ("410 Gone", None, 410, None),
        ("429 Too Many Requests", Some("120"), 429, Some(120)),
        ("429 Too Many Requests", Some("Sun, 01 Mar 2026 12:01:30 GMT"), 429, Some(90)),
        ("503 Unavailable", Some("Sun, 01 Mar 2026 11:00:00 GMT"), 503, Some(0)),
        ("503 Unavailable", Some("soon"), 503, None),
        ("500 Error", None, 500, None),
        ("502 Bad Gateway", None, 502, None),
        ("504 Timeout", None, 504, None),
        ("400 Bad Request", None, 400, None),
        ("401 Unauthorized", None, 401, None),
        ("404 Not Found", None, 404, None),
        ("999 What", None, 999, None),
    ];
    for (line, header, status, wait) in cases {
        let headers: Vec<_> = header.iter().map(|value| ("retry-after", *value)).collect();
        let server = Server::answering(line, &headers).await;
        let failure = post(&client(), &server.url()).await.result.unwrap_err();
        let retry_after = wait.map(Duration::from_secs);
        assert_eq!(failure, Failure::Status { status, retry_after }, "{line}");
        assert_eq!((failure.about(), failure.status()), (About::Receiver, Some(status)));
        assert_eq!(server.requests().len(), 1, "repeats are for the schedule, not the client");
    }
}

#[tokio::test]
async fn what_is_not_http_is_told_apart() {
    for bytes in [
        &b"SSH-2.0-OpenSSH_9.6\r\n\r\n"[..],
        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 7\r\n\r\nhello",
        b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
    ] {
        let server = Server::start(Manner::AnswerAndClose(bytes.to_vec())).await;
        let failure = post(&client(), &server.url()).await.result.unwrap_err();
        assert_eq!(failure, Failure::Malformed, "{}", String::from_utf8_lossy(bytes));
    }
}
