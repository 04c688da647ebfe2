//! Reads uploads of people: CSV and NDJSON, in pieces of any size, in memory that does not grow with the upload.
//!
//! Pure and synchronous. The caller pushes bytes and pulls lines:
//!
//! ```text
//! bytes ─▶ transcode ─▶ frame ─▶ csv / ndjson ─▶ draft ─▶ PersonLine, or the problems of that line
//!  (source   (UTF-16    (where a   (cells or      (checks
//!  encoding)  only)      record     fields)        every value)
//!                        ends)
//! ```
//!
//! Three rules hold everywhere:
//!
//! - A bad line has its own problems and harms no other; a line that was opened by a stray quotation mark is given up alone.
//! - A problem carries a code and the name of a field, never a value.
//! - What is read depends on the bytes alone: neither on how they were cut into pieces, nor on whether reading was resumed
//!   from a [`Checkpoint`] in between.
//!
//! [`detect`] looks at the head of an upload and proposes a dialect and a mapping; [`UploadReader`] reads the whole.

mod checkpoint;
mod country;
mod csv;
mod dates;
mod detect;
mod dialect;
mod draft;
mod encoding;
mod field;
mod frame;
mod json;
mod language;
mod limits;
mod mapping;
mod ndjson;
mod person;
mod problem;
mod reader;
mod separator;
mod survey;
mod synonyms;
mod transcode;
mod words;

#[cfg(test)]
mod tests;

use crate::domain::batch::UploadFormat;
pub use checkpoint::{Checkpoint, Layout};
pub use dates::DateOrder;
pub use detect::{Detection, detect};
pub use dialect::{Dialect, DialectHints, LineEnding, Separator};
pub use encoding::TextEncoding;
pub use field::{Part, TargetField};
pub use json::{AskJson, MandateJson, PersonJson, RectificationJson, check_person};
pub use limits::Limits;
pub use mapping::ColumnMapping;
pub use person::{AskLine, Identifier, MandateLine, PersonLine, RectificationLine};
pub use problem::{LineProblem, UploadProblem};
pub use reader::{Intake, Step, UploadReader};
