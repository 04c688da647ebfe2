//! `GET /calendar/{secret}.ics`.

use actix_web::http::header::IF_NONE_MATCH;
use actix_web::{HttpRequest, HttpResponse, get, web};

use crate::http::ics;
use crate::http::problem::ApiError;
use crate::service::{Context, calendar_feeds};

/// Fetch a calendar of deadlines
///
/// Needs nothing but its address. Days and numbers only: nothing of any person, and in neutral titles nothing of what they are
/// about. An address that is not known, or not any more, is not found.
#[utoipa::path(
    tag = "events", operation_id = "fetch_calendar", security(()),
    params(
        ("secret" = String, Path, description = "The secret part of the address"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of what you have")
    ),
    responses(
        (status = 200, description = "The calendar (RFC 5545)", body = String, content_type = "text/calendar",
         headers(("ETag" = String, description = "Changes with the content"))),
        (status = 304, description = "It is as you have it", headers(("ETag" = String, description = "Its version"))),
        (status = 404, description = "There is no such calendar")
    )
)]
#[get("/calendar/{secret}.ics")]
pub async fn fetch_calendar(
    secret: web::Path<String>,
    request: HttpRequest,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let content = calendar_feeds::content(&context, &secret).await?;
    let etag = format!("W/\"{}.{}\"", content.feed.sequence, env!("CARGO_PKG_VERSION"));
    let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let is_known = known.is_some_and(|known| known.split(',').any(|one| one.trim() == etag || one.trim() == "*"));
    let mut answer = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header(("etag", etag))
        .insert_header(("cache-control", "private, max-age=300"))
        .insert_header(("x-robots-tag", "noindex, nofollow"));
    if is_known {
        return Ok(answer.finish());
    }
    answer.insert_header(("content-disposition", "inline; filename=\"deadlines.ics\""));
    Ok(answer.content_type(ics::MEDIA).body(ics::text(&content, &context.settings.base_url)))
}
