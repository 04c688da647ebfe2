//! Writes the rows of a chunk into the tables of a transaction.

use entity::id::{ControllerId, OrganisationId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, Statement, Value};

use crate::store::bulk::{BulkTable, Cell};
use crate::store::deliveries::DELIVERIES;
use crate::store::error::StoreResult;
use crate::store::tasks::TASKS;
use crate::store::tx::Tx;

use super::rows::{FilingFrame, FilingRows};

const PEOPLE: BulkTable = BulkTable {
    name: "data_subject",
    columns: &[
        "organisation_id",
        "id",
        "identity_index",
        "email_index",
        "phone_index",
        "profile",
        "version",
        "created_at",
        "updated_at",
        "erased_at",
    ],
};

const KEYS: BulkTable =
    BulkTable { name: "subject_key", columns: &["organisation_id", "data_subject_id", "wrapped", "created_at"] };

const MANDATES: BulkTable = BulkTable {
    name: "mandate",
    columns: &[
        "organisation_id",
        "id",
        "data_subject_id",
        "powers",
        "words",
        "signed_on",
        "valid_from",
        "valid_until",
        "evidence_kind",
        "evidence_sha256",
        "state",
        "ended_at",
        "version",
        "created_at",
        "updated_at",
    ],
};

const REQUESTS: BulkTable = BulkTable {
    name: "request",
    columns: &[
        "organisation_id",
        "id",
        "campaign_id",
        "batch_id",
        "data_subject_id",
        "mandate_id",
        "controller_id",
        "right_kind",
        "scope_hash",
        "lifecycle",
        "clock",
        "outcome",
        "standing",
        "ask",
        "place",
        "dispatch_id",
        "filed_at",
        "event_seq",
        "version",
        "updated_at",
    ],
};

const LINES: BulkTable = BulkTable {
    name: "batch_line",
    columns: &[
        "organisation_id",
        "batch_id",
        "line_no",
        "outcome",
        "data_subject_id",
        "mandate_id",
        "request_ids",
        "problems",
    ],
};

/// Where the number of the transaction stands in a row of `event`.
const EVENT_TX_NO: usize = 1;

impl Tx {
    /// Writes everything of a chunk, or fails as a whole.
    ///
    /// # Errors
    /// [`crate::store::StoreError::Duplicate`] when a person or an open request has come in between, and
    /// [`crate::store::StoreError::Stale`] when a person has changed or a bundle has left: decide again from what is known then.
    pub async fn file(&self, frame: &FilingFrame, mut rows: FilingRows) -> StoreResult<()> {
        let number = self.number().await?;
        for event in &mut rows.events {
            event[EVENT_TX_NO] = Cell::Big(number);
        }
        self.keep_reminders(frame.organisation, frame.campaign, &frame.follow.reminders).await?;
        self.hold_people(frame.organisation, std::mem::take(&mut rows.people_held)).await?;
        self.hold_mandates(frame.organisation, std::mem::take(&mut rows.mandates_held)).await?;
        self.load(&PEOPLE, rows.people).await?;
        self.load(&KEYS, rows.keys).await?;
        self.complete_people(frame.organisation, &rows.changed, frame.at).await?;
        self.load(&MANDATES, rows.mandates).await?;
        self.load(&REQUESTS, rows.requests).await?;
        self.load(&DELIVERIES, rows.deliveries).await?;
        for bundle in &rows.bundles {
            self.extend_bundle(frame.organisation, bundle.id, bundle.more, &bundle.payload, frame.at).await?;
        }
        self.load(&TASKS, rows.tasks).await?;
        self.load(&crate::store::events::TABLE, rows.events).await?;
        self.load(&LINES, rows.lines).await?;
        self.wake_lanes(frame.organisation, rows.lanes, frame.send_from, frame.at).await
    }

    /// Tells the lanes of these controllers that something is to be sent from an instant on.
    pub async fn wake_lanes(
        &self,
        organisation: OrganisationId,
        mut controllers: Vec<ControllerId>,
        from: Timestamp,
        now: Timestamp,
    ) -> StoreResult<()> {
        // In one order everywhere, so that two batches never wait for each other.
        controllers.sort_unstable();
        controllers.dedup();
        for part in controllers.chunks(500) {
            let mut values: Vec<Value> = Vec::with_capacity(part.len() * 4);
            let mut rows = Vec::with_capacity(part.len());
            for controller in part {
                let at = values.len();
                rows.push(format!("(${}, ${}, ${}, ${})", at + 1, at + 2, at + 3, at + 4));
                values.extend([organisation.0.into(), controller.0.into(), Instant(from).into(), Instant(now).into()]);
            }
            let sql = format!(
                "INSERT INTO lane (organisation_id, receiver_id, next_due_at, served_at) VALUES {} \
                 ON CONFLICT (organisation_id, receiver_id) DO UPDATE SET next_due_at = CASE \
                 WHEN lane.next_due_at IS NULL OR excluded.next_due_at < lane.next_due_at \
                 THEN excluded.next_due_at ELSE lane.next_due_at END",
                rows.join(", ")
            );
            self.execute_raw(Statement::from_sql_and_values(self.get_database_backend(), sql, values)).await?;
        }
        Ok(())
    }
}
