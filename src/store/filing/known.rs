//! What is known already: people by their identity, their mandates, their requests.

use entity::id::{BatchId, ControllerId, DataSubjectId, DeliveryId, MandateId};
use entity::time::Instant;
use entity::{data_subject, delivery, mandate, request, subject_key};
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select,
    TryGetable, Value,
};
use uuid::Uuid;

use crate::domain::delivery::DeliveryState;
use crate::domain::mandate::{Evidence, Mandate, MandateState};
use crate::domain::right::Right;
use crate::store::error::{StoreError, StoreResult};
use crate::store::tenant::{IN_ONE_STATEMENT, Tenant};
use crate::store::tx::Tx;
use entity::id::OrganisationId;

/// A person that is known.
#[derive(Debug, Clone)]
pub struct KnownPerson {
    /// The id.
    pub id: DataSubjectId,
    /// Blind index of who it is.
    pub identity: Vec<u8>,
    /// Sealed profile.
    pub profile: Vec<u8>,
    /// The person's key, wrapped.
    pub wrapped_key: Vec<u8>,
    /// For optimistic concurrency.
    pub version: i32,
}

/// A person whose profile a line completes.
#[derive(Debug, Clone)]
pub struct ChangedPerson {
    /// The id.
    pub id: DataSubjectId,
    /// The version that was read.
    pub version: i32,
    /// Sealed profile.
    pub profile: Vec<u8>,
    /// Blind index of the e-mail address.
    pub email_index: Option<Vec<u8>>,
    /// Blind index of the phone number.
    pub phone_index: Option<Vec<u8>>,
}

/// A mandate of a person that is known, also when it has ended.
#[derive(Debug, Clone)]
pub struct KnownMandate {
    /// The id.
    pub id: MandateId,
    /// Who gave it.
    pub data_subject: DataSubjectId,
    /// What it says, with marks in the places of its words.
    pub mandate: Mandate,
    /// Its words, sealed under the person's key.
    pub words: Option<Vec<u8>>,
}

/// A request of a known person that is open, or was filed lately.
#[derive(Debug, Clone)]
pub struct KnownRequest {
    /// The person.
    pub data_subject: DataSubjectId,
    /// The controller.
    pub controller: ControllerId,
    /// Keyed hash of what is asked.
    pub scope: Vec<u8>,
    /// The batch that filed it.
    pub batch: Option<BatchId>,
    /// Whether it is still open.
    pub open: bool,
}

/// What is read of such a request.
#[derive(FromQueryResult)]
struct RequestRow {
    data_subject_id: DataSubjectId,
    controller_id: ControllerId,
    scope_hash: Vec<u8>,
    batch_id: Option<BatchId>,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// People by what makes them one, with their keys; those whose key is gone are left out.
    pub async fn people_by_identity(&self, identities: &[Vec<u8>]) -> StoreResult<Vec<KnownPerson>> {
        let query = self.select::<data_subject::Entity>().filter(data_subject::Column::ErasedAt.is_null());
        let identities = identities.iter().map(Vec::as_slice).collect();
        let people = self.among(query, data_subject::Column::IdentityIndex, identities).await?;
        self.with_keys(people).await
    }

    /// One person by the id, with the key.
    pub async fn person_with_key(&self, id: DataSubjectId) -> StoreResult<Option<KnownPerson>> {
        let row = self
            .select::<data_subject::Entity>()
            .filter(data_subject::Column::Id.eq(id))
            .filter(data_subject::Column::ErasedAt.is_null())
            .one(self.conn())
            .await?;
        Ok(self.with_keys(row.into_iter().collect()).await?.pop())
    }

