//! Everything before sending: the lease, the mandates, the attempts.

use std::collections::{BTreeMap, HashMap, HashSet};

use entity::id::{DeliveryId, RequestId};
use jiff::Timestamp;
use uuid::Uuid;

use crate::crypto::webhook::SigningSecret;
use crate::domain::access::KeyPurpose;
use crate::domain::controller::ChannelKind;
use crate::domain::delivery::{DeliveryState, MessageKind};
use crate::domain::request::Author;
use crate::ports::machine_now;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::webhook_secrets::WebhookSecrets;
use crate::store::{Begun, Claim, Controller, Delivery, InboxItem, Request, Settled, StoreError, Tx, Viewer};

use super::leave::{Leaving, covered, leave};
use super::message::{Outgoing, complete, is_complete, timestamp};
use super::pace;
use super::trouble::Trouble;
use super::{CHUNK, TRIES, is_stale};

/// Messages of one turn.
const MESSAGES: u64 = 100;

/// Messages to one receiver whose attempts have begun and are to be sent now.
pub struct Turn {
    /// The lease, the receiver, the tenant.
    pub claim: Claim,
    /// What signs, the newest first.
    pub secrets: Vec<SigningSecret>,
    /// The messages.
    pub messages: Vec<Outgoing>,
    /// What was settled or put off without sending.
    pub settled: u64,
}

/// Takes a turn; none when nothing is due.
///
/// # Errors
/// [`StoreError::LeaseLost`] when it took so long that another worker has the receiver.
pub async fn begin(context: &Context) -> Outcome<Option<Turn>> {
    let lease: Uuid = context.ids.next();
    let now = context.clock.now();
    let (machine, until) = (machine_now(), context.lease_end());
    let claim = context
        .db
        .write(move |tx: &Tx| {
            Box::pin(async move { Ok::<_, Failure>(tx.claim_receiver(lease, machine, until, now).await?) })
        })
        .await?;
    let Some(claim) = claim else { return Ok(None) };
    let secrets = signing(context, &claim, now)?;
    let limit =
        claim.receiver.max_per_minute.map_or(MESSAGES, |pace| u64::try_from(pace).unwrap_or(1).clamp(1, MESSAGES));
    let (due, put_off) = admitted(context, &claim, now, limit).await?;
    let mut bundles = HashMap::new();
    for bundle in due.iter().filter(|delivery| delivery.kind == MessageKind::RequestsFiled.as_str()) {
        bundles.insert(bundle.id, leave_bundle(context, &claim, bundle).await?);
    }
    let known: HashSet<DeliveryId> = due.iter().map(|delivery| delivery.id).collect();
    for _ in 0..TRIES {
        let (inner, claim, bundles, known) = (context.clone(), claim.clone(), bundles.clone(), known.clone());
        let frame = claim.clone();
        let written = context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    Prepare { context: &inner, tx, claim: &claim, now }.run(bundles, &known, limit).await
                })
            })
            .await;
        if is_stale(&written) {
            continue;
        }
        let (messages, settled) = written?;
        return Ok(Some(Turn { claim: frame, secrets, messages, settled: settled + put_off }));
    }
    Err(StoreError::Stale.into())
}

/// The messages of the turn: what is due, as far as the pace of its campaign lets it leave now. Tells how many were put off.
async fn admitted(context: &Context, claim: &Claim, now: Timestamp, limit: u64) -> Outcome<(Vec<Delivery>, u64)> {
    let tenant = context.db.tenant(claim.organisation);
    let due = tenant.due_deliveries(claim.receiver.id, now, limit).await?;
    let pacings = pace::paced(&tenant, &due).await?;
    if pacings.is_empty() {
        return Ok((due, 0));
    }
    let (inner, claim) = (context.clone(), claim.clone());
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                tx.hold_lease(claim.receiver.id, claim.lease, inner.lease_end()).await?;
                pace::admit(tx, claim.organisation, claim.receiver.id, &pacings, due, now).await
            })
        })
        .await
}

/// Every secret of the receiver that is valid now, and the instance's own key, or two while one hands over to the next.
fn signing(context: &Context, claim: &Claim, now: Timestamp) -> Outcome<Vec<SigningSecret>> {
    let mut secrets = WebhookSecrets::open(&context.keys, &claim.receiver)?.signing(now)?;
    let own = context.keys.all_signing(KeyPurpose::Webhook);
    secrets.extend(own.iter().map(|key| SigningSecret::from(key.as_ref())));
    Ok(secrets)
}

/// How many requests of a bundle may be spoken of, and their right.
type Bundle = (i32, Option<crate::domain::right::Right>);

