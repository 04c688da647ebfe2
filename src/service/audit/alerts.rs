//! Alerts, and from when on something is out of the ordinary.

use entity::id::{AuditAlertId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::watch::WatchLimits;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::StoredAlert;

/// Alerts of an organisation, those of shared data under the nil id, in the order in which they were noticed.
pub async fn alerts(
    context: &Context,
    organisation: OrganisationId,
    after: Option<AuditAlertId>,
    limit: u64,
) -> Outcome<Vec<StoredAlert>> {
    Ok(context.db.tenant(organisation).audit_alerts(after, limit).await?)
}

/// The limits of an organisation.
pub async fn limits(context: &Context, organisation: OrganisationId) -> Outcome<WatchLimits> {
    Ok(context.db.tenant(organisation).watch_limits().await?)
}

/// Sets the limits of an organisation. They hold for what is counted from then on.
///
/// # Errors
/// `not_found`.
pub async fn set_limits(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    limits: WatchLimits,
) -> Outcome<()> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                tx.organisation(organisation).await?.ok_or(Code::NotFound)?;
                let mut watch = tx.hold_audit_watch(organisation).await?;
                watch.limits = limits;
                tx.set_audit_watch(&watch).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, organisation)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}
