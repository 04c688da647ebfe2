//! Keys that change while everything goes on, and sealed values that open at their own place alone.

mod commands;
mod master;
mod organisation;
mod signing;
mod swaps;
pub mod world;
