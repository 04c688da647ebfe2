//! JSON of mandates, their status and their credentials.

use entity::id::{ControllerId, DataSubjectId, MandateId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::controller::Category;
use crate::domain::mandate::{self, AnswerRecipient, ComplaintAct, Evidence, MandateState};
use crate::domain::right::Right;
use crate::service::mandates::StillRunning;
use crate::service::{filing, mandates};
use crate::store::MandateRecord;

/// Against whom a mandate can be used.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum MandateControllers {
    /// Any controller.
    All {},
    /// The controllers named.
    Listed {
        /// Their ids.
        #[schema(min_items = 1, max_items = 1000)]
        controllers: Vec<ControllerId>,
    },
    /// Controllers of the categories named, as the directory has them.
    Categories {
        /// Their words.
        #[schema(min_items = 1, max_items = 1000)]
        categories: Vec<Category>,
    },
}

/// The power to act before controllers (M-6).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestPower {
    /// Which rights.
    #[schema(min_items = 1)]
    pub rights: Vec<Right>,
    /// Against whom.
    pub controllers: MandateControllers,
    /// Which data, in words; absent means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 2000, pattern = "\\S")]
    pub scope: Option<String>,
    /// Who receives the answer.
    pub answer_recipient: AnswerRecipient,
}

/// The power of Article 80(1) to complain (M-1, M-3).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComplaintPower {
    /// What it covers.
    #[schema(min_items = 1)]
    pub acts: Vec<ComplaintAct>,
    /// Against whom.
    pub controllers: MandateControllers,
}

/// Everything a mandate grants.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MandatePowers {
    /// Power to exercise rights, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestPower>,
    /// Power to complain, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaint: Option<ComplaintPower>,
    /// What the mandate is for, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 2000, pattern = "\\S")]
    pub purpose: Option<String>,
    /// Whether the organisation may pass the power on. It may not unless this is said.
    #[serde(default)]
    pub sub_delegation: bool,
    /// Whether the person agreed that a request reveals the organisation to the controller, and with it a possible membership
    /// (P-3). Nothing is sent without it.
    pub disclosure_consent: bool,
}

/// A new mandate.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "powers": {
        "request": { "rights": ["access", "erasure"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
        "disclosure_consent": true,
    },
    "signed_on": "2026-10-17", "valid_until": "2027-10-17", "evidence": { "kind": "authenticated_acceptance" },
}))]
pub struct NewMandate {
    /// What it grants: a request power, a complaint power, or both.
    pub powers: MandatePowers,
    /// Day it was signed.
    pub signed_on: Date,
    /// First day of validity; the day it was signed when absent.
    pub valid_from: Option<Date>,
    /// Last day of validity; absent when it has no end.
    pub valid_until: Option<Date>,
    /// Proof of it.
    pub evidence: Evidence,
}

/// What all mandates of an upload have in common, where a line says nothing else.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MandateDefaults {
    /// What they grant. A line may name other rights, and grant or withhold the power to complain (M-1).
    pub powers: MandatePowers,
    /// When they were signed, for lines that do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<Date>,
    /// First day of validity; the day of signing when absent here and on the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// Last day of validity; no end when absent here and on the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// How they were given.
    pub evidence: Evidence,
}

/// A mandate.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Mandate {
    /// Its id.
    pub id: MandateId,
    /// Who gave it.
    pub data_subject_id: DataSubjectId,
    /// Where it stands at this moment.
    pub state: MandateState,
    /// What it grants.
    pub powers: MandatePowers,
    /// Whether it had a scope or a purpose in words that was erased with the person; absent when not. Its scope is no longer known then,
    /// and an absent one does not mean all data.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub words_erased: bool,
    /// Day it was signed.
    pub signed_on: Date,
    /// First day of validity.
    pub valid_from: Date,
    /// Last day of validity; absent when it has no end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// Proof of it.
    pub evidence: Evidence,
    /// When it was revoked, or found to be over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// When nothing was left to stop under it (M-11).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped_at: Option<Timestamp>,
    /// What of the person is still running; in the answer to a revocation only (M-11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub still_running: Option<StillRunning>,
    /// Grows with every change of its state; also in the `ETag`.
    pub version: i32,
    /// When it was recorded.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

impl Mandate {
    /// The mandate as it is shown at a moment.
    pub fn of(record: &MandateRecord, now: Timestamp) -> Self {
        let mandate = &record.mandate;
        let mut powers = mandate.powers.clone();
        let words_erased = powers.forget_words();
        Self {
            id: record.id,
            data_subject_id: record.data_subject,
            state: record.state_at(now),
            powers: powers.into(),
            words_erased,
            signed_on: mandate.signed_on,
            valid_from: mandate.valid_from,
            valid_until: mandate.valid_until,
            evidence: mandate.evidence.clone(),
            ended_at: record.ended_at,
            stopped_at: record.stopped_at,
            still_running: None,
            version: record.version,
            created_at: record.created_at,
            updated_at: record.updated_at,
        }
    }
}

