//! `GET /v1/complaints`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::{ComplaintId, ControllerId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::complaint::{ComplaintForm, ComplaintState, FileState};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};
use crate::store::{self, ComplaintFilter};

/// Which complaints, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ComplaintsQuery {
    /// Only those in this state.
    #[param(inline)]
    pub state: Option<ComplaintState>,
    /// Only those against this controller.
    pub controller_id: Option<ControllerId>,
    /// Only those to this authority.
    #[param(example = "fr-cnil")]
    pub authority_id: Option<String>,
    /// Only those of whose authority nothing was heard for three months (true), or was (false).
    pub silent: Option<bool>,
    /// Only those made by splitting this collective draft.
    pub split_from: Option<ComplaintId>,
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    pub cursor: Option<String>,
}

/// A complaint in a list.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ComplaintSummary {
    /// Its id.
    pub id: ComplaintId,
    /// Against whom.
    pub controller_id: ControllerId,
    /// For whom it speaks.
    pub form: ComplaintForm,
    /// Which authority is to receive it, or has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority_id: Option<String>,
    /// Where it stands.
    pub state: ComplaintState,
    /// Neither progress nor outcome was told for three months (C-10).
    pub silent: bool,
    /// Days since the authority was last heard of, while it has the complaint (T-1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_of_silence: Option<u32>,
    /// People who take part.
    pub people: i32,
    /// Requests of those who take part.
    pub requests: i32,
    /// Where the making of its files stands.
    pub file_state: FileState,
    /// When it was prepared.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

impl ComplaintSummary {
    fn of(row: &store::Complaint, now: Timestamp) -> Self {
        Self {
            id: row.id,
            controller_id: row.controller_id,
            form: row.form,
            authority_id: row.authority.clone(),
            state: row.standing.state,
            silent: row.standing.silent,
            days_of_silence: row.standing.days_of_silence(now),
            people: row.people,
            requests: row.requests,
            file_state: row.file_state,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// Complaints of the organisation
///
/// The look is recorded.
#[utoipa::path(
    tag = "complaints", operation_id = "list_complaints", security(("oauth2" = ["complaints:read"])),
    params(ComplaintsQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<ComplaintSummary>))
)]
#[get("/v1/complaints")]
pub async fn list_complaints(
    caller: ForOrganisation<scope::ComplaintsRead>,
    request: HttpRequest,
    query: Query<ComplaintsQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let ComplaintsQuery { state, controller_id, authority_id, silent, split_from, limit, cursor } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<ComplaintId>()?);
    let filter = ComplaintFilter { state, controller: controller_id, authority: authority_id, silent, split_from };
    let tenant = context.db.tenant(caller.organisation);
    let rows = tenant.complaints(&filter, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    let (call, ids) = (frame.call(caller.actor), rows.iter().map(|row| row.id.0));
    audit::look_through(&context, &call, caller.organisation, "complaint", ids).await?;
    let now = context.clock.now();
    let items = rows.iter().map(|row| ComplaintSummary::of(row, now)).collect();
    Ok(HttpResponse::Ok().json(Page::new(&request, items, next)))
}
