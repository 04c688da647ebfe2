//! Changing an entry.

use entity::id::ControllerId;

use crate::domain::code::Code;
use crate::domain::controller::{Category, Channel, ChannelKind, ControllerState, IdentityNeed, RecordQuality};
use crate::domain::place::Place;
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Controller, Tx};

use super::webhook::{self, WebhookChange};
use super::{Entry, entry, kept, store, viewer};

/// What can be changed of an entry. An absent field stays as it is; an inner none takes the value away.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// Legal name.
    pub name: Option<String>,
    /// Other names.
    pub aliases: Option<Vec<String>>,
    /// Place of the establishment that answers (H-1). Dates that were computed before do not move.
    pub place: Option<Option<Place>>,
    /// Language to write in.
    pub language: Option<Option<String>>,
    /// What it does.
    pub categories: Option<Vec<Category>>,
    /// Ways to reach it.
    pub channels: Option<Vec<Channel>>,
    /// What it needs to recognise a person.
    pub identity_needs: Option<Vec<IdentityNeed>>,
    /// Whether it is known to ask everybody for an identity document.
    pub needs_id_document: Option<bool>,
    /// Postal address.
    pub postal_address: Option<Vec<String>>,
    /// How far it can be trusted.
    pub quality: Option<RecordQuality>,
    /// In use or retired. A redirection is made by naming its target.
    pub state: Option<ControllerState>,
    /// The entry that takes its place.
    pub redirect_to: Option<ControllerId>,
    /// Pace, concurrency and state of its webhook.
    pub webhook: WebhookChange,
}

/// Changes an entry that the caller keeps.
///
/// # Errors
/// `not_found`, `entry_not_yours`, `version_conflict`, `invalid_field`.
pub async fn change(
    context: &Context,
    call: Call,
    id: ControllerId,
    expected: Option<i32>,
    change: Change,
) -> Outcome<Entry> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut controller = kept(tx, &call, id, expected).await?;
                let had_webhook = has_webhook(&controller);
                let webhook = change.webhook.clone();
                move_to(tx, &call, &mut controller, change.state, change.redirect_to).await?;
                take(&mut controller, change);
                entry::check(&controller, &inner.settings.egress)?;
                let (receiver, fresh_secret) = webhook::apply(&inner, tx, &controller, had_webhook, &webhook).await?;
                store(&inner, tx, &call, &mut controller).await?;
                Ok::<_, Failure>(Entry { controller, receiver, fresh_secret })
            })
        })
        .await
}

pub(super) fn has_webhook(controller: &Controller) -> bool {
    controller.channels.iter().any(|channel| channel.kind() == ChannelKind::Webhook)
}

fn take(controller: &mut Controller, change: Change) {
    fn set<T>(place: &mut T, value: Option<T>) {
        if let Some(value) = value {
            *place = value;
        }
    }
    set(&mut controller.name, change.name);
    set(&mut controller.aliases, change.aliases);
    set(&mut controller.place, change.place);
    set(&mut controller.language, change.language);
    set(&mut controller.categories, change.categories);
    set(&mut controller.channels, change.channels);
    set(&mut controller.identity_needs, change.identity_needs);
    set(&mut controller.needs_id_document, change.needs_id_document);
    set(&mut controller.postal_address, change.postal_address);
    set(&mut controller.quality, change.quality);
}

/// Retires an entry, takes it back into use, or lets another stand for it.
async fn move_to(
    tx: &Tx,
    call: &Call,
    controller: &mut Controller,
    state: Option<ControllerState>,
    target: Option<ControllerId>,
) -> Outcome<()> {
    let refuse = |pointer, message: &str| Err(Problem::field(pointer, Code::InvalidField, message).into());
    match (state, target) {
        (None, None) => Ok(()),
        (Some(ControllerState::Redirected), None) => refuse("/redirect_to", "Name the entry that takes its place."),
        (Some(state), None) => {
            (controller.state, controller.redirect_to) = (state, None);
            Ok(())
        }
        (Some(ControllerState::Active | ControllerState::Retired), Some(_)) => {
            refuse("/state", "An entry with a target is redirected.")
        }
        (None | Some(ControllerState::Redirected), Some(target)) => {
            let found = tx.controller(target, viewer(&call.actor)?).await?;
            let usable = found.filter(|found| found.state == ControllerState::Active && found.id != controller.id);
            let Some(found) = usable else {
                return refuse("/redirect_to", "Must be another entry that is in use.");
            };
            (controller.state, controller.redirect_to) = (ControllerState::Redirected, Some(found.id));
            Ok(())
        }
    }
}
