//! Requests that were held back when they were to be sent, because their mandate did not cover them (M-9), go on their way again
//! under a mandate that does: their own, when it covers them by now, else the latest that the person signed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use entity::id::{CampaignId, ControllerId, DataSubjectId, DeliveryId, MandateId, OrganisationId, RequestId};
use jiff::Timestamp;
use serde_json::json;

use crate::domain::audit::AuditAction;
use crate::domain::controller::{Channel, ControllerState};
use crate::domain::delivery::MessageKind;
use crate::domain::mandate::{Act, MandateRefusal};
use crate::domain::pacing::Pacing;
use crate::domain::request::{Author, Event, Lifecycle, Refused};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::progress::{self, Change, Progress};
use crate::service::{filing, mandates};
use crate::store::{Controller, MandateRecord, NewMessage, Request, Tx, Viewer};

use super::remind::controllers;

/// Held-back requests of one person that are released with a new mandate. More than anybody has.
const AT_ONCE: u64 = 500;

/// What a release is based on.
pub(super) struct Basis {
    /// By person, the latest signed first.
    mandates: HashMap<DataSubjectId, Vec<MandateRecord>>,
    controllers: HashMap<ControllerId, Controller>,
    at: Timestamp,
}

impl Basis {
    /// Mandates of the people concerned that have not ended, and the controllers of their requests.
    pub(super) fn new(mut mandates: Vec<MandateRecord>, controllers: Vec<Controller>, at: Timestamp) -> Self {
        mandates.sort_by_key(|record| std::cmp::Reverse((record.mandate.signed_on, record.id)));
        let mut by_person: HashMap<DataSubjectId, Vec<MandateRecord>> = HashMap::new();
        for record in mandates {
            by_person.entry(record.data_subject).or_default().push(record);
        }
        let controllers = controllers.into_iter().map(|controller| (controller.id, controller)).collect();
        Self { mandates: by_person, controllers, at }
    }

    /// The release of a request and the mandate it goes under, or why it cannot go.
    pub(super) fn event(&self, request: &Request) -> Result<(Event, MandateId), Refused> {
        let state = request.standing.state;
        // A message carries it already, or nobody wants it sent any more.
        if request.dispatch_id.is_some() || state.lifecycle != Lifecycle::Ready {
            return Err(Refused::IllegalTransition { from: state.lifecycle, clock: state.clock, event: "release" });
        }
        let controller = self.controllers.get(&request.controller_id).ok_or(Refused::NoChannel)?;
        channel(controller)?;
        let given = self.mandates.get(&request.data_subject_id).map(Vec::as_slice).unwrap_or_default();
        let (own, others): (Vec<_>, Vec<_>) = given.iter().partition(|record| record.id == request.mandate_id);
        let mut refusal = MandateRefusal::Missing;
        for record in own.into_iter().chain(others) {
            match mandates::permit(record, Act::Dispatch, request.standing.right, controller, self.at) {
                Ok(permit) => return Ok((Event::Release { permit }, record.id)),
                Err(why) => refusal = why,
            }
        }
        Err(refusal.into())
    }

    fn channel(&self, controller: ControllerId) -> Outcome<&Channel> {
        let found = self.controllers.get(&controller).ok_or(Refused::NoChannel).and_then(channel);
        found.map_err(|refused| Failure::Refused(refused.into()))
    }
}

fn channel(controller: &Controller) -> Result<&Channel, Refused> {
    let usable = controller.channels.iter().find(|channel| channel.check().is_ok());
    usable.filter(|_| controller.state == ControllerState::Active).ok_or(Refused::NoChannel)
}

