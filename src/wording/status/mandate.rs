//! A mandate on the page of a person, and the steps by which it is taken back (M-11).

use fluent_bundle::FluentArgs;
use jiff::civil::Date;
use serde::Serialize;

use super::{Frame, OrganisationFacts, RequestFacts};
use crate::domain::mandate::{AnswerRecipient, Mandate, MandateState};
use crate::wording::Words;

/// A mandate.
#[derive(Debug, Clone, Copy)]
pub struct MandateFacts<'a> {
    /// Its id, for the address of the step that takes it back.
    pub id: &'a str,
    /// What it says.
    pub mandate: &'a Mandate,
    /// Where it stands.
    pub state: MandateState,
    /// When it was taken back or found to be over.
    pub ended_on: Option<Date>,
}

/// A mandate as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MandateCard {
    /// What it lets whom do, and since and until when; one sentence each.
    pub lines: Vec<String>,
    /// The id and the label of the step that takes it back; none when it has ended.
    pub take_back: Option<(String, String)>,
}

/// The question whether a mandate is to be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConfirmPage {
    /// What every page has.
    pub frame: Frame,
    /// The id of the mandate.
    pub mandate: String,
    /// The question.
    pub heading: String,
    /// What follows for whoever acts.
    pub effect: String,
    /// What follows for requests.
    pub requests: String,
    /// The requests that end.
    pub ending: Vec<String>,
    /// What stays.
    pub others: String,
    /// The label of yes.
    pub yes: String,
    /// The label of no.
    pub no: String,
}

/// That a mandate was taken back, and what is still running.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DonePage {
    /// What every page has.
    pub frame: Frame,
    /// What was done.
    pub heading: String,
    /// What follows.
    pub effect: String,
    /// How much is still running.
    pub running: String,
    /// What is still running.
    pub still: Vec<String>,
    /// The label of the way back.
    pub back: String,
}

impl Words {
    pub(super) fn mandate_card(&self, facts: &MandateFacts<'_>, organisation: &OrganisationFacts<'_>) -> MandateCard {
        let mandate = facts.mandate;
        let mut lines = Vec::new();
        let mut given = FluentArgs::new();
        given.set("organisation", organisation.name.to_owned());
        given.set("signed", mandate.signed_on.to_string());
        lines.push(self.sentence("status-mandate-given", &given));
        let powers = &mandate.powers;
        let mut covered = FluentArgs::new();
        covered.set(
            "powers",
            match (&powers.request, &powers.complaint) {
                (Some(_), Some(_)) => "both",
                (None, Some(_)) => "complaint",
                (_, None) => "request",
            },
        );
        lines.push(self.sentence("status-mandate-powers", &covered));
        if let Some(power) = &powers.request {
            let mut answers = FluentArgs::new();
            answers.set("organisation", organisation.name.to_owned());
            answers.set(
                "recipient",
                match power.answer_recipient {
                    AnswerRecipient::Person => "person",
                    AnswerRecipient::Organisation => "organisation",
                },
            );
            lines.push(self.sentence("status-mandate-answers", &answers));
        }
        let ended = match facts.state {
            MandateState::Revoked => Some("status-mandate-revoked"),
            MandateState::Expired => Some("status-mandate-expired"),
            MandateState::Active | MandateState::NotYetValid => None,
        };
        match (ended, facts.ended_on.or(mandate.valid_until)) {
            (Some(message), Some(day)) => lines.push(self.on_day(message, day)),
            (None, _) => lines.extend(mandate.valid_until.map(|until| {
                let mut last = FluentArgs::new();
                last.set("until", until.to_string());
                self.sentence("status-mandate-until", &last)
            })),
            (Some(_), None) => {}
        }
        let take_back = ended.is_none().then(|| (facts.id.to_owned(), self.plain("status-take-back")));
        MandateCard { lines, take_back }
    }

    /// Asks whether a mandate is to be taken back. `ending` are the open requests that end with it.
    pub fn confirm_page(
        &self,
        mandate: &str,
        organisation: &OrganisationFacts<'_>,
        ending: &[RequestFacts<'_>],
    ) -> ConfirmPage {
        ConfirmPage {
            frame: self.frame(),
            mandate: mandate.to_owned(),
            heading: self.plain("status-confirm"),
            effect: self.of_organisation("status-confirm-effect", organisation),
            requests: self.counted("status-confirm-requests", ending.len()),
            ending: ending.iter().map(|request| self.named(request)).collect(),
            others: self.plain("status-confirm-others"),
            yes: self.plain("status-confirm-yes"),
            no: self.plain("status-confirm-no"),
        }
    }

    /// Says that a mandate was taken back. `running` are the open requests under other mandates.
    pub fn done_page(&self, organisation: &OrganisationFacts<'_>, running: &[RequestFacts<'_>]) -> DonePage {
        DonePage {
            frame: self.frame(),
            heading: self.plain("status-done"),
            effect: self.of_organisation("status-done-effect", organisation),
            running: self.counted("status-done-running", running.len()),
            still: running.iter().map(|request| self.named(request)).collect(),
            back: self.plain("status-done-back"),
        }
    }

    /// A request in one line: what, and of whom.
    fn named(&self, request: &RequestFacts<'_>) -> String {
        format!("{} · {}", self.right(request.right), request.controller)
    }
}
