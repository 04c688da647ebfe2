//! Secrets and keys of clients of a controllers: added while the others work until a chosen end, and ended.

use actix_web::{HttpResponse, delete, post};
use entity::id::{ClientCredentialId, ClientId, ControllerId};

use crate::http::caller::DirectoryKeeper;
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::path::{PathIds, PathThree};
use crate::http::problem::ApiError;
use crate::http::routes::organisations::client_wire::{
    ClientSecretMade, CredentialEntry, NewClientKey, NewClientSecret,
};
use crate::service::clients::{NewProof, Proven};
use crate::service::{clients, directory};

/// Add a secret to a client of a controller
///
/// It is shown this once. The client's other secrets and keys work until `others_end_at`, or until they are ended. A client has at
/// most two secrets that work.
#[utoipa::path(
    tag = "controllers", operation_id = "create_controller_client_secret",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(
        ("controller_id" = ControllerId, Path, description = "The controller"),
        ("client_id" = ClientId, Path, description = "The client"),
        IdempotencyHeader
    ),
    request_body = NewClientSecret,
    responses((status = 201, description = "The secret", body = ClientSecretMade))
)]
#[post("/v1/controllers/{controller_id}/clients/{client_id}/secrets")]
pub async fn create_controller_client_secret(
    caller: DirectoryKeeper,
    ids: PathIds<ControllerId, ClientId>,
    key: Key,
    context: InTime,
    body: Body<NewClientSecret>,
) -> Result<HttpResponse, ApiError> {
    let owner = directory::client_owner(&context, &caller.actor, ids.0).await?;
    let call = key.call(caller.actor, body.digest);
    let (new, ends) = (NewProof::Secret, body.value.others_end_at);
    let view = |made: &Proven| ClientSecretMade::from(made);
    Ok(respond(clients::add(&context, call, (owner, ids.1), new, ends, view).await?))
}

/// Add a public key to a client of a controller
///
/// The client then proves who it is with assertions that it signs (`private_key_jwt`). Its other secrets and keys work until
/// `others_end_at`, or until they are ended. A client has at most four keys that work.
#[utoipa::path(
    tag = "controllers", operation_id = "create_controller_client_key",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(
        ("controller_id" = ControllerId, Path, description = "The controller"),
        ("client_id" = ClientId, Path, description = "The client"),
        IdempotencyHeader
    ),
    request_body = NewClientKey,
    responses((status = 201, description = "The key", body = CredentialEntry))
)]
#[post("/v1/controllers/{controller_id}/clients/{client_id}/keys")]
pub async fn create_controller_client_key(
    caller: DirectoryKeeper,
    ids: PathIds<ControllerId, ClientId>,
    key: Key,
    context: InTime,
    body: Body<NewClientKey>,
) -> Result<HttpResponse, ApiError> {
    let owner = directory::client_owner(&context, &caller.actor, ids.0).await?;
    let call = key.call(caller.actor, body.digest);
    let ends = body.value.others_end_at;
    let view = |made: &Proven| CredentialEntry::from(&made.credential);
    Ok(respond(clients::add(&context, call, (owner, ids.1), body.value.into(), ends, view).await?))
}

/// End a secret or key of a client of a controller
///
/// Now, with the tokens that were got with it, on every replica within seconds. The last one that has no end stays: add another one
/// first, or revoke the client. Ending it again changes nothing.
#[utoipa::path(
    tag = "controllers", operation_id = "end_controller_client_credential",
    security(("oauth2" = ["directory:manage"]), ("oauth2" = ["directory:write"])),
    params(
        ("controller_id" = ControllerId, Path, description = "The controller"),
        ("client_id" = ClientId, Path, description = "The client"),
        ("credential_id" = ClientCredentialId, Path, description = "The secret or key")
    ),
    responses(
        (status = 204, description = "It has ended"),
        (status = 409, description = "Every other one that works has an end")
    )
)]
#[delete("/v1/controllers/{controller_id}/clients/{client_id}/credentials/{credential_id}")]
pub async fn end_controller_client_credential(
    caller: DirectoryKeeper,
    ids: PathThree<ControllerId, ClientId, ClientCredentialId>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let owner = directory::client_owner(&context, &caller.actor, ids.0).await?;
    clients::end(&context, repeatable.call(caller.actor), (owner, ids.1), ids.2).await?;
    Ok(HttpResponse::NoContent().finish())
}
