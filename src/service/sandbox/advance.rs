//! Moving the clock of a sandbox forward.

use entity::id::OrganisationId;
use jiff::{SignedDuration, Timestamp};

use super::live::live;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::ports::machine_now;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;

/// How long a call waits for time to pass. What is left then passes without it.
const PATIENCE: SignedDuration = SignedDuration::from_secs(50);

/// From when to when the time of a sandbox went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advanced {
    /// What time it was.
    pub from: Timestamp,
    /// What time it is then.
    pub to: Timestamp,
}

/// Lets some time pass in a sandbox, with all that happens in it. `view` makes the answer. The call is answered once everything up to
/// then has happened. Where its clock is to go is kept first, so that a kill changes nothing: a repetition of the call goes on, and so
/// do workers.
///
/// # Errors
/// `sandbox_only`; `unavailable` when it takes too long for one call.
pub async fn advance<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    by: SignedDuration,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(Advanced) -> T + Send + 'static,
{
    if !organisation.is_sandbox() {
        return Err(Code::SandboxOnly.into());
    }
    let (inner, frame) = (context.clone(), call.clone());
    let answer = context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let own = inner.of_in(tx, organisation).await?;
                let on_the_way = tx.sandbox(organisation).await?.and_then(|sandbox| sandbox.moving_to);
                // A call that comes while another moves the clock moves it from where that one leads.
                let now = own.clock.now();
                let from = on_the_way.map_or(now, |to| to.max(now));
                let to = from.checked_add(by).unwrap_or(Timestamp::MAX);
                tx.send_sandbox(organisation, to).await?;
                tx.note(own.note(&call, organisation, AuditAction::Change, organisation)).await?;
                Ok(view(Advanced { from, to }))
            })
        })
        .await?;
    let by = machine_now().checked_add(PATIENCE).unwrap_or(Timestamp::MAX);
    live(context, organisation, by).await?;
    Ok(answer)
}
