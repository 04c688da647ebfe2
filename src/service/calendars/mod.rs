//! The calendars in force, and what follows when one is revised.
//!
//! Those that come with the program hold until a newer one is imported ([`import`]). Every process looks for newer ones every
//! few seconds ([`refresh`]); then the open deadlines of that country are computed anew ([`recompute_deadlines`]).

mod import;
mod in_force;
mod recompute;

pub use import::{ImportedCalendar, ImportedOutcome, import, import_by_call};
pub use in_force::{CalendarsInForce, refresh};
pub use recompute::{recompute_at_once, recompute_deadlines};
