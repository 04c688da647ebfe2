//! Later messages to controllers about requests that were sent before, each by the channel through which its request went.

use std::collections::BTreeMap;

use entity::id::OrganisationId;
use serde_json::Value;

use crate::domain::delivery::MessageKind;
use crate::store::{NewMessage, Request, Tx};

use super::context::Context;
use super::failure::Outcome;

/// Writes a thin message about each request; `data` makes its ids and words. What a person has to deliver gets its task. A
/// request that no message has carried yet has nobody to be told.
pub(super) async fn tell(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    requests: &[&Request],
    kind: MessageKind,
    data: impl Fn(&Request) -> Value,
) -> Outcome<()> {
    let mut dispatches: Vec<_> = requests.iter().filter_map(|request| request.dispatch_id).collect();
    dispatches.sort_unstable();
    dispatches.dedup();
    let channels: BTreeMap<_, _> = tx.channels_of(organisation, &dispatches).await?.into_iter().collect();
    let message = |request: &&Request| {
        let channel = *channels.get(&request.dispatch_id?)?;
        Some(NewMessage {
            id: context.ids.next(),
            controller: request.controller_id,
            channel,
            kind,
            request: Some(request.id),
            requests: 1,
            campaign: None,
            payload: data(request),
            by_hand: channel.is_by_hand().then(|| context.ids.next()),
            at: context.clock.now(),
        })
    };
    let messages: Vec<NewMessage> = requests.iter().filter_map(message).collect();
    Ok(tx.add_messages(organisation, &messages).await?)
}
