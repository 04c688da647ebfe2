//! The work on mandates that no call asks for: ending those whose last day is over, and finishing what their end began.
//!
//! Both are lists of what is due, taken a few at a time in a transaction each. What cannot be done is logged and left for the
//! next round, and holds up nothing else.

use entity::id::{MandateId, OrganisationId};

use crate::domain::mandate::day_not_over_everywhere;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::Tx;

use super::end::{End, end, go_on};

/// Mandates looked at in one piece of work.
const AT_A_TIME: u64 = 100;
/// Mandates ended in one transaction.
const TOGETHER: usize = 10;

/// What is done with a mandate of the list.
#[derive(Debug, Clone, Copy)]
enum Due {
    Expire,
    Stop,
}

/// Ends mandates whose last day is over everywhere, see [`day_not_over_everywhere`]: never early, whatever place the mandate
/// meant. Tells how many.
pub async fn expire_mandates(context: Context) -> Outcome<u64> {
    let day = day_not_over_everywhere(context.clock.now());
    let list = context.db.mandates_past(context.reach(), day, AT_A_TIME).await?;
    Ok(work_off(&context, list, Due::Expire).await)
}

/// Withdraws what is still open under ended mandates. Tells how much.
pub async fn stop_mandates(context: Context) -> Outcome<u64> {
    let list = context.db.mandates_to_stop(context.reach(), AT_A_TIME).await?;
    Ok(work_off(&context, list, Due::Stop).await)
}

async fn work_off(context: &Context, list: Vec<(OrganisationId, MandateId)>, due: Due) -> u64 {
    let mut done = 0;
    for group in list.chunks(TOGETHER) {
        if let Ok(count) = together(context, group.to_vec(), due).await {
            done += count;
            continue;
        }
        for one in group {
            match together(context, vec![*one], due).await {
                Ok(count) => done += count,
                Err(error) => tracing::error!(mandate = %one.1, error = %error, "a mandate could not be ended"),
            }
        }
    }
    done
}

async fn together(context: &Context, group: Vec<(OrganisationId, MandateId)>, due: Due) -> Outcome<u64> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut done = 0;
                for (organisation, id) in group {
                    let own = inner.of_in(tx, organisation).await?;
                    done += one(&own, tx, organisation, id, due).await?;
                }
                Ok::<_, Failure>(done)
            })
        })
        .await
}

/// The list was read before: what another worker has done meanwhile is left out.
async fn one(context: &Context, tx: &Tx, organisation: OrganisationId, id: MandateId, due: Due) -> Outcome<u64> {
    let Some(mut record) = tx.hold_mandate(organisation, id).await? else { return Ok(0) };
    let call = Call::system();
    match due {
        Due::Expire => {
            let day = day_not_over_everywhere(context.clock.now());
            if record.has_ended() || record.mandate.valid_until.is_none_or(|last| last >= day) {
                return Ok(0);
            }
            end(context, tx, &call, organisation, record, End::Expired).await?;
            Ok(1)
        }
        Due::Stop if record.ended_at.is_none() || record.stopped_at.is_some() => Ok(0),
        Due::Stop => {
            let requests = go_on(context, tx, &call, organisation, &mut record).await?;
            Ok(requests + u64::from(record.stopped_at.is_some()))
        }
    }
}