/// The status of a mandate at a moment.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct MandateStatus {
    /// Whether it holds: only `active` does.
    pub state: MandateState,
    /// Name of the organisation that acts.
    pub organisation: String,
    /// The rights it covers.
    pub rights: Vec<Right>,
    /// Its last day; absent when it has no end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// The moment.
    pub checked_at: Timestamp,
}

impl From<mandates::MandateStatus> for MandateStatus {
    fn from(status: mandates::MandateStatus) -> Self {
        Self {
            state: status.state,
            organisation: status.organisation,
            rights: status.rights,
            valid_until: status.valid_until,
            checked_at: status.checked_at,
        }
    }
}

/// A credential to verify.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CredentialToVerify {
    /// The JWT as it came with the request.
    #[validate(length(min = 1, max = 8192))]
    #[schema(min_length = 1, max_length = 8192)]
    pub credential: String,
}

/// A genuine credential.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct VerifiedCredential {
    /// Id of the mandate.
    pub mandate_id: String,
    /// Id of the request it goes with.
    pub request_id: String,
    /// Id of the organisation that acts.
    pub organisation_id: String,
    /// The person, under a reference that means something to this controller only.
    pub subject_reference: String,
    /// Where the mandate stands at this moment.
    pub status: MandateStatus,
}

impl From<mandates::Verified> for VerifiedCredential {
    fn from(verified: mandates::Verified) -> Self {
        let credential = verified.credential;
        Self {
            mandate_id: credential.mandate_id,
            request_id: credential.request_id,
            organisation_id: credential.organisation.id,
            subject_reference: credential.subject_reference,
            status: verified.status.into(),
        }
    }
}

impl From<NewMandate> for mandates::NewMandate {
    fn from(new: NewMandate) -> Self {
        Self {
            powers: new.powers.into(),
            signed_on: new.signed_on,
            valid_from: new.valid_from,
            valid_until: new.valid_until,
            evidence: new.evidence,
        }
    }
}

impl From<MandateDefaults> for filing::MandateDefaults {
    fn from(defaults: MandateDefaults) -> Self {
        Self {
            powers: defaults.powers.into(),
            signed_on: defaults.signed_on,
            valid_from: defaults.valid_from,
            valid_until: defaults.valid_until,
            evidence: defaults.evidence,
        }
    }
}

impl From<MandatePowers> for mandate::Powers {
    fn from(powers: MandatePowers) -> Self {
        Self {
            request: powers.request.map(|power| mandate::RequestPower {
                rights: power.rights,
                controllers: power.controllers.into(),
                scope: power.scope,
                answer_recipient: power.answer_recipient,
            }),
            complaint: powers
                .complaint
                .map(|power| mandate::ComplaintPower { acts: power.acts, controllers: power.controllers.into() }),
            purpose: powers.purpose,
            sub_delegation: powers.sub_delegation,
            disclosure_consent: powers.disclosure_consent,
        }
    }
}

impl From<mandate::Powers> for MandatePowers {
    fn from(powers: mandate::Powers) -> Self {
        Self {
            request: powers.request.map(|power| RequestPower {
                rights: power.rights,
                controllers: power.controllers.into(),
                scope: power.scope,
                answer_recipient: power.answer_recipient,
            }),
            complaint: powers
                .complaint
                .map(|power| ComplaintPower { acts: power.acts, controllers: power.controllers.into() }),
            purpose: powers.purpose,
            sub_delegation: powers.sub_delegation,
            disclosure_consent: powers.disclosure_consent,
        }
    }
}

impl From<MandateControllers> for mandate::ControllerScope {
    fn from(scope: MandateControllers) -> Self {
        match scope {
            MandateControllers::All {} => Self::All {},
            MandateControllers::Listed { controllers } => {
                Self::Listed { controllers: controllers.into_iter().map(|id| id.0).collect() }
            }
            MandateControllers::Categories { categories } => {
                Self::Categories { categories: categories.iter().map(|word| word.as_str().to_owned()).collect() }
            }
        }
    }
}

impl From<mandate::ControllerScope> for MandateControllers {
    fn from(scope: mandate::ControllerScope) -> Self {
        match scope {
            mandate::ControllerScope::All {} => Self::All {},
            mandate::ControllerScope::Listed { controllers } => {
                Self::Listed { controllers: controllers.into_iter().map(ControllerId).collect() }
            }
            // A word that a later version knows and this one does not cannot be shown; it covers nothing here either.
            mandate::ControllerScope::Categories { categories } => {
                Self::Categories { categories: categories.iter().filter_map(|word| word.parse().ok()).collect() }
            }
        }
    }
}
