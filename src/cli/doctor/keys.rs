//! Checks of the keys against what they must open: every organisation's key, and a sample of every sealed column.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::crypto::MasterKey;
use crate::crypto::master::{MasterKeyError, MasterSource};
use crate::domain::rotation::RotationKind;
use crate::ports::{Clock, OffsetClock, OsRandom, Random};
use crate::service::Keys;
use crate::service::keys::{ColumnProof, prove};
use crate::store::{Db, KeyRotation};

use super::Check;

/// Rows of each column that are opened.
const SAMPLE: u64 = 50;
const NAME: &str = "master key";
const FITS: &str = "key fits";
const VERSIONS: &str = "key versions";

/// The master key where there is no database yet, or none that can be read.
pub(super) fn before_database(config: &Config) -> Check {
    match config.key_source().load() {
        Ok(_) => Check::ok(NAME, well_kept(&config.key_source())),
        Err(MasterKeyError::Missing { path }) => {
            Check::ok(NAME, format!("{} is not there yet; the first start makes it", path.display()))
        }
        Err(error) => Check::fail(NAME, error.to_string()),
    }
}

/// What is said of a master key that can be read.
fn well_kept(source: &MasterSource) -> String {
    match source {
        MasterSource::File(path) => format!("{}, open to its owner alone", path.display()),
        other => format!("{other} can be read"),
    }
}

pub(super) async fn look(config: &Config, db: &Db) -> Vec<Check> {
    let source = config.key_source();
    match db.master_key_check().await {
        Ok(Some(_)) => {}
        Ok(None) => return vec![before_database(config)],
        Err(error) => return vec![Check::fail(NAME, format!("the database's record cannot be read ({error})"))],
    }
    let master = match source.load() {
        Ok(master) => master,
        Err(MasterKeyError::Missing { path }) => {
            return vec![Check::fail(NAME, MasterKeyError::DatabaseWithoutKey { path }.to_string())];
        }
        Err(error) => return vec![Check::fail(NAME, error.to_string())],
    };
    let mut checks = vec![Check::ok(NAME, well_kept(&source))];
    let clock: Arc<dyn Clock> = Arc::new(OffsetClock::default());
    let random: Arc<dyn Random> = Arc::new(OsRandom::default());
    let keys = match Keys::open(db, source, master, &config.base_url(), &clock, &random).await {
        Ok(keys) => keys,
        Err(error) => {
            checks.push(Check::fail(FITS, format!("{error}; put back the key file of this database")));
            return checks;
        }
    };
    match prove(db, &keys, SAMPLE).await {
        Ok(proofs) => {
            checks.push(fits(&proofs));
            checks.push(versions(&proofs, &keys.master()));
        }
        Err(error) => checks.push(Check::fail(FITS, format!("what is sealed cannot be read ({error})"))),
    }
    match db.running_rotations().await {
        Ok(running) => checks.extend(running.iter().map(rotation)),
        Err(error) => checks.push(Check::fail(VERSIONS, format!("changes of keys cannot be read ({error})"))),
    }
    checks
}

fn fits(proofs: &[ColumnProof]) -> Check {
    let broken: Vec<String> = proofs
        .iter()
        .flat_map(|proof| proof.broken.iter().take(3).map(|row| format!("{}.{} {row}", proof.table, proof.column)))
        .collect();
    if !broken.is_empty() {
        let text =
            format!("what is sealed does not open: {}; restore keys and database from one backup", broken.join(", "));
        return Check::fail(FITS, text);
    }
    let opened =
        |table: &str| proofs.iter().filter(|proof| proof.table == table).map(|proof| proof.opened).sum::<u64>();
    let all: u64 = proofs.iter().map(|proof| proof.opened).sum();
    let text = format!(
        "the keys of {} organisations open, and {} more values, a sample of each of {} columns",
        opened("organisation"),
        all - opened("organisation"),
        proofs.len()
    );
    Check::ok(FITS, text)
}

/// What stands under which master key.
fn versions(proofs: &[ColumnProof], master: &MasterKey) -> Check {
    let mut rows: BTreeMap<u8, i64> = BTreeMap::new();
    for (id, count) in proofs.iter().filter(|proof| proof.under_master).flat_map(|proof| &proof.by_version) {
        *rows.entry(*id).or_default() += count;
    }
    let told: Vec<String> = rows.iter().map(|(id, count)| format!("{count} rows under master key {id}")).collect();
    let told = told.join(", ");
    if let Some(id) = rows.keys().find(|id| !master.has(**id)) {
        return Check::fail(VERSIONS, format!("{told}; key {id} is not at hand, put its line back"));
    }
    let sealing = master.sealing();
    if rows.keys().any(|id| *id != sealing) {
        let text = format!(
            "{told}; key {sealing} seals, and the others must stay until `recourse keys status` says otherwise"
        );
        return Check::warn(VERSIONS, text);
    }
    if master.highest() != sealing {
        let text = format!(
            "{told}; a key that seals nothing is there: `recourse keys rotate master` changes over to a newer one"
        );
        return Check::warn(VERSIONS, text);
    }
    Check::ok(VERSIONS, told)
}

fn rotation(running: &KeyRotation) -> Check {
    let whose = match running.kind {
        RotationKind::Organisation => running.organisation.to_string(),
        RotationKind::Master | RotationKind::Signing => running.kind.as_str().to_owned(),
    };
    let (state, moved) = (running.state.as_str(), running.moved);
    Check::ok("key change", format!("{whose}: {state} since {}, {moved} rows sealed anew", running.changed_at))
}
