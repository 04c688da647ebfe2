//! Reminding controllers. The mandate must cover the message at that moment (M-9); the first clock is kept.

use std::collections::HashMap;

use entity::id::{ControllerId, MandateId};
use jiff::Timestamp;

use crate::domain::mandate::{Act, MandateRefusal};
use crate::domain::request::{Event, Refused};
use crate::service::failure::Outcome;
use crate::service::mandates;
use crate::store::{Controller, MandateRecord, Reads, Request, Tenant};

/// What a reminder would be based on.
pub(super) struct Basis {
    mandates: HashMap<MandateId, MandateRecord>,
    controllers: HashMap<ControllerId, Controller>,
    at: Timestamp,
}

impl Basis {
    /// The mandates of requests, and their controllers as they were found.
    pub async fn of<C: Reads>(
        tenant: &Tenant<'_, C>,
        requests: &[Request],
        controllers: Vec<Controller>,
        at: Timestamp,
    ) -> Outcome<Self> {
        let mut ids: Vec<MandateId> = requests.iter().map(|request| request.mandate_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let mandates = tenant.mandates_by_ids(&ids).await?;
        Ok(Self {
            mandates: mandates.into_iter().map(|mandate| (mandate.id, mandate)).collect(),
            controllers: controllers.into_iter().map(|controller| (controller.id, controller)).collect(),
            at,
        })
    }

    /// The reminder of a request, or why its mandate does not cover one.
    pub fn event(&self, request: &Request) -> Result<Event, Refused> {
        let mandate = self.mandates.get(&request.mandate_id).ok_or(MandateRefusal::Missing)?;
        let controller = self.controllers.get(&request.controller_id).ok_or(MandateRefusal::ControllerNotCovered)?;
        let permit = mandates::permit(mandate, Act::Message, request.standing.right, controller, self.at)?;
        Ok(Event::Reminder { permit })
    }
}

/// The controllers of requests, each once.
pub(super) fn controllers(requests: &[Request]) -> Vec<ControllerId> {
    let mut ids: Vec<ControllerId> = requests.iter().map(|request| request.controller_id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
