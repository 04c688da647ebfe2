//! The languages in which people are told things, and which of them a reader gets.

use unic_langid::LanguageIdentifier;

use crate::domain::text_enum;

text_enum! {
    /// A language in which dates and findings are told (BCP 47).
    pub enum Language {
        /// English.
        English = "en",
        /// French.
        French = "fr",
        /// German.
        German = "de",
        /// Spanish.
        Spanish = "es",
        /// Italian.
        Italian = "it",
        /// Dutch.
        Dutch = "nl",
        /// Polish.
        Polish = "pl",
    }
}

impl Language {
    /// The language meant by a tag of BCP 47, whatever its script, region or case: `fr-CH` means French.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let wanted: LanguageIdentifier = tag.parse().ok()?;
        Self::ALL.iter().copied().find(|known| known.as_str() == wanted.language.as_str())
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
            Self::German => "Deutsch",
            Self::Spanish => "Español",
            Self::Italian => "Italiano",
            Self::Dutch => "Nederlands",
            Self::Polish => "Polski",
        }
    }

    /// The first of the tags, best first, that is a language of this list (the lookup of RFC 4647, section 3.4).
    pub fn negotiate<'t>(wanted: impl IntoIterator<Item = &'t str>) -> Option<Self> {
        wanted.into_iter().find_map(Self::of_tag)
    }
}

/// English, where a reader has asked for nothing that is offered.
impl Default for Language {
    fn default() -> Self {
        Self::English
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_means_its_language() {
        for (tag, language) in [
            ("fr", Some(Language::French)),
            ("fr-CH", Some(Language::French)),
            ("DE-at", Some(Language::German)),
            ("es-419", Some(Language::Spanish)),
            ("nl-Latn-BE", Some(Language::Dutch)),
            ("pl_PL", Some(Language::Polish)),
            ("pt", None),
            ("fry", None),
            ("*", None),
            ("", None),
            ("not a tag", None),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn the_first_that_is_offered_is_taken() {
        assert_eq!(Language::negotiate(["pt", "*", "it-CH", "de"]), Some(Language::Italian));
        assert_eq!(Language::negotiate(["pt"]), None);
        assert_eq!(Language::negotiate([]), None);
        assert_eq!(Language::default(), Language::English);
    }
}
