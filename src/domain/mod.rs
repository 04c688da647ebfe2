//! The law and the rules of the product: pure functions over plain values.
//!
//! Nothing here waits, reads a clock, draws a random number or names a framework, so that everything can be tested in
//! milliseconds and explained from its inputs. Rule numbers such as `D-7` or `M-9` are those of the legal specification.

#[macro_use]
mod text_enum;

pub use text_enum::UnknownWord;

pub mod code;
pub mod problem;
