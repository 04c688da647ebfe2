//! `GET /.well-known/jwks.json`.

use actix_web::{HttpResponse, get, web};

use crate::crypto::signing_key::JwkSet;
use crate::service::Context;

/// The public keys of this instance
///
/// They verify mandate credentials offline, and the `v1a` signatures of webhooks.
#[utoipa::path(
    tag = "access", operation_id = "list_keys", security(()),
    responses((status = 200, description = "The keys (RFC 7517)", body = JwkSet))
)]
#[get("/.well-known/jwks.json")]
pub async fn list_keys(context: web::Data<Context>) -> HttpResponse {
    HttpResponse::Ok().insert_header(("cache-control", "public, max-age=300")).json(context.keys.published())
}
