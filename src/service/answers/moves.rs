//! What the organisation does about an answer: it accepts or contests a suspension, contests an extension, judges the answer,
//! supplies what was asked for (see [`super::supply`]). Each moves the request, settles the task that waited for it and, where it
//! speaks to the controller, needs the mandate at that moment (M-9) and sends a message.

use entity::id::{OrganisationId, RequestId};
use serde_json::json;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::delivery::MessageKind;
use crate::domain::mandate::Act;
use crate::domain::problem::Problem;
use crate::domain::request::{Author, Event};
use crate::domain::task::TaskKind;
use crate::service::call::{Actor, Call};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::mandates;
use crate::service::messages::tell;
use crate::service::once::Answer;
use crate::service::progress::{self, Change};
use crate::store::{Request, Tx};

/// Moves a request. `view` makes the answer out of the request as it stands then.
///
/// # Errors
/// `not_found`, `illegal_transition`, the codes of mandates, `version_conflict` when an answer came meanwhile.
pub async fn change<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: RequestId,
    event: Event,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Request) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move { Ok(view(&move_one(&inner, tx, &call, organisation, id, event).await?)) })
        })
        .await
}

/// Moves a request within a transaction, with everything that follows from it.
pub(super) async fn move_one(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    id: RequestId,
    event: Event,
) -> Outcome<Request> {
    let request = tx.tenant(organisation).request(id).await?.ok_or(Code::NotFound)?;
    let told = message_of(&event);
    if told.is_some() {
        mandates::permit_now(context, tx, &request, Act::Message).await?;
    }
    let settled = tasks_of(&event);
    let (now, actor) = (context.clock.now(), call.actor.name());
    let changes = vec![Change { request, event }];
    let mut moved = progress::apply(context, tx, organisation, changes, now, Author::Organisation, &actor).await?;
    let moved = moved.pop().ok_or(Code::NotFound)?.map_err(Problem::from)?;
    let by = match call.actor {
        Actor::Organisation(client, _) => Some(client),
        _ => None,
    };
    tx.settle_tasks_about(organisation, id, settled, now, by).await?;
    if let Some(kind) = told {
        let data = |request: &Request| json!({ "request_id": request.id });
        tell(context, tx, organisation, &[&moved.request], kind, data).await?;
    }
    tx.note(context.note(call, organisation, AuditAction::Change, id)).await?;
    Ok(moved.request)
}

const fn message_of(event: &Event) -> Option<MessageKind> {
    match event {
        Event::InformationSupplied { .. } => Some(MessageKind::InformationSupplied),
        Event::ContestSuspension { .. } => Some(MessageKind::SuspensionContested),
        Event::ContestExtension {} => Some(MessageKind::ExtensionContested),
        _ => None,
    }
}

const fn tasks_of(event: &Event) -> &'static [TaskKind] {
    use crate::domain::deadline::QuestionKind;
    match event {
        Event::InformationSupplied { kind: Some(QuestionKind::Identity) } => &[TaskKind::AnswerIdentityQuestion],
        Event::InformationSupplied { kind: Some(QuestionKind::Scope) } => &[TaskKind::AnswerScopeQuestion],
        Event::InformationSupplied { kind: Some(QuestionKind::Fee) } => &[TaskKind::DecideOnFee],
        Event::InformationSupplied { kind: None } | Event::ContestSuspension { .. } => {
            &[TaskKind::AnswerIdentityQuestion, TaskKind::AnswerScopeQuestion]
        }
        Event::Assessment { .. } => &[TaskKind::AssessResponse],
        _ => &[],
    }
}
