//! A look at the head of an upload before it is filed: how it is written, and which column may mean what.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::survey::survey;
use super::{ColumnMapping, Dialect, DialectHints, Limits, UploadFormat, UploadProblem};

/// What the head of an upload shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Detection {
    /// How it is written.
    pub dialect: Dialect,
    /// The headings; empty for NDJSON and where there are none.
    pub headings: Vec<String>,
    /// The mapping given, or one proposed from the headings. To be looked at by a person before it is used.
    pub mapping: ColumnMapping,
    /// Headings for which no use was found.
    pub unused_headings: Vec<String>,
}

/// Looks at the first bytes of an upload (64 KiB are enough; more are not read). `whole` says that there are no more.
///
/// # Errors
///
/// `upload_empty`, `header_malformed`, and for a given mapping `column_missing` and `column_duplicate`.
pub fn detect(
    head: &[u8],
    whole: bool,
    format: UploadFormat,
    hints: &DialectHints,
    mapping: Option<&ColumnMapping>,
) -> Result<Detection, UploadProblem> {
    let limits = Limits::default();
    let whole = whole && head.len() < limits.head_bytes;
    let head = &head[..head.len().min(limits.head_bytes)];
    let found = survey(head, whole, format, hints, mapping, &limits)?;
    Ok(Detection {
        dialect: found.layout.dialect,
        headings: found.headings,
        mapping: found.mapping,
        unused_headings: found.unused,
    })
}
