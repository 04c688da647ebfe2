//! The beginning of a turn: the lease, and the attempts written before anything is sent.

use entity::id::{ControllerId, DeliveryId, OrganisationId, ReceiverId, RequestId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use uuid::Uuid;

use crate::domain::delivery::ReceiverState;
use crate::domain::proof::ProofState;
use crate::store::bulk::{BulkRow, BulkTable, Cell};
use crate::store::error::{StoreError, StoreResult};
use crate::store::organisations::is_active;
use crate::store::receivers::Receiver;
use crate::store::tx::Tx;

/// A receiver taken for one turn, and the lane that is served.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The fence: every write of the turn names it.
    pub lease: Uuid,
    /// The receiver.
    pub receiver: Receiver,
    /// Whose lane is served.
    pub organisation: OrganisationId,
}

/// An attempt that begins.
#[derive(Debug, Clone)]
pub struct Begun {
    /// The delivery.
    pub id: DeliveryId,
    /// Attempts before this one, as they were read.
    pub attempts: i32,
    /// Data of the message, the same at every attempt.
    pub payload: String,
    /// How many requests it carries.
    pub requests: i32,
}

/// A message in the feed of a controller.
#[derive(Debug, Clone)]
pub struct InboxItem {
    /// Whose feed.
    pub controller: ControllerId,
    /// The message.
    pub id: DeliveryId,
    /// Word of what it says.
    pub kind: String,
    /// The request it is about; none for a bundle.
    pub request: Option<RequestId>,
    /// How many requests it carries.
    pub requests: i32,
}

const ATTEMPTS: BulkTable =
    BulkTable { name: "attempt", columns: &["organisation_id", "delivery_id", "attempt_no", "started_at"] };

const INBOX: BulkTable = BulkTable {
    name: "inbox_item",
    columns: &["controller_id", "tx_no", "id", "organisation_id", "kind", "request_id", "request_count", "created_at"],
};

impl Tx {
    /// Takes a proven receiver that has due messages of an active organisation and is free, with its due lane that was not served for the
    /// longest time.
    ///
    /// `machine_now` and `until` are of the machine's clock, by which leases run; `now` is the product's.
    pub async fn claim_receiver(
        &self,
        lease: Uuid,
        machine_now: Timestamp,
        until: Timestamp,
        now: Timestamp,
    ) -> StoreResult<Option<Claim>> {
        let backend = self.get_database_backend();
        // SQLite has one writer: what is read here cannot change before the end of this transaction.
        let lock = match backend {
            DbBackend::Postgres => " FOR UPDATE OF r SKIP LOCKED",
            _ => "",
        };
        let sql = format!(
            "SELECT r.id, l.organisation_id FROM lane l JOIN receiver r ON r.id = l.receiver_id \
             WHERE l.next_due_at <= $1 AND r.state = '{}' AND r.proof = '{}' AND (r.lease_until IS NULL OR r.lease_until <= $2) \
             AND (r.paused_until IS NULL OR r.paused_until <= $1) AND {} ORDER BY l.served_at LIMIT 1{lock}",
            ReceiverState::Active,
            ProofState::Proven,
            is_active("l.organisation_id")
        );
        let statement =
            Statement::from_sql_and_values(backend, sql, [Instant(now).into(), Instant(machine_now).into()]);
        let Some(row) = self.query_one_raw(statement).await? else { return Ok(None) };
        let id: ReceiverId = row.try_get_by_index(0).map_err(StoreError::from)?;
        let organisation: OrganisationId = row.try_get_by_index(1).map_err(StoreError::from)?;
        let sql = "UPDATE receiver SET lease_id = $1, lease_until = $2 WHERE id = $3";
        let values: [Value; 3] = [lease.into(), Instant(until).into(), id.0.into()];
        self.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        let receiver = self.receiver(id).await?.ok_or(StoreError::Stale)?;
        Ok(Some(Claim { lease, receiver, organisation }))
    }

    /// Holds the lease of a turn until the end of this transaction, and prolongs it.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`] when another turn has it.
    pub async fn hold_lease(&self, receiver: ReceiverId, lease: Uuid, until: Timestamp) -> StoreResult<()> {
        let sql = "UPDATE receiver SET lease_until = $1 WHERE id = $2 AND lease_id = $3";
        let values: [Value; 3] = [Instant(until).into(), receiver.0.into(), lease.into()];
        let statement = Statement::from_sql_and_values(self.get_database_backend(), sql, values);
        match self.execute_raw(statement).await?.rows_affected() {
            1 => Ok(()),
            _ => Err(StoreError::LeaseLost),
        }
    }

    /// Writes attempts that begin.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when one of the deliveries has moved since it was read.
    pub async fn begin_attempts(
        &self,
        organisation: OrganisationId,
        begun: &[Begun],
        now: Timestamp,
    ) -> StoreResult<()> {
        if begun.is_empty() {
            return Ok(());
        }
        let mut values: Vec<Value> = vec![organisation.0.into()];
        let mut rows = Vec::with_capacity(begun.len());
        for delivery in begun {
            let at = values.len();
            rows.push(format!("(${}, ${}, ${}, ${})", at + 1, at + 2, at + 3, at + 4));
            values.extend([
                delivery.id.0.into(),
                delivery.attempts.into(),
                delivery.payload.as_str().into(),
                delivery.requests.into(),
            ]);
        }
        let sql = format!(
            "UPDATE delivery SET attempts = v.column2 + 1, payload = v.column3, request_count = v.column4 \
             FROM (VALUES {}) AS v WHERE delivery.organisation_id = $1 AND delivery.id = v.column1 \
             AND delivery.attempts = v.column2 AND delivery.state = 'pending'",
            rows.join(",")
        );
        let statement = Statement::from_sql_and_values(self.get_database_backend(), sql, values);
        let changed = self.execute_raw(statement).await?.rows_affected();
        if usize::try_from(changed).ok() != Some(begun.len()) {
            return Err(StoreError::Stale);
        }
        let rows: Vec<BulkRow> = begun
            .iter()
            .map(|delivery| {
                let number = Cell::Int(delivery.attempts + 1);
                vec![Cell::Id(organisation.0), Cell::Id(delivery.id.0), number, Cell::At(now)]
            })
            .collect();
        self.load(&ATTEMPTS, rows).await
    }

    /// Puts messages into the feeds of controllers.
    pub async fn add_inbox_items(
        &self,
        organisation: OrganisationId,
        items: Vec<InboxItem>,
        now: Timestamp,
    ) -> StoreResult<()> {
        if items.is_empty() {
            return Ok(());
        }
        let number = self.number().await?;
        let rows: Vec<BulkRow> = items
            .into_iter()
            .map(|item| {
                vec![
                    Cell::Id(item.controller.0),
                    Cell::Big(number),
                    Cell::Id(item.id.0),
                    Cell::Id(organisation.0),
                    Cell::Text(item.kind),
                    Cell::or_null(item.request, |id| Cell::Id(id.0)),
                    Cell::Int(item.requests),
                    Cell::At(now),
                ]
            })
            .collect();
        self.load(&INBOX, rows).await
    }
}
