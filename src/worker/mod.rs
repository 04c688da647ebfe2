//! What happens without a call: batches are processed, messages delivered, deadlines swept.
//!
//! Each kind of work is a step that does a bounded piece of what is due; [`start`] runs the steps until asked to stop. Tests
//! and the demo call the steps themselves, so that nothing there sleeps. Steps are safe to run in any number of processes:
//! what is taken is leased, and what is finished is finished only under the lease.

mod deliver;
mod prove;
mod runner;
mod steps;

pub use runner::{start, start_steps};
pub use steps::{Step, steps, steps_of_every_role};
