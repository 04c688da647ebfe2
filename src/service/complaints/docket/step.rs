//! What an authority does with a complaint: the same steps that an organisation enters by hand, in the same way.

use entity::id::ComplaintId;

use super::find;
use super::read::{Opened, Parties};
use crate::service::call::{Call, Docket};
use crate::service::complaints::step::{NewStep, take_step};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;

/// Takes a step as the authority. `view` makes the answer.
///
/// # Errors
/// Those of [`take_step`].
pub async fn take<T, V>(
    context: &Context,
    call: Call,
    docket: Docket,
    id: ComplaintId,
    expected: Option<i32>,
    new: NewStep,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Context, &Opened) -> T + Send + 'static,
{
    let (own, lodger) = find(context, docket, id).await?;
    let parties = Parties::of(&own, lodger, id).await?;
    take_step(&own, call, lodger, id, expected, new, |context, complaint, content| {
        view(context, &parties.open(complaint.clone(), content))
    })
    .await
}
