//! A controller asks whether a credential it got still holds.

use entity::id::{ControllerId, MandateId, OrganisationId};

use crate::crypto::credential::{Credential, read};
use crate::domain::code::Code;
use crate::service::audit::tell_controller;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;

use super::status::{MandateStatus, present};

/// A genuine credential and where its mandate stands.
#[derive(Debug, Clone)]
pub struct Verified {
    /// What the credential says.
    pub credential: Credential,
    /// The present status, which counts when the two differ.
    pub status: MandateStatus,
}

/// Verifies a credential that was issued for this controller, and tells the present status of its mandate, also when the
/// credential's own time is over. The disclosure is recorded.
///
/// # Errors
/// `credential_invalid` for anything that this service did not issue for this controller, without saying why.
pub async fn verify(context: &Context, call: &Call, controller: ControllerId, token: &str) -> Outcome<Verified> {
    let keys = context.keys.verifying_mandates();
    let issuer = &context.settings.base_url;
    let credential = read(issuer, &controller.to_string(), &keys, token.trim()).map_err(|_| Code::CredentialInvalid)?;
    let organisation: OrganisationId = credential.organisation.id.parse().map_err(|_| Code::CredentialInvalid)?;
    let mandate: MandateId = credential.mandate_id.parse().map_err(|_| Code::CredentialInvalid)?;
    let record = context.db.tenant(organisation).mandate(mandate).await?.ok_or(Code::CredentialInvalid)?;
    let status = present(context, organisation, &record).await?;
    tell_controller(context, call, controller, mandate, [(organisation, mandate.0)]).await?;
    Ok(Verified { credential, status })
}