/// Releases requests within a transaction that holds them and the mandates of their people, in this order: mandates, requests.
/// What the rules refuse is told in its place and harms no other.
pub(super) async fn release(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    requests: Vec<Request>,
    mandates: Vec<MandateRecord>,
) -> Outcome<Vec<Result<Progress, Refused>>> {
    let now = context.clock.now();
    let found = tx.controllers_by_ids(&controllers(&requests), Viewer::Service).await?;
    let basis = Basis::new(mandates, found, now);
    let decided: Vec<Result<(Event, MandateId), Refused>> =
        requests.iter().map(|request| basis.event(request)).collect();
    let refused: Vec<Option<Refused>> = decided.iter().map(|one| one.as_ref().err().copied()).collect();
    let mut going: Vec<(Request, Event)> = Vec::new();
    for (mut request, decided) in requests.into_iter().zip(decided) {
        let Ok((event, mandate)) = decided else { continue };
        request.mandate_id = mandate;
        going.push((request, event));
    }
    let campaigns: BTreeSet<CampaignId> = going.iter().map(|(request, _)| request.campaign_id).collect();
    let pacings = tx.tenant(organisation).pacings(&campaigns.into_iter().collect::<Vec<_>>()).await?;
    let messages = carry(context, &basis, &pacings, &mut going)?;
    let changes = going.into_iter().map(|(request, event)| Change { request, event }).collect();
    let actor = call.actor.name();
    let applied = progress::apply(context, tx, organisation, changes, now, Author::Organisation, &actor).await?;
    // A message must carry what it says it carries: what was decided above is what the rules say.
    let moved: Option<Vec<RequestId>> = applied.iter().map(|one| Some(one.as_ref().ok()?.request.id)).collect();
    let moved = moved.ok_or(Failure::Defect("a release that was decided is refused"))?;
    if !moved.is_empty() {
        tx.add_messages(organisation, &messages).await?;
        tx.recount_tasks_naming(organisation, &moved, now, call.actor.member()).await?;
        let note = context.note(call, organisation, AuditAction::Change, "request");
        tx.note(note.of_many(moved.iter().map(|id| id.0))).await?;
    }
    let mut applied = applied.into_iter();
    Ok(refused.into_iter().filter_map(|refused| refused.map(Err).or_else(|| applied.next())).collect())
}

/// Puts the requests into messages as the channels of their controllers say, alone or in bundles.
fn carry(
    context: &Context,
    basis: &Basis,
    pacings: &BTreeMap<CampaignId, Pacing>,
    going: &mut [(Request, Event)],
) -> Outcome<Vec<NewMessage>> {
    let mut open: BTreeMap<(ControllerId, CampaignId), NewMessage> = BTreeMap::new();
    let mut full = Vec::new();
    for (request, _) in going {
        let channel = basis.channel(request.controller_id)?;
        let pacing = pacings.get(&request.campaign_id).copied();
        let most = i32::try_from(filing::bundle_size(channel, pacing)).unwrap_or(i32::MAX);
        let place = (request.controller_id, request.campaign_id);
        let message = open.entry(place).or_insert_with(|| message(context, channel, request, most));
        request.dispatch_id = Some(message.id);
        message.requests += 1;
        if message.requests >= most {
            full.extend(open.remove(&place));
        }
    }
    full.extend(open.into_values());
    for message in &mut full {
        message.payload = match message.request {
            Some(request) => json!({ "controller_id": message.controller, "request_id": request }),
            None => json!({
                "controller_id": message.controller, "delivery_id": message.id, "request_count": message.requests,
            }),
        };
    }
    Ok(full)
}

/// A message that carries nothing yet.
fn message(context: &Context, channel: &Channel, request: &Request, most: i32) -> NewMessage {
    let alone = most == 1;
    let id: DeliveryId = context.ids.next();
    NewMessage {
        id,
        controller: request.controller_id,
        channel: channel.kind(),
        kind: if alone { MessageKind::RequestFiled } else { MessageKind::RequestsFiled },
        request: alone.then_some(request.id),
        requests: 0,
        campaign: Some(request.campaign_id),
        payload: json!({}),
        by_hand: channel.kind().is_by_hand().then(|| context.ids.next()),
        at: context.clock.now(),
    }
}

/// Releases what was held back of a person, as far as the mandates given by now cover it. For the transaction that records a
/// mandate. Tells how many requests went.
pub async fn release_held_back(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    subject: DataSubjectId,
) -> Outcome<u64> {
    let mandates = tx.hold_mandates_of(organisation, &[subject]).await?;
    let held = tx.hold_back_requests_of(organisation, subject, AT_ONCE).await?;
    if held.is_empty() {
        return Ok(0);
    }
    let results = release(context, tx, call, organisation, held, mandates).await?;
    Ok(results.iter().filter(|result| result.is_ok()).count() as u64)
}
