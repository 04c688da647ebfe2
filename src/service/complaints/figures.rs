//! Figures of complaints: counts by where they stand, no person.

use std::collections::BTreeMap;

use entity::id::OrganisationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::complaint::{ComplaintState, DecisionOutcome};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{ComplaintCount, ComplaintFilter};

/// How many complaints stand where. A draft that was split is none; those that came of it are.
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
        if *state == ComplaintState::Split {
            return;
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(state: ComplaintState, outcome: Option<DecisionOutcome>, count: u64) -> ComplaintFigures {
        let silent = state == ComplaintState::Acknowledged;
        let mut figures = ComplaintFigures::default();
        figures.add(&ComplaintCount { authority: None, state, silent, outcome, count, people: 10 * count });
        figures
    }

    #[test]
    fn every_state_is_counted_where_it_belongs() {
        use ComplaintState as S;
        use DecisionOutcome as O;
        let of = |count| ComplaintFigures { prepared: count, people: 10 * count, ..ComplaintFigures::default() };
        for (state, outcome, expected) in [
            (S::Draft, None, ComplaintFigures { unlodged: 2, ..of(2) }),
            (S::Complete, None, ComplaintFigures { unlodged: 2, ..of(2) }),
            (S::Lodged, None, ComplaintFigures { with_authority: 2, ..of(2) }),
            (S::Acknowledged, None, ComplaintFigures { with_authority: 2, silent: 2, ..of(2) }),
            // A refusal for its form is no decision on what was complained of.
            (S::Inadmissible, Some(O::Rejected), ComplaintFigures { inadmissible: 2, ..of(2) }),
            (S::Decided, Some(O::PartlyUpheld), ComplaintFigures { ended: 2, upheld: 2, ..of(2) }),
            (S::Resolved, Some(O::Settled), ComplaintFigures { ended: 2, settled: 2, ..of(2) }),
            (S::Challenged, Some(O::Rejected), ComplaintFigures { challenged: 2, ended: 2, rejected: 2, ..of(2) }),
            (S::Closed, Some(O::Upheld), ComplaintFigures { closed: 2, ended: 2, upheld: 2, ..of(2) }),
            (S::Closed, None, ComplaintFigures { closed: 2, ..of(2) }),
            (S::Split, None, ComplaintFigures::default()),
        ] {
            assert_eq!(counted(state, outcome, 2), expected, "{state}");
        }
    }
}
