//! Lanes without a receiver that takes messages: what a controller fetches itself is put into its feed, a simulated controller hears
//! it at once, and everything else becomes tasks.

use entity::id::RequestId;

use crate::domain::controller::ChannelKind;
use crate::domain::deadline::{Receipt, ReceiptKind};
use crate::domain::delivery::{DeliveryState, MessageKind};
use crate::domain::request::Author;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::sandbox;
use crate::store::{Delivery, InboxItem, StoreError, StrandedLane, Tx};

use super::begin::{controller_of, detach, end};
use super::leave::{Leaving, leave};
use super::message::is_complete;
use super::pace;
use super::receipts::deliver_receipts;
use super::trouble::Trouble;
use super::{CHUNK, TRIES, is_stale};

/// Messages of one transaction.
const MESSAGES: u64 = 50;
/// Requests after which no further message is taken into a transaction.
const REQUESTS: i32 = 1_000;
/// Why such a message is given up.
const REASON: &str = "receiver_disabled";

/// Settles due messages of one lane. Tells how many.
pub async fn strand(context: &Context) -> Outcome<u64> {
    let mut written = Ok(0);
    for _ in 0..TRIES {
        let inner = context.clone();
        written = context.db.write(move |tx| Box::pin(async move { serve(&inner, tx).await })).await;
        if !is_stale(&written) {
            return written;
        }
    }
    written
}

async fn serve(context: &Context, tx: &Tx) -> Outcome<u64> {
    let due_by = context.clock.now();
    let Some(lane) = tx.hold_stranded_lane(context.reach(), due_by).await? else { return Ok(0) };
    let context = &context.of_in(tx, lane.organisation).await?;
    let now = context.clock.now();
    let due = tx.tenant(lane.organisation).due_deliveries(lane.receiver, now, MESSAGES).await?;
    // What nobody takes becomes tasks at once; only what a controller fetches has a pace.
    let fetched = due.iter().all(|delivery| is_taken(delivery.channel));
    let paced = if fetched { due.as_slice() } else { &[] };
    let pacings = pace::paced(&tx.tenant(lane.organisation), paced).await?;
    let (due, _) = pace::admit(tx, lane.organisation, lane.receiver, &pacings, due, now).await?;
    let (mut settled, mut items, mut requests) = (Vec::new(), Vec::new(), 0);
    let mut trouble = Trouble::new(context, now);
    for delivery in due {
        if requests >= REQUESTS {
            break;
        }
        requests += delivery.requests.max(1);
        if !is_taken(delivery.channel) {
            trouble.give_up(&delivery, REASON);
            settled.push(end(&delivery, DeliveryState::Failed, now));
            continue;
        }
        let sendable = take(context, tx, lane, &delivery, &mut trouble).await?;
        let Some(controller) = delivery.controller.filter(|_| sendable > 0) else {
            settled.push(end(&delivery, DeliveryState::Cancelled, now));
            continue;
        };
        if delivery.channel == ChannelKind::Feed && !is_complete(&delivery) {
            let (kind, request) = (delivery.kind.clone(), delivery.request);
            items.push(InboxItem { controller, id: delivery.id, kind, request, requests: sendable });
        }
        settled.push(end(&delivery, DeliveryState::Delivered, now));
    }
    tx.add_inbox_items(lane.organisation, items, now).await?;
    tx.settle_deliveries(lane.organisation, &settled).await?;
    trouble.write(tx, lane.organisation).await?;
    tx.settle_lane(lane.organisation, lane.receiver, now).await?;
    // A lane that was due without a message counts too: it has been put right.
    Ok((settled.len() as u64).max(1))
}

/// Whether a message that goes this way is taken although nothing is sent.
const fn is_taken(channel: ChannelKind) -> bool {
    matches!(channel, ChannelKind::Feed | ChannelKind::Simulated)
}

/// How many requests the message speaks of. They are sent now, and received when the controller fetches them (D-2); a simulated one
/// has them at once.
async fn take(
    context: &Context,
    tx: &Tx,
    lane: StrandedLane,
    delivery: &Delivery,
    trouble: &mut Trouble<'_>,
) -> Outcome<i32> {
    let kind: MessageKind = delivery.kind.parse().map_err(|_| StoreError::corrupt("delivery", "kind", delivery.id))?;
    let simulated = delivery.channel == ChannelKind::Simulated;
    if !matches!(kind, MessageKind::RequestFiled | MessageKind::RequestsFiled) {
        if let (true, MessageKind::InformationSupplied, Some(request)) = (simulated, kind, delivery.request) {
            sandbox::hear_of(context, tx, lane.organisation, request).await?;
        }
        return Ok(1);
    }
    let Some(controller) = controller_of(tx, delivery).await? else { return Ok(0) };
    let leaving = Leaving {
        organisation: lane.organisation,
        controller: &controller,
        at: context.clock.now(),
        author: Author::System,
        actor: "system",
    };
    let (mut after, mut sendable) = (None, 0);
    loop {
        let requests = tx.tenant(lane.organisation).requests_of_dispatch(delivery.id, after, CHUNK).await?;
        after = requests.last().map(|request| request.id).filter(|_| requests.len() as u64 == CHUNK);
        let left = leave(context, tx, &leaving, requests).await?;
        sendable += i32::try_from(left.sendable.len()).unwrap_or(i32::MAX);
        if simulated {
            let ids: Vec<RequestId> = left.sendable.iter().map(|(request, _)| *request).collect();
            receive(context, tx, &leaving, &ids).await?;
        }
        detach(tx, trouble, delivery, left.refused).await?;
        if after.is_none() {
            return Ok::<_, Failure>(sendable);
        }
    }
}

/// A simulated controller gets requests.
async fn receive(context: &Context, tx: &Tx, leaving: &Leaving<'_>, ids: &[RequestId]) -> Outcome<()> {
    let organisation = leaving.organisation;
    let requests = tx.tenant(organisation).requests(ids).await?;
    let receipt = Receipt::at(ReceiptKind::DeliveryConfirmation, leaving.at);
    let requests = requests.into_iter().map(|request| (request, receipt)).collect();
    deliver_receipts(context, tx, organisation, requests, leaving.at, leaving.author, leaving.actor).await?;
    sandbox::hear(context, tx, organisation, leaving.controller, ids).await
}
