//! The demonstration, and the parts of it that tests use too.

pub mod sample_controller;
