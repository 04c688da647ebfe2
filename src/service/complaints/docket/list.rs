//! The complaints of a docket, in the order in which they were lodged.

use std::collections::BTreeMap;

use entity::id::OrganisationId;

use super::names;
use crate::domain::audit::AuditAction;
use crate::service::call::{Call, Docket};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Complaint, Controller, DocketFilter, Organisation, Position, Tx, Viewer};

/// A complaint in a list.
pub struct Listed {
    /// Where it stands in the list.
    pub position: Position,
    /// The complaint.
    pub complaint: Complaint,
    /// Who lodged it.
    pub organisation: Organisation,
    /// Of whom it complains.
    pub controller: Controller,
}

/// Complaints of a docket after a position. Nothing is ever skipped: what a running transaction could still get in front of waits.
pub async fn list(
    context: &Context,
    call: Call,
    docket: Docket,
    filter: DocketFilter,
    after: Position,
    limit: u64,
) -> Outcome<Vec<Listed>> {
    let (inner, names) = (context.clone(), names(context, docket));
    let horizon = context.db.horizon().await?;
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let found = tx.complaints_in(&names, filter, after, horizon, limit).await?;
                let mut shown: BTreeMap<OrganisationId, Vec<uuid::Uuid>> = BTreeMap::new();
                for (_, complaint) in &found {
                    shown.entry(complaint.organisation).or_default().push(complaint.id.0);
                }
                let mut lodgers = BTreeMap::new();
                for (id, complaints) in shown {
                    let own = inner.of_in(tx, id).await?;
                    let note = own.note(&call, id, AuditAction::Disclose, "complaint").of_many(complaints);
                    tx.note(note.told_to(docket.authority)).await?;
                    let lodger = tx.organisation(id).await?;
                    lodgers.insert(id, lodger.ok_or(Failure::Defect("a complaint without its organisation"))?);
                }
                named(tx, found, &lodgers).await
            })
        })
        .await
}

/// Each with who lodged it and of whom it complains.
async fn named(
    tx: &Tx,
    found: Vec<(Position, Complaint)>,
    lodgers: &BTreeMap<OrganisationId, Organisation>,
) -> Outcome<Vec<Listed>> {
    let mut ids: Vec<_> = found.iter().map(|(_, complaint)| complaint.controller_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let controllers = tx.controllers_by_ids(&ids, Viewer::Service).await?;
    let controllers: BTreeMap<_, _> = controllers.into_iter().map(|one| (one.id, one)).collect();
    let one = |(position, complaint): (Position, Complaint)| {
        let organisation = lodgers.get(&complaint.organisation).cloned();
        let controller = controllers.get(&complaint.controller_id).cloned();
        let (organisation, controller) =
            organisation.zip(controller).ok_or(Failure::Defect("a complaint without its parties"))?;
        Ok(Listed { position, complaint, organisation, controller })
    };
    found.into_iter().map(one).collect()
}
