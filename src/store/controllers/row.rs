//! Between a row and the typed entry. Rows are not trusted.

use entity::controller;
use sea_orm::ActiveValue::Set;
use serde::Serialize;

use crate::domain::controller::ControllerState;
use crate::domain::place::Place;
use crate::store::{StoreError, StoreResult};

use super::Controller;

fn json<T: Serialize>(value: &T, column: &'static str, entry: &Controller) -> StoreResult<String> {
    serde_json::to_string(value).map_err(|_| StoreError::corrupt("controller", column, entry.id))
}

/// What a search looks through.
fn search_text(entry: &Controller) -> String {
    let names = std::iter::once(&entry.name).chain(&entry.aliases).chain(std::iter::once(&entry.slug));
    names.map(|name| name.to_lowercase()).collect::<Vec<_>>().join("\n")
}

pub(super) fn active(entry: &Controller) -> StoreResult<controller::ActiveModel> {
    Ok(controller::ActiveModel {
        id: Set(entry.id),
        owner_organisation_id: Set(entry.owner),
        slug: Set(entry.slug.clone()),
        name: Set(entry.name.clone()),
        aliases: Set(json(&entry.aliases, "aliases", entry)?),
        search_text: Set(search_text(entry)),
        country: Set(entry.place.map(|place| place.country().to_owned())),
        subdivision: Set(entry.place.and_then(|place| place.subdivision().map(str::to_owned))),
        language: Set(entry.language.clone()),
        categories: Set(json(&entry.categories, "categories", entry)?),
        channels: Set(json(&entry.channels, "channels", entry)?),
        identity_elements: Set(json(&entry.identity_needs, "identity_elements", entry)?),
        needs_id_document: Set(entry.needs_id_document),
        postal_address: Set((!entry.postal_address.is_empty()).then(|| entry.postal_address.join("\n"))),
        quality: Set(entry.quality.as_str().to_owned()),
        source: Set(json(&entry.source, "source", entry)?),
        source_digest: Set(entry.source_digest.map(|digest| digest.to_vec())),
        state: Set(entry.state.as_str().to_owned()),
        redirect_to: Set(entry.redirect_to),
        callback_keys: Set(entry.callback_keys.clone()),
        version: Set(entry.version),
        created_at: Set(entry.created_at.into()),
        updated_at: Set(entry.updated_at.into()),
    })
}

pub(super) fn read(row: controller::Model) -> StoreResult<Controller> {
    let corrupt = |column| StoreError::corrupt("controller", column, row.id);
    let place = place(row.country.as_deref(), row.subdivision.as_deref()).map_err(|()| corrupt("country"))?;
    let state: ControllerState = row.state.parse().map_err(|_| corrupt("state"))?;
    if (state == ControllerState::Redirected) != row.redirect_to.is_some() {
        return Err(corrupt("redirect_to"));
    }
    let digest = row.source_digest.map(<[u8; 32]>::try_from).transpose().map_err(|_| corrupt("source_digest"))?;
    Ok(Controller {
        id: row.id,
        owner: row.owner_organisation_id,
        aliases: serde_json::from_str(&row.aliases).map_err(|_| corrupt("aliases"))?,
        place,
        categories: serde_json::from_str(&row.categories).map_err(|_| corrupt("categories"))?,
        channels: serde_json::from_str(&row.channels).map_err(|_| corrupt("channels"))?,
        identity_needs: serde_json::from_str(&row.identity_elements).map_err(|_| corrupt("identity_elements"))?,
        postal_address: row.postal_address.map(|text| text.lines().map(str::to_owned).collect()).unwrap_or_default(),
        quality: row.quality.parse().map_err(|_| corrupt("quality"))?,
        source: serde_json::from_str(&row.source).map_err(|_| corrupt("source"))?,
        source_digest: digest,
        state,
        slug: row.slug,
        name: row.name,
        language: row.language,
        needs_id_document: row.needs_id_document,
        redirect_to: row.redirect_to,
        callback_keys: row.callback_keys,
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}

fn place(country: Option<&str>, subdivision: Option<&str>) -> Result<Option<Place>, ()> {
    let text = match (country, subdivision) {
        (None, None) => return Ok(None),
        (Some(country), None) => country.to_owned(),
        (Some(country), Some(part)) => format!("{country}-{part}"),
        (None, Some(_)) => return Err(()),
    };
    text.parse().map(Some).map_err(drop)
}
