//! JSON of the directory.

use entity::id::ControllerId;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::proof_wire::WebhookProof;
use crate::domain::controller::{Category, Channel, ControllerState, IdentityNeed, RecordQuality};
use crate::domain::delivery::ReceiverState;
use crate::domain::place::Place;
use crate::http::routes::patterns;
use crate::service::directory::source::EntrySource;
use crate::service::directory::{Change, Entry, Profile, WebhookChange};
use crate::store::{Receiver, Viewer};

/// A new entry of the directory.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Example Mail GmbH", "place": "DE-BE", "language": "de", "categories": ["telecommunication"],
    "channels": [
        {"kind": "webhook", "url": "https://privacy.example.org/hooks/requests", "mode": "bundle", "max_bundle": 1000},
        {"kind": "email", "address": "privacy@example.org"}
    ],
    "identity_needs": [{"element": "email", "description": "Address of the mailbox"}],
    "webhook": {"max_per_minute": 60, "max_concurrency": 2}
}))]
pub struct NewController {
    /// Short stable name, unique in the shared directory or among your own entries; made out of the name when absent.
    #[validate(regex(path = *patterns::SLUG), length(max = 100))]
    #[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", max_length = 100, example = "example-mail")]
    pub slug: Option<String>,
    /// Legal name.
    #[validate(length(min = 1, max = 300))]
    #[schema(min_length = 1, max_length = 300, example = "Example Mail GmbH")]
    pub name: String,
    /// Other names it is known under.
    #[serde(default)]
    #[validate(length(max = 200), custom(function = "short_texts"))]
    #[schema(max_items = 200)]
    pub aliases: Vec<String>,
    /// Place of the establishment that answers, whose public holidays count for deadlines (rule H-1). Leave it out when in
    /// doubt.
    pub place: Option<Place>,
    /// Language to write in, BCP 47, where it is not the person's choice.
    #[validate(regex(path = *patterns::LANGUAGE))]
    #[schema(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", max_length = 35, example = "de")]
    pub language: Option<String>,
    /// What it does.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    pub categories: Vec<Category>,
    /// Ways to reach it, the preferred one first.
    #[serde(default)]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub channels: Vec<Channel>,
    /// What it needs to recognise a person, and no more (rule B-7).
    #[serde(default)]
    #[validate(length(max = 20), custom(function = "short_descriptions"))]
    #[schema(max_items = 20)]
    pub identity_needs: Vec<IdentityNeed>,
    /// Whether it is known to ask everybody for an identity document (rule M-10).
    #[serde(default)]
    pub needs_id_document: bool,
    /// Postal address below the name, the country last.
    #[serde(default)]
    #[validate(length(max = 10))]
    #[schema(max_items = 10, example = json!(["Beispielallee 1", "10115 Berlin", "Germany"]))]
    pub postal_address: Vec<String>,
    /// Pace of its webhook.
    #[validate(nested)]
    pub webhook: Option<WebhookSettings>,
}

/// How a webhook is used; an absent field stays as it is.
#[derive(Debug, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookSettings {
    /// Messages a minute that the receiver agreed to (rule B-2); `null` for no bound.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 60_000, example = 60)]
    pub max_per_minute: Option<Option<i32>>,
    /// Messages in flight at one time.
    #[schema(minimum = 1, maximum = 50, example = 4)]
    pub max_concurrency: Option<i32>,
    /// `paused` holds messages back, `disabled` makes each a task for a person, `active` sends again.
    pub state: Option<ReceiverState>,
}

/// A change of an entry; an absent field stays as it is, and `null` takes a value away where there can be none.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"place": "DE-BY", "webhook": {"max_per_minute": 120}}))]
pub struct ControllerChange {
    /// Legal name.
    #[validate(length(min = 1, max = 300))]
    #[schema(min_length = 1, max_length = 300)]
    pub name: Option<String>,
    /// Other names; replaces the list.
    #[validate(length(max = 200), custom(function = "short_texts"))]
    #[schema(max_items = 200)]
    pub aliases: Option<Vec<String>>,
    /// Place of the establishment that answers (rule H-1). Dates that were computed before do not move.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Place>)]
    pub place: Option<Option<Place>>,
    /// Language to write in, BCP 47.
    #[serde(default, deserialize_with = "present")]
    #[validate(regex(path = *patterns::LANGUAGE))]
    #[schema(value_type = Option<String>, pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", max_length = 35)]
    pub language: Option<Option<String>>,
    /// What it does; replaces the list.
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    pub categories: Option<Vec<Category>>,
    /// Ways to reach it, the preferred one first; replaces the list. A first webhook gets a secret, shown once in the answer.
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub channels: Option<Vec<Channel>>,
    /// What it needs to recognise a person; replaces the list.
    #[validate(length(max = 20), custom(function = "short_descriptions"))]
    #[schema(max_items = 20)]
    pub identity_needs: Option<Vec<IdentityNeed>>,
    /// Whether it is known to ask everybody for an identity document.
    pub needs_id_document: Option<bool>,
    /// Postal address below the name, the country last; replaces the lines.
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub postal_address: Option<Vec<String>>,
    /// How far the entry can be trusted.
    pub quality: Option<RecordQuality>,
    /// `retired` takes the entry out of use, `active` back into use.
    pub state: Option<ControllerState>,
    /// The entry that takes its place.
    pub redirect_to: Option<ControllerId>,
    /// How its webhook is used.
    #[validate(nested)]
    pub webhook: Option<WebhookSettings>,
}

