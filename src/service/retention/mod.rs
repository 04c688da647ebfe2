//! Keeping no longer than needed (P-9, Z-6): what is due goes by itself, and each record can say until when it is kept and why.

mod cases;
mod explain;
mod sweep;

pub use explain::{AnswersKept, ComplaintKept, IdentityKept, PersonKept, explain};
pub use sweep::delete_what_is_past;
