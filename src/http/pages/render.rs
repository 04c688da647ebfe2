//! Templates into HTML, with the headers that every page has.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, VARY};
use minijinja::Environment;
use serde::Serialize;

use crate::domain::code::Code;
use crate::domain::recipient::{NotListed, Recipient};
use crate::http::problem::ApiError;
use crate::http::templates::{filled, policy, templates};
use crate::wording::Language;

/// Where the way out leads: a page that everybody opens, and that says nothing of where one came from (Z-19).
const LEAVE_TO: &str = "https://www.wikipedia.org/";

const STYLE: &str = include_str!("style.css");

/// The templates.
static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    templates(&[
        ("frame.html", include_str!("frame.html")),
        ("overview.html", include_str!("overview.html")),
        ("confirm.html", include_str!("confirm.html")),
        ("done.html", include_str!("done.html")),
        ("gone.html", include_str!("gone.html")),
    ])
});

/// Nothing but the one style that is in the page, and forms that come back here.
static POLICY: LazyLock<String> = LazyLock::new(|| policy(STYLE, "'self'"));

/// What is put into a template.
#[derive(Serialize)]
struct Filling<'p, P> {
    page: P,
    keep: &'p str,
    style: &'static str,
    leave_to: &'static str,
}

/// Makes a page of a template. `keep` is what links to other languages keep of the address, beginning with `&`.
///
/// # Errors
/// Only when a template does not fit what it is given, which a test holds.
pub fn page<P: Serialize>(
    template: &str,
    page: &P,
    keep: &str,
    language: Language,
    status: StatusCode,
) -> Result<HttpResponse, ApiError> {
    // The page is for the person, and for whoever holds the address: no more than their field list has reaches a template (Z-9).
    let part = template.trim_end_matches(".html");
    let page = Recipient::Individual.given(part, page).map_err(|NotListed| ApiError::new(Code::Internal))?;
    let filling = Filling { page, keep, style: STYLE, leave_to: LEAVE_TO };
    let html = filled(&TEMPLATES, template, &filling)?;
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, POLICY.as_str()))
        .insert_header((CONTENT_LANGUAGE, language.as_str()))
        .insert_header((VARY, "accept-language"))
        .insert_header(("x-robots-tag", "noindex, nofollow, noarchive"))
        .insert_header(("cache-control", "no-store"))
        .insert_header(("referrer-policy", "no-referrer"))
        .insert_header(("cross-origin-opener-policy", "same-origin"))
        .insert_header(("permissions-policy", "browsing-topics=()"))
        .body(html))
}
