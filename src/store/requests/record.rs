//! A stored request and finding it again.

use entity::id::{BatchId, CampaignId, ControllerId, DataSubjectId, DeliveryId, MandateId, OrganisationId, RequestId};
use entity::request::{Column, Entity, Model};
use jiff::Timestamp;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use crate::domain::request::{Lifecycle, RequestStanding};
use crate::store::db::Db;
use crate::store::error::{StoreError, StoreResult};
use crate::store::tenant::Tenant;
use crate::store::tx::Tx;

/// A stored request. What the rules need is in its standing; the columns beside it are for finding it.
#[derive(Debug, Clone)]
pub struct Request {
    /// The tenant.
    pub organisation: OrganisationId,
    /// Its id.
    pub id: RequestId,
    /// Its campaign.
    pub campaign_id: CampaignId,
    /// The batch it was filed with.
    pub batch_id: Option<BatchId>,
    /// Whose right is exercised.
    pub data_subject_id: DataSubjectId,
    /// Under which mandate.
    pub mandate_id: MandateId,
    /// Who must answer.
    pub controller_id: ControllerId,
    /// Digest of the exact scope (B-4).
    pub scope_hash: Vec<u8>,
    /// State, facts and legal dates.
    pub standing: RequestStanding,
    /// What this person asks beyond the campaign, sealed.
    pub ask: Option<Vec<u8>>,
    /// The message that carries it.
    pub dispatch_id: Option<DeliveryId>,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// When it was received, as best proven.
    pub received_at: Option<Timestamp>,
    /// When it was first answered.
    pub answered_at: Option<Timestamp>,
    /// When it was closed or withdrawn.
    pub closed_at: Option<Timestamp>,
    /// Number of its last event.
    pub event_seq: i32,
    /// For optimistic concurrency.
    pub version: i32,
    /// Last change.
    pub updated_at: Timestamp,
}

pub(in crate::store) fn read(row: Model) -> StoreResult<Request> {
    let standing =
        serde_json::from_str(&row.standing).map_err(|_| StoreError::corrupt("request", "standing", row.id))?;
    Ok(Request {
        organisation: row.organisation_id,
        id: row.id,
        campaign_id: row.campaign_id,
        batch_id: row.batch_id,
        data_subject_id: row.data_subject_id,
        mandate_id: row.mandate_id,
        controller_id: row.controller_id,
        scope_hash: row.scope_hash,
        standing,
        ask: row.ask,
        dispatch_id: row.dispatch_id,
        filed_at: row.filed_at.0,
        sent_at: row.sent_at.map(|at| at.0),
        received_at: row.received_at.map(|at| at.0),
        answered_at: row.answered_at.map(|at| at.0),
        closed_at: row.closed_at.map(|at| at.0),
        event_seq: row.event_seq,
        version: row.version,
        updated_at: row.updated_at.0,
    })
}

/// Ids in one statement stay far below the databases' limits.
const IDS_PER_QUERY: usize = 2_000;

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// One request.
    pub async fn request(&self, id: RequestId) -> StoreResult<Option<Request>> {
        self.select::<Entity>().filter(Column::Id.eq(id)).one(self.conn()).await?.map(read).transpose()
    }

    /// The requests among these ids that exist, in the order of their ids.
    pub async fn requests(&self, ids: &[RequestId]) -> StoreResult<Vec<Request>> {
        let mut found = Vec::with_capacity(ids.len());
        for chunk in ids.chunks(IDS_PER_QUERY) {
            let rows = self.select::<Entity>().filter(Column::Id.is_in(chunk.iter().copied())).all(self.conn()).await?;
            for row in rows {
                found.push(read(row)?);
            }
        }
        found.sort_by_key(|request: &Request| request.id);
        Ok(found)
    }

    /// How many requests that one message carries have left, or are answered, and still stand.
    pub async fn count_sent_of_dispatch(&self, dispatch: DeliveryId) -> StoreResult<u64> {
        let standing = [Lifecycle::Sent, Lifecycle::Received, Lifecycle::Answered].map(Lifecycle::as_str);
        let query = self.select::<Entity>().filter(Column::DispatchId.eq(dispatch));
        Ok(query.filter(Column::Lifecycle.is_in(standing)).count(self.conn()).await?)
    }

    /// The requests that one message carries, in pages.
    pub async fn requests_of_dispatch(
        &self,
        dispatch: DeliveryId,
        after: Option<RequestId>,
        limit: u64,
    ) -> StoreResult<Vec<Request>> {
        let query = self.select::<Entity>().filter(Column::DispatchId.eq(dispatch));
        let query = match after {
            Some(after) => query.filter(Column::Id.gt(after)),
            None => query,
        };
        query.order_by_asc(Column::Id).limit(limit).all(self.conn()).await?.into_iter().map(read).collect()
    }
}

