//! The law and the rules of the product: pure functions over plain values.
//!
//! Nothing here waits, reads a clock, draws a random number or names a framework, so that everything can be tested in
//! milliseconds and explained from its inputs. Rule numbers such as `D-7` or `M-9` are those of the legal specification.

#[macro_use]
mod text_enum;

pub use text_enum::UnknownWord;
pub(crate) use text_enum::text_enum;

pub mod access;
pub mod ask;
pub mod audit;
pub mod authority;
pub mod batch;
pub mod calculator;
pub mod calendar;
pub mod campaign;
pub mod code;
pub mod complaint;
pub mod controller;
pub mod deadline;
pub mod delivery;
pub mod egress;
pub mod eligibility;
pub mod event;
pub mod feed;
pub mod finding;
pub mod legal_order;
pub mod letter;
pub mod mandate;
pub mod organisation;
pub mod pacing;
pub mod place;
pub mod problem;
pub mod proof;
pub mod recipient;
pub mod reference;
pub mod reminders;
pub mod request;
pub mod response;
pub mod retention;
pub mod retry;
pub mod right;
pub mod rotation;
pub mod simulation;
pub mod status;
pub mod task;
pub mod version;
pub mod watch;
