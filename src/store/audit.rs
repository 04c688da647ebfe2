//! Audit entries: who did what to which record, in the transaction of the act. Never content.

use entity::audit_entry;
use entity::id::{AuditEntryId, OrganisationId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use uuid::Uuid;

use super::bulk::{BulkRow, BulkTable, Cell};
use super::error::StoreResult;
use super::tenant::Tenant;
use super::tx::Tx;
use crate::domain::audit::AuditAction;
use crate::ledger::{Entry, Place};
use crate::measure::Protection;

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

/// The columns of an entry but its organisation, in the order of the table.
type Row = (i64, AuditEntryId, String, String, String, i64, Option<Vec<u8>>, Option<String>, Option<String>, Instant);

/// Which entries are meant. Every field that is set narrows.
#[derive(Debug, Clone, Default)]
pub struct AuditSelection {
    /// Made at this instant or later.
    pub since: Option<Timestamp>,
    /// Made before this instant.
    pub until: Option<Timestamp>,
    /// By whom.
    pub actor: Option<String>,
    /// What was done.
    pub action: Option<AuditAction>,
    /// To which record, or kind of records.
    pub subject: Option<String>,
    /// To whom it was disclosed.
    pub recipient: Option<String>,
}

impl AuditSelection {
    fn condition(&self) -> Condition {
        use audit_entry::Column::{Action, Actor, At, Recipient, Subject};
        Condition::all()
            .add_option(self.since.map(|since| At.gte(Instant(since))))
            .add_option(self.until.map(|until| At.lt(Instant(until))))
            .add_option(self.actor.as_ref().map(|actor| Actor.eq(actor)))
            .add_option(self.action.map(|action| Action.eq(action.as_str())))
            .add_option(self.subject.as_ref().map(|subject| Subject.eq(subject)))
            .add_option(self.recipient.as_ref().map(|recipient| Recipient.eq(recipient)))
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// Entries after a place and below a horizon, in their order.
    pub async fn audit_entries_after(&self, after: Place, horizon: i64, limit: u64) -> StoreResult<Vec<Entry>> {
        self.audit_entries_selected(&AuditSelection::default(), after, horizon, limit).await
    }

    /// Selected entries after a place and below a horizon, in their order.
    pub async fn audit_entries_selected(
        &self,
        selection: &AuditSelection,
        after: Place,
        horizon: i64,
        limit: u64,
    ) -> StoreResult<Vec<Entry>> {
        let same = Condition::all()
            .add(audit_entry::Column::TxNo.eq(after.tx_no))
            .add(audit_entry::Column::Id.gt(AuditEntryId(after.id)));
        let query = self
            .select::<audit_entry::Entity>()
            .filter(selection.condition())
            .filter(audit_entry::Column::TxNo.gte(after.tx_no))
            .filter(audit_entry::Column::TxNo.lt(horizon))
            .filter(Condition::any().add(audit_entry::Column::TxNo.gt(after.tx_no)).add(same))
            .order_by_asc(audit_entry::Column::TxNo)
            .order_by_asc(audit_entry::Column::Id)
            .limit(limit);
        self.entries(query).await
    }

    /// An entry by its id.
    pub async fn audit_entry(&self, id: AuditEntryId) -> StoreResult<Option<Entry>> {
        let query = self.select::<audit_entry::Entity>().filter(audit_entry::Column::Id.eq(id)).limit(1);
        Ok(self.entries(query).await?.pop())
    }

    /// By the places of the columns: finding each by its name takes long with a million rows.
    async fn entries(&self, query: Select<audit_entry::Entity>) -> StoreResult<Vec<Entry>> {
        use audit_entry::Column::{
            Action, Actor, At, Id, Recipient, RecordCount, RecordsDigest, Subject, TraceId, TxNo,
        };
        let columns = [TxNo, Id, Actor, Action, Subject, RecordCount, RecordsDigest, Recipient, TraceId, At];
        let rows: Vec<Row> = query.select_only().columns(columns).into_tuple().all(self.conn()).await?;
        Ok(rows.into_iter().map(|row| read(self.organisation(), row)).collect())
    }
}

fn read(organisation: OrganisationId, row: Row) -> Entry {
    let (tx_no, id, actor, action, subject, record_count, records_digest, recipient, trace_id, Instant(at)) = row;
    Entry { organisation, tx_no, id, actor, action, subject, record_count, records_digest, recipient, trace_id, at }
}

impl Tx {
    /// Writes many entries.
    pub async fn note_all(&self, notes: impl IntoIterator<Item = AuditNote>) -> StoreResult<()> {
        if Protection::Audit.is_off() {
            return Ok(());
        }
        let number = self.number().await?;
        let rows: Vec<BulkRow> = notes.into_iter().map(|note| row(number, note)).collect();
        self.load(&TABLE, rows).await
    }

    /// Writes one entry.
    pub async fn note(&self, note: AuditNote) -> StoreResult<()> {
        if Protection::Audit.is_off() {
            return Ok(());
        }
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
