//! `GET /v1/organisations/{organisation_id}/authorisations`.

use actix_web::{HttpRequest, HttpResponse, get, web};
use entity::id::{ClientId, OrganisationId};

use super::client_wire::Authorisation;
use crate::http::caller::{ClientKeeper, scope};
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::{Context, clients};

/// Review the authorisations of an organisation
///
/// Each client with its roles, scopes, secrets and keys, when each of them was last used, and what was not used for 90 days and so
/// may not be needed (Z-12). Uses of scopes are known to the hour, a few seconds later.
#[utoipa::path(
    tag = "organisations", operation_id = "list_organisation_authorisations",
    security(("oauth2" = ["organisations:manage"]), ("oauth2" = ["clients:read"]), ("oauth2" = ["clients:manage"])),
    params(("organisation_id" = OrganisationId, Path, description = "The organisation"), PageQuery),
    responses((status = 200, description = "A page, oldest client first", body = Page<Authorisation>))
)]
#[get("/v1/organisations/{organisation_id}/authorisations")]
pub async fn list_organisation_authorisations(
    caller: ClientKeeper<scope::ClientsRead>,
    request: HttpRequest,
    id: PathId<OrganisationId>,
    query: Query<PageQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    caller.owner(id.0)?;
    let (limit, after) = (query.0.limit()?, query.0.cursor::<ClientId>()?);
    let rows = clients::review(&context, id.0, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |row| row.client.id.to_string());
    let items = rows.into_iter().map(Authorisation::from).collect();
    Ok(HttpResponse::Ok().json(Page::new(&request, items, next)))
}
