//! The docket of a supervisory authority: the complaints that were lodged with it, as a client of the authority sees them, and what it
//! does with them.
//!
//! A complaint stands in the docket of the authority with which it was lodged, whatever way that was, and in no other; of a draft
//! there is nothing to see. Sandboxes have dockets of their own. An authority whose place was taken by another, and the one that took
//! it, have one docket together: what was lodged with the former is with the latter now. Each look is an audit entry of the
//! organisation that lodged the complaint, as a disclosure to the authority.

mod clients;
mod files;
mod list;
mod read;
mod step;

use entity::id::{ComplaintId, OrganisationId};

use super::recheck::look_again;
use super::told::told;
use crate::domain::code::Code;
use crate::domain::event::EventKind;
use crate::service::call::{Call, Docket};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};

pub use clients::{create_client, known};
pub use files::{archive, begin_upload, list_files, open};
pub use list::{Listed, list};
pub use read::{DocketPerson, DocketStep, Opened, people, read, steps};
pub use step::take;

/// What a docket is called where complaints are kept. That of a sandbox is another one than that of everybody, so that nothing of
/// a sandbox can be found from outside, nor anything else from within.
pub(super) fn name(authority: &str, sandbox: Option<OrganisationId>) -> String {
    match sandbox {
        None => authority.to_owned(),
        Some(sandbox) => format!("{authority}@{sandbox}"),
    }
}

/// The dockets that are one with that of a client.
fn names(context: &Context, docket: Docket) -> Vec<String> {
    let authorities = context.authorities.now().in_succession_with(docket.authority.as_str());
    authorities.iter().map(|authority| name(authority, docket.sandbox)).collect()
}

/// Who lodged a complaint of the docket, and the service in the time of whoever that is.
///
/// # Errors
/// `not_found` for what is not there, is not lodged, or was lodged with another.
async fn find(context: &Context, docket: Docket, id: ComplaintId) -> Outcome<(Context, OrganisationId)> {
    let lodger = context.db.lodger_in(&names(context, docket), id).await?.ok_or(Code::NotFound)?;
    Ok((context.of(lodger).await?, lodger))
}

/// The same before something of the complaint is shown: if a mandate has ended, it is seen first for whom the organisation still acts
/// (M-9, M-11), and the first look shows that the authority has the complaint.
async fn enter(context: &Context, call: &Call, docket: Docket, id: ComplaintId) -> Outcome<(Context, OrganisationId)> {
    let (own, lodger) = find(context, docket, id).await?;
    let complaint = own.db.tenant(lodger).complaint(id).await?.ok_or(Code::NotFound)?;
    if complaint.check_due.is_some_and(|due| due <= own.clock.now()) {
        let looking = Call { trace_id: call.trace_id.clone(), ..Call::system() };
        look_again(&own, &looking, lodger, id).await?;
    }
    if complaint.standing.lodging.is_some_and(|lodging| lodging.read_at.is_none()) {
        let (inner, call) = (own.clone(), call.clone());
        own.db.write(move |tx| Box::pin(async move { received(&inner, tx, &call, lodger, id).await })).await?;
    }
    Ok((own, lodger))
}

/// Notes that the authority has a complaint, when that was not known before.
async fn received(
    context: &Context,
    tx: &crate::store::Tx,
    call: &Call,
    lodger: OrganisationId,
    id: ComplaintId,
) -> Outcome<()> {
    let mut complaint = tx.hold_complaint(lodger, id).await?.ok_or(Code::NotFound)?;
    if !complaint.standing.read_by_authority(context.clock.now()) {
        return Ok(());
    }
    complaint.version += 1;
    complaint.updated_at = context.clock.now();
    tx.update_complaint(&complaint).await?;
    tx.emit(lodger, vec![told(context, call, &complaint, EventKind::ComplaintReceived)]).await?;
    Ok::<_, Failure>(())
}
