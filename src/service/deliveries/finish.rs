//! Everything after sending: receipts, next attempts, tasks, the receiver's health, the lease given back.

use std::collections::HashMap;

use entity::id::RequestId;
use jiff::{SignedDuration, Timestamp};

use crate::domain::deadline::{Receipt, ReceiptKind};
use crate::domain::delivery::{DeliveryState, ReceiverKind, should_disable};
use crate::domain::request::Author;
use crate::domain::retry::{FailureKind, Next, after_failure};
use crate::service::context::Context;
use crate::service::endpoints;
use crate::service::failure::{Failure, Outcome};
use crate::store::{AttemptEnd, Claim, Health, Settled, StoreError, Tx};

use super::begin::end;
use super::message::Outgoing;
use super::receipts::deliver_receipts;
use super::trouble::Trouble;
use super::{CHUNK, TRIES, is_stale};

/// From this attempt on a failure is told to the organisation.
const TOLD_FROM: i32 = 3;
/// A message that failed on our side waits this long.
const OWN_WAIT: SignedDuration = SignedDuration::from_secs(30);

/// How sending a message ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The receiver took it.
    Delivered {
        /// When its answer came.
        at: Timestamp,
        /// From 200 to 299.
        status: u16,
    },
    /// The receiver did not take it.
    Failed {
        /// When that was known.
        at: Timestamp,
        /// HTTP status, when there was an answer.
        status: Option<u16>,
        /// Why.
        kind: FailureKind,
        /// How long it asks us to wait.
        retry_after: Option<SignedDuration>,
    },
    /// Nothing was sent; it is no attempt.
    NotSent,
}

/// Settles a turn. Tells how many messages it had.
///
/// # Errors
/// [`StoreError::LeaseLost`] when another worker has the receiver: nothing was written, and what was sent is sent again under
/// the same id.
pub async fn finish(context: &Context, claim: &Claim, results: Vec<(Outgoing, Ended)>) -> Outcome<u64> {
    for (message, ended) in &results {
        if let (Ended::Delivered { at, .. }, None, Some(_)) =
            (ended, message.delivery.request, message.delivery.controller)
        {
            bundle_receipts(context, claim, message, *at).await?;
        }
    }
    let count = results.len() as u64;
    let jitter: Vec<f64> = results.iter().map(|_| context.random.unit()).collect();
    for _ in 0..TRIES {
        let (inner, claim, results, jitter) = (context.clone(), claim.clone(), results.clone(), jitter.clone());
        let written = context
            .db
            .write(move |tx| Box::pin(async move { settle(&inner, tx, &claim, results, &jitter).await }))
            .await;
        if !is_stale(&written) {
            written?;
            return Ok(count);
        }
    }
    Err(StoreError::Stale.into())
}

/// Receipts for the requests of a bundle, in chunks; those that have theirs are left alone, so that it can be repeated.
async fn bundle_receipts(context: &Context, claim: &Claim, message: &Outgoing, at: Timestamp) -> Outcome<()> {
    let (mut after, id) = (None, message.delivery.id);
    loop {
        let mut page = Err(StoreError::Stale.into());
        for _ in 0..TRIES {
            let (inner, claim) = (context.clone(), claim.clone());
            page = context
                .db
                .write(move |tx| {
                    Box::pin(async move {
                        tx.hold_lease(claim.receiver.id, claim.lease, inner.lease_end()).await?;
                        let requests = tx.tenant(claim.organisation).requests_of_dispatch(id, after, CHUNK).await?;
                        let last = requests.last().map(|request| request.id);
                        let full = requests.len() as u64 == CHUNK;
                        let receipt = Receipt::at(ReceiptKind::DeliveryConfirmation, at);
                        let requests = requests.into_iter().map(|request| (request, receipt)).collect();
                        let now = inner.clock.now().max(at);
                        deliver_receipts(&inner, tx, claim.organisation, requests, now, Author::System, "system")
                            .await?;
                        Ok::<_, Failure>(last.filter(|_| full))
                    })
                })
                .await;
            if !is_stale(&page) {
                break;
            }
        }
        match page? {
            None => return Ok(()),
            last => after = last,
        }
    }
}

