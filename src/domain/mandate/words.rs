//! What a mandate says in words of its own: which data is meant, and what for. Anybody may write anything there about the person,
//! so that it is kept apart from what is compared and counted, and sealed.

use serde::{Deserialize, Serialize};

use super::{Powers, RequestPower};

/// Stands where words are that are kept apart. No words are empty, see [`Powers::check`].
const KEPT_APART: &str = "";

/// The words of a mandate.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateWords {
    /// Which data is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// What the mandate is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

impl Powers {
    /// Takes the words out and leaves marks in their places, so that it can still be told that the power is limited. None when it
    /// says nothing in words.
    pub fn take_words(&mut self) -> Option<MandateWords> {
        let take =
            |words: &mut Option<String>| words.as_mut().map(|words| std::mem::replace(words, KEPT_APART.to_owned()));
        let words = MandateWords { scope: self.scope_mut().and_then(take), purpose: take(&mut self.purpose) };
        (words.scope.is_some() || words.purpose.is_some()).then_some(words)
    }

    /// The same with marks in the places of its words.
    #[must_use]
    pub fn without_words(&self) -> Self {
        let mut powers = self.clone();
        powers.take_words();
        powers
    }

    /// Puts words back into their places.
    pub fn put_words(&mut self, words: MandateWords) {
        if let Some(scope) = self.scope_mut() {
            *scope = words.scope;
        }
        self.purpose = words.purpose;
    }

    /// Takes away the marks of words that nobody can read any more. Tells whether there was one.
    pub fn forget_words(&mut self) -> bool {
        let forget = |words: &mut Option<String>| words.take_if(|words| words == KEPT_APART).is_some();
        let scope = self.scope_mut().is_some_and(forget);
        forget(&mut self.purpose) || scope
    }

    fn scope_mut(&mut self) -> Option<&mut Option<String>> {
        self.request.as_mut().map(|RequestPower { scope, .. }| scope)
    }
}
