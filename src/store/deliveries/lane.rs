//! Lanes: what one organisation has to send to one receiver.

use entity::id::{OrganisationId, ReceiverId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};

use crate::domain::campaign::CampaignState;
use crate::domain::delivery::ReceiverState;
use crate::domain::proof::ProofState;
use crate::store::error::{StoreError, StoreResult};
use crate::store::organisations::is_active;
use crate::store::reach::Reach;
use crate::store::tx::Tx;

/// A lane whose receiver takes nothing: it is not there, was switched off, or has not answered a challenge for days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StrandedLane {
    /// The tenant.
    pub organisation: OrganisationId,
    /// To whom.
    pub receiver: ReceiverId,
}

/// The condition that a message under this alias does not belong to a campaign that is paused.
pub(super) fn not_paused(delivery: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM campaign c WHERE c.organisation_id = {delivery}.organisation_id \
         AND c.id = {delivery}.campaign_id AND c.state = '{}')",
        CampaignState::Paused
    )
}

impl Tx {
    /// Tells a lane that something is to be sent from an instant on.
    pub async fn wake_lane(
        &self,
        organisation: OrganisationId,
        receiver: ReceiverId,
        from: Timestamp,
        now: Timestamp,
    ) -> StoreResult<()> {
        let sql = "INSERT INTO lane (organisation_id, receiver_id, next_due_at, served_at) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (organisation_id, receiver_id) DO UPDATE SET next_due_at = CASE \
                   WHEN lane.next_due_at IS NULL OR excluded.next_due_at < lane.next_due_at \
                   THEN excluded.next_due_at ELSE lane.next_due_at END";
        let values: [Value; 4] = [organisation.0.into(), receiver.0.into(), Instant(from).into(), Instant(now).into()];
        self.execute_raw(Statement::from_sql_and_values(self.get_database_backend(), sql, values)).await?;
        Ok(())
    }

    /// Notes that a lane had its turn, and when it is due again. The lane is held first, so that whoever adds a message
    /// meanwhile wakes it after this.
    pub async fn settle_lane(
        &self,
        organisation: OrganisationId,
        receiver: ReceiverId,
        now: Timestamp,
    ) -> StoreResult<()> {
        let backend = self.get_database_backend();
        let lane: [Value; 2] = [organisation.0.into(), receiver.0.into()];
        let mut values = lane.to_vec();
        values.push(Instant(now).into());
        let sql = "UPDATE lane SET served_at = $3 WHERE organisation_id = $1 AND receiver_id = $2";
        self.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        let sql = format!(
            "UPDATE lane SET next_due_at = (SELECT MIN(d.next_attempt_at) FROM delivery d \
             WHERE d.organisation_id = $1 AND d.receiver_id = $2 AND d.state = 'pending' AND {}) \
             WHERE organisation_id = $1 AND receiver_id = $2",
            not_paused("d")
        );
        self.execute_raw(Statement::from_sql_and_values(backend, sql, lane)).await?;
        Ok(())
    }

    /// Lets every lane of an organisation look again for what it has to send: a campaign goes on.
    pub async fn wake_all_lanes(&self, organisation: OrganisationId, now: Timestamp) -> StoreResult<()> {
        let sql =
            "UPDATE lane SET next_due_at = $1 WHERE organisation_id = $2 AND (next_due_at IS NULL OR next_due_at > $1)";
        let values: [Value; 2] = [Instant(now).into(), organisation.0.into()];
        self.execute_raw(Statement::from_sql_and_values(self.get_database_backend(), sql, values)).await?;
        Ok(())
    }

    /// Holds one due lane of an active organisation within reach, of a receiver that takes nothing, until the end of this transaction.
    pub async fn hold_stranded_lane(&self, reach: Reach, now: Timestamp) -> StoreResult<Option<StrandedLane>> {
        let lock = match self.get_database_backend() {
            DbBackend::Postgres => " FOR UPDATE OF l SKIP LOCKED",
            _ => "",
        };
        let mut values: Vec<Value> = vec![Instant(now).into()];
        let within = match reach {
            Reach::Everybody => "",
            Reach::One(organisation) => {
                values.push(organisation.0.into());
                " AND l.organisation_id = $2"
            }
        };
        let sql = format!(
            "SELECT l.organisation_id, l.receiver_id FROM lane l LEFT JOIN receiver r ON r.id = l.receiver_id \
             WHERE l.next_due_at <= $1 AND (r.id IS NULL OR r.state = '{}' OR r.proof = '{}'){within} AND {} ORDER BY l.served_at LIMIT 1{lock}",
            ReceiverState::Disabled,
            ProofState::Failed,
            is_active("l.organisation_id")
        );
        let statement = Statement::from_sql_and_values(self.get_database_backend(), sql, values);
        let Some(row) = self.query_one_raw(statement).await? else { return Ok(None) };
        let organisation = row.try_get_by_index(0).map_err(StoreError::from)?;
        let receiver = row.try_get_by_index(1).map_err(StoreError::from)?;
        Ok(Some(StrandedLane { organisation, receiver }))
    }
}
