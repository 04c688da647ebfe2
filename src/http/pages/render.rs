//! Templates into HTML, with the headers that every page has.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, VARY};
use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

use crate::domain::code::Code;
use crate::http::problem::ApiError;
use crate::wording::Language;

/// Where the way out leads: a page that everybody opens, and that says nothing of where one came from (Z-19).
const LEAVE_TO: &str = "https://www.wikipedia.org/";

const STYLE: &str = include_str!("style.css");

/// The templates. Those ending in `.html` escape what is put into them.
static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    for (name, text) in [
        ("frame.html", include_str!("frame.html")),
        ("overview.html", include_str!("overview.html")),
        ("confirm.html", include_str!("confirm.html")),
        ("done.html", include_str!("done.html")),
        ("gone.html", include_str!("gone.html")),
    ] {
        templates.add_template(name, text).expect("templates are well formed, a test holds it");
    }
    templates
});

/// Nothing but the one style that is in the page, and forms that come back here.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = STANDARD.encode(digest(&SHA256, STYLE.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
});

/// What is put into a template.
#[derive(Serialize)]
struct Filling<'p, P> {
    page: &'p P,
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
    let filling = Filling { page, keep, style: STYLE, leave_to: LEAVE_TO };
    let html = TEMPLATES.get_template(template).and_then(|template| template.render(Value::from(Serde(&filling))));
    let html = html.map_err(|error| {
        tracing::error!(template, kind = ?error.kind(), line = error.line(), "a page could not be made");
        ApiError::new(Code::Internal)
    })?;
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
