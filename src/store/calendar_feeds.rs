//! Calendars of deadlines that other programs fetch by a secret address.

use entity::calendar_feed::{ActiveModel, Column, Entity, Model};
use entity::id::{CalendarFeedId, CampaignId, ControllerId, OrganisationId};
use entity::time::{Day, Instant};
use entity::{campaign, request};
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tenant::{Tenant, TenantTable};
use super::tx::Tx;
use crate::domain::feed::FeedTitles;

/// A calendar.
#[derive(Debug, Clone)]
pub struct CalendarFeed {
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Its id.
    pub id: CalendarFeedId,
    /// What its owner calls it; calendars show it, and its titles say it.
    pub name: String,
    /// What its titles say.
    pub titles: FeedTitles,
    /// Only of this campaign.
    pub campaign: Option<CampaignId>,
    /// Only of this controller.
    pub controller: Option<ControllerId>,
    /// Hash of the secret part of its address.
    pub secret_hash: Vec<u8>,
    /// Hash of what it said last.
    pub content_hash: Option<Vec<u8>>,
    /// How often what it says has changed.
    pub sequence: i32,
    /// When that was noticed last.
    pub content_at: Timestamp,
    /// When it was made.
    pub created_at: Timestamp,
    /// When its address was last changed.
    pub updated_at: Timestamp,
}

/// How many requests have their final deadline on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineCount {
    /// The day, at the controllers' places.
    pub day: Date,
    /// Of this campaign.
    pub campaign: CampaignId,
    /// So many.
    pub count: u64,
}

#[derive(FromQueryResult)]
struct CountRow {
    final_deadline: Day,
    campaign_id: CampaignId,
    count: i64,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// A calendar by its id.
    pub async fn calendar_feed(&self, id: CalendarFeedId) -> StoreResult<Option<CalendarFeed>> {
        self.select::<Entity>().filter(Column::Id.eq(id)).one(self.conn()).await?.map(read).transpose()
    }

    /// Calendars in the order of their ids.
    pub async fn calendar_feeds(&self, after: Option<CalendarFeedId>, limit: u64) -> StoreResult<Vec<CalendarFeed>> {
        let mut query = self.select::<Entity>().order_by_asc(Column::Id).limit(limit);
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// Unanswered requests counted by the day and campaign of their final deadline, the earliest day first.
    pub async fn deadline_counts(
        &self,
        campaign: Option<CampaignId>,
        controller: Option<ControllerId>,
        days: (Date, Date),
        limit: u64,
    ) -> StoreResult<Vec<DeadlineCount>> {
        let mut query = self
            .select::<request::Entity>()
            .select_only()
            .columns([request::Column::FinalDeadline, request::Column::CampaignId])
            .column_as(request::Column::Id.count(), "count")
            // Written out so that the partial index is found.
            .filter(Expr::cust("clock IN ('running', 'extended')"))
            .filter(request::Column::FinalDeadline.between(Day(days.0), Day(days.1)));
        if let Some(id) = campaign {
            query = query.filter(request::Column::CampaignId.eq(id));
        }
        if let Some(id) = controller {
            query = query.filter(request::Column::ControllerId.eq(id));
        }
        let rows = query
            .group_by(request::Column::FinalDeadline)
            .group_by(request::Column::CampaignId)
            .order_by_asc(request::Column::FinalDeadline)
            .order_by_asc(request::Column::CampaignId)
            .limit(limit)
            .into_model::<CountRow>()
            .all(self.conn())
            .await?;
        let count = |row: CountRow| DeadlineCount {
            day: row.final_deadline.0,
            campaign: row.campaign_id,
            count: u64::try_from(row.count).unwrap_or(0),
        };
        Ok(rows.into_iter().map(count).collect())
    }

    /// What campaigns are called by their owner.
    pub async fn campaign_names(&self, ids: Vec<CampaignId>) -> StoreResult<Vec<(CampaignId, String)>> {
        let query = self.select::<campaign::Entity>();
        let rows: Vec<campaign::Model> = self.among(query, campaign::Column::Id, ids).await?;
        Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
    }
}

impl Db {
    /// The calendar behind a secret address.
    pub async fn calendar_feed_by_secret(&self, hash: &[u8]) -> StoreResult<Option<CalendarFeed>> {
        Entity::find().filter(Column::SecretHash.eq(hash)).one(&self.readers()).await?.map(read).transpose()
    }
}

impl Tx {
    /// Adds a calendar.
    pub async fn add_calendar_feed(&self, new: &CalendarFeed) -> StoreResult<()> {
        Entity::insert(active(new)).exec_without_returning(self).await?;
        Ok(())
    }

    /// Gives a calendar another address; the one before leads nowhere from then on. Tells whether there is such a calendar.
    pub async fn move_calendar_feed(
        &self,
        organisation: OrganisationId,
        id: CalendarFeedId,
        secret_hash: &[u8],
        at: Timestamp,
    ) -> StoreResult<bool> {
        let result = Entity::update_many()
            .col_expr(Column::SecretHash, Expr::value(secret_hash))
            .col_expr(Column::UpdatedAt, Expr::value(Instant(at)))
            .filter(Entity::ORGANISATION.eq(organisation))
            .filter(Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(result.rows_affected == 1)
    }

    /// Notes that a calendar says something else than before, unless another reader was faster.
    pub async fn note_feed_content(&self, feed: &CalendarFeed, hash: &[u8], at: Timestamp) -> StoreResult<()> {
        Entity::update_many()
            .col_expr(Column::ContentHash, Expr::value(hash))
            .col_expr(Column::Sequence, Expr::value(feed.sequence + 1))
            .col_expr(Column::ContentAt, Expr::value(Instant(at)))
            .filter(Entity::ORGANISATION.eq(feed.organisation))
            .filter(Column::Id.eq(feed.id))
            .filter(Column::Sequence.eq(feed.sequence))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Removes a calendar. Tells whether it was there.
    pub async fn remove_calendar_feed(&self, organisation: OrganisationId, id: CalendarFeedId) -> StoreResult<bool> {
        let query = Entity::delete_many().filter(Entity::ORGANISATION.eq(organisation)).filter(Column::Id.eq(id));
        Ok(query.exec(self).await?.rows_affected == 1)
    }
}

fn active(feed: &CalendarFeed) -> ActiveModel {
    ActiveModel {
        organisation_id: Set(feed.organisation),
        id: Set(feed.id),
        name: Set(feed.name.clone()),
        titles: Set(feed.titles.as_str().to_owned()),
        campaign_id: Set(feed.campaign),
        controller_id: Set(feed.controller),
        secret_hash: Set(feed.secret_hash.clone()),
        content_hash: Set(feed.content_hash.clone()),
        sequence: Set(feed.sequence),
        content_at: Set(feed.content_at.into()),
        created_at: Set(feed.created_at.into()),
        updated_at: Set(feed.updated_at.into()),
    }
}

fn read(row: Model) -> StoreResult<CalendarFeed> {
    Ok(CalendarFeed {
        organisation: row.organisation_id,
        id: row.id,
        titles: row.titles.parse().map_err(|_| StoreError::corrupt("calendar_feed", "titles", row.id))?,
        name: row.name,
        campaign: row.campaign_id,
        controller: row.controller_id,
        secret_hash: row.secret_hash,
        content_hash: row.content_hash,
        sequence: row.sequence,
        content_at: row.content_at.0,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}
