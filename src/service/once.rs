//! A call that takes effect once, however often it is made.
//!
//! The key is claimed, the work done and its answer kept in one transaction: either all of it stands or nothing. A second
//! call with the same key finds the answer and gets it again; with another body it is refused; while the first still runs
//! it is told to wait. Refusals are not kept, since nothing happened: the same key may be used for the corrected call.

use futures::future::BoxFuture;
use jiff::SignedDuration;
use serde::Serialize;

use crate::domain::code::Code;
use crate::store::{KeyClaim, StoredAnswer, Tx};

use super::call::Call;
use super::context::Context;
use super::failure::{Failure, Outcome};

/// How long an answer can be had again: the API promises at least 72 hours.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The answer of a call, the first time or again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status of the first time.
    pub status: u16,
    /// JSON body, or NDJSON of a call that answers line by line.
    pub body: Vec<u8>,
    /// Whether this is the kept answer of an earlier call.
    pub replayed: bool,
}

impl Context {
    /// Runs `work` once for this call and gives its answer, now and on each repetition.
    pub async fn once<T, F>(&self, call: &Call, status: u16, work: F) -> Outcome<Answer>
    where
        F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Outcome<T>> + Send + 'static,
        T: Serialize + Send + 'static,
    {
        self.once_bytes(call, status, |tx| Box::pin(async move { to_json(&work(tx).await?) })).await
    }

    /// The same for an answer that is no single JSON value.
    pub(super) async fn once_bytes<F>(&self, call: &Call, status: u16, work: F) -> Outcome<Answer>
    where
        F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Outcome<Vec<u8>>> + Send + 'static,
    {
        let Some(key) = call.idempotency else {
            let body = self.db.write(work).await?;
            return Ok(Answer { status, body, replayed: false });
        };
        let caller = call.actor.key_space();
        let _running = self.running.enter(caller, key.key).ok_or(Code::IdempotencyInFlight)?;
        let (context, now) = (self.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    match tx.claim_key(caller, &key.key, now).await? {
                        KeyClaim::InFlight => return Err(Code::IdempotencyInFlight.into()),
                        KeyClaim::Known(kept) if kept.body_hash != key.body => {
                            return Err(Code::IdempotencyKeyReused.into());
                        }
                        KeyClaim::Known(kept) => {
                            let body = context.keys.open_answer(caller, &kept.sealed_body)?;
                            return Ok(Answer { status: kept.status, body, replayed: true });
                        }
                        KeyClaim::Fresh => {}
                    }
                    let body = work(tx).await?;
                    let kept = StoredAnswer {
                        body_hash: key.body,
                        status,
                        sealed_body: context.keys.seal_answer(caller, &body)?,
                    };
                    tx.keep_answer(caller, &key.key, &kept, now, now + KEPT).await?;
                    Ok(Answer { status, body, replayed: false })
                })
            })
            .await
    }

    /// Whether an answer is kept for the key of this call, whatever its body. For a call whose effects are written in pieces,
    /// so that a repetition of it does none of them before its body is known.
    pub(super) async fn is_answered(&self, call: &Call) -> Outcome<bool> {
        let Some(key) = call.idempotency else { return Ok(false) };
        let (caller, now) = (call.actor.key_space(), self.clock.now());
        let claim = self
            .db
            .write(move |tx| Box::pin(async move { Ok::<_, Failure>(tx.claim_key(caller, &key.key, now).await?) }));
        match claim.await? {
            KeyClaim::Fresh => Ok(false),
            KeyClaim::Known(_) => Ok(true),
            KeyClaim::InFlight => Err(Code::IdempotencyInFlight.into()),
        }
    }
}

fn to_json<T: Serialize>(value: &T) -> Outcome<Vec<u8>> {
    serde_json::to_vec(value).map_err(|_| Failure::Defect("an answer is not JSON"))
}
