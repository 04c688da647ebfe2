//! Changing a key while everything goes on: the steps of [`RotationState`], a bounded piece at a time.
//!
//! Each piece is one transaction with the place to go on from, so that a kill repeats nothing and skips nothing, and of two workers
//! that do the same piece one gives way. A value is put in the place of the one that was read only if that still stands there: what
//! changes at the same moment is found again, by the same pass or by the next.

use crate::crypto::keyring::{OrganisationKeys, Under};
use crate::domain::audit::AuditAction;
use crate::domain::rotation::{RotationKind, RotationState};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{
    AuditNote, KeyRotation, Organisation, SHARED, SealedColumn, SealedRow, SealedSelection, StoreError, Tx,
};

use super::{each, signing};

/// What the record calls the key of an organisation.
const ORGANISATION_KEY: &str = "organisation_key";
/// And the master key.
const MASTER_KEY: &str = "master_key";

/// Takes the next piece of each change of a key. Tells how much was done. One that fails is logged, and tried again with the next
/// round.
pub async fn rotate_keys(context: Context) -> Outcome<u64> {
    let mut done = 0;
    for rotation in context.db.running_rotations().await? {
        let id = rotation.id;
        match (Rotating { context: &context, rotation }).piece().await {
            Ok(piece) => done += piece,
            // Another worker has taken the same piece.
            Err(Failure::Store(StoreError::Stale)) => {}
            Err(error) => tracing::error!(rotation = %id, error = %error, "a change of a key does not go on"),
        }
    }
    Ok(done)
}

struct Rotating<'c> {
    context: &'c Context,
    rotation: KeyRotation,
}

