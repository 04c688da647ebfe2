//! Mandate credentials: what a controller gets with a request to know that the organisation may act (M-8).

use entity::id::{ControllerId, MandateId, OrganisationId, RequestId};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::crypto::OrganisationKeys;
use crate::crypto::credential::{Credential, Representative, issue};
use crate::domain::access::KeyPurpose;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::mandate::{Act, MandateRefusal, MandateState};
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{MandateRecord, Organisation, Tx};

use super::permit::permit_now;

use super::token::StatusToken;

/// How long a credential can be verified offline at most; mandates without an end need some end. The status address goes on.
const LONGEST: SignedDuration = SignedDuration::from_hours(366 * 24);

/// The scope of a mandate that is limited to some data. What the limit is stands in the request; it is in the person's words
/// and not for a credential.
const LIMITED: &str = "limited";

/// The credential of a request, for an organisation that brings it to the controller by its own means.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct GivenCredential {
    /// The request.
    pub request_id: RequestId,
    /// The only controller that it is for.
    pub controller_id: ControllerId,
    /// The mandate as a signed token (JWT), which can be verified offline with the published keys, and online.
    pub mandate_credential: String,
}

/// Gives the credential of an open request to its organisation. The disclosure is recorded.
///
/// # Errors
/// `not_found`; `illegal_transition` for a request that is closed or withdrawn; the codes of mandates.
pub async fn give_credential(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: RequestId,
) -> Outcome<GivenCredential> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let request = tx.tenant(organisation).request(id).await?.ok_or(Code::NotFound)?;
                if !request.standing.is_open() {
                    let detail = "The request is over, and so is what its credential could prove.";
                    return Err(Problem::with_detail(Code::IllegalTransition, detail).into());
                }
                permit_now(&inner, tx, &request, Act::Dispatch).await?;
                let controller_id = request.controller_id;
                let mandate_credential =
                    credential(&inner, tx, organisation, id, request.mandate_id, controller_id).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Disclose, id).told_to(organisation)).await?;
                Ok::<_, Failure>(GivenCredential { request_id: id, controller_id, mandate_credential })
            })
        })
        .await
}

/// Issues the credential of a request for its controller, as a JWT.
///
/// The caller has made sure that the request is of this mandate and addressed to this controller, and records the disclosure.
///
/// # Errors
/// `not_found`; `mandate_revoked`, `mandate_expired`, `mandate_not_yet_valid`.
pub async fn credential(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    request: RequestId,
    mandate: MandateId,
    controller: ControllerId,
) -> Outcome<String> {
    let record = tx.tenant(organisation).mandate(mandate).await?.ok_or(Code::NotFound)?;
    let organisation = tx.organisation(organisation).await?.ok_or(Code::NotFound)?;
    let keys = context.keys.of_organisation_in(tx, organisation.id).await?;
    issue_credential(context, &organisation, &keys, &record, request, controller)
}

/// The same for whoever has read the records already, for pages of many requests.
///
/// # Errors
/// As [`credential`], but `not_found`.
pub fn issue_credential(
    context: &Context,
    organisation: &Organisation,
    keys: &OrganisationKeys,
    record: &MandateRecord,
    request: RequestId,
    controller: ControllerId,
) -> Outcome<String> {
    let now = context.clock.now();
    let refusal = match record.state_at(now) {
        MandateState::Active => None,
        MandateState::NotYetValid => Some(MandateRefusal::NotYetValid),
        MandateState::Expired => Some(MandateRefusal::Expired),
        MandateState::Revoked => Some(MandateRefusal::Revoked),
    };
    if let Some(refusal) = refusal {
        return Err(Problem::from(refusal).into());
    }
    let power = record.mandate.powers.request.as_ref().ok_or_else(|| Problem::from(MandateRefusal::ActNotCovered))?;
    let base = &context.settings.base_url;
    let latest = now.checked_add(LONGEST).unwrap_or(jiff::Timestamp::MAX);
    let credential = Credential {
        mandate_id: record.id.to_string(),
        controller_id: controller.to_string(),
        request_id: request.to_string(),
        organisation: Representative { id: organisation.id.to_string(), name: organisation.name.clone() },
        subject_reference: keys.subject_reference(record.data_subject.0, controller.0),
        rights: power.rights.iter().map(|right| right.as_str().to_owned()).collect(),
        scope: power.scope.iter().map(|_| LIMITED.to_owned()).collect(),
        valid_from: record.mandate.begins_at().unwrap_or(now),
        valid_until: record.mandate.expires_at().map_or(latest, |end| end.min(latest)),
        status_url: status_url(context, organisation.id, record.id, controller)?,
    };
    let key = context.keys.signing(KeyPurpose::Mandate)?;
    issue(base, &credential, &key, now, context.random.as_ref())
        .map_err(|_| Failure::Defect("a credential could not be signed"))
}

/// An address at which a controller sees where a mandate stands, also when that has ended.
///
/// # Errors
/// A defect of the library that seals.
pub fn status_url(
    context: &Context,
    organisation: OrganisationId,
    mandate: MandateId,
    controller: ControllerId,
) -> Outcome<String> {
    let token = StatusToken { organisation, mandate, controller }.seal(&context.keys.addresses())?;
    Ok(format!("{}/v1/mandate-status/{token}", context.settings.base_url))
}
