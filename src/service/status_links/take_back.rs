//! The person takes a mandate back on the page (M-11).

use entity::id::MandateId;

use super::open::find;
use crate::domain::code::Code;
use crate::service::call::{Actor, Call};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::mandates;

/// Revokes a mandate of the person whose page a secret address leads to. Revoking an ended one changes nothing.
///
/// # Errors
/// `not_found` when the address leads nowhere, or the mandate is not one of this person.
pub async fn take_back(context: &Context, trace_id: String, secret: String, mandate: MandateId) -> Outcome<()> {
    let inner = context.clone();
    let (context, link) = context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let (in_time, link) = find(&inner, tx, &secret).await?;
                let own = tx.tenant(link.organisation).mandate(mandate).await?;
                own.filter(|own| own.data_subject == link.data_subject).ok_or(Code::NotFound)?;
                Ok::<_, Failure>((in_time, link))
            })
        })
        .await?;
    // Whose mandate it is never changes, and taking it back is right whatever becomes of the link meanwhile.
    let call = Call { actor: Actor::DataSubject(link.data_subject), trace_id, ..Call::system() };
    mandates::revoke(&context, call, link.organisation, mandate, |_, _| ()).await?;
    Ok(())
}
