//! `GET` and `POST /status/{secret}`: what is done in a person's name, and the way to take a mandate back.
//!
//! The secret of the address is all that is needed and all that protects: without it nobody can send the form, so that the form
//! needs no further token. It stands in no log (addresses are logged as patterns), and in no link of the page: they are relative.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};
use entity::id::MandateId;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::render::page;
use crate::domain::code::Code;
use crate::domain::controller::contact;
use crate::http::idempotency::trace_id;
use crate::http::language::AcceptedLanguage;
use crate::http::problem::ApiError;
use crate::service::status_links::{self, Opened, OpenedRequest, OpenedStep};
use crate::service::{Context, Failure};
use crate::store::MandateRecord;
use crate::wording::status::{ComplaintLine, MandateFacts, OrganisationFacts, RequestFacts, StatusFacts};
use crate::wording::{Language, Words};

/// What the address says besides the secret. What is not understood is passed over: a person is never shown an error for it.
#[derive(Debug, Default)]
struct Asked {
    language: Option<Language>,
    step: Option<Step>,
    mandate: Option<MandateId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Asks whether a mandate is to be taken back.
    Confirm,
    /// Says that it was.
    Done,
}

impl Asked {
    fn of(request: &HttpRequest) -> Self {
        let mut asked = Self::default();
        for (name, value) in url::form_urlencoded::parse(request.query_string().as_bytes()) {
            match name.as_ref() {
                "language" => asked.language = value.parse().ok(),
                "mandate" => asked.mandate = value.parse().ok(),
                "step" => {
                    asked.step = match value.as_ref() {
                        "confirm" => Some(Step::Confirm),
                        "done" => Some(Step::Done),
                        _ => None,
                    }
                }
                _ => {}
            }
        }
        asked
    }
}

/// What the form sends.
#[derive(Debug, Deserialize)]
pub(super) struct TakeBack {
    mandate: MandateId,
}

/// Shows the page, or one of the steps by which a mandate is taken back.
pub(super) async fn show(
    request: HttpRequest,
    secret: web::Path<String>,
    accepted: AcceptedLanguage,
    context: web::Data<Context>,
) -> Result<HttpResponse, ApiError> {
    let asked = Asked::of(&request);
    let opened = match status_links::open(&context, trace_id(&request), secret.into_inner()).await {
        Ok(opened) => opened,
        Err(failure) => return gone(failure, asked.language.or(accepted.0)),
    };
    let own = opened.language.as_deref().and_then(Language::of_tag);
    let theirs = Language::of_tag(&opened.organisation.language);
    let language = asked.language.or(own).or(accepted.0).or(theirs).unwrap_or_default();
    let words = Words::of(language);
    let organisation = organisation(&opened);
    let ok = StatusCode::OK;
    let in_force = |id: MandateId| opened.mandates.iter().find(|one| one.id == id && !one.has_ended());
    match (asked.step, asked.mandate.and_then(in_force)) {
        (Some(Step::Confirm), Some(mandate)) => {
            let ending = open_requests(&opened, |request| request.mandate == mandate.id);
            let id = mandate.id.to_string();
            let keep = format!("&step=confirm&mandate={id}");
            page("confirm.html", &words.confirm_page(&id, &organisation, &ending), &keep, language, ok)
        }
        (Some(Step::Done), _) => {
            let running = open_requests(&opened, |request| in_force(request.mandate).is_some());
            page("done.html", &words.done_page(&organisation, &running), "&step=done", language, ok)
        }
        _ => page("overview.html", &words.status_page(&facts(&opened, organisation)), "", language, ok),
    }
}

/// Takes a mandate back and leads to the page that says so. Sending it again changes nothing.
pub(super) async fn take_back(
    request: HttpRequest,
    secret: web::Path<String>,
    accepted: AcceptedLanguage,
    context: web::Data<Context>,
    form: Result<web::Form<TakeBack>, actix_web::Error>,
) -> Result<HttpResponse, ApiError> {
    let language = Asked::of(&request).language;
    // A form that is not ours asks for nothing: it is as a mandate of nobody.
    let failure = match form {
        Err(_) => Code::NotFound.into(),
        Ok(form) => {
            let secret = secret.into_inner();
            match status_links::take_back(&context, trace_id(&request), secret, form.into_inner().mandate).await {
                Ok(()) => {
                    let chosen = language.map(|language| format!("&language={language}")).unwrap_or_default();
                    let to = format!("?step=done{chosen}");
                    return Ok(HttpResponse::SeeOther().insert_header((LOCATION, to)).finish());
                }
                Err(failure) => failure,
            }
        }
    };
    gone(failure, language.or(accepted.0))
}

/// The one page for whatever is not there: unknown, revoked, expired, of an erased person. Other failures stay failures.
fn gone(failure: Failure, language: Option<Language>) -> Result<HttpResponse, ApiError> {
    let error = ApiError::from(failure);
    if error.0.code != Code::NotFound {
        return Err(error);
    }
    let language = language.unwrap_or_default();
    page("gone.html", &Words::of(language).gone_page(), "", language, StatusCode::NOT_FOUND)
}

fn organisation(opened: &Opened) -> OrganisationFacts<'_> {
    let organisation = &opened.organisation;
    OrganisationFacts {
        name: &organisation.name,
        email: organisation.contact_email.as_deref(),
        // Whatever was recorded, a link of the page leads to a web site.
        website: organisation.website.as_deref().filter(|address| contact::web_address(address).is_some()),
    }
}

fn facts<'o>(opened: &'o Opened, organisation: OrganisationFacts<'o>) -> StatusFacts<'o> {
    StatusFacts {
        organisation,
        today: opened.today,
        requests: opened.requests.iter().map(request).collect(),
        complaints: opened.complaints.iter().map(complaint).collect(),
        mandates: opened.mandates.iter().zip(&opened.mandate_ids).map(|(one, id)| mandate(one, id)).collect(),
    }
}

fn open_requests<'o>(opened: &'o Opened, which: impl Fn(&OpenedRequest) -> bool) -> Vec<RequestFacts<'o>> {
    opened.requests.iter().filter(|one| one.is_open && which(one)).map(request).collect()
}

fn complaint(step: &OpenedStep) -> ComplaintLine<'_> {
    ComplaintLine { on: step.on, told: step.told, controller: &step.controller }
}

fn request(request: &OpenedRequest) -> RequestFacts<'_> {
    RequestFacts {
        right: request.right,
        controller: &request.controller,
        status: &request.status,
        deadline: request.deadline.as_ref(),
    }
}

fn mandate<'o>(record: &'o MandateRecord, id: &'o str) -> MandateFacts<'o> {
    let ended = record.mandate.revoked_at.or(record.ended_at);
    MandateFacts {
        id,
        mandate: &record.mandate,
        state: record.state,
        ended_on: ended.map(|at| at.to_zoned(TimeZone::UTC).date()),
    }
}
