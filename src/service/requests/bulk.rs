//! One act on many requests: named by ids, or by a filter with exceptions, with a preview of what would be hit.

use entity::id::{DataSubjectId, OrganisationId, RequestId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::delivery::MessageKind;
use crate::domain::problem::Problem;
use crate::domain::request::{self, Author, Event, Refused, WithdrawReason};
use crate::domain::text_enum;
use crate::service::audit::look_through;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::messages::tell;
use crate::service::once::Answer;
use crate::service::progress::{self, Change, Progress};
use crate::service::withdrawal::withdraw;
use crate::store::{Controller, MandateRecord, Reads, Request, RequestFilter, Tenant, Tx, Viewer};

use super::release::{self, release};
use super::remind::{Basis, controllers};

/// Most requests of one call: what one transaction can hold without making others wait.
pub const MAX_AT_ONCE: u64 = 2_000;

/// Which requests are meant.
#[derive(Debug, Clone)]
pub enum Selection {
    /// These.
    Ids(Vec<RequestId>),
    /// All that the filter means.
    Filter(Box<RequestFilter>),
}

text_enum! {
    /// What can be done to many requests at once.
    pub enum BulkAction {
        /// The person takes the request back.
        Withdraw = "withdraw",
        /// A person decides not to pursue it (S-6).
        Abandon = "abandon",
        /// The controller is reminded; the clock stays as it is.
        Remind = "remind",
        /// What was held back, because its mandate did not cover it when it was to be sent, goes under one that does (M-9).
        Release = "release",
    }
}

/// What an act did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BulkOutcome {
    /// How many requests are meant.
    pub selected: u64,
    /// How many it was done to, or would be.
    pub applied: u64,
    /// Those that the rules refuse, with the code that says why.
    pub refused: Vec<RefusedRequest>,
}

/// A request to which the act cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RefusedRequest {
    /// The request.
    pub request_id: RequestId,
    /// Why.
    #[schema(example = "illegal_transition", extensions(("x-extensible-enum" = json!("ProblemCode"))))]
    pub code: String,
}

impl Selection {
    async fn read<C: Reads>(&self, tenant: &Tenant<'_, C>) -> Outcome<Vec<Request>> {
        let found = match self {
            Self::Ids(ids) => {
                let found = tenant.requests(ids).await?;
                if found.len() != ids.len() {
                    return Err(Code::NotFound.into());
                }
                found
            }
            Self::Filter(filter) => tenant.list_requests(filter, None, MAX_AT_ONCE + 1).await?,
        };
        if found.len() as u64 > MAX_AT_ONCE {
            let detail = format!("More than {MAX_AT_ONCE} requests are meant; narrow the filter and call again.");
            return Err(Problem::with_detail(Code::SelectionTooLarge, detail).into());
        }
        Ok(found)
    }
}

/// What the act would do, without doing it. The look is recorded.
///
/// # Errors
/// `selection_too_large`; `not_found` when an id is not one of the organisation's requests.
pub async fn preview(
    context: &Context,
    call: &Call,
    organisation: OrganisationId,
    action: BulkAction,
    selection: Selection,
) -> Outcome<BulkOutcome> {
    let tenant = context.db.tenant(organisation);
    let requests = selection.read(&tenant).await?;
    look_through(context, call, organisation, "request", requests.iter().map(|request| request.id.0)).await?;
    let now = context.clock.now();
    let found = match action {
        BulkAction::Remind | BulkAction::Release => {
            context.db.controllers_by_ids(&controllers(&requests), Viewer::Service).await?
        }
        BulkAction::Withdraw | BulkAction::Abandon => Vec::new(),
    };
    let events = events(&tenant, action, &requests, found, now).await?;
    let calendars = context.calendars.now();
    let mut outcome = BulkOutcome { selected: requests.len() as u64, ..BulkOutcome::default() };
    for (request, event) in requests.into_iter().zip(events) {
        let applied = |event| request::apply(&request.standing, &event, now, Author::Organisation, &calendars);
        match event.and_then(applied) {
            Ok(_) => outcome.applied += 1,
            Err(refused) => outcome.refused.push(told(request.id, refused)),
        }
    }
    Ok(outcome)
}

/// Does the act to all that are meant; what the rules refuse is told and harms no other.
///
/// # Errors
/// As [`preview`].
pub async fn act(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    action: BulkAction,
    selection: Selection,
) -> Outcome<Answer> {
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let found = selection.read(&tx.tenant(organisation)).await?;
                let held = Held::of(tx, organisation, action, &found).await?;
                let ids: Vec<RequestId> = held.requests.iter().map(|request| request.id).collect();
                let results = run(&inner, tx, &call, organisation, action, held).await?;
                let mut outcome = BulkOutcome { selected: ids.len() as u64, ..BulkOutcome::default() };
                for (id, result) in ids.into_iter().zip(results) {
                    match result {
                        Ok(_) => outcome.applied += 1,
                        Err(refused) => outcome.refused.push(told(id, refused)),
                    }
                }
                Ok(outcome)
            })
        })
        .await
}

