//! How an upload is written: told by the caller, or found in its head.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{DateOrder, TextEncoding};
use crate::domain::text_enum;

text_enum! {
    /// What stands between two columns.
    pub enum Separator {
        /// `;`, the habit where the comma is the decimal sign.
        Semicolon = "semicolon",
        /// `,`
        Comma = "comma",
        /// The tabulator.
        Tab = "tab",
        /// `|`
        Pipe = "pipe",
    }
}

text_enum! {
    /// What stands between two lines.
    pub enum LineEnding {
        /// A line feed, with or without a carriage return before it.
        Lf = "lf",
        /// A carriage return alone, as some old programs write.
        Cr = "cr",
    }
}

impl Separator {
    /// The byte it is, the same in every encoding read here.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

impl LineEnding {
    /// The byte that ends a line.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Lf => b'\n',
            Self::Cr => b'\r',
        }
    }
}

/// What the caller knows about the upload. What is left out is found in its first 64 KiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DialectHints {
    /// Encoding. A byte-order mark in the upload is stronger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<TextEncoding>,
    /// Separator of columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<Separator>,
    /// Order of day, month and year in all dates of the upload.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// Whether the first line holds headings. Assumed unless told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
}

/// How an upload is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Dialect {
    /// Encoding.
    pub encoding: TextEncoding,
    /// Separator of columns. None for NDJSON.
    pub separator: Option<Separator>,
    /// Line ending.
    pub line_ending: LineEnding,
    /// Whether the first line holds headings.
    pub header: bool,
    /// Order of day, month and year; none where no date of a mapped column tells.
    pub date_order: Option<DateOrder>,
    /// Dates were seen that could be two days, with nothing to tell which: state `date_order`, or such dates are refused.
    pub date_order_ambiguous: bool,
}
