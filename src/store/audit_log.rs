//! The logs of audit entries: how far each has come, its tiles, and its signed checkpoints.
//!
//! Everything is an organisation's; the nil id stands for shared data.

use std::collections::BTreeSet;

use entity::id::{AuditEntryId, OrganisationId};
use entity::{audit_checkpoint, audit_log, audit_tile};
use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Statement, Value,
};
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

use super::audit::SHARED;
use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tenant::{Tenant, TenantTable};
use super::tx::Tx;
use crate::ledger::check::{Head, Log, Source};
use crate::ledger::tile::{Tile, TileId, Tiles};
use crate::ledger::{Entry, Hash, Place};

impl Db {
    /// Organisations that have entries below a horizon which are not in their log yet.
    pub async fn unlogged(&self, horizon: i64, limit: u64) -> StoreResult<Vec<OrganisationId>> {
        self.behind("audit_log", horizon, limit).await
    }

    /// Organisations that have entries below a horizon behind the place that a table notes.
    pub(super) async fn behind(&self, table: &str, horizon: i64, limit: u64) -> StoreResult<Vec<OrganisationId>> {
        let sql = format!(
            "SELECT o.id FROM (SELECT id FROM organisation UNION ALL SELECT $1) o \
                   LEFT JOIN {table} l ON l.organisation_id = o.id \
                   WHERE EXISTS (SELECT 1 FROM audit_entry e WHERE e.organisation_id = o.id \
                   AND e.tx_no >= COALESCE(l.tx_no, 0) AND e.tx_no < $2 \
                   AND (e.tx_no > COALESCE(l.tx_no, 0) OR e.id > l.entry_id)) LIMIT $3"
        );
        let values: [Value; 3] = [SHARED.0.into(), horizon.into(), signed(limit).into()];
        let statement = Statement::from_sql_and_values(self.readers().get_database_backend(), sql, values);
        let rows = self.readers().query_all_raw(statement).await?;
        rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// How far the log has come; it is empty where nothing is noted.
    pub async fn audit_log(&self) -> StoreResult<Log> {
        let row = self.select::<audit_log::Entity>().one(self.conn()).await?;
        let organisation = self.organisation();
        let empty = Log { organisation, size: 0, last: Place::START, cut: 0 };
        Ok(row.map_or(empty, |row| Log {
            organisation,
            size: unsigned(row.size),
            last: Place { tx_no: row.tx_no, id: row.entry_id.0 },
            cut: unsigned(row.cut),
        }))
    }

    /// Tiles of a level from a number on, in their order.
    pub async fn audit_tiles(&self, level: u32, from: u64, limit: u64) -> StoreResult<Vec<Tile>> {
        let rows = self
            .select::<audit_tile::Entity>()
            .filter(audit_tile::Column::Level.eq(level_column(level)))
            .filter(audit_tile::Column::Number.gte(signed(from)))
            .order_by_asc(audit_tile::Column::Number)
            .limit(limit)
            .all(self.conn())
            .await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// Some tiles; what is not there is left out.
    pub async fn audit_tiles_named(&self, ids: &BTreeSet<TileId>) -> StoreResult<Tiles> {
        let mut named = Condition::any();
        for id in ids {
            let level = audit_tile::Column::Level.eq(level_column(id.level));
            named = named.add(Condition::all().add(level).add(audit_tile::Column::Number.eq(signed(id.number))));
        }
        if ids.is_empty() {
            return Ok(Tiles::new());
        }
        let rows = self.select::<audit_tile::Entity>().filter(named).all(self.conn()).await?;
        Ok(rows.into_iter().map(read).map(|tile| (tile.id, tile)).collect())
    }

    /// The tile of leaves that an entry at a place is in, if it is in the log.
    pub async fn audit_tile_at(&self, place: Place) -> StoreResult<Option<Tile>> {
        let earlier = audit_tile::Column::FirstTxNo.lt(place.tx_no);
        let same = Condition::all()
            .add(audit_tile::Column::FirstTxNo.eq(place.tx_no))
            .add(audit_tile::Column::FirstEntryId.lte(AuditEntryId(place.id)));
        let row = self
            .select::<audit_tile::Entity>()
            .filter(audit_tile::Column::Level.eq(0))
            .filter(Condition::any().add(earlier).add(same))
            .order_by_desc(audit_tile::Column::FirstTxNo)
            .order_by_desc(audit_tile::Column::FirstEntryId)
            .limit(1)
            .one(self.conn())
            .await?;
        Ok(row.map(read))
    }

    /// Checkpoints of more than a size, in the order of their sizes.
    pub async fn audit_checkpoints(&self, after: Option<u64>, limit: u64) -> StoreResult<Vec<Head>> {
        let mut query = self.select::<audit_checkpoint::Entity>();
        if let Some(after) = after {
            query = query.filter(audit_checkpoint::Column::Size.gt(signed(after)));
        }
        let rows = query.order_by_asc(audit_checkpoint::Column::Size).limit(limit).all(self.conn()).await?;
        Ok(rows.into_iter().map(head).map(|(head, _)| head).collect())
    }

    /// The checkpoint of the largest size, and when it was signed.
    pub async fn last_audit_checkpoint(&self) -> StoreResult<Option<(Head, Timestamp)>> {
        let query = self.select::<audit_checkpoint::Entity>().order_by_desc(audit_checkpoint::Column::Size).limit(1);
        Ok(query.one(self.conn()).await?.map(head))
    }
}

impl Tx {
    /// Moves a log on from how it was read.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another has moved it meanwhile.
    pub async fn move_audit_log(&self, from: &Log, to: &Log) -> StoreResult<()> {
        let moved = audit_log::ActiveModel {
            organisation_id: Set(to.organisation),
            size: Set(signed(to.size)),
            tx_no: Set(to.last.tx_no),
            entry_id: Set(AuditEntryId(to.last.id)),
            cut: Set(signed(to.cut)),
        };
        if from.size == 0 {
            return match audit_log::Entity::insert(moved).exec_without_returning(self).await.map_err(StoreError::from) {
                Err(StoreError::Duplicate) => Err(StoreError::Stale),
                inserted => inserted.map(drop),
            };
        }
        let result = audit_log::Entity::update_many()
            .set(moved)
            .filter(audit_log::Entity::ORGANISATION.eq(from.organisation))
            .filter(audit_log::Column::Size.eq(signed(from.size)))
            .filter(audit_log::Column::Cut.eq(signed(from.cut)))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Keeps tiles, in place of those that had fewer nodes.
    pub async fn keep_audit_tiles(&self, organisation: OrganisationId, tiles: Vec<Tile>) -> StoreResult<()> {
        use audit_tile::Column::{FirstEntryId, FirstTxNo, Hashes, Level, Number, OrganisationId};
        if tiles.is_empty() {
            return Ok(());
        }
        let rows = tiles.into_iter().map(|tile| audit_tile::ActiveModel {
            organisation_id: Set(organisation),
            level: Set(level_column(tile.id.level)),
            number: Set(signed(tile.id.number)),
            hashes: Set(tile.hashes.iter().flat_map(|hash| hash.0).collect()),
            first_tx_no: Set(tile.first.map(|first| first.tx_no)),
            first_entry_id: Set(tile.first.map(|first| AuditEntryId(first.id))),
        });
        let known = OnConflict::columns([OrganisationId, Level, Number])
            .update_columns([Hashes, FirstTxNo, FirstEntryId])
            .to_owned();
        audit_tile::Entity::insert_many(rows).on_conflict(known).exec_without_returning(self).await?;
        Ok(())
    }

    /// Keeps a checkpoint.
    pub async fn keep_audit_checkpoint(
        &self,
        organisation: OrganisationId,
        head: Head,
        at: Timestamp,
    ) -> StoreResult<()> {
        let row = audit_checkpoint::ActiveModel {
            organisation_id: Set(organisation),
            size: Set(signed(head.size)),
            note: Set(head.note),
            signed_at: Set(at.into()),
        };
        audit_checkpoint::Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Drops a checkpoint that a later one stands for.
    pub async fn drop_audit_checkpoint(&self, organisation: OrganisationId, size: u64) -> StoreResult<()> {
        audit_checkpoint::Entity::delete_many()
            .filter(audit_checkpoint::Entity::ORGANISATION.eq(organisation))
            .filter(audit_checkpoint::Column::Size.eq(signed(size)))
            .exec(self)
            .await?;
        Ok(())
    }
}

/// Sizes and numbers are below 2^63; whoever wrote another one gets one that fits nothing.
fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn level_column(level: u32) -> i32 {
    i32::try_from(level).unwrap_or(i32::MAX)
}

fn read(row: audit_tile::Model) -> Tile {
    let first = row.first_tx_no.zip(row.first_entry_id).map(|(tx_no, id)| Place { tx_no, id: id.0 });
    // What is left over is no node: a tile that was cut in the middle of one is too short.
    let hashes = row.hashes.chunks_exact(Hash::LEN).filter_map(Hash::read).collect();
    let level = u32::try_from(row.level).unwrap_or(u32::MAX);
    Tile { id: TileId { level, number: unsigned(row.number) }, hashes, first }
}

fn head(row: audit_checkpoint::Model) -> (Head, Timestamp) {
    (Head { size: unsigned(row.size), note: row.note }, row.signed_at.0)
}

/// A page of entries that is being read, and what follows which place.
type Ahead = Option<(Place, u64, JoinHandle<StoreResult<Vec<Entry>>>)>;

/// The log of an organisation, to be gone through from the beginning. While a page of entries is looked at, the next one is read.
pub struct AuditLogSource {
    db: Db,
    organisation: OrganisationId,
    ahead: Mutex<Ahead>,
}

impl AuditLogSource {
    /// That of an organisation; the nil id for shared data.
    pub fn new(db: Db, organisation: OrganisationId) -> Self {
        Self { db, organisation, ahead: Mutex::default() }
    }

    fn page(&self, after: Place, limit: u64) -> impl Future<Output = StoreResult<Vec<Entry>>> + Send + 'static {
        let (db, organisation) = (self.db.clone(), self.organisation);
        async move { db.tenant(organisation).audit_entries_after(after, i64::MAX, limit).await }
    }
}

impl Source for AuditLogSource {
    type Error = StoreError;

    async fn entries(&self, after: Place, limit: u64) -> StoreResult<Vec<Entry>> {
        let mut ahead = self.ahead.lock().await;
        let page = match ahead.take() {
            Some((from, many, page)) if (from, many) == (after, limit) => {
                page.await.map_err(|_| StoreError::Unavailable)??
            }
            _ => self.page(after, limit).await?,
        };
        if page.len() as u64 == limit
            && let Some(last) = page.last().map(Entry::place)
        {
            *ahead = Some((last, limit, tokio::spawn(self.page(last, limit))));
        }
        Ok(page)
    }

    async fn tiles(&self, level: u32, from: u64, limit: u64) -> StoreResult<Vec<Tile>> {
        self.db.tenant(self.organisation).audit_tiles(level, from, limit).await
    }

    async fn tile_count(&self) -> StoreResult<u64> {
        let tenant = self.db.tenant(self.organisation);
        Ok(tenant.select::<audit_tile::Entity>().count(tenant.conn()).await?)
    }

    async fn heads(&self, after: Option<u64>, limit: u64) -> StoreResult<Vec<Head>> {
        self.db.tenant(self.organisation).audit_checkpoints(after, limit).await
    }
}
