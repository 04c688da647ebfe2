//! Clients that act for an organisation: made, listed, shown and revoked by the operator or by the organisation's administrators.

use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use entity::id::{ClientId, OrganisationId};

use super::client_wire::{Client, ClientCredentials, NewClient};
use super::pages::page;
use crate::http::caller::{ClientKeeper, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::json::Body;
use crate::http::page::{Page, PageQuery, Query};
use crate::http::path::{PathId, PathIds};
use crate::http::problem::ApiError;
use crate::service::clients::MadeClient;
use crate::service::{Context, clients, organisations};

/// Make a client for an organisation
///
/// With scopes, roles or both. It gets a secret, which is shown this once, or proves who it is with the public keys that are given.
/// An administrator makes clients of its own organisation.
#[utoipa::path(
    tag = "organisations", operation_id = "create_organisation_client",
    security(("oauth2" = ["organisations:manage"]), ("oauth2" = ["clients:manage"])),
    params(("organisation_id" = OrganisationId, Path, description = "The organisation"), IdempotencyHeader),
    request_body = NewClient,
    responses((status = 201, description = "The client and its secret", body = ClientCredentials))
)]
#[post("/v1/organisations/{organisation_id}/clients")]
pub async fn create_organisation_client(
    caller: ClientKeeper<scope::ClientsManage>,
    id: PathId<OrganisationId>,
    key: Key,
    context: web::Data<Context>,
    body: Body<NewClient>,
) -> Result<HttpResponse, ApiError> {
    caller.owner(id.0)?;
    let call = key.call(caller.actor, body.digest);
    let view = |made: &MadeClient| ClientCredentials::from(made);
    Ok(respond(organisations::create_client(&context, call, id.0, body.value.into(), view).await?))
}

/// Clients of an organisation
///
/// With their roles, scopes, secrets and keys.
#[utoipa::path(
    tag = "organisations", operation_id = "list_organisation_clients",
    security(("oauth2" = ["organisations:manage"]), ("oauth2" = ["clients:read"]), ("oauth2" = ["clients:manage"])),
    params(("organisation_id" = OrganisationId, Path, description = "The organisation"), PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Client>))
)]
#[get("/v1/organisations/{organisation_id}/clients")]
pub async fn list_organisation_clients(
    caller: ClientKeeper<scope::ClientsRead>,
    request: HttpRequest,
    id: PathId<OrganisationId>,
    query: Query<PageQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    page(&context, &request, &query.0, caller.owner(id.0)?).await
}

/// One client of an organisation
///
/// With its roles, scopes, secrets and keys.
#[utoipa::path(
    tag = "organisations", operation_id = "get_organisation_client",
    security(("oauth2" = ["organisations:manage"]), ("oauth2" = ["clients:read"]), ("oauth2" = ["clients:manage"])),
    params(
        ("organisation_id" = OrganisationId, Path, description = "The organisation"),
        ("client_id" = ClientId, Path, description = "The client")
    ),
    responses((status = 200, description = "The client", body = Client))
)]
#[get("/v1/organisations/{organisation_id}/clients/{client_id}")]
pub async fn get_organisation_client(
    caller: ClientKeeper<scope::ClientsRead>,
    ids: PathIds<OrganisationId, ClientId>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let (client, credentials) = clients::one(&context, caller.owner(ids.0)?, ids.1).await?;
    Ok(HttpResponse::Ok().json(Client::of(client, &credentials)))
}

/// Revoke a client
///
/// Its tokens stop working within seconds. Revoking again changes nothing.
#[utoipa::path(
    tag = "organisations", operation_id = "revoke_organisation_client",
    security(("oauth2" = ["organisations:manage"]), ("oauth2" = ["clients:manage"])),
    params(
        ("organisation_id" = OrganisationId, Path, description = "The organisation"),
        ("client_id" = ClientId, Path, description = "The client")
    ),
    responses((status = 204, description = "It is revoked"))
)]
#[delete("/v1/organisations/{organisation_id}/clients/{client_id}")]
pub async fn revoke_organisation_client(
    caller: ClientKeeper<scope::ClientsManage>,
    ids: PathIds<OrganisationId, ClientId>,
    repeatable: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let owner = caller.owner(ids.0)?;
    clients::revoke(&context, repeatable.call(caller.actor), owner, ids.1).await?;
    Ok(HttpResponse::NoContent().finish())
}
