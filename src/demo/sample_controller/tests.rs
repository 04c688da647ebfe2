//! The receiver with messages as they are really sent.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::{Fault, Receiver, Report};
use crate::crypto::webhook::{ID_HEADER, SIGNATURE_HEADER, SigningSecret, TIMESTAMP_HEADER, sign};
use crate::ports::{Clock, OffsetClock, OsRandom};

struct Setting {
    clock: Arc<OffsetClock>,
    receiver: Receiver,
    client: reqwest::Client,
    secrets: Vec<SigningSecret>,
}

impl Setting {
    fn new() -> Self {
        let clock = Arc::new(OffsetClock::default());
        let receiver = Receiver::start(Arc::<OffsetClock>::clone(&clock)).unwrap();
        let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(10)).build().unwrap();
        let random = OsRandom::default();
        let secrets = vec![SigningSecret::generate_symmetric(&random), SigningSecret::generate_ed25519(&random)];
        receiver.inbox("acme").set_keys(secrets.iter().map(SigningSecret::verifying_key).collect());
        Self { clock, receiver, client, secrets }
    }

    /// Sends what a sender would send; gives the status, or none when there was no answer.
    async fn post(&self, name: &str, id: &str, body: String, secrets: &[SigningSecret], at: Timestamp) -> Option<u16> {
        let signatures = sign(secrets, id, at, body.as_bytes()).unwrap();
        let request = self
            .client
            .post(self.receiver.url(name))
            .header(ID_HEADER, id)
            .header(TIMESTAMP_HEADER, at.as_second())
            .header(SIGNATURE_HEADER, signatures)
            .body(body);
        request.send().await.ok().map(|answer| answer.status().as_u16())
    }

    async fn send(&self, name: &str, id: &str, number: u32, secrets: &[SigningSecret], at: Timestamp) -> Option<u16> {
        let body = json!({"type": "request.filed", "timestamp": "2026-03-01T12:00:00Z", "data": {"number": number}});
        self.post(name, id, body.to_string(), secrets, at).await
    }

    async fn send_well(&self, id: &str, number: u32) -> Option<u16> {
        self.send("acme", id, number, &self.secrets, self.clock.now()).await
    }

    fn report(&self) -> Report {
        self.receiver.inbox("acme").report()
    }
}

#[tokio::test]
async fn messages_are_verified_recognised_and_counted() {
    let setting = Setting::new();
    let inbox = setting.receiver.inbox("acme");
    assert_eq!(setting.send_well("dlv_1", 1).await, Some(204));
    assert_eq!(setting.send_well("dlv_2", 2).await, Some(204));
    assert_eq!(setting.send_well("dlv_1", 1).await, Some(204), "a repetition is a success");
    assert_eq!(setting.send_well("dlv_2", 3).await, Some(409), "another body under a known id");
    assert_eq!(setting.report(), Report { messages: 2, duplicates: 1, changed: 1, ..Report::default() });

    let taken = inbox.take_new();
    assert_eq!(taken.iter().map(|message| message.id.as_str()).collect::<Vec<_>>(), ["dlv_1", "dlv_2"]);
    assert!(taken.iter().all(|message| message.symmetric && message.ed25519 && message.kind == "request.filed"));
    assert_eq!(taken[1].data, json!({"number": 2}));
    assert!(inbox.take_new().is_empty());
    assert!(inbox.has_seen("dlv_1") && !inbox.has_seen("dlv_3"));
}

#[tokio::test]
async fn each_scheme_suffices_and_is_told() {
    let setting = Setting::new();
    for (secret, symmetric) in setting.secrets.iter().zip([true, false]) {
        let id = if symmetric { "dlv_v1" } else { "dlv_v1a" };
        let sent = setting.send("acme", id, 1, std::slice::from_ref(secret), setting.clock.now()).await;
        assert_eq!(sent, Some(204));
        let taken = &setting.receiver.inbox("acme").take_new()[0];
        assert_eq!((taken.symmetric, taken.ed25519), (symmetric, !symmetric));
    }
}

#[tokio::test]
async fn forged_old_and_future_messages_are_refused() {
    let setting = Setting::new();
    let forger = [SigningSecret::generate_symmetric(&OsRandom::default())];
    let now = setting.clock.now();
    assert_eq!(setting.send("acme", "dlv_1", 1, &forger, now).await, Some(401));
    for hours in [-1, 1] {
        let at = now + SignedDuration::from_hours(hours);
        assert_eq!(setting.send("acme", "dlv_1", 1, &setting.secrets, at).await, Some(401));
    }
    assert_eq!(setting.report(), Report { unverified: 3, ..Report::default() });
    assert_eq!(setting.send("nobody", "dlv_1", 1, &setting.secrets, now).await, Some(404));
    setting.receiver.inbox("locked");
    assert_eq!(setting.send("locked", "dlv_1", 1, &setting.secrets, now).await, Some(401));
}

#[tokio::test]
async fn the_receiver_follows_a_clock_that_is_moved() {
    let setting = Setting::new();
    setting.clock.advance(SignedDuration::from_hours(24 * 90));
    assert_eq!(setting.send_well("dlv_1", 1).await, Some(204));
    assert_eq!(
        setting.receiver.inbox("acme").take_new()[0].at.as_second() / 100,
        setting.clock.now().as_second() / 100
    );
}

#[tokio::test]
async fn controllers_are_apart() {
    let setting = Setting::new();
    let other = setting.receiver.inbox("other");
    other.set_keys(vec![setting.secrets[0].verifying_key()]);
    let now = setting.clock.now();
    assert_eq!(setting.send_well("dlv_1", 1).await, Some(204));
    assert_eq!(setting.send("other", "dlv_1", 2, &setting.secrets, now).await, Some(204));
    assert_eq!((setting.report().messages, other.report().messages), (1, 1));
}

#[tokio::test]
async fn faults_come_as_ordered() {
    let setting = Setting::new();
    let inbox = setting.receiver.inbox("acme");
    inbox.order_faults(2, Fault::Refuse { status: 503, retry_after: Some(7) });
    inbox.order_faults(1, Fault::LoseAnswer);
    inbox.order_faults(1, Fault::Slow(Duration::from_millis(20)));
    let statuses = [
        setting.send_well("dlv_1", 1).await,
        setting.send_well("dlv_1", 1).await,
        setting.send_well("dlv_1", 1).await,
        setting.send_well("dlv_1", 1).await,
        setting.send_well("dlv_1", 1).await,
    ];
    assert_eq!(statuses, [Some(503), Some(503), Some(500), Some(204), Some(204)]);
    assert_eq!(setting.report(), Report { messages: 1, duplicates: 2, faults: 4, ..Report::default() });
}

#[tokio::test]
async fn what_is_signed_and_no_message_is_refused() {
    let setting = Setting::new();
    for (id, body) in [("dlv_1", "not json"), ("dlv_2", "{}"), ("dlv_3", r#"{"type":1,"timestamp":2,"data":3}"#)] {
        let sent = setting.post("acme", id, body.to_owned(), &setting.secrets, setting.clock.now()).await;
        assert_eq!(sent, Some(400), "{body}");
    }
    assert_eq!(setting.report(), Report { malformed: 3, ..Report::default() });
}

#[tokio::test]
async fn a_stopped_receiver_takes_no_more() {
    let setting = Setting::new();
    assert_eq!(setting.send_well("dlv_1", 1).await, Some(204));
    let (url, client) = (setting.receiver.url("acme"), setting.client.clone());
    setting.receiver.stop().await;
    assert!(client.post(url).send().await.is_err());
}
