//! Makes the files of one complaint from its facts: each file alone, so that each can be sealed and kept as soon as it is
//! there, and thousands of people need no more memory than one.

use std::sync::LazyLock;

use serde::Serialize;
use serde_json::json;

use super::blocks::Sheet;
use super::facts::{ComplaintFacts, FileFacts, PersonFacts};
use super::names;
use super::piece::Piece;
use super::text::{self, Extent, Of};
use super::view::{self, Version};
use crate::domain::mandate::ComplaintAct;
use crate::typeset::{Document, Template, TypesetError, printable, render};
use crate::wording::Words;

/// The version of the form of the files. It changes whenever a reader of the old form could not read the new one.
pub const FORMAT: &str = "recourse-complaint/1";

static TEMPLATE: LazyLock<Template> =
    LazyLock::new(|| Template::new("casefile.typ", include_str!("templates/casefile.typ")));

/// Why a file is not made.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// A reference of a person or of the complaint cannot be part of a file's name.
    #[error("a reference consists of letters, digits and hyphens")]
    Reference,
    /// A hash is no SHA-256.
    #[error("the hash of a file of {0} is not 64 hexadecimal digits")]
    Hash(String),
    /// The facts of a person would leave an annex empty: what is missing (C-3, C-4).
    #[error("{person} has no {what}")]
    Missing {
        /// The reference of the person.
        person: String,
        /// What is missing.
        what: &'static str,
    },
    /// The typesetter refuses.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// A fact that JSON cannot hold.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// The two files of one person. Both hold personal values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonPieces {
    /// The three annexes.
    pub annexes: Piece,
    /// The same facts for machines.
    pub facts: Piece,
}

/// Makes files. Cheap to clone and to share among threads.
#[derive(Clone, Copy)]
pub struct Maker<'f> {
    complaint: &'f ComplaintFacts,
    words: Words,
}

#[derive(Serialize)]
struct Facts<'f, T> {
    format: &'static str,
    version: Version,
    complaint: &'f str,
    #[serde(flatten)]
    facts: T,
}

impl<'f> Maker<'f> {
    /// A maker for one complaint, in its language.
    ///
    /// # Errors
    /// [`MakeError::Reference`] when the complaint's own reference cannot be part of a file's name.
    pub fn new(complaint: &'f ComplaintFacts) -> Result<Self, MakeError> {
        if !names::is_reference(&complaint.reference) {
            return Err(MakeError::Reference);
        }
        Ok(Self { complaint, words: Words::of(complaint.language) })
    }

    /// The annexes and the facts of one person.
    ///
    /// # Errors
    /// [`MakeError`]. A person without a mandate for a complaint, without a request or without a name is refused: the file
    /// would have a hole.
    pub fn person(&self, facts: &PersonFacts, version: Version) -> Result<PersonPieces, MakeError> {
        check(facts)?;
        let view = view::person(facts, version.recipient());
        let of = Of {
            law: self.complaint.law(),
            complaint: &self.complaint.reference,
            person: &facts.reference,
            prepared_on: self.complaint.prepared_on,
            version,
        };
        let sheet = text::annexes(self.words, &view, of);
        let annexes = self.document(names::annexes(version, &facts.reference), &sheet.running, &sheet)?;
        let told = self.told(version, json!({ "person": serde_json::to_value(&view)? }));
        let facts = Piece::facts(names::person(version, &facts.reference), &told)?;
        Ok(PersonPieces { annexes, facts })
    }

    /// How many volumes the register of so many files has.
    pub fn volumes(files: usize) -> u32 {
        u32::try_from(files.div_ceil(text::VOLUME_ENTRIES).max(1)).unwrap_or(u32::MAX)
    }

    /// One volume of the register of evidence, counted from 1, of all files that are listed.
    ///
    /// # Errors
    /// [`MakeError`].
    pub fn register(&self, version: Version, volume: u32, files: &[FileFacts]) -> Result<Piece, MakeError> {
        let start = (volume.max(1) as usize - 1) * text::VOLUME_ENTRIES;
        let lines = files.get(start..).unwrap_or_default();
        let lines = &lines[..lines.len().min(text::VOLUME_ENTRIES)];
        let volumes = Self::volumes(files.len());
        let sheet = text::volume(self.words, self.complaint.law(), &self.complaint.reference, volume, volumes, lines);
        let title = format!("{} · {}", sheet.running, self.complaint.reference);
        self.document(names::register(version, volume), &title, &sheet)
    }

    /// The main text.
    ///
    /// # Errors
    /// [`MakeError`].
    pub fn main_text(&self, version: Version, extent: &Extent) -> Result<Piece, MakeError> {
        let sheet = text::main_text(self.words, self.complaint, version, extent);
        self.document(names::main_text(version), &sheet.running, &sheet)
    }

    /// The facts of the complaint for machines.
    ///
    /// # Errors
    /// [`MakeError`].
    pub fn facts(&self, version: Version) -> Result<Piece, MakeError> {
        let points: Vec<_> = self
            .complaint
            .points
            .iter()
            .map(|point| {
                json!({
                    "code": point.code, "title": self.words.finding_title(point.code),
                    "article": point.code.article(self.complaint.law()), "rule": point.code.rule(), "severity": point.code.severity(),
                    "people": point.people, "requests": point.requests, "on": point.on,
                })
            })
            .collect();
        let mut facts = view::complaint(self.complaint, version)?;
        facts["points"] = json!(points);
        facts["law"] = json!(self.complaint.law());
        let told = self.told(version, json!({ "facts": facts }));
        Ok(Piece::facts(names::facts(version), &told)?)
    }

    fn told<T>(&self, version: Version, facts: T) -> Facts<'f, T> {
        Facts { format: FORMAT, version, complaint: &self.complaint.reference, facts }
    }

    fn document(&self, path: String, title: &str, sheet: &Sheet) -> Result<Piece, MakeError> {
        let document = Document {
            title,
            language: self.complaint.language.as_str(),
            dated: self.complaint.prepared_on,
            ident: &format!("{} {path}", self.complaint.reference),
        };
        let mut data = serde_json::to_value(sheet)?;
        data["author"] = json!(self.complaint.organisation.name);
        // A name in a script that no font here has must not keep a file from being made; its letters stand in the JSON.
        let pdf = render(&TEMPLATE, &printable(&data), &document)?;
        Ok(Piece::document(path, pdf))
    }
}

/// Whether the facts of a person are whole.
fn check(facts: &PersonFacts) -> Result<(), MakeError> {
    if !names::is_reference(&facts.reference) {
        return Err(MakeError::Reference);
    }
    let missing = |what| Err(MakeError::Missing { person: facts.reference.clone(), what });
    if facts.name.trim().is_empty() {
        return missing("name");
    }
    if !facts.mandate.complaint_acts.contains(&ComplaintAct::Complaint) {
        return missing("mandate for a complaint");
    }
    if facts.requests.is_empty() {
        return missing("request");
    }
    let hashes = facts.files().map(|file| file.sha256.as_str()).chain(facts.mandate.document_sha256.as_deref());
    for hash in hashes {
        if hash.len() != 64 || !hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(MakeError::Hash(facts.reference.clone()));
        }
    }
    Ok(())
}
