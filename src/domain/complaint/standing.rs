//! Where a complaint stands, and the facts from which its clocks follow. No personal data.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Decision, Told};
use crate::domain::place::Place;

text_enum! {
    /// Where a complaint stands.
    pub enum ComplaintState {
        /// Being prepared.
        Draft = "draft",
        /// Nothing is missing and its files are made; ready to be lodged.
        Complete = "complete",
        /// With the authority.
        Lodged = "lodged",
        /// The authority has confirmed that it has it.
        Acknowledged = "acknowledged",
        /// The authority deals with it.
        Admissible = "admissible",
        /// The authority has refused it for its form (C-21). A corrected complaint may be lodged.
        Inadmissible = "inadmissible",
        /// Sent on to the presumed lead authority (C-22).
        Transmitted = "transmitted",
        /// The infringement is said to have ended; four weeks to object (C-24).
        EarlyResolutionOffered = "early_resolution_offered",
        /// An objection to the early resolution was made (C-24).
        Objected = "objected",
        /// Ended by early resolution (C-24).
        Resolved = "resolved",
        /// Under investigation.
        Investigated = "investigated",
        /// The organisation's views are asked for (C-27).
        ViewsRequested = "views_requested",
        /// Decided (C-29).
        Decided = "decided",
        /// The decision is before a court (C-11).
        Challenged = "challenged",
        /// Ended.
        Closed = "closed",
        /// It was a draft for many, and each of them has a complaint of their own now.
        Split = "split",
    }
}

impl ComplaintState {
    /// Whether it is being written.
    pub const fn is_unlodged(self) -> bool {
        matches!(self, Self::Draft | Self::Complete)
    }

    /// Whether nothing more can happen to it.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Split)
    }

    /// Whether the authority has it and has not ended its work on it.
    pub const fn is_with_authority(self) -> bool {
        matches!(
            self,
            Self::Lodged
                | Self::Acknowledged
                | Self::Admissible
                | Self::Transmitted
                | Self::EarlyResolutionOffered
                | Self::Objected
                | Self::Investigated
                | Self::ViewsRequested
        )
    }
}

text_enum! {
    /// How a complaint was lodged.
    pub enum LodgingChannel {
        /// By the authority's form.
        Form = "form",
        /// By e-mail.
        Email = "email",
        /// By post.
        Post = "post",
        /// By hand.
        InPerson = "in_person",
        /// By the authority's own client of this service.
        Api = "api",
    }
}

/// How and when a complaint was lodged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Lodging {
    /// The local day at the authority.
    pub on: Date,
    /// How.
    pub channel: LodgingChannel,
    /// When that was recorded here. By `api` it is the instant from which the authority could read the complaint, which proves the
    /// lodging.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Timestamp>,
    /// When a client of the authority first read the complaint here, or did something with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_at: Option<Timestamp>,
}

/// Where a complaint stands. Every field but the state has a default, so that what was stored long ago can still be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Standing {
    /// The state.
    pub state: ComplaintState,
    /// Where the authority acts; its calendar counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Whether the processing is cross-border, so that Regulation (EU) 2025/2518 has periods for it (C-20).
    #[serde(default)]
    pub cross_border: bool,
    /// How it was lodged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lodging: Option<Lodging>,
    /// The authority's own reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_reference: Option<String>,
    /// The day of the authority's last news, the lodging not counted (T-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_news_on: Option<Date>,
    /// Neither progress nor outcome was told for three months (C-10).
    #[serde(default)]
    pub silent: bool,
    /// When it went to the presumed lead authority (C-22).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transmitted_on: Option<Date>,
    /// When that authority confirmed its competence (C-23).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_confirmed_on: Option<Date>,
    /// Whether the authorities cooperate in the simple way (C-26).
    #[serde(default)]
    pub simple_cooperation: bool,
    /// By how many months the authority's period to decide was extended (C-25, C-26).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extended_by_months: Option<u8>,
    /// When the organisation was told of an early resolution (C-24).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution_told_on: Option<Date>,
    /// Last day for views, as the authority set it (C-27).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub views_until: Option<Date>,
    /// The decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Last day to challenge a decision or a refusal of the complaint in court, as its own notice says (C-11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge_until: Option<Date>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
    /// What was told of its dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Told>,
}

impl Standing {
    /// A complaint that is being written.
    pub const fn draft() -> Self {
        Self {
            state: ComplaintState::Draft,
            place: None,
            cross_border: false,
            lodging: None,
            authority_reference: None,
            last_news_on: None,
            silent: false,
            transmitted_on: None,
            lead_confirmed_on: None,
            simple_cooperation: false,
            extended_by_months: None,
            resolution_told_on: None,
            views_until: None,
            decision: None,
            challenge_until: None,
            closed_on: None,
            told: Vec::new(),
        }
    }

    /// Notes that the authority has the complaint before it at an instant. Tells whether that is the first time.
    pub fn read_by_authority(&mut self, at: Timestamp) -> bool {
        let Some(lodging) = self.lodging.as_mut().filter(|lodging| lodging.read_at.is_none()) else { return false };
        lodging.read_at = Some(at);
        true
    }

    /// Days since the authority was last heard of, or since the complaint was lodged (T-1); none before that, and once it ended.
    pub fn days_of_silence(&self, now: Timestamp) -> Option<u32> {
        let place = self.place.filter(|_| self.state.is_with_authority())?;
        let since = self.last_news_on.or(self.lodging.map(|lodging| lodging.on))?;
        (place.date_of(now) - since).get_days().try_into().ok()
    }
}
