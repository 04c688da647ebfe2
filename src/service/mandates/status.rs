//! The present status of a mandate, for controllers that check online.

use entity::id::OrganisationId;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::code::Code;
use crate::domain::mandate::MandateState;
use crate::domain::right::Right;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::MandateRecord;

use super::token::StatusToken;

/// What a controller is told of a mandate: nothing about the person, nothing about other controllers.
#[derive(Debug, Clone)]
pub struct MandateStatus {
    /// Where it stands at this moment.
    pub state: MandateState,
    /// Name of the organisation that acts.
    pub organisation: String,
    /// The rights it covers.
    pub rights: Vec<Right>,
    /// Its last day; none when it has no end.
    pub valid_until: Option<Date>,
    /// The moment.
    pub checked_at: Timestamp,
}

/// The present status behind the address that a credential names.
///
/// # Errors
/// `not_found` for everything that is not such an address.
pub async fn status(context: &Context, token: &str) -> Outcome<MandateStatus> {
    let token = StatusToken::open(&context.keys.addresses(), token).ok_or(Code::NotFound)?;
    let record = context.db.tenant(token.organisation).mandate(token.mandate).await?;
    present(context, token.organisation, &record.ok_or(Code::NotFound)?).await
}

pub(super) async fn present(
    context: &Context,
    organisation: OrganisationId,
    record: &MandateRecord,
) -> Outcome<MandateStatus> {
    let context = &context.of(organisation).await?;
    let organisation = context.db.organisation(organisation).await?;
    let organisation = organisation.ok_or(Failure::Defect("a mandate of an organisation that is not there"))?;
    let checked_at = context.clock.now();
    Ok(MandateStatus {
        state: record.state_at(checked_at),
        organisation: organisation.name,
        rights: record.mandate.powers.request.as_ref().map(|power| power.rights.clone()).unwrap_or_default(),
        valid_until: record.mandate.valid_until,
        checked_at,
    })
}
