//! Data subjects and their keys. The store sees sealed profiles and blind indexes only.

use std::collections::HashMap;

use entity::id::{DataSubjectId, OrganisationId, RequestId};
use entity::{data_subject, request, subject_key};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::crypto::blind::BlindIndex;

use super::error::{StoreError, StoreResult};
use super::requests::{Request, read_request};
use super::tenant::Tenant;
use super::tx::Tx;

/// A data subject.
#[derive(Debug, Clone)]
pub struct DataSubject {
    /// Its id.
    pub id: DataSubjectId,
    /// Blind index of what makes the person one; random once the person is erased.
    pub identity_index: BlindIndex,
    /// Blind index of the e-mail address.
    pub email_index: Option<BlindIndex>,
    /// Blind index of the phone number.
    pub phone_index: Option<BlindIndex>,
    /// The profile, sealed under the person's key; empty once the person is erased.
    pub profile: Vec<u8>,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was recorded.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
    /// When the person's key was shredded.
    pub erased_at: Option<Timestamp>,
}

/// What to search people by, exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectIndex {
    /// What makes the person one.
    Identity(BlindIndex),
    /// The e-mail address.
    Email(BlindIndex),
    /// The phone number.
    Phone(BlindIndex),
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// A data subject by its id, erased ones too.
    pub async fn data_subject(&self, id: DataSubjectId) -> StoreResult<Option<DataSubject>> {
        let query = self.select::<data_subject::Entity>().filter(data_subject::Column::Id.eq(id));
        query.one(self.conn()).await?.map(read).transpose()
    }

    /// Data subjects in the order of their ids, erased ones too.
    pub async fn data_subjects(&self, after: Option<DataSubjectId>, limit: u64) -> StoreResult<Vec<DataSubject>> {
        let mut query = self.select::<data_subject::Entity>().order_by_asc(data_subject::Column::Id).limit(limit);
        if let Some(after) = after {
            query = query.filter(data_subject::Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// Data subjects with exactly this index, in the order of their ids.
    pub async fn data_subjects_by(&self, index: SubjectIndex, limit: u64) -> StoreResult<Vec<DataSubject>> {
        let (column, value) = match index {
            SubjectIndex::Identity(value) => (data_subject::Column::IdentityIndex, value),
            SubjectIndex::Email(value) => (data_subject::Column::EmailIndex, value),
            SubjectIndex::Phone(value) => (data_subject::Column::PhoneIndex, value),
        };
        let query = self.select::<data_subject::Entity>().filter(column.eq(value.as_slice()));
        let rows = query.order_by_asc(data_subject::Column::Id).limit(limit).all(self.conn()).await?;
        rows.into_iter().map(read).collect()
    }

    /// The wrapped key of a data subject; none once it is shredded.
    pub async fn subject_key(&self, id: DataSubjectId) -> StoreResult<Option<Vec<u8>>> {
        let query = self.select::<subject_key::Entity>().filter(subject_key::Column::DataSubjectId.eq(id));
        Ok(query.one(self.conn()).await?.map(|row| row.wrapped))
    }

    /// These data subjects, erased ones too, each with its wrapped key if it is not shredded, in no order. For the length of a page.
    pub async fn data_subjects_with_keys(
        &self,
        ids: &[DataSubjectId],
    ) -> StoreResult<Vec<(DataSubject, Option<Vec<u8>>)>> {
        let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
        let key_of = subject_key::Column::DataSubjectId;
        let keys: Vec<subject_key::Model> =
            self.among(self.select::<subject_key::Entity>(), key_of, ids.clone()).await?;
        let mut keys: HashMap<_, _> = keys.into_iter().map(|row| (row.data_subject_id, row.wrapped)).collect();
        let query = self.select::<data_subject::Entity>();
        let rows: Vec<data_subject::Model> = self.among(query, data_subject::Column::Id, ids).await?;
        let pair = |row: data_subject::Model| {
            let wrapped = keys.remove(&row.id);
            Ok((read(row)?, wrapped))
        };
        rows.into_iter().map(pair).collect()
    }

    /// Whether the person has a request that is neither closed nor withdrawn.
    pub async fn has_open_requests(&self, id: DataSubjectId) -> StoreResult<bool> {
        let open: Option<RequestId> = self
            .select::<request::Entity>()
            .select_only()
            .column(request::Column::Id)
            .filter(request::Column::DataSubjectId.eq(id))
            .filter(request::Column::ClosedAt.is_null())
            .limit(1)
            .into_tuple()
            .one(self.conn())
            .await?;
        Ok(open.is_some())
    }

    /// Requests of a person that are open, or those that are not, in the order of their ids.
    pub async fn requests_of_subject(
        &self,
        id: DataSubjectId,
        open: bool,
        after: Option<RequestId>,
        limit: u64,
    ) -> StoreResult<Vec<Request>> {
        let closed = request::Column::ClosedAt;
        let mut query = self
            .select::<request::Entity>()
            .filter(request::Column::DataSubjectId.eq(id))
            .filter(if open { closed.is_null() } else { closed.is_not_null() })
            .order_by_asc(request::Column::Id)
            .limit(limit);
        if let Some(after) = after {
            query = query.filter(request::Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read_request).collect()
    }
}

impl Tx {
    /// A data subject by its id, held until the end of this transaction: nobody else changes or erases it meanwhile, and
    /// nobody files in its name.
    pub async fn hold_data_subject(
        &self,
        organisation: OrganisationId,
        id: DataSubjectId,
    ) -> StoreResult<Option<DataSubject>> {
        let tenant = self.tenant(organisation);
        let query = tenant.select::<data_subject::Entity>().filter(data_subject::Column::Id.eq(id));
        query.lock_exclusive().one(self).await?.map(read).transpose()
    }

    /// Adds a data subject with its wrapped key.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] when the same person is there already.
    pub async fn add_data_subject(
        &self,
        organisation: OrganisationId,
        new: &DataSubject,
        wrapped_key: &[u8],
    ) -> StoreResult<()> {
        data_subject::Entity::insert(active(organisation, new)).exec_without_returning(self).await?;
        let key = subject_key::ActiveModel {
            organisation_id: Set(organisation),
            data_subject_id: Set(new.id),
            wrapped: Set(wrapped_key.to_vec()),
            created_at: Set(new.created_at.into()),
        };
        subject_key::Entity::insert(key).exec_without_returning(self).await?;
        Ok(())
    }

    /// Writes a data subject over the version that was read; its own `version` is the new one.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version stands there, [`StoreError::Duplicate`] when it became another person that
    /// is recorded already.
    pub async fn update_data_subject(&self, organisation: OrganisationId, changed: &DataSubject) -> StoreResult<()> {
        let result = data_subject::Entity::update_many()
            .set(active(organisation, changed))
            .filter(data_subject::Column::OrganisationId.eq(organisation))
            .filter(data_subject::Column::Id.eq(changed.id))
            .filter(Expr::col(data_subject::Column::Version).eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Destroys the key of a data subject: whatever is sealed under it can never be opened again, in backups neither once
    /// their copy of the key is gone.
    pub async fn shred_subject_key(&self, organisation: OrganisationId, id: DataSubjectId) -> StoreResult<()> {
        let deleted = subject_key::Entity::delete_many()
            .filter(subject_key::Column::OrganisationId.eq(organisation))
            .filter(subject_key::Column::DataSubjectId.eq(id))
            .exec(self);
        self.wiping(deleted).await?;
        Ok(())
    }

    /// Runs a statement that takes a key away, so that its bytes go too: SQLite leaves them in its file unless told to overwrite
    /// them.
    pub(super) async fn wiping<T>(&self, statement: impl Future<Output = Result<T, DbErr>>) -> StoreResult<T> {
        let embedded = self.get_database_backend() == DbBackend::Sqlite;
        if embedded {
            self.execute_unprepared("PRAGMA secure_delete = ON").await?;
        }
        let done = statement.await;
        if embedded {
            self.execute_unprepared("PRAGMA secure_delete = OFF").await?;
        }
        Ok(done?)
    }
}

fn active(organisation: OrganisationId, subject: &DataSubject) -> data_subject::ActiveModel {
    data_subject::ActiveModel {
        organisation_id: Set(organisation),
        id: Set(subject.id),
        identity_index: Set(subject.identity_index.to_vec()),
        email_index: Set(subject.email_index.map(|index| index.to_vec())),
        phone_index: Set(subject.phone_index.map(|index| index.to_vec())),
        profile: Set(subject.profile.clone()),
        version: Set(subject.version),
        created_at: Set(subject.created_at.into()),
        updated_at: Set(subject.updated_at.into()),
        erased_at: Set(subject.erased_at.map(Into::into)),
    }
}

fn read(row: data_subject::Model) -> StoreResult<DataSubject> {
    let corrupt = |column| StoreError::corrupt("data_subject", column, row.id);
    let index = |bytes: Option<Vec<u8>>, column| -> StoreResult<Option<BlindIndex>> {
        bytes.map(|bytes| BlindIndex::try_from(bytes.as_slice()).map_err(|_| corrupt(column))).transpose()
    };
    Ok(DataSubject {
        id: row.id,
        identity_index: BlindIndex::try_from(row.identity_index.as_slice()).map_err(|_| corrupt("identity_index"))?,
        email_index: index(row.email_index, "email_index")?,
        phone_index: index(row.phone_index, "phone_index")?,
        profile: row.profile,
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
        erased_at: row.erased_at.map(|at| at.0),
    })
}
