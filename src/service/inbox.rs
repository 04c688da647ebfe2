//! What a controller sees of the requests addressed to it: what is asked, by whom it can recognise the person and no more (B-7),
//! and the mandate (M-8). Fetching a request proves that it has arrived (D-12).

use entity::id::{ControllerId, OrganisationId, RequestId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answers::{Supply, supply};
use super::call::Call;
use super::campaigns;
use super::context::Context;
use super::failure::{Failure, Outcome};
use super::filing;
use super::mandates;
use super::people::{self, Identity};
use super::progress::{self, Change};
use crate::domain::ask::Ask;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::deadline::{Receipt, ReceiptKind};
use crate::domain::mandate::{AnswerRecipient, MandateState};
use crate::domain::problem::Problem;
use crate::domain::request::{Author, ClockState, Event, Lifecycle, MAX_OF_A_KIND, Outcome as RequestOutcome};
use crate::domain::right::Right;
use crate::store::{Request, Tx, Viewer};

/// Who acts for the person.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Sender {
    /// Its id.
    pub id: OrganisationId,
    /// Its legal name.
    pub name: String,
    /// Its public contact address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<String>,
}

/// A request as its controller sees it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct InboxRequest {
    /// Its id, to be named in answers.
    pub request_id: RequestId,
    /// Who acts for the person.
    pub organisation: Sender,
    /// Which right is exercised.
    pub right: Right,
    /// How far the request has come.
    pub lifecycle: Lifecycle,
    /// The clock.
    pub clock: ClockState,
    /// What came of it.
    pub outcome: RequestOutcome,
    /// When it arrived, as best proven.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Timestamp>,
    /// Last day to answer, to extend or to refuse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_deadline: Option<Date>,
    /// Last day of the period as validly extended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_deadline: Option<Date>,
    /// What the person is asked for and the controller must do; absent once the request is withdrawn or its mandate has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<InboxContent>,
}

/// What is asked, for whom, and the proof that the organisation may ask.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct InboxContent {
    /// What is asked.
    pub ask: Ask,
    /// By what the person can be recognised.
    pub identity: Identity,
    /// What was told since because it was asked for, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supplied: Vec<Supply>,
    /// Who receives the answer.
    pub answer_recipient: AnswerRecipient,
    /// The mandate as a signed token (JWT), which can be verified offline with the published keys, and online.
    pub mandate_credential: String,
    /// Where the same is had as a letter: HTML, plain text or PDF.
    #[schema(example = "https://recourse.example/v1/inbox/requests/req_0193d2b4a1c07e3f8b6a5d4c3b2a1908/letter")]
    pub letter_url: String,
}

/// Shows a request to its controller. The disclosure is recorded; the first look proves receipt.
///
/// # Errors
/// `not_found` for what is not there, not sent yet or addressed to somebody else.
pub async fn fetch(context: &Context, call: Call, controller: ControllerId, id: RequestId) -> Outcome<InboxRequest> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let request = tx.hold_request_for_controller(controller, id).await?.ok_or(Code::NotFound)?;
                let request = arrived(&inner, tx, &call, request).await?;
                show(&inner, tx, &call, &request).await
            })
        })
        .await
}

/// Notes that a request which had only been sent has arrived, unless the caller sees nothing of it (D-2, D-12).
pub(super) async fn arrived(context: &Context, tx: &Tx, call: &Call, request: Request) -> Outcome<Request> {
    if request.standing.state.lifecycle != Lifecycle::Sent || call.shows_nothing {
        return Ok(request);
    }
    let (now, organisation) = (context.clock.now(), request.organisation);
    let receipt = Receipt::at(ReceiptKind::DeliveryConfirmation, now);
    let changes = vec![Change { request, event: Event::Receipt { receipt } }];
    let actor = call.actor.name();
    let mut moved = progress::apply(context, tx, organisation, changes, now, Author::Controller, &actor).await?;
    let moved = moved.pop().ok_or(Code::NotFound)?.map_err(Problem::from)?;
    Ok(moved.request)
}

async fn show(context: &Context, tx: &Tx, call: &Call, request: &Request) -> Outcome<InboxRequest> {
    let organisation = tx.organisation(request.organisation).await?.ok_or(Code::NotFound)?;
    let standing = &request.standing;
    let deadline = standing.deadline.as_ref();
    let content = content(context, tx, request).await?;
    // Where it stands is told also when who it is about is not any more.
    if !call.shows_nothing {
        let note = context.note(call, request.organisation, AuditAction::Disclose, request.id);
        tx.note(note.told_to(request.controller_id)).await?;
    }
    Ok(InboxRequest {
        request_id: request.id,
        organisation: Sender {
            id: organisation.id,
            name: organisation.name,
            contact_email: organisation.contact_email,
        },
        right: standing.right,
        lifecycle: standing.state.lifecycle,
        clock: standing.state.clock,
        outcome: standing.state.outcome,
        received_at: request.received_at,
        first_deadline: deadline.and_then(|deadline| deadline.first_deadline),
        final_deadline: deadline.and_then(|deadline| deadline.final_deadline),
        content,
    })
}

/// What is personal; nothing of it once the request is over or the mandate has ended.
async fn content(context: &Context, tx: &Tx, request: &Request) -> Outcome<Option<InboxContent>> {
    let tenant = tx.tenant(request.organisation);
    let mandate = tenant.mandate(request.mandate_id).await?.ok_or(Code::NotFound)?;
    let active = mandate.state_at(context.clock.now()) == MandateState::Active;
    let Some(power) = mandate.mandate.powers.request.as_ref().filter(|_| active && request.standing.is_open()) else {
        return Ok(None);
    };
    let subject = tenant.data_subject(request.data_subject_id).await?.ok_or(Code::NotFound)?;
    if subject.erased_at.is_some() {
        return Ok(None);
    }
    let (key, profile) = people::open(context, tx, request.organisation, &subject).await?;
    let keys = context.keys.of_organisation_in(tx, request.organisation).await?;
    let asks = campaigns::asks(&keys, &tenant, [request.campaign_id]).await?;
    let common = asks.get(&request.campaign_id).ok_or(Failure::Defect("a request without its campaign"))?;
    let ask = filing::opened_ask(&key, request, common)?;
    let supplied = tenant.supplies_of_request(request.id, None, MAX_OF_A_KIND as u64).await?;
    let supplied = supplied.iter().map(|row| supply::open(request.organisation, &key, row)).collect::<Outcome<_>>()?;
    let controller = tx.controller(request.controller_id, Viewer::Service).await?.ok_or(Code::NotFound)?;
    let credential =
        mandates::credential(context, tx, request.organisation, request.id, request.mandate_id, request.controller_id);
    Ok(Some(InboxContent {
        ask,
        identity: Identity::needed(&profile, &controller.identity_needs),
        supplied,
        answer_recipient: power.answer_recipient,
        mandate_credential: credential.await?,
        letter_url: format!("{}/v1/inbox/requests/{}/letter", context.settings.base_url, request.id),
    }))
}