async fn leave_bundle(context: &Context, claim: &Claim, bundle: &Delivery) -> Outcome<Bundle> {
    let (mut after, mut count, mut right) = (None, 0, None);
    let id = bundle.id;
    loop {
        let mut page = Err(StoreError::Stale.into());
        for _ in 0..TRIES {
            let (inner, claim, bundle) = (context.clone(), claim.clone(), bundle.clone());
            page = context
                .db
                .write(move |tx| {
                    Box::pin(async move {
                        tx.hold_lease(claim.receiver.id, claim.lease, inner.lease_end()).await?;
                        let requests = tx.tenant(claim.organisation).requests_of_dispatch(id, after, CHUNK).await?;
                        let last = requests.last().map(|request| request.id);
                        let full = requests.len() as u64 == CHUNK;
                        let (count, right) = leave_page(&inner, tx, &claim, &bundle, requests).await?;
                        Ok::<_, Failure>((count, right, last.filter(|_| full)))
                    })
                })
                .await;
            if !is_stale(&page) {
                break;
            }
        }
        let (more, of, last) = page?;
        count += more;
        right = right.or(of);
        if last.is_none() {
            return Ok((count, right));
        }
        after = last;
    }
}

async fn leave_page(
    context: &Context,
    tx: &Tx,
    claim: &Claim,
    bundle: &Delivery,
    requests: Vec<Request>,
) -> Outcome<Bundle> {
    let now = context.clock.now();
    let Some(controller) = controller_of(tx, bundle).await? else { return Ok((0, None)) };
    let leaving = Leaving {
        organisation: claim.organisation,
        controller: &controller,
        at: now,
        author: Author::System,
        actor: "system",
    };
    let left = leave(context, tx, &leaving, requests).await?;
    let mut trouble = Trouble::new(context, now);
    detach(tx, &mut trouble, bundle, left.refused).await?;
    trouble.write(tx, claim.organisation).await?;
    Ok((i32::try_from(left.sendable.len()).unwrap_or(i32::MAX), left.right))
}

/// Takes requests that may not leave out of their message, one task for each reason. They go on their way again when they are
/// released.
pub(super) async fn detach(
    tx: &Tx,
    trouble: &mut Trouble<'_>,
    delivery: &Delivery,
    refused: Vec<(Request, &'static str)>,
) -> Outcome<()> {
    let mut reasons: BTreeMap<&'static str, Vec<RequestId>> = BTreeMap::new();
    let mut detached = Vec::with_capacity(refused.len());
    for (mut request, reason) in refused {
        reasons.entry(reason).or_default().push(request.id);
        request.dispatch_id = None;
        request.version += 1;
        detached.push(request);
    }
    for (reason, requests) in reasons {
        trouble.hold_back(delivery, &requests, reason);
    }
    tx.save_requests(&detached).await?;
    Ok(())
}

pub(super) async fn controller_of(tx: &Tx, delivery: &Delivery) -> Outcome<Option<Controller>> {
    match delivery.controller {
        Some(id) => Ok(tx.controller(id, Viewer::Service).await?),
        None => Ok(None),
    }
}

/// The last transaction before sending.
struct Prepare<'a> {
    context: &'a Context,
    tx: &'a Tx,
    claim: &'a Claim,
    now: Timestamp,
}

