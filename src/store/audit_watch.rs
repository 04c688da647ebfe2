//! What watches over the audit record: how far it has come, how much who did in each hour, and what was out of the ordinary.

use entity::id::{AuditAlertId, AuditEntryId, OrganisationId};
use entity::time::Instant;
use entity::{audit_alert, audit_tally, audit_watch};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tenant::Tenant;
use super::tx::Tx;
use crate::domain::watch::{Alert, Tally, UnusualUse, WatchLimits};
use crate::ledger::Place;

/// How far the entries of an organisation were watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditWatch {
    /// Whose.
    pub organisation: OrganisationId,
    /// Where the last entry stands that was looked at.
    pub last: Place,
    /// From when on something is out of the ordinary.
    pub limits: WatchLimits,
}

/// An alert as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAlert {
    /// Its id.
    pub id: AuditAlertId,
    /// Whose acts: prefixed id, or `unknown`.
    pub actor: String,
    /// The beginning of the hour.
    pub hour: Timestamp,
    /// What is out of the ordinary.
    pub alert: Alert,
    /// When it was noticed.
    pub noticed_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Habit {
    act: String,
    first: i64,
    most: i64,
}

impl Db {
    /// Organisations that have entries below a horizon which nobody has watched yet.
    pub async fn unwatched(&self, horizon: i64, limit: u64) -> StoreResult<Vec<OrganisationId>> {
        self.behind("audit_watch", horizon, limit).await
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// The limits of the organisation.
    pub async fn watch_limits(&self) -> StoreResult<WatchLimits> {
        let row = audit_watch::Entity::find_by_id(self.organisation()).one(self.conn()).await?;
        row.map_or_else(|| Ok(WatchLimits::default()), |row| limits(&row))
    }

    /// Alerts, in the order in which they were noticed.
    pub async fn audit_alerts(&self, after: Option<AuditAlertId>, limit: u64) -> StoreResult<Vec<StoredAlert>> {
        let mut query = self.select::<audit_alert::Entity>();
        if let Some(after) = after {
            query = query.filter(audit_alert::Column::Id.gt(after));
        }
        let rows = query.order_by_asc(audit_alert::Column::Id).limit(limit).all(self.conn()).await?;
        rows.into_iter().map(read).collect()
    }

    /// What an actor did in an hour, and of each act since an instant when it was first done and how much at most in an hour.
    pub async fn tallies(
        &self,
        actor: &str,
        hour: Timestamp,
        since: Timestamp,
    ) -> StoreResult<(Vec<Tally>, Vec<Tally>)> {
        let own = || self.select::<audit_tally::Entity>().filter(audit_tally::Column::Actor.eq(actor));
        let now = own().filter(audit_tally::Column::Hour.eq(hours(hour))).all(self.conn()).await?;
        let before = own()
            .filter(audit_tally::Column::Hour.lt(hours(hour)))
            .filter(audit_tally::Column::Hour.gte(hours(since)))
            .select_only()
            .column(audit_tally::Column::Act)
            .column_as(audit_tally::Column::Hour.min(), "first")
            .column_as(audit_tally::Column::Records.max(), "most")
            .group_by(audit_tally::Column::Act)
            .into_model::<Habit>()
            .all(self.conn())
            .await?;
        let tally = |hour: i64, act: String, records: i64| Tally {
            hour: Timestamp::from_second(hour.saturating_mul(SECONDS)).unwrap_or_default(),
            act,
            records: u64::try_from(records).unwrap_or(0),
        };
        Ok((
            now.into_iter().map(|row| tally(row.hour, row.act, row.records)).collect(),
            before.into_iter().map(|row| tally(row.first, row.act, row.most)).collect(),
        ))
    }

    /// Alerts about what an actor did in an hour.
    pub async fn alerts_of(&self, actor: &str, hour: Timestamp) -> StoreResult<Vec<StoredAlert>> {
        let query = self
            .select::<audit_alert::Entity>()
            .filter(audit_alert::Column::Actor.eq(actor))
            .filter(audit_alert::Column::Hour.eq(Instant(hour)));
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// How far an organisation was watched, held until the end of this transaction.
    pub async fn hold_audit_watch(&self, organisation: OrganisationId) -> StoreResult<AuditWatch> {
        let new = audit_watch::ActiveModel {
            organisation_id: Set(organisation),
            tx_no: Set(Place::START.tx_no),
            entry_id: Set(AuditEntryId(Place::START.id)),
            limits: Set(None),
        };
        let known = OnConflict::column(audit_watch::Column::OrganisationId).do_nothing().to_owned();
        audit_watch::Entity::insert(new).on_conflict(known).exec_without_returning(self).await?;
        let row = audit_watch::Entity::find_by_id(organisation).lock_exclusive().one(self).await?;
        let row = row.ok_or(StoreError::Stale)?;
        let last = Place { tx_no: row.tx_no, id: row.entry_id.0 };
        Ok(AuditWatch { organisation, last, limits: limits(&row)? })
    }

    /// Stores how far an organisation was watched, and its limits. This transaction holds it.
    pub async fn set_audit_watch(&self, watch: &AuditWatch) -> StoreResult<()> {
        let text = serde_json::to_string(&watch.limits)
            .map_err(|_| StoreError::corrupt("audit_watch", "limits", watch.organisation))?;
        let limits = (watch.limits != WatchLimits::default()).then_some(text);
        audit_watch::Entity::update_many()
            .col_expr(audit_watch::Column::TxNo, Expr::value(watch.last.tx_no))
            .col_expr(audit_watch::Column::EntryId, Expr::value(watch.last.id))
            .col_expr(audit_watch::Column::Limits, Expr::value(limits))
            .filter(audit_watch::Column::OrganisationId.eq(watch.organisation))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Adds to what an actor did.
    pub async fn add_tally(&self, organisation: OrganisationId, actor: &str, tally: &Tally) -> StoreResult<()> {
        use audit_tally::Column::{Act, Actor, Hour, OrganisationId, Records};
        let row = audit_tally::ActiveModel {
            organisation_id: Set(organisation),
            actor: Set(actor.to_owned()),
            hour: Set(hours(tally.hour)),
            act: Set(tally.act.clone()),
            records: Set(i64::try_from(tally.records).unwrap_or(i64::MAX)),
        };
        let more = Expr::col((audit_tally::Entity, Records)).add(Expr::col(("excluded", Records)));
        let known = OnConflict::columns([OrganisationId, Actor, Hour, Act]).value(Records, more).to_owned();
        audit_tally::Entity::insert(row).on_conflict(known).exec_without_returning(self).await?;
        Ok(())
    }

    /// Keeps an alert.
    pub async fn add_alert(&self, organisation: OrganisationId, new: &StoredAlert) -> StoreResult<()> {
        let row = audit_alert::ActiveModel {
            organisation_id: Set(organisation),
            id: Set(new.id),
            kind: Set(new.alert.kind.as_str().to_owned()),
            actor: Set(new.actor.clone()),
            act: Set(new.alert.act.clone().unwrap_or_default()),
            hour: Set(new.hour.into()),
            count: Set(i64::try_from(new.alert.count).unwrap_or(i64::MAX)),
            ordinary: Set(i64::try_from(new.alert.limit).unwrap_or(i64::MAX)),
            noticed_at: Set(new.noticed_at.into()),
        };
        audit_alert::Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Forgets some of what was done before an instant. Tells how much.
    pub async fn forget_tallies(&self, before: Timestamp) -> StoreResult<u64> {
        let old = audit_tally::Entity::delete_many().filter(audit_tally::Column::Hour.lt(hours(before)));
        Ok(old.exec(self).await?.rows_affected)
    }
}

/// Seconds of an hour.
const SECONDS: i64 = 3_600;

/// Hours since 1970 began, as tallies are kept by.
fn hours(at: Timestamp) -> i64 {
    at.as_second().div_euclid(SECONDS)
}

fn limits(row: &audit_watch::Model) -> StoreResult<WatchLimits> {
    let corrupt = |_| StoreError::corrupt("audit_watch", "limits", row.organisation_id);
    row.limits.as_deref().map_or_else(|| Ok(WatchLimits::default()), |text| serde_json::from_str(text).map_err(corrupt))
}

fn read(row: audit_alert::Model) -> StoreResult<StoredAlert> {
    let kind: UnusualUse = row.kind.parse().map_err(|_| StoreError::corrupt("audit_alert", "kind", row.id))?;
    let number = |value| u64::try_from(value).unwrap_or(0);
    let act = (!row.act.is_empty()).then_some(row.act);
    Ok(StoredAlert {
        id: row.id,
        actor: row.actor,
        hour: row.hour.0,
        alert: Alert { kind, act, count: number(row.count), limit: number(row.ordinary) },
        noticed_at: row.noticed_at.0,
    })
}
