//! A plan in figures and sentences: as JSON for programs, as text for the terminal.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::entry::{DirectoryEntry, Note};
use super::plan::ImportPlan;
use super::refusal::Refused;
use crate::domain::controller::RetirementReason;

/// Most lines of one kind that the text shows. The JSON has them all.
const TEXT_LINES_MAX: usize = 25;

/// What an import changed, or would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportReport {
    /// How many of each.
    pub counts: ImportCounts,
    /// Slugs of new entries.
    pub added: Vec<String>,
    /// Slugs of entries with a new content.
    pub changed: Vec<String>,
    /// Entries that another one now stands for.
    pub redirected: Vec<ReportedRedirection>,
    /// Entries that are no longer used.
    pub retired: Vec<ReportedRetirement>,
    /// Files that were not taken, and why.
    pub refused: Vec<Refused>,
    /// What is worth a look in the entries that were added or changed: note, then slugs.
    pub notes: BTreeMap<String, Vec<String>>,
}

/// The figures of an import. The first six add up to the number of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportCounts {
    /// New entries.
    pub added: usize,
    /// Entries with a new content, or that came back into use.
    pub changed: usize,
    /// Records that needed no change.
    pub unchanged: usize,
    /// Entries that another one now stands for.
    pub redirected: usize,
    /// Entries that are no longer used.
    pub retired: usize,
    /// Files that were not taken.
    pub refused: usize,
    /// Entries of the directory the folder says nothing about.
    pub untouched: usize,
}

/// An entry that another one stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReportedRedirection {
    /// The slug that is no longer used.
    pub slug: String,
    /// The slug that stands for it.
    pub to: String,
    /// Why.
    pub reason: RetirementReason,
}

/// An entry that is no longer used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReportedRetirement {
    /// The slug that is no longer used.
    pub slug: String,
    /// Why.
    pub reason: RetirementReason,
}

impl<Id> ImportPlan<Id> {
    /// The plan in figures and slugs.
    pub fn report(&self) -> ImportReport {
        let entries = || self.added.iter().map(|new| &new.entry).chain(self.changed.iter().map(|change| &change.entry));
        ImportReport {
            counts: ImportCounts {
                added: self.added.len(),
                changed: self.changed.len(),
                unchanged: self.unchanged.len(),
                redirected: self.redirected.len(),
                retired: self.retired.len(),
                refused: self.refused.len(),
                untouched: self.untouched,
            },
            added: self.added.iter().map(|new| new.entry.slug.clone()).collect(),
            changed: self.changed.iter().map(|change| change.entry.slug.clone()).collect(),
            redirected: self
                .redirected
                .iter()
                .map(|one| ReportedRedirection {
                    slug: one.entry.slug.clone(),
                    to: one.to.clone(),
                    reason: one.entry.reason,
                })
                .collect(),
            retired: self
                .retired
                .iter()
                .map(|one| ReportedRetirement { slug: one.entry.slug.clone(), reason: one.entry.reason })
                .collect(),
            refused: self.refused.clone(),
            notes: notes_of(entries()),
        }
    }
}

fn notes_of<'a>(entries: impl Iterator<Item = &'a DirectoryEntry>) -> BTreeMap<String, Vec<String>> {
    let mut notes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in entries {
        for note in &entry.notes {
            notes.entry(note.as_str().to_owned()).or_default().push(entry.slug.clone());
        }
    }
    notes
}

impl ImportCounts {
    /// How many files the folder had.
    pub const fn files(&self) -> usize {
        self.added + self.changed + self.unchanged + self.redirected + self.retired + self.refused
    }
}

impl Note {
    /// The note as a sentence about some entries.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::CountryUnknown => "the address does not tell the country; deadlines need it",
            Self::CountryFromRelevantCountries => "the country was taken from the only country the record is for",
            Self::SubdivisionUnknown => "the region is not certain; regional holidays count both ways",
            Self::AddressTooShort => "the address is not fit for a letter",
            Self::FaxNotSent => "fax is suggested, which is not sent; the other ways are used",
            Self::SuggestedWayMissing => "the suggested way has no address; the other ways are used",
            Self::NoChannel => "there is no way to reach the controller",
            Self::ElementTypeContradicted => "an identity element's description was followed against its type",
            Self::PgpAddressNotSecure => "the address of the PGP key is not https and was left out",
            Self::SourceNotOnTheWeb => "a source is not a web address and was left out",
        }
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = &self.counts;
        writeln!(f, "{} files", counts.files())?;
        for (word, count) in [
            ("added", counts.added),
            ("changed", counts.changed),
            ("unchanged", counts.unchanged),
            ("redirected", counts.redirected),
            ("retired", counts.retired),
            ("refused", counts.refused),
        ] {
            writeln!(f, "  {word:<11}{count:>7}")?;
        }
        if counts.untouched > 0 {
            writeln!(f, "{} entries of the directory are not in the folder and stay as they are", counts.untouched)?;
        }
        let redirected = self.redirected.iter().map(|one| format!("{} -> {} ({})", one.slug, one.to, one.reason));
        section(f, "Redirected", redirected)?;
        section(f, "Retired", self.retired.iter().map(|one| format!("{} ({})", one.slug, one.reason)))?;
        section(f, "Refused", self.refused.iter().map(refused_line))?;
        section(
            f,
            "Worth a look",
            self.notes.iter().map(|(word, slugs)| {
                let sentence = word.parse::<Note>().map_or("", Note::sentence);
                format!("{:>5}  {word}: {sentence}", slugs.len())
            }),
        )
    }
}

fn section(f: &mut fmt::Formatter<'_>, title: &str, lines: impl ExactSizeIterator<Item = String>) -> fmt::Result {
    let count = lines.len();
    if count == 0 {
        return Ok(());
    }
    writeln!(f, "\n{title}")?;
    for line in lines.take(TEXT_LINES_MAX) {
        writeln!(f, "  {line}")?;
    }
    if count > TEXT_LINES_MAX {
        writeln!(f, "  and {} more", count - TEXT_LINES_MAX)?;
    }
    Ok(())
}

/// One line for a refused file, with its first problem. Names of files are outside text: what could steer a terminal is
/// written as an escape.
fn refused_line(refused: &Refused) -> String {
    let file: String = refused
        .file
        .chars()
        .flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] })
        .collect();
    let Some(first) = refused.problems.first() else { return file };
    let place = if first.pointer.is_empty() { String::new() } else { format!(" at {}", first.pointer) };
    let more = match refused.problems.len() {
        1 => String::new(),
        count => format!(" (and {} more)", count - 1),
    };
    format!("{file}: {}{place}: {}{more}", first.reason, first.detail)
}
