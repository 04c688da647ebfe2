//! The demonstration, and the parts of it that tests use too.

mod api;
mod cast;
mod complaint;
mod members;
pub mod sample_controller;
mod story;
mod tally;

pub use api::{DemoError, DemoResult};
pub use complaint::Lodged;
pub use story::{Told, tell};
pub use tally::Tally;
