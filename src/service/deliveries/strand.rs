//! Lanes without a receiver that takes messages: what a controller fetches itself is put into its feed, everything else becomes
//! tasks.

use crate::domain::controller::ChannelKind;
use crate::domain::delivery::{DeliveryState, MessageKind};
use crate::domain::request::Author;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Delivery, InboxItem, StoreError, StrandedLane, Tx};

use super::begin::{controller_of, detach, end};
use super::leave::{Leaving, leave};
use super::message::is_complete;
use super::pace;
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
    let now = context.clock.now();
    let Some(lane) = tx.hold_stranded_lane(now).await? else { return Ok(0) };
    let due = tx.tenant(lane.organisation).due_deliveries(lane.receiver, now, MESSAGES).await?;
    // What nobody takes becomes tasks at once; only what a controller fetches has a pace.
    let fetched = due.iter().all(|delivery| delivery.channel == ChannelKind::Feed);
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
        if delivery.channel != ChannelKind::Feed {
            trouble.give_up(&delivery, REASON);
            settled.push(end(&delivery, DeliveryState::Failed, now));
            continue;
        }
        let sendable = put_into_feed(context, tx, lane, &delivery, &mut trouble).await?;
        let Some(controller) = delivery.controller.filter(|_| sendable > 0) else {
            settled.push(end(&delivery, DeliveryState::Cancelled, now));
            continue;
        };
        if !is_complete(&delivery) {
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

/// How many requests the message speaks of. They are sent now and received when the controller fetches them (D-2).
async fn put_into_feed(
    context: &Context,
    tx: &Tx,
    lane: StrandedLane,
    delivery: &Delivery,
    trouble: &mut Trouble<'_>,
) -> Outcome<i32> {
    let kind: MessageKind = delivery.kind.parse().map_err(|_| StoreError::corrupt("delivery", "kind", delivery.id))?;
    if !matches!(kind, MessageKind::RequestFiled | MessageKind::RequestsFiled) {
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
        detach(tx, trouble, delivery, left.refused).await?;
        if after.is_none() {
            return Ok::<_, Failure>(sendable);
        }
    }
}
