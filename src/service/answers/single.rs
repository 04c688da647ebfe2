//! One response in one call: by the controller, or recorded by the organisation.

use entity::id::OrganisationId;
use jiff::Timestamp;

use super::take::{Incoming, Source, take};
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::domain::response::Via;
use crate::service::call::{Actor, Call};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::StoreError;

/// How often a call is begun anew when a sweep or another answer moved the request meanwhile.
pub(super) const TRIES: usize = 5;

/// Takes one response of a controller.
///
/// # Errors
/// `not_found`, `invalid_field`, `already_answered`, `illegal_transition`, `attachment_unknown` and the codes of dates.
pub async fn answer(context: &Context, call: Call, one: Incoming) -> Outcome<Answer> {
    let Actor::Controller(_, controller) = call.actor else {
        return Err(Failure::Defect("an answer of somebody who is no controller"));
    };
    let now = context.clock.now();
    taken_once(context, call, Source::Controller(controller), Via::Api, now, one).await
}

/// Records a response that came to the organisation by letter or e-mail, at the moment it came.
///
/// # Errors
/// As [`answer`]; `impossible_date` for a moment that has not come.
pub async fn record(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    one: Incoming,
    received_at: Timestamp,
) -> Outcome<Answer> {
    if received_at > context.clock.now() {
        return Err(Problem::with_detail(Code::ImpossibleDate, "It cannot have come later than now.").into());
    }
    taken_once(context, call, Source::Organisation(organisation), Via::Manual, received_at, one).await
}

async fn taken_once(
    context: &Context,
    call: Call,
    source: Source,
    via: Via,
    at: Timestamp,
    one: Incoming,
) -> Outcome<Answer> {
    for left in (0..TRIES).rev() {
        let (inner, frame, one) = (context.clone(), call.clone(), one.clone());
        let answer = context
            .once(&call, 201, move |tx| {
                Box::pin(async move {
                    let mut results = take(&inner, tx, &frame, source, via, at, &[one]).await?;
                    let result = results.pop().ok_or(Failure::Defect("a response without an outcome"))?;
                    Ok(result?)
                })
            })
            .await;
        match answer {
            Err(Failure::Store(StoreError::Stale)) if left > 0 => {}
            settled => return settled,
        }
    }
    Err(StoreError::Stale.into())
}
