//! The clocks of sandboxes, and what is due in one of them.

use entity::id::OrganisationId;
use entity::mandate;
use entity::sandbox::{ActiveModel, Column, Entity, Model};
use entity::time::{Day, Instant};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement, Value,
};

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::organisations::is_active;
use super::tx::Tx;
use crate::domain::batch::BatchState;

/// The clock of a sandbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sandbox {
    /// Whose.
    pub organisation: OrganisationId,
    /// How far its time is ahead of the service's.
    pub ahead: SignedDuration,
    /// The instant of its own time that it is on the way to; reached once its time is there.
    pub moving_to: Option<Timestamp>,
}

/// What there is to do in a sandbox.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Whether something is due by the instant that was asked for.
    pub waits: bool,
    /// The first instant after it at which something becomes due.
    pub next: Option<Timestamp>,
    /// The earliest last day of a mandate in force.
    pub last_day: Option<Date>,
}

/// Everything in which an instant stands, and what waits without one, beside what is filed and sent. Nothing here is looked for by its instant, so that the database
/// is not led to go through the instants of everybody else.
const DUE: &str = "\
    SELECT next_due AS due FROM request WHERE organisation_id = $1 \
    UNION ALL SELECT next_due FROM simulation WHERE organisation_id = $1 \
    UNION ALL SELECT next_due FROM complaint WHERE organisation_id = $1 \
    UNION ALL SELECT check_due FROM complaint WHERE organisation_id = $1 \
    UNION ALL SELECT $2 FROM complaint WHERE organisation_id = $1 AND file_state IN ('queued', 'building') \
    UNION ALL SELECT $2 FROM campaign WHERE organisation_id = $1 AND replan_after IS NOT NULL \
    UNION ALL SELECT $2 FROM mandate WHERE organisation_id = $1 AND ended_at IS NOT NULL AND stopped_at IS NULL";

impl Db {
    /// The clock of a sandbox.
    pub async fn sandbox(&self, organisation: OrganisationId) -> StoreResult<Option<Sandbox>> {
        find(&self.readers(), organisation).await
    }

    /// Sandboxes whose time is not the service's, or that are on their way to another, in the order of their ids.
    pub async fn moved_sandboxes(&self, after: Option<OrganisationId>, limit: u64) -> StoreResult<Vec<Sandbox>> {
        let mut query = Entity::find()
            .filter(Column::AheadMicros.gt(0).or(Column::MovingTo.is_not_null()))
            .order_by_asc(Column::OrganisationId)
            .limit(limit);
        if let Some(after) = after {
            query = query.filter(Column::OrganisationId.gt(after));
        }
        query.all(&self.readers()).await?.into_iter().map(read).collect()
    }

    /// What there is to do in a sandbox at an instant of its time, and from then on. What is not done because it is suspended is not
    /// waited for.
    pub async fn agenda(&self, organisation: OrganisationId, now: Timestamp) -> StoreResult<Agenda> {
        let words = BatchState::ALL.iter().filter(|state| state.is_work()).map(|state| format!("'{state}'"));
        let batches = words.collect::<Vec<_>>().join(", ");
        let (active, cancelling) = (is_active("$1"), BatchState::Cancelling);
        let sql = format!(
            "SELECT MIN(CASE WHEN due > $2 THEN due END), MIN(CASE WHEN due <= $2 THEN due END) FROM ({DUE} \
             UNION ALL SELECT next_due_at FROM lane WHERE organisation_id = $1 AND {active} \
             UNION ALL SELECT $2 FROM batch WHERE organisation_id = $1 AND state IN ({batches}) \
             AND (state = '{cancelling}' OR {active})) AS agenda"
        );
        let values: [Value; 2] = [organisation.0.into(), Instant(now).into()];
        let readers = self.readers();
        let statement = Statement::from_sql_and_values(readers.get_database_backend(), sql, values);
        let row = readers.query_one_raw(statement).await?.ok_or(StoreError::Stale)?;
        let next: Option<Instant> = row.try_get_by_index(0).map_err(StoreError::from)?;
        let due: Option<Instant> = row.try_get_by_index(1).map_err(StoreError::from)?;
        let last_day: Option<Option<Day>> = mandate::Entity::find()
            .select_only()
            .column_as(mandate::Column::ValidUntil.min(), "last_day")
            .filter(mandate::Column::OrganisationId.eq(organisation))
            .filter(mandate::Column::EndedAt.is_null())
            .into_tuple()
            .one(&readers)
            .await?;
        let last_day = last_day.flatten().map(|day| day.0);
        Ok(Agenda { waits: due.is_some(), next: next.map(|at| at.0), last_day })
    }
}

impl Tx {
    /// The clock of a sandbox, as this transaction sees it.
    pub async fn sandbox(&self, organisation: OrganisationId) -> StoreResult<Option<Sandbox>> {
        find(self, organisation).await
    }

    /// Adds the clock of a new sandbox, which shows the time of the service.
    pub async fn add_sandbox(&self, organisation: OrganisationId) -> StoreResult<()> {
        let row = ActiveModel { organisation_id: Set(organisation), ahead_micros: Set(0), moving_to: Set(None) };
        Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Sets a sandbox on its way to an instant of its own time, unless it is on its way to a later one.
    pub async fn send_sandbox(&self, organisation: OrganisationId, to: Timestamp) -> StoreResult<()> {
        Entity::update_many()
            .col_expr(Column::MovingTo, Expr::value(Instant(to)))
            .filter(Column::OrganisationId.eq(organisation))
            .filter(Column::MovingTo.is_null().or(Column::MovingTo.lt(Instant(to))))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Moves the clock of a sandbox forward. Whoever comes with less than what stands there changes nothing.
    pub async fn move_sandbox(&self, organisation: OrganisationId, ahead: SignedDuration) -> StoreResult<()> {
        let micros = i64::try_from(ahead.as_micros()).unwrap_or(i64::MAX);
        Entity::update_many()
            .col_expr(Column::AheadMicros, Expr::value(micros))
            .filter(Column::OrganisationId.eq(organisation))
            .filter(Column::AheadMicros.lt(micros))
            .exec(self)
            .await?;
        Ok(())
    }
}

async fn find<C: ConnectionTrait>(conn: &C, organisation: OrganisationId) -> StoreResult<Option<Sandbox>> {
    Entity::find_by_id(organisation).one(conn).await?.map(read).transpose()
}

fn read(row: Model) -> StoreResult<Sandbox> {
    Ok(Sandbox {
        organisation: row.organisation_id,
        ahead: SignedDuration::from_micros(row.ahead_micros),
        moving_to: row.moving_to.map(|at| at.0),
    })
}
