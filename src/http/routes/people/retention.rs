//! `GET /v1/data-subjects/{data_subject_id}/retention`.

use actix_web::{HttpResponse, get};
use entity::id::{ComplaintId, DataSubjectId, RequestId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::retention::{HeldBy, Retention};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::retention::{self, AnswersKept, ComplaintKept, IdentityKept, PersonKept};

/// Until when what is kept of a person is kept, and why.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct DataSubjectRetention {
    /// The periods of the organisation.
    pub periods: Retention,
    /// Who the person is: name, contacts, identifiers, mandates.
    pub identity: IdentityRetention,
    /// What was said about each request of the person: answers, files, information supplied. Open requests first.
    pub answers: Vec<AnswersRetention>,
    /// What was written in each complaint in which the person takes part, and its files.
    pub complaints: Vec<ComplaintRetention>,
}

/// Until when it is kept what was written in a complaint.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ComplaintRetention {
    /// The complaint.
    pub complaint_id: ComplaintId,
    /// From when it is deleted, as things stand; absent while the complaint is not over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// When it was deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Timestamp>,
}

/// Until when it is kept who a person is.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct IdentityRetention {
    /// When the person was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<Timestamp>,
    /// From when the person is erased, as things stand; absent while something holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// What holds it.
    pub held_by: Vec<HeldBy>,
}

/// Until when it is kept what was said about a request.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AnswersRetention {
    /// The request.
    pub request_id: RequestId,
    /// From when it is deleted, as things stand; absent while something holds it. An answer that comes after the end of the request
    /// is kept for as long from its own day on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// What holds it.
    pub held_by: Vec<HeldBy>,
}

impl From<PersonKept> for DataSubjectRetention {
    fn from(kept: PersonKept) -> Self {
        let IdentityKept { erased_at, until, held_by } = kept.identity;
        let until = until.filter(|_| erased_at.is_none());
        let answers = kept.answers.into_iter();
        let answers = answers.map(|AnswersKept { request, until, held_by }| AnswersRetention {
            request_id: request,
            until,
            held_by,
        });
        Self {
            periods: kept.periods,
            identity: IdentityRetention { erased_at, until, held_by },
            answers: answers.collect(),
            complaints: kept.complaints.into_iter().map(ComplaintRetention::from).collect(),
        }
    }
}

impl From<ComplaintKept> for ComplaintRetention {
    fn from(kept: ComplaintKept) -> Self {
        Self { complaint_id: kept.complaint, until: kept.until, deleted_at: kept.deleted_at }
    }
}

/// Explain how long a data subject's data are kept
///
/// What is kept of people goes by itself: each kind of data after a period of its own, counted from the last exchange, unless a
/// complaint needs it (P-9). The periods are those of the organisation's `retention`. The look is recorded.
#[utoipa::path(
    tag = "people", operation_id = "get_data_subject_retention", security(("oauth2" = ["people:read"])),
    params(("data_subject_id" = DataSubjectId, Path, description = "Its id")),
    responses((status = 200, description = "Until when, and why", body = DataSubjectRetention))
)]
#[get("/v1/data-subjects/{data_subject_id}/retention")]
pub async fn get_data_subject_retention(
    caller: ForOrganisation<scope::PeopleRead>,
    id: PathId<DataSubjectId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let call = repeatable.call(caller.actor);
    let kept = retention::explain(&context, call, caller.organisation, id.0).await?;
    Ok(HttpResponse::Ok().json(DataSubjectRetention::from(kept)))
}
