//! Mandates of data subjects.

use entity::id::{DataSubjectId, MandateId, OrganisationId};
use entity::mandate;
use entity::time::{Day, Instant};
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::domain::mandate::{Evidence, Mandate, MandateState};

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::reach::Reach;
use super::tenant::{IN_ONE_STATEMENT, Tenant};
use super::tx::Tx;

/// A mandate as it is kept.
#[derive(Debug, Clone)]
pub struct MandateRecord {
    /// Its id.
    pub id: MandateId,
    /// Who gave it.
    pub data_subject: DataSubjectId,
    /// What it says; as it is read, with marks in the places of its words. `revoked_at` is set exactly when its state is `revoked`.
    pub mandate: Mandate,
    /// Its words, sealed under the person's key.
    pub words: Option<Vec<u8>>,
    /// Where it stood when it was last written. Before its end that is `active` or `not_yet_valid`, and time decides which:
    /// ask [`MandateRecord::state_at`].
    pub state: MandateState,
    /// When it was revoked, or found to be expired.
    pub ended_at: Option<Timestamp>,
    /// When the last thing pending under it was stopped, after its end.
    pub stopped_at: Option<Timestamp>,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was recorded.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

impl MandateRecord {
    /// Where it stands at a moment. What has ended stays ended, whatever the clock says.
    pub fn state_at(&self, at: Timestamp) -> MandateState {
        match self.state {
            ended @ (MandateState::Revoked | MandateState::Expired) => ended,
            MandateState::Active | MandateState::NotYetValid => self.mandate.state_at(at),
        }
    }

    /// Whether it was revoked, or has been found to be expired.
    pub const fn has_ended(&self) -> bool {
        matches!(self.state, MandateState::Revoked | MandateState::Expired)
    }
}

impl Db {
    /// Mandates in force whose last day is before a day, the longest past first, within reach.
    pub async fn mandates_past(
        &self,
        reach: Reach,
        day: Date,
        limit: u64,
    ) -> StoreResult<Vec<(OrganisationId, MandateId)>> {
        let query = mandate::Entity::find()
            .select_only()
            .columns([mandate::Column::OrganisationId, mandate::Column::Id])
            // The list of states is written out so that the partial index is found.
            .filter(Expr::cust("state IN ('active', 'not_yet_valid') AND valid_until IS NOT NULL"))
            .filter(mandate::Column::ValidUntil.lt(Day(day)))
            .filter(reach.of(mandate::Column::OrganisationId))
            .order_by_asc(mandate::Column::ValidUntil)
            .limit(limit);
        Ok(query.into_tuple().all(&self.readers()).await?)
    }

