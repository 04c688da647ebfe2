//! The main text: short, and without the name of any person (C-7).

mod asked;
mod closing;
mod facts;
mod opening;
mod points;
mod standing;

use super::page_of;
use crate::casefile::blocks::{Block, Sheet};
use crate::casefile::facts::ComplaintFacts;
use crate::casefile::view::Version;
use crate::domain::legal_order::LegalOrder;
use crate::wording::{Phrase, Told, Words};

/// How far the annexes reach, which is known when they are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extent {
    /// The reference of the first person.
    pub first: String,
    /// The reference of the last person.
    pub last: String,
    /// How many volumes the register of evidence has.
    pub volumes: u32,
}

/// The main text of one version.
pub fn main_text(words: Words, facts: &ComplaintFacts, version: Version, extent: &Extent) -> Sheet {
    let teller = Teller { words, facts, version, extent };
    let mut blocks = teller.opening();
    blocks.extend(teller.standing());
    blocks.extend(teller.what_happened());
    blocks.extend(teller.points());
    blocks.extend(teller.what_is_asked());
    blocks.extend(teller.closing());
    Sheet {
        running: teller.title(),
        reference: facts.reference.clone(),
        page_of: page_of(words),
        numbered: true,
        blocks,
    }
}

/// What each section needs to be told.
struct Teller<'f> {
    words: Words,
    facts: &'f ComplaintFacts,
    version: Version,
    extent: &'f Extent,
}

impl Teller<'_> {
    /// The law that is cited.
    fn law(&self) -> LegalOrder {
        self.facts.law()
    }

    /// Says a phrase. Each is told the law, so that one which cites a provision chooses by it.
    fn phrase<'t, const N: usize>(&self, phrase: Phrase, told: [(&'static str, Told<'t>); N]) -> String {
        self.words.phrase_under(self.law(), phrase, told)
    }

    fn label(&self, phrase: Phrase) -> String {
        self.phrase(phrase, [])
    }

    fn section(&self, phrase: Phrase) -> Block {
        Block::heading(1, self.label(phrase))
    }

    fn title(&self) -> String {
        let (reference, controller) = (self.facts.reference.as_str(), self.facts.controller.name.as_str());
        self.phrase(Phrase::Named, [("reference", reference.into()), ("controller", controller.into())])
    }
}
