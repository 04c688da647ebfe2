//! Reference data in force in this process, and how newer data comes into force.
//!
//! What comes with the program holds until a newer text is imported ([`import`]). Every process looks for newer ones every few
//! seconds ([`refresh`]). What follows from a newer calendar is in [`super::calendars`].

mod import;
mod in_force;
mod list;

pub use import::{Imported, ImportedOutcome, import, import_by_call};
pub use in_force::{Held, InForce, refresh};
pub use list::{ReferenceEntry, list};
