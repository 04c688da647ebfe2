//! Words that letters put together with what is asked: kinds of information, grounds, forms, and the labels of a letter.
//!
//! Sentences of letters are templates of their own (`letters`); here is what fills them: the text of each word of a closed
//! list, in the form in which it stands in a list or after a colon.

use fluent_bundle::FluentArgs;
use jiff::civil::Date;

use super::Words;
use crate::domain::ask::{AccessFormat, AccessItem, DecisionWish, ErasureGround, PortableFormat, RestrictionGround};
use crate::domain::controller::IdentityElement;
use crate::domain::right::Right;
use crate::domain::text_enum;

text_enum! {
    /// Words that stand around a letter.
    pub enum LetterLabel {
        /// Before the id of the request.
        Reference = "reference",
        /// Before id and date of the mandate.
        Mandate = "mandate",
        /// Before the address at which the mandate is verified.
        Verification = "verification",
        /// The number of a page, `%1`, and that of the last, `%2`.
        Page = "page",
        /// What something is, `%1`, and its value, `%2`, in a line.
        Line = "line",
        /// Heading over the rows of what stands around the letter, for those who hear it.
        Details = "details",
    }
}

/// A word of a closed list that a letter says.
pub trait LetterWord: Copy {
    /// The name of its message.
    fn message(self) -> String;
}

macro_rules! letter_words {
    ($( $list:ident = $prefix:literal ),+ $(,)?) => {
        $(impl LetterWord for $list {
            fn message(self) -> String {
                format!(concat!($prefix, "-{}"), self.as_str())
            }
        })+

        /// Every message that a letter can say.
        #[cfg(test)]
        pub(super) fn messages() -> Vec<String> {
            let mut names = vec!["mandate-of".to_owned()];
            $( names.extend($list::ALL.iter().map(|word| word.message())); )+
            names
        }
    };
}

letter_words! {
    AccessItem = "access-item",
    AccessFormat = "access-format",
    PortableFormat = "portable-format",
    ErasureGround = "erasure-ground",
    RestrictionGround = "restriction-ground",
    DecisionWish = "decision-wish",
    IdentityElement = "identity",
    Right = "right",
    LetterLabel = "letter",
}

impl Words {
    /// A word of a closed list as a letter says it.
    pub fn letter_word(&self, word: impl LetterWord) -> String {
        self.sentence(&word.message(), &FluentArgs::new())
    }

    /// A mandate with the day on which it was signed.
    pub fn mandate_of(&self, id: &str, signed_on: Date) -> String {
        let mut facts = FluentArgs::new();
        facts.set("id", id.to_owned());
        facts.set("day", signed_on.to_string());
        self.sentence("mandate-of", &facts)
    }

    /// Provisions in the form of the domain, as this language cites them.
    pub fn cited(&self, provisions: &str) -> String {
        self.citations(provisions)
    }
}
