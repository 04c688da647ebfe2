//! What stays of erased people so that they do not come back unasked: a keyed index and a day.

use entity::erased_person;
use entity::id::OrganisationId;
use entity::time::Day;
use jiff::civil::Date;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::crypto::blind::BlindIndex;

use super::error::StoreResult;
use super::tenant::Tenant;
use super::tx::Tx;

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// Of these people, by what makes them one, those that were erased, with the last day of signing that does not count.
    pub async fn erased_people(&self, identities: &[Vec<u8>]) -> StoreResult<Vec<(Vec<u8>, Date)>> {
        let identities = identities.iter().map(Vec::as_slice).collect();
        let query = self.select::<erased_person::Entity>();
        let rows: Vec<erased_person::Model> =
            self.among(query, erased_person::Column::IdentityIndex, identities).await?;
        Ok(rows.into_iter().map(|row| (row.identity_index, row.signed_until.0)).collect())
    }
}

impl Tx {
    /// Notes that a person is erased: what was signed until a day does not count. A later day that stands there stays.
    pub async fn note_erased(
        &self,
        organisation: OrganisationId,
        identity: BlindIndex,
        signed_until: Date,
    ) -> StoreResult<()> {
        let row = erased_person::ActiveModel {
            organisation_id: Set(organisation),
            identity_index: Set(identity.to_vec()),
            signed_until: Set(signed_until.into()),
        };
        let key = [erased_person::Column::OrganisationId, erased_person::Column::IdentityIndex];
        let stands = Expr::col((erased_person::Entity, erased_person::Column::SignedUntil));
        let conflict = OnConflict::columns(key)
            .update_column(erased_person::Column::SignedUntil)
            .action_and_where(stands.lt(Day(signed_until)))
            .to_owned();
        erased_person::Entity::insert(row).on_conflict(conflict).exec_without_returning(self).await?;
        Ok(())
    }
}
