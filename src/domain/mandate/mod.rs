//! Power given by a data subject (rules M-1 to M-15).
//!
//! Request powers (Articles 15 to 22, ordinary agency) and complaint powers (Article 80(1)) are two separate powers, even when
//! one document grants both (M-1). [`Mandate::permits`] is asked at every act (M-9); what it returns is a [`Permit`], and no
//! request can be dispatched without one.

mod permit;
mod words;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::right::Right;

pub use permit::{MandateRefusal, Permit, day_not_over_everywhere, over_everywhere_from};
pub use words::MandateWords;

/// Most controllers or categories a mandate can name one by one.
pub const MAX_NAMED: usize = 1_000;
/// Longest description of scope or purpose, in characters.
pub const MAX_TEXT_CHARS: usize = 2_000;

text_enum! {
    /// What someone does under a mandate (M-9).
    pub enum Act {
        /// Prepare a request for sending.
        Prepare = "prepare",
        /// Send a request for the first time.
        Dispatch = "dispatch",
        /// Send a later message about it.
        Message = "message",
        /// Open what the controller answered.
        OpenAnswer = "open_answer",
        /// Lodge a complaint with a supervisory authority (Article 77).
        LodgeComplaint = "lodge_complaint",
        /// Take a later step of a complaint.
        FollowComplaint = "follow_complaint",
        /// Take an authority to court (Article 78).
        SueAuthority = "sue_authority",
        /// Take a controller or processor to court (Article 79).
        SueController = "sue_controller",
        /// Claim compensation (Article 82), where national law lets a body do so (M-3).
        ClaimCompensation = "claim_compensation",
    }
}

text_enum! {
    /// Who receives the controller's answer (M-6, M-7).
    pub enum AnswerRecipient {
        /// The data subject alone; the organisation may not open it.
        Person = "person",
        /// The organisation, for the data subject.
        Organisation = "organisation",
    }
}

text_enum! {
    /// How the mandate was signed or given.
    pub enum EvidenceKind {
        /// A paper signed by hand, scanned.
        SignedPaper = "signed_paper",
        /// A qualified electronic signature.
        QualifiedSignature = "qualified_signature",
        /// An advanced or simple electronic signature.
        ElectronicSignature = "electronic_signature",
        /// Accepted while logged in to the organisation's own service.
        AuthenticatedAcceptance = "authenticated_acceptance",
        /// Recorded by the organisation at sign-up, to be shown on demand.
        MembershipRecord = "membership_record",
        /// Given by a parent, guardian or other representative (M-14).
        LegalRepresentative = "legal_representative",
    }
}

impl EvidenceKind {
    /// Whether there is a document that can be shown and whose digest tells that it is the same. What was accepted or recorded in
    /// the organisation's own system is proven by that record and by the signed credential.
    pub const fn is_document(self) -> bool {
        matches!(
            self,
            Self::SignedPaper | Self::QualifiedSignature | Self::ElectronicSignature | Self::LegalRepresentative
        )
    }
}

text_enum! {
    /// Where a mandate stands.
    pub enum MandateState {
        /// Its first day has not come.
        NotYetValid = "not_yet_valid",
        /// In force.
        Active = "active",
        /// Its last day has passed.
        Expired = "expired",
        /// Taken back by the data subject (M-11).
        Revoked = "revoked",
    }
}

text_enum! {
    /// What a complaint power covers (M-3).
    pub enum ComplaintAct {
        /// Complaint to a supervisory authority (Article 77).
        Complaint = "complaint",
        /// Action against an authority (Article 78).
        ActionAgainstAuthority = "action_against_authority",
        /// Action against a controller or processor (Article 79).
        ActionAgainstController = "action_against_controller",
        /// Compensation (Article 82), only where national law allows it.
        Compensation = "compensation",
    }
}

/// Against whom a mandate can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ControllerScope {
    /// Any controller.
    All {},
    /// The controllers named.
    Listed {
        /// Their ids.
        controllers: Vec<Uuid>,
    },
    /// Controllers of the categories named, as the directory has them.
    Categories {
        /// Their words.
        categories: Vec<String>,
    },
}

/// The power to act before controllers (M-6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestPower {
    /// Which rights.
    pub rights: Vec<Right>,
    /// Against whom.
    pub controllers: ControllerScope,
    /// Which data, in words; absent means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Who receives the answer.
    pub answer_recipient: AnswerRecipient,
}

/// The power of Article 80(1) (M-1, M-3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComplaintPower {
    /// What it covers.
    pub acts: Vec<ComplaintAct>,
    /// Against whom.
    pub controllers: ControllerScope,
}

/// Everything a mandate grants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Powers {
    /// Power to exercise rights, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestPower>,
    /// Power to complain, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaint: Option<ComplaintPower>,
    /// What the mandate is for, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Whether the organisation may pass the power on. It may not unless this is said.
    #[serde(default)]
    pub sub_delegation: bool,
    /// Whether the person agreed that a request reveals the organisation to the controller, and with it a possible
    /// membership (P-3). Nothing is sent without it.
    pub disclosure_consent: bool,
}

