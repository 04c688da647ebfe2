//! The messages of each language, read once, and the one way to say them.
//!
//! A language has two bundles: *names* (days, places, holidays) and *sentences*. Sentences reach names by functions of
//! Fluent: `DATE($day)`, `WEEKDAY($day)` and `PLACE($place)`, so that each language puts them where its grammar wants them.
//! `COUNT($number)` writes a number with its digits in groups.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

use super::{Language, days, names, numbers};

/// Messages of one language that can be said.
pub type Bundle = FluentBundle<FluentResource>;

/// The files of a language.
pub struct Texts {
    pub names: [&'static str; 3],
    pub sentences: &'static [&'static str],
}

macro_rules! texts {
    ($folder:literal) => {
        Texts {
            names: [
                include_str!(concat!($folder, "/days.ftl")),
                include_str!(concat!($folder, "/places.ftl")),
                include_str!(concat!($folder, "/holidays.ftl")),
            ],
            sentences: &[
                include_str!(concat!($folder, "/citations.ftl")),
                include_str!(concat!($folder, "/deadlines.ftl")),
                include_str!(concat!($folder, "/findings.ftl")),
                include_str!(concat!($folder, "/authorities.ftl")),
                include_str!(concat!($folder, "/letters.ftl")),
                include_str!(concat!($folder, "/complaint.ftl")),
                include_str!(concat!($folder, "/status.ftl")),
            ],
        }
    };
}

/// The files of a language, compiled in.
pub const fn texts(language: Language) -> Texts {
    match language {
        Language::English => texts!("en"),
        Language::French => texts!("fr"),
        Language::German => texts!("de"),
        Language::Spanish => texts!("es"),
        Language::Italian => texts!("it"),
        Language::Dutch => texts!("nl"),
        Language::Polish => texts!("pl"),
    }
}

struct Tongue {
    names: Arc<Bundle>,
    sentences: Bundle,
}

static TONGUES: LazyLock<BTreeMap<Language, Tongue>> =
    LazyLock::new(|| Language::ALL.iter().map(|language| (*language, tongue(*language))).collect());

fn tongue(language: Language) -> Tongue {
    let texts = texts(language);
    let names = Arc::new(bundle(language, &texts.names));
    let mut sentences = bundle(language, texts.sentences);
    for (function, name_of) in [
        ("DATE", days::date as fn(&Bundle, &str) -> Option<String>),
        ("WEEKDAY", days::weekday),
        ("PLACE", names::place),
    ] {
        let names = Arc::clone(&names);
        let call = move |given: &[FluentValue<'_>]| match given {
            [FluentValue::String(text)] => name_of(&names, text),
            _ => None,
        };
        sentences
            .add_function(function, move |given, _| call(given).map_or(FluentValue::Error, FluentValue::from))
            .expect("no two functions have one name");
    }
    let count = move |given: &[FluentValue<'_>]| match given {
        [FluentValue::Number(number)] => {
            number.as_string().parse().ok().map(|number| numbers::grouped(language, number))
        }
        _ => None,
    };
    sentences
        .add_function("COUNT", move |given, _| count(given).map_or(FluentValue::Error, FluentValue::from))
        .expect("no two functions have one name");
    Tongue { names, sentences }
}

fn bundle(language: Language, files: &[&str]) -> Bundle {
    let tag = language.as_str().parse().expect("a language of the list is a tag");
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Marks for the direction of writing serve HTML; in a letter, a PDF or a terminal they are rubbish. All seven languages
    // are written from left to right.
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).expect("wording is well formed, a test holds it");
        bundle.add_resource(resource).expect("no two messages of a language have one name, a test holds it");
    }
    bundle
}

/// What kept a message from being said.
#[derive(Debug, thiserror::Error)]
pub enum Unsaid {
    /// There is no message of this name.
    #[error("there is no message `{0}`")]
    Missing(String),
    /// A variable, function or other message that it needs is missing.
    #[error("the message `{0}` does not fit what it is told about: {1:?}")]
    Unfit(String, Vec<FluentError>),
}

/// The wording of one language.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
    tongue: &'static Tongue,
}

impl Words {
    /// The wording of a language.
    pub fn of(language: Language) -> Self {
        Self { language, tongue: &TONGUES[&language] }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The bundle of names.
    pub fn names(&self) -> &'static Bundle {
        &self.tongue.names
    }

    /// The bundle of sentences.
    #[cfg(test)]
    pub fn sentences(&self) -> &'static Bundle {
        &self.tongue.sentences
    }

    /// Says a message of sentences.
    pub fn sentence(&self, message: &str, facts: &FluentArgs<'_>) -> String {
        self.said(message, try_say(&self.tongue.sentences, message, None, facts))
    }

    /// Says an attribute of a message of sentences.
    pub fn attribute(&self, message: &str, attribute: &str, facts: &FluentArgs<'_>) -> String {
        self.said(message, try_say(&self.tongue.sentences, message, Some(attribute), facts))
    }

    /// Whatever is wrong with the wording, a reader gets an answer: the name of the message. Tests say every message.
    fn said(&self, message: &str, said: Result<String, Unsaid>) -> String {
        said.unwrap_or_else(|unsaid| {
            tracing::error!(language = %self.language, %unsaid, "a message could not be said");
            debug_assert!(false, "{}: {unsaid}", self.language);
            message.to_owned()
        })
    }
}

/// Says a message, or one of its attributes, or tells what is missing.
pub fn try_say(
    bundle: &Bundle,
    message: &str,
    attribute: Option<&str>,
    facts: &FluentArgs<'_>,
) -> Result<String, Unsaid> {
    let missing = || Unsaid::Missing(message.to_owned());
    let entry = bundle.get_message(message).ok_or_else(missing)?;
    let pattern = match attribute {
        None => entry.value(),
        Some(attribute) => entry.get_attribute(attribute).map(|found| found.value()),
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern.ok_or_else(missing)?, Some(facts), &mut errors).into_owned();
    if errors.is_empty() { Ok(text) } else { Err(Unsaid::Unfit(message.to_owned(), errors)) }
}
