//! A newer list of the authorities of one country, and whether it may take the place of the one in force.

use std::sync::Arc;

use super::Directory;
use super::table::Table;
use crate::domain::reference::{
    CountryRevision, Reference, ReferenceKind, country_and_version, known_country_and_version,
};
use crate::domain::version::Version;

/// Longest text of a list, in bytes. The longest of those bundled has about a seventh of it.
pub const MAX_LIST_BYTES: usize = 100_000;

/// A list that was read completely.
#[derive(Debug, Clone)]
pub struct Revision {
    country: Arc<str>,
    version: Version,
    table: Arc<Table>,
}

/// Why a text is no revision of a list, or not one that may come into force.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RevisionProblem {
    /// Far longer than any list.
    #[error("a list has at most {MAX_LIST_BYTES} bytes")]
    TooLong,
    /// A line is not in the form of lists, or something is missing.
    #[error("{0}")]
    Unreadable(String),
    /// It is as old as what is in force, or older.
    #[error("it is not newer than {in_force}, which is in force")]
    NotNewer {
        /// The version in force.
        in_force: String,
    },
    /// It leaves out an authority that complaints may name.
    #[error("`{0}` is in force and must be kept; where another took its place, `replaced_by` says so")]
    EntryMissing(String),
}

impl Revision {
    /// Reads a list.
    ///
    /// # Errors
    /// What is wrong with it; a line that is not understood is quoted.
    pub fn read(text: &str) -> Result<Self, RevisionProblem> {
        if text.len() > MAX_LIST_BYTES {
            return Err(RevisionProblem::TooLong);
        }
        let table = Table::read(text).map_err(RevisionProblem::Unreadable)?;
        let named = known_country_and_version(&table.version).map(|(country, version)| (Arc::from(country), version));
        let (country, version) = named.ok_or_else(|| RevisionProblem::Unreadable(table.version.clone()))?;
        Ok(Self { country, version, table: Arc::new(table) })
    }
}

impl CountryRevision for Revision {
    fn country(&self) -> &str {
        &self.country
    }

    fn version(&self) -> String {
        format!("{}-{}", self.country, self.version)
    }
}

impl Reference for Directory {
    const KIND: ReferenceKind = ReferenceKind::Authorities;
    const MAX_BYTES: usize = MAX_LIST_BYTES;
    type Revision = Revision;
    type Problem = RevisionProblem;

    fn bundled() -> Self {
        Self::bundled()
    }

    fn read(text: &str) -> Result<Revision, RevisionProblem> {
        Revision::read(text)
    }

    /// It must keep every authority of the list in force.
    fn check(&self, revision: &Revision) -> Result<(), RevisionProblem> {
        self.check_newer(revision)?;
        let Some(before) = self.tables.get(&revision.country) else { return Ok(()) };
        let kept = |id: &str| revision.table.authorities.iter().any(|one| one.id == id);
        let missing = before.authorities.iter().find(|one| !kept(&one.id));
        missing.map_or(Ok(()), |one| Err(RevisionProblem::EntryMissing(one.id.clone())))
    }

    fn with(&self, revision: &Revision) -> Result<Self, RevisionProblem> {
        self.check_newer(revision)?;
        let mut tables = (*self.tables).clone();
        tables.insert(revision.country.clone(), revision.table.clone());
        Ok(Self { tables: Arc::new(tables) })
    }

    fn countries(&self) -> Vec<String> {
        self.tables.keys().map(ToString::to_string).collect()
    }

    fn version_in(&self, country: &str) -> Version {
        let table = self.tables.get(country);
        table.and_then(|table| country_and_version(&table.version)).map(|(_, version)| version).unwrap_or_default()
    }
}

