//! `/v1/supervisory-authorities/{authority_id}/clients`: make, list, revoke.

use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use entity::id::{ClientId, OrganisationId};
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::access::Scope;
use crate::domain::authority::AuthorityId;
use crate::http::caller::{ForOperator, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, Repeatable, respond};
use crate::http::json::Body;
use crate::http::page::{Page, PageQuery, Query};
use crate::http::path::{PathId, PathIds};
use crate::http::problem::ApiError;
use crate::http::routes::organisations::client_wire::{Client, ClientCredentials, ClientKeySet};
use crate::http::routes::organisations::pages::page;
use crate::service::clients::{MadeClient, Wanted};
use crate::service::complaints::docket;
use crate::service::{Context, Docket, clients};
use crate::store::ClientOwner;

/// A client for a supervisory authority.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Register of complaints", "scopes": ["docket:read", "docket:answer"] }))]
pub struct NewAuthorityClient {
    /// What the authority calls it.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// Scopes it is to hold.
    #[validate(length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20)]
    pub scopes: Vec<Scope>,
    /// Public keys with which it proves who it is (`private_key_jwt`). With a key it gets no secret.
    #[validate(nested)]
    pub jwks: Option<ClientKeySet>,
    /// A sandbox in which it is to play the authority. It then sees what this sandbox lodges, and nothing else.
    pub sandbox_id: Option<OrganisationId>,
}

/// Make a client for a supervisory authority
///
/// It reads the complaints that were lodged with the authority and tells what becomes of them. From then on organisations can lodge
/// by the channel `api`. Should another authority take its place, it goes on for both. The secret is shown this once.
#[utoipa::path(
    tag = "authorities", operation_id = "create_authority_client", security(("oauth2" = ["directory:manage"])),
    params(("authority_id" = AuthorityId, Path, description = "The authority"), IdempotencyHeader),
    request_body = NewAuthorityClient,
    responses((status = 201, description = "The client and its secret", body = ClientCredentials))
)]
#[post("/v1/supervisory-authorities/{authority_id}/clients")]
pub async fn create_authority_client(
    caller: ForOperator<scope::DirectoryManage>,
    id: PathId<AuthorityId>,
    key: Key,
    context: web::Data<Context>,
    body: Body<NewAuthorityClient>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let NewAuthorityClient { name, scopes, jwks, sandbox_id } = body.value;
    let keys = jwks.map(|set| set.keys.into_iter().map(|key| key.0).collect()).unwrap_or_default();
    let wanted = Wanted { name, scopes, keys, ..Wanted::default() };
    let view = |made: &MadeClient| ClientCredentials::from(made);
    let docket = Docket { authority: id.0, sandbox: sandbox_id };
    Ok(respond(docket::create_client(&context, call, docket, wanted, view).await?))
}

/// Clients of a supervisory authority
///
/// With their last use, for the review of authorisations.
#[utoipa::path(
    tag = "authorities", operation_id = "list_authority_clients", security(("oauth2" = ["directory:manage"])),
    params(("authority_id" = AuthorityId, Path, description = "The authority"), PageQuery),
    responses((status = 200, description = "A page, oldest first", body = Page<Client>))
)]
#[get("/v1/supervisory-authorities/{authority_id}/clients")]
pub async fn list_authority_clients(
    _caller: ForOperator<scope::DirectoryManage>,
    request: HttpRequest,
    id: PathId<AuthorityId>,
    query: Query<PageQuery>,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    docket::known(&context, id.0)?;
    page(&context, &request, &query.0, ClientOwner::Authority(id.0)).await
}

/// Revoke a client of a supervisory authority
///
/// Its tokens stop working within seconds. Revoking again changes nothing.
#[utoipa::path(
    tag = "authorities", operation_id = "revoke_authority_client", security(("oauth2" = ["directory:manage"])),
    params(
        ("authority_id" = AuthorityId, Path, description = "The authority"),
        ("client_id" = ClientId, Path, description = "The client")
    ),
    responses((status = 204, description = "It is revoked"))
)]
#[delete("/v1/supervisory-authorities/{authority_id}/clients/{client_id}")]
pub async fn revoke_authority_client(
    caller: ForOperator<scope::DirectoryManage>,
    ids: PathIds<AuthorityId, ClientId>,
    repeatable: Repeatable,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let owner = ClientOwner::Authority(ids.0);
    clients::revoke(&context, repeatable.call(caller.actor), owner, ids.1).await?;
    Ok(HttpResponse::NoContent().finish())
}
