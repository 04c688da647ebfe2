//! JSON of calendar feeds.

use entity::id::{CalendarFeedId, CampaignId, ControllerId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::feed::FeedTitles;
use crate::service::calendar_feeds::{self, Entry};

/// A new calendar feed.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Deadlines" }))]
pub struct NewCalendarFeed {
    /// What calendar programs show as its name, and its titles say beside the number of deadlines, in whatever language: as
    /// neutral as it must be for those who see the calendar (Z-19).
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// What its titles say; `neutral` when absent.
    pub titles: Option<FeedTitles>,
    /// Only deadlines of this campaign.
    pub campaign_id: Option<CampaignId>,
    /// Only deadlines of this controller.
    pub controller_id: Option<ControllerId>,
}

impl From<NewCalendarFeed> for calendar_feeds::NewFeed {
    fn from(new: NewCalendarFeed) -> Self {
        Self {
            name: new.name,
            titles: new.titles.unwrap_or(FeedTitles::Neutral),
            campaign: new.campaign_id,
            controller: new.controller_id,
        }
    }
}

/// A calendar feed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct CalendarFeed {
    /// Its id.
    pub id: CalendarFeedId,
    /// What calendar programs show as its name, and its titles say.
    pub name: String,
    /// What its titles say.
    pub titles: FeedTitles,
    /// Only deadlines of this campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign_id: Option<CampaignId>,
    /// Only deadlines of this controller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub controller_id: Option<ControllerId>,
    /// The secret address, in the answer that makes it alone. Whoever has it can fetch the calendar: days and numbers, nothing of
    /// any person. Keep it: it cannot be shown again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "https://recourse.example/calendar/8l4nWZ0eH1mB3yUO2cYkqvTSk6n0iTPsXQ8dK1a2b3c.ics")]
    pub url: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When its address was last changed.
    pub updated_at: Timestamp,
}

impl From<&Entry> for CalendarFeed {
    fn from(entry: &Entry) -> Self {
        let feed = &entry.feed;
        Self {
            id: feed.id,
            name: feed.name.clone(),
            titles: feed.titles,
            campaign_id: feed.campaign,
            controller_id: feed.controller,
            url: entry.url.as_ref().map(|url| url.expose().clone()),
            created_at: feed.created_at,
            updated_at: feed.updated_at,
        }
    }
}
