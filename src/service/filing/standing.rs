//! Where a request stands when it is filed, and when it is taken back before it left: the domain's word, as columns.

use std::sync::Arc;

use entity::id::{OrganisationId, RequestId};
use jiff::Timestamp;

use crate::crypto::SubjectKey;
use crate::crypto::keyring::{Binding, place};
use crate::domain::ask::{Ask, PersonalAsk};
use crate::domain::calendar::Calendars;
use crate::domain::mandate::Permit;
use crate::domain::place::Place;
use crate::domain::request::{Author, Event, RequestStanding, WithdrawReason, apply};
use crate::service::{Failure, Outcome};
use crate::store::{Follow, Request, StandingColumns, WithdrawnColumns};

fn text(standing: &RequestStanding) -> Outcome<String> {
    serde_json::to_string(standing).map_err(|_| Failure::Defect("the standing of a request is not JSON"))
}

/// A request that is complete and covered by a mandate, and waits to be sent. All requests on one right to one place stand
/// alike, so that this is made once for each controller.
///
/// # Errors
/// A permit for another act than to prepare.
pub fn ready(place: Place, permit: Permit, follow: &Follow) -> Outcome<StandingColumns> {
    let standing = RequestStanding::ready(place, permit)
        .map_err(|_| Failure::Defect("a permit to prepare does not let a request be prepared"))?
        .with_reminders(follow.reminders.clone())
        .with_question_reminders(follow.question_reminders.clone())
        .with_choices(follow.choices);
    Ok(StandingColumns {
        lifecycle: standing.state.lifecycle.as_str(),
        clock: standing.state.clock.as_str(),
        outcome: standing.state.outcome.as_str(),
        standing: text(&standing)?.into(),
        place: Arc::from(place.to_string()),
    })
}

/// How a request looks that is withdrawn with its batch before it left. None when it has left or ended by now.
///
/// # Errors
/// A stored standing that cannot be read.
pub fn undone(stored: &str, at: Timestamp, calendars: &Calendars) -> Outcome<Option<WithdrawnColumns>> {
    let standing: RequestStanding =
        serde_json::from_str(stored).map_err(|_| Failure::Defect("the stored standing of a request cannot be read"))?;
    let event = Event::Withdraw { reason: WithdrawReason::BatchUndone };
    let Ok(applied) = apply(&standing, &event, at, Author::Organisation, calendars) else { return Ok(None) };
    Ok(Some(WithdrawnColumns {
        lifecycle: applied.standing.state.lifecycle.as_str(),
        clock: applied.standing.state.clock.as_str(),
        standing: text(&applied.standing)?,
        at,
    }))
}

/// Where the sealed part of a request stands: what this person asks beyond the campaign.
pub(super) fn ask_binding(organisation: OrganisationId, request: RequestId) -> Binding {
    place::ASK.of(organisation.0, request.0)
}

/// What one person asks: what the campaign asks of everybody, with what is sealed in the request.
///
/// # Errors
/// A stored part that cannot be read or does not fit its campaign.
pub fn opened_ask(key: &SubjectKey, request: &Request, common: &Ask) -> Outcome<Ask> {
    let personal = match &request.ask {
        None => PersonalAsk::default(),
        Some(sealed) => {
            let json = key.open(&ask_binding(request.organisation, request.id), sealed)?;
            let read = serde_json::from_slice(json.expose());
            read.map_err(|_| Failure::Defect("what a person asks cannot be read"))?
        }
    };
    common.merge(&personal).map_err(|_| Failure::Defect("what a person asks does not fit its campaign"))
}
