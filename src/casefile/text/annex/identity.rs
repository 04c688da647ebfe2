//! The first annex: who the person is, and the mandate.

use super::Teller;
use crate::casefile::blocks::{Block, Inline, Lines, Pair, code, plain};
use crate::casefile::facts::{Contact, Identifier};
use crate::casefile::text::{capital, file, shown};
use crate::casefile::view::{GivenMandate, MandateView, PersonView, Shown};
use crate::wording::Phrase;

impl Teller<'_> {
    pub(super) fn identity(&self, view: &PersonView<'_>) -> Vec<Block> {
        let mut pairs = vec![
            self.pair(Phrase::Reference, shown(self.words, view.reference, plain)),
            self.pair(Phrase::PersonName, shown(self.words, view.name, plain)),
        ];
        match view.contacts {
            Shown::Given(contacts) => pairs.extend(contacts.iter().map(|contact| self.contact(contact))),
            withheld @ Shown::Withheld(..) => {
                pairs.push(self.pair(Phrase::Contacts, shown(self.words, withheld, |_| Vec::new())));
            }
        }
        match view.identifiers {
            Shown::Given(identifiers) => pairs.extend(identifiers.iter().map(|one| self.identifier(one))),
            withheld @ Shown::Withheld(..) => {
                pairs.push(self.pair(Phrase::Identifiers, shown(self.words, withheld, |_| Vec::new())));
            }
        }
        let mut blocks = vec![
            self.annex(1),
            Block::heading(2, self.label(Phrase::Identity)),
            Block::Pairs { pairs },
            Block::heading(2, self.label(Phrase::Mandate)),
        ];
        blocks.extend(self.mandate(&view.mandate));
        blocks
    }

    fn contact(&self, contact: &Contact) -> Pair {
        let name = self.phrase(Phrase::Contact, [("kind", contact.kind.as_str().into())]);
        (name, contact.value.lines().map(|line| Inline::Plain { text: line.to_owned() }).collect())
    }

    fn identifier(&self, one: &Identifier) -> Pair {
        let name = self.phrase(Phrase::Identifier, [("element", one.element.as_str().into())]);
        (name, plain(one.value.as_str()))
    }

    fn mandate(&self, mandate: &MandateView<'_>) -> Vec<Block> {
        let words = self.words;
        let mut blocks = Vec::new();
        let mut pairs = vec![self.pair(Phrase::Credential, shown(words, mandate.credential, code))];
        match &mandate.given {
            Shown::Given(given) => {
                // What an authority must see at once (M-14).
                if given.by_legal_representative {
                    blocks.push(Block::note(self.label(Phrase::ByRepresentative)));
                }
                pairs.extend(self.given(given));
            }
            Shown::Withheld(field, why) => {
                pairs.push(self.pair(Phrase::Mandate, vec![super::super::mark(words, *field, *why)]));
            }
        }
        match mandate.scope {
            Shown::Given(None) => {}
            scope => pairs.push(self.pair(Phrase::Scope, shown(words, scope, |text| plain(text.unwrap_or_default())))),
        }
        pairs.extend(self.document(mandate));
        blocks.push(Block::Pairs { pairs });
        blocks
    }

    fn given(&self, given: &GivenMandate<'_>) -> Vec<Pair> {
        let words = self.words;
        let until = given.valid_until.map_or_else(|| self.label(Phrase::NoEnd), |day| words.day(day));
        let evidence = words.phrase(Phrase::EvidenceKind, [("kind", given.evidence.as_str().into())]);
        let rights: Vec<_> = given
            .rights
            .iter()
            .map(|right| words.phrase(Phrase::RightName, [("right", right.as_str().into())]))
            .collect();
        let acts: Lines = given
            .complaint_acts
            .iter()
            .map(|act| self.phrase(Phrase::Act, [("act", act.as_str().into())]))
            .map(|text| Inline::Plain { text: capital(&text) })
            .collect();
        let mut pairs = vec![
            self.pair(Phrase::SignedDate, plain(words.day(given.signed_on))),
            self.pair(Phrase::ValidFrom, plain(words.day(given.valid_from))),
            self.pair(Phrase::ValidTo, plain(until)),
        ];
        if !rights.is_empty() {
            let rights = rights.into_iter().map(|text| Inline::Plain { text }).collect();
            pairs.push(self.pair(Phrase::RightsGranted, rights));
        }
        if !acts.is_empty() {
            pairs.push(self.pair(Phrase::ActsGranted, acts));
        }
        pairs.push(self.pair(Phrase::GivenAs, plain(evidence)));
        pairs
    }

    fn document(&self, mandate: &MandateView<'_>) -> Vec<Pair> {
        match &mandate.document {
            Shown::Withheld(field, why) => {
                vec![self.pair(Phrase::Document, vec![super::super::mark(self.words, *field, *why)])]
            }
            Shown::Given(document) => {
                let kept = document.file.map(|one| self.pair(Phrase::Document, file(one)));
                let hash = document.sha256.map(|hash| self.pair(Phrase::Hash, code(hash)));
                kept.into_iter().chain(hash).collect()
            }
        }
    }
}
