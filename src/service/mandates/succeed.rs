//! A mandate that expires hands requests on that have not left, to another mandate of the person that covers them. What waits to
//! be sent is sent under that one; what no mandate covers is withdrawn, as after every end (M-9, M-11). A revocation hands
//! nothing on: the person has taken the power back.

use entity::id::OrganisationId;

use super::permit::permit;
use crate::domain::audit::AuditAction;
use crate::domain::mandate::Act;
use crate::domain::request::{Author, Event, Lifecycle};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::progress::{self, Change};
use crate::service::requests::release_held_back;
use crate::store::{MandateRecord, Request, Tx, Viewer};

/// Requests handed on at once. More than wait for anybody.
const AT_ONCE: u64 = 500;

/// Hands on what another mandate covers. The mandate that expires is held and marked as ended before.
pub(super) async fn hand_on(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    ended: &MandateRecord,
) -> Outcome<()> {
    let mut others = tx.hold_mandates_of(organisation, &[ended.data_subject]).await?;
    others.retain(|other| other.id != ended.id);
    if others.is_empty() {
        return Ok(());
    }
    // The latest that the person signed comes first.
    others.sort_by_key(|other| std::cmp::Reverse((other.mandate.signed_on, other.id)));
    // What no message carries was held back before, and goes in a new message.
    release_held_back(context, tx, call, organisation, ended.data_subject).await?;

    let open = tx.hold_open_requests_of_mandate(organisation, ended.data_subject, ended.id, AT_ONCE).await?;
    let waits =
        |request: &Request| request.standing.state.lifecycle == Lifecycle::Ready && request.dispatch_id.is_some();
    let waiting: Vec<Request> = open.into_iter().filter(waits).collect();
    let mut controllers: Vec<_> = waiting.iter().map(|request| request.controller_id).collect();
    controllers.sort_unstable();
    controllers.dedup();
    let controllers = tx.controllers_by_ids(&controllers, Viewer::Service).await?;
    let now = context.clock.now();
    let mut changes = Vec::new();
    for mut request in waiting {
        let Some(controller) = controllers.iter().find(|found| found.id == request.controller_id) else { continue };
        let covers = |other: &MandateRecord| {
            let given = permit(other, Act::Dispatch, request.standing.right, controller, now);
            given.ok().map(|permit| (other.id, permit))
        };
        let Some((successor, permit)) = others.iter().find_map(covers) else { continue };
        request.mandate_id = successor;
        changes.push(Change { request, event: Event::Release { permit } });
    }
    if changes.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = changes.iter().map(|change| change.request.id.0).collect();
    progress::apply(context, tx, organisation, changes, now, Author::System, &call.actor.name()).await?;
    let note = context.note(call, organisation, AuditAction::Change, "request");
    tx.note(note.of_many(ids)).await?;
    Ok(())
}
