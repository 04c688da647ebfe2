//! The canonical form of a scope, for the check against duplicates (B-4: same person, controller, right, scope).
//!
//! Two asks have the same form exactly when a controller would have to do the same thing for both. Order of lists, the format
//! of the answer and space around texts do not count. The form holds personal values: hash it with a key before storing it.

use super::{AccessItem, Ask};

/// Version of the form, so that stored hashes are never compared across a change of it.
const FORM: &[u8] = b"scope/1";

impl Ask {
    /// The canonical bytes of what is asked.
    pub fn scope_bytes(&self) -> Vec<u8> {
        let mut form = Form::default();
        form.part(FORM);
        form.part(self.right().as_str().as_bytes());
        match self {
            Self::Access { items, format: _, copy } => {
                let all: &[AccessItem] = if items.is_empty() { AccessItem::ALL } else { items };
                form.set(all.iter().map(|item| item.as_str().to_owned()));
                form.part(&[u8::from(*copy)]);
            }
            Self::Rectification { fields, statement } => {
                form.set(fields.iter().map(|field| {
                    let mut inner = Form::default();
                    inner.part(field.field.trim().as_bytes());
                    inner.text(&field.wrong);
                    inner.text(&field.right);
                    inner.0
                }));
                form.text(statement);
            }
            // The ground is an argument, not a part of what is to be deleted.
            Self::Erasure { ground: _, scope, data } => {
                form.part(scope.as_str().as_bytes());
                form.set(data.iter().map(|kind| kind.trim().to_owned()));
            }
            Self::Restriction { ground: _, data } => form.set(data.iter().map(|kind| kind.trim().to_owned())),
            Self::Portability { format: _, direct_transfer_to, data } => {
                form.text(direct_transfer_to);
                form.set(data.iter().map(|kind| kind.trim().to_owned()));
            }
            Self::Objection { against, grounds: _ } => form.part(against.as_str().as_bytes()),
            Self::AutomatedDecision { decision, wishes: _, view: _ } => form.text(decision),
        }
        form.0
    }
}

/// Parts, each preceded by its length, so that no two different lists give the same bytes.
#[derive(Default)]
struct Form(Vec<u8>);

impl Form {
    fn part(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        self.0.extend_from_slice(bytes);
    }

    fn text(&mut self, value: &Option<String>) {
        match value {
            None => self.part(&[0]),
            Some(value) => {
                self.part(&[1]);
                self.part(value.trim().as_bytes());
            }
        }
    }

    fn set<T: AsRef<[u8]> + Ord>(&mut self, entries: impl Iterator<Item = T>) {
        let mut entries: Vec<T> = entries.collect();
        entries.sort();
        entries.dedup();
        self.part(&(entries.len() as u64).to_be_bytes());
        for entry in &entries {
            self.part(entry.as_ref());
        }
    }
}
