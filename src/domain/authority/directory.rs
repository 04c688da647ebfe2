//! The authorities in force, all together.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::table::Table;
use super::{Authority, BodyKind};
use crate::domain::place::Place;

macro_rules! texts {
    ($($country:literal)+) => {
        [$(($country, include_str!(concat!("data/", $country, ".txt")))),+]
    };
}

/// Those that come with the program.
static BUNDLED: LazyLock<Directory> = LazyLock::new(|| {
    let texts = texts!(
        "AT" "BE" "BG" "CH" "CY" "CZ" "DE" "DK" "EE" "ES" "FI" "FR" "GB" "GR" "HR" "HU" "IE" "IS" "IT" "LI" "LT" "LU" "LV"
        "MT" "NL" "NO" "PL" "PT" "RO" "SE" "SI" "SK"
    );
    let read = |text| Arc::new(Table::read(text).expect("bundled lists are well formed, a test holds it"));
    Directory { tables: Arc::new(texts.into_iter().map(|(country, text)| (Arc::from(country), read(text))).collect()) }
});

/// The supervisory authorities of all countries: a value, passed to whoever needs it. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Directory {
    pub(super) tables: Arc<BTreeMap<Arc<str>, Arc<Table>>>,
}

impl Directory {
    /// The authorities that come with the program.
    pub fn bundled() -> Self {
        BUNDLED.clone()
    }

    /// The authority of an id. One that was replaced is found too, for what was lodged with it.
    pub fn find(&self, id: &str) -> Option<&Authority> {
        let country = id.get(..2)?.to_ascii_uppercase();
        self.tables.get(country.as_str())?.authorities.iter().find(|one| one.id == id)
    }

    /// The ids of all whose place, in the end, was taken by the same authority as that of an id, that authority and the id among them:
    /// what was lodged with one of them is with the authority that is there now. The id alone when the directory does not have it.
    pub fn in_succession_with(&self, id: &str) -> Vec<String> {
        let Some(last) = self.find(id).map(|one| self.last_of(one)) else { return vec![id.to_owned()] };
        let table = self.tables.get(last.country.country());
        let all = table.into_iter().flat_map(|table| &table.authorities);
        all.filter(|one| self.last_of(one).id == last.id).map(|one| one.id.clone()).collect()
    }

    /// Who has the place of an authority now: itself, or the last of those that took it. Lists have no circle of them.
    fn last_of<'d>(&'d self, authority: &'d Authority) -> &'d Authority {
        let next = |one: &&'d Authority| self.find(one.replaced_by.as_deref()?);
        std::iter::successors(Some(authority), next).last().unwrap_or(authority)
    }

    /// The authorities of a state, without those that were replaced.
    pub fn in_country(&self, country: &str) -> impl Iterator<Item = &Authority> {
        let table = self.tables.get(country);
        table.into_iter().flat_map(|table| &table.authorities).filter(|one| one.is_active())
    }

    /// All authorities, those that were replaced too, in the order of their ids.
    pub fn all(&self) -> Vec<&Authority> {
        let mut all: Vec<_> = self.tables.values().flat_map(|table| &table.authorities).collect();
        all.sort_by(|one, other| one.id.cmp(&other.id));
        all
    }

    /// Those of a state, or of one of its subdivisions, that are of a kind.
    pub(super) fn of_kind(&self, place: Place, kind: BodyKind) -> Vec<&Authority> {
        let in_place = |one: &&Authority| place.subdivision().is_none_or(|region| one.is_in(region));
        let country = place.without_subdivision().to_string();
        self.tables.get(country.as_str()).map_or_else(Vec::new, |table| {
            let active = table.authorities.iter().filter(|one| one.is_active() && one.kind == kind);
            active.filter(in_place).collect()
        })
    }
}