/// Does the act to one request. `view` makes the answer out of it.
///
/// # Errors
/// `not_found`, `version_conflict`, and what the rules refuse.
pub async fn act_on_one<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    action: BulkAction,
    id: RequestId,
    expected: Option<i32>,
    view: V,
) -> Outcome<Answer>
where
    T: Serialize + Send + 'static,
    V: FnOnce(&Request) -> T + Send + 'static,
{
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let found = tx.tenant(organisation).request(id).await?.ok_or(Code::NotFound)?;
                let held = Held::of(tx, organisation, action, &[found]).await?;
                if held.requests.iter().any(|request| expected.is_some_and(|version| version != request.version)) {
                    return Err(Code::VersionConflict.into());
                }
                let mut results = run(&inner, tx, &call, organisation, action, held).await?;
                let moved = results.pop().ok_or(Code::NotFound)?.map_err(Problem::from)?;
                Ok(view(&moved.request))
            })
        })
        .await
}

/// What an act is done to, as it stands once nobody else moves it.
struct Held {
    requests: Vec<Request>,
    /// Mandates of their people, for a release.
    mandates: Vec<MandateRecord>,
}

impl Held {
    /// Mandates come before requests, as for whoever ends a mandate.
    async fn of(tx: &Tx, organisation: OrganisationId, action: BulkAction, found: &[Request]) -> Outcome<Self> {
        let mandates = match action {
            BulkAction::Release => tx.hold_mandates_of(organisation, &people(found)).await?,
            BulkAction::Withdraw | BulkAction::Abandon | BulkAction::Remind => Vec::new(),
        };
        let ids: Vec<RequestId> = found.iter().map(|request| request.id).collect();
        Ok(Self { requests: tx.hold_requests(organisation, &ids).await?, mandates })
    }
}

fn people(requests: &[Request]) -> Vec<DataSubjectId> {
    requests.iter().map(|request| request.data_subject_id).collect()
}

async fn run(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    action: BulkAction,
    held: Held,
) -> Outcome<Vec<Result<Progress, Refused>>> {
    let (now, requests) = (context.clock.now(), held.requests);
    let found = match action {
        BulkAction::Withdraw => {
            let reason = WithdrawReason::PersonWithdrew;
            return withdraw(context, tx, call, organisation, requests, reason, Author::Organisation).await;
        }
        BulkAction::Release => return release(context, tx, call, organisation, requests, held.mandates).await,
        BulkAction::Abandon => Vec::new(),
        BulkAction::Remind => tx.controllers_by_ids(&controllers(&requests), Viewer::Service).await?,
    };
    let events = events(&tx.tenant(organisation), action, &requests, found, now).await?;
    let refused: Vec<Option<Refused>> = events.iter().map(|event| event.as_ref().err().copied()).collect();
    let changes = requests.into_iter().zip(events);
    let changes = changes.filter_map(|(request, event)| Some(Change { request, event: event.ok()? })).collect();
    let actor = call.actor.name();
    let applied = progress::apply(context, tx, organisation, changes, now, Author::Organisation, &actor).await?;
    let moved: Vec<&Request> = applied.iter().flatten().map(|progress| &progress.request).collect();
    if !moved.is_empty() {
        let note = context.note(call, organisation, AuditAction::Change, "request");
        tx.note(note.of_many(moved.iter().map(|request| request.id.0))).await?;
    }
    if action == BulkAction::Remind {
        let data = |request: &Request| json!({ "request_id": request.id });
        tell(context, tx, organisation, &moved, MessageKind::RequestReminder, data).await?;
    }
    let mut applied = applied.into_iter();
    // Each in its place: what the mandate did not cover was not even tried.
    Ok(refused.into_iter().filter_map(|refused| refused.map(Err).or_else(|| applied.next())).collect())
}

/// What would happen to each request, in their order.
async fn events<C: Reads>(
    tenant: &Tenant<'_, C>,
    action: BulkAction,
    requests: &[Request],
    controllers: Vec<Controller>,
    now: Timestamp,
) -> Outcome<Vec<Result<Event, Refused>>> {
    let all = |event: Event| requests.iter().map(|_| Ok(event.clone())).collect();
    Ok(match action {
        BulkAction::Withdraw => all(Event::Withdraw { reason: WithdrawReason::PersonWithdrew }),
        BulkAction::Abandon => all(Event::Abandon {}),
        BulkAction::Remind => {
            let basis = Basis::of(tenant, requests, controllers, now).await?;
            requests.iter().map(|request| basis.event(request)).collect()
        }
        BulkAction::Release => {
            let basis = release::Basis::new(tenant.mandates_in_force_of(&people(requests)).await?, controllers, now);
            requests.iter().map(|request| basis.event(request).map(|(event, _)| event)).collect()
        }
    })
}

fn told(request_id: RequestId, refused: Refused) -> RefusedRequest {
    RefusedRequest { request_id, code: refused.code().as_str().to_owned() }
}
