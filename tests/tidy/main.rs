//! Holds the form of the code: who imports whom, and the few rules that no compiler checks.
//!
//! Each test is one rule. When it fails it says what the rule is for and which lines break it. A rule that stands in the
//! way of something good is changed here, in the same commit, with its reason.

mod documents;
mod form;
mod layers;
mod lexed;
mod licences;
mod paths;
mod recipients;
mod security;
mod sources;
mod texts;

/// Fails with the rule, its reason and every line that breaks it.
fn hold(rule: &str, reason: &str, broken: &[String]) {
    assert!(broken.is_empty(), "\n\n{rule}\n\n{reason}\n\n  {}\n", broken.join("\n  "));
}
