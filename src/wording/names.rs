//! Names of places and holidays.
//!
//! Countries of the European Economic Area, the United Kingdom, Switzerland and the other legal orders that are computed have
//! a name in each language; other countries are called by their code. A region is called by its code beside its country.
//!
//! A feast that many countries share has a name in each language, found by its English name. Any other holiday is called in
//! English by its English name, and in the other languages by the name that its country gives it, which is the one a reader
//! can look up there.

use fluent_bundle::FluentArgs;

use super::bundle::{Bundle, try_say};
use super::{Language, Words};
use crate::domain::calendar::Skipped;
use crate::domain::place::Place;

/// The name of a place. None when the text is no place.
pub fn place(names: &Bundle, text: &str) -> Option<String> {
    let place: Place = text.parse().ok()?;
    let mut facts = FluentArgs::new();
    let country = try_say(names, &format!("country-{}", place.country()), None, &facts);
    let country = country.unwrap_or_else(|_| place.country().to_owned());
    if place.subdivision().is_none() {
        return Some(country);
    }
    facts.set("country", country);
    facts.set("code", text);
    try_say(names, "region", None, &facts).ok()
}

/// The name of the holiday on a day that was passed over, if it was one.
pub fn holiday(words: Words, skipped: &Skipped) -> Option<String> {
    let english = skipped.holiday.as_ref()?;
    let key = format!("holiday-{}", key(english));
    let own = || match (words.language(), &skipped.local_name) {
        (Language::English, _) | (_, None) => english.clone(),
        (_, Some(local)) => local.clone(),
    };
    Some(try_say(words.names(), &key, None, &FluentArgs::new()).unwrap_or_else(|_| own()))
}

/// The English name in lower case, words joined by hyphens, without apostrophes: `saint-stephens-day`.
fn key(english: &str) -> String {
    let plain: String = english.to_lowercase().chars().filter(|letter| !matches!(letter, '\'' | '’' | '.')).collect();
    plain
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