async fn settle(
    context: &Context,
    tx: &Tx,
    claim: &Claim,
    results: Vec<(Outgoing, Ended)>,
    jitter: &[f64],
) -> Outcome<()> {
    let now = context.clock.now();
    let receiver = &claim.receiver;
    let mut health =
        Health { failing_since: receiver.failing_since, paused_until: receiver.paused_until, disable: false };
    let (mut settled, mut attempts, mut undone) = (Vec::new(), Vec::new(), Vec::new());
    let mut received: HashMap<RequestId, Timestamp> = HashMap::new();
    let mut trouble = Trouble::new(context, now);
    let (mut sent, mut succeeded, mut failed) = (0_i64, false, false);
    // What a process leaves that is to stop, another may take at once.
    let own_wait = if context.stop.is_cancelled() { SignedDuration::ZERO } else { OWN_WAIT };
    for ((message, ended), unit) in results.iter().zip(jitter) {
        let mut delivery = message.delivery.clone();
        delivery.attempts = message.attempt;
        let (at, status, failure) = match *ended {
            Ended::NotSent => {
                undone.push((delivery.id, message.attempt));
                delivery.attempts -= 1;
                settled.push(Settled {
                    next_attempt_at: Some(now + own_wait),
                    settled_at: None,
                    ..end(&delivery, DeliveryState::Pending, now)
                });
                continue;
            }
            Ended::Delivered { at, status } => (at, Some(i32::from(status)), None),
            Ended::Failed { at, status, kind, .. } => (at, status.map(i32::from), Some(kind)),
        };
        sent += 1;
        attempts.push(AttemptEnd { delivery: delivery.id, number: message.attempt, at, status, failure });
        delivery.last_failure = failure.or(delivery.last_failure);
        let Ended::Failed { kind, retry_after, .. } = *ended else {
            succeeded = true;
            if let (Some(request), Some(_)) = (delivery.request, delivery.controller) {
                received.insert(request, at);
            }
            if message.attempt > TOLD_FROM {
                trouble.recovers(&delivery);
            }
            settled.push(end(&delivery, DeliveryState::Delivered, now));
            continue;
        };
        failed = true;
        let number = u32::try_from(message.attempt).unwrap_or(u32::MAX);
        match after_failure(number, kind, retry_after, *unit) {
            Next::Retry { wait, slow_down } => {
                if slow_down {
                    let until = now + wait;
                    health.paused_until = Some(health.paused_until.map_or(until, |known| known.max(until)));
                }
                if message.attempt == TOLD_FROM {
                    trouble.fails(&delivery, kind.as_str());
                }
                settled.push(Settled {
                    next_attempt_at: Some(now + wait),
                    settled_at: None,
                    ..end(&delivery, DeliveryState::Pending, now)
                });
            }
            next @ (Next::Disable | Next::Exhausted) => {
                health.disable |= next == Next::Disable;
                trouble.give_up(&delivery, kind.as_str());
                settled.push(end(&delivery, DeliveryState::Failed, now));
            }
        }
    }
    health.failing_since = match (succeeded, failed) {
        (true, _) => None,
        (false, true) => health.failing_since.or(Some(now)),
        (false, false) => health.failing_since,
    };
    health.disable |= health.failing_since.is_some_and(|since| should_disable(receiver.kind, since, now));
    if let Some(pace) = receiver.max_per_minute.filter(|_| sent > 0) {
        let until = now + SignedDuration::from_millis(sent * 60_000 / i64::from(pace.max(1)));
        health.paused_until = Some(health.paused_until.map_or(until, |known| known.max(until)));
    }
    tx.release_receiver(receiver.id, claim.lease, health, now).await?;
    if health.disable && receiver.kind == ReceiverKind::Endpoint {
        endpoints::switch_off(context, tx, claim, &mut trouble, now).await?;
    }
    let requests = tx.tenant(claim.organisation).requests(&received.keys().copied().collect::<Vec<_>>()).await?;
    let latest = received.values().copied().max().unwrap_or(now).max(now);
    let requests = requests
        .into_iter()
        .filter_map(|request| {
            let at = *received.get(&request.id)?;
            Some((request, Receipt::at(ReceiptKind::DeliveryConfirmation, at)))
        })
        // Messages after the first prove nothing about the request itself.
        .filter(|(request, _)| is_carried(&results, request))
        .collect();
    deliver_receipts(context, tx, claim.organisation, requests, latest, Author::System, "system").await?;
    tx.settle_deliveries(claim.organisation, &settled).await?;
    tx.end_attempts(claim.organisation, &attempts).await?;
    tx.undo_attempts(claim.organisation, &undone).await?;
    trouble.write(tx, claim.organisation).await?;
    tx.settle_lane(claim.organisation, receiver.id, now).await?;
    Ok(())
}

/// Whether one of the messages delivered is the one that carries the request.
fn is_carried(results: &[(Outgoing, Ended)], request: &crate::store::Request) -> bool {
    let delivered = |ended: &Ended| matches!(ended, Ended::Delivered { .. });
    results.iter().any(|(message, ended)| delivered(ended) && Some(message.delivery.id) == request.dispatch_id)
}
