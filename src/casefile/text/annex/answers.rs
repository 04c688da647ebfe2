//! The third annex: what the controller sent or did not send, and what was found in it.

use super::Teller;
use crate::casefile::blocks::{Block, Column, Inline, Lines, plain};
use crate::casefile::facts::FileFacts;
use crate::casefile::text::{file, mark, paragraphs, shown};
use crate::casefile::view::{Came, Findings, RequestView, ResponseView, Shown};
use crate::domain::finding::Finding;
use crate::wording::Phrase;

impl Teller<'_> {
    pub(super) fn answers(&self, requests: &[RequestView<'_>]) -> Vec<Block> {
        let mut blocks = vec![self.annex(3)];
        for request in requests {
            blocks.push(self.request(request));
            if request.responses.is_empty() {
                let until = [("date", self.of.prepared_on.into())];
                blocks.push(Block::text(self.phrase(Phrase::Silence, until)));
            }
            blocks.extend(request.responses.iter().flat_map(|response| self.response(response)));
            blocks.push(Block::heading(3, self.label(Phrase::Findings)));
            blocks.extend(self.findings(&request.findings));
        }
        blocks
    }

    fn response(&self, response: &ResponseView<'_>) -> Vec<Block> {
        let mut pairs = Vec::new();
        let heading = match (&response.kind, &response.came) {
            (Shown::Given(kind), Shown::Given(Came { on, via })) => {
                let via = self.phrase(Phrase::ViaName, [("via", via.as_str().into())]);
                pairs.push(self.pair(Phrase::Via, plain(via)));
                self.phrase(Phrase::Response, [("kind", kind.as_str().into()), ("on", (*on).into())])
            }
            _ => self.label(Phrase::Answers),
        };
        if let Shown::Given(Some(days)) = response.days_late {
            let late = self.phrase(Phrase::Late, [("days", days.into())]);
            pairs.push(self.pair(Phrase::Lateness, vec![Inline::Strong { text: late }]));
        }
        let content: Lines = response.content.iter().flat_map(|passage| paragraphs(self.words, *passage)).collect();
        if !content.is_empty() {
            pairs.push(self.pair(Phrase::Says, content));
        }
        let mut blocks = vec![Block::heading(3, heading)];
        match response.files {
            Shown::Given([]) => blocks.push(Block::Pairs { pairs }),
            Shown::Given(files) => {
                blocks.push(Block::Pairs { pairs });
                blocks.push(self.files(files));
            }
            withheld @ Shown::Withheld(..) => {
                pairs.push(self.pair(Phrase::Files, shown(self.words, withheld, |_| Lines::new())));
                blocks.push(Block::Pairs { pairs });
            }
        }
        blocks
    }

    fn files(&self, files: &[FileFacts]) -> Block {
        let columns = vec![
            Column::words(self.label(Phrase::File), 1),
            Column::numbers(self.label(Phrase::Pages)),
            Column::numbers(self.label(Phrase::Size)),
        ];
        let row = |one: &FileFacts| {
            let pages = one.pages.map(|pages| self.words.count(u64::from(pages))).unwrap_or_default();
            vec![file(one), plain(pages), plain(self.words.count(one.size))]
        };
        Block::table(columns, files.iter().map(row).collect())
    }

    fn findings(&self, findings: &Shown<'_, Findings<'_>>) -> Vec<Block> {
        match findings {
            Shown::Given(Findings::Full([])) => vec![Block::text(self.label(Phrase::NoFindings))],
            Shown::Given(Findings::Full(found)) => vec![self.table_of_findings(found)],
            Shown::Given(Findings::Codes(codes)) => {
                let items = codes.iter().map(|code| plain(self.words.finding_title(*code)));
                vec![Block::List { items: items.collect(), counted: false }]
            }
            Shown::Withheld(field, why) => vec![Block::Text { text: mark(self.words, *field, *why) }],
        }
    }

    fn table_of_findings(&self, findings: &[Finding]) -> Block {
        let columns = vec![
            Column::numbers(self.label(Phrase::Number)),
            Column::words(self.label(Phrase::Infringement), 10),
            Column::words(self.label(Phrase::Provision), 5),
        ];
        let rows = findings.iter().enumerate().map(|(index, finding)| {
            let told = self.words.finding(finding, finding.code.provision(self.of.law));
            let provisions = self.words.finding_provisions(finding.code, self.of.law);
            let facts = [("rule", told.rule.into()), ("severity", u64::from(told.severity).into())];
            let detail = self.phrase(Phrase::RuleSeverity, facts);
            let what = vec![
                Inline::Strong { text: told.title },
                Inline::Plain { text: told.text },
                Inline::Small { text: detail },
            ];
            vec![plain((index + 1).to_string()), what, plain(provisions)]
        });
        Block::table(columns, rows.collect())
    }
}
