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

/// The status of a call that has been begun and not answered: none of HTTP's.
const UNFINISHED: u16 = 0;

/// What earlier calls with one key have done.
#[derive(Debug)]
pub(super) enum Earlier {
    /// There was none.
    Nothing,
    /// One was answered.
    Answered,
    /// One broke off: a mark for each piece whose effects are written, which a repetition must pass too.
    Begun(Vec<[u8; 32]>),
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
        let (context, now) = (self.clone(), self.service_clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    match tx.claim_key(caller, &key.key, now).await? {
                        KeyClaim::InFlight => return Err(Code::IdempotencyInFlight.into()),
                        // Whoever began has checked that this is the same call.
                        KeyClaim::Known(kept) if kept.status == UNFINISHED => {}
                        KeyClaim::Known(kept) if kept.body_hash != key.body => {
                            return Err(Code::IdempotencyKeyReused.into());
                        }
                        KeyClaim::Known(kept) => {
                            let body = context.keys.open_answer(caller, &key.key, &kept.sealed_body)?;
                            return Ok(Answer { status: kept.status, body, replayed: true });
                        }
                        KeyClaim::Fresh => {}
                    }
                    let body = work(tx).await?;
                    let kept = StoredAnswer {
                        body_hash: key.body,
                        status,
                        sealed_body: context.keys.seal_answer(caller, &key.key, &body)?,
                    };
                    tx.keep_answer(caller, &key.key, &kept, now, now + KEPT).await?;
                    Ok(Answer { status, body, replayed: false })
                })
            })
            .await
    }

    /// What earlier calls with the key of this one have done. For a call whose effects are written in pieces, so that a
    /// repetition of it does none of them again or otherwise before its body is known.
    pub(super) async fn earlier(&self, call: &Call) -> Outcome<Earlier> {
        let Some(key) = call.idempotency else { return Ok(Earlier::Nothing) };
        let (caller, now) = (call.actor.key_space(), self.service_clock.now());
        let claim = self
            .db
            .write(move |tx| Box::pin(async move { Ok::<_, Failure>(tx.claim_key(caller, &key.key, now).await?) }));
        match claim.await? {
            KeyClaim::Fresh => Ok(Earlier::Nothing),
            KeyClaim::Known(kept) if kept.status == UNFINISHED => {
                Ok(Earlier::Begun(self.marks(caller, &key.key, &kept)?))
            }
            KeyClaim::Known(_) => Ok(Earlier::Answered),
            KeyClaim::InFlight => Err(Code::IdempotencyInFlight.into()),
        }
    }

    fn marks(&self, caller: uuid::Uuid, key: &[u8; 32], kept: &StoredAnswer) -> Outcome<Vec<[u8; 32]>> {
        let opened = self.keys.open_answer(caller, key, &kept.sealed_body)?;
        let (marks, rest) = opened.as_chunks::<32>();
        if rest.is_empty() {
            Ok(marks.to_vec())
        } else {
            Err(Failure::Defect("marks of an unfinished call are cut off"))
        }
    }

    /// Keeps how far a call has come whose effects are written in pieces, in the transaction of a piece.
    ///
    /// # Errors
    /// `idempotency_key_reused` when another process has come far with another call under the key, `idempotency_in_flight` when
    /// it is at it, or has just finished.
    pub(super) async fn keep_marks(&self, tx: &Tx, call: &Call, marks: &[[u8; 32]]) -> Outcome<()> {
        let Some(key) = call.idempotency else { return Ok(()) };
        let (caller, now) = (call.actor.key_space(), self.service_clock.now());
        match tx.claim_key(caller, &key.key, now).await? {
            KeyClaim::Fresh => {}
            KeyClaim::Known(kept) if kept.status == UNFINISHED => {
                if self.marks(caller, &key.key, &kept)?.iter().zip(marks).any(|(kept, own)| kept != own) {
                    return Err(Code::IdempotencyKeyReused.into());
                }
            }
            KeyClaim::Known(_) | KeyClaim::InFlight => return Err(Code::IdempotencyInFlight.into()),
        }
        let kept = StoredAnswer {
            body_hash: marks.last().copied().unwrap_or_default(),
            status: UNFINISHED,
            sealed_body: self.keys.seal_answer(caller, &key.key, marks.as_flattened())?,
        };
        tx.keep_answer(caller, &key.key, &kept, now, now + KEPT).await?;
        Ok(())
    }
}

fn to_json<T: Serialize>(value: &T) -> Outcome<Vec<u8>> {
    serde_json::to_vec(value).map_err(|_| Failure::Defect("an answer is not JSON"))
}
