//! `GET /v1/audit/entries`.

use actix_web::{HttpRequest, HttpResponse, get};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::IntoParams;

use super::owner;
use super::wire::{AuditEntry, AuditEntryPage};
use crate::domain::audit::AuditAction;
use crate::http::caller::{ForAny, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::{Page, PageQuery, Query};
use crate::http::problem::ApiError;
use crate::service::audit;
use crate::store::{AuditSelection, Position};

/// Where in the record, and which entries.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// Most elements to return, 1 to 200; 50 when absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// The `next_cursor` of an earlier page, however old; from the beginning when absent.
    cursor: Option<String>,
    /// Made at this instant or later.
    since: Option<Timestamp>,
    /// Made before this instant.
    until: Option<Timestamp>,
    /// By whom: id of a client, a controller or a person, or `system`.
    #[param(example = "system")]
    actor: Option<String>,
    /// What was done.
    action: Option<AuditAction>,
    /// To which record: its id, or the kind of records for entries that stand for many.
    #[param(example = "data_subject")]
    subject: Option<String>,
    /// To whom it was disclosed: id of a controller, a supervisory authority or whoever it was.
    recipient: Option<String>,
}

/// Who did what to which record
///
/// Of every touch of personal data an entry is kept: who, what, to which record or how many, to whom, when; never content (Z-11,
/// Z-13). A feed that skips nothing: read a page, keep `next_cursor`, and come back with it; an entry shows as soon as everything
/// before it is certain. What is told here is itself an entry, `read` of `audit_entry`, with the number and the digest of the entries
/// told; only of entries about such reading no further one is made. An operator reads the record of shared data.
#[utoipa::path(
    tag = "audit", operation_id = "list_audit_entries", security(("oauth2" = ["audit:read"])), params(AuditQuery),
    responses((status = 200, description = "A page of the record, in the order of the log", body = AuditEntryPage))
)]
#[get("/v1/audit/entries")]
pub async fn list_audit_entries(
    caller: ForAny<scope::AuditRead>,
    request: HttpRequest,
    query: Query<AuditQuery>,
    repeatable: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let AuditQuery { limit, cursor, since, until, actor, action, subject, recipient } = query.0;
    let page = PageQuery { limit, cursor };
    let (limit, after) = (page.limit()?, page.cursor::<Position>()?.unwrap_or(Position::START));
    let selection = AuditSelection { since, until, actor, action, subject, recipient };
    let call = repeatable.call(caller.actor);
    let (rows, more) = audit::entries(&context, call, owner(&caller), &selection, after, limit).await?;
    let place = |entry: &crate::ledger::Entry| Position { tx_no: entry.tx_no, id: entry.id.0 };
    let next_cursor = rows.last().map_or(after, place).to_string();
    let links: Page<()> = Page::new(&request, Vec::new(), Some(next_cursor.clone()));
    Ok(HttpResponse::Ok().json(AuditEntryPage {
        items: rows.into_iter().map(AuditEntry::from).collect(),
        next_cursor,
        next: links.next.unwrap_or_default(),
        more,
    }))
}
