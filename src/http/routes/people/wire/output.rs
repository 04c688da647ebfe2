//! What callers get.

use std::collections::BTreeMap;

use entity::id::{CampaignId, ControllerId, DataSubjectId, MandateId, RequestId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ask::Ask;
use crate::domain::request::{ClockState, Lifecycle, Outcome};
use crate::domain::right::Right;
use crate::http::routes::mandates::wire::Mandate;
use crate::service::answers::{OpenedResponse, Supply};
use crate::service::people::{Export, ExportedRequest, Profile, written};
use crate::store;

/// A data subject by id, without any of its data.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct DataSubjectEntry {
    /// Its id.
    pub id: DataSubjectId,
    /// Grows with every change; also in the `ETag`.
    pub version: i32,
    /// When it was recorded.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
    /// When it was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<Timestamp>,
}

impl From<&store::DataSubject> for DataSubjectEntry {
    fn from(row: &store::DataSubject) -> Self {
        Self {
            id: row.id,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
            erased_at: row.erased_at,
        }
    }
}

/// A data subject with its data. Personal data: keep it out of logs.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DataSubject {
    /// Its id.
    pub id: DataSubjectId,
    /// Grows with every change; also in the `ETag`.
    pub version: i32,
    /// When it was recorded.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
    /// When it was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<Timestamp>,
    /// What is known of the person; absent once erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<DataSubjectProfile>,
}

impl DataSubject {
    /// The person as it is shown to its organisation.
    pub fn of(row: &store::DataSubject, profile: Option<&Profile>) -> Self {
        Self {
            id: row.id,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
            erased_at: row.erased_at,
            profile: profile.map(DataSubjectProfile::of),
        }
    }
}

/// What is known of a person.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DataSubjectProfile {
    /// The organisation's own number of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "A001762")]
    pub external_reference: Option<String>,
    /// First names.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, example = "Noël")]
    pub given_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, example = "Pereira")]
    pub family_name: Option<String>,
    /// The name in one piece, where it is not parted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub full_name: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 254, format = Email, example = "noel.pereira@example.org")]
    pub email: Option<String>,
    /// Telephone number, kept as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 40, example = "+33 6 30 12 34 56")]
    pub phone: Option<String>,
    /// Date of birth, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date, example = "2004-05-12")]
    pub birth_date: Option<String>,
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 300)]
    pub street: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 20)]
    pub postal_code: Option<String>,
    /// Town.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "Lyon")]
    pub city: Option<String>,
    /// Country of residence, ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[A-Z]{2}$", example = "FR")]
    pub country: Option<String>,
    /// Language, BCP 47.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 35, example = "fr")]
    pub language: Option<String>,
    /// Numbers by which controllers know the person.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub identifiers: BTreeMap<String, String>,
}

impl DataSubjectProfile {
    fn of(profile: &Profile) -> Self {
        let known = written(profile);
        Self {
            external_reference: known.external_reference,
            given_name: known.given_name,
            family_name: known.family_name,
            full_name: known.full_name,
            email: known.email,
            phone: known.phone,
            birth_date: known.birth_date,
            street: known.street,
            postal_code: known.postal_code,
            city: known.city,
            country: known.country,
            language: known.language,
            identifiers: known.identifiers,
        }
    }
}

/// Who was found.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct FoundDataSubjects {
    /// By id; read one to see its data.
    pub items: Vec<DataSubjectEntry>,
}

/// Everything kept of a person.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DataSubjectExport {
    /// The person.
    pub data_subject: DataSubject,
    /// Every mandate given, ended ones too.
    pub mandates: Vec<Mandate>,
    /// Every request made, open ones first.
    pub requests: Vec<DataSubjectRequest>,
    /// The moment.
    pub exported_at: Timestamp,
}

impl DataSubjectExport {
    /// The export as it is handed out.
    pub fn of(export: Export, now: Timestamp) -> Self {
        Self {
            data_subject: DataSubject::of(&export.subject, Some(&export.profile)),
            mandates: export.mandates.iter().map(|record| Mandate::of(record, now)).collect(),
            requests: export.requests.into_iter().map(DataSubjectRequest::from).collect(),
            exported_at: now,
        }
    }
}

/// A request as its data subject is told of it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DataSubjectRequest {
    /// Its id.
    pub id: RequestId,
    /// The campaign it belongs to.
    pub campaign_id: CampaignId,
    /// The mandate it was filed under.
    pub mandate_id: MandateId,
    /// Who must answer.
    pub controller_id: ControllerId,
    /// Which right.
    pub right: Right,
    /// What is asked.
    pub ask: Ask,
    /// How far it has come.
    pub lifecycle: Lifecycle,
    /// The controller's clock.
    pub clock: ClockState,
    /// What came of it.
    pub outcome: Outcome,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// When it left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Timestamp>,
    /// When it reached the controller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Timestamp>,
    /// When it was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Timestamp>,
    /// When it was closed or withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Timestamp>,
    /// End of the one-month period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_deadline: Option<Date>,
    /// End of the period as validly extended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub final_deadline: Option<Date>,
    /// What the controller was told when it asked back, oldest first.
    pub supplied: Vec<Supply>,
    /// What the controller said, oldest first; sealed where the mandate does not let the organisation open it (M-7, M-9).
    pub responses: Vec<OpenedResponse>,
}

impl From<ExportedRequest> for DataSubjectRequest {
    fn from(exported: ExportedRequest) -> Self {
        let ExportedRequest { request: row, ask, supplied, responses } = exported;
        let (state, deadline) = (row.standing.state, row.standing.deadline.as_ref());
        Self {
            id: row.id,
            campaign_id: row.campaign_id,
            mandate_id: row.mandate_id,
            controller_id: row.controller_id,
            right: row.standing.right,
            ask,
            lifecycle: state.lifecycle,
            clock: state.clock,
            outcome: state.outcome,
            filed_at: row.filed_at,
            sent_at: row.sent_at,
            received_at: row.received_at,
            answered_at: row.answered_at,
            closed_at: row.closed_at,
            first_deadline: deadline.and_then(|deadline| deadline.first_deadline),
            final_deadline: deadline.and_then(|deadline| deadline.final_deadline),
            supplied,
            responses,
        }
    }
}
