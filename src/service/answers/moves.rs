//! What the organisation does about an answer: it supplies what was asked for, accepts or contests a suspension, contests an
//! extension, judges the answer. Each moves the request, settles the task that waited for it and, where it speaks to the
//! controller, needs the mandate at that moment (M-9) and sends a message.

use std::collections::BTreeMap;

use entity::id::{OrganisationId, RequestId};
use serde_json::json;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::controller::ChannelKind;
use crate::domain::delivery::MessageKind;
use crate::domain::mandate::{Act, MandateRefusal, Permit};
use crate::domain::problem::Problem;
use crate::domain::request::{Author, Event};
use crate::domain::task::TaskKind;
use crate::service::call::{Actor, Call};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::mandates;
use crate::service::once::Answer;
use crate::service::progress::{self, Change};
use crate::store::{NewMessage, Request, Tx, Viewer};

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
            Box::pin(async move {
                let request = tx.tenant(organisation).request(id).await?.ok_or(Code::NotFound)?;
                let told = message_of(&event);
                if told.is_some() {
                    permit(&inner, tx, &request, Act::Message).await?;
                }
                let settled = tasks_of(&event);
                let (now, actor) = (inner.clock.now(), call.actor.name());
                let changes = vec![Change { request, event }];
                let mut moved =
                    progress::apply(&inner, tx, organisation, changes, now, Author::Organisation, &actor).await?;
                let moved = moved.pop().ok_or(Code::NotFound)?.map_err(Problem::from)?;
                let by = match call.actor {
                    Actor::Organisation(client, _) => Some(client),
                    _ => None,
                };
                tx.settle_tasks_about(organisation, id, settled, now, by).await?;
                if let Some(kind) = told {
                    tell(&inner, tx, organisation, std::slice::from_ref(&moved.request), kind).await?;
                }
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                Ok(view(&moved.request))
            })
        })
        .await
}

/// Checks that the mandate covers an act at this moment.
pub(in crate::service) async fn permit(context: &Context, tx: &Tx, request: &Request, act: Act) -> Outcome<Permit> {
    let tenant = tx.tenant(request.organisation);
    let mandate = tenant.mandate(request.mandate_id).await?;
    let mandate = mandate.ok_or_else(|| Problem::from(MandateRefusal::Missing))?;
    let controller = tx.controller(request.controller_id, Viewer::Service).await?;
    let controller = controller.ok_or(Failure::Defect("a request to a controller that is not there"))?;
    let (right, now) = (request.standing.right, context.clock.now());
    Ok(mandates::permit(&mandate, act, right, &controller, now).map_err(Problem::from)?)
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
        Event::InformationSupplied { kind: None } | Event::ContestSuspension { .. } => {
            &[TaskKind::AnswerIdentityQuestion, TaskKind::AnswerScopeQuestion]
        }
        Event::Assessment { .. } => &[TaskKind::AssessResponse],
        _ => &[],
    }
}

/// A thin message to the controller about each request, by the channel through which it got the request.
pub(in crate::service) async fn tell(
    context: &Context,
    tx: &Tx,
    organisation: OrganisationId,
    requests: &[Request],
    kind: MessageKind,
) -> Outcome<()> {
    let mut dispatches: Vec<_> = requests.iter().filter_map(|request| request.dispatch_id).collect();
    dispatches.sort_unstable();
    dispatches.dedup();
    let channels: BTreeMap<_, _> = tx.channels_of(organisation, &dispatches).await?.into_iter().collect();
    let message = |request: &Request| {
        let channel = *channels.get(&request.dispatch_id?)?;
        let by_hand = matches!(channel, ChannelKind::Email | ChannelKind::Portal | ChannelKind::Post);
        Some(NewMessage {
            id: context.ids.next(),
            controller: request.controller_id,
            channel,
            kind,
            request: request.id,
            payload: json!({ "request_id": request.id }),
            by_hand: by_hand.then(|| context.ids.next()),
            at: context.clock.now(),
        })
    };
    let messages: Vec<NewMessage> = requests.iter().filter_map(message).collect();
    Ok(tx.add_messages(organisation, &messages).await?)
}
