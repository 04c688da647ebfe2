//! Which reference data is in force, and where it came from: for the operator.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Held;
use crate::domain::authority::Directory;
use crate::domain::calendar::Calendars;
use crate::domain::reference::ReferenceKind;
use crate::service::context::Context;
use crate::service::failure::Outcome;

/// The data of one kind and country that is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceEntry {
    /// Which data.
    pub kind: ReferenceKind,
    /// The country, as two letters.
    pub country: String,
    /// The version in force, with the country.
    pub version: String,
    /// When it was imported and by whom; none when it came with the program.
    pub imported: Option<(Timestamp, String)>,
}

/// What is in force, by kind and country.
///
/// # Errors
/// The database's.
pub async fn list(context: &Context) -> Outcome<Vec<ReferenceEntry>> {
    let mut entries = of::<Calendars>(context).await?;
    entries.extend(of::<Directory>(context).await?);
    Ok(entries)
}

async fn of<R: Held>(context: &Context) -> Outcome<Vec<ReferenceEntry>> {
    R::held(context).refresh(&context.db).await?;
    let in_force = R::held(context).now();
    let imports = context.db.reference_imports(R::KIND).await?.into_iter();
    let imports: BTreeMap<_, _> = imports.map(|one| (one.version, (one.imported_at, one.imported_by))).collect();
    let entry = |country: String| {
        let version = format!("{country}-{}", in_force.version_in(&country));
        ReferenceEntry { kind: R::KIND, imported: imports.get(&version).cloned(), country, version }
    };
    Ok(in_force.countries().into_iter().map(entry).collect())
}
