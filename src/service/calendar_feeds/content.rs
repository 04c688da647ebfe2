//! What stands in a calendar: for each day and campaign how many unanswered requests have their deadline then.
//!
//! A calendar of thousands of entries helps nobody, so that a day has one entry for each campaign. Its number grows and shrinks;
//! the day and the campaign make its identity, so that no entry ever moves. What was said last is kept as a hash with a number
//! that only grows: readers see by it that there is something new.

use std::collections::HashMap;

use aws_lc_rs::digest::{SHA256, digest};
use entity::id::CampaignId;
use jiff::civil::Date;
use serde_json::json;

use crate::crypto::secret::UrlToken;
use crate::domain::code::Code;
use crate::domain::feed::{FeedTitles, days_held};
use crate::domain::organisation::OrganisationState;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{CalendarFeed, DeadlineCount};

/// Most entries of a calendar; the earliest days go before.
const MAX_DATES: u64 = 2_000;
/// How often it is read again when another reader has noted a change first.
const ATTEMPTS: u32 = 3;

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedDate {
    /// The last day to answer, at the controllers' places.
    pub day: Date,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// The name of the campaign, where titles say it.
    pub campaign_name: Option<String>,
    /// How many requests.
    pub count: u64,
}

/// A calendar with its entries.
#[derive(Debug, Clone)]
pub struct FeedContent {
    /// The calendar; number and instant are those of this content.
    pub feed: CalendarFeed,
    /// The entries, by day.
    pub dates: Vec<FeedDate>,
}

/// What stands in the calendar of a secret address.
///
/// # Errors
/// `not_found`, whatever the reason is.
pub async fn content(context: &Context, secret: &str) -> Outcome<FeedContent> {
    let hash = UrlToken::parse(secret).ok_or(Code::NotFound)?.hash();
    let mut attempt = 0;
    loop {
        let feed = context.db.calendar_feed_by_secret(&hash).await?.ok_or(Code::NotFound)?;
        let owner = context.db.organisation(feed.organisation).await?.ok_or(Code::NotFound)?;
        if owner.state != OrganisationState::Active {
            return Err(Code::NotFound.into());
        }
        let context = &context.of(feed.organisation).await?;
        let dates = dates(context, &feed).await?;
        let said = said(&feed, &dates)?;
        attempt += 1;
        if feed.content_hash.as_deref() == Some(said.as_slice()) || attempt > ATTEMPTS {
            return Ok(FeedContent { feed, dates });
        }
        let now = context.clock.now();
        context.db.write(move |tx| Box::pin(async move { tx.note_feed_content(&feed, &said, now).await })).await?;
    }
}

async fn dates(context: &Context, feed: &CalendarFeed) -> Outcome<Vec<FeedDate>> {
    let tenant = context.db.tenant(feed.organisation);
    let days = days_held(context.today());
    let counts = tenant.deadline_counts(feed.campaign, feed.controller, days, MAX_DATES).await?;
    let mut names = HashMap::new();
    if feed.titles == FeedTitles::Campaign {
        names.extend(tenant.campaign_names(counts.iter().map(|count| count.campaign).collect()).await?);
    }
    let date = |count: DeadlineCount| FeedDate {
        day: count.day,
        campaign: count.campaign,
        campaign_name: names.get(&count.campaign).cloned(),
        count: count.count,
    };
    Ok(counts.into_iter().map(date).collect())
}

fn said(feed: &CalendarFeed, dates: &[FeedDate]) -> Outcome<Vec<u8>> {
    let dates: Vec<_> =
        dates.iter().map(|date| json!([date.day, date.campaign, date.campaign_name, date.count])).collect();
    let text = serde_json::to_vec(&json!([feed.name, feed.titles, dates]))
        .map_err(|_| Failure::Defect("the content of a calendar is not JSON"))?;
    Ok(digest(&SHA256, &text).as_ref().to_vec())
}
