//! What is said about a line: a code, with the field or the controller it is about. Never a value.

use std::borrow::Cow;

use entity::id::ControllerId;
use serde::{Deserialize, Serialize};

use crate::domain::code::Code;
use crate::ingest::LineProblem;

/// One thing that is wrong with a line, or worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Why.
    pub code: Code,
    /// The field concerned.
    pub field: Option<Cow<'static, str>>,
    /// The controller concerned; the whole line when there is none.
    pub controller: Option<ControllerId>,
    /// Whether it stopped nothing.
    pub warning: bool,
}

impl Note {
    /// A note about the line.
    pub fn of(code: Code) -> Self {
        Self { code, field: None, controller: None, warning: false }
    }

    /// A note about a field.
    pub fn at(code: Code, field: impl Into<Cow<'static, str>>) -> Self {
        Self { field: Some(field.into()), ..Self::of(code) }
    }

    /// The same about one controller.
    pub fn with(self, controller: ControllerId) -> Self {
        Self { controller: Some(controller), ..self }
    }

    /// The same, stopping nothing.
    pub fn as_warning(self) -> Self {
        Self { warning: true, ..self }
    }
}

impl From<LineProblem> for Note {
    fn from(problem: LineProblem) -> Self {
        Self { field: problem.field.map(Cow::Borrowed), ..Self::of(problem.code) }
    }
}

/// A note as it is stored.
#[derive(Serialize, Deserialize)]
struct Stored<'a> {
    code: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    controller_id: Option<ControllerId>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    warning: bool,
}

/// The stored form of a line's notes; none when there are none.
pub fn notes_json(notes: &[Note]) -> Option<String> {
    let stored: Vec<Stored<'_>> = notes
        .iter()
        .map(|note| Stored {
            code: note.code.as_str().into(),
            field: note.field.as_deref().map(Cow::Borrowed),
            controller_id: note.controller,
            warning: note.warning,
        })
        .collect();
    // Plain words and ids always become JSON.
    (!stored.is_empty()).then(|| serde_json::to_string(&stored).unwrap_or_default())
}

/// Reads the stored form; none when it is not one.
pub fn read_notes(text: &str) -> Option<Vec<Note>> {
    let stored: Vec<Stored<'_>> = serde_json::from_str(text).ok()?;
    let note = |stored: Stored<'_>| {
        Some(Note {
            code: stored.code.parse().ok()?,
            field: stored.field.map(|field| Cow::Owned(field.into_owned())),
            controller: stored.controller_id,
            warning: stored.warning,
        })
    };
    stored.into_iter().map(note).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_come_back_from_their_stored_form() {
        let controller = ControllerId(uuid::Uuid::from_u128(5));
        let notes = vec![
            Note::at(Code::EmailInvalid, "email"),
            Note::of(Code::DuplicateRequest).with(controller),
            Note::of(Code::RecentRequest).with(controller).as_warning(),
        ];
        let text = notes_json(&notes).expect("notes");
        assert!(
            text.starts_with(r#"[{"code":"email_invalid","field":"email"},{"code":"duplicate_request","#),
            "{text}"
        );
        assert_eq!(read_notes(&text), Some(notes));
        assert_eq!(notes_json(&[]), None);
        assert_eq!(read_notes("[{\"code\":\"no_such_code\"}]"), None);
    }
}
