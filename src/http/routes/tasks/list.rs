//! `GET /v1/tasks`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::{RequestId, TaskId};
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::Task;
use crate::domain::task::{TaskKind, TaskState};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::problem::ApiError;
use crate::service::{Failure, audit};
use crate::store::TaskFilter;

/// Which tasks.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TaskQuery {
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    cursor: Option<String>,
    /// In this state.
    state: Option<TaskState>,
    /// Of this kind.
    kind: Option<TaskKind>,
    /// About this request.
    request_id: Option<RequestId>,
}

/// Tasks for people
///
/// What could not be delivered, what has to be brought by hand, what a controller asks: never silence. The look is recorded.
#[utoipa::path(
    tag = "deliveries", operation_id = "list_tasks", security(("oauth2" = ["requests:read"])), params(TaskQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Task>))
)]
#[get("/v1/tasks")]
pub async fn list_tasks(
    caller: ForOrganisation<scope::RequestsRead>,
    request: HttpRequest,
    query: Query<TaskQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let TaskQuery { limit, cursor, state, kind, request_id } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<TaskId>()?);
    let filter = TaskFilter { state, kind, request: request_id };
    let tenant = context.db.tenant(caller.organisation);
    let rows = tenant.tasks(filter, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    let (call, ids) = (frame.call(caller.actor), rows.iter().map(|row| row.id.0));
    audit::look_through(&context, &call, caller.organisation, "task", ids).await?;
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.into_iter().map(Task::from).collect(), next)))
}
