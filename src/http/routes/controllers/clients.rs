//! `/v1/controllers/{controller_id}/clients`: make, list, revoke.

use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use entity::id::{ClientId, ControllerId};

use crate::http::caller::DirectoryKeeper;
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::{PathId, PathIds};
use crate::http::problem::ApiError;
use crate::http::routes::organisations::wire::{Client, ClientCredentials, NewClient};
use crate::service::{Failure, clients, directory};
use crate::store::ClientOwner;

/// Make a client for a controller
///
/// It reads what was addressed to the controller and answers it. The secret is shown this once.
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
    let answer = directory::create_client(&context, call, id.0, body.value.name, body.value.scopes).await?;
    Ok(respond(answer))
}

/// Clients of a controller
///
/// With their last use, for the review of authorisations.
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
    let (limit, after) = (query.0.limit()?, query.0.cursor::<ClientId>()?);
    directory::kept_controller(&context, &caller.actor, id.0).await?;
    let owner = ClientOwner::Controller(id.0);
    let rows = context.db.clients_of(owner, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.into_iter().map(Client::from).collect(), next)))
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
    let client = directory::client_of(&context, &caller.actor, ids.0, ids.1).await?;
    clients::revoke(&context, repeatable.call(caller.actor), client).await?;
    Ok(HttpResponse::NoContent().finish())
}