/// Proof that the mandate was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// How it was given.
    pub kind: EvidenceKind,
    /// SHA-256 of the document, 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: Option<String>,
}

/// A mandate as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// What it grants.
    pub powers: Powers,
    /// When it was signed.
    pub signed_on: Date,
    /// First day of validity.
    pub valid_from: Date,
    /// Last day of validity; none when it has no end.
    pub valid_until: Option<Date>,
    /// Proof of it.
    pub evidence: Evidence,
    /// When the person took it back (M-11).
    pub revoked_at: Option<Timestamp>,
}

/// Why a mandate cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MandateFault {
    /// Neither a request power nor a complaint power.
    #[error("a mandate must grant a request power or a complaint power")]
    NoPower,
    /// A power with no right or no act.
    #[error("a power must name at least one right or act")]
    EmptyPower,
    /// A closed list of controllers or categories with nothing in it, or too much.
    #[error("name between 1 and 1000 controllers or categories")]
    ControllersOutOfBounds,
    /// The last day is before the first.
    #[error("the last day of validity is before the first")]
    EndsBeforeItBegins,
    /// Valid before it was signed.
    #[error("a mandate cannot be valid before it was signed")]
    ValidBeforeSigned,
    /// A text is empty or too long.
    #[error("a text is empty or longer than 2000 characters")]
    TextOutOfBounds,
    /// The hash is not 64 hexadecimal digits.
    #[error("a SHA-256 is written as 64 lower-case hexadecimal digits")]
    MalformedHash,
}

impl Mandate {
    /// Checks that the mandate is one (M-6).
    ///
    /// # Errors
    /// The first fault found.
    pub fn check(&self) -> Result<(), MandateFault> {
        self.powers.check()?;
        self.check_days()?;
        match &self.evidence.sha256 {
            Some(hash) if !is_sha256(hash) => Err(MandateFault::MalformedHash),
            _ => Ok(()),
        }
    }

    /// Checks the order of its days alone, for a mandate whose powers were checked with others.
    ///
    /// # Errors
    /// The first fault found.
    pub fn check_days(&self) -> Result<(), MandateFault> {
        if self.valid_until.is_some_and(|last| last < self.valid_from) {
            return Err(MandateFault::EndsBeforeItBegins);
        }
        if self.valid_from < self.signed_on {
            return Err(MandateFault::ValidBeforeSigned);
        }
        Ok(())
    }

    /// Whether the person has taken it back by revoking another one: what was signed no later than a mandate that was revoked is
    /// the same document, or an older one, and must not come back with the next upload (M-11).
    pub fn is_revoked_with(&self, other: &Self) -> bool {
        other.revoked_at.is_some() && self.signed_on <= other.signed_on
    }
}

impl Powers {
    /// Checks that something is granted, and that what is named has its bounds (M-6).
    ///
    /// # Errors
    /// The first fault found.
    pub fn check(&self) -> Result<(), MandateFault> {
        if self.request.is_none() && self.complaint.is_none() {
            return Err(MandateFault::NoPower);
        }
        if let Some(request) = &self.request {
            if request.rights.is_empty() {
                return Err(MandateFault::EmptyPower);
            }
            request.controllers.check()?;
            check_text(request.scope.as_deref())?;
        }
        if let Some(complaint) = &self.complaint {
            if complaint.acts.is_empty() {
                return Err(MandateFault::EmptyPower);
            }
            complaint.controllers.check()?;
        }
        check_text(self.purpose.as_deref())
    }
}

impl ControllerScope {
    fn check(&self) -> Result<(), MandateFault> {
        let named = match self {
            Self::All {} => return Ok(()),
            Self::Listed { controllers } => controllers.len(),
            Self::Categories { categories } => categories.len(),
        };
        if (1..=MAX_NAMED).contains(&named) { Ok(()) } else { Err(MandateFault::ControllersOutOfBounds) }
    }

    /// Whether a controller of these categories is meant.
    pub fn covers<C: AsRef<str>>(&self, controller: Uuid, controller_categories: &[C]) -> bool {
        match self {
            Self::All {} => true,
            Self::Listed { controllers } => controllers.contains(&controller),
            Self::Categories { categories } => {
                controller_categories.iter().any(|theirs| categories.iter().any(|ours| ours == theirs.as_ref()))
            }
        }
    }
}

fn check_text(text: Option<&str>) -> Result<(), MandateFault> {
    match text {
        Some(text) if text.trim().is_empty() || text.chars().nth(MAX_TEXT_CHARS).is_some() => {
            Err(MandateFault::TextOutOfBounds)
        }
        _ => Ok(()),
    }
}

fn is_sha256(hash: &str) -> bool {
    hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests;
