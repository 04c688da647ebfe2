//! What the pages of `/docs` have in common: one navigation, one style, and a policy that lets in nothing else.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY};
use minijinja::Environment;
use serde::Serialize;

use crate::http::problem::ApiError;
use crate::http::templates::{filled, policy, templates};

use super::guides::GUIDES;
use super::markdown::Section;

const STYLE: &str = include_str!("style.css");

/// The templates.
static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    templates(&[
        ("frame.html", include_str!("frame.html")),
        ("home.html", include_str!("home.html")),
        ("guide.html", include_str!("guide.html")),
        ("errors.html", include_str!("errors.html")),
        ("limits.html", include_str!("limits.html")),
    ])
});

/// Nothing but the one style that is in the page.
static POLICY: LazyLock<String> = LazyLock::new(|| policy(STYLE, "'none'"));

/// A link of the navigation.
#[derive(Serialize)]
struct Entry<'p> {
    href: String,
    title: &'p str,
    current: bool,
    /// The parts of the page that is shown.
    sections: &'p [Section],
}

/// Links about one subject.
#[derive(Serialize)]
struct Group<'p> {
    subject: &'p str,
    entries: Vec<Entry<'p>>,
}

/// What is put into a template.
#[derive(Serialize)]
struct Filling<'p, P> {
    title: &'p str,
    path: &'p str,
    navigation: Vec<Group<'p>>,
    page: &'p P,
    style: &'static str,
    version: &'static str,
}

/// Guides by subject, then the reference. `sections` are shown below the page that lies at `path`.
fn navigation<'p>(path: &str, sections: &'p [Section]) -> Vec<Group<'p>> {
    let entry = |href: String, title: &'p str| {
        let current = href == path;
        Entry { href, title, current, sections: if current { sections } else { &[] } }
    };
    let mut groups: Vec<Group<'p>> = Vec::new();
    for guide in GUIDES.iter() {
        let entry = entry(format!("/docs/guides/{}", guide.name), &guide.page.title);
        match groups.last_mut().filter(|group| group.subject == guide.subject) {
            Some(group) => group.entries.push(entry),
            None => groups.push(Group { subject: guide.subject, entries: vec![entry] }),
        }
    }
    let reference = [
        ("/docs/reference/", "API reference"),
        ("/docs/errors", "Problem codes"),
        ("/docs/limits", "Limits"),
        ("/openapi.json", "OpenAPI document"),
    ];
    let entries = reference.map(|(href, title)| entry(href.to_owned(), title)).into();
    groups.push(Group { subject: "Reference", entries });
    groups
}

/// Makes a page of a template.
///
/// # Errors
/// Only when a template does not fit what it is given, which a test holds.
pub fn page<P: Serialize>(
    template: &str,
    path: &str,
    title: &str,
    sections: &[Section],
    page: &P,
) -> Result<HttpResponse, ApiError> {
    let navigation = navigation(path, sections);
    let filling = Filling { title, path, navigation, page, style: STYLE, version: env!("CARGO_PKG_VERSION") };
    let html = filled(&TEMPLATES, template, &filling)?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, POLICY.as_str()))
        .insert_header((CONTENT_LANGUAGE, "en"))
        .body(html))
}
