//! `/v1/controllers/{controller_id}/clients`: make, list, show, revoke.

use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use entity::id::{ClientId, ControllerId};

use crate::http::caller::DirectoryKeeper;
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::page::{Page, PageQuery, Query};
use crate::http::path::{PathId, PathIds};
use crate::http::problem::ApiError;
use crate::http::routes::organisations::client_wire::{Client, ClientCredentials, NewClient};
use crate::http::routes::organisations::pages::page;
use crate::service::clients::MadeClient;
use crate::service::{clients, directory};

/// Make a client for a controller
///
/// It reads what was addressed to the controller and answers it. It gets a secret, which is shown this once, or proves who it is with
/// the public keys that are given.
#[utoipa::path(
    tag = "controllers", operation_id = "create_controller_client",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(("controller_id" = ControllerId, Path, description = "The controller"), IdempotencyHeader),
    request_body = NewClient,
    responses((status = 201, description = "The client and its secret", body = ClientCredentials))
)]
#[post("/v1/controllers/{controller_id}/clients")]
pub async fn create_controller_client(
    caller: DirectoryKeeper,
    id: PathId<ControllerId>,
    key: Key,
    context: InTime,
    body: Body<NewClient>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let view = |made: &MadeClient| ClientCredentials::from(made);
    Ok(respond(directory::create_client(&context, call, id.0, body.value.into(), view).await?))
}

/// Clients of a controller
///
/// With their scopes, secrets and keys, and their last use.
#[utoipa::path(
    tag = "controllers", operation_id = "list_controller_clients",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(("controller_id" = ControllerId, Path, description = "The controller"), PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Client>))
)]
#[get("/v1/controllers/{controller_id}/clients")]
pub async fn list_controller_clients(
    caller: DirectoryKeeper,
    request: HttpRequest,
    id: PathId<ControllerId>,
    query: Query<PageQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let owner = directory::client_owner(&context, &caller.actor, id.0).await?;
    page(&context, &request, &query.0, owner).await
}

/// One client of a controller
///
/// With its scopes, secrets and keys, and its last use.
#[utoipa::path(
    tag = "controllers", operation_id = "get_controller_client",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(
        ("controller_id" = ControllerId, Path, description = "The controller"),
        ("client_id" = ClientId, Path, description = "The client")
    ),
    responses((status = 200, description = "The client", body = Client))
)]
#[get("/v1/controllers/{controller_id}/clients/{client_id}")]
pub async fn get_controller_client(
    caller: DirectoryKeeper,
    ids: PathIds<ControllerId, ClientId>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let owner = directory::client_owner(&context, &caller.actor, ids.0).await?;
    let (client, credentials) = clients::one(&context, owner, ids.1).await?;
    Ok(HttpResponse::Ok().json(Client::of(client, &credentials)))
}

/// Revoke a client of a controller
///
/// Its tokens stop working within seconds. Revoking again changes nothing.
#[utoipa::path(
    tag = "controllers", operation_id = "revoke_controller_client",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(
        ("controller_id" = ControllerId, Path, description = "The controller"),
        ("client_id" = ClientId, Path, description = "The client")
    ),
    responses((status = 204, description = "It is revoked"))
)]
#[delete("/v1/controllers/{controller_id}/clients/{client_id}")]
pub async fn revoke_controller_client(
    caller: DirectoryKeeper,
    ids: PathIds<ControllerId, ClientId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let owner = directory::client_owner(&context, &caller.actor, ids.0).await?;
    clients::revoke(&context, repeatable.call(caller.actor), owner, ids.1).await?;
    Ok(HttpResponse::NoContent().finish())
}
