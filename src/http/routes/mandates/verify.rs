//! `POST /v1/credentials:verify`.

use actix_web::{HttpResponse, post, web};

use super::wire::{CredentialToVerify, VerifiedCredential};
use crate::domain::recipient::Recipient;
use crate::http::caller::{ForController, scope};
use crate::http::given::given;
use crate::http::idempotency::Repeatable;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::service::{Context, mandates};

/// Verify a mandate credential
///
/// For controllers that do not verify signatures themselves. Tells what the credential says and where its mandate stands at
/// this moment. Only credentials for the calling controller are accepted. It changes nothing and needs no key; each
/// answer is recorded with the organisation.
#[utoipa::path(
    tag = "inbox", operation_id = "verify_credential", security(("oauth2" = ["inbox:read"])),
    request_body = CredentialToVerify,
    responses((status = 200, description = "The credential is genuine; `status` tells whether it holds", body = VerifiedCredential))
)]
#[post("/v1/credentials:verify")]
pub async fn verify_credential(
    caller: ForController<scope::InboxRead>,
    frame: Repeatable,
    context: web::Data<Context>,
    body: Body<CredentialToVerify>,
) -> Result<HttpResponse, ApiError> {
    let verified =
        mandates::verify(&context, &frame.call(caller.actor), caller.controller, &body.value.credential).await?;
    Ok(HttpResponse::Ok().json(given(Recipient::Controller, "verify_credential", &VerifiedCredential::from(verified))?))
}
