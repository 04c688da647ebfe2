//! What the organisation tells a controller that asked back: a text, and elements of what is known of the person (S-1, S-2).
//!
//! It is kept as it was told, sealed under the person's key, and shown to the controller that the request is addressed to, with
//! the request. Nothing of it is in the message that announces it.

use entity::id::{OrganisationId, RequestId, SupplyId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::moves::move_one;
use super::read::subject_key;
use crate::crypto::keyring::place;
use crate::crypto::{Binding, Personal, SubjectKey};
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::controller::IdentityElement;
use crate::domain::deadline::QuestionKind;
use crate::domain::problem::Problem;
use crate::domain::request::Event;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::service::people::{self, Identity};
use crate::store::{Request, StoredSupply, Tx};

/// What is to be told.
#[derive(Debug, Clone)]
pub struct NewSupply {
    /// Which question is answered; every open one when none.
    pub kind: Option<QuestionKind>,
    /// In words. Without it and without elements nothing more will come: a person need not specify (S-2).
    pub text: Option<Personal<String>>,
    /// What of the person's record is told as it stands now.
    pub elements: Vec<IdentityElement>,
}

/// What a controller was told after it asked back.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Supply {
    /// Its id.
    pub id: SupplyId,
    /// Which question it answers; absent when it answers every one that was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<QuestionKind>,
    /// When it was told.
    pub supplied_at: Timestamp,
    /// What was told in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What was told of the person, as it was known then.
    #[serde(default, skip_serializing_if = "Identity::is_empty")]
    pub identity: Identity,
}

/// What is sealed of it.
#[derive(Serialize, Deserialize)]
struct Content {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Identity::is_empty")]
    identity: Identity,
}

fn binding(organisation: OrganisationId, id: SupplyId) -> Binding {
    place::SUPPLY.of(organisation.0, id.0)
}

/// Tells the controller what it asked for. `view` makes the answer out of the request as it stands then.
///
/// # Errors
/// `not_found`; `illegal_transition` when no such question is open; the codes of mandates; `data_subject_erased`;
/// `identity_element_missing` for an element that is not known of the person.
pub async fn supply<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: RequestId,
    new: NewSupply,
    view: V,
) -> Outcome<Answer>
where
    T: Serialize + Send + 'static,
    V: FnOnce(&Request) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let event = Event::InformationSupplied { kind: new.kind };
                let request = move_one(&inner, tx, &call, organisation, id, event).await?;
                keep(&inner, tx, &call, &request, new).await?;
                Ok(view(&request))
            })
        })
        .await
}

async fn keep(context: &Context, tx: &Tx, call: &Call, request: &Request, new: NewSupply) -> Outcome<()> {
    let organisation = request.organisation;
    let subject = tx.tenant(organisation).data_subject(request.data_subject_id).await?.ok_or(Code::NotFound)?;
    let (key, profile) = people::open(context, tx, organisation, &subject).await?;
    for (place, element) in new.elements.iter().enumerate() {
        if Identity::of(&profile, [*element]).is_empty() {
            let message = "Is not known of the person.";
            let problem = Problem::field(format!("/elements/{place}"), Code::IdentityElementMissing, message);
            return Err(Problem { code: Code::IdentityElementMissing, ..problem }.into());
        }
    }
    let content = Content {
        text: new.text.map(Personal::into_exposed),
        identity: Identity::of(&profile, new.elements.iter().copied()),
    };
    let json = serde_json::to_vec(&content).map_err(|_| Failure::Defect("a supply is not JSON"))?;
    let (json, id): (_, SupplyId) = (Personal::new(json), context.ids.next());
    let kept = StoredSupply {
        id,
        request_id: request.id,
        controller_id: request.controller_id,
        kind: new.kind,
        content: key.seal(&binding(organisation, id), json.expose())?,
        supplied_at: context.clock.now(),
    };
    tx.add_supply(organisation, kept).await?;
    Ok(tx.note(context.note(call, organisation, AuditAction::Create, id)).await?)
}

/// Opens a page of what the controller was told about a request, oldest first. The look is recorded.
///
/// # Errors
/// `not_found`; `data_subject_erased`.
pub async fn list(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: RequestId,
    after: Option<SupplyId>,
    limit: u64,
) -> Outcome<Vec<Supply>> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let request = tx.tenant(organisation).request(id).await?.ok_or(Code::NotFound)?;
                let key = subject_key(&inner, tx, &request).await?;
                let rows = tx.tenant(organisation).supplies_of_request(id, after, limit).await?;
                let note = inner.note(&call, organisation, AuditAction::Read, "supply");
                tx.note(note.of_page(rows.iter().map(|row| row.id.0), limit)).await?;
                rows.iter().map(|row| open(organisation, &key, row)).collect::<Outcome<Vec<_>>>()
            })
        })
        .await
}

/// Opens what a controller was told, with the person's key. Whoever calls it writes the audit entry.
pub(in crate::service) fn open(organisation: OrganisationId, key: &SubjectKey, row: &StoredSupply) -> Outcome<Supply> {
    let json = key.open(&binding(organisation, row.id), &row.content)?;
    let content: Content =
        serde_json::from_slice(json.expose()).map_err(|_| Failure::Defect("a kept supply cannot be read"))?;
    let (id, kind, supplied_at) = (row.id, row.kind, row.supplied_at);
    Ok(Supply { id, kind, supplied_at, text: content.text, identity: content.identity })
}
