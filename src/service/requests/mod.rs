//! Requests after filing: showing them, better proof of receipt, deadlines that pass, figures.

mod figures;
mod receipt;
mod sweep;

pub use figures::{ControllerFigures, Figures, figures};
pub use receipt::prove_receipt;
pub use sweep::sweep_deadlines;
