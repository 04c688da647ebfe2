//! Where an entry comes from, and what its source said beside what the service uses.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::controller::RetirementReason;
use crate::domain::text_enum;
use crate::ingest::directory::{DirectoryEntry, ObsoleteEntry};
use crate::service::failure::{Failure, Outcome};

text_enum! {
    /// Who wrote an entry.
    pub enum EntryOrigin {
        /// An operator of this instance.
        Operator = "operator",
        /// The organisation that uses it.
        Organisation = "organisation",
        /// An import of the open directory.
        OpenDirectory = "open_directory",
    }
}

/// The source of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EntrySource {
    /// Who wrote it.
    pub origin: EntryOrigin,
    /// Where its facts can be seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// Remarks of its authors, in their language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<String>,
    /// What was not certain when it was imported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(example = json!(["subdivision_unknown"]))]
    pub notes: Vec<String>,
    /// Countries whose people the entry serves (ISO 3166-1); empty when it serves all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relevant_countries: Vec<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Fax number; nothing is sent there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fax: Option<String>,
    /// The controller's main site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<String>,
    /// Fingerprint of the PGP key of its e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pgp_fingerprint: Option<String>,
    /// Where that key is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pgp_url: Option<String>,
    /// Why the entry is no longer used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retirement: Option<RetirementReason>,
    /// Whether the controller's offer is for adults only.
    #[serde(default)]
    pub adults_only: bool,
}

impl EntrySource {
    /// A source of which nothing more is known.
    pub fn of(origin: EntryOrigin) -> Self {
        Self {
            origin,
            addresses: Vec::new(),
            comments: Vec::new(),
            notes: Vec::new(),
            relevant_countries: Vec::new(),
            phone: None,
            fax: None,
            web: None,
            pgp_fingerprint: None,
            pgp_url: None,
            retirement: None,
            adults_only: false,
        }
    }

    /// The source of an imported entry.
    pub(super) fn of_entry(entry: &DirectoryEntry) -> Self {
        Self {
            addresses: entry.sources.clone(),
            comments: entry.comments.clone(),
            notes: entry.notes.iter().map(|note| note.as_str().to_owned()).collect(),
            relevant_countries: entry.relevant_countries.clone(),
            phone: entry.contact.phone.clone(),
            fax: entry.contact.fax.clone(),
            web: entry.contact.web.clone(),
            pgp_fingerprint: entry.contact.pgp_fingerprint.clone(),
            pgp_url: entry.contact.pgp_url.clone(),
            adults_only: entry.adults_only,
            ..Self::of(EntryOrigin::OpenDirectory)
        }
    }

    /// The source of an imported record that is no longer used.
    pub(super) fn of_obsolete(entry: &ObsoleteEntry) -> Self {
        Self {
            addresses: entry.sources.clone(),
            retirement: Some(entry.reason),
            ..Self::of(EntryOrigin::OpenDirectory)
        }
    }

    /// As it is stored.
    pub(super) fn to_json(&self) -> Outcome<serde_json::Value> {
        serde_json::to_value(self).map_err(|_| Failure::Defect("the source of an entry is not JSON"))
    }

    /// As it was stored.
    pub fn from_json(stored: &serde_json::Value) -> Option<Self> {
        serde_json::from_value(stored.clone()).ok()
    }
}
