//! JSON of events.

use entity::id::{EventId, RequestId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::store;

/// Something that happened. No personal data.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// Dotted word; new ones may be added.
    #[schema(example = "request.received", extensions(("x-extensible-enum" = json!("EventKind"))))]
    pub kind: String,
    /// The request it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<RequestId>,
    /// Its number within the request, from 1 without gaps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<i32>,
    /// Id of what it is about, when that is not a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Ids and dates.
    #[schema(value_type = Object)]
    pub data: serde_json::Value,
    /// Id of who caused it, or `system`.
    pub author: String,
    /// When.
    pub occurred_at: Timestamp,
}

impl From<store::Event> for Event {
    fn from(row: store::Event) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            request_id: row.request_id,
            seq: row.seq,
            subject: row.subject,
            data: row.data,
            author: row.author,
            occurred_at: row.at,
        }
    }
}

/// A page of the feed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct EventPage {
    /// The events, in the order in which they became visible.
    pub items: Vec<Event>,
    /// Where to go on, now or later. Always there; keep it.
    pub next_cursor: String,
    /// Address of what follows, relative to the server.
    pub next: String,
    /// Whether more events are there already.
    pub more: bool,
}
