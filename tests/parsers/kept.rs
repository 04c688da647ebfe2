//! Inputs that a search has found, each with what was wrong.

/// Target, input, and what it broke.
pub const INPUTS: &[(&str, &[u8], &str)] = &[];
