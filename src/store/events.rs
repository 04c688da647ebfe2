//! Events: written in the transaction of what happened, read as a feed that skips nothing.

use entity::event;
use entity::id::{EventId, OrganisationId, RequestId};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};

use super::bulk::{BulkRow, BulkTable, Cell};
use super::error::StoreResult;
use super::position::Position;
use super::tenant::Tenant;
use super::tx::Tx;

/// A new event.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// Its id.
    pub id: EventId,
    /// Dotted word of `domain::event::EventKind`.
    pub kind: &'static str,
    /// The request it is about, with its number within the request.
    pub request: Option<(RequestId, i32)>,
    /// Prefixed id of what it is about, when that is not a request.
    pub subject: Option<String>,
    /// JSON object with ids and dates, no personal data.
    pub data: serde_json::Value,
    /// Prefixed id of who caused it, or `system`.
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// A stored event.
#[derive(Debug, Clone)]
pub struct Event {
    /// Where it stands in the feed.
    pub position: Position,
    /// Its id.
    pub id: EventId,
    /// Dotted word.
    pub kind: String,
    /// The request it is about.
    pub request_id: Option<RequestId>,
    /// Its number within the request.
    pub seq: Option<i32>,
    /// What it is about otherwise.
    pub subject: Option<String>,
    /// JSON object.
    pub data: serde_json::Value,
    /// Who caused it.
    pub author: String,
    /// When.
    pub at: Timestamp,
}

pub(super) const TABLE: BulkTable = BulkTable {
    name: "event",
    columns: &[
        "organisation_id",
        "tx_no",
        "id",
        "kind",
        "request_id",
        "seq",
        "subject",
        "data",
        "author",
        "occurred_at",
    ],
};

impl Tx {
    /// Writes events of one organisation.
    pub async fn emit(&self, organisation: OrganisationId, events: Vec<NewEvent>) -> StoreResult<()> {
        self.emit_all(events.into_iter().map(|event| (organisation, event))).await
    }

    /// Writes events of any organisations.
    pub async fn emit_all(&self, events: impl IntoIterator<Item = (OrganisationId, NewEvent)>) -> StoreResult<()> {
        let number = self.number().await?;
        let rows: Vec<BulkRow> = events.into_iter().map(|(owner, event)| row(owner, number, event)).collect();
        self.load(&TABLE, rows).await
    }
}

fn row(organisation: OrganisationId, number: i64, event: NewEvent) -> BulkRow {
    let (request, seq) = event.request.unzip();
    vec![
        Cell::Id(organisation.0),
        Cell::Big(number),
        Cell::Id(event.id.0),
        Cell::Word(event.kind),
        Cell::or_null(request, |id| Cell::Id(id.0)),
        Cell::or_null(seq, Cell::Int),
        Cell::or_null(event.subject, Cell::Text),
        Cell::Text(event.data.to_string()),
        Cell::Text(event.author),
        Cell::At(event.at),
    ]
}

/// Which events of a feed are meant. Every field that is set narrows.
#[derive(Debug, Clone, Default)]
pub struct EventSelection {
    /// Of these kinds; all when empty.
    pub kinds: Vec<&'static str>,
    /// About this request.
    pub request: Option<RequestId>,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// The place in the feed before everything that was written from an instant on; none when nothing was.
    pub async fn position_before(&self, since: Timestamp) -> StoreResult<Option<Position>> {
        let first = self
            .select::<event::Entity>()
            .filter(event::Column::OccurredAt.gte(entity::time::Instant(since)))
            .order_by_asc(event::Column::TxNo)
            .order_by_asc(event::Column::Id)
            .limit(1)
            .one(self.conn())
            .await?;
        Ok(first.map(|row| Position { tx_no: row.tx_no - 1, id: uuid::Uuid::max() }))
    }

    /// Events after a position and below the horizon, in the order of the feed.
    pub async fn events_after(&self, after: Position, horizon: i64, limit: u64) -> StoreResult<Vec<Event>> {
        self.events_selected(&EventSelection::default(), after, horizon, limit).await
    }

    /// Selected events after a position and below the horizon, in the order of the feed.
    pub async fn events_selected(
        &self,
        selection: &EventSelection,
        after: Position,
        horizon: i64,
        limit: u64,
    ) -> StoreResult<Vec<Event>> {
        let same =
            Condition::all().add(event::Column::TxNo.eq(after.tx_no)).add(Expr::col(event::Column::Id).gt(after.id));
        let later = Condition::any().add(event::Column::TxNo.gt(after.tx_no)).add(same);
        let mut query = self.select::<event::Entity>();
        if !selection.kinds.is_empty() {
            query = query.filter(event::Column::Kind.is_in(selection.kinds.iter().copied()));
        }
        if let Some(request) = selection.request {
            query = query.filter(event::Column::RequestId.eq(request));
        }
        let rows = query
            .filter(event::Column::TxNo.gte(after.tx_no))
            .filter(event::Column::TxNo.lt(horizon))
            .filter(later)
            .order_by_asc(event::Column::TxNo)
            .order_by_asc(event::Column::Id)
            .limit(limit)
            .all(self.conn())
            .await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// The timeline of one request, from a number on.
    pub async fn events_of_request(&self, request: RequestId, after_seq: i32, limit: u64) -> StoreResult<Vec<Event>> {
        let rows = self
            .select::<event::Entity>()
            .filter(event::Column::RequestId.eq(request))
            .filter(event::Column::Seq.gt(after_seq))
            .order_by_asc(event::Column::Seq)
            .limit(limit)
            .all(self.conn())
            .await?;
        Ok(rows.into_iter().map(read).collect())
    }
}

fn read(row: event::Model) -> Event {
    Event {
        position: Position { tx_no: row.tx_no, id: row.id.0 },
        id: row.id,
        kind: row.kind,
        request_id: row.request_id,
        seq: row.seq,
        subject: row.subject,
        data: serde_json::from_str(&row.data).unwrap_or(serde_json::Value::Null),
        author: row.author,
        at: row.occurred_at.0,
    }
}
