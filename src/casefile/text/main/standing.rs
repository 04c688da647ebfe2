//! Why the organisation may complain (M-2 to M-4), and why to this authority (C-1).

use super::Teller;
use crate::casefile::blocks::{Block, Column, Inline, Lines, plain};
use crate::domain::eligibility::{EligibilityTest, TestEvidence};
use crate::domain::legal_order::LegalOrder;
use crate::wording::Phrase;

impl Teller<'_> {
    pub(super) fn standing(&self) -> Vec<Block> {
        let mut blocks = vec![self.section(Phrase::Standing)];
        let organisation = &self.facts.organisation;
        let name = organisation.name.as_str();
        blocks.push(Block::text(self.phrase(Phrase::StandingText, [("organisation", name.into())])));
        blocks.push(self.tests());
        let eligibility = &organisation.eligibility;
        let constituted = eligibility.constituted_in.map(|place| {
            let place = self.words.place(place);
            self.pair(Phrase::Constituted, plain(place))
        });
        let basis = eligibility.basis_under(self.law()).map(|basis| self.pair(Phrase::NationalBasis, plain(basis)));
        let pairs: Vec<_> = constituted.into_iter().chain(basis).collect();
        if !pairs.is_empty() {
            blocks.push(Block::Pairs { pairs });
        }
        blocks.push(Block::text(self.label(Phrase::MandatesText)));
        blocks.extend(self.competence());
        blocks
    }

    fn tests(&self) -> Block {
        let columns = vec![
            Column::words(self.label(Phrase::Condition), 5),
            Column::words(self.label(Phrase::Evidence), 6),
            Column::words(self.label(Phrase::Dated), 4),
        ];
        let rows = EligibilityTest::ALL.iter().map(|test| {
            let condition = plain(self.phrase(Phrase::Test, [("test", test.as_str().into())]));
            match self.facts.organisation.eligibility.evidence(*test) {
                Some(evidence) => vec![condition, document(evidence), self.dates(evidence)],
                None => vec![condition, plain(self.label(Phrase::NoEvidence)), Vec::new()],
            }
        });
        Block::table(columns, rows.collect())
    }

    fn dates(&self, evidence: &TestEvidence) -> Lines {
        let mut dates = plain(self.words.day(evidence.dated));
        if let Some(until) = evidence.valid_until {
            let text = self.phrase(Phrase::ValidUntil, [("date", until.into())]);
            dates.push(Inline::Small { text });
        }
        dates
    }

    fn competence(&self) -> Vec<Block> {
        let competence = &self.facts.competence;
        let mut blocks = vec![self.section(Phrase::Competence)];
        let items: Vec<_> = competence.reasons.iter().map(|reason| plain(reason.as_str())).collect();
        if !items.is_empty() {
            blocks.push(Block::List { items, counted: false });
        }
        // Only the authorities of the Union and the EEA have one that leads (Article 56).
        if let Some(lead) = competence.presumed_lead.as_ref().filter(|_| self.law() == LegalOrder::Gdpr) {
            let text = self.phrase(Phrase::PresumedLead, [("authority", lead.as_str().into())]);
            blocks.push(Block::text(text));
        }
        blocks
    }
}

fn document(evidence: &TestEvidence) -> Lines {
    let mut lines = plain(evidence.document.as_str());
    lines.extend(evidence.sha256.as_ref().map(|hash| Inline::Code { text: hash.clone() }));
    lines
}
