//! The list of all files of a complaint with their hashes, and its signature. Whoever has the published keys of the instance
//! can tell, without asking anybody, that an archive is whole and as it was made.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::facts::{ComplaintFacts, FileFacts};
use super::maker::FORMAT;
use super::names;
use super::piece::{JOSE, Piece, sha256_hex};
use crate::crypto::manifest::{self, Statement, TokenError};
use crate::crypto::signing_key::{SigningKey, VerificationKeys};
use crate::wording::Language;

/// What an archive holds. Everything but the manifest itself and its signature stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the form of the files.
    pub format: String,
    /// The reference of the complaint.
    pub complaint: String,
    /// The day of the file.
    pub prepared_on: Date,
    /// Its language.
    pub language: Language,
    /// The version of the rules with which deadlines were computed.
    pub rule_version: String,
    /// The versions of the calendars used.
    pub calendar_versions: Vec<String>,
    /// The files, in the order in which they lie in the archive.
    pub files: Vec<FileFacts>,
}

/// Why a manifest is not believed.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// The signature is none of this instance.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// It is signed, and it is another one.
    #[error("the signature is of another manifest")]
    Other,
    /// It cannot be read.
    #[error("the manifest cannot be read")]
    Unreadable,
}

impl Manifest {
    /// A list without files.
    pub fn new(complaint: &ComplaintFacts) -> Self {
        Self {
            format: FORMAT.to_owned(),
            complaint: complaint.reference.clone(),
            prepared_on: complaint.prepared_on,
            language: complaint.language,
            rule_version: complaint.rule_version.clone(),
            calendar_versions: complaint.calendar_versions.clone(),
            files: Vec::new(),
        }
    }

    /// Its file.
    ///
    /// # Errors
    /// A fact that JSON cannot hold.
    pub fn piece(&self) -> Result<Piece, serde_json::Error> {
        Piece::facts(names::MANIFEST.to_owned(), self)
    }

    /// The signature of its file, by a key of the instance: a compact JWS (RFC 7515).
    ///
    /// # Errors
    /// [`TokenError::NotSigned`].
    pub fn signature(
        &self,
        piece: &Piece,
        issuer: &str,
        key: &SigningKey,
        now: Timestamp,
    ) -> Result<Piece, TokenError> {
        let statement = Statement {
            complaint: self.complaint.clone(),
            format: self.format.clone(),
            sha256: sha256_hex(&piece.bytes),
            files: self.files.len() as u64,
        };
        let token = manifest::issue(issuer, &statement, key, now)?;
        let path = names::SIGNATURE.to_owned();
        Ok(Piece { path, media_type: JOSE, pages: None, bytes: token.into_bytes() })
    }

    /// Reads a manifest and checks its signature with the published keys alone.
    ///
    /// # Errors
    /// [`ManifestError`].
    pub fn verified(
        bytes: &[u8],
        signature: &str,
        issuer: &str,
        keys: &VerificationKeys,
    ) -> Result<Self, ManifestError> {
        let statement = manifest::verify(issuer, keys, signature)?;
        let read: Self = serde_json::from_slice(bytes).map_err(|_| ManifestError::Unreadable)?;
        let same = statement.sha256 == sha256_hex(bytes)
            && statement.complaint == read.complaint
            && statement.format == read.format
            && statement.files == read.files.len() as u64;
        if same { Ok(read) } else { Err(ManifestError::Other) }
    }
}
