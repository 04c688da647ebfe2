//! What follows when a calendar of public holidays is revised: the open deadlines of that country are computed anew.
//!
//! How a newer calendar comes into force is in [`super::reference`].

mod recompute;

pub use recompute::{recompute_at_once, recompute_deadlines};
