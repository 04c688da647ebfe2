//! The history of a complaint.

use entity::complaint_entry::{ActiveModel, Column, Entity, Model};
use entity::id::{ComplaintEntryId, ComplaintFileId, ComplaintId, OrganisationId};
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::domain::complaint::{StepKind, StepSource};
use crate::store::error::{StoreError, StoreResult};
use crate::store::tenant::Tenant;
use crate::store::tx::Tx;

/// Something that happened to a complaint.
#[derive(Debug, Clone)]
pub struct ComplaintEntry {
    /// Its id.
    pub id: ComplaintEntryId,
    /// The complaint.
    pub complaint: ComplaintId,
    /// What happened.
    pub step: StepKind,
    /// The local day at the authority.
    pub on: Date,
    /// What was said, sealed under the key of the organisation.
    pub content: Option<Vec<u8>>,
    /// A file with it.
    pub file: Option<ComplaintFileId>,
    /// Who entered it.
    pub source: StepSource,
    /// Prefixed id of who recorded it.
    pub author: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

impl Tx {
    /// Adds an entry to the history of a complaint.
    pub async fn add_complaint_entry(&self, organisation: OrganisationId, new: ComplaintEntry) -> StoreResult<()> {
        let row = ActiveModel {
            organisation_id: Set(organisation),
            id: Set(new.id),
            complaint_id: Set(new.complaint),
            step: Set(new.step.as_str().to_owned()),
            happened_on: Set(new.on.into()),
            content: Set(new.content),
            file_id: Set(new.file),
            source: Set(new.source.as_str().to_owned()),
            author: Set(new.author),
            recorded_at: Set(new.recorded_at.into()),
        };
        Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// What happened to a complaint, in the order in which it was recorded.
    pub async fn complaint_entries(
        &self,
        complaint: ComplaintId,
        after: Option<ComplaintEntryId>,
        limit: u64,
    ) -> StoreResult<Vec<ComplaintEntry>> {
        let mut query =
            self.select::<Entity>().filter(Column::ComplaintId.eq(complaint)).order_by_asc(Column::Id).limit(limit);
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }
}

fn read(row: Model) -> StoreResult<ComplaintEntry> {
    Ok(ComplaintEntry {
        id: row.id,
        complaint: row.complaint_id,
        step: row.step.parse().map_err(|_| StoreError::corrupt("complaint_entry", "step", row.id))?,
        on: row.happened_on.0,
        content: row.content,
        file: row.file_id,
        source: row.source.parse().map_err(|_| StoreError::corrupt("complaint_entry", "source", row.id))?,
        author: row.author,
        recorded_at: row.recorded_at.0,
    })
}
