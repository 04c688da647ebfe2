//! Recording a mandate that a data subject gave (M-6).

use std::collections::BTreeSet;

use entity::id::{ControllerId, DataSubjectId, MandateId, OrganisationId};
use jiff::civil::Date;
use serde::Serialize;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::event::EventKind;
use crate::domain::mandate::{ControllerScope, Evidence, Mandate, MandateState, Powers};
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::service::people;
use crate::service::requests::release_held_back;
use crate::store::{MandateRecord, NewEvent, Tx, Viewer};

use super::words::{words_binding, words_bytes};

/// What is told of a new mandate.
#[derive(Debug, Clone)]
pub struct NewMandate {
    /// What it grants.
    pub powers: Powers,
    /// When it was signed.
    pub signed_on: Date,
    /// First day of validity; the day it was signed when absent.
    pub valid_from: Option<Date>,
    /// Last day of validity.
    pub valid_until: Option<Date>,
    /// Proof of it.
    pub evidence: Evidence,
}

/// Records a mandate, and releases what was held back for want of one. `view` makes the answer.
///
/// # Errors
/// `not_found` and `data_subject_erased` for the person; `mandate_invalid`; `mandate_revoked` when it was signed before the person
/// was erased; `controller_unknown`.
pub async fn record<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    data_subject: DataSubjectId,
    new: NewMandate,
    view: V,
) -> Outcome<Answer>
where
    T: Serialize + Send + 'static,
    V: FnOnce(&MandateRecord) -> T + Send + 'static,
{
    let mandate = checked(context, new)?;
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                let person = tx.hold_data_subject(organisation, data_subject).await?.ok_or(Code::NotFound)?;
                if person.erased_at.is_some() {
                    return Err(Code::DataSubjectErased.into());
                }
                let erased = tx.tenant(organisation).erased_people(&[person.identity_index.to_vec()]).await?;
                // What was signed before the person was erased is taken back with everything else (M-11).
                if erased.iter().any(|(_, until)| mandate.signed_on <= *until) {
                    return Err(Code::MandateRevoked.into());
                }
                check_controllers(tx, organisation, &mandate.powers).await?;
                let (now, id): (_, MandateId) = (inner.clock.now(), inner.ids.next());
                let state = match mandate.state_at(now) {
                    MandateState::NotYetValid => MandateState::NotYetValid,
                    // One that is over already is ended by the sweep, as any other.
                    _ => MandateState::Active,
                };
                let words = match mandate.powers.clone().take_words() {
                    Some(words) => {
                        let (key, _) = people::open(&inner, tx, organisation, &person).await?;
                        Some(key.seal(&words_binding(organisation, id), &words_bytes(&words)?)?)
                    }
                    None => None,
                };
                let record = MandateRecord {
                    id,
                    data_subject,
                    mandate,
                    words,
                    state,
                    ended_at: None,
                    stopped_at: None,
                    version: 1,
                    created_at: now,
                    updated_at: now,
                };
                tx.add_mandate(organisation, &record).await?;
                tx.emit(organisation, vec![told(&inner, &call, &record, EventKind::MandateRecorded)]).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Create, id)).await?;
                release_held_back(&inner, tx, &call, organisation, data_subject).await?;
                Ok(view(&record))
            })
        })
        .await
}

fn checked(context: &Context, new: NewMandate) -> Outcome<Mandate> {
    let mandate = Mandate {
        powers: new.powers,
        signed_on: new.signed_on,
        valid_from: new.valid_from.unwrap_or(new.signed_on),
        valid_until: new.valid_until,
        evidence: new.evidence,
        revoked_at: None,
    };
    mandate.check().map_err(|fault| Problem::with_detail(Code::MandateInvalid, sentence(fault)))?;
    if mandate.signed_on > context.latest_day() {
        return Err(Problem::with_detail(Code::MandateInvalid, "A mandate cannot be signed in the future.").into());
    }
    Ok(mandate)
}

fn sentence(fault: impl std::fmt::Display) -> String {
    let text = fault.to_string();
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

/// Controllers that a mandate names must be there, or a mistyped id would make it cover nobody.
async fn check_controllers(tx: &Tx, organisation: OrganisationId, powers: &Powers) -> Outcome<()> {
    let scopes = [
        powers.request.as_ref().map(|power| &power.controllers),
        powers.complaint.as_ref().map(|power| &power.controllers),
    ];
    let mut named = BTreeSet::new();
    for scope in scopes.into_iter().flatten() {
        if let ControllerScope::Listed { controllers } = scope {
            named.extend(controllers.iter().copied().map(ControllerId));
        }
    }
    let ids: Vec<ControllerId> = named.into_iter().collect();
    let known = tx.controllers_by_ids(&ids, Viewer::Organisation(organisation)).await?;
    match ids.iter().find(|id| known.iter().all(|controller| controller.id != **id)) {
        Some(id) => Err(Problem::with_detail(Code::ControllerUnknown, format!("{id} is not in the directory.")).into()),
        None => Ok(()),
    }
}

/// The event about a mandate.
pub(super) fn told(context: &Context, call: &Call, record: &MandateRecord, kind: EventKind) -> NewEvent {
    let mut data = serde_json::json!({
        "mandate_id": record.id,
        "data_subject_id": record.data_subject,
        "valid_from": record.mandate.valid_from,
    });
    if let Some(last) = record.mandate.valid_until {
        data["valid_until"] = serde_json::json!(last);
    }
    if let Some(ended) = record.ended_at {
        data["ended_at"] = serde_json::json!(ended);
    }
    NewEvent {
        id: context.ids.next(),
        kind: kind.as_str(),
        request: None,
        subject: Some(record.id.to_string()),
        data,
        author: call.actor.name(),
        at: context.clock.now(),
    }
}
