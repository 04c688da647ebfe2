//! A page of clients, whoever owns them.

use actix_web::{HttpRequest, HttpResponse};
use entity::id::ClientId;

use super::client_wire::Client;
use crate::http::page::{Page, PageQuery, cut};
use crate::http::problem::ApiError;
use crate::service::{Context, clients};
use crate::store::ClientOwner;

/// A page of an owner's clients.
pub async fn page(
    context: &Context,
    request: &HttpRequest,
    query: &PageQuery,
    owner: ClientOwner,
) -> Result<HttpResponse, ApiError> {
    let (limit, after) = (query.limit()?, query.cursor::<ClientId>()?);
    let rows = clients::list(context, owner, after, limit + 1).await?;
    let (rows, next) = cut(rows, limit, |(row, _)| row.id.to_string());
    let items = rows.into_iter().map(|(row, credentials)| Client::of(row, &credentials)).collect();
    Ok(HttpResponse::Ok().json(Page::new(request, items, next)))
}
