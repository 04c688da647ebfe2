//! What people read, in seven languages: legal dates, findings, the choice of an authority and the page of a person told in
//! words, with the provisions behind them, and the complaint file.
//!
//! The wording itself is in the `.ftl` files beside this one, a folder per language, compiled in: whole sentences in Fluent,
//! chosen by the plural rules of CLDR and by selectors, so that no sentence is put together from pieces that only fit the
//! grammar of English. Code hands in facts: a step of a deadline, a finding, a day, a citation. It holds no sentence.
//!
//! A message has the name of the word it tells: `step-counted` tells the step `counted`, `finding-late` the finding
//! `late`. Its variables are the fields of that step or finding. Tests hold that every language has the same messages with
//! the same variables, and that each of them can be said.
//!
//! What developers read (problem codes, the API document) is English and stands where it is used.

mod authority;
mod bundle;
mod citation;
mod complaint;
mod days;
mod deadline;
mod finding;
mod language;
mod letter;
mod names;
mod numbers;
pub mod status;

pub use authority::{ExplainedMissingFact, ExplainedNoLead, ExplainedProposal, ExplainedReason, ExplainedRouting};
pub use bundle::Words;
pub use complaint::{Phrase, Told};
pub use deadline::{ExplainedStep, Explanation};
pub use finding::ExplainedFinding;
pub use language::Language;
pub use letter::{LetterLabel, LetterWord};

#[cfg(test)]
mod tests;
