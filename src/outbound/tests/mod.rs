//! The client against real servers on loopback, each with one kind of bad manners.

mod answers;
mod guard;
mod hostile;
mod server;
mod time_and_size;
mod tls;
mod webhook;

use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use reqwest::header::HeaderMap;

use super::client::{Attempt, Client, Limits};
use crate::domain::egress::EgressPolicy;

/// Limits that let a test of waiting end soon, and still leave a busy machine the time to say the first word.
const QUICK: Limits = Limits {
    connect: Duration::from_millis(1_500),
    total: Duration::from_millis(2_500),
    head_bytes: 16 * 1024,
    body_bytes: 64 * 1024,
};

fn now() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

/// A client that may call loopback, with patience.
fn client() -> Client {
    Client::new(EgressPolicy::strict().dangerously_allow_loopback_http(), Limits::default()).unwrap()
}

/// A client that may call loopback, in a hurry.
fn quick_client() -> Client {
    Client::new(EgressPolicy::strict().dangerously_allow_loopback_http(), QUICK).unwrap()
}

async fn post(client: &Client, url: &str) -> Attempt {
    client.post(url, HeaderMap::new(), Bytes::from_static(b"{\"a\":1}"), now()).await
}
