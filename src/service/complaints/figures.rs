//! Figures of complaints: counts by where they stand, no person.

use std::collections::BTreeMap;

use entity::id::OrganisationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::complaint::{ComplaintState, DecisionOutcome};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{ComplaintCount, ComplaintFilter};

/// How many complaints stand where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ComplaintFigures {
    /// All complaints.
    pub prepared: u64,
    /// Being written, or waiting to be lodged.
    pub unlodged: u64,
    /// With an authority that has not ended its work on them.
    pub with_authority: u64,
    /// Of these, those of which nothing was heard for three months (C-10).
    pub silent: u64,
    /// Refused for their form (C-21).
    pub inadmissible: u64,
    /// Decided, or ended by early resolution, whether or not challenged or closed since.
    pub ended: u64,
    /// Ended by the finding of an infringement, in whole or in part.
    pub upheld: u64,
    /// Ended without one.
    pub rejected: u64,
    /// Settled.
    pub settled: u64,
    /// Before a court (C-11).
    pub challenged: u64,
    /// Closed.
    pub closed: u64,
    /// People who take part, a person as often as there are complaints.
    pub people: u64,
}

/// Figures of one authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuthorityComplaints {
    /// The authority; absent for complaints of which none is chosen yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority_id: Option<String>,
    /// Its figures.
    pub figures: ComplaintFigures,
}

impl ComplaintFigures {
    fn add(&mut self, counted: &ComplaintCount) {
        let ComplaintCount { state, silent, outcome, count, people, .. } = counted;
        self.prepared += count;
        self.people += people;
        if state.is_unlodged() {
            self.unlodged += count;
        }
        if state.is_with_authority() {
            self.with_authority += count;
            self.silent += if *silent { *count } else { 0 };
        }
        match state {
            ComplaintState::Inadmissible => self.inadmissible += count,
            ComplaintState::Challenged => self.challenged += count,
            ComplaintState::Closed => self.closed += count,
            _ => {}
        }
        if *state == ComplaintState::Inadmissible {
            return;
        }
        let Some(outcome) = outcome else { return };
        self.ended += count;
        match outcome {
            DecisionOutcome::Upheld | DecisionOutcome::PartlyUpheld => self.upheld += count,
            DecisionOutcome::Rejected => self.rejected += count,
            DecisionOutcome::Settled => self.settled += count,
        }
    }
}

/// Figures in all and by authority.
pub async fn complaint_figures(
    context: &Context,
    organisation: OrganisationId,
    filter: &ComplaintFilter,
) -> Outcome<(ComplaintFigures, Vec<AuthorityComplaints>)> {
    let counts = context.db.tenant(organisation).complaint_counts(filter).await?;
    let mut all = ComplaintFigures::default();
    let mut by_authority: BTreeMap<Option<String>, ComplaintFigures> = BTreeMap::new();
    for counted in &counts {
        all.add(counted);
        by_authority.entry(counted.authority.clone()).or_default().add(counted);
    }
    let by_authority =
        by_authority.into_iter().map(|(authority_id, figures)| AuthorityComplaints { authority_id, figures }).collect();
    Ok((all, by_authority))
}
