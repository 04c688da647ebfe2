//! The proof that keys and data fit: what is sealed under which key, and that it opens. Looks at nothing that it opens.

use std::collections::BTreeMap;

use crate::crypto::keyring::{Under, place};
use crate::service::failure::Outcome;
use crate::store::{Db, SealedColumn, SealedSelection};

use super::Keys;
use super::each::{self, Opened};

/// What was found in one column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnProof {
    /// Its table.
    pub table: &'static str,
    /// Its name.
    pub column: &'static str,
    /// Whether it is sealed under the master key, so that versions are its ids.
    pub under_master: bool,
    /// How many rows are sealed under which version of their key.
    pub by_version: BTreeMap<u8, i64>,
    /// Rows that were opened.
    pub opened: u64,
    /// Rows whose person was erased: they can never be opened again, and that is as it should be.
    pub shredded: u64,
    /// Rows that do not open, as their keys, which are ids.
    pub broken: Vec<String>,
}

/// Counts the rows of every sealed column, and opens a sample of each: its first `sample` rows, and for organisations' keys all.
///
/// # Errors
/// The database. What does not open is no error but in the proof.
pub async fn prove(db: &Db, keys: &Keys, sample: u64) -> Outcome<Vec<ColumnProof>> {
    let mut proofs = Vec::with_capacity(SealedColumn::ALL.len());
    for column in SealedColumn::ALL {
        proofs.push(of_column(db, keys, column, sample).await?);
    }
    Ok(proofs)
}

async fn of_column(db: &Db, keys: &Keys, column: &SealedColumn, sample: u64) -> Outcome<ColumnProof> {
    let all = SealedSelection::default();
    let by_version = db.sealed_by_version(column, &all).await?.into_iter().collect();
    let (table, name) = (column.place.table, column.place.column);
    let under_master = column.place.under == Under::Master;
    let mut proof = ColumnProof { table, column: name, under_master, by_version, ..ColumnProof::default() };
    // Without its key nothing of an organisation opens, so that each is looked at.
    let whole = *column.place == place::ORGANISATION_KEY;
    let mut after = None;
    while whole || sample > proof.looked_at() {
        let limit = if whole { column.page } else { column.page.min(sample - proof.looked_at()) };
        let rows = db.sealed_rows(column, &all, after.as_deref(), limit).await?;
        let Some(last) = rows.last() else { break };
        after = Some(last.key.clone());
        for row in &rows {
            match each::open(db, keys, column, row).await {
                Ok(Opened::Well) => proof.opened += 1,
                Ok(Opened::Shredded) => proof.shredded += 1,
                Err(_) => proof.broken.push(format!("{:?}", row.key)),
            }
        }
    }
    Ok(proof)
}

impl ColumnProof {
    fn looked_at(&self) -> u64 {
        self.opened + self.shredded + self.broken.len() as u64
    }
}
