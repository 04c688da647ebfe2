//! A person has done what only a person can do.

use entity::id::{OrganisationId, RequestId, TaskId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::json;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::deadline::{Receipt, ReceiptKind};
use crate::domain::delivery::DeliveryState;
use crate::domain::event::EventKind;
use crate::domain::problem::Problem;
use crate::domain::request::Author;
use crate::domain::task::{TaskKind, TaskState};
use crate::store::{Delivery, NewEvent, Settled, StoreError, Task, Tx, Viewer};

use super::call::{Actor, Call};
use super::context::Context;
use super::deliveries::{Leaving, deliver_receipts, leave};
use super::failure::{Failure, Outcome};
use super::once::Answer;

/// Requests moved with one statement.
const CHUNK: u64 = 500;

/// How a person delivered a message.
#[derive(Debug, Clone, Copy)]
pub struct DoneByHand {
    /// When it left.
    pub dispatched_at: Timestamp,
    /// Proof that it arrived, with the day that the proof states.
    pub receipt: Option<(ReceiptKind, Date)>,
}

/// What came of it.
#[derive(Debug)]
pub struct Completed {
    /// The task as it is now.
    pub task: Task,
    /// How many requests are sent by it.
    pub sent: u64,
    /// Requests that it does not count for, and why.
    pub refused: Vec<(RequestId, &'static str)>,
}

/// Settles a task. One about a message that a person has delivered moves its requests.
///
/// # Errors
/// `not_found`; `illegal_transition` when it is settled already; `invalid_field` when what was done is missing, not wanted, or
/// has an impossible date.
pub async fn complete<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: TaskId,
    done: Option<DoneByHand>,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(Completed) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let now = inner.clock.now();
                let mut task = tx.tenant(organisation).task(id).await?.ok_or(Code::NotFound)?;
                if task.state != TaskState::Open {
                    return Err(Problem::with_detail(Code::IllegalTransition, "The task is settled already.").into());
                }
                let by = match call.actor {
                    Actor::Organisation(client, _) => Some(client),
                    _ => None,
                };
                let mut completed = (0, Vec::new());
                match (done, task.kind) {
                    (Some(done), TaskKind::DeliverByHand | TaskKind::DeliveryFailed) => {
                        completed = by_hand(&inner, tx, &call, organisation, &task, done).await?;
                    }
                    (None, TaskKind::DeliverByHand) => {
                        let message = "Say when it was dispatched.";
                        return Err(Problem::field("/dispatched_at", Code::InvalidField, message).into());
                    }
                    (Some(_), _) => {
                        let message = "Nothing is dispatched by this task.";
                        return Err(Problem::field("/dispatched_at", Code::InvalidField, message).into());
                    }
                    (None, _) => {}
                }
                tx.settle_task(organisation, id, now, by).await?;
                (task.state, task.done_at, task.done_by) = (TaskState::Done, Some(now), by);
                let event = NewEvent {
                    id: inner.ids.next(),
                    kind: EventKind::TaskDone.as_str(),
                    request: None,
                    subject: Some(id.to_string()),
                    data: json!({ "task_id": id, "kind": task.kind, "delivery_id": task.delivery }),
                    author: call.actor.name(),
                    at: now,
                };
                tx.emit(organisation, vec![event]).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                let (sent, refused) = completed;
                Ok(view(Completed { task, sent, refused }))
            })
        })
        .await
}

/// Dispatch, and receipt where there is proof, for every request of the task's message.
async fn by_hand(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    task: &Task,
    done: DoneByHand,
) -> Outcome<(u64, Vec<(RequestId, &'static str)>)> {
    let now = context.clock.now();
    if done.dispatched_at > now {
        let message = "Must not lie in the future.";
        return Err(Problem::field("/dispatched_at", Code::ImpossibleDate, message).into());
    }
    let id = task.delivery.ok_or(Failure::Defect("a task about a message without the message"))?;
    let tenant = tx.tenant(organisation);
    let delivery = tenant.delivery(id).await?.ok_or(StoreError::Stale)?;
    if !matches!(delivery.state, DeliveryState::Manual | DeliveryState::Failed) {
        return Err(Code::DeliveryWrongState.into());
    }
    let controller = delivery.controller.ok_or(Code::DeliveryWrongState)?;
    let controller = tx.controller(controller, Viewer::Service).await?.ok_or(Code::NotFound)?;
    let actor = call.actor.name();
    let leaving = Leaving {
        organisation,
        controller: &controller,
        at: done.dispatched_at,
        author: Author::Organisation,
        actor: &actor,
    };
    let (mut after, mut sent, mut refused) = (None, 0, Vec::new());
    loop {
        let requests = tenant.requests_of_dispatch(id, after, CHUNK).await?;
        after = requests.last().map(|request| request.id).filter(|_| requests.len() as u64 == CHUNK);
        let left = leave(context, tx, &leaving, requests).await?;
        refused.extend(left.refused.iter().map(|(request, reason)| (request.id, *reason)));
        sent += left.sendable.len() as u64;
        if let Some((kind, date)) = done.receipt {
            let ids: Vec<RequestId> = left.sendable.iter().map(|(id, _)| *id).collect();
            let mut receipts = Vec::with_capacity(ids.len());
            for request in tenant.requests(&ids).await? {
                let receipt = Receipt::on(kind, date, request.standing.place).ok_or(Code::ImpossibleDate)?;
                receipts.push((request, receipt));
            }
            let wrong =
                deliver_receipts(context, tx, organisation, receipts, now, Author::Organisation, &actor).await?;
            if let Some((_, refused)) = wrong.first() {
                return Err(Failure::Refused((*refused).into()));
            }
        }
        if after.is_none() {
            break;
        }
    }
    settle(tx, &delivery, now).await?;
    Ok((sent, refused))
}

async fn settle(tx: &Tx, delivery: &Delivery, now: Timestamp) -> Outcome<()> {
    if delivery.state == DeliveryState::Failed {
        // It stays failed as a message; the requests were brought by other means.
        return Ok(());
    }
    let settled = Settled {
        id: delivery.id,
        state: DeliveryState::Delivered,
        attempts: delivery.attempts,
        next_attempt_at: None,
        last_failure: delivery.last_failure,
        settled_at: Some(now),
    };
    Ok(tx.settle_deliveries(delivery.organisation, &[settled]).await?)
}