impl Directory {
    fn check_newer(&self, revision: &Revision) -> Result<(), RevisionProblem> {
        match self.tables.get(&revision.country) {
            Some(before) if revision.version <= self.version_in(&revision.country) => {
                Err(RevisionProblem::NotNewer { in_force: before.version.clone() })
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRITAIN: &str = include_str!("data/GB.txt");

    /// The bundled list of the United Kingdom under another version, with more lines.
    fn britain(version: &str, more: &str) -> String {
        format!("{}\n{more}\n", BRITAIN.replace("GB-2026.1", version))
    }

    /// The office in its new form takes the place of the former one.
    const SUCCESSOR: &str =
        "replaced_by gb-ic\n\nauthority gb-ic\nkind national\nname Information Commission\nlanguages en";

    #[test]
    fn a_newer_list_takes_the_place_of_the_one_in_force() {
        let before = Directory::bundled();
        let revised = Revision::read(&britain("GB-2099.1", SUCCESSOR)).unwrap();
        assert_eq!((revised.country(), revised.version().as_str()), ("GB", "GB-2099.1"));
        before.check(&revised).unwrap();
        let after = before.with(&revised).unwrap();
        let active = |directory: &Directory| directory.in_country("GB").map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!((active(&before), active(&after)), (vec!["gb-ico".to_owned()], vec!["gb-ic".to_owned()]));
        let former = after.find("gb-ico").expect("what was lodged with it stays readable");
        assert_eq!((former.replaced_by.as_deref(), former.version.as_str()), (Some("gb-ic"), "GB-2099.1"));
        assert_eq!(after.find("fr-cnil"), before.find("fr-cnil"));
        assert!(after.version_in("GB") > before.version_in("GB"));
        assert_eq!(after.version_in("XX"), Version::default());
    }

    #[test]
    fn whoever_took_the_place_of_others_is_one_with_them() {
        let before = Directory::bundled();
        assert_eq!(before.in_succession_with("gb-ico"), ["gb-ico"]);
        assert_eq!(before.in_succession_with("gb-nobody"), ["gb-nobody"]);
        let after = before.with(&Revision::read(&britain("GB-2099.1", SUCCESSOR)).unwrap()).unwrap();
        for id in ["gb-ico", "gb-ic"] {
            assert_eq!(after.in_succession_with(id), ["gb-ico", "gb-ic"], "{id}");
        }
        assert_eq!(after.in_succession_with("fr-cnil"), ["fr-cnil"]);
        let circle = format!("{SUCCESSOR}\nreplaced_by gb-ico");
        let refused = Revision::read(&britain("GB-2099.1", &circle)).unwrap_err().to_string();
        assert_eq!(refused, "`gb-ico` replaces itself in the end");
    }

    #[test]
    fn the_newest_stays_whatever_the_order() {
        let [older, newer] = ["GB-2099.9", "GB-2099.10"].map(|version| Revision::read(&britain(version, "")).unwrap());
        let both = Directory::bundled().with(&older).unwrap().with(&newer).unwrap();
        let in_force = || RevisionProblem::NotNewer { in_force: "GB-2099.10".to_owned() };
        assert_eq!(both.with(&older).err(), Some(in_force()));
        assert_eq!(both.check(&newer), Err(in_force()));
        let bundled = Revision::read(BRITAIN).unwrap();
        assert!(matches!(Directory::bundled().with(&bundled), Err(RevisionProblem::NotNewer { .. })));
    }

    #[test]
    fn a_revision_that_says_less_or_nothing_is_refused() {
        let lost = Revision::read(&britain("GB-2099.1", "").replace("gb-ico", "gb-other")).unwrap();
        assert_eq!(Directory::bundled().check(&lost), Err(RevisionProblem::EntryMissing("gb-ico".to_owned())));
        assert_eq!(Revision::read(&"#".repeat(MAX_LIST_BYTES + 1)).err(), Some(RevisionProblem::TooLong));
        let refused = |text: &str| Revision::read(text).unwrap_err().to_string();
        assert!(refused(&britain("QQ-2099.1", "")).contains("`QQ-2099.1`"));
        assert_eq!(refused(&britain("GB-2099.1", "colour blue")), "not understood: colour blue");
    }
}
