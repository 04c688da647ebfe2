//! Clients that act for an organisation.

use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use entity::id::{ClientId, OrganisationId};

use super::wire::{Client, ClientCredentials, NewClient};
use crate::domain::code::Code;
use crate::http::caller::{ForOperator, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::json::Body;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::{PathId, PathIds};
use crate::http::problem::ApiError;
use crate::service::{Context, Failure, clients, organisations};
use crate::store::ClientOwner;

/// Make a client for an organisation
///
/// The secret is shown this once.
#[utoipa::path(
    tag = "organisations", operation_id = "create_organisation_client", security(("oauth2" = ["organisations:manage"])),
    params(("organisation_id" = OrganisationId, Path, description = "The organisation"), IdempotencyHeader),
    request_body = NewClient,
    responses((status = 201, description = "The client and its secret", body = ClientCredentials))
)]
#[post("/v1/organisations/{organisation_id}/clients")]
pub async fn create_organisation_client(
    caller: ForOperator<scope::OrganisationsManage>,
    id: PathId<OrganisationId>,
    key: Key,
    context: web::Data<Context>,
    body: Body<NewClient>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let answer = organisations::create_client(&context, call, id.0, body.value.name, body.value.scopes).await?;
    Ok(respond(answer))
}

/// Clients of an organisation
///
/// With their last use, for the review of authorisations.
#[utoipa::path(
    tag = "organisations", operation_id = "list_organisation_clients", security(("oauth2" = ["organisations:manage"])),
    params(("organisation_id" = OrganisationId, Path, description = "The organisation"), PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Client>))
)]
#[get("/v1/organisations/{organisation_id}/clients")]
pub async fn list_organisation_clients(
    _caller: ForOperator<scope::OrganisationsManage>,
    request: HttpRequest,
    id: PathId<OrganisationId>,
    query: Query<PageQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.0.limit()?, query.0.cursor::<ClientId>()?);
    let owner = ClientOwner::Organisation(id.0);
    let rows = context.db.clients_of(owner, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.into_iter().map(Client::from).collect(), next)))
}

/// Revoke a client
///
/// Its tokens stop working within seconds. Revoking again changes nothing.
#[utoipa::path(
    tag = "organisations", operation_id = "revoke_organisation_client", security(("oauth2" = ["organisations:manage"])),
    params(
        ("organisation_id" = OrganisationId, Path, description = "The organisation"),
        ("client_id" = ClientId, Path, description = "The client")
    ),
    responses((status = 204, description = "It is revoked"))
)]
#[delete("/v1/organisations/{organisation_id}/clients/{client_id}")]
pub async fn revoke_organisation_client(
    caller: ForOperator<scope::OrganisationsManage>,
    ids: PathIds<OrganisationId, ClientId>,
    repeatable: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let found = context.db.client(ids.1).await.map_err(Failure::from)?;
    let client =
        found.filter(|client| client.organisation == Some(ids.0)).ok_or_else(|| ApiError::new(Code::NotFound))?;
    clients::revoke(&context, repeatable.call(caller.actor), client).await?;
    Ok(HttpResponse::NoContent().finish())
}
