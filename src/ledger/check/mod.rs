//! Holds a whole log to what was signed: every entry, node and checkpoint, in the order of the log, in memory that does not grow.
//!
//! The entries are hashed anew, and the tree grows over them once more. Each leaf and node that is kept must be the one that results,
//! and at each checkpoint the root must be the one that was signed. At the first that is not, the rest of the log is looked through to
//! say what was done to it.

mod diagnosis;
mod engine;
mod heads;
mod report;
mod source;
#[cfg(test)]
mod tests;

pub use engine::check;
pub use report::{Break, Fault, Report};
pub use source::{Head, Log, Source};
