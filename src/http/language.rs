//! In which language a caller reads what is told to people: legal dates and findings.
//!
//! The parameter `language` decides, then the header `Accept-Language`, then what the handler knows of the matter, then English.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{AcceptLanguage, Header, Preference, Quality};
use actix_web::{FromRequest, HttpRequest, HttpResponseBuilder};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::wording::Language;

/// Which language the texts for people are in.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LanguageQuery {
    /// The language of the texts for people; stands above `Accept-Language`.
    #[param(example = "fr")]
    pub language: Option<Language>,
}

/// The header as it is documented.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only describes the header")]
pub struct AcceptLanguageHeader {
    /// Languages of the texts for people, best first; one that is not offered is passed over.
    #[param(rename = "Accept-Language", example = "fr-BE, nl;q=0.8")]
    accept_language: Option<String>,
}

/// The best of the languages that the header `Accept-Language` asks for and that are offered. A header that is not understood
/// asks for nothing.
#[derive(Debug, Clone, Copy)]
pub struct AcceptedLanguage(pub Option<Language>);

impl FromRequest for AcceptedLanguage {
    type Error = std::convert::Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut asked = AcceptLanguage::parse(request).map(|header| header.0).unwrap_or_default();
        asked.retain(|one| one.quality > Quality::ZERO);
        let ranked = AcceptLanguage(asked).ranked();
        let tags = ranked.iter().filter_map(|one| match one {
            Preference::Specific(tag) => Some(tag.as_str()),
            Preference::Any => None,
        });
        ready(Ok(Self(Language::negotiate(tags))))
    }
}

/// Says in which language an answer is, and what that depends on.
pub fn in_language(response: &mut HttpResponseBuilder, language: Language) -> &mut HttpResponseBuilder {
    response.insert_header(("content-language", language.as_str())).insert_header(("vary", "accept-language"))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn accepted(header: &str) -> Option<Language> {
        let request = TestRequest::default().insert_header(("accept-language", header)).to_http_request();
        let accepted = AcceptedLanguage::from_request(&request, &mut Payload::None).into_inner().expect("never fails");
        accepted.0
    }

    #[test]
    fn the_best_that_is_offered_is_taken() {
        for (header, language) in [
            ("fr-CH, fr;q=0.9, en;q=0.8", Some(Language::French)),
            ("en;q=0.5, pl", Some(Language::Polish)),
            ("pt, it;q=0.3, de;q=0.4", Some(Language::German)),
            ("nl;q=0, es;q=0.1", Some(Language::Spanish)),
            ("pt", None),
            ("*", None),
            ("de;q=0", None),
            ("no language, at all;q=9", None),
            ("", None),
        ] {
            assert_eq!(accepted(header), language, "{header}");
        }
    }
}
