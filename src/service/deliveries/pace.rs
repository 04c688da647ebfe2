//! The pace of campaigns (B-2): which due messages of a lane may leave now, and which are put off to a window that has room.
//!
//! The lane itself knows no pace: what is put off is simply due later. So the pace of a campaign holds back neither other campaigns
//! nor other organisations, and the receiver's own pace holds beside it.

use std::collections::{BTreeMap, BTreeSet};

use entity::id::{CampaignId, OrganisationId, ReceiverId};
use jiff::Timestamp;

use crate::domain::pacing::{Pace, Pacing, Turn};
use crate::service::failure::Outcome;
use crate::store::{Delivery, Reads, Tenant, Tx};

/// The paced campaigns among those whose requests these messages would bring for the first time.
pub(super) async fn paced<C: Reads>(tenant: &Tenant<'_, C>, due: &[Delivery]) -> Outcome<BTreeMap<CampaignId, Pacing>> {
    let campaigns: BTreeSet<CampaignId> = due.iter().filter_map(first_of).collect();
    Ok(tenant.pacings(&campaigns.into_iter().collect::<Vec<_>>()).await?)
}

/// A message that was tried before is the same message again, and counts no more.
fn first_of(delivery: &Delivery) -> Option<CampaignId> {
    delivery.campaign.filter(|_| delivery.attempts == 0)
}

/// Lets the messages pass that may leave now, and puts the others off, within a transaction that holds the receiver's lease or
/// its lane. Tells how many were put off.
pub(super) async fn admit(
    tx: &Tx,
    organisation: OrganisationId,
    receiver: ReceiverId,
    pacings: &BTreeMap<CampaignId, Pacing>,
    due: Vec<Delivery>,
    now: Timestamp,
) -> Outcome<(Vec<Delivery>, u64)> {
    if pacings.is_empty() {
        return Ok((due, 0));
    }
    let mut paces = tx.tenant(organisation).paces(receiver, pacings.keys().copied()).await?;
    let (mut admitted, mut off) = (Vec::with_capacity(due.len()), Vec::new());
    for delivery in due {
        let paced = first_of(&delivery).and_then(|campaign| Some((campaign, *pacings.get(&campaign)?)));
        let turn = paced.map_or(Turn::Now, |(campaign, pacing)| {
            let requests = u32::try_from(delivery.requests).unwrap_or(0).max(1);
            paces.entry(campaign).or_insert_with(|| Pace::starting(now)).admit(pacing, requests, now)
        });
        match turn {
            Turn::Now => admitted.push(delivery),
            Turn::From(from) => off.push((delivery.id, from)),
        }
    }
    tx.put_off(organisation, &off).await?;
    for (campaign, pace) in paces {
        tx.set_pace(organisation, receiver, campaign, pace).await?;
    }
    Ok((admitted, off.len() as u64))
}
