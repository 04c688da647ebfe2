//! Typesetting: facts and words in, a PDF out. One compiler, one set of fonts, one house style.
//!
//! A [`Template`] is one or more files of Typst, compiled in; a user never writes one. [`render`] hands it a value of JSON
//! and gives back a file that is PDF/A-2a, for archives, and PDF/UA-1, for screen readers, at once:
//!
//! ```
//! use recourse::typeset::{Document, Template, render};
//!
//! let template = Template::new("letter.typ", r##"
//!     #import "house.typ": *
//!     #show: house.with(reference: sys.inputs.data.reference)
//!     #sys.inputs.data.greeting
//! "##);
//! let document = Document {
//!     title: "Request of 1 March 2026",
//!     language: "en",
//!     dated: "2026-03-01".parse()?,
//!     ident: "req_1",
//! };
//! let data = serde_json::json!({ "reference": "R-1", "greeting": "Dear *sirs*," });
//! let pdf = render(&template, &data, &document)?;
//! assert_eq!(pdf.pages, 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What always holds:
//!
//! - **Values are never markup.** They reach a template as `sys.inputs.data`, already taken apart: the stars above are printed.
//! - **A template sees nothing but its inputs**: no file, no package, no network, no clock, no randomness. `house.typ` is the
//!   only file besides its own.
//! - **The same inputs give the same bytes**: the date of the document is an input, fonts are compiled in, and the
//!   identifier of the file follows from `ident`.
//! - **Memory stays flat**: what the compiler keeps for later is bounded by the last few documents, whatever their number.
//! - **Numbers stay with what they number**: in the texts of the data no line ends after `Art.` or, in Polish, after `w`.
//! - **A file that would not conform is an error**, with the line: a table without header, a title that is missing, a
//!   character that no font has.
//!
//! Every template starts with `#show: house`, which sets page, type, headings and tables; its head says what else it offers.
//! Rendering takes milliseconds of computing: on a server it belongs on a thread that may block.

mod fault;
mod fonts;
mod glue;
mod template;
mod world;

use jiff::civil::Date;
use serde::de::Deserialize as _;
use typst::foundations::{Datetime, Dict, Smart, Value};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

pub use fault::{Fault, TypesetError};
pub use template::Template;

use world::Inputs;

/// For how many documents after its last use the compiler keeps a result. What templates share is used by each of them.
const KEPT_FOR: usize = 8;

/// What the file says about itself.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Its title, which a reader's window shows instead of the name of the file. Never empty.
    pub title: &'a str,
    /// Its language (BCP 47), by which words are hyphenated and read aloud: `fr`, `de-AT`.
    pub language: &'a str,
    /// The day on which it was made.
    pub dated: Date,
    /// What tells it from every other file, the same for the same document. Only a hash of it goes into the file.
    pub ident: &'a str,
}

/// A file that was made.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
}

impl std::fmt::Debug for Pdf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pdf").field("pages", &self.pages).field("size", &self.bytes.len()).finish()
    }
}

/// Makes a PDF from a template and the data that it shows.
///
/// # Errors
/// [`TypesetError`] names each line of a template that does not fit the data, and what was missing there.
pub fn render(template: &Template, data: &serde_json::Value, document: &Document<'_>) -> Result<Pdf, TypesetError> {
    let made = make(template, data, document);
    comemo::evict(KEPT_FOR);
    made
}

fn make(template: &Template, data: &serde_json::Value, document: &Document<'_>) -> Result<Pdf, TypesetError> {
    let dated = Datetime::from_ymd(
        i32::from(document.dated.year()),
        document.dated.month().unsigned_abs(),
        document.dated.day().unsigned_abs(),
    )
    .ok_or_else(|| TypesetError::Refused("the date".to_owned()))?;
    let world = Inputs::new(template, inputs(data, document)?);
    let paged: PagedDocument =
        typst::compile(&world).output.map_err(|found| TypesetError::Template(fault::faults(&world, &found)))?;
    let options = PdfOptions {
        ident: Smart::Custom(document.ident.to_owned()),
        creator: Smart::Custom(Some("Recourse".to_owned())),
        timestamp: Some(Timestamp::new_utc(dated)),
        standards: standards()?,
        ..PdfOptions::default()
    };
    let bytes =
        typst_pdf::pdf(&paged, &options).map_err(|found| TypesetError::Conformance(fault::faults(&world, &found)))?;
    Ok(Pdf { bytes, pages: u32::try_from(paged.pages().len()).unwrap_or(u32::MAX) })
}

/// What templates see as `sys.inputs`: `data`, `title`, `lang` and `region`.
fn inputs(data: &serde_json::Value, document: &Document<'_>) -> Result<Dict, TypesetError> {
    let mut tags = document.language.split('-');
    let data = glue::glued(tags.clone().next().unwrap_or_default(), data);
    let data = Value::deserialize(data).map_err(|_| TypesetError::Refused("the data".to_owned()))?;
    let text = |text: Option<&str>| text.map_or(Value::None, |text| Value::Str(text.into()));
    let language = text(tags.next());
    // A region is two letters; what else may follow a language (script, extension) says nothing to the compiler.
    let region = text(tags.find(|tag| tag.len() == 2));
    let title = text(Some(document.title));
    let pairs = [("data", data), ("title", title), ("lang", language), ("region", region)];
    Ok(pairs.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

/// PDF/A-2a keeps a file readable for decades without anything from outside; PDF/UA-1 makes it readable without eyes.
fn standards() -> Result<PdfStandards, TypesetError> {
    PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|hinted| TypesetError::Refused(hinted.message().to_string()))
}

#[cfg(test)]
mod tests;
