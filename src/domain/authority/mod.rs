//! The supervisory authorities: who they are, how they are reached, and which of them is competent.
//!
//! The list is data with a version, one file for each country under `data/`; [`table`] says how it is written and reads it.
//! [`routing`] proposes the authorities for a complaint, with reasons (C-1, N-DE, N-ES). How sure each fact is stands with it, as
//! in the legal specification: addresses change, so that they are verified before anything is sent to them.

mod directory;
mod id;
mod revision;
pub mod routing;
mod table;

pub use directory::Directory;
pub use id::{AuthorityId, MAX_ID_CHARS, NotAnAuthorityId};
pub use revision::{Revision, RevisionProblem};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::deadline::Mark;
use super::place::Place;

text_enum! {
    /// Whom a supervisory authority supervises.
    pub enum BodyKind {
        /// Everybody in the state, except whom another authority of it supervises.
        National = "national",
        /// Public bodies of the federation, and those whom federal law gives to it.
        Federal = "federal",
        /// Everybody in a Land, except whom another authority supervises.
        Land = "land",
        /// Private controllers in a Land that keeps the two apart.
        LandPrivateSector = "land_private_sector",
        /// Public bodies of such a Land.
        LandPublicSector = "land_public_sector",
        /// A church or religious association with rules of its own (Article 91).
        Church = "church",
        /// Public broadcasters.
        Broadcaster = "broadcaster",
        /// Public bodies of a region.
        RegionalPublicSector = "regional_public_sector",
    }
}

text_enum! {
    /// A way to lodge a complaint.
    pub enum ComplaintWay {
        /// A form on a web site.
        Form = "form",
        /// E-mail, which exposes the content.
        Email = "email",
        /// A letter.
        Post = "post",
    }
}

text_enum! {
    /// What national law adds for complaints (Regulation (EU) 2025/2518, recital 7).
    pub enum ModalityKind {
        /// In which language.
        Language = "language",
        /// In which form or by which template.
        Form = "form",
        /// Who signs, and how.
        Signature = "signature",
        /// Until when.
        TimeBar = "time_bar",
        /// The controller has to be asked first.
        ControllerFirst = "controller_first",
        /// Who is a party to what follows.
        Standing = "standing",
        /// What silence of the authority means.
        Silence = "silence",
    }
}

/// One way to lodge a complaint with an authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ComplaintChannel {
    /// Which way.
    pub kind: ComplaintWay,
    /// The address: of the form, of the mailbox, or of the office.
    pub address: String,
    /// How sure it is.
    pub mark: Mark,
}

/// Something that national law or practice adds for complaints with an authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Modality {
    /// What it is about.
    pub kind: ModalityKind,
    /// A sentence that says it.
    pub text: String,
    /// The provision; absent where none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How sure it is.
    pub mark: Mark,
}

/// A supervisory authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Authority {
    /// Its id: a short name that never changes.
    #[schema(example = "de-by-baylda")]
    pub id: String,
    /// Its state.
    #[schema(value_type = String, pattern = "^[A-Z]{2}$", example = "DE")]
    pub country: Place,
    /// Whom it supervises.
    pub kind: BodyKind,
    /// The subdivisions (ISO 3166-2) that it is limited to; empty where it is not.
    pub regions: Vec<Place>,
    /// Its official name.
    pub name: String,
    /// What it is called in English, where that is another name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub english_name: Option<String>,
    /// Its web site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// How a complaint is lodged, best first: a form before e-mail, which exposes the content, before post.
    pub channels: Vec<ComplaintChannel>,
    /// The languages that it accepts (BCP 47), main one first.
    #[schema(example = json!(["de"]))]
    pub languages: Vec<String>,
    /// How sure the languages are.
    pub languages_mark: Mark,
    /// What national law or practice adds for complaints. What is not listed is not known here.
    pub modalities: Vec<Modality>,
    /// Something that whoever uses the entry must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure the entry is, where nothing else is said.
    pub mark: Mark,
    /// The month of which its facts are.
    #[schema(example = "2026-07")]
    pub stated: String,
    /// The authority that took its place; the entry is then kept for what was lodged before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// The version of the list of its state.
    #[schema(example = "DE-2026.1")]
    pub version: String,
}

impl Authority {
    /// The best known way to lodge a complaint with it.
    pub fn best_channel(&self) -> Option<&ComplaintChannel> {
        self.channels.first()
    }

    /// Whether new complaints go to it.
    pub fn is_active(&self) -> bool {
        self.replaced_by.is_none()
    }

    /// Whether it is competent in a subdivision, as far as places decide. One without limits is everywhere in its state.
    pub fn is_in(&self, subdivision: &str) -> bool {
        self.regions.is_empty() || self.regions.iter().any(|region| region.subdivision() == Some(subdivision))
    }
}
