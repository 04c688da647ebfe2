//! What is asked of the authority, and what makes the complaint complete (C-3).

use super::Teller;
use crate::casefile::blocks::{Block, Column, plain};
use crate::casefile::text::paragraphs;
use crate::casefile::view;
use crate::domain::text_enum;
use crate::wording::Phrase;

text_enum! {
    /// What can be asked of an authority in any case, where the organisation asks nothing of its own.
    pub enum Remedy {
        /// To handle and investigate (Article 57(1)(f)).
        Investigate = "investigate",
        /// To find the infringement.
        Establish = "establish",
        /// To order that requests are complied with (Article 58(2)(c)).
        Comply = "comply",
        /// To order that the handling of requests is brought into compliance (Article 58(2)(d)).
        Operations = "operations",
        /// To consider a sanction (Articles 58(2)(b) and (i), 83).
        Sanction = "sanction",
        /// To inform in time (Articles 77(2), 78(2), C-10).
        Inform = "inform",
    }
}

impl Teller<'_> {
    pub(super) fn what_is_asked(&self) -> Vec<Block> {
        let own = view::passages(&self.facts.remedies, self.version.recipient());
        let items = if own.is_empty() {
            let told = |remedy: &Remedy| {
                let text = self.phrase(Phrase::Remedy, [("remedy", remedy.as_str().into())]);
                plain(text)
            };
            Remedy::ALL.iter().map(told).collect()
        } else {
            own.into_iter().map(|passage| paragraphs(self.words, passage)).collect()
        };
        let mut blocks = vec![
            self.section(Phrase::Remedies),
            Block::text(self.label(Phrase::RemediesText)),
            Block::List { items, counted: true },
        ];
        blocks.extend(self.completeness());
        blocks
    }

    fn completeness(&self) -> Vec<Block> {
        let completeness = &self.facts.completeness;
        let columns = vec![
            Column::words(self.label(Phrase::Requirement), 5),
            Column::words(self.label(Phrase::Where), 5),
            Column::numbers(self.label(Phrase::CompleteFor)),
        ];
        let rows = completeness.slots.iter().map(|one| {
            let slot = one.slot.as_str();
            vec![
                plain(self.phrase(Phrase::Slot, [("slot", slot.into())])),
                plain(self.phrase(Phrase::SlotPlace, [("slot", slot.into())])),
                plain(self.words.count(one.complete_for)),
            ]
        });
        let mut blocks = vec![
            self.section(Phrase::Completeness),
            Block::text(self.label(Phrase::CompletenessText)),
            Block::table(columns, rows.collect()),
        ];
        let items: Vec<_> = completeness.national.iter().map(|text| plain(text.as_str())).collect();
        if !items.is_empty() {
            blocks.push(Block::heading(2, self.label(Phrase::National)));
            blocks.push(Block::List { items, counted: false });
        }
        blocks
    }
}
