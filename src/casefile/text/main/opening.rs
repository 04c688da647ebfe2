//! Cover, contents, summary and parties.

use super::Teller;
use crate::casefile::blocks::{Block, Inline, Lines, Pair, plain};
use crate::wording::Phrase;

impl Teller<'_> {
    pub(super) fn opening(&self) -> Vec<Block> {
        let mut blocks = vec![self.cover(), Block::Contents { title: self.label(Phrase::Contents) }];
        blocks.extend(self.summary());
        blocks.extend(self.parties());
        blocks
    }

    fn cover(&self) -> Block {
        let facts = self.facts;
        let persons = self.phrase(Phrase::Persons, [("people", facts.counts.people.into())]);
        let pairs = [
            (Phrase::To, facts.authority.name.clone()),
            (Phrase::By, facts.organisation.name.clone()),
            (Phrase::For, persons),
            (Phrase::Against, facts.controller.name.clone()),
            (Phrase::Reference, facts.reference.clone()),
            (Phrase::Date, self.words.day(facts.prepared_on)),
        ];
        Block::Cover {
            title: self.label(Phrase::Title),
            basis: self.label(Phrase::Basis),
            version: self.phrase(Phrase::Version, [("version", self.version.as_str().into())]),
            pairs: pairs.into_iter().map(|(phrase, value)| (self.label(phrase), plain(value))).collect(),
        }
    }

    fn summary(&self) -> Vec<Block> {
        let facts = self.facts;
        let who = self.phrase(
            Phrase::SummaryWho,
            [
                ("organisation", facts.organisation.name.as_str().into()),
                ("controller", facts.controller.name.as_str().into()),
                ("people", facts.counts.people.into()),
                ("requests", facts.counts.all_requests().into()),
            ],
        );
        let points = self.phrase(Phrase::SummaryPoints, [("points", (facts.points.len() as u64).into())]);
        let annexes = self.phrase(Phrase::SummaryAnnexes, [("example", self.extent.first.as_str().into())]);
        vec![self.section(Phrase::Summary), Block::text(who), Block::text(points), Block::text(annexes)]
    }

    fn parties(&self) -> Vec<Block> {
        let mut blocks = vec![self.section(Phrase::Parties), self.subsection(Phrase::Represented)];
        blocks.extend(self.represented());
        blocks.push(self.subsection(Phrase::Organisation));
        blocks.push(self.organisation());
        blocks.push(self.subsection(Phrase::Controller));
        blocks.push(self.controller());
        blocks.push(self.subsection(Phrase::Authority));
        blocks.push(self.authority());
        blocks
    }

    fn subsection(&self, phrase: Phrase) -> Block {
        Block::heading(2, self.label(phrase))
    }

    fn represented(&self) -> Vec<Block> {
        let text = self.phrase(
            Phrase::RepresentedText,
            [
                ("people", self.facts.counts.people.into()),
                ("first", self.extent.first.as_str().into()),
                ("last", self.extent.last.as_str().into()),
            ],
        );
        let mut blocks = vec![Block::text(text)];
        let count = self.facts.counts.legally_represented;
        if count > 0 {
            blocks.push(Block::text(self.phrase(Phrase::Minors, [("count", count.into())])));
        }
        blocks
    }

    fn organisation(&self) -> Block {
        let organisation = &self.facts.organisation;
        let seat = self.words.place(organisation.country);
        let mut pairs =
            vec![self.pair(Phrase::Name, plain(organisation.name.as_str())), self.pair(Phrase::Seat, plain(seat))];
        pairs.extend(self.lines(Phrase::Contacts, &organisation.contacts));
        pairs.extend(organisation.website.as_deref().map(|site| self.pair(Phrase::Website, plain(site))));
        Block::Pairs { pairs }
    }

    fn controller(&self) -> Block {
        let controller = &self.facts.controller;
        let seat = self.words.place(controller.country);
        let mut pairs = vec![self.pair(Phrase::Name, plain(controller.name.as_str()))];
        pairs.extend(self.lines(Phrase::Address, &controller.address));
        pairs.push(self.pair(Phrase::Seat, plain(seat)));
        pairs.extend(self.lines(Phrase::Contacts, &controller.contacts));
        Block::Pairs { pairs }
    }

    fn authority(&self) -> Block {
        let authority = &self.facts.authority;
        let place = self.words.place(authority.place);
        let mut pairs =
            vec![self.pair(Phrase::Name, plain(authority.name.as_str())), self.pair(Phrase::Place, plain(place))];
        pairs.extend(authority.site.as_deref().map(|site| self.pair(Phrase::Website, plain(site))));
        Block::Pairs { pairs }
    }

    pub(super) fn pair(&self, phrase: Phrase, value: Lines) -> Pair {
        (self.label(phrase), value)
    }

    fn lines(&self, phrase: Phrase, lines: &[String]) -> Option<Pair> {
        let value: Lines = lines.iter().map(|line| Inline::Plain { text: line.clone() }).collect();
        (!value.is_empty()).then(|| self.pair(phrase, value))
    }
}
