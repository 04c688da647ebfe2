//! Figures of a campaign, batch or controller: counts by state, no person.

use std::collections::BTreeMap;

use entity::id::{ControllerId, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::request::{ClockState, Lifecycle, Outcome as Result_};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{RequestCount, RequestFilter};

/// How many requests stand where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Figures {
    /// All requests.
    pub filed: u64,
    /// Not yet sent.
    pub waiting: u64,
    /// Sent and not yet known to be received.
    pub sent: u64,
    /// Received and not answered, with a running clock.
    pub running: u64,
    /// Received and not answered, with a clock that stands (S-1, S-2).
    pub suspended: u64,
    /// Received and not answered, in a validly extended period.
    pub extended: u64,
    /// Extensions that were announced, in due form or not: frequent use is itself a sign of bad organisation (E-9).
    pub extensions_announced: u64,
    /// Past the deadline without an answer.
    pub overdue: u64,
    /// Answered, whether or not closed since.
    pub answered: u64,
    /// Answered by a refusal.
    pub refused: u64,
    /// Answered that nothing is held on the person.
    pub no_data: u64,
    /// Closed.
    pub closed: u64,
    /// Withdrawn.
    pub withdrawn: u64,
}

/// Figures of one controller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ControllerFigures {
    /// The controller.
    pub controller_id: ControllerId,
    /// Its figures.
    pub figures: Figures,
}

impl Figures {
    fn add(&mut self, counted: &RequestCount) {
        let count = counted.count;
        self.filed += count;
        self.extensions_announced += counted.extensions;
        if counted.overdue {
            self.overdue += count;
        }
        match counted.lifecycle {
            Lifecycle::Draft | Lifecycle::Ready => self.waiting += count,
            Lifecycle::Sent => self.sent += count,
            Lifecycle::Received => match counted.clock {
                ClockState::Suspended => self.suspended += count,
                ClockState::Extended => self.extended += count,
                _ => self.running += count,
            },
            Lifecycle::Answered => self.answered += count,
            Lifecycle::Closed => {
                self.closed += count;
                if !matches!(counted.outcome, Result_::None | Result_::Abandoned) {
                    self.answered += count;
                }
            }
            Lifecycle::Withdrawn => self.withdrawn += count,
        }
        match counted.outcome {
            Result_::Refused => self.refused += count,
            Result_::NoData => self.no_data += count,
            _ => {}
        }
    }
}

/// Figures in all and by controller.
pub async fn figures(
    context: &Context,
    organisation: OrganisationId,
    filter: &RequestFilter,
) -> Outcome<(Figures, Vec<ControllerFigures>)> {
    let counts = context.db.tenant(organisation).request_counts(filter, context.clock.now()).await?;
    let mut all = Figures::default();
    let mut by_controller: BTreeMap<ControllerId, Figures> = BTreeMap::new();
    for counted in &counts {
        all.add(counted);
        by_controller.entry(counted.controller_id).or_default().add(counted);
    }
    let by_controller = by_controller
        .into_iter()
        .map(|(controller_id, figures)| ControllerFigures { controller_id, figures })
        .collect();
    Ok((all, by_controller))
}
