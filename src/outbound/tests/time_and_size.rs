//! What a call may cost: each bound is reached.

use std::time::Duration;

use futures::future::join_all;

use super::server::{Manner, Server, answer};
use super::{QUICK, client, post, quick_client};
use crate::outbound::failure::{About, Failure, Phase};

/// Slack for a busy machine.
const SLACK: Duration = Duration::from_secs(2);

#[tokio::test]
async fn an_answer_that_drips_is_cut_at_the_total_deadline() {
    let pause = Duration::from_millis(20);
    let head = |text: &str| text.as_bytes().to_vec();
    let cases = [
        (head("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n"), Phase::Body),
        (head("HTTP/1.1 200 OK\r\n\r\n"), Phase::Body),
        (head("HTTP/1.1 200 OK\r\nx-slow: "), Phase::Answer),
        (head("H"), Phase::Answer),
    ];
    let calls = cases.map(async |(head, phase)| {
        let server = Server::start(Manner::Drip { head, pause }).await;
        let attempt = post(&quick_client(), &server.url()).await;
        // "Hx…" is no HTTP at once, which is as good an end.
        match attempt.result {
            Err(Failure::Malformed) if phase == Phase::Answer => {}
            result => assert_eq!(result, Err(Failure::Timeout(phase))),
        }
        assert!(attempt.elapsed < QUICK.total + SLACK, "{:?}", attempt.elapsed);
    });
    join_all(calls).await;
}

#[tokio::test]
async fn a_server_that_never_answers_is_left_at_the_total_deadline() {
    let calls = [Manner::Silent, Manner::Deaf].map(async |manner| {
        let server = Server::start(manner).await;
        let attempt = post(&quick_client(), &server.url()).await;
        let failure = attempt.result.unwrap_err();
        assert_eq!(failure, Failure::Timeout(Phase::Answer));
        assert_eq!(failure.about(), About::Receiver);
        assert!(attempt.elapsed >= QUICK.total && attempt.elapsed < QUICK.total + SLACK, "{:?}", attempt.elapsed);
    });
    join_all(calls).await;
}

#[tokio::test]
async fn a_body_without_end_is_cut_at_its_limit() {
    for head in ["content-length: 1000000000000", "x-no-length: 1"] {
        let server =
            Server::start(Manner::Flood { head: format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").into_bytes() }).await;
        let exchange = post(&client(), &server.url()).await.result.expect(head);
        assert_eq!((exchange.body_excerpt_len, exchange.body_cut), (QUICK.body_bytes, true), "{head}");
        // The connection is dropped, so the server comes to its end and has got rid of no more than buffers hold.
        let mut waits = 0;
        while !server.has_ended() {
            tokio::time::sleep(Duration::from_millis(20)).await;
            waits += 1;
            assert!(waits < 500, "the flood goes on");
        }
        assert!(server.sent() < 64 << 20, "{} bytes", server.sent());
    }
}

#[tokio::test]
async fn the_limit_of_a_body_is_exact() {
    for (length, cut) in [(QUICK.body_bytes, false), (QUICK.body_bytes + 1, true)] {
        let server = Server::start(Manner::Answer(answer("200 OK", &[], &vec![b'x'; length]))).await;
        let exchange = post(&client(), &server.url()).await.result.unwrap();
        assert_eq!((exchange.body_excerpt_len, exchange.body_cut), (QUICK.body_bytes, cut), "{length}");
    }
}

#[tokio::test]
async fn the_body_of_a_failure_is_not_read() {
    let server = Server::start(Manner::Flood { head: b"HTTP/1.1 500 Error\r\n\r\n".to_vec() }).await;
    let attempt = post(&client(), &server.url()).await;
    assert_eq!(attempt.result, Err(Failure::Status { status: 500, retry_after: None }));
}

#[tokio::test]
async fn a_head_beyond_its_bounds_is_refused() {
    let big = "x".repeat(QUICK.head_bytes);
    let server = Server::answering("200 OK", &[("x-big", &big)]).await;
    assert_eq!(post(&client(), &server.url()).await.result, Err(Failure::TooLarge));

    let lines: String = (0..100).map(|n| format!("x-{n}: 1\r\n")).collect();
    let server = Server::start(Manner::Answer(format!("HTTP/1.1 200 OK\r\n{lines}\r\n").into_bytes())).await;
    assert_eq!(post(&client(), &server.url()).await.result, Err(Failure::Malformed));

    let server = Server::start(Manner::Flood { head: b"HTTP/1.1 200 OK\r\nx-endless: ".to_vec() }).await;
    assert_eq!(post(&client(), &server.url()).await.result, Err(Failure::Malformed));
}

#[tokio::test]
async fn a_connection_that_breaks_is_a_reset_wherever_it_breaks() {
    let part = |text: &str| text.as_bytes().to_vec();
    let manners = [
        Manner::Reset(Vec::new()),
        Manner::Reset(part("HTTP/1.1 200 OK\r\nx: ")),
        Manner::Reset(part("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf")),
        Manner::AnswerAndClose(Vec::new()),
        Manner::AnswerAndClose(part("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf")),
        Manner::AnswerAndClose(part("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhel")),
    ];
    for manner in manners {
        let told = format!("{manner:?}");
        let server = Server::start(manner).await;
        let failure = post(&client(), &server.url()).await.result.expect_err(&told);
        assert_eq!(failure, Failure::Reset, "{told}");
        assert_eq!(failure.about(), About::Path);
        assert_eq!(server.connections(), 1, "no hidden repeat");
    }
}

#[tokio::test]
async fn a_port_without_a_server_is_a_failure_to_connect() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/in", listener.local_addr().unwrap());
    drop(listener);
    assert_eq!(post(&client(), &url).await.result, Err(Failure::Connect));
}
