//! The end of a turn: what became of each message, the health of the receiver, and the lease given back.

use entity::id::{DeliveryId, OrganisationId, ReceiverId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, Statement, Value};
use uuid::Uuid;

use crate::domain::delivery::{DeliveryState, ReceiverState};
use crate::domain::retry::FailureKind;
use crate::store::error::{StoreError, StoreResult};
use crate::store::tx::Tx;

/// What became of a delivery.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The delivery.
    pub id: DeliveryId,
    /// How far it got.
    pub state: DeliveryState,
    /// Attempts that count.
    pub attempts: i32,
    /// When the next is due; exactly when it is pending.
    pub next_attempt_at: Option<Timestamp>,
    /// Why the last attempt failed.
    pub last_failure: Option<FailureKind>,
    /// When it was settled; exactly when it is not pending.
    pub settled_at: Option<Timestamp>,
}

/// How an attempt ended.
#[derive(Debug, Clone)]
pub struct AttemptEnd {
    /// The delivery.
    pub delivery: DeliveryId,
    /// Its number.
    pub number: i32,
    /// When.
    pub at: Timestamp,
    /// HTTP status, when there was an answer.
    pub status: Option<i32>,
    /// Why it failed.
    pub failure: Option<FailureKind>,
}

/// How a receiver stands after a turn.
#[derive(Debug, Clone, Copy)]
pub struct Health {
    /// First of an unbroken row of failures.
    pub failing_since: Option<Timestamp>,
    /// Not before this instant.
    pub paused_until: Option<Timestamp>,
    /// It is to be switched off.
    pub disable: bool,
}

/// The places `$n` of a row of values that begins after `before` others.
fn places(before: usize, count: usize) -> String {
    let places: Vec<String> = (before + 1..=before + count).map(|number| format!("${number}")).collect();
    format!("({})", places.join(","))
}

impl Tx {
    /// Gives the lease back and stores the receiver's health.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`] when another turn has it: the transaction must be undone.
    pub async fn release_receiver(
        &self,
        id: ReceiverId,
        lease: Uuid,
        health: Health,
        now: Timestamp,
    ) -> StoreResult<()> {
        let at = |instant: Option<Timestamp>| -> Value { instant.map(Instant).into() };
        let mut sql =
            "UPDATE receiver SET lease_id = NULL, lease_until = NULL, failing_since = $1, paused_until = $2".to_owned();
        let mut values = vec![at(health.failing_since), at(health.paused_until), id.0.into(), lease.into()];
        if health.disable {
            sql.push_str(", state = $5, updated_at = $6");
            values.extend([ReceiverState::Disabled.as_str().into(), Instant(now).into()]);
        }
        sql.push_str(" WHERE id = $3 AND lease_id = $4");
        let statement = Statement::from_sql_and_values(self.get_database_backend(), sql, values);
        match self.execute_raw(statement).await?.rows_affected() {
            1 => Ok(()),
            _ => Err(StoreError::LeaseLost),
        }
    }

    /// Stores what became of deliveries that were pending. One that has been cancelled meanwhile stays so.
    pub async fn settle_deliveries(&self, organisation: OrganisationId, settled: &[Settled]) -> StoreResult<()> {
        if settled.is_empty() {
            return Ok(());
        }
        let at = |instant: Option<Timestamp>| -> Value { instant.map(Instant).into() };
        let mut values: Vec<Value> = vec![organisation.0.into()];
        let mut rows = Vec::with_capacity(settled.len());
        for delivery in settled {
            rows.push(places(values.len(), 6));
            values.extend([
                delivery.id.0.into(),
                delivery.state.as_str().into(),
                delivery.attempts.into(),
                at(delivery.next_attempt_at),
                delivery.last_failure.map(|kind| kind.as_str().to_owned()).into(),
                at(delivery.settled_at),
            ]);
        }
        let sql = format!(
            "UPDATE delivery SET state = v.column2, attempts = v.column3, next_attempt_at = v.column4, \
             last_failure = v.column5, settled_at = v.column6 FROM (VALUES {}) AS v \
             WHERE delivery.organisation_id = $1 AND delivery.id = v.column1 AND delivery.state IN ('pending', 'manual')",
            rows.join(",")
        );
        self.execute_raw(Statement::from_sql_and_values(self.get_database_backend(), sql, values)).await?;
        Ok(())
    }

    /// Stores how attempts ended.
    pub async fn end_attempts(&self, organisation: OrganisationId, ended: &[AttemptEnd]) -> StoreResult<()> {
        if ended.is_empty() {
            return Ok(());
        }
        let mut values: Vec<Value> = vec![organisation.0.into()];
        let mut rows = Vec::with_capacity(ended.len());
        for attempt in ended {
            rows.push(places(values.len(), 5));
            values.extend([
                attempt.delivery.0.into(),
                attempt.number.into(),
                Instant(attempt.at).into(),
                attempt.status.into(),
                attempt.failure.map(|kind| kind.as_str().to_owned()).into(),
            ]);
        }
        let sql = format!(
            "UPDATE attempt SET finished_at = v.column3, status = v.column4, failure = v.column5 \
             FROM (VALUES {}) AS v WHERE attempt.organisation_id = $1 AND attempt.delivery_id = v.column1 \
             AND attempt.attempt_no = v.column2",
            rows.join(",")
        );
        self.execute_raw(Statement::from_sql_and_values(self.get_database_backend(), sql, values)).await?;
        Ok(())
    }

    /// Takes back attempts of which nothing has left.
    pub async fn undo_attempts(&self, organisation: OrganisationId, undone: &[(DeliveryId, i32)]) -> StoreResult<()> {
        for (delivery, number) in undone {
            let sql = "DELETE FROM attempt WHERE organisation_id = $1 AND delivery_id = $2 AND attempt_no = $3";
            let values: [Value; 3] = [organisation.0.into(), delivery.0.into(), (*number).into()];
            self.execute_raw(Statement::from_sql_and_values(self.get_database_backend(), sql, values)).await?;
        }
        Ok(())
    }

    /// Makes a settled delivery pending again, due at once.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is no longer in the state that was read.
    pub async fn reopen_delivery(
        &self,
        organisation: OrganisationId,
        id: DeliveryId,
        from: DeliveryState,
        now: Timestamp,
    ) -> StoreResult<()> {
        let sql = "UPDATE delivery SET state = 'pending', next_attempt_at = $1, settled_at = NULL \
                   WHERE organisation_id = $2 AND id = $3 AND state = $4";
        let values: [Value; 4] = [Instant(now).into(), organisation.0.into(), id.0.into(), from.as_str().into()];
        let statement = Statement::from_sql_and_values(self.get_database_backend(), sql, values);
        match self.execute_raw(statement).await?.rows_affected() {
            1 => Ok(()),
            _ => Err(StoreError::Stale),
        }
    }
}
