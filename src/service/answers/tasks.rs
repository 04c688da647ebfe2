//! What a response leaves to people.

use entity::id::{OrganisationId, RequestId};
use serde_json::json;

use crate::domain::event::EventKind;
use crate::domain::request::Lifecycle;
use crate::domain::response::Response;
use crate::domain::task::{TaskKind, TaskState};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{NewEvent, Request, Task, Tx};

/// What a person has to do after a response; nothing after one that came too late to matter.
pub(super) fn after(response: &Response, request: &Request) -> Option<TaskKind> {
    if request.standing.state.lifecycle == Lifecycle::Withdrawn {
        return None;
    }
    match response {
        Response::IdentityQuestion { .. } | Response::CannotIdentify { .. } => Some(TaskKind::AnswerIdentityQuestion),
        Response::ScopeQuestion { .. } => Some(TaskKind::AnswerScopeQuestion),
        Response::FeeDemand { .. } => Some(TaskKind::DecideOnFee),
        Response::Full { .. }
        | Response::Partial { .. }
        | Response::Refused { .. }
        | Response::NoData { .. }
        | Response::Redirected { .. } => Some(TaskKind::AssessResponse),
        Response::Other { .. } => Some(TaskKind::HandleUnreadableAnswer),
        Response::Extension { .. } | Response::Acknowledgement { .. } => None,
    }
}

/// Opens tasks and tells of them.
pub(super) async fn open(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    wanted: Vec<(TaskKind, RequestId, entity::id::ControllerId)>,
    actor: &str,
) -> Outcome<()> {
    let now = context.clock.now();
    let tasks: Vec<Task> = wanted
        .into_iter()
        .map(|(kind, request, controller)| Task {
            id: context.ids.next(),
            kind,
            state: TaskState::Open,
            request: Some(request),
            delivery: None,
            controller: Some(controller),
            requests: 1,
            reason: None,
            created_at: now,
            done_at: None,
            done_by: None,
        })
        .collect();
    let events = tasks.iter().map(|task| NewEvent {
        id: context.ids.next(),
        kind: EventKind::TaskOpened.as_str(),
        request: None,
        subject: Some(task.id.to_string()),
        data: json!({ "task_id": task.id, "kind": task.kind, "request_id": task.request, "controller_id": task.controller }),
        author: actor.to_owned(),
        at: now,
    });
    tx.emit(organisation, events.collect()).await?;
    tx.add_tasks(organisation, &tasks).await?;
    Ok(())
}
