//! The guides: files of `docs/guides`, compiled in, by subject and in the order in which they are read.

use std::sync::LazyLock;

use serde::Serialize;

use crate::http::openapi;

use super::markdown::{Operations, Page, render};

/// A guide.
pub struct Guide {
    /// The last part of its address, and the name of its file.
    pub name: &'static str,
    /// What it is about, in the navigation.
    pub subject: &'static str,
    /// What it says.
    pub page: Page,
}

/// A guide as other pages tell of it.
#[derive(Serialize)]
pub struct Teaser {
    name: &'static str,
    subject: &'static str,
    title: &'static str,
    lead: &'static str,
}

impl Guide {
    /// What other pages tell of it.
    pub fn teaser(&'static self) -> Teaser {
        Teaser { name: self.name, subject: self.subject, title: &self.page.title, lead: &self.page.lead }
    }
}

/// Every guide, as in the navigation.
pub static GUIDES: LazyLock<Vec<Guide>> = LazyLock::new(|| {
    let operations = Operations::of(&openapi::document());
    let guide = |subject, name, text| Guide { name, subject, page: render(text, &operations) };
    vec![
        guide("Start", "first-request", include_str!("../../../docs/guides/first-request.md")),
        guide("Start", "sandbox", include_str!("../../../docs/guides/sandbox.md")),
        guide("Organisations", "spreadsheet", include_str!("../../../docs/guides/spreadsheet.md")),
        guide("Organisations", "events", include_str!("../../../docs/guides/events.md")),
        guide("Controllers", "controller", include_str!("../../../docs/guides/controller.md")),
        guide("Every call", "idempotency", include_str!("../../../docs/guides/idempotency.md")),
        guide("Every call", "paging", include_str!("../../../docs/guides/paging.md")),
        guide("Every call", "errors", include_str!("../../../docs/guides/errors.md")),
    ]
});

/// A file that stands in a guide.
pub fn file(name: &str) -> Option<&'static str> {
    GUIDES.iter().find_map(|guide| guide.page.files.get(name)).map(String::as_str)
}
