//! Confidential parts with their reasons (C-6), the place to sign, and the list of annexes.

use super::Teller;
use crate::casefile::blocks::{Block, Column, Lines, plain};
use crate::casefile::facts::Passage;
use crate::casefile::view::Version;
use crate::wording::Phrase;

impl Teller<'_> {
    pub(super) fn closing(&self) -> Vec<Block> {
        let mut blocks = self.confidential();
        blocks.push(self.signature());
        blocks.extend(self.annexes());
        blocks
    }

    fn confidential(&self) -> Vec<Block> {
        let intro = match self.version {
            Version::Full => Phrase::ConfidentialFull,
            Version::NonConfidential => Phrase::ConfidentialRemoved,
        };
        let columns = vec![Column::words(self.label(Phrase::Part), 1), Column::words(self.label(Phrase::Reason), 1)];
        let mut rows = vec![vec![plain(self.label(Phrase::PartPersons)), plain(self.label(Phrase::ReasonPersons))]];
        rows.extend(self.marked(Phrase::Facts, &self.facts.description));
        rows.extend(self.marked(Phrase::Remedies, &self.facts.remedies));
        vec![self.section(Phrase::Confidential), Block::text(self.label(intro)), Block::table(columns, rows)]
    }

    /// The marked passages of a section, by their number in it.
    fn marked(&self, section: Phrase, passages: &[Passage]) -> Vec<Vec<Lines>> {
        let row = |(index, passage): (usize, &Passage)| {
            let reason = passage.confidential.as_deref()?;
            let number = [("number", (index as u64 + 1).into()), ("section", self.label(section).into())];
            Some(vec![plain(self.phrase(Phrase::Passage, number)), plain(reason)])
        };
        passages.iter().enumerate().filter_map(row).collect()
    }

    fn annexes(&self) -> Vec<Block> {
        let columns = vec![Column::words(self.label(Phrase::Annex), 2), Column::words(self.label(Phrase::Content), 3)];
        let mut rows = Vec::new();
        for annex in 1u64..=3 {
            let content = self.phrase(Phrase::AnnexContent, [("annex", annex.into())]);
            rows.push(vec![plain(self.numbered(annex)), plain(content)]);
        }
        let volumes = [("volumes", u64::from(self.extent.volumes).into())];
        for (name, content) in [
            ("register-001.pdf …", self.phrase(Phrase::RegisterVolumes, volumes)),
            ("complaint.json", self.label(Phrase::MachineReadable)),
            ("manifest.json", self.label(Phrase::Manifest)),
        ] {
            rows.push(vec![plain(name), plain(content)]);
        }
        vec![self.section(Phrase::Annexes), Block::text(self.label(Phrase::AnnexesText)), Block::table(columns, rows)]
    }

    /// The numbers of an annex: of the one person, or from the first to the last.
    fn numbered(&self, annex: u64) -> String {
        let first = format!("{}-{annex}", self.extent.first);
        if self.extent.first == self.extent.last { first } else { format!("{first} – {}-{annex}", self.extent.last) }
    }

    fn signature(&self) -> Block {
        let signatory = self.facts.signatory.as_ref();
        let date = self.facts.prepared_on;
        let place = match signatory.and_then(|who| who.town.as_deref()) {
            Some(town) => self.phrase(Phrase::Signed, [("town", town.into()), ("date", date.into())]),
            None => self.phrase(Phrase::SignedOn, [("date", date.into())]),
        };
        let organisation = self.facts.organisation.name.as_str();
        Block::Signature {
            place,
            party: self.phrase(Phrase::SignedFor, [("organisation", organisation.into())]),
            name: signatory.map(|who| who.name.clone()).unwrap_or_default(),
            role: signatory.and_then(|who| who.role.clone()),
        }
    }
}
