//! What happened, in the organisation's words and in numbers.

use super::Teller;
use crate::casefile::blocks::{Block, Column, plain};
use crate::casefile::facts::Span;
use crate::casefile::text::paragraphs;
use crate::casefile::view;
use crate::domain::legal_order::LegalOrder;
use crate::wording::Phrase;

impl Teller<'_> {
    pub(super) fn what_happened(&self) -> Vec<Block> {
        let mut blocks = vec![self.section(Phrase::Facts)];
        for passage in view::passages(&self.facts.description, self.version.recipient()) {
            blocks.extend(paragraphs(self.words, passage).into_iter().map(|text| Block::Text { text }));
        }
        blocks.push(Block::text(self.label(Phrase::PriorRequests)));
        blocks.push(self.rights());
        blocks.push(Block::text(self.phrase(Phrase::StandingOn, [("date", self.facts.prepared_on.into())])));
        blocks.push(self.counts());
        let calendars = self.facts.calendar_versions.join(", ");
        let clocks = [("rules", self.facts.rule_version.as_str().into()), ("calendars", calendars.into())];
        // The controller's place decides by which law its time limits ran, not that of the authority.
        let law = LegalOrder::of_requests_at(self.facts.controller.country);
        blocks.push(Block::text(self.words.phrase_under(law, Phrase::Clocks, clocks)));
        blocks
    }

    /// The requests by right, with their sum when there is more than one right.
    fn rights(&self) -> Block {
        let columns = vec![
            Column::words(self.label(Phrase::Right), 3),
            Column::words(self.label(Phrase::Provision), 3),
            Column::numbers(self.label(Phrase::Requests)),
        ];
        let counts = &self.facts.counts;
        let mut rows: Vec<_> = counts
            .requests
            .iter()
            .map(|one| {
                let name = self.phrase(Phrase::RightName, [("right", one.right.as_str().into())]);
                let article = self.words.right_provision(one.right, self.law());
                vec![plain(name), plain(article), plain(self.words.count(one.requests))]
            })
            .collect();
        let total = rows.len() > 1;
        if total {
            let sum = self.words.count(counts.all_requests());
            rows.push(vec![plain(self.label(Phrase::Total)), Vec::new(), plain(sum)]);
        }
        Block::Table { columns, rows, total }
    }

    fn counts(&self) -> Block {
        let counts = &self.facts.counts;
        let mut pairs = Vec::new();
        if let Some(received) = counts.received {
            pairs.push(self.pair(Phrase::ReceivedBetween, plain(self.span(received))));
        }
        for (phrase, number) in [
            (Phrase::Unanswered, counts.unanswered),
            (Phrase::Refused, counts.refused),
            (Phrase::AnsweredLate, counts.answered_late),
        ] {
            pairs.push(self.pair(phrase, plain(self.words.count(number))));
        }
        Block::Pairs { pairs }
    }

    /// A day, or from the first to the last of several.
    fn span(&self, span: Span) -> String {
        if span.first == span.last {
            return self.words.day(span.first);
        }
        self.phrase(Phrase::Span, [("first", span.first.into()), ("last", span.last.into())])
    }
}