/// An entry of the directory.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Controller {
    /// Its id.
    pub id: ControllerId,
    /// Whether it is shared by all, or private to your organisation.
    pub shared: bool,
    /// Short stable name.
    #[schema(example = "example-mail")]
    pub slug: String,
    /// Legal name.
    #[schema(example = "Example Mail GmbH")]
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Place of the establishment that answers (rule H-1); absent when in doubt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Language to write in; absent when it is the person's choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What it does.
    pub categories: Vec<Category>,
    /// Ways to reach it, the preferred one first.
    pub channels: Vec<Channel>,
    /// What it needs to recognise a person (rule B-7).
    pub identity_needs: Vec<IdentityNeed>,
    /// Whether it is known to ask everybody for an identity document (rule M-10).
    pub needs_id_document: bool,
    /// Postal address below the name, the country last.
    pub postal_address: Vec<String>,
    /// How far the entry can be trusted.
    pub quality: RecordQuality,
    /// Whether it is in use.
    pub state: ControllerState,
    /// The entry that took its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirect_to: Option<ControllerId>,
    /// Where the entry comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<EntrySource>,
    /// Its webhook; shown to whoever keeps the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook: Option<Webhook>,
    /// The secret that signs what is sent to its webhook (`whsec_…`). Only in the answer to the call that made it: keep it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_secret: Option<String>,
    /// Grows with every change; also in the `ETag`.
    pub version: i32,
    /// When it was added.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

/// How the webhook of an entry does.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Webhook {
    /// Whether messages go to it.
    pub state: ReceiverState,
    /// Whether its address has answered a challenge; messages wait until it has.
    pub proof: WebhookProof,
    /// Messages a minute; absent for no bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_per_minute: Option<i32>,
    /// Messages in flight at one time.
    pub max_concurrency: i32,
    /// First of an unbroken row of failures; absent when it does well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failing_since: Option<Timestamp>,
    /// Nothing is sent before this instant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<Timestamp>,
}

impl Controller {
    /// The entry as a viewer sees it: what its keeper set up is shown to its keeper.
    pub fn of(entry: &Entry, viewer: Viewer) -> Self {
        let row = &entry.controller;
        let keeps = match viewer {
            Viewer::Organisation(id) => row.owner == Some(id),
            Viewer::Operator | Viewer::Service => true,
        };
        Self {
            id: row.id,
            shared: row.owner.is_none(),
            slug: row.slug.clone(),
            name: row.name.clone(),
            aliases: row.aliases.clone(),
            place: row.place,
            language: row.language.clone(),
            categories: row.categories.clone(),
            channels: row.channels.clone(),
            identity_needs: row.identity_needs.clone(),
            needs_id_document: row.needs_id_document,
            postal_address: row.postal_address.clone(),
            quality: row.quality,
            state: row.state,
            redirect_to: row.redirect_to,
            source: EntrySource::from_json(&row.source),
            webhook: entry.receiver.as_ref().filter(|_| keeps).map(Webhook::from),
            webhook_secret: entry.fresh_secret.as_ref().map(|secret| secret.expose().clone()),
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

impl From<&Receiver> for Webhook {
    fn from(row: &Receiver) -> Self {
        Self {
            state: row.state,
            proof: WebhookProof::from(&row.proof),
            max_per_minute: row.max_per_minute,
            max_concurrency: row.max_concurrency,
            failing_since: row.failing_since,
            paused_until: row.paused_until,
        }
    }
}

impl NewController {
    /// The entry and the settings of its webhook.
    pub fn split(self) -> (Profile, WebhookChange) {
        let profile = Profile {
            slug: self.slug,
            name: self.name,
            aliases: self.aliases,
            place: self.place,
            language: self.language,
            categories: self.categories,
            channels: self.channels,
            identity_needs: self.identity_needs,
            needs_id_document: self.needs_id_document,
            postal_address: self.postal_address,
        };
        (profile, self.webhook.unwrap_or_default().into())
    }
}

impl From<WebhookSettings> for WebhookChange {
    fn from(settings: WebhookSettings) -> Self {
        Self {
            max_per_minute: settings.max_per_minute,
            max_concurrency: settings.max_concurrency,
            state: settings.state,
        }
    }
}

impl From<ControllerChange> for Change {
    fn from(change: ControllerChange) -> Self {
        Self {
            name: change.name,
            aliases: change.aliases,
            place: change.place,
            language: change.language,
            categories: change.categories,
            channels: change.channels,
            identity_needs: change.identity_needs,
            needs_id_document: change.needs_id_document,
            postal_address: change.postal_address,
            quality: change.quality,
            state: change.state,
            redirect_to: change.redirect_to,
            webhook: change.webhook.unwrap_or_default().into(),
        }
    }
}

/// Tells a field that is `null` from one that is absent.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

fn refused(message: &'static str) -> validator::ValidationError {
    validator::ValidationError::new("text").with_message(message.into())
}

fn short_texts(texts: &[String]) -> Result<(), validator::ValidationError> {
    let fits = texts.iter().all(|text| (1..=300).contains(&text.chars().count()));
    if fits { Ok(()) } else { Err(refused("Each has 1 to 300 characters.")) }
}

fn short_descriptions(needs: &[IdentityNeed]) -> Result<(), validator::ValidationError> {
    let fits = needs.iter().all(|need| need.description.chars().count() <= 500);
    if fits { Ok(()) } else { Err(refused("Each description has at most 500 characters.")) }
}
