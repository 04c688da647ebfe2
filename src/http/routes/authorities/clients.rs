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
use crate::http::page::{Page, PageQuery, Query, cut};
use crate::http::path::{PathId, PathIds};
use crate::http::problem::ApiError;
use crate::http::routes::organisations::wire::{Client, ClientCredentials};
use crate::service::complaints::docket;
use crate::service::{Context, Docket, Failure, clients};
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
    let NewAuthorityClient { name, scopes, sandbox_id } = body.value;
    let docket = Docket { authority: id.0, sandbox: sandbox_id };
    Ok(respond(docket::create_client(&context, call, docket, name, scopes).await?))
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
    let (limit, after) = (query.0.limit()?, query.0.cursor::<ClientId>()?);
    docket::known(&context, id.0)?;
    let owner = ClientOwner::Authority(id.0);
    let rows = context.db.clients_of(owner, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    Ok(HttpResponse::Ok().json(Page::new(&request, rows.into_iter().map(Client::from).collect(), next)))
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
    let client = docket::client_of(&context, ids.0, ids.1).await?;
    clients::revoke(&context, repeatable.call(caller.actor), client).await?;
    Ok(HttpResponse::NoContent().finish())
}
