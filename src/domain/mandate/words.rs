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

#[cfg(test)]
mod tests {
    use super::*;

    fn powers(scope: Option<&str>, purpose: Option<&str>) -> Powers {
        let mut json = serde_json::json!({
            "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "person" },
            "disclosure_consent": true
        });
        if let Some(scope) = scope {
            json["request"]["scope"] = scope.into();
        }
        if let Some(purpose) = purpose {
            json["purpose"] = purpose.into();
        }
        serde_json::from_value(json).expect("powers")
    }

    #[test]
    fn words_come_back_to_their_places() {
        for (scope, purpose) in
            [(Some("My account"), Some("To know")), (Some("My account"), None), (None, Some("To know"))]
        {
            let given = powers(scope, purpose);
            let mut kept = given.clone();
            let words = kept.take_words().expect("words");
            assert_eq!((words.scope.as_deref(), words.purpose.as_deref()), (scope, purpose));
            assert_eq!(kept, given.without_words());
            assert!(!serde_json::to_string(&kept).expect("JSON").contains(['M', 'T']));
            let limited = kept.request.as_ref().expect("a power").scope.is_some();
            assert_eq!(limited, scope.is_some(), "that the power is limited can still be told");
            kept.put_words(words);
            assert_eq!(kept, given);
            assert!(!kept.forget_words());
        }
        assert!(powers(None, None).take_words().is_none());
    }

    #[test]
    fn words_that_are_gone_are_told_of_and_leave_nothing() {
        let mut gone = powers(Some("My account"), Some("To know")).without_words();
        assert!(gone.forget_words());
        assert_eq!(gone, powers(None, None));
        assert!(!gone.forget_words());
    }
}
