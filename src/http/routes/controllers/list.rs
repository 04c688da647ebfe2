//! `GET /v1/controllers`.

use actix_web::{HttpRequest, HttpResponse, get};
use entity::id::ControllerId;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::wire::Controller;
use crate::domain::controller::{Category, ChannelKind, ControllerState};
use crate::http::caller::{ForAny, scope};
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query, cut, invalid_parameter};
use crate::http::problem::ApiError;
use crate::http::routes::patterns;
use crate::service::{Failure, directory};
use crate::store::{ControllerFilter, Ownership};

/// Longest text that is searched for, in characters.
const SEARCH_MAX: usize = 100;

/// Which entries are listed.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DirectoryQuery {
    /// Country of the establishment that answers, ISO 3166-1 alpha-2.
    #[param(pattern = "^[A-Z]{2}$", example = "DE")]
    country: Option<String>,
    /// A category the entry is in.
    category: Option<Category>,
    /// What the name begins with, in any case of letters.
    #[param(min_length = 1, max_length = 100, pattern = "^[^\\x00]*$", example = "deutsche")]
    name_prefix: Option<String>,
    /// What stands somewhere in the name, another name or the slug, in any case of letters.
    #[param(min_length = 1, max_length = 100, pattern = "^[^\\x00]*$", example = "bank")]
    search: Option<String>,
    /// The exact slug.
    #[param(min_length = 1, max_length = 100, pattern = "^[^\\x00]*$")]
    slug: Option<String>,
    /// A kind of channel the entry has.
    channel: Option<ChannelKind>,
    /// Whose entries: `shared` or `own`; both when absent.
    kept_by: Option<KeptBy>,
    /// Whether it is in use; entries in use when absent.
    state: Option<ControllerState>,
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// The `next_cursor` of the page before. Opaque; do not build or keep it.
    cursor: Option<String>,
}

/// Whose entries are meant.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeptBy {
    /// Those of the shared directory.
    Shared,
    /// Your organisation's own.
    Own,
}

impl DirectoryQuery {
    fn filter(self) -> Result<(ControllerFilter, PageQuery), ApiError> {
        if self.country.as_ref().is_some_and(|country| !patterns::COUNTRY.is_match(country)) {
            return Err(invalid_parameter("country", "Must be two capital letters."));
        }
        for (name, text) in [("name_prefix", &self.name_prefix), ("search", &self.search), ("slug", &self.slug)] {
            if text.as_ref().is_some_and(|text| !(1..=SEARCH_MAX).contains(&text.chars().count())) {
                return Err(invalid_parameter(name, &format!("Must have 1 to {SEARCH_MAX} characters.")));
            }
            // Not a text to either database.
            if text.as_ref().is_some_and(|text| text.contains('\0')) {
                return Err(invalid_parameter(name, "Must be plain text."));
            }
        }
        let filter = ControllerFilter {
            country: self.country,
            category: self.category,
            name_prefix: self.name_prefix,
            search: self.search,
            slug: self.slug,
            channel: self.channel,
            ownership: self.kept_by.map(|kept_by| match kept_by {
                KeptBy::Shared => Ownership::Shared,
                KeptBy::Own => Ownership::Own,
            }),
            state: Some(self.state.unwrap_or(ControllerState::Active)),
        };
        Ok((filter, PageQuery { limit: self.limit, cursor: self.cursor }))
    }
}

/// The directory of controllers
///
/// Shared entries and your organisation's own, in the order of their names.
#[utoipa::path(
    tag = "controllers", operation_id = "list_controllers", security(("oauth2" = ["directory:read"])),
    params(DirectoryQuery),
    responses((status = 200, description = "A page, by name", body = Page<Controller>))
)]
#[get("/v1/controllers")]
pub async fn list_controllers(
    caller: ForAny<scope::DirectoryRead>,
    request: HttpRequest,
    query: Query<DirectoryQuery>,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let (filter, page) = query.0.filter()?;
    let (limit, after) = (page.limit()?, page.cursor::<ControllerId>()?);
    let viewer = directory::viewer(&caller.actor)?;
    let rows = context.db.controllers(viewer, &filter, after, limit + 1).await.map_err(Failure::from)?;
    let (rows, next) = cut(rows, limit, |row| row.id.to_string());
    let entries = rows.into_iter().map(|controller| {
        // A list shows the directory; the webhook stands at the single entry.
        Controller::of(&directory::Entry { controller, receiver: None, fresh_secret: None }, viewer)
    });
    Ok(HttpResponse::Ok().json(Page::new(&request, entries.collect(), next)))
}
