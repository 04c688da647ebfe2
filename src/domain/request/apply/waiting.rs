//! What stops the controller's clock, and lets it go on (S-1 to S-7, A-7, U-2).

use super::Step;
use crate::domain::deadline::{QuestionKind, Suspension, SuspensionDecision};
use crate::domain::event::EventKind;
use crate::domain::finding::FindingCode;
use crate::domain::legal_order::LegalOrder;
use crate::domain::request::{ChangeCause, Lifecycle, Outcome, Question, Refused};

impl Step {
    pub(super) fn ask(&mut self, kind: QuestionKind, defects: &[FindingCode]) {
        let asked_on = self.standing.place.date_of(self.at);
        let suspension = Suspension { kind, asked_on, supplied_on: None, decision: None };
        self.standing.facts.questions.push(Question { suspension, defects: defects.to_vec() });
        self.cause = Some(ChangeCause::Question);
        self.tell(EventKind::RequestSuspended);
    }

    /// In the United Kingdom the month begins only with the payment of a fee that is due (U-2). One that the controller does not
    /// show to be due stops nothing.
    pub(super) fn wait_for_payment(&mut self, defects: &[FindingCode]) {
        let due = !defects.contains(&FindingCode::FeeWithoutReasons);
        let order = self.standing.legal_order();
        if due && order == LegalOrder::UkGdpr {
            self.ask(QuestionKind::Fee, &[]);
        }
    }

    /// Until the person is identified the controller waits, as after any question about identity.
    pub(super) fn wait_for_identification(&mut self) {
        if self.standing.state.lifecycle == Lifecycle::Answered {
            let asked_on = self.standing.place.date_of(self.at);
            let suspension = Suspension { kind: QuestionKind::Identity, asked_on, supplied_on: None, decision: None };
            self.standing.facts.questions.push(Question { suspension, defects: Vec::new() });
            self.cause = self.cause.or(Some(ChangeCause::CannotIdentify));
        }
    }

    pub(super) fn supply(&mut self, kind: Option<QuestionKind>) {
        let standing = &mut self.standing;
        standing.facts.supply(kind, standing.place.date_of(self.at));
        if standing.state.outcome == Outcome::NotIdentified
            && !standing.facts.has_open_question(Some(QuestionKind::Identity))
        {
            standing.state.lifecycle = Lifecycle::Received;
            standing.state.outcome = Outcome::None;
            // The controller must answer from here on: nothing it said before stops the clock, a redirection neither.
            standing.facts.answers.iter_mut().for_each(|answer| answer.superseded = true);
        }
        self.cause = Some(ChangeCause::InformationSupplied);
        self.tell(EventKind::RequestInformationSupplied);
    }

    pub(super) fn decide(&mut self, question: Option<u16>, decision: SuspensionDecision) -> Result<(), Refused> {
        if !self.standing.facts.decide(question, decision) {
            return Err(Refused::NothingToDecide);
        }
        self.cause = Some(ChangeCause::SuspensionDecision);
        self.tell(match decision {
            SuspensionDecision::Accepted => EventKind::RequestSuspensionAccepted,
            SuspensionDecision::Contested => EventKind::RequestSuspensionContested,
        });
        Ok(())
    }
}
