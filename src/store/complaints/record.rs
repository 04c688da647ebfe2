//! A stored complaint and finding it again.

use entity::complaint::{ActiveModel, Column, Entity, Model};
use entity::id::{ComplaintId, ControllerId, OrganisationId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{
    ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use crate::domain::complaint::{ComplaintForm, ComplaintState, FileState, Missing, Point, Standing};
use crate::store::error::{StoreError, StoreResult};
use crate::store::reach::Reach;
use crate::store::tenant::Tenant;
use crate::store::tx::Tx;

/// Where a complaint stands that was lodged: in whose docket, and at which place of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocketPlace {
    /// Whose: see `service::docket`.
    pub docket: String,
    /// The number of the transaction that lodged it.
    pub number: i64,
}

/// A complaint.
#[derive(Debug, Clone)]
pub struct Complaint {
    /// The tenant.
    pub organisation: OrganisationId,
    /// Its id.
    pub id: ComplaintId,
    /// Against whom.
    pub controller_id: ControllerId,
    /// The collective draft it was made from.
    pub split_from: Option<ComplaintId>,
    /// For whom it speaks.
    pub form: ComplaintForm,
    /// Language of its files, BCP 47.
    pub language: String,
    /// Which authority is to receive it: its name in the directory.
    pub authority: Option<String>,
    /// Where the authority finds it, since it was lodged.
    pub docket: Option<DocketPlace>,
    /// Where it stands.
    pub standing: Standing,
    /// What the organisation wrote, sealed under its key.
    pub content: Vec<u8>,
    /// What is alleged, with how many people each concerns.
    pub points: Vec<Point>,
    /// What it lacks as a whole.
    pub missing: Vec<Missing>,
    /// People who take part.
    pub people: i32,
    /// People who were left out.
    pub left_out: i32,
    /// People who take part and of whom something needed is missing.
    pub incomplete: i32,
    /// Requests of those who take part.
    pub requests: i32,
    /// Where the making of its files stands.
    pub file_state: FileState,
    /// Number of the last making.
    pub build_no: i32,
    /// Number of the last person whose files are made; 0 when there is none.
    pub built_to: i32,
    /// When the files were complete.
    pub built_at: Option<Timestamp>,
    /// When something is to be told next.
    pub next_due: Option<Timestamp>,
    /// When the powers of its people are to be looked at next.
    pub check_due: Option<Timestamp>,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was prepared.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

/// Complaints written by one statement: their values stay under what SQLite binds.
const IN_ONE_INSERT: usize = 500;

/// Which complaints are meant. Every field that is set narrows.
#[derive(Debug, Clone, Default)]
pub struct ComplaintFilter {
    /// In this state.
    pub state: Option<ComplaintState>,
    /// Against this controller.
    pub controller: Option<ControllerId>,
    /// To this authority.
    pub authority: Option<String>,
    /// Of whose authority nothing was heard for three months (true), or was (false).
    pub silent: Option<bool>,
    /// Made from this collective draft.
    pub split_from: Option<ComplaintId>,
}

/// Those that the filter means.
pub(super) fn narrow(mut query: Select<Entity>, filter: &ComplaintFilter) -> Select<Entity> {
    if let Some(state) = filter.state {
        query = query.filter(Column::State.eq(state.as_str()));
    }
    if let Some(controller) = filter.controller {
        query = query.filter(Column::ControllerId.eq(controller));
    }
    if let Some(authority) = &filter.authority {
        query = query.filter(Column::Authority.eq(authority.as_str()));
    }
    if let Some(silent) = filter.silent {
        query = query.filter(Column::Silent.eq(silent));
    }
    if let Some(whole) = filter.split_from {
        query = query.filter(Column::SplitFrom.eq(whole));
    }
    query
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// A complaint by its id.
    pub async fn complaint(&self, id: ComplaintId) -> StoreResult<Option<Complaint>> {
        self.select::<Entity>().filter(Column::Id.eq(id)).one(self.conn()).await?.map(read).transpose()
    }

    /// Complaints in the order of their ids.
    pub async fn complaints(
        &self,
        filter: &ComplaintFilter,
        after: Option<ComplaintId>,
        limit: u64,
    ) -> StoreResult<Vec<Complaint>> {
        let mut query = narrow(self.select::<Entity>(), filter).order_by_asc(Column::Id).limit(limit);
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Adds complaints.
    pub async fn add_complaints(&self, new: &[Complaint]) -> StoreResult<()> {
        for part in new.chunks(IN_ONE_INSERT) {
            let rows = part.iter().map(active).collect::<StoreResult<Vec<_>>>()?;
            Entity::insert_many(rows).exec_without_returning(self).await?;
        }
        Ok(())
    }

    /// A complaint by its id, held until the end of this transaction. Whoever changes a complaint and its people holds it first.
    pub async fn hold_complaint(
        &self,
        organisation: OrganisationId,
        id: ComplaintId,
    ) -> StoreResult<Option<Complaint>> {
        let tenant = self.tenant(organisation);
        let query = tenant.select::<Entity>().filter(Column::Id.eq(id));
        query.lock_exclusive().one(self).await?.map(read).transpose()
    }

    /// Writes a complaint over the version that was read; its own `version` is the new one. Who makes its files is not touched.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version stands there.
    pub async fn update_complaint(&self, changed: &Complaint) -> StoreResult<()> {
        let result = Entity::update_many()
            .set(active(changed)?)
            .filter(Column::OrganisationId.eq(changed.organisation))
            .filter(Column::Id.eq(changed.id))
            .filter(Expr::col(Column::Version).eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Complaints within reach of which something is to be told by `now`, soonest first. They are held until the end of this
    /// transaction; what another worker holds is left to it.
    pub async fn take_due_complaints(&self, reach: Reach, now: Timestamp, limit: u64) -> StoreResult<Vec<Complaint>> {
        let query = Entity::find()
            .filter(Column::NextDue.is_not_null())
            .filter(Column::NextDue.lte(Instant(now)))
            .filter(reach.of(Column::OrganisationId))
            .order_by_asc(Column::NextDue)
            .limit(limit)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
        query.all(self).await?.into_iter().map(read).collect()
    }

    /// Complaints within reach whose people's powers are to be looked at by `now`, longest waiting first, held as above.
    pub async fn take_complaints_to_check(
        &self,
        reach: Reach,
        now: Timestamp,
        limit: u64,
    ) -> StoreResult<Vec<Complaint>> {
        let query = Entity::find()
            .filter(Column::CheckDue.is_not_null())
            .filter(Column::CheckDue.lte(Instant(now)))
            .filter(reach.of(Column::OrganisationId))
            .order_by_asc(Column::CheckDue)
            .limit(limit)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
        query.all(self).await?.into_iter().map(read).collect()
    }
}

fn json<T: serde::Serialize>(value: &T, column: &'static str, id: ComplaintId) -> StoreResult<String> {
    serde_json::to_string(value).map_err(|_| StoreError::corrupt("complaint", column, id))
}

fn active(complaint: &Complaint) -> StoreResult<ActiveModel> {
    let id = complaint.id;
    Ok(ActiveModel {
        organisation_id: Set(complaint.organisation),
        id: Set(id),
        controller_id: Set(complaint.controller_id),
        split_from: Set(complaint.split_from),
        form: Set(complaint.form.as_str().to_owned()),
        language: Set(complaint.language.clone()),
        authority: Set(complaint.authority.clone()),
        docket: Set(complaint.docket.as_ref().map(|place| place.docket.clone())),
        docket_no: Set(complaint.docket.as_ref().map(|place| place.number)),
        state: Set(complaint.standing.state.as_str().to_owned()),
        silent: Set(complaint.standing.silent),
        outcome: Set(complaint.standing.outcome().map(|outcome| outcome.as_str().to_owned())),
        standing: Set(json(&complaint.standing, "standing", id)?),
        content: Set(complaint.content.clone()),
        points: Set(json(&complaint.points, "points", id)?),
        missing: Set(json(&complaint.missing, "missing", id)?),
        people_count: Set(complaint.people),
        left_out_count: Set(complaint.left_out),
        incomplete_count: Set(complaint.incomplete),
        request_count: Set(complaint.requests),
        file_state: Set(complaint.file_state.as_str().to_owned()),
        build_no: Set(complaint.build_no),
        built_to: Set(complaint.built_to),
        built_at: Set(complaint.built_at.map(Into::into)),
        lease_id: NotSet,
        lease_until: NotSet,
        next_due: Set(complaint.next_due.map(Into::into)),
        check_due: Set(complaint.check_due.map(Into::into)),
        // Noted when what was written is deleted, and by nothing else.
        words_gone_at: NotSet,
        version: Set(complaint.version),
        created_at: Set(complaint.created_at.into()),
        updated_at: Set(complaint.updated_at.into()),
    })
}

pub(super) fn read(row: Model) -> StoreResult<Complaint> {
    let corrupt = |column| StoreError::corrupt("complaint", column, row.id);
    Ok(Complaint {
        organisation: row.organisation_id,
        id: row.id,
        controller_id: row.controller_id,
        split_from: row.split_from,
        form: row.form.parse().map_err(|_| corrupt("form"))?,
        standing: serde_json::from_str(&row.standing).map_err(|_| corrupt("standing"))?,
        points: serde_json::from_str(&row.points).map_err(|_| corrupt("points"))?,
        missing: serde_json::from_str(&row.missing).map_err(|_| corrupt("missing"))?,
        file_state: row.file_state.parse().map_err(|_| corrupt("file_state"))?,
        language: row.language,
        authority: row.authority,
        docket: row.docket.zip(row.docket_no).map(|(docket, number)| DocketPlace { docket, number }),
        content: row.content,
        people: row.people_count,
        left_out: row.left_out_count,
        incomplete: row.incomplete_count,
        requests: row.request_count,
        build_no: row.build_no,
        built_to: row.built_to,
        built_at: row.built_at.map(|at| at.0),
        next_due: row.next_due.map(|at| at.0),
        check_due: row.check_due.map(|at| at.0),
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}
