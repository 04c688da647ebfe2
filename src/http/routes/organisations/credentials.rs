//! Secrets and keys of clients of an organisations: added while the others work until a chosen end, and ended.

use actix_web::{HttpResponse, delete, post, web};
use entity::id::{ClientCredentialId, ClientId, OrganisationId};

use super::client_wire::{ClientSecretMade, CredentialEntry, NewClientKey, NewClientSecret};
use crate::http::caller::{ClientKeeper, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::json::Body;
use crate::http::path::{PathIds, PathThree};
use crate::http::problem::ApiError;
use crate::service::clients::{NewProof, Proven};
use crate::service::{Context, clients};

/// Add a secret to a client of an organisation
///
/// It is shown this once. The client's other secrets and keys work until `others_end_at`, or until they are ended. A client has at
/// most two secrets that work.
#[utoipa::path(
    tag = "organisations", operation_id = "create_organisation_client_secret",
    security(("oauth2" = ["organisations:manage"]), ("oauth2" = ["clients:manage"])),
    params(
        ("organisation_id" = OrganisationId, Path, description = "The organisation"),
        ("client_id" = ClientId, Path, description = "The client"),
        IdempotencyHeader
    ),
    request_body = NewClientSecret,
    responses((status = 201, description = "The secret", body = ClientSecretMade))
)]
#[post("/v1/organisations/{organisation_id}/clients/{client_id}/secrets")]
pub async fn create_organisation_client_secret(
    caller: ClientKeeper<scope::ClientsManage>,
    ids: PathIds<OrganisationId, ClientId>,
    key: Key,
    context: web::Data<Context>,
    body: Body<NewClientSecret>,
) -> Result<HttpResponse, ApiError> {
    let owner = caller.owner(ids.0)?;
    let call = key.call(caller.actor, body.digest);
    let (new, ends) = (NewProof::Secret, body.value.others_end_at);
    let view = |made: &Proven| ClientSecretMade::from(made);
    Ok(respond(clients::add(&context, call, (owner, ids.1), new, ends, view).await?))
}

/// Add a public key to a client of an organisation
///
/// The client then proves who it is with assertions that it signs (`private_key_jwt`). Its other secrets and keys work until
/// `others_end_at`, or until they are ended. A client has at most four keys that work.
#[utoipa::path(
    tag = "organisations", operation_id = "create_organisation_client_key",
    security(("oauth2" = ["organisations:manage"]), ("oauth2" = ["clients:manage"])),
    params(
        ("organisation_id" = OrganisationId, Path, description = "The organisation"),
        ("client_id" = ClientId, Path, description = "The client"),
        IdempotencyHeader
    ),
    request_body = NewClientKey,
    responses((status = 201, description = "The key", body = CredentialEntry))
)]
#[post("/v1/organisations/{organisation_id}/clients/{client_id}/keys")]
pub async fn create_organisation_client_key(
    caller: ClientKeeper<scope::ClientsManage>,
    ids: PathIds<OrganisationId, ClientId>,
    key: Key,
    context: web::Data<Context>,
    body: Body<NewClientKey>,
) -> Result<HttpResponse, ApiError> {
    let owner = caller.owner(ids.0)?;
    let call = key.call(caller.actor, body.digest);
    let ends = body.value.others_end_at;
    let view = |made: &Proven| CredentialEntry::from(&made.credential);
    Ok(respond(clients::add(&context, call, (owner, ids.1), body.value.into(), ends, view).await?))
}

/// End a secret or key of a client of an organisation
///
/// Now, with the tokens that were got with it, on every replica within seconds. The last one that has no end stays: add another one
/// first, or revoke the client. Ending it again changes nothing.
#[utoipa::path(
    tag = "organisations", operation_id = "end_organisation_client_credential",
    security(("oauth2" = ["organisations:manage"]), ("oauth2" = ["clients:manage"])),
    params(
        ("organisation_id" = OrganisationId, Path, description = "The organisation"),
        ("client_id" = ClientId, Path, description = "The client"),
        ("credential_id" = ClientCredentialId, Path, description = "The secret or key")
    ),
    responses(
        (status = 204, description = "It has ended"),
        (status = 409, description = "Every other one that works has an end")
    )
)]
#[delete("/v1/organisations/{organisation_id}/clients/{client_id}/credentials/{credential_id}")]
pub async fn end_organisation_client_credential(
    caller: ClientKeeper<scope::ClientsManage>,
    ids: PathThree<OrganisationId, ClientId, ClientCredentialId>,
    repeatable: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let owner = caller.owner(ids.0)?;
    clients::end(&context, repeatable.call(caller.actor), (owner, ids.1), ids.2).await?;
    Ok(HttpResponse::NoContent().finish())
}
