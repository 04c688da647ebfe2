//! The one table of problem codes, from the one table of problem codes.

use actix_web::HttpResponse;
use minijinja::HtmlEscape;
use serde::Serialize;

use crate::domain::code::Code;
use crate::http::problem::ApiError;

use super::frame;
use super::markdown::{Section, anchor};

#[derive(Serialize)]
struct Row {
    word: &'static str,
    status: u16,
    /// As HTML, like the next.
    cause: String,
    remedy: String,
}

#[derive(Serialize)]
struct Table {
    anchor: String,
    subject: &'static str,
    rows: Vec<Row>,
}

/// Every code with its cause and its remedy.
pub async fn page() -> Result<HttpResponse, ApiError> {
    let tables: Vec<Table> = Code::BY_SUBJECT
        .iter()
        .map(|(subject, codes)| Table {
            anchor: anchor(subject),
            subject,
            rows: codes.iter().map(|code| row(*code)).collect(),
        })
        .collect();
    let sections: Vec<Section> =
        tables.iter().map(|table| Section { anchor: table.anchor.clone(), title: table.subject.to_owned() }).collect();
    frame::page("errors.html", "/docs/errors", "Problem codes", &sections, &tables)
}

fn row(code: Code) -> Row {
    Row { word: code.as_str(), status: code.status(), cause: marked_up(code.title()), remedy: marked_up(code.remedy()) }
}

/// A text in which words between grave accents are code.
fn marked_up(text: &str) -> String {
    let parts = text.split('`').map(HtmlEscape).enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { format!("<code>{part}</code>") } else { part.to_string() }).collect()
}
