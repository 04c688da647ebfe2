//! Requests after filing: showing them, better proof of receipt, deadlines that pass, figures.

mod bulk;
mod figures;
mod receipt;
mod release;
mod remind;
mod sweep;

pub use bulk::{BulkAction, BulkOutcome, MAX_AT_ONCE, RefusedRequest, Selection, act, act_on_one, preview};
pub use figures::{ControllerFigures, Figures, figures};
pub use receipt::prove_receipt;
pub use release::release_held_back;
pub use sweep::sweep_deadlines;
