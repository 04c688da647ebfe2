//! What controllers said about requests. The content is sealed under the person's key.

use entity::id::{ControllerId, DataSubjectId, OrganisationId, RequestId, ResponseId};
use entity::response::{Column, Entity, Model};
use entity::{request, subject_key};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::bulk::{BulkRow, BulkTable, Cell};
use super::error::{StoreError, StoreResult};
use super::requests::{Request, read_request};
use super::tenant::Tenant;
use super::tx::Tx;
use crate::domain::response::{ResponseKind, Via};

/// A stored response.
#[derive(Debug, Clone)]
pub struct StoredResponse {
    /// Its id.
    pub id: ResponseId,
    /// The request it is about.
    pub request_id: RequestId,
    /// Who sent it.
    pub controller_id: ControllerId,
    /// What kind of message it is.
    pub kind: ResponseKind,
    /// JSON of the response, sealed under the person's key; none once it is deleted (P-9).
    pub content: Option<Vec<u8>>,
    /// How it came in.
    pub via: Via,
    /// The controller's own id of the message.
    pub message_id: Option<String>,
    /// Days after the deadline that applied; 0 when in time (D-1).
    pub lateness_days: i32,
    /// When it came.
    pub received_at: Timestamp,
}

const TABLE: BulkTable = BulkTable {
    name: "response",
    columns: &[
        "organisation_id",
        "id",
        "request_id",
        "controller_id",
        "kind",
        "content",
        "via",
        "message_id",
        "lateness_days",
        "received_at",
    ],
};

/// Ids in one statement stay far below the databases' limits.
const IDS_PER_QUERY: usize = 2_000;

impl Tx {
    /// Writes responses of one organisation.
    pub async fn add_responses(&self, organisation: OrganisationId, new: Vec<StoredResponse>) -> StoreResult<()> {
        let rows: Vec<BulkRow> = new.into_iter().map(|response| row(organisation, response)).collect();
        self.load(&TABLE, rows).await
    }

    /// The requests among these ids that are addressed to a controller and have been sent, of all organisations.
    pub async fn requests_for_controller(
        &self,
        controller: ControllerId,
        ids: &[RequestId],
    ) -> StoreResult<Vec<Request>> {
        let mut found = Vec::with_capacity(ids.len());
        for chunk in ids.chunks(IDS_PER_QUERY) {
            let rows = request::Entity::find()
                .filter(request::Column::Id.is_in(chunk.iter().copied()))
                .filter(request::Column::ControllerId.eq(controller))
                .filter(request::Column::SentAt.is_not_null())
                .all(self)
                .await?;
            for row in rows {
                found.push(read_request(row)?);
            }
        }
        Ok(found)
    }
}

fn row(organisation: OrganisationId, new: StoredResponse) -> BulkRow {
    vec![
        Cell::Id(organisation.0),
        Cell::Id(new.id.0),
        Cell::Id(new.request_id.0),
        Cell::Id(new.controller_id.0),
        Cell::Word(new.kind.as_str()),
        Cell::or_null(new.content, Cell::Bytes),
        Cell::Word(new.via.as_str()),
        Cell::or_null(new.message_id, Cell::Text),
        Cell::Int(new.lateness_days),
        Cell::At(new.received_at),
    ]
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// The responses to one request, oldest first.
    pub async fn responses_of_request(
        &self,
        request: RequestId,
        after: Option<ResponseId>,
        limit: u64,
    ) -> StoreResult<Vec<StoredResponse>> {
        let mut query = self.select::<Entity>().filter(Column::RequestId.eq(request)).order_by_asc(Column::Id);
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after));
        }
        query.limit(limit).all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// The responses to these requests, oldest first.
    pub async fn responses_of_requests(&self, requests: &[RequestId]) -> StoreResult<Vec<StoredResponse>> {
        let mut found = Vec::new();
        for chunk in requests.chunks(IDS_PER_QUERY) {
            let query = self.select::<Entity>().filter(Column::RequestId.is_in(chunk.iter().copied()));
            for row in query.order_by_asc(Column::Id).all(self.conn()).await? {
                found.push(read(row)?);
            }
        }
        Ok(found)
    }

    /// The responses to these requests that carry an id of the controller's own.
    pub async fn responses_with_message_id(&self, requests: &[RequestId]) -> StoreResult<Vec<StoredResponse>> {
        let mut found = Vec::new();
        for chunk in requests.chunks(IDS_PER_QUERY) {
            let query = self.select::<Entity>().filter(Column::RequestId.is_in(chunk.iter().copied()));
            for row in query.filter(Column::MessageId.is_not_null()).all(self.conn()).await? {
                found.push(read(row)?);
            }
        }
        Ok(found)
    }

    /// The wrapped keys of people. Those that are shredded are left out.
    pub async fn subject_keys(&self, ids: &[DataSubjectId]) -> StoreResult<Vec<(DataSubjectId, Vec<u8>)>> {
        let mut found = Vec::new();
        for chunk in ids.chunks(IDS_PER_QUERY) {
            let column = subject_key::Column::DataSubjectId;
            let query = self.select::<subject_key::Entity>().filter(column.is_in(chunk.iter().copied()));
            found.extend(query.all(self.conn()).await?.into_iter().map(|row| (row.data_subject_id, row.wrapped)));
        }
        Ok(found)
    }
}

fn read(row: Model) -> StoreResult<StoredResponse> {
    let corrupt = |column| StoreError::corrupt("response", column, row.id);
    Ok(StoredResponse {
        id: row.id,
        request_id: row.request_id,
        controller_id: row.controller_id,
        kind: row.kind.parse().map_err(|_| corrupt("kind"))?,
        content: row.content,
        via: row.via.parse().map_err(|_| corrupt("via"))?,
        message_id: row.message_id,
        lateness_days: row.lateness_days,
        received_at: row.received_at.0,
    })
}
