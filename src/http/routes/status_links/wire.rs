//! JSON of links to status pages.

use entity::id::{DataSubjectId, StatusLinkId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::service::status_links::{self, Entry};

/// A new link to the page of a person.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "expires_at": "2027-06-30T22:00:00Z" }))]
pub struct NewStatusLink {
    /// From when on it leads nowhere. Without one it leads to the page until it is revoked or the person is erased.
    pub expires_at: Option<Timestamp>,
}

impl From<NewStatusLink> for status_links::NewLink {
    fn from(new: NewStatusLink) -> Self {
        Self { expires_at: new.expires_at }
    }
}

/// A link to the page on which a person sees what is done in their name.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct StatusLink {
    /// Its id.
    pub id: StatusLinkId,
    /// Whose page it leads to.
    pub data_subject_id: DataSubjectId,
    /// The secret address, in the answer that makes it alone. Give it to the person: whoever has it sees the page and can take
    /// mandates back. It cannot be shown again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "https://recourse.example/status/8l4nWZ0eH1mB3yUO2cYkqvTSk6n0iTPsXQ8dK1a2b3c")]
    pub url: Option<String>,
    /// From when on it leads nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<Timestamp>,
}

impl From<&Entry> for StatusLink {
    fn from(entry: &Entry) -> Self {
        let link = &entry.link;
        Self {
            id: link.id,
            data_subject_id: link.data_subject,
            url: entry.url.as_ref().map(|url| url.expose().clone()),
            expires_at: link.expires_at,
            created_at: link.created_at,
            revoked_at: link.revoked_at,
        }
    }
}
