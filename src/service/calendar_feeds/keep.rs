//! A calendar is made, given another address, and removed.

use entity::id::{CalendarFeedId, CampaignId, ControllerId, OrganisationId};

use crate::crypto::Personal;
use crate::crypto::secret::UrlToken;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::feed::FeedTitles;
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::{CalendarFeed, Tx, Viewer};

/// Most calendars of one organisation.
pub const MAX_FEEDS: u64 = 50;

/// What the owner says of a new calendar.
#[derive(Debug, Clone)]
pub struct NewFeed {
    /// What calendars show as its name, and its titles say.
    pub name: String,
    /// What its titles say.
    pub titles: FeedTitles,
    /// Only of this campaign.
    pub campaign: Option<CampaignId>,
    /// Only of this controller.
    pub controller: Option<ControllerId>,
}

/// A calendar, with its address when it was just made.
#[derive(Debug)]
pub struct Entry {
    /// The calendar.
    pub feed: CalendarFeed,
    /// Where it is fetched, to be shown this once.
    pub url: Option<Personal<String>>,
}

/// Makes a calendar. `view` makes the answer out of it.
///
/// # Errors
/// `invalid_field` for a campaign or controller that is not there, or when there are too many calendars.
pub async fn create<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    new: NewFeed,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Entry) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                check(tx, organisation, &new).await?;
                let now = inner.clock.now();
                let (hash, url) = address(&inner);
                let feed = CalendarFeed {
                    organisation,
                    id: inner.ids.next(),
                    name: new.name,
                    titles: new.titles,
                    campaign: new.campaign,
                    controller: new.controller,
                    secret_hash: hash,
                    content_hash: None,
                    sequence: 0,
                    content_at: now,
                    created_at: now,
                    updated_at: now,
                };
                tx.add_calendar_feed(&feed).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Create, feed.id)).await?;
                Ok(view(&Entry { feed, url: Some(url) }))
            })
        })
        .await
}

/// Gives a calendar another address. The one before leads nowhere from then on.
///
/// # Errors
/// `not_found`.
pub async fn rotate<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: CalendarFeedId,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Entry) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let (hash, url) = address(&inner);
                if !tx.move_calendar_feed(organisation, id, &hash, inner.clock.now()).await? {
                    return Err(Code::NotFound.into());
                }
                tx.note(inner.note(&call, organisation, AuditAction::Change, id)).await?;
                let feed = tx.tenant(organisation).calendar_feed(id).await?.ok_or(Code::NotFound)?;
                Ok(view(&Entry { feed, url: Some(url) }))
            })
        })
        .await
}

/// Removes a calendar; its address leads nowhere from then on.
///
/// # Errors
/// `not_found`.
pub async fn remove(context: &Context, call: Call, organisation: OrganisationId, id: CalendarFeedId) -> Outcome<()> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                if !tx.remove_calendar_feed(organisation, id).await? {
                    return Err(Failure::from(Code::NotFound));
                }
                tx.note(inner.note(&call, organisation, AuditAction::Delete, id)).await?;
                Ok(())
            })
        })
        .await
}

/// A calendar by its id.
///
/// # Errors
/// `not_found`.
pub async fn get(context: &Context, organisation: OrganisationId, id: CalendarFeedId) -> Outcome<Entry> {
    let feed = context.db.tenant(organisation).calendar_feed(id).await?.ok_or(Code::NotFound)?;
    Ok(Entry { feed, url: None })
}

/// Calendars in the order of their ids.
pub async fn list(
    context: &Context,
    organisation: OrganisationId,
    after: Option<CalendarFeedId>,
    limit: u64,
) -> Outcome<Vec<Entry>> {
    let feeds = context.db.tenant(organisation).calendar_feeds(after, limit).await?;
    Ok(feeds.into_iter().map(|feed| Entry { feed, url: None }).collect())
}

async fn check(tx: &Tx, organisation: OrganisationId, new: &NewFeed) -> Outcome<()> {
    let tenant = tx.tenant(organisation);
    if tenant.calendar_feeds(None, MAX_FEEDS).await?.len() as u64 >= MAX_FEEDS {
        let message = format!("There are {MAX_FEEDS} calendars already.");
        return Err(Problem::with_detail(Code::LimitReached, message).into());
    }
    if let Some(id) = new.campaign
        && tenant.campaign(id).await?.is_none()
    {
        return Err(Problem::field("/campaign_id", Code::InvalidField, "There is no such campaign.").into());
    }
    if let Some(id) = new.controller
        && tx.controllers_by_ids(&[id], Viewer::Organisation(organisation)).await?.is_empty()
    {
        return Err(Problem::field("/controller_id", Code::UnknownController, "There is no such controller.").into());
    }
    Ok(())
}

/// A fresh address: what is stored of it, and the whole.
fn address(context: &Context) -> (Vec<u8>, Personal<String>) {
    let token = UrlToken::generate(context.random.as_ref());
    let url = format!("{}/calendar/{}.ics", context.settings.base_url, token.expose());
    (token.hash().to_vec(), Personal::new(url))
}
