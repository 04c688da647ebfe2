//! Files that came with answers, in sealed parts.

use entity::attachment::{Column, Entity, Model};
use entity::attachment_part;
use entity::id::{AttachmentId, ControllerId, OrganisationId, RequestId, ResponseId};
use entity::time::Instant;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::bulk::{BulkRow, BulkTable, Cell};
use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::reach::Reach;
use super::tenant::Tenant;
use super::tx::Tx;

/// A file.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The request it belongs to.
    pub request_id: RequestId,
    /// The answer that names it; none while it waits for one.
    pub response_id: Option<ResponseId>,
    /// Who sent it.
    pub controller_id: ControllerId,
    /// As detected from the content.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content.
    pub sha256: Vec<u8>,
    /// Sealed under the person's key.
    pub file_name: Vec<u8>,
    /// When it came.
    pub created_at: Timestamp,
}

const TABLE: BulkTable = BulkTable {
    name: "attachment",
    columns: &[
        "organisation_id",
        "id",
        "request_id",
        "response_id",
        "controller_id",
        "media_type",
        "size",
        "sha256",
        "file_name",
        "created_at",
    ],
};
const PARTS: BulkTable =
    BulkTable { name: "attachment_part", columns: &["organisation_id", "attachment_id", "part_no", "sealed"] };

/// Most files of one request that are shown or counted.
pub const MAX_SHOWN: u64 = 200;

impl Db {
    /// Files that came before an instant and that no answer names, of all organisations, oldest first.
    pub async fn unnamed_files(
        &self,
        reach: Reach,
        before: Timestamp,
        limit: u64,
    ) -> StoreResult<Vec<(OrganisationId, AttachmentId)>> {
        let query = Entity::find()
            .select_only()
            .columns([Column::OrganisationId, Column::Id])
            .filter(Column::ResponseId.is_null())
            .filter(Column::CreatedAt.lt(Instant(before)))
            .filter(reach.of(Column::OrganisationId))
            .order_by_asc(Column::CreatedAt)
            .limit(limit);
        Ok(query.into_tuple().all(&self.readers()).await?)
    }
}

impl Tx {
    /// Deletes a file with its parts, if no answer names it yet. Tells whether it was deleted.
    pub async fn delete_unnamed_file(&self, organisation: OrganisationId, id: AttachmentId) -> StoreResult<bool> {
        // Held, so that no answer can take it between the look and the end of this transaction.
        let tenant = self.tenant(organisation);
        let waiting = tenant.select::<Entity>().filter(Column::Id.eq(id)).filter(Column::ResponseId.is_null());
        if waiting.lock_exclusive().one(self).await?.is_none() {
            return Ok(false);
        }
        attachment_part::Entity::delete_many()
            .filter(attachment_part::Column::OrganisationId.eq(organisation))
            .filter(attachment_part::Column::AttachmentId.eq(id))
            .exec(self)
            .await?;
        let deleted = Entity::delete_many()
            .filter(Column::OrganisationId.eq(organisation))
            .filter(Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(deleted.rows_affected == 1)
    }

    /// Writes a file with its sealed parts.
    pub async fn add_attachment(
        &self,
        organisation: OrganisationId,
        new: &Attachment,
        parts: Vec<Vec<u8>>,
    ) -> StoreResult<()> {
        let row = vec![
            Cell::Id(organisation.0),
            Cell::Id(new.id.0),
            Cell::Id(new.request_id.0),
            Cell::or_null(new.response_id, |id| Cell::Id(id.0)),
            Cell::Id(new.controller_id.0),
            Cell::Text(new.media_type.clone()),
            Cell::Big(new.size),
            Cell::Bytes(new.sha256.clone()),
            Cell::Bytes(new.file_name.clone()),
            Cell::At(new.created_at),
        ];
        self.load(&TABLE, vec![row]).await?;
        let rows: Vec<BulkRow> = (0..)
            .zip(parts)
            .map(|(number, sealed)| {
                vec![Cell::Id(organisation.0), Cell::Id(new.id.0), Cell::Int(number), Cell::Bytes(sealed)]
            })
            .collect();
        self.load(&PARTS, rows).await
    }

    /// Gives waiting files to the answer that names them.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when one of them waits no more.
    pub async fn attach(
        &self,
        organisation: OrganisationId,
        files: &[AttachmentId],
        response: ResponseId,
    ) -> StoreResult<()> {
        if files.is_empty() {
            return Ok(());
        }
        let result = Entity::update_many()
            .col_expr(Column::ResponseId, Expr::value(response.0))
            .filter(Column::OrganisationId.eq(organisation))
            .filter(Column::Id.is_in(files.iter().copied()))
            .filter(Column::ResponseId.is_null())
            .exec(self)
            .await?;
        if usize::try_from(result.rows_affected).ok() == Some(files.len()) { Ok(()) } else { Err(StoreError::Stale) }
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// The files of a request, oldest first.
    pub async fn attachments_of_request(&self, request: RequestId) -> StoreResult<Vec<Attachment>> {
        let query = self.select::<Entity>().filter(Column::RequestId.eq(request));
        Ok(query.order_by_asc(Column::Id).limit(MAX_SHOWN).all(self.conn()).await?.into_iter().map(read).collect())
    }

    /// The files of these requests that an answer names, oldest first. For the length of a page.
    pub async fn attachments_of_requests(&self, requests: &[RequestId]) -> StoreResult<Vec<Attachment>> {
        let query = self.select::<Entity>().filter(Column::RequestId.is_in(requests.iter().copied()));
        let named = query.filter(Column::ResponseId.is_not_null()).order_by_asc(Column::Id);
        Ok(named.all(self.conn()).await?.into_iter().map(read).collect())
    }

    /// A file by its id.
    pub async fn attachment(&self, id: AttachmentId) -> StoreResult<Option<Attachment>> {
        Ok(self.select::<Entity>().filter(Column::Id.eq(id)).one(self.conn()).await?.map(read))
    }

    /// One sealed part of a file.
    pub async fn attachment_part(&self, id: AttachmentId, number: i32) -> StoreResult<Option<Vec<u8>>> {
        let query = self
            .select::<attachment_part::Entity>()
            .filter(attachment_part::Column::AttachmentId.eq(id))
            .filter(attachment_part::Column::PartNo.eq(number));
        Ok(query.one(self.conn()).await?.map(|row| row.sealed))
    }
}

fn read(row: Model) -> Attachment {
    Attachment {
        id: row.id,
        request_id: row.request_id,
        response_id: row.response_id,
        controller_id: row.controller_id,
        media_type: row.media_type,
        size: row.size,
        sha256: row.sha256,
        file_name: row.file_name,
        created_at: row.created_at.0,
    }
}
