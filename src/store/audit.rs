//! Audit entries: who did what to which record, in the transaction of the act. Never content.

use entity::audit_entry;
use entity::id::{AuditEntryId, OrganisationId};
use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use super::bulk::{BulkRow, BulkTable, Cell};
use super::error::StoreResult;
use super::tx::Tx;

/// One entry.
#[derive(Debug, Clone)]
pub struct AuditNote {
    /// Id of the entry.
    pub id: AuditEntryId,
    /// The organisation whose data it is about; the nil id for shared data.
    pub organisation: OrganisationId,
    /// Who: prefixed id of the client, or `system`.
    pub actor: String,
    /// What: word of `domain::audit::AuditAction`.
    pub action: &'static str,
    /// Which record: prefixed id, or the kind of records for a group.
    pub subject: String,
    /// How many records the entry stands for.
    pub record_count: i64,
    /// SHA-256 over the ids of a group, 16 bytes each, in order.
    pub records_digest: Option<[u8; 32]>,
    /// To whom it was disclosed: prefixed id.
    pub recipient: Option<String>,
    /// The call it belongs to.
    pub trace_id: String,
    /// When.
    pub at: Timestamp,
}

/// The organisation id of entries about shared data.
pub const SHARED: OrganisationId = OrganisationId(Uuid::nil());

const TABLE: BulkTable = BulkTable {
    name: "audit_entry",
    columns: &[
        "organisation_id",
        "tx_no",
        "id",
        "actor",
        "action",
        "subject",
        "record_count",
        "records_digest",
        "recipient",
        "trace_id",
        "at",
    ],
};

impl Tx {
    /// Writes many entries.
    pub async fn note_all(&self, notes: impl IntoIterator<Item = AuditNote>) -> StoreResult<()> {
        let number = self.number().await?;
        let rows: Vec<BulkRow> = notes.into_iter().map(|note| row(number, note)).collect();
        self.load(&TABLE, rows).await
    }

    /// Writes one entry.
    pub async fn note(&self, note: AuditNote) -> StoreResult<()> {
        let row = audit_entry::ActiveModel {
            organisation_id: Set(note.organisation),
            tx_no: Set(self.number().await?),
            id: Set(note.id),
            actor: Set(note.actor),
            action: Set(note.action.to_owned()),
            subject: Set(note.subject),
            record_count: Set(note.record_count),
            records_digest: Set(note.records_digest.map(|digest| digest.to_vec())),
            recipient: Set(note.recipient),
            trace_id: Set((!note.trace_id.is_empty()).then_some(note.trace_id)),
            at: Set(note.at.into()),
        };
        audit_entry::Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }
}

fn row(number: i64, note: AuditNote) -> BulkRow {
    vec![
        Cell::Id(note.organisation.0),
        Cell::Big(number),
        Cell::Id(note.id.0),
        Cell::Text(note.actor),
        Cell::Word(note.action),
        Cell::Text(note.subject),
        Cell::Big(note.record_count),
        Cell::or_null(note.records_digest, |digest| Cell::Bytes(digest.to_vec())),
        Cell::or_null(note.recipient, Cell::Text),
        Cell::or_null((!note.trace_id.is_empty()).then_some(note.trace_id), Cell::Text),
        Cell::At(note.at),
    ]
}
