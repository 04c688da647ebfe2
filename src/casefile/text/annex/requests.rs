//! The second annex: what was asked, how it arrived, and the time limit with every step to it (D-15).

use super::Teller;
use crate::casefile::blocks::{Block, Column, Inline, Lines, plain};
use crate::casefile::text::{file, paragraphs, shown};
use crate::casefile::view::{Clock, RequestView, Shown};
use crate::domain::deadline::Deadline;
use crate::wording::Phrase;

impl Teller<'_> {
    pub(super) fn requests(&self, requests: &[RequestView<'_>]) -> Vec<Block> {
        let mut blocks = vec![self.annex(2)];
        for request in requests {
            blocks.push(self.request(request));
            blocks.extend(self.one_request(request));
        }
        blocks
    }

    fn one_request(&self, request: &RequestView<'_>) -> Vec<Block> {
        let mut pairs = Vec::new();
        match &request.clock {
            Shown::Given(clock) => pairs.extend(self.course(clock)),
            Shown::Withheld(field, why) => {
                pairs.push(self.pair(Phrase::Filed, vec![super::super::mark(self.words, *field, *why)]));
            }
        }
        match request.receipt_document {
            Shown::Given(Some(document)) => pairs.push(self.pair(Phrase::Document, file(document))),
            Shown::Given(None) | Shown::Withheld(..) => {}
        }
        let asked: Lines = request.asked.iter().flat_map(|passage| paragraphs(self.words, *passage)).collect();
        if !asked.is_empty() {
            pairs.push(self.pair(Phrase::Asked, asked));
        }
        let mut blocks = vec![Block::Pairs { pairs }, Block::heading(3, self.label(Phrase::Deadline))];
        match &request.clock {
            Shown::Given(Clock { deadline: Some(deadline), .. }) => blocks.extend(self.deadline(deadline)),
            Shown::Given(Clock { deadline: None, .. }) => blocks.push(Block::text(self.label(Phrase::NoDeadline))),
            withheld @ Shown::Withheld(..) => {
                let mark = shown(self.words, withheld.mark(), |()| Lines::new());
                blocks.extend(mark.into_iter().map(|text| Block::Text { text }));
            }
        }
        blocks
    }

    fn course(&self, clock: &Clock<'_>) -> Vec<(String, Lines)> {
        let words = self.words;
        let day = |day: Option<_>, none| day.map_or_else(|| self.label(none), |day| words.day(day));
        let mut pairs = vec![
            self.pair(Phrase::Place, plain(words.place(clock.place))),
            self.pair(Phrase::Filed, plain(words.day(clock.filed_on))),
            self.pair(Phrase::Sent, plain(day(clock.sent_on, Phrase::NotSent))),
            self.pair(Phrase::Received, plain(day(clock.received_on, Phrase::NotReceived))),
        ];
        if let Some(kind) = clock.receipt_kind {
            let proof = words.phrase(Phrase::ReceiptKind, [("kind", kind.as_str().into())]);
            pairs.push(self.pair(Phrase::Receipt, plain(proof)));
        }
        pairs
    }

    fn deadline(&self, deadline: &Deadline) -> Vec<Block> {
        let told = self.words.deadline(deadline);
        let mut blocks = vec![Block::Note { text: Inline::Strong { text: told.short } }];
        let columns = vec![
            Column::numbers(self.label(Phrase::Number)),
            Column::words(self.label(Phrase::Step), 10),
            Column::words(self.label(Phrase::Provision), 5),
            Column::words(self.label(Phrase::Rule), 0),
        ];
        let rows = told.steps.into_iter().enumerate().map(|(index, step)| {
            let number = plain((index + 1).to_string());
            vec![number, plain(step.text), plain(step.article.unwrap_or_default()), plain(step.rule)]
        });
        blocks.push(Block::table(columns, rows.collect()));
        let editions =
            [("rules", deadline.rule_version.as_str().into()), ("calendar", deadline.calendar_version.as_str().into())];
        let text = self.phrase(Phrase::Editions, editions);
        blocks.push(Block::Text { text: Inline::Small { text } });
        blocks
    }
}
