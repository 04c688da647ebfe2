//! The messages that carry a chunk's requests: one each, or bundles that grow from chunk to chunk until they are full or leave.

use std::collections::HashMap;

use entity::id::{ControllerId, DeliveryId, RequestId};
use serde::{Deserialize, Serialize};

use crate::domain::controller::{Channel, WEBHOOK_BUNDLE_DEFAULT, WebhookMode};
use crate::domain::delivery::MessageKind;
use crate::domain::pacing::Pacing;
use crate::store::ids::Ids;
use crate::store::{FiledDelivery, FilingFrame, FilingRows, NewBundle};

use super::plan::Target;

/// A bundle that has room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenBundle {
    id: DeliveryId,
    count: u32,
}

/// Bundles that the next chunk can fill further, by controller. Kept with the checkpoint of the batch.
pub type OpenBundles = HashMap<ControllerId, OpenBundle>;

/// A bundle in the making.
struct Bundle {
    id: DeliveryId,
    /// Requests it had before this chunk.
    before: u32,
    count: u32,
}

/// Gathers the messages of a chunk.
pub(super) struct Outgoing<'a> {
    frame: &'a FilingFrame,
    ids: &'a Ids,
    /// Per position of the plan: finished bundles and the one that has room.
    bundles: HashMap<usize, Vec<Bundle>>,
    open: OpenBundles,
}

/// How many requests one message of a channel carries. People who deliver by hand get one task for many. What a program sends
/// carries no more than the pace of the campaign lets through at one time.
pub(in crate::service) fn bundle_size(channel: &Channel, pacing: Option<Pacing>) -> u32 {
    let most = pacing.filter(|_| !channel.kind().is_by_hand()).map_or(u32::MAX, |pacing| pacing.requests);
    let size = match channel {
        Channel::Webhook { mode: WebhookMode::Single, .. } => 1,
        Channel::Webhook { max_bundle, .. } => *max_bundle,
        Channel::Feed {}
        | Channel::Simulated { .. }
        | Channel::Email { .. }
        | Channel::Portal { .. }
        | Channel::Post { .. } => WEBHOOK_BUNDLE_DEFAULT,
    };
    size.min(most)
}

impl<'a> Outgoing<'a> {
    pub(super) fn new(frame: &'a FilingFrame, ids: &'a Ids, open: OpenBundles) -> Self {
        Self { frame, ids, bundles: HashMap::new(), open }
    }

    /// The message that will carry a request to a controller.
    pub(super) fn take(
        &mut self,
        position: usize,
        target: &Target,
        channel: &Channel,
        request: RequestId,
        rows: &mut FilingRows,
    ) -> DeliveryId {
        let size = bundle_size(channel, self.frame.pacing);
        if size == 1 {
            let id = self.ids.next();
            rows.delivery(self.frame, self.single(id, target, channel, request));
            return id;
        }
        let bundles = self.bundles.entry(position).or_insert_with(|| {
            let open = self.open.remove(&target.id).filter(|bundle| bundle.count < size);
            open.map(|bundle| Bundle { id: bundle.id, before: bundle.count, count: bundle.count }).into_iter().collect()
        });
        match bundles.last_mut().filter(|bundle| bundle.count < size) {
            Some(bundle) => {
                bundle.count += 1;
                bundle.id
            }
            None => {
                let id = self.ids.next();
                bundles.push(Bundle { id, before: 0, count: 1 });
                id
            }
        }
    }

    fn single(&self, id: DeliveryId, target: &Target, channel: &Channel, request: RequestId) -> FiledDelivery {
        let payload = serde_json::json!({ "controller_id": target.id, "request_id": request });
        FiledDelivery {
            id,
            controller: target.id,
            channel: channel.kind(),
            kind: MessageKind::RequestFiled,
            request: Some(request),
            requests: 1,
            payload: payload.to_string(),
            task: None,
        }
    }

    /// Adds the bundles to the rows; gives those that have room.
    pub(super) fn finish(mut self, targets: &[Target], rows: &mut FilingRows) -> OpenBundles {
        let mut positions: Vec<usize> = self.bundles.keys().copied().collect();
        positions.sort_unstable();
        for position in positions {
            let target = &targets[position];
            let Some(channel) = &target.channel else { continue };
            for bundle in self.bundles.remove(&position).unwrap_or_default() {
                let payload = serde_json::json!({
                    "controller_id": target.id, "delivery_id": bundle.id, "request_count": bundle.count,
                })
                .to_string();
                if bundle.count < bundle_size(channel, self.frame.pacing) {
                    self.open.insert(target.id, OpenBundle { id: bundle.id, count: bundle.count });
                }
                let more = i32::try_from(bundle.count - bundle.before).unwrap_or(i32::MAX);
                match (bundle.before, more) {
                    (_, 0) => {}
                    (0, _) => rows.delivery(
                        self.frame,
                        FiledDelivery {
                            id: bundle.id,
                            controller: target.id,
                            channel: channel.kind(),
                            kind: MessageKind::RequestsFiled,
                            request: None,
                            requests: more,
                            payload,
                            task: channel.kind().is_by_hand().then(|| self.ids.next()),
                        },
                    ),
                    _ => rows.bundle(NewBundle { id: bundle.id, more, payload }),
                }
            }
        }
        self.open
    }
}
