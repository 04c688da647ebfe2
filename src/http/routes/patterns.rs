//! Forms of texts that several resources take.

use std::sync::LazyLock;

use regex::Regex;

/// A short stable name; its length is bounded beside.
pub static SLUG: LazyLock<Regex> = LazyLock::new(|| pattern("^[a-z0-9]+(-[a-z0-9]+)*$"));

/// A language of BCP 47, by its form.
pub static LANGUAGE: LazyLock<Regex> = LazyLock::new(|| pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"));

/// A country of ISO 3166-1, by its form.
pub static COUNTRY: LazyLock<Regex> = LazyLock::new(|| pattern("^[A-Z]{2}$"));

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a valid pattern")
}
