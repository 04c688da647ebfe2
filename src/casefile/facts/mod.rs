//! What a complaint file is made of: plain values, filled from wherever they are kept. Nothing here is looked up or decided.
//!
//! Whoever prints one of these for debugging sees no personal value.

mod complaint;
mod person;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use complaint::{
    AuthorityFacts, Competence, ComplaintFacts, Completeness, ControllerFacts, Counts, OrganisationFacts, Point,
    RightCount, Signatory, Slot, SlotFacts,
};
pub use person::{
    Contact, ContactKind, Identifier, MandateFacts, PersonFacts, ReceiptFacts, RequestFacts, ResponseFacts,
};

/// A text of the organisation's own, or one that it took from elsewhere.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The text; a line break begins a new paragraph.
    pub text: String,
    /// Why it is confidential, where it is (C-6). The reason itself is shown to everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidential: Option<String>,
}

impl Passage {
    /// A text that anybody concerned may read.
    pub fn open(text: impl Into<String>) -> Self {
        Self { text: text.into(), confidential: None }
    }

    /// A text that stands in the full version alone, with the reason (C-6).
    pub fn confidential(text: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { text: text.into(), confidential: Some(reason.into()) }
    }
}

/// A file that is evidence: what it is, and by which hash anybody can tell that it is still the same.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// Where it lies in the archive, or how it is called where it is kept. Without a name of a person.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
    /// How many pages it has, where it has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
}

/// The first and the last of several days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

/// Debug texts that show which record it is and none of its values.
macro_rules! debug_without_content {
    ($($name:ident),+ $(,)?) => { $(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+ };
}

debug_without_content!(Passage, FileFacts);

use debug_without_content;
