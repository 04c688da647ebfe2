//! Files of complaints, in sealed parts.

use entity::complaint_file::{Column, Entity, Model};
use entity::complaint_file_part;
use entity::id::{ComplaintFileId, ComplaintId, DataSubjectId, OrganisationId};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::domain::complaint::StepSource;
use crate::domain::text_enum;
use crate::store::bulk::{BulkRow, BulkTable, Cell};
use crate::store::error::{StoreError, StoreResult};
use crate::store::tenant::Tenant;
use crate::store::tx::Tx;

text_enum! {
    /// Which set of files one belongs to.
    pub enum ComplaintEdition {
        /// Everything, for the authority.
        Full = "full",
        /// Without the parts marked confidential (C-6), for whoever else may see the file.
        Public = "public",
        /// Uploaded: proof of lodging, a letter of the authority.
        Upload = "upload",
    }
}

/// A file of a complaint.
#[derive(Debug, Clone)]
pub struct ComplaintFile {
    /// Its id.
    pub id: ComplaintFileId,
    /// The complaint.
    pub complaint: ComplaintId,
    /// Which making it belongs to; 0 for an upload.
    pub build_no: i32,
    /// Which set.
    pub edition: ComplaintEdition,
    /// Who uploaded it; none for what was made.
    pub source: Option<StepSource>,
    /// Path in the archive, without personal data.
    pub name: String,
    /// Whose annex it is.
    pub person: Option<i32>,
    /// Whose key seals it; the key of the organisation when none.
    pub data_subject: Option<DataSubjectId>,
    /// What it is.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content.
    pub sha256: Vec<u8>,
    /// Pages of a PDF.
    pub pages: Option<i32>,
    /// When it was made or came.
    pub created_at: Timestamp,
}

const TABLE: BulkTable = BulkTable {
    name: "complaint_file",
    columns: &[
        "organisation_id",
        "id",
        "complaint_id",
        "build_no",
        "edition",
        "source",
        "name",
        "person_number",
        "data_subject_id",
        "media_type",
        "size",
        "sha256",
        "pages",
        "created_at",
    ],
};
const PARTS: BulkTable =
    BulkTable { name: "complaint_file_part", columns: &["organisation_id", "file_id", "part_no", "sealed"] };

impl Tx {
    /// Writes files, each with its sealed parts.
    pub async fn add_complaint_files(
        &self,
        organisation: OrganisationId,
        files: Vec<(ComplaintFile, Vec<Vec<u8>>)>,
    ) -> StoreResult<()> {
        let (mut rows, mut parts): (Vec<BulkRow>, Vec<BulkRow>) = (Vec::new(), Vec::new());
        for (file, sealed) in files {
            for (number, sealed) in (0..).zip(sealed) {
                let (owner, id) = (Cell::Id(organisation.0), Cell::Id(file.id.0));
                parts.push(vec![owner, id, Cell::Int(number), Cell::Bytes(sealed)]);
            }
            rows.push(row(organisation, file));
        }
        self.load(&TABLE, rows).await?;
        self.load(&PARTS, parts).await
    }

    /// Deletes what earlier makings of a complaint's files left. Tells how many files that were; at most `limit` go at once.
    pub async fn delete_older_builds(
        &self,
        organisation: OrganisationId,
        complaint: ComplaintId,
        before: i32,
        limit: u64,
    ) -> StoreResult<u64> {
        let tenant = self.tenant(organisation);
        let ids: Vec<ComplaintFileId> = tenant
            .select::<Entity>()
            .select_only()
            .column(Column::Id)
            .filter(Column::ComplaintId.eq(complaint))
            .filter(Column::BuildNo.gt(0))
            .filter(Column::BuildNo.lt(before))
            .limit(limit)
            .into_tuple()
            .all(self)
            .await?;
        if ids.is_empty() {
            return Ok(0);
        }
        complaint_file_part::Entity::delete_many()
            .filter(complaint_file_part::Column::OrganisationId.eq(organisation))
            .filter(complaint_file_part::Column::FileId.is_in(ids.iter().copied()))
            .exec(self)
            .await?;
        let deleted = Entity::delete_many()
            .filter(Column::OrganisationId.eq(organisation))
            .filter(Column::Id.is_in(ids))
            .exec(self)
            .await?;
        Ok(deleted.rows_affected)
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// A file by its id.
    pub async fn complaint_file(&self, id: ComplaintFileId) -> StoreResult<Option<ComplaintFile>> {
        self.select::<Entity>().filter(Column::Id.eq(id)).one(self.conn()).await?.map(read).transpose()
    }

    /// Files of one making and edition, in the order of their names.
    pub async fn complaint_files(
        &self,
        complaint: ComplaintId,
        build_no: i32,
        edition: ComplaintEdition,
        after: Option<&str>,
        limit: u64,
    ) -> StoreResult<Vec<ComplaintFile>> {
        let mut query = self
            .select::<Entity>()
            .filter(Column::ComplaintId.eq(complaint))
            .filter(Column::BuildNo.eq(build_no))
            .filter(Column::Edition.eq(edition.as_str()))
            .order_by_asc(Column::Name)
            .limit(limit);
        if let Some(after) = after {
            query = query.filter(Column::Name.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// One sealed part of a file.
    pub async fn complaint_file_part(&self, id: ComplaintFileId, number: i32) -> StoreResult<Option<Vec<u8>>> {
        let query = self
            .select::<complaint_file_part::Entity>()
            .filter(complaint_file_part::Column::FileId.eq(id))
            .filter(complaint_file_part::Column::PartNo.eq(number));
        Ok(query.one(self.conn()).await?.map(|row| row.sealed))
    }
}

fn row(organisation: OrganisationId, file: ComplaintFile) -> BulkRow {
    vec![
        Cell::Id(organisation.0),
        Cell::Id(file.id.0),
        Cell::Id(file.complaint.0),
        Cell::Int(file.build_no),
        Cell::Word(file.edition.as_str()),
        Cell::or_null(file.source, |source| Cell::Word(source.as_str())),
        Cell::Text(file.name),
        Cell::or_null(file.person, Cell::Int),
        Cell::or_null(file.data_subject, |id| Cell::Id(id.0)),
        Cell::Text(file.media_type),
        Cell::Big(file.size),
        Cell::Bytes(file.sha256),
        Cell::or_null(file.pages, Cell::Int),
        Cell::At(file.created_at),
    ]
}

pub(super) fn read(row: Model) -> StoreResult<ComplaintFile> {
    let corrupt = |column| StoreError::corrupt("complaint_file", column, row.id);
    Ok(ComplaintFile {
        id: row.id,
        complaint: row.complaint_id,
        build_no: row.build_no,
        edition: row.edition.parse().map_err(|_| corrupt("edition"))?,
        source: row.source.as_deref().map(str::parse).transpose().map_err(|_| corrupt("source"))?,
        name: row.name,
        person: row.person_number,
        data_subject: row.data_subject_id,
        media_type: row.media_type,
        size: row.size,
        sha256: row.sha256,
        pages: row.pages,
        created_at: row.created_at.0,
    })
}
