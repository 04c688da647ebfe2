//! What simulated controllers make of the requests they were told of.

use entity::id::{ControllerId, OrganisationId, RequestId};
use entity::simulation::{ActiveModel, Column, Entity, Model};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, LockBehavior, LockType, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::error::{StoreError, StoreResult};
use super::reach::Reach;
use super::tx::Tx;
use crate::domain::simulation::{Behaviour, Course};

/// A request as a simulated controller sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Simulation {
    /// The tenant.
    pub organisation: OrganisationId,
    /// The request.
    pub request: RequestId,
    /// The controller.
    pub controller: ControllerId,
    /// How it treats the request.
    pub behaviour: Behaviour,
    /// What it has heard and said.
    pub course: Course,
}

impl Simulation {
    /// When it speaks next.
    fn next_due(&self) -> Option<Instant> {
        self.behaviour.next(&self.course).map(|turn| Instant(turn.at))
    }
}

impl Tx {
    /// Adds requests that controllers have just heard of. What they knew already stays as it is.
    pub async fn add_simulations(&self, new: &[Simulation]) -> StoreResult<()> {
        if new.is_empty() {
            return Ok(());
        }
        let known = OnConflict::columns([Column::OrganisationId, Column::RequestId]).do_nothing().to_owned();
        Entity::insert_many(new.iter().map(active)).on_conflict(known).exec_without_returning(self).await?;
        Ok(())
    }

    /// A request as a simulated controller sees it.
    pub async fn simulation(&self, organisation: OrganisationId, id: RequestId) -> StoreResult<Option<Simulation>> {
        Entity::find_by_id((organisation, id)).one(self).await?.map(read).transpose()
    }

    /// Requests of which simulated controllers have something to say by `now`, soonest first. They are held until the end of this
    /// transaction; what another worker holds is left to it.
    pub async fn take_due_simulations(&self, reach: Reach, now: Timestamp, limit: u64) -> StoreResult<Vec<Simulation>> {
        let query = Entity::find()
            .filter(Column::NextDue.is_not_null())
            .filter(Column::NextDue.lte(Instant(now)))
            .filter(reach.of(Column::OrganisationId))
            .order_by_asc(Column::NextDue)
            .limit(limit)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
        query.all(self).await?.into_iter().map(read).collect()
    }

    /// Stores what a controller has heard and said by now, with the instant at which it speaks next.
    pub async fn update_simulation(&self, changed: &Simulation) -> StoreResult<()> {
        Entity::update_many()
            .set(active(changed))
            .filter(Column::OrganisationId.eq(changed.organisation))
            .filter(Column::RequestId.eq(changed.request))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Lets a controller say no more of a request.
    pub async fn end_simulation(&self, organisation: OrganisationId, id: RequestId) -> StoreResult<()> {
        Entity::update_many()
            .col_expr(Column::NextDue, Expr::value(None::<Instant>))
            .filter(Column::OrganisationId.eq(organisation))
            .filter(Column::RequestId.eq(id))
            .exec(self)
            .await?;
        Ok(())
    }
}

fn active(simulation: &Simulation) -> ActiveModel {
    let Course { received_at, informed_at, said } = simulation.course;
    ActiveModel {
        organisation_id: Set(simulation.organisation),
        request_id: Set(simulation.request),
        controller_id: Set(simulation.controller),
        behaviour: Set(simulation.behaviour.as_str().to_owned()),
        received_at: Set(received_at.into()),
        informed_at: Set(informed_at.map(Into::into)),
        said: Set(i32::try_from(said).unwrap_or(i32::MAX)),
        next_due: Set(simulation.next_due()),
    }
}

fn read(row: Model) -> StoreResult<Simulation> {
    let corrupt = |column| StoreError::corrupt("simulation", column, row.request_id);
    Ok(Simulation {
        organisation: row.organisation_id,
        request: row.request_id,
        controller: row.controller_id,
        behaviour: row.behaviour.parse().map_err(|_| corrupt("behaviour"))?,
        course: Course {
            received_at: row.received_at.0,
            informed_at: row.informed_at.map(|at| at.0),
            said: usize::try_from(row.said).map_err(|_| corrupt("said"))?,
        },
    })
}