    async fn with_keys(&self, people: Vec<data_subject::Model>) -> StoreResult<Vec<KnownPerson>> {
        let ids: Vec<DataSubjectId> = people.iter().map(|row| row.id).collect();
        let mut keys = std::collections::HashMap::with_capacity(ids.len());
        for part in ids.chunks(IN_ONE_STATEMENT) {
            let rows = self
                .select::<subject_key::Entity>()
                .filter(subject_key::Column::DataSubjectId.is_in(part.iter().copied()))
                .all(self.conn())
                .await?;
            keys.extend(rows.into_iter().map(|row| (row.data_subject_id, row.wrapped)));
        }
        let with_key = |row: data_subject::Model| {
            let wrapped_key =
                keys.remove(&row.id).ok_or_else(|| StoreError::corrupt("subject_key", "wrapped", row.id))?;
            let data_subject::Model { id, identity_index: identity, profile, version, .. } = row;
            Ok(KnownPerson { id, identity, profile, wrapped_key, version })
        };
        people.into_iter().map(with_key).collect()
    }

    /// Mandates of people: those that have ended, then the others, each oldest first.
    pub async fn mandates_of_people(&self, people: &[DataSubjectId]) -> StoreResult<Vec<KnownMandate>> {
        let query = self.select::<mandate::Entity>();
        let people = people.iter().map(|id| id.0).collect();
        let mut rows: Vec<mandate::Model> = self.among(query, mandate::Column::DataSubjectId, people).await?;
        rows.sort_unstable_by_key(|row| (row.ended_at.is_none(), row.id));
        rows.into_iter().map(read_mandate).collect()
    }

    /// Requests of people on one right that are open, or were filed after an instant.
    pub async fn requests_of_people(
        &self,
        people: &[DataSubjectId],
        right: Right,
        since: Timestamp,
    ) -> StoreResult<Vec<KnownRequest>> {
        let people: Vec<Uuid> = people.iter().map(|id| id.0).collect();
        let mut found = Vec::new();
        for open in [true, false] {
            let base = self
                .select::<request::Entity>()
                .select_only()
                .columns([
                    request::Column::DataSubjectId,
                    request::Column::ControllerId,
                    request::Column::ScopeHash,
                    request::Column::BatchId,
                ])
                .filter(request::Column::RightKind.eq(right.as_str()));
            let query = if open {
                base.filter(request::Column::ClosedAt.is_null())
            } else {
                // What never left was no request to the controller.
                base.filter(request::Column::ClosedAt.is_not_null())
                    .filter(request::Column::SentAt.is_not_null())
                    .filter(request::Column::FiledAt.gte(Instant(since)))
            };
            let rows: Vec<RequestRow> = self.among(query, request::Column::DataSubjectId, people.clone()).await?;
            found.extend(rows.into_iter().map(|row| KnownRequest {
                data_subject: row.data_subject_id,
                controller: row.controller_id,
                scope: row.scope_hash,
                batch: row.batch_id,
                open,
            }));
        }
        Ok(found)
    }
}

impl Tx {
    /// Stores completed profiles.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when one of them has changed since it was read.
    pub async fn complete_people(
        &self,
        organisation: OrganisationId,
        changed: &[ChangedPerson],
        at: Timestamp,
    ) -> StoreResult<()> {
        for person in changed {
            let result = data_subject::Entity::update_many()
                .col_expr(data_subject::Column::Profile, Expr::value(person.profile.as_slice()))
                .col_expr(data_subject::Column::EmailIndex, Expr::value(person.email_index.clone()))
                .col_expr(data_subject::Column::PhoneIndex, Expr::value(person.phone_index.clone()))
                .col_expr(data_subject::Column::Version, Expr::col(data_subject::Column::Version).add(1))
                .col_expr(data_subject::Column::UpdatedAt, Expr::value(Instant(at)))
                .filter(data_subject::Column::OrganisationId.eq(organisation))
                .filter(data_subject::Column::Id.eq(person.id))
                .filter(data_subject::Column::Version.eq(person.version))
                .exec(self)
                .await?;
            if result.rows_affected != 1 {
                return Err(StoreError::Stale);
            }
        }
        Ok(())
    }

