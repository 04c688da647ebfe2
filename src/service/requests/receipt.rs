//! A better proof of receipt replaces a weaker one and the dates are computed anew, with a trace (D-12, D-15).

use entity::id::{OrganisationId, RequestId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::deadline::Receipt;
use crate::domain::problem::Problem;
use crate::domain::request::{Author, Event};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::service::progress::{self, Change};
use crate::store::Request;

/// Records a proof of receipt. `view` makes the answer out of the request as it stands then.
pub async fn prove_receipt<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: RequestId,
    receipt: Receipt,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Request) -> T + Send + 'static,
{
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let request = tx.tenant(organisation).request(id).await?.ok_or(Code::NotFound)?;
                let changes = vec![Change { request, event: Event::Receipt { receipt } }];
                let (now, actor) = (inner.clock.now(), call.actor.name());
                let mut moved =
                    progress::apply(&inner, tx, organisation, changes, now, Author::Organisation, &actor).await?;
                let moved = moved.pop().ok_or(Code::NotFound)?.map_err(Problem::from)?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                Ok(view(&moved.request))
            })
        })
        .await
}
