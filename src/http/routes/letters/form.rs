//! In which form a letter is wanted, and how it is sent.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{Accept, Header, Quality};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::domain::letter::LetterFormat;
use crate::service::letters::Written;
use crate::wording::Language;

/// How a letter is wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LetterQuery {
    /// The form; stands above `Accept`.
    #[param(example = "pdf")]
    pub format: Option<LetterFormat>,
    /// The language; that of the controller when absent, else that of the campaign, else that of the organisation.
    #[param(example = "fr")]
    pub language: Option<Language>,
}

/// The best of the forms that the header `Accept` names; none when it names none of them.
#[derive(Debug, Clone, Copy)]
pub struct WantedForm(pub Option<LetterFormat>);

impl FromRequest for WantedForm {
    type Error = std::convert::Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut accepted = Accept::parse(request).map(|header| header.0).unwrap_or_default();
        accepted.retain(|one| one.quality > Quality::ZERO);
        let best = Accept(accepted).ranked().iter().find_map(|media| of_media(media.essence_str()));
        ready(Ok(Self(best)))
    }
}

fn of_media(media: &str) -> Option<LetterFormat> {
    match media {
        "text/html" => Some(LetterFormat::Html),
        "text/plain" => Some(LetterFormat::Text),
        "application/pdf" => Some(LetterFormat::Pdf),
        _ => None,
    }
}

impl WantedForm {
    /// The form: what the parameter says, else what the header says, else plain text.
    pub fn or(self, named: Option<LetterFormat>) -> LetterFormat {
        named.or(self.0).unwrap_or(LetterFormat::Text)
    }
}

/// Styles in the page, and nothing else; no form, no frame, no script.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'; sandbox";

/// Sends a letter. Its name says nothing of it (Z-19).
pub fn sent(letter: Written) -> HttpResponse {
    let (media, name) = match letter.format {
        LetterFormat::Html => ("text/html; charset=utf-8", "letter.html"),
        LetterFormat::Text => ("text/plain; charset=utf-8", "letter.txt"),
        LetterFormat::Pdf => ("application/pdf", "letter.pdf"),
    };
    HttpResponse::Ok()
        .content_type(media)
        .insert_header(("content-language", letter.language.as_str()))
        .insert_header(("content-disposition", format!("inline; filename=\"{name}\"")))
        .insert_header(("content-security-policy", POLICY))
        .insert_header(("x-content-type-options", "nosniff"))
        .insert_header(("referrer-policy", "no-referrer"))
        .insert_header(("vary", "accept"))
        .insert_header(("cache-control", "no-store"))
        .body(letter.content.into_exposed())
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn the_form_is_named_or_accepted_or_text() {
        for (accept, named, form) in [
            ("application/pdf", None, LetterFormat::Pdf),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", None, LetterFormat::Html),
            ("text/plain;q=0.5, application/pdf;q=0.6", None, LetterFormat::Pdf),
            ("application/pdf;q=0, text/html;q=0.1", None, LetterFormat::Html),
            ("text/html", Some(LetterFormat::Pdf), LetterFormat::Pdf),
            ("*/*", None, LetterFormat::Text),
            ("application/json", None, LetterFormat::Text),
            ("", None, LetterFormat::Text),
        ] {
            let request = TestRequest::default().insert_header(("accept", accept)).to_http_request();
            let wanted = WantedForm::from_request(&request, &mut Payload::None).into_inner().expect("never fails");
            assert_eq!(wanted.or(named), form, "{accept}");
        }
    }
}
