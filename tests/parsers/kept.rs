//! Inputs that a search has found, each with what was wrong.

/// Target, input, and what it broke.
pub const INPUTS: &[(&str, &[u8], &str)] = &[
    (
        "contacts",
        "\u{0}3＠｡，ｰｼ..｡3......".as_bytes(),
        "a domain with empty and strange labels was no address in its own form",
    ),
    (
        "bodies",
        b"\xff[{\"full_namecanary7q\":\"\",\"email\":\"a@example.org\",\"given_name\":\"199s\":[\"access\"]}}\x05",
        "a problem repeated the name of a field that its sender had chosen, in a list where an object belongs",
    ),
];
