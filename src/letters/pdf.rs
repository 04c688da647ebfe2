//! A letter as a PDF, to be printed and posted, or kept.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::markup::{Block, Run};
use super::sheet::Sheet;
use crate::typeset::{Document, Template, TypesetError, render};

static TEMPLATE: LazyLock<Template> = LazyLock::new(|| Template::new("letter.typ", include_str!("letter.typ")));

/// Why a letter cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// It holds characters that no font has; HTML and text can be had.
    #[error("the letter holds characters that no font has")]
    Unprintable,
    /// The template of the sheet does not fit.
    #[error(transparent)]
    Defect(TypesetError),
}

/// The file, and how many pages it has.
pub fn page(sheet: &Sheet) -> Result<(Vec<u8>, u32), PdfError> {
    let document = Document {
        title: &sheet.body.subject,
        language: sheet.language.as_str(),
        dated: sheet.today,
        ident: &sheet.ident,
    };
    match render(&TEMPLATE, &data(sheet), &document) {
        Ok(pdf) => Ok((pdf.bytes, pdf.pages)),
        // What is set here conforms, a test holds it: only the characters are not known before.
        Err(TypesetError::Conformance(_)) => Err(PdfError::Unprintable),
        Err(error) => Err(PdfError::Defect(error)),
    }
}

/// What the template is told.
fn data(sheet: &Sheet) -> Value {
    let address = sheet.address.as_str();
    let (beside, below) = sheet.details.split_at(sheet.details.len().min(2));
    // What the letter says itself is not said again below it.
    let below = if sheet.body.says(address) { &[] } else { below };
    let runs = |runs: &[Run]| runs.iter().flat_map(|run| with_address(run, address)).collect::<Vec<Value>>();
    let block = |block: &Block| match block {
        Block::Paragraph { runs: own } => json!({ "kind": "paragraph", "runs": runs(own) }),
        Block::List { items } => {
            json!({ "kind": "list", "items": items.iter().map(|item| runs(item)).collect::<Vec<_>>() })
        }
        Block::Table { head, rows } => {
            let cells = |row: &[Vec<Run>]| row.iter().map(|cell| runs(cell)).collect::<Vec<_>>();
            let rows: Vec<_> = rows.iter().map(|row| cells(row)).collect();
            json!({ "kind": "table", "head": cells(head), "rows": rows })
        }
    };
    json!({
        "sender": sheet.sender,
        "contact": sheet.contact,
        "recipient": sheet.recipient,
        "date": sheet.date,
        "reference": sheet.reference,
        "address": address,
        "beside": beside,
        "below": below,
        "page": sheet.page,
        "body": { "subject": sheet.body.subject, "blocks": sheet.body.blocks.iter().map(block).collect::<Vec<_>>() },
    })
}

/// A piece of text, in pieces around the address of the mandate: the one address that is followed. None of a person's values
/// becomes one.
fn with_address(run: &Run, address: &str) -> Vec<Value> {
    let Run::Text { text, strong } = run else { return vec![json!({ "kind": "break" })] };
    let mut pieces = Vec::new();
    for (place, words) in text.split(address).enumerate() {
        if place > 0 {
            pieces.push(json!({ "kind": "address", "text": address }));
        }
        if !words.is_empty() {
            pieces.push(json!({ "kind": "text", "text": words, "strong": strong }));
        }
    }
    pieces
}

/// What tells the file of a letter from every other: the same for the same letter of the same day.
pub fn ident(request: &str, kind: &str, today: Date) -> String {
    format!("{request}/{kind}/{today}")
}
