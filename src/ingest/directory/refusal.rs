//! Why a record was not taken.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::text_enum;

text_enum! {
    /// A stable word for each reason to refuse a record of the directory.
    pub enum RefusalReason {
        /// The file cannot be read.
        Unreadable = "unreadable",
        /// A symbolic link; links are not followed.
        SymbolicLink = "symbolic_link",
        /// A directory, pipe or device where a file is expected.
        NotAFile = "not_a_file",
        /// The file is larger than any record.
        FileTooLarge = "file_too_large",
        /// Not JSON in UTF-8.
        NotJson = "not_json",
        /// JSON, but not an object.
        NotAnObject = "not_an_object",
        /// The format has no such field.
        UnknownField = "unknown_field",
        /// A field stands twice.
        RepeatedField = "repeated_field",
        /// A required field is absent.
        MissingField = "missing_field",
        /// Text where a list is expected, and the like.
        WrongType = "wrong_type",
        /// Not a word of the field's closed list.
        UnknownWord = "unknown_word",
        /// A list with fewer items than it must have.
        TooFewItems = "too_few_items",
        /// A list with more items than are taken.
        TooManyItems = "too_many_items",
        /// A list names the same thing twice.
        RepeatedItem = "repeated_item",
        /// A text longer than is taken.
        TextTooLong = "text_too_long",
        /// A text with characters that are not text.
        ControlCharacter = "control_character",
        /// Not of the form `a-b-1`.
        MalformedSlug = "malformed_slug",
        /// A name that is too short, or begins or ends with a space.
        MalformedName = "malformed_name",
        /// Not an international phone number.
        MalformedPhone = "malformed_phone",
        /// Not an e-mail address.
        MalformedEmail = "malformed_email",
        /// Not a web address.
        MalformedUrl = "malformed_url",
        /// Not a PGP fingerprint of ten groups.
        MalformedFingerprint = "malformed_fingerprint",
        /// Not a language code of two letters.
        MalformedLanguage = "malformed_language",
        /// The address has no text in it.
        EmptyAddress = "empty_address",
        /// The record's slug is not the name of its file.
        SlugIsNotFileName = "slug_is_not_file_name",
        /// Two files of the folder have the same slug, so neither is taken.
        RepeatedSlug = "repeated_slug",
        /// The record redirects to one that is neither in the folder nor in the directory.
        RedirectTargetMissing = "redirect_target_missing",
        /// The record redirects, by way of others, to itself.
        RedirectCycle = "redirect_cycle",
    }
}

/// One thing that is wrong with a record.
///
/// Holds no value of the record, only places and rules: a record may hold names and addresses of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RecordProblem {
    /// The reason, for programs.
    pub reason: RefusalReason,
    /// Where, as a JSON pointer into the record; empty for the record as a whole.
    #[schema(example = "/sources/0")]
    pub pointer: String,
    /// The rule that is broken, in words.
    #[schema(example = "must be a web address that begins with http or https")]
    pub detail: String,
}

impl RecordProblem {
    /// A problem at a place of the record.
    pub fn at(pointer: impl Into<String>, reason: RefusalReason, detail: impl Into<String>) -> Self {
        Self { reason, pointer: pointer.into(), detail: detail.into() }
    }

    /// A problem of the record as a whole.
    pub fn whole(reason: RefusalReason, detail: impl Into<String>) -> Self {
        Self::at("", reason, detail)
    }
}

/// A file that was not taken, with all that was found wrong up to a bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Refused {
    /// Path of the file inside the folder.
    #[schema(example = "companies/example.json")]
    pub file: String,
    /// What is wrong; never empty.
    pub problems: Vec<RecordProblem>,
}