impl Rotating<'_> {
    async fn piece(self) -> Outcome<u64> {
        let (state, now) = (self.rotation.state, self.context.clock.now());
        let is_over = self.context.db.horizon().await? > self.rotation.tx_no;
        if !is_over || !state.is_ripe(self.rotation.changed_at, now) {
            return Ok(0);
        }
        match (state, self.rotation.kind) {
            (RotationState::Done, _) => Ok(0),
            (RotationState::Asked, RotationKind::Master) => self.step(RotationState::Announced, Change::None).await,
            (RotationState::Asked, RotationKind::Organisation) => self.announce().await,
            (_, RotationKind::Signing) => self.make_signing_key().await,
            (RotationState::Announced, RotationKind::Master) => self.switch_master().await,
            (RotationState::Announced, RotationKind::Organisation) => {
                let to = self.rotation.to_version;
                self.exchange(RotationState::Switched, AuditAction::Change, |keys| Ok(keys.sealing_with(to)?)).await
            }
            (RotationState::Switched, _) => self.begin_pass().await,
            (RotationState::Moving, _) => self.go_on().await,
        }
    }

    /// The next state, as it is written.
    fn at(&self, state: RotationState) -> KeyRotation {
        let now = self.context.clock.now();
        let finished_at = (state == RotationState::Done).then_some(now);
        KeyRotation { state, version: self.rotation.version + 1, changed_at: now, finished_at, ..self.rotation.clone() }
    }

    /// Writes the next state with what makes it true, and looks at it.
    async fn step(self, state: RotationState, change: Change) -> Outcome<u64> {
        let mut next = self.at(state);
        if let Change::Organisation { to_version, .. } = &change {
            next.to_version = *to_version;
        }
        self.context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    next.tx_no = tx.number().await?;
                    tx.update_rotation(&next).await?;
                    change.write(tx).await
                })
            })
            .await?;
        self.context.keys.look(&self.context.db).await.map_err(|_| StoreError::Unavailable)?;
        tracing::info!(rotation = %self.rotation.id, state = state.as_str(), "a change of a key has come further");
        Ok(1)
    }

    async fn switch_master(self) -> Outcome<u64> {
        let row = self.context.db.instance_keys().await?.ok_or(StoreError::Unavailable)?;
        let check = self.rotation.detail.clone().ok_or(Failure::Defect("a new master key without its mark"))?;
        // The key of this process under that id must be the one that was meant.
        let known = self.context.keys.master().check_value_of(self.rotation.to_version);
        if known.ok().as_ref() != Some(&check) {
            return Err(Failure::Defect("the new master key is not at hand, or another one has its id"));
        }
        let context = self.context;
        let note = Box::new(context.note(&Call::system(), SHARED, AuditAction::Change, MASTER_KEY));
        self.step(RotationState::Switched, Change::Master { was: row.check, check: check.into_bytes(), note }).await
    }

    async fn make_signing_key(self) -> Outcome<u64> {
        let purpose = self.rotation.detail.as_ref().and_then(|word| word.parse().ok());
        let purpose = purpose.ok_or(Failure::Defect("a key that signs for no purpose"))?;
        let next = signing::next_key(self.context, purpose).await?;
        self.step(RotationState::Done, Change::Signing(Box::new(next))).await
    }

    /// The organisation, and its keys as they stand in the database.
    async fn organisation(&self) -> Outcome<(Organisation, OrganisationKeys)> {
        let id = self.rotation.organisation;
        let row = self.context.db.organisation(id).await?;
        let row = row.ok_or(Failure::Defect("a change of the key of an organisation that is not there"))?;
        let keys = OrganisationKeys::unwrap(id.0, &row.wrapped_key, &self.context.keys.master())?;
        Ok((row, keys))
    }

    async fn announce(self) -> Outcome<u64> {
        let (row, keys) = self.organisation().await?;
        let (keys, to_version) = keys.with_new_version(self.context.random.as_ref())?;
        self.put(RotationState::Announced, AuditAction::Create, row, &keys, to_version).await
    }

    async fn exchange(
        self,
        state: RotationState,
        action: AuditAction,
        how: impl FnOnce(&OrganisationKeys) -> Outcome<OrganisationKeys>,
    ) -> Outcome<u64> {
        let (row, keys) = self.organisation().await?;
        let to_version = self.rotation.to_version;
        self.put(state, action, row, &how(&keys)?, to_version).await
    }

    async fn put(
        self,
        state: RotationState,
        action: AuditAction,
        row: Organisation,
        keys: &OrganisationKeys,
        to_version: u8,
    ) -> Outcome<u64> {
        let context = self.context.of(row.id).await?;
        let note = context.note(&Call::system(), row.id, action, ORGANISATION_KEY);
        let wrapped = keys.wrap(&self.context.keys.master())?;
        self.step(state, Change::Organisation { row: Box::new(row), wrapped, to_version, note: Box::new(note) }).await
    }

    /// The columns that this change goes through.
    fn columns(&self) -> impl Iterator<Item = &'static SealedColumn> + use<> {
        let kind = self.rotation.kind;
        SealedColumn::ALL.iter().filter(move |column| match (kind, column.place.under) {
            (RotationKind::Master, under) => under == Under::Master,
            (RotationKind::Organisation, under) => matches!(under, Under::Organisation | Under::PersonIfAny),
            (RotationKind::Signing, _) => false,
        })
    }

    async fn begin_pass(self) -> Outcome<u64> {
        let first = self.columns().next().ok_or(Failure::Defect("a kind of key without columns"))?;
        let next = KeyRotation { cursor: Some(first.start()), found: 0, ..self.at(RotationState::Moving) };
        self.context.db.write(move |tx| Box::pin(async move { tx.update_rotation(&next).await })).await?;
        Ok(1)
    }

    /// Seals the next rows anew, of the first column from the cursor on that has any.
    async fn go_on(self) -> Outcome<u64> {
        let cursor = self.rotation.cursor.clone().ok_or(Failure::Defect("a pass without a cursor"))?;
        let mut after = cursor.after.as_deref();
        let (kind, id) = (self.rotation.kind, self.rotation.organisation);
        let (organisation, db) = match kind {
            RotationKind::Organisation => (Some(id), self.context.db.of(id)),
            RotationKind::Master | RotationKind::Signing => (None, self.context.db.clone()),
        };
        let selection = SealedSelection { organisation, not_under: Some(self.rotation.to_version), of_nobody: true };
        for column in self.columns().skip_while(|column| !column.has(&cursor)) {
            let rows = db.sealed_rows(column, &selection, after.take(), column.page).await?;
            if !rows.is_empty() {
                return self.seal_anew(column, rows).await;
            }
        }
        self.end_pass().await
    }

    async fn seal_anew(self, column: &'static SealedColumn, rows: Vec<SealedRow>) -> Outcome<u64> {
        let keys = match self.rotation.kind {
            RotationKind::Organisation => {
                Some(self.context.keys.of_organisation(&self.context.db, self.rotation.organisation).await?)
            }
            RotationKind::Master | RotationKind::Signing => None,
        };
        let mut fresh = Vec::with_capacity(rows.len());
        for row in rows {
            let sealed = match &keys {
                None => each::under_master(&self.context.keys, column, &row),
                Some(keys) => each::under_organisation(keys, column, &row),
            };
            let place = column.place;
            let sealed = sealed.inspect_err(|_| {
                tracing::error!(table = place.table, column = place.column, key = ?row.key, "a sealed value does not open");
            })?;
            fresh.push((row, sealed));
        }
        let found = fresh.len() as i64;
        let mut next = KeyRotation { version: self.rotation.version + 1, ..self.rotation.clone() };
        next.found += found;
        next.cursor = next.cursor.map(|_| column.behind(&fresh[fresh.len() - 1].0));
        self.context
            .db
            .write(move |tx| {
                Box::pin(async move {
                    for (row, sealed) in fresh {
                        if tx.replace_sealed(column, &row, sealed).await? {
                            next.moved += 1;
                        }
                    }
                    tx.update_rotation(&next).await
                })
            })
            .await?;
        Ok(found as u64)
    }

    async fn end_pass(self) -> Outcome<u64> {
        let state = RotationState::after_pass(self.rotation.found);
        match (state, self.rotation.kind) {
            // Its older versions go with the same transaction.
            (RotationState::Done, RotationKind::Organisation) => {
                let action = AuditAction::Delete;
                self.exchange(state, action, |keys| Ok(keys.without_old_versions()?)).await
            }
            _ => self.step(state, Change::None).await,
        }
    }
}

/// What makes a state true.
enum Change {
    None,
    Master { was: Vec<u8>, check: Vec<u8>, note: Box<AuditNote> },
    Signing(Box<signing::NextKey>),
    Organisation { row: Box<Organisation>, wrapped: Vec<u8>, to_version: u8, note: Box<AuditNote> },
}

impl Change {
    async fn write(self, tx: &Tx) -> Outcome<()> {
        let note = match self {
            Self::None => return Ok(()),
            Self::Master { was, check, note } => {
                tx.replace_master_key_check(&was, &check).await?;
                *note
            }
            Self::Signing(next) => next.write(tx).await?,
            Self::Organisation { row, wrapped, note, .. } => {
                tx.replace_wrapped_key(row.id, &row.wrapped_key, &wrapped).await?;
                *note
            }
        };
        tx.tell_of_changed_keys().await?;
        Ok(tx.note(note).await?)
    }
}
