//! Inputs that a search has found, each with what was wrong.

/// Target, input, and what it broke.
pub const INPUTS: &[(&str, &[u8], &str)] = &[(
    "contacts",
    "\u{0}3＠｡，ｰｼ..｡3......".as_bytes(),
    "a domain with empty and strange labels was no address in its own form",
)];
