//! Requests at which the passing of time changes something. The cost follows what is due: one index holds the instants.

use entity::id::{OrganisationId, RequestId};
use entity::request::{Column, Entity};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::record::{Request, read};
use crate::store::error::StoreResult;
use crate::store::reach::Reach;
use crate::store::tx::Tx;

/// Requests that one worker took.
#[derive(Debug, Default)]
pub struct DueRequests {
    /// Those that can be read, soonest first.
    pub requests: Vec<Request>,
    /// Those whose row cannot be read.
    pub unreadable: Vec<(OrganisationId, RequestId)>,
}

impl Tx {
    /// Requests within reach that are due by `now`, soonest first. They are held until the end of this transaction; what
    /// another worker holds is left to it.
    pub async fn take_due_requests(&self, reach: Reach, now: Timestamp, limit: u64) -> StoreResult<DueRequests> {
        let rows = Entity::find()
            .filter(Column::NextDue.is_not_null())
            .filter(Column::NextDue.lte(Instant(now)))
            .filter(reach.of(Column::OrganisationId))
            .order_by_asc(Column::NextDue)
            .limit(limit)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(self)
            .await?;
        let mut due = DueRequests::default();
        for row in rows {
            let name = (row.organisation_id, row.id);
            match read(row) {
                Ok(request) => due.requests.push(request),
                Err(_) => due.unreadable.push(name),
            }
        }
        Ok(due)
    }

    /// Lets a request rest until an instant. Nothing else of it changes.
    pub async fn put_off_request(
        &self,
        organisation: OrganisationId,
        id: RequestId,
        until: Timestamp,
    ) -> StoreResult<()> {
        Entity::update_many()
            .col_expr(Column::NextDue, Expr::value(Instant(until)))
            .filter(Column::OrganisationId.eq(organisation))
            .filter(Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(())
    }
}
