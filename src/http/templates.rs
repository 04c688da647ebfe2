//! Pages for people: templates that escape what is put into them, one style within the page, and nothing else that a browser loads.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

use super::problem::ApiError;
use crate::domain::code::Code;

/// Templates by name. Those whose names end in `.html` escape what is put into them.
///
/// # Panics
/// When one is not well formed, which a test of each page holds.
pub fn templates(texts: &[(&'static str, &'static str)]) -> Environment<'static> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    for (name, text) in texts {
        templates.add_template(name, text).expect("templates are well formed, a test holds it");
    }
    templates
}

/// The policy of a page: nothing but the one style that is in it, and forms that go to `forms` (CSP level 3).
pub fn policy(style: &str, forms: &str) -> String {
    let hash = STANDARD.encode(digest(&SHA256, style.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action {forms}; frame-ancestors 'none'"
    )
}

/// The text of a page.
///
/// # Errors
/// Only when a template does not fit what it is given, which a test holds.
pub fn filled<P: Serialize>(templates: &Environment<'_>, template: &str, filling: &P) -> Result<String, ApiError> {
    let html = templates.get_template(template).and_then(|template| template.render(Value::from(Serde(filling))));
    html.map_err(|error| {
        tracing::error!(template, kind = ?error.kind(), line = error.line(), "a page could not be made");
        ApiError::new(Code::Internal)
    })
}
