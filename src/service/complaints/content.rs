//! What the organisation itself writes in a complaint, sealed under its key: it may tell of people.

use entity::id::{ComplaintEntryId, ComplaintId, OrganisationId};
use serde::{Deserialize, Serialize};

use crate::crypto::keyring::place;
use crate::crypto::{Binding, OrganisationKeys, Personal};
use crate::domain::place::Place;
use crate::service::failure::{Failure, Outcome};

/// A text of the organisation, and whether it is confidential (C-6).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The text; a line break begins a new paragraph.
    pub text: String,
    /// Why it is left out of the version for others, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidential: Option<String>,
}

/// Who signs.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// Name.
    pub name: String,
    /// Office: president, board, counsel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Where it is signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<String>,
}

/// Where things took place, as far as the choice of the authority depends on it (C-1). For many people: where most of them do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// Where the people live.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residence: Option<Place>,
    /// Where they work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Place>,
    /// Where the infringement took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub infringement: Option<Place>,
}

/// What the organisation wrote.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    /// What happened, in its words.
    pub description: Vec<Passage>,
    /// What it asks of the authority.
    pub remedies: Vec<Passage>,
    /// Who signs.
    pub signatory: Option<Signatory>,
    /// Where things took place.
    pub places: Places,
}

impl Content {
    fn binding(organisation: OrganisationId, id: ComplaintId) -> Binding {
        place::COMPLAINT.of(organisation.0, id.0)
    }

    pub(super) fn seal(&self, keys: &OrganisationKeys, id: ComplaintId) -> Outcome<Vec<u8>> {
        let json = serde_json::to_vec(self).map_err(|_| Failure::Defect("what a complaint says is not JSON"))?;
        let json = Personal::new(json);
        Ok(keys.seal(&Self::binding(OrganisationId(keys.organisation()), id), json.expose())?)
    }

    pub(super) fn open(keys: &OrganisationKeys, id: ComplaintId, sealed: &[u8]) -> Outcome<Self> {
        let json = keys.open(&Self::binding(OrganisationId(keys.organisation()), id), sealed)?;
        serde_json::from_slice(json.expose()).map_err(|_| Failure::Defect("what a complaint says cannot be read"))
    }
}

/// What takes the place of what the organisation wrote, once its time is over.
///
/// # Errors
/// When it cannot be sealed.
pub fn blank(keys: &OrganisationKeys, id: ComplaintId) -> Outcome<Vec<u8>> {
    Content::default().seal(keys, id)
}

fn entry_binding(organisation: OrganisationId, id: ComplaintEntryId) -> Binding {
    place::COMPLAINT_ENTRY.of(organisation.0, id.0)
}

/// Seals what was said with a step.
pub(super) fn seal_entry(keys: &OrganisationKeys, id: ComplaintEntryId, text: &str) -> Outcome<Vec<u8>> {
    Ok(keys.seal(&entry_binding(OrganisationId(keys.organisation()), id), text.as_bytes())?)
}

/// Opens what was said with a step.
pub(super) fn open_entry(keys: &OrganisationKeys, id: ComplaintEntryId, sealed: &[u8]) -> Outcome<Personal<String>> {
    Ok(keys.open_text(&entry_binding(OrganisationId(keys.organisation()), id), sealed)?)
}