impl Prepare<'_> {
    async fn run(
        self,
        bundles: HashMap<DeliveryId, Bundle>,
        known: &HashSet<DeliveryId>,
        limit: u64,
    ) -> Outcome<(Vec<Outgoing>, u64)> {
        let (tx, claim) = (self.tx, self.claim);
        tx.hold_lease(claim.receiver.id, claim.lease, self.context.lease_end()).await?;
        let tenant = tx.tenant(claim.organisation);
        let mut due = tenant.due_deliveries(claim.receiver.id, self.now, limit).await?;
        // What became due since waits for the next turn.
        due.retain(|delivery| known.contains(&delivery.id));
        let organisation =
            tx.organisation(claim.organisation).await?.ok_or(Failure::Defect("a delivery without its organisation"))?;
        let mut trouble = Trouble::new(self.context, self.now);
        let fates = self.judge(&due, &bundles, &mut trouble).await?;
        let (mut begun, mut items, mut messages, mut settled) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for delivery in due {
            let Some((requests, right)) = fates.get(&delivery.id).copied() else { continue };
            let by_feed = delivery.channel == ChannelKind::Feed;
            let requests = self.recounted(&delivery, requests).await?;
            if requests == 0 && delivery.controller.is_some() && !is_test(&delivery) {
                settled.push(end(&delivery, DeliveryState::Cancelled, self.now));
                continue;
            }
            let data = match delivery.controller {
                Some(controller) if !is_complete(&delivery) => {
                    let (request, kind) = (delivery.request, delivery.kind.clone());
                    items.push(InboxItem { controller, id: delivery.id, kind, request, requests });
                    complete(self.context, &delivery, &organisation, right, requests)
                }
                _ => delivery.payload.clone(),
            };
            if by_feed {
                settled.push(end(&delivery, DeliveryState::Delivered, self.now));
                continue;
            }
            let (attempts, id) = (delivery.attempts, delivery.id);
            begun.push(Begun { id, attempts, payload: data.to_string(), requests });
            let timestamp = timestamp(&delivery);
            messages.push(Outgoing { attempt: attempts + 1, data, timestamp, delivery });
        }
        tx.begin_attempts(claim.organisation, &begun, self.now).await?;
        tx.add_inbox_items(claim.organisation, items, self.now).await?;
        tx.settle_deliveries(claim.organisation, &settled).await?;
        trouble.write(tx, claim.organisation).await?;
        Ok((messages, settled.len() as u64))
    }

    /// The requests of a bundle left before this transaction, some of them may have been withdrawn since: what the controller
    /// is told is how many there are now. What was announced once stays as it was said.
    async fn recounted(&self, delivery: &Delivery, requests: i32) -> Outcome<i32> {
        if delivery.kind != MessageKind::RequestsFiled.as_str() || is_complete(delivery) {
            return Ok(requests);
        }
        let count = self.tx.tenant(self.claim.organisation).count_sent_of_dispatch(delivery.id).await?;
        Ok(requests.min(i32::try_from(count).unwrap_or(i32::MAX)))
    }

    /// For each message that can be decided on now: how many requests it may speak of, and their right.
    async fn judge(
        &self,
        due: &[Delivery],
        bundles: &HashMap<DeliveryId, Bundle>,
        trouble: &mut Trouble<'_>,
    ) -> Outcome<HashMap<DeliveryId, Bundle>> {
        let mut fates: HashMap<DeliveryId, Bundle> = HashMap::new();
        let (mut filed, mut later) = (HashMap::new(), HashMap::new());
        for delivery in due {
            let kind: Option<MessageKind> = delivery.kind.parse().ok();
            match (delivery.controller, kind, delivery.request) {
                // An event for an endpoint of the organisation.
                (None, ..) => drop(fates.insert(delivery.id, (delivery.requests, None))),
                (_, Some(MessageKind::RequestsFiled), _) => {
                    // A bundle that became due since waits for the next turn.
                    if let Some(known) = bundles.get(&delivery.id) {
                        fates.insert(delivery.id, *known);
                    }
                }
                (_, Some(MessageKind::RequestFiled), Some(request)) => drop(filed.insert(request, delivery)),
                (_, Some(kind), Some(request)) if kind.act().is_some() => {
                    later.insert(delivery.id, request);
                }
                _ => drop(fates.insert(delivery.id, (delivery.requests.max(1), None))),
            }
        }
        let Some(delivery) = due.iter().find(|delivery| delivery.controller.is_some()) else { return Ok(fates) };
        let Some(controller) = controller_of(self.tx, delivery).await? else { return Ok(fates) };
        let leaving = Leaving {
            organisation: self.claim.organisation,
            controller: &controller,
            at: self.now,
            author: Author::System,
            actor: "system",
        };
        let tenant = self.tx.tenant(self.claim.organisation);
        let ids: Vec<RequestId> = filed.keys().copied().collect();
        for delivery in filed.values() {
            fates.insert(delivery.id, (0, None));
        }
        let left = leave(self.context, self.tx, &leaving, tenant.requests(&ids).await?).await?;
        for (request, _) in &left.sendable {
            if let Some(delivery) = filed.get(request) {
                fates.insert(delivery.id, (1, left.right));
            }
        }
        for (request, reason) in left.refused {
            if let Some(delivery) = filed.get(&request.id).copied() {
                detach(self.tx, trouble, delivery, vec![(request, reason)]).await?;
            }
        }
        let ids: HashSet<RequestId> = later.values().copied().collect();
        let requests = tenant.requests(&ids.into_iter().collect::<Vec<_>>()).await?;
        let permits = covered(self.tx, &leaving, &requests, crate::domain::mandate::Act::Message).await?;
        for delivery in due {
            let Some(request) = later.get(&delivery.id) else { continue };
            match permits.get(request) {
                Some(Ok(permit)) => drop(fates.insert(delivery.id, (1, Some(permit.right())))),
                Some(Err(refusal)) => {
                    trouble.open_task(delivery, 1, refusal.code().as_str());
                    fates.insert(delivery.id, (0, None));
                }
                None => drop(fates.insert(delivery.id, (0, None))),
            }
        }
        Ok(fates)
    }
}

/// A test message speaks of no request.
fn is_test(delivery: &Delivery) -> bool {
    delivery.kind == MessageKind::EndpointTest.as_str()
}

/// A delivery that needs no more attempts.
pub(super) fn end(delivery: &Delivery, state: DeliveryState, at: Timestamp) -> Settled {
    Settled {
        id: delivery.id,
        state,
        attempts: delivery.attempts,
        next_attempt_at: None,
        last_failure: delivery.last_failure,
        settled_at: Some(at),
    }
}
