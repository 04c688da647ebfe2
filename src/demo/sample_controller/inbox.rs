//! What one controller has been sent: verified, recognised when it comes again, and counted.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::crypto::webhook::{DEFAULT_TOLERANCE_SECONDS, VerifyError, VerifyingKey, verify_header_values};
use crate::domain::delivery::MessageKind;

/// A message that was verified and is seen for the first time.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// The `webhook-id`.
    pub id: String,
    /// When it arrived, by the receiver's clock.
    pub at: Timestamp,
    /// The `type` of its body.
    pub kind: String,
    /// When the thing happened that it tells of.
    pub timestamp: Timestamp,
    /// Its ids and links.
    pub data: Value,
    /// Whether a `v1` signature fitted.
    pub symmetric: bool,
    /// Whether a `v1a` signature fitted.
    pub ed25519: bool,
}

/// What has come in so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Messages with different ids.
    pub messages: u64,
    /// Repetitions of an id with the same body.
    pub duplicates: u64,
    /// Repetitions of an id with another body, which must not be.
    pub changed: u64,
    /// Messages without a signature that fits, too old or too new.
    pub unverified: u64,
    /// Messages that were verified and are not what a message should be.
    pub malformed: u64,
    /// Messages that met a [`Fault`].
    pub faults: u64,
}

/// A way to treat messages badly, on order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Answers this status without taking the message.
    Refuse {
        /// 410 or 503, for example.
        status: u16,
        /// Seconds to send as `Retry-After`.
        retry_after: Option<u32>,
    },
    /// Takes the message and answers 500, as a server does that dies after its work.
    LoseAnswer,
    /// Takes the message and answers after this time.
    Slow(Duration),
}

/// What a message was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    New,
    Again,
    Changed,
    Malformed,
    Unverified(VerifyError),
}

/// The three headers as they came: each value of each.
pub(super) struct HeaderValues<'a> {
    pub ids: Vec<&'a [u8]>,
    pub timestamps: Vec<&'a [u8]>,
    pub signatures: Vec<&'a [u8]>,
}

/// The messages of one controller.
#[derive(Debug, Default)]
pub struct Inbox {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    keys: Vec<VerifyingKey>,
    /// Id and digest of the body of all that was taken.
    seen: HashMap<String, u64>,
    new: Vec<Received>,
    faults: VecDeque<Fault>,
    report: Report,
}

/// The body of a message, as far as a receiver relies on it.
#[derive(Deserialize)]
struct Body {
    #[serde(rename = "type")]
    kind: String,
    timestamp: Timestamp,
    data: Value,
}

impl Inbox {
    /// Sets the keys with which messages are verified from now on; two or more during a rotation. Without any, none passes.
    pub fn set_keys(&self, keys: Vec<VerifyingKey>) {
        self.state().keys = keys;
    }

    /// Orders the next `count` messages to be treated badly, after those already ordered.
    pub fn order_faults(&self, count: usize, fault: Fault) {
        self.state().faults.extend(std::iter::repeat_n(fault, count));
    }

    /// Takes away all messages that are new since the last time, in the order of their arrival.
    pub fn take_new(&self) -> Vec<Received> {
        std::mem::take(&mut self.state().new)
    }

    /// What has come in so far.
    pub fn report(&self) -> Report {
        self.state().report
    }

    /// Whether a message with this id was taken.
    pub fn has_seen(&self, id: &str) -> bool {
        self.state().seen.contains_key(id)
    }

    /// The fault ordered for the message that is coming in.
    pub(super) fn next_fault(&self) -> Option<Fault> {
        let mut state = self.state();
        let fault = state.faults.pop_front();
        state.report.faults += u64::from(fault.is_some());
        fault
    }

    /// The value of a message that is a challenge: what a receiver gives back when the signature fits, so that it is sent the rest.
    /// None for every other message.
    pub(super) fn challenged(
        &self,
        headers: &HeaderValues<'_>,
        body: &[u8],
        now: Timestamp,
    ) -> Option<Result<String, VerifyError>> {
        let message: Body = serde_json::from_slice(body).ok()?;
        if message.kind != MessageKind::ReceiverChallenge.as_str() {
            return None;
        }
        let (keys, value) = (self.state().keys.clone(), message.data["challenge"].as_str()?);
        let HeaderValues { ids, timestamps, signatures } = headers;
        let verified = verify_header_values(&keys, ids, timestamps, signatures, body, now, DEFAULT_TOLERANCE_SECONDS);
        Some(verified.map(|()| value.to_owned()))
    }

    /// Verifies a message and takes it in.
    pub(super) fn take(&self, headers: &HeaderValues<'_>, body: &[u8], now: Timestamp) -> Taken {
        let mut state = self.state();
        let verified = |keys: &[VerifyingKey]| {
            let HeaderValues { ids, timestamps, signatures } = headers;
            verify_header_values(keys, ids, timestamps, signatures, body, now, DEFAULT_TOLERANCE_SECONDS)
        };
        if let Err(error) = verified(&state.keys) {
            state.report.unverified += 1;
            return Taken::Unverified(error);
        }
        let (symmetric, ed25519): (Vec<_>, Vec<_>) =
            state.keys.iter().cloned().partition(|key| matches!(key, VerifyingKey::Symmetric(_)));
        let (symmetric, ed25519) = (verified(&symmetric).is_ok(), verified(&ed25519).is_ok());

        let id = headers.ids.first().map(|id| String::from_utf8_lossy(id).into_owned()).unwrap_or_default();
        let digest = digest(body);
        if let Some(before) = state.seen.get(&id).copied() {
            let same = before == digest;
            state.report.duplicates += u64::from(same);
            state.report.changed += u64::from(!same);
            return if same { Taken::Again } else { Taken::Changed };
        }
        let Ok(Body { kind, timestamp, data }) = serde_json::from_slice(body) else {
            state.report.malformed += 1;
            return Taken::Malformed;
        };
        state.report.messages += 1;
        state.seen.insert(id.clone(), digest);
        state.new.push(Received { id, at: now, kind, timestamp, data, symmetric, ed25519 });
        Taken::New
    }

    /// The state; each change to it is whole before anything can panic.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells bodies apart within one run.
fn digest(body: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    hasher.finish()
}
