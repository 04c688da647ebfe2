//! How far the requests of paced campaigns to one receiver have come, and messages that are put off.

use std::collections::BTreeMap;

use entity::id::{CampaignId, DeliveryId, OrganisationId, ReceiverId};
use entity::pace::{ActiveModel, Column, Entity, Model};
use entity::time::Instant;
use entity::{campaign, delivery};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::error::{StoreError, StoreResult};
use super::tenant::Tenant;
use super::tx::Tx;
use crate::domain::campaign::Policy;
use crate::domain::delivery::DeliveryState;
use crate::domain::pacing::{Pace, Pacing};

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// The campaigns among these that are paced. For the length of a turn.
    pub async fn pacings(&self, campaigns: &[CampaignId]) -> StoreResult<BTreeMap<CampaignId, Pacing>> {
        if campaigns.is_empty() {
            return Ok(BTreeMap::new());
        }
        let rows: Vec<(CampaignId, String)> = self
            .select::<campaign::Entity>()
            .select_only()
            .columns([campaign::Column::Id, campaign::Column::Policy])
            .filter(campaign::Column::Id.is_in(campaigns.iter().copied()))
            .into_tuple()
            .all(self.conn())
            .await?;
        let mut found = BTreeMap::new();
        for (id, policy) in rows {
            let policy: Policy =
                serde_json::from_str(&policy).map_err(|_| StoreError::corrupt("campaign", "policy", id))?;
            if let Some(pacing) = policy.pacing {
                found.insert(id, pacing);
            }
        }
        Ok(found)
    }

    /// How far these campaigns have come with one receiver.
    pub async fn paces(
        &self,
        receiver: ReceiverId,
        campaigns: impl IntoIterator<Item = CampaignId>,
    ) -> StoreResult<BTreeMap<CampaignId, Pace>> {
        let query = self.select::<Entity>().filter(Column::ReceiverId.eq(receiver));
        let rows = query.filter(Column::CampaignId.is_in(campaigns)).all(self.conn()).await?;
        Ok(rows.into_iter().map(|row| (row.campaign_id, read(&row))).collect())
    }
}

impl Tx {
    /// Notes how far a campaign has come with one receiver, whose lane or lease this transaction holds.
    pub async fn set_pace(
        &self,
        organisation: OrganisationId,
        receiver: ReceiverId,
        campaign: CampaignId,
        pace: Pace,
    ) -> StoreResult<()> {
        let row = ActiveModel {
            organisation_id: Set(organisation),
            campaign_id: Set(campaign),
            receiver_id: Set(receiver),
            window_from: Set(pace.window_from.into()),
            sent: Set(i64::from(pace.sent)),
            place_from: Set(pace.place_from.into()),
            places: Set(i64::from(pace.places)),
        };
        let key = [Column::OrganisationId, Column::CampaignId, Column::ReceiverId];
        let replaced = [Column::WindowFrom, Column::Sent, Column::PlaceFrom, Column::Places];
        let known = OnConflict::columns(key).update_columns(replaced).to_owned();
        Entity::insert(row).on_conflict(known).exec_without_returning(self).await?;
        Ok(())
    }

    /// Puts messages off that have not been tried yet. They are held first, in the order of their ids.
    pub async fn put_off(&self, organisation: OrganisationId, off: &[(DeliveryId, Timestamp)]) -> StoreResult<()> {
        let ids = off.iter().map(|(id, _)| *id);
        self.tenant(organisation)
            .select::<delivery::Entity>()
            .select_only()
            .column(delivery::Column::Id)
            .filter(delivery::Column::Id.is_in(ids))
            .order_by_asc(delivery::Column::Id)
            .lock_exclusive()
            .into_tuple::<DeliveryId>()
            .all(self)
            .await?;
        let mut by_time: BTreeMap<Timestamp, Vec<DeliveryId>> = BTreeMap::new();
        for (id, from) in off {
            by_time.entry(*from).or_default().push(*id);
        }
        for (from, ids) in by_time {
            delivery::Entity::update_many()
                .col_expr(delivery::Column::NextAttemptAt, Expr::value(Instant(from)))
                .filter(delivery::Column::OrganisationId.eq(organisation))
                .filter(delivery::Column::Id.is_in(ids))
                .filter(delivery::Column::State.eq(DeliveryState::Pending.as_str()))
                .filter(delivery::Column::Attempts.eq(0))
                .exec(self)
                .await?;
        }
        Ok(())
    }
}

fn read(row: &Model) -> Pace {
    let number = |stored: i64| u32::try_from(stored).unwrap_or(u32::MAX);
    Pace {
        window_from: row.window_from.0,
        sent: number(row.sent),
        place_from: row.place_from.0,
        places: number(row.places),
    }
}