impl Db {
    /// A request for the controller it is addressed to. What has not been sent to it yet is not there.
    pub async fn request_for_controller(
        &self,
        controller: ControllerId,
        id: RequestId,
    ) -> StoreResult<Option<Request>> {
        for_controller(controller, id).one(&self.readers()).await?.map(read).transpose()
    }
}

impl Tx {
    /// Open requests of one campaign in the order of their ids, held until the end of this transaction.
    pub async fn hold_open_requests_of_campaign(
        &self,
        organisation: OrganisationId,
        campaign: CampaignId,
        after: RequestId,
        limit: u64,
    ) -> StoreResult<Vec<Request>> {
        let tenant = self.tenant(organisation);
        let query = tenant
            .select::<Entity>()
            .filter(Column::CampaignId.eq(campaign))
            .filter(Column::Id.gt(after))
            .filter(Column::ClosedAt.is_null())
            .order_by_asc(Column::Id)
            .limit(limit);
        query.lock_exclusive().all(self).await?.into_iter().map(read).collect()
    }

    /// Open requests under one mandate, in the order of their ids, held until the end of this transaction.
    pub async fn hold_open_requests_of_mandate(
        &self,
        organisation: OrganisationId,
        subject: DataSubjectId,
        mandate: MandateId,
        limit: u64,
    ) -> StoreResult<Vec<Request>> {
        let tenant = self.tenant(organisation);
        let query = tenant
            .select::<Entity>()
            // By the person, for whom there is an index; it has few requests of other mandates.
            .filter(Column::DataSubjectId.eq(subject))
            .filter(Column::MandateId.eq(mandate))
            .filter(Column::ClosedAt.is_null())
            .order_by_asc(Column::Id)
            .limit(limit);
        query.lock_exclusive().all(self).await?.into_iter().map(read).collect()
    }

    /// Requests of a person that were held back when they were to be sent, in the order of their ids, held until the end of this
    /// transaction.
    pub async fn hold_back_requests_of(
        &self,
        organisation: OrganisationId,
        subject: DataSubjectId,
        limit: u64,
    ) -> StoreResult<Vec<Request>> {
        let tenant = self.tenant(organisation);
        let query = tenant
            .select::<Entity>()
            .filter(Column::DataSubjectId.eq(subject))
            .filter(Column::ClosedAt.is_null())
            .filter(Column::Lifecycle.eq(Lifecycle::Ready.as_str()))
            .filter(Column::DispatchId.is_null())
            .order_by_asc(Column::Id)
            .limit(limit);
        query.lock_exclusive().all(self).await?.into_iter().map(read).collect()
    }

    /// The requests among these ids that exist, in the order of their ids, held until the end of this transaction. Whoever
    /// changes several requests and their messages holds the requests first, in this order, and the messages then: so no two
    /// transactions ever wait for each other.
    pub async fn hold_requests(&self, organisation: OrganisationId, ids: &[RequestId]) -> StoreResult<Vec<Request>> {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        let mut found = Vec::with_capacity(ids.len());
        for chunk in ids.chunks(IDS_PER_QUERY) {
            let tenant = self.tenant(organisation);
            let query = tenant.select::<Entity>().filter(Column::Id.is_in(chunk.iter().copied()));
            for row in query.order_by_asc(Column::Id).lock_exclusive().all(self).await? {
                found.push(read(row)?);
            }
        }
        Ok(found)
    }

    /// A request for the controller it is addressed to, held until the end of this transaction: a controller looks at a request
    /// in the moment in which its delivery is confirmed.
    pub async fn hold_request_for_controller(
        &self,
        controller: ControllerId,
        id: RequestId,
    ) -> StoreResult<Option<Request>> {
        for_controller(controller, id).lock_exclusive().one(self).await?.map(read).transpose()
    }
}

fn for_controller(controller: ControllerId, id: RequestId) -> Select<Entity> {
    Entity::find()
        .filter(Column::Id.eq(id))
        .filter(Column::ControllerId.eq(controller))
        .filter(Column::SentAt.is_not_null())
}
