//! The templates of the house, compiled in: a folder per language, a file per letter, and parts that letters share.

use crate::domain::letter::{LetterKind, LetterRight};
use crate::wording::Language;

/// Parts that letters of the house are made of, and that templates of organisations can include: who writes for whom under
/// which mandate, by what the person is recognised, by when and how an answer is due, and the end.
pub const PARTS: &[&str] = &["opening", "particulars", "due", "closing"];

macro_rules! part {
    ($folder:literal, $name:literal) => {
        ($name, include_str!(concat!("templates/", $folder, "/parts/", $name, ".txt")))
    };
}

macro_rules! parts {
    ($folder:literal) => {
        [part!($folder, "opening"), part!($folder, "particulars"), part!($folder, "due"), part!($folder, "closing")]
    };
}

/// The parts of a language, each with its name.
pub const fn parts(language: Language) -> [(&'static str, &'static str); 4] {
    match language {
        Language::English => parts!("en"),
        Language::French => parts!("fr"),
        Language::German => parts!("de"),
        Language::Spanish => parts!("es"),
        Language::Italian => parts!("it"),
        Language::Dutch => parts!("nl"),
        Language::Polish => parts!("pl"),
    }
}

macro_rules! file {
    ($folder:literal, $name:literal) => {
        include_str!(concat!("templates/", $folder, "/", $name, ".txt"))
    };
}

macro_rules! letter {
    ($folder:literal, $kind:expr, $right:expr) => {
        match ($kind, $right) {
            (LetterKind::Request, LetterRight::Access) => file!($folder, "request_access"),
            (LetterKind::Request, LetterRight::Rectification) => file!($folder, "request_rectification"),
            (LetterKind::Request, LetterRight::Erasure) => file!($folder, "request_erasure"),
            (LetterKind::Request, LetterRight::Restriction) => file!($folder, "request_restriction"),
            (LetterKind::Request, LetterRight::Portability) => file!($folder, "request_portability"),
            (LetterKind::Request, LetterRight::Objection) => file!($folder, "request_objection"),
            (LetterKind::Request, LetterRight::ObjectionToMarketing) => {
                file!($folder, "request_objection_to_marketing")
            }
            (LetterKind::Request, LetterRight::AutomatedDecision) => file!($folder, "request_automated_decision"),
            (LetterKind::Reminder, _) => file!($folder, "reminder"),
            (LetterKind::IdentityAnswer, _) => file!($folder, "identity_answer"),
            (LetterKind::ScopeAnswer, _) => file!($folder, "scope_answer"),
            (LetterKind::RefusalContestation, _) => file!($folder, "refusal_contestation"),
        }
    };
}

/// The template of the house for a letter.
pub const fn source(kind: LetterKind, right: LetterRight, language: Language) -> &'static str {
    match language {
        Language::English => letter!("en", kind, right),
        Language::French => letter!("fr", kind, right),
        Language::German => letter!("de", kind, right),
        Language::Spanish => letter!("es", kind, right),
        Language::Italian => letter!("it", kind, right),
        Language::Dutch => letter!("nl", kind, right),
        Language::Polish => letter!("pl", kind, right),
    }
}
