//! What an import would change, as a pure function of the folder and of what the directory holds.
//!
//! A record that is no longer used redirects to another or retires. Redirects are followed to their end, over records of
//! the folder first and over what the directory knows next. Whoever applies the plan keeps a row for redirected and
//! retired slugs too, also for those it has never seen, so that old references lead somewhere and a second import of the
//! same folder finds nothing to do.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{ContentDigest, DirectoryEntry, ObsoleteEntry};
use super::parse::ParsedFolder;
use super::refusal::{RecordProblem, RefusalReason as Reason, Refused};

/// A slug that the directory knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Existing<Id> {
    /// The row.
    pub id: Id,
    /// Digest of the content at the last import.
    pub digest: ContentDigest,
    /// Whether the entry is in use.
    pub state: ExistingState,
}

/// Whether an entry of the directory is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExistingState {
    /// In use.
    Active,
    /// Another entry stands for it.
    Redirected {
        /// The slug of that entry.
        to: String,
    },
    /// Not in use, and nothing stands for it.
    Retired,
}

/// What an import would change. Every file of the folder is counted in exactly one of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan<Id> {
    /// Entries the directory does not know.
    pub added: Vec<Addition>,
    /// Entries with another content than the directory's, or that come back into use.
    pub changed: Vec<Change<Id>>,
    /// Slugs of records that need no change.
    pub unchanged: Vec<String>,
    /// Entries that another one now stands for. To apply after `added`, since the target may be new.
    pub redirected: Vec<Redirection<Id>>,
    /// Entries that are no longer used.
    pub retired: Vec<Retirement<Id>>,
    /// Files that are not taken; what the directory holds for their slugs stays as it is.
    pub refused: Vec<Refused>,
    /// How many entries of the directory the folder says nothing about. They stay as they are.
    pub untouched: usize,
}

/// An entry the directory does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// The new content.
    pub entry: DirectoryEntry,
    /// Its digest, to store.
    pub digest: ContentDigest,
}

/// An entry whose content changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<Id> {
    /// The row.
    pub id: Id,
    /// The new content.
    pub entry: DirectoryEntry,
    /// Its digest, to store.
    pub digest: ContentDigest,
}

/// An entry that another one stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirection<Id> {
    /// The row, if the directory knows the slug.
    pub id: Option<Id>,
    /// The record, with the slug it names itself.
    pub entry: ObsoleteEntry,
    /// The slug at the end of the chain, which is in use.
    pub to: String,
    /// Digest of the record, to store.
    pub digest: ContentDigest,
}

/// An entry that is no longer used, and that nothing stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retirement<Id> {
    /// The row, if the directory knows the slug.
    pub id: Option<Id>,
    /// The record.
    pub entry: ObsoleteEntry,
    /// Digest of the record, to store.
    pub digest: ContentDigest,
}

impl<Id: Copy> ImportPlan<Id> {
    /// Compares a folder with what the directory holds, by slug.
    pub fn of(folder: ParsedFolder, existing: &BTreeMap<String, Existing<Id>>) -> Self {
        let mut plan = Self {
            added: Vec::new(),
            changed: Vec::new(),
            unchanged: Vec::new(),
            redirected: Vec::new(),
            retired: Vec::new(),
            refused: Vec::new(),
            untouched: existing
                .keys()
                .filter(|slug| !folder.entries.contains_key(*slug) && !folder.obsolete.contains_key(*slug))
                .count(),
        };
        let ends: Vec<_> = folder.obsolete.keys().map(|slug| end_of(slug, &folder, existing)).collect();
        for ((slug, (file, entry)), end) in folder.obsolete.into_iter().zip(ends) {
            plan.take_obsolete(file, entry, end, existing.get(&slug));
        }
        for (slug, entry) in folder.entries {
            plan.take_entry(entry, existing.get(&slug));
        }
        plan.refused.extend(folder.refused);
        plan.refused.sort_by(|a, b| a.file.cmp(&b.file));
        plan.unchanged.sort();
        plan
    }

    /// Whether the directory would stay as it is.
    pub fn changes_nothing(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.redirected.is_empty() && self.retired.is_empty()
    }

    fn take_entry(&mut self, entry: DirectoryEntry, known: Option<&Existing<Id>>) {
        let digest = entry.digest();
        match known {
            None => self.added.push(Addition { entry, digest }),
            Some(known) if known.digest == digest && known.state == ExistingState::Active => {
                self.unchanged.push(entry.slug);
            }
            Some(known) => self.changed.push(Change { id: known.id, entry, digest }),
        }
    }

    fn take_obsolete(&mut self, file: String, entry: ObsoleteEntry, end: End, known: Option<&Existing<Id>>) {
        let digest = entry.digest();
        let state = match end {
            End::InUse(to) => ExistingState::Redirected { to },
            End::Retired => ExistingState::Retired,
            End::Missing(target) => {
                let detail = format!("neither the folder nor the directory has `{target}`, to which this leads");
                let problem = RecordProblem::at("/redirect-to", Reason::RedirectTargetMissing, detail);
                return self.refused.push(Refused { file, problems: vec![problem] });
            }
            End::Cycle => {
                let problem =
                    RecordProblem::at("/redirect-to", Reason::RedirectCycle, "leads back to a record passed before");
                return self.refused.push(Refused { file, problems: vec![problem] });
            }
        };
        if known.is_some_and(|known| known.digest == digest && known.state == state) {
            return self.unchanged.push(entry.slug);
        }
        let id = known.map(|known| known.id);
        match state {
            ExistingState::Redirected { to } => self.redirected.push(Redirection { id, entry, to, digest }),
            ExistingState::Retired | ExistingState::Active => self.retired.push(Retirement { id, entry, digest }),
        }
    }
}

/// Where a chain of redirects leads.
enum End {
    /// To an entry in use.
    InUse(String),
    /// To an entry that is no longer used and leads nowhere.
    Retired,
    /// To this slug, which nobody knows.
    Missing(String),
    /// Back to a slug passed before.
    Cycle,
}

/// Follows the redirects of an obsolete record of the folder. Each step passes a slug not passed before, so the walk is
/// bounded by the number of slugs known.
fn end_of<Id>(slug: &str, folder: &ParsedFolder, existing: &BTreeMap<String, Existing<Id>>) -> End {
    let mut passed = BTreeSet::new();
    let mut slug = slug;
    while passed.insert(slug) {
        let next = match folder.obsolete.get(slug) {
            Some((_, record)) => record.redirect_to.as_deref(),
            None if folder.entries.contains_key(slug) => return End::InUse(slug.to_owned()),
            None => match existing.get(slug).map(|known| &known.state) {
                None => return End::Missing(slug.to_owned()),
                Some(ExistingState::Active) => return End::InUse(slug.to_owned()),
                Some(ExistingState::Retired) => None,
                Some(ExistingState::Redirected { to }) => Some(to.as_str()),
            },
        };
        match next {
            Some(next) => slug = next,
            None => return End::Retired,
        }
    }
    End::Cycle
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
