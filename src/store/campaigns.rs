//! Campaigns: what is asked of whom, and how it is followed.

use entity::campaign;
use entity::id::{CampaignId, ControllerId, OrganisationId, RequestId};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{
    ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::domain::campaign::{CampaignState, Policy};
use crate::domain::reminders::Reminders;
use crate::domain::right::Right;

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::reach::Reach;
use super::tenant::{IN_ONE_STATEMENT, Tenant};
use super::tx::Tx;

/// A campaign.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Its id.
    pub id: CampaignId,
    /// What its owner calls it.
    pub name: String,
    /// Its true purpose (B-5).
    pub purpose: String,
    /// The right that is exercised.
    pub right: Right,
    /// What is asked of every controller, sealed. It never changes.
    pub ask: Vec<u8>,
    /// Who is asked.
    pub controllers: Vec<ControllerId>,
    /// Language of its letters, BCP 47.
    pub language: String,
    /// How its requests are sent.
    pub policy: Policy,
    /// Where it stands.
    pub state: CampaignState,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// A campaign by its id.
    pub async fn campaign(&self, id: CampaignId) -> StoreResult<Option<Campaign>> {
        let found = self.select::<campaign::Entity>().filter(campaign::Column::Id.eq(id)).one(self.conn()).await?;
        found.map(read).transpose()
    }

    /// Campaigns in the order of their ids, of one state when one is named.
    pub async fn campaigns(
        &self,
        state: Option<CampaignState>,
        after: Option<CampaignId>,
        limit: u64,
    ) -> StoreResult<Vec<Campaign>> {
        let mut query = self.select::<campaign::Entity>().order_by_asc(campaign::Column::Id).limit(limit);
        if let Some(state) = state {
            query = query.filter(campaign::Column::State.eq(state.as_str()));
        }
        if let Some(after) = after {
            query = query.filter(campaign::Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// What campaigns ask of every controller, sealed, beside the right that it must be about.
    pub async fn asks_of_campaigns(&self, ids: &[CampaignId]) -> StoreResult<Vec<(CampaignId, Right, Vec<u8>)>> {
        let mut found = Vec::new();
        for chunk in ids.chunks(IN_ONE_STATEMENT) {
            let query = self.select::<campaign::Entity>().filter(campaign::Column::Id.is_in(chunk.iter().copied()));
            for row in query.all(self.conn()).await? {
                found.push((row.id, right(&row)?, row.ask));
            }
        }
        Ok(found)
    }
}

impl Tx {
    /// Adds a campaign.
    pub async fn add_campaign(&self, new: &Campaign) -> StoreResult<()> {
        campaign::Entity::insert(active(new)?).exec_without_returning(self).await?;
        Ok(())
    }

    /// Writes a campaign over the version that was read; its own `version` is the new one. What is asked is left as it stands: it
    /// does not change, and may have been sealed anew since it was read.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version stands there.
    pub async fn update_campaign(&self, changed: &Campaign) -> StoreResult<()> {
        let result = campaign::Entity::update_many()
            .set(campaign::ActiveModel { right_kind: NotSet, ask: NotSet, ..active(changed)? })
            .filter(campaign::Column::OrganisationId.eq(changed.organisation))
            .filter(campaign::Column::Id.eq(changed.id))
            .filter(Expr::col(campaign::Column::Version).eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

impl Tx {
    /// Has the campaign's reminders carried over to its open requests, from the first one on.
    pub async fn replan(&self, organisation: OrganisationId, id: CampaignId) -> StoreResult<()> {
        self.set_replan(organisation, id, Some(RequestId(uuid::Uuid::nil()))).await
    }

    /// Notes up to which request they are carried over; none when all have them.
    pub async fn set_replan(
        &self,
        organisation: OrganisationId,
        id: CampaignId,
        after: Option<RequestId>,
    ) -> StoreResult<()> {
        campaign::Entity::update_many()
            .col_expr(campaign::Column::ReplanAfter, Expr::value(after.map(|id| id.0)))
            .filter(campaign::Column::OrganisationId.eq(organisation))
            .filter(campaign::Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(())
    }

    /// The reminders of a campaign that are being carried over, and the last request that has them. The campaign is held until
    /// the end of this transaction; none when there is nothing to do, or another worker does it.
    pub async fn hold_replan(
        &self,
        organisation: OrganisationId,
        id: CampaignId,
    ) -> StoreResult<Option<(Reminders, RequestId)>> {
        let tenant = self.tenant(organisation);
        let query = tenant.select::<campaign::Entity>().filter(campaign::Column::Id.eq(id));
        let row = query.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).one(self).await?;
        let Some((row, after)) = row.and_then(|row| row.replan_after.map(|after| (row, after))) else {
            return Ok(None);
        };
        Ok(Some((read(row)?.policy.reminders, after)))
    }

    /// Called with requests that are filed: when the campaign's reminders have changed since they were decided, all are carried
    /// over anew. Until the end of this transaction nobody changes them.
    pub(super) async fn keep_reminders(
        &self,
        organisation: OrganisationId,
        id: CampaignId,
        filed: &Reminders,
    ) -> StoreResult<()> {
        let tenant = self.tenant(organisation);
        let query = tenant.select::<campaign::Entity>().filter(campaign::Column::Id.eq(id));
        let Some(row) = query.lock_shared().one(self).await? else { return Ok(()) };
        if read(row)?.policy.reminders == *filed {
            return Ok(());
        }
        self.replan(organisation, id).await
    }
}

impl Db {
    /// Campaigns of all organisations whose reminders are to be carried over to their open requests.
    pub async fn campaigns_to_replan(
        &self,
        reach: Reach,
        limit: u64,
    ) -> StoreResult<Vec<(OrganisationId, CampaignId)>> {
        let rows = campaign::Entity::find()
            .select_only()
            .columns([campaign::Column::OrganisationId, campaign::Column::Id])
            .filter(campaign::Column::ReplanAfter.is_not_null())
            .filter(reach.of(campaign::Column::OrganisationId))
            .order_by_asc(campaign::Column::OrganisationId)
            .order_by_asc(campaign::Column::Id)
            .limit(limit)
            .into_tuple()
            .all(&self.readers())
            .await?;
        Ok(rows)
    }
}

fn json<T: serde::Serialize>(value: &T, column: &'static str, id: CampaignId) -> StoreResult<String> {
    serde_json::to_string(value).map_err(|_| StoreError::corrupt("campaign", column, id))
}

fn active(campaign: &Campaign) -> StoreResult<campaign::ActiveModel> {
    Ok(campaign::ActiveModel {
        organisation_id: Set(campaign.organisation),
        id: Set(campaign.id),
        name: Set(campaign.name.clone()),
        purpose: Set(campaign.purpose.clone()),
        right_kind: Set(campaign.right.as_str().to_owned()),
        ask: Set(campaign.ask.clone()),
        controllers: Set(json(&campaign.controllers, "controllers", campaign.id)?),
        language: Set(campaign.language.clone()),
        policy: Set(json(&campaign.policy, "policy", campaign.id)?),
        state: Set(campaign.state.as_str().to_owned()),
        replan_after: NotSet,
        version: Set(campaign.version),
        created_at: Set(campaign.created_at.into()),
        updated_at: Set(campaign.updated_at.into()),
    })
}

fn right(row: &campaign::Model) -> StoreResult<Right> {
    row.right_kind.parse().map_err(|_| StoreError::corrupt("campaign", "right_kind", row.id))
}

fn read(row: campaign::Model) -> StoreResult<Campaign> {
    let corrupt = |column| StoreError::corrupt("campaign", column, row.id);
    Ok(Campaign {
        organisation: row.organisation_id,
        id: row.id,
        right: right(&row)?,
        ask: row.ask,
        controllers: serde_json::from_str(&row.controllers).map_err(|_| corrupt("controllers"))?,
        policy: serde_json::from_str(&row.policy).map_err(|_| corrupt("policy"))?,
        state: row.state.parse().map_err(|_| corrupt("state"))?,
        name: row.name,
        purpose: row.purpose,
        language: row.language,
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}