    /// Ended mandates under which something may still be pending, within reach.
    pub async fn mandates_to_stop(&self, reach: Reach, limit: u64) -> StoreResult<Vec<(OrganisationId, MandateId)>> {
        let query = mandate::Entity::find()
            .select_only()
            .columns([mandate::Column::OrganisationId, mandate::Column::Id])
            .filter(mandate::Column::EndedAt.is_not_null())
            .filter(mandate::Column::StoppedAt.is_null())
            .filter(reach.of(mandate::Column::OrganisationId))
            .order_by_asc(mandate::Column::EndedAt)
            .limit(limit);
        Ok(query.into_tuple().all(&self.readers()).await?)
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// A mandate by its id.
    pub async fn mandate(&self, id: MandateId) -> StoreResult<Option<MandateRecord>> {
        let query = self.select::<mandate::Entity>().filter(mandate::Column::Id.eq(id));
        query.one(self.conn()).await?.map(read).transpose()
    }

    /// Mandates by their ids, at most a page of them, in the order of their ids.
    pub async fn mandates_by_ids(&self, ids: &[MandateId]) -> StoreResult<Vec<MandateRecord>> {
        let query = self.select::<mandate::Entity>().filter(mandate::Column::Id.is_in(ids.iter().copied()));
        query.order_by_asc(mandate::Column::Id).all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// Mandates of these people that have not ended, in no order.
    pub async fn mandates_in_force_of(&self, people: &[DataSubjectId]) -> StoreResult<Vec<MandateRecord>> {
        let query = self.select::<mandate::Entity>().filter(mandate::Column::EndedAt.is_null());
        let people = people.iter().map(|id| id.0).collect();
        let rows: Vec<mandate::Model> = self.among(query, mandate::Column::DataSubjectId, people).await?;
        rows.into_iter().map(read).collect()
    }

    /// The day on which the last mandate of a person was signed, of all or of those that were revoked.
    pub async fn last_signed(&self, data_subject: DataSubjectId, revoked: bool) -> StoreResult<Option<Date>> {
        let mut query = self.select::<mandate::Entity>().filter(mandate::Column::DataSubjectId.eq(data_subject));
        if revoked {
            query = query.filter(mandate::Column::State.eq(MandateState::Revoked.as_str()));
        }
        let last = query.select_only().column_as(mandate::Column::SignedOn.max(), "last");
        let last: Option<Option<Day>> = last.into_tuple().one(self.conn()).await?;
        Ok(last.flatten().map(|day| day.0))
    }

    /// Mandates of a person in the order of their ids.
    pub async fn mandates_of(
        &self,
        data_subject: DataSubjectId,
        after: Option<MandateId>,
        limit: u64,
    ) -> StoreResult<Vec<MandateRecord>> {
        let mut query = self
            .select::<mandate::Entity>()
            .filter(mandate::Column::DataSubjectId.eq(data_subject))
            .order_by_asc(mandate::Column::Id)
            .limit(limit);
        if let Some(after) = after {
            query = query.filter(mandate::Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Adds a mandate.
    pub async fn add_mandate(&self, organisation: OrganisationId, new: &MandateRecord) -> StoreResult<()> {
        mandate::Entity::insert(active(organisation, new)?).exec_without_returning(self).await?;
        Ok(())
    }

    /// A mandate by its id, held until the end of this transaction: it cannot be revoked meanwhile, so that what is filed
    /// under it in this transaction is either before its revocation, which then stops it, or refused.
    pub async fn hold_mandate(
        &self,
        organisation: OrganisationId,
        id: MandateId,
    ) -> StoreResult<Option<MandateRecord>> {
        let tenant = self.tenant(organisation);
        let query = tenant.select::<mandate::Entity>().filter(mandate::Column::Id.eq(id));
        query.lock_exclusive().one(self).await?.map(read).transpose()
    }

    /// Mandates of these people that have not ended, in the order of their ids, held until the end of this transaction.
    pub async fn hold_mandates_of(
        &self,
        organisation: OrganisationId,
        people: &[DataSubjectId],
    ) -> StoreResult<Vec<MandateRecord>> {
        let mut people = people.to_vec();
        people.sort_unstable();
        people.dedup();
        let mut found = Vec::new();
        for part in people.chunks(IN_ONE_STATEMENT) {
            let tenant = self.tenant(organisation);
            let query = tenant.select::<mandate::Entity>().filter(mandate::Column::EndedAt.is_null());
            let query = query.filter(mandate::Column::DataSubjectId.is_in(part.iter().copied()));
            for row in query.order_by_asc(mandate::Column::Id).lock_shared().all(self).await? {
                found.push(read(row)?);
            }
        }
        Ok(found)
    }

    /// Writes the state of a mandate over the version that was read; its own `version` is the new one. What a mandate says
    /// never changes.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version stands there.
    pub async fn set_mandate_state(&self, organisation: OrganisationId, changed: &MandateRecord) -> StoreResult<()> {
        let instant = |at: Option<Timestamp>| Expr::value(at.map(Instant));
        let result = mandate::Entity::update_many()
            .col_expr(mandate::Column::State, Expr::value(changed.state.as_str()))
            .col_expr(mandate::Column::EndedAt, instant(changed.ended_at))
            .col_expr(mandate::Column::StoppedAt, instant(changed.stopped_at))
            .col_expr(mandate::Column::UpdatedAt, Expr::value(Instant(changed.updated_at)))
            .col_expr(mandate::Column::Version, Expr::value(changed.version))
            .filter(mandate::Column::OrganisationId.eq(organisation))
            .filter(mandate::Column::Id.eq(changed.id))
            .filter(Expr::col(mandate::Column::Version).eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

fn active(organisation: OrganisationId, record: &MandateRecord) -> StoreResult<mandate::ActiveModel> {
    let corrupt = |column| StoreError::corrupt("mandate", column, record.id);
    let mandate = &record.mandate;
    let digest = mandate.evidence.sha256.as_deref().map(|hex| from_hex(hex).ok_or_else(|| corrupt("evidence_sha256")));
    Ok(mandate::ActiveModel {
        organisation_id: Set(organisation),
        id: Set(record.id),
        data_subject_id: Set(record.data_subject),
        powers: Set(serde_json::to_string(&mandate.powers.without_words()).map_err(|_| corrupt("powers"))?),
        words: Set(record.words.clone()),
        signed_on: Set(mandate.signed_on.into()),
        valid_from: Set(mandate.valid_from.into()),
        valid_until: Set(mandate.valid_until.map(Into::into)),
        evidence_kind: Set(mandate.evidence.kind.as_str().to_owned()),
        evidence_sha256: Set(digest.transpose()?),
        state: Set(record.state.as_str().to_owned()),
        ended_at: Set(record.ended_at.map(Into::into)),
        stopped_at: Set(record.stopped_at.map(Into::into)),
        version: Set(record.version),
        created_at: Set(record.created_at.into()),
        updated_at: Set(record.updated_at.into()),
    })
}

fn read(row: mandate::Model) -> StoreResult<MandateRecord> {
    let corrupt = |column| StoreError::corrupt("mandate", column, row.id);
    let state: MandateState = row.state.parse().map_err(|_| corrupt("state"))?;
    let ended_at = row.ended_at.map(|at| at.0);
    let revoked_at = match state {
        MandateState::Revoked => Some(ended_at.ok_or_else(|| corrupt("ended_at"))?),
        _ => None,
    };
    Ok(MandateRecord {
        id: row.id,
        data_subject: row.data_subject_id,
        mandate: Mandate {
            powers: serde_json::from_str(&row.powers).map_err(|_| corrupt("powers"))?,
            signed_on: row.signed_on.0,
            valid_from: row.valid_from.0,
            valid_until: row.valid_until.map(|day| day.0),
            evidence: Evidence {
                kind: row.evidence_kind.parse().map_err(|_| corrupt("evidence_kind"))?,
                sha256: row.evidence_sha256.as_deref().map(to_hex),
            },
            revoked_at,
        },
        words: row.words,
        state,
        ended_at,
        stopped_at: row.stopped_at.map(|at| at.0),
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    text.len().is_multiple_of(2).then(|| text.as_bytes().chunks(2).map(pair).collect::<Option<Vec<u8>>>())?
}

#[cfg(test)]
mod tests {
    use super::{from_hex, to_hex};

    #[test]
    fn digests_keep_their_form() {
        assert_eq!(from_hex("00ff7a").map(|bytes| to_hex(&bytes)).as_deref(), Some("00ff7a"));
        assert_eq!((from_hex("0"), from_hex("zz")), (None, None));
    }
}
