//! JSON of the inbox.

use entity::id::{DeliveryId, OrganisationId, RequestId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::request::{ClockState, Lifecycle};
use crate::domain::right::Right;
use crate::store::{FeedItem, Request};

/// A page of the feed. Unlike a list it has no end: keep the cursor and ask again later.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct InboxPage {
    /// Messages in the order of the feed.
    pub items: Vec<InboxMessage>,
    /// Where the next page starts; the same as before when nothing is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// A message in the feed: thin, without personal data.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct InboxMessage {
    /// Its id, also the `webhook-id` of the same message.
    pub id: DeliveryId,
    /// What it says. New words may be added.
    #[schema(example = "request.filed", extensions(("x-extensible-enum" = json!("MessageKind"))))]
    pub kind: String,
    /// Who sent it.
    pub organisation_id: OrganisationId,
    /// The request it is about; absent for a bundle, whose requests are listed under its own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<RequestId>,
    /// How many requests it carries.
    pub request_count: i32,
    /// When it was sent.
    pub created_at: Timestamp,
}

impl From<FeedItem> for InboxMessage {
    fn from(item: FeedItem) -> Self {
        Self {
            id: item.id,
            kind: item.kind,
            organisation_id: item.organisation,
            request_id: item.request,
            request_count: item.requests,
            created_at: item.created_at,
        }
    }
}

/// A request of a bundle, without personal data.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct InboxEntry {
    /// Its id.
    pub request_id: RequestId,
    /// Which right is exercised.
    pub right: Right,
    /// How far it has come.
    pub lifecycle: Lifecycle,
    /// The clock.
    pub clock: ClockState,
    /// Last day to answer, to extend or to refuse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_deadline: Option<Date>,
}

impl From<&Request> for InboxEntry {
    fn from(row: &Request) -> Self {
        Self {
            request_id: row.id,
            right: row.standing.right,
            lifecycle: row.standing.state.lifecycle,
            clock: row.standing.state.clock,
            first_deadline: row.standing.deadline.as_ref().and_then(|deadline| deadline.first_deadline),
        }
    }
}
