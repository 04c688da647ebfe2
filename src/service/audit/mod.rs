//! The audit record: entries about every touch of personal data, the log that proves them, reading both (Z-11), and what watches
//! over them (Z-12).

mod alerts;
mod log;
mod look;
mod note;
mod prove;
mod read;
mod refusals;
mod verify;
mod watch;

pub use alerts::{alerts, limits, set_limits};
pub use log::log_audit_entries;
pub use look::{look_at, look_through, tell_controller};
pub use prove::{Consistency, Inclusion, LatestCheckpoint, consistency, inclusion, latest};
pub use read::entries;
pub(super) use refusals::Refusals;
pub use refusals::{Refusal, note_refusals};
pub use verify::verify;
pub use watch::{forget_habits, watch_audit_entries};
