//! The three annexes of one person, in one document: who it is and by what mandate, what was asked and by when it was to be
//! answered, what came back and what was found in it (C-5).

mod answers;
mod identity;
mod requests;

use jiff::civil::Date;

use super::page_of;
use crate::casefile::blocks::{Block, Lines, Pair, Sheet};
use crate::casefile::view::{PersonView, RequestView, Version};
use crate::domain::legal_order::LegalOrder;
use crate::domain::right::Right;
use crate::wording::{Phrase, Told, Words};

/// Which complaint the annexes belong to.
#[derive(Debug, Clone, Copy)]
pub struct Of<'f> {
    /// Its reference.
    pub complaint: &'f str,
    /// The reference of the person.
    pub person: &'f str,
    /// The day of the file.
    pub prepared_on: Date,
    /// Which version.
    pub version: Version,
    /// The law that is cited.
    pub law: LegalOrder,
}

/// The annexes of one person.
pub fn annexes(words: Words, view: &PersonView<'_>, of: Of<'_>) -> Sheet {
    let teller = Teller { words, of };
    let mut blocks = vec![Block::Head {
        title: teller.title(),
        notes: vec![words.phrase(Phrase::Version, [("version", of.version.as_str().into())])],
    }];
    blocks.extend(teller.identity(view));
    blocks.extend(teller.requests(&view.requests));
    blocks.extend(teller.answers(&view.requests));
    Sheet { running: teller.title(), reference: of.person.to_owned(), page_of: page_of(words), numbered: false, blocks }
}

struct Teller<'f> {
    words: Words,
    of: Of<'f>,
}

impl Teller<'_> {
    /// Says a phrase. Each is told the law, so that one which cites a provision chooses by it.
    fn phrase<'t, const N: usize>(&self, phrase: Phrase, told: [(&'static str, Told<'t>); N]) -> String {
        self.words.phrase_under(self.of.law, phrase, told)
    }

    fn label(&self, phrase: Phrase) -> String {
        self.phrase(phrase, [])
    }

    fn pair(&self, phrase: Phrase, value: Lines) -> Pair {
        (self.label(phrase), value)
    }

    /// What the document is called.
    fn title(&self) -> String {
        self.phrase(Phrase::AnnexesOf, [("person", self.of.person.into()), ("reference", self.of.complaint.into())])
    }

    /// The heading of an annex. Each but the first begins a page of its own, so that it can be handed out alone.
    fn annex(&self, number: u64) -> Block {
        let text = self.phrase(Phrase::AnnexTitle, [("person", self.of.person.into()), ("annex", number.into())]);
        Block::Heading { level: 1, text, fresh: number > 1 }
    }

    /// The heading of a request.
    fn request(&self, request: &RequestView<'_>) -> Block {
        let right = request.right.given().map_or("", Right::as_str);
        let reference = request.reference.given().unwrap_or_default();
        let told = [("right", right.into()), ("reference", reference.into())];
        Block::heading(2, self.phrase(Phrase::Request, told))
    }
}
