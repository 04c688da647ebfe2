//! One finished file of a complaint, with what the manifest and the register say of it.

use std::fmt::Write as _;

use aws_lc_rs::digest::{SHA256, digest};

use super::facts::FileFacts;
use crate::typeset::Pdf;

/// Media type of documents.
pub const PDF: &str = "application/pdf";
/// Media type of facts.
pub const JSON: &str = "application/json";
/// Media type of the signature (RFC 7515).
pub const JOSE: &str = "application/jose";

/// A file that was made. It may hold personal values: whoever keeps it seals it.
#[derive(Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it lies in the archive.
    pub path: String,
    /// Media type.
    pub media_type: &'static str,
    /// How many pages it has, where it has pages.
    pub pages: Option<u32>,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Piece {
    /// A document.
    pub(super) fn document(path: String, pdf: Pdf) -> Self {
        Self { path, media_type: PDF, pages: Some(pdf.pages), bytes: pdf.bytes }
    }

    /// Facts, in the one form in which they are written: indented, with a line break at the end.
    ///
    /// # Errors
    /// A fact that JSON cannot hold.
    pub(super) fn facts<T: serde::Serialize>(path: String, value: &T) -> Result<Self, serde_json::Error> {
        let mut bytes = serde_json::to_vec_pretty(value)?;
        bytes.push(b'\n');
        Ok(Self { path, media_type: JSON, pages: None, bytes })
    }

    /// What the manifest and the register say of it.
    pub fn listed(&self) -> FileFacts {
        FileFacts {
            name: self.path.clone(),
            media_type: self.media_type.to_owned(),
            size: self.bytes.len() as u64,
            sha256: sha256_hex(&self.bytes),
            pages: self.pages,
        }
    }
}

impl std::fmt::Debug for Piece {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Piece").field("path", &self.path).field("size", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// The SHA-256 of bytes, in 64 hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    to_hex(digest(&SHA256, bytes).as_ref())
}

/// Bytes in hexadecimal digits.
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a text takes everything");
        text
    })
}