    /// Holds people until the end of this transaction, so that none is erased between the check and what is written of them.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when one of them is erased.
    pub(super) async fn hold_people(&self, organisation: OrganisationId, ids: Vec<DataSubjectId>) -> StoreResult<()> {
        let standing = data_subject::Column::ErasedAt.is_null();
        let query = self.tenant(organisation).select::<data_subject::Entity>().filter(standing).lock_exclusive();
        self.hold_each(query, data_subject::Column::Id, ids).await
    }

    /// Holds mandates until the end of this transaction, so that none ends between the check and what relies on it.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when one of them has ended.
    pub(super) async fn hold_mandates(&self, organisation: OrganisationId, ids: Vec<MandateId>) -> StoreResult<()> {
        let standing = mandate::Column::EndedAt.is_null();
        let query = self.tenant(organisation).select::<mandate::Entity>().filter(standing).lock_shared();
        self.hold_each(query, mandate::Column::Id, ids).await
    }

    /// Holds each of these rows, as the query says.
    async fn hold_each<T: EntityTrait, V>(&self, query: Select<T>, id: T::Column, mut ids: Vec<V>) -> StoreResult<()>
    where
        V: Copy + Ord + Into<Value> + TryGetable + Send + Sync,
    {
        // In one order everywhere, so that two batches never wait for each other.
        ids.sort_unstable();
        ids.dedup();
        for part in ids.chunks(IN_ONE_STATEMENT) {
            let those = query.clone().select_only().column(id).filter(id.is_in(part.iter().copied())).order_by_asc(id);
            let held: Vec<V> = those.into_tuple().all(self).await?;
            if held.len() != part.len() {
                return Err(StoreError::Stale);
            }
        }
        Ok(())
    }

    /// Adds requests to a message, and to the task that waits for a person to deliver it, as long as it has not left.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it has left, or was cancelled.
    pub async fn extend_bundle(
        &self,
        organisation: OrganisationId,
        id: DeliveryId,
        more: i32,
        payload: &str,
        now: Timestamp,
    ) -> StoreResult<()> {
        let waits = sea_orm::Condition::any()
            .add(delivery::Column::State.eq(DeliveryState::Manual.as_str()))
            .add(delivery::Column::NextAttemptAt.gt(Instant(now)));
        let result = delivery::Entity::update_many()
            .col_expr(delivery::Column::RequestCount, Expr::col(delivery::Column::RequestCount).add(more))
            .col_expr(delivery::Column::Payload, Expr::value(payload))
            .filter(delivery::Column::OrganisationId.eq(organisation))
            .filter(delivery::Column::Id.eq(id))
            .filter(
                delivery::Column::State
                    .is_in([DeliveryState::Pending, DeliveryState::Manual].map(DeliveryState::as_str)),
            )
            .filter(delivery::Column::Attempts.eq(0))
            .filter(waits)
            .exec(self)
            .await?;
        if result.rows_affected != 1 {
            return Err(StoreError::Stale);
        }
        entity::task::Entity::update_many()
            .col_expr(entity::task::Column::RequestCount, Expr::col(entity::task::Column::RequestCount).add(more))
            .filter(entity::task::Column::OrganisationId.eq(organisation))
            .filter(entity::task::Column::DeliveryId.eq(id))
            .exec(self)
            .await?;
        Ok(())
    }
}

fn read_mandate(row: mandate::Model) -> StoreResult<KnownMandate> {
    let corrupt = |column| StoreError::corrupt("mandate", column, row.id);
    let sha256 = row.evidence_sha256.map(|bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect());
    let day = |day: entity::time::Day| -> Date { day.0 };
    Ok(KnownMandate {
        id: row.id,
        data_subject: row.data_subject_id,
        words: row.words,
        mandate: Mandate {
            powers: serde_json::from_str(&row.powers).map_err(|_| corrupt("powers"))?,
            signed_on: day(row.signed_on),
            valid_from: day(row.valid_from),
            valid_until: row.valid_until.map(day),
            evidence: Evidence { kind: row.evidence_kind.parse().map_err(|_| corrupt("evidence_kind"))?, sha256 },
            revoked_at: row.ended_at.filter(|_| row.state == MandateState::Revoked.as_str()).map(|at| at.0),
        },
    })
}
