//! Documentation for people, served from the binary; nothing is fetched from elsewhere, and the pages' own policy forbids it.

mod errors;
mod frame;
mod guides;
mod limits;
mod markdown;

use actix_web::http::header::CONTENT_SECURITY_POLICY;
use actix_web::middleware::DefaultHeaders;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::domain::code::Code;

use super::problem::ApiError;
use guides::{GUIDES, Guide, Teaser};

/// Scripts, styles and calls from here alone. The reference writes styles into its page and shows signs as images in it.
const REFERENCE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                                connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// `/docs`, its guides with their files, the reference to browse, and the tables of codes and of limits.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    // The validator it would ask is a server of others.
    let reference = Config::from("/openapi.json").use_base_layout().doc_expansion("none").validator_url("none");
    let reference = reference.persist_authorization(false).deep_linking(true);
    config
        .route("/docs", web::get().to(home))
        .route("/docs/", web::get().to(to_home))
        .route("/docs/guides", web::get().to(to_home))
        .route("/docs/guides/{name}", web::get().to(guide))
        .route("/docs/files/{name}", web::get().to(file))
        .route("/docs/errors", web::get().to(errors::page))
        .route("/docs/limits", web::get().to(limits::page))
        .service(
            web::scope("/docs/reference")
                .wrap(DefaultHeaders::new().add((CONTENT_SECURITY_POLICY, REFERENCE_POLICY)))
                .route("", web::get().to(to_reference))
                .route("/", web::get().to(reference_page))
                .service(SwaggerUi::new("/{_:.*}").config(reference)),
        );
}

async fn to_home() -> HttpResponse {
    HttpResponse::SeeOther().insert_header(("location", "/docs")).finish()
}

async fn to_reference() -> HttpResponse {
    HttpResponse::SeeOther().insert_header(("location", "/docs/reference/")).finish()
}

/// The page around the reference.
async fn reference_page() -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(include_str!("reference.html"))
}

async fn home() -> Result<HttpResponse, ApiError> {
    let teasers: Vec<Teaser> = GUIDES.iter().map(Guide::teaser).collect();
    frame::page("home.html", "/docs", "Documentation", &[], &teasers)
}

/// A guide, and those beside it.
#[derive(Serialize)]
struct Shown {
    html: &'static str,
    previous: Option<Teaser>,
    next: Option<Teaser>,
}

async fn guide(name: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let at = GUIDES.iter().position(|guide| guide.name == name.as_str()).ok_or(ApiError::new(Code::NotFound))?;
    let beside = |at: Option<usize>| at.and_then(|at| GUIDES.get(at)).map(Guide::teaser);
    let guide = &GUIDES[at];
    let shown = Shown { html: &guide.page.html, previous: beside(at.checked_sub(1)), next: beside(Some(at + 1)) };
    frame::page("guide.html", &format!("/docs/guides/{}", guide.name), &guide.page.title, &guide.page.sections, &shown)
}

/// A program that stands in a guide, to be run as it is.
async fn file(name: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let content = guides::file(&name).ok_or(ApiError::new(Code::NotFound))?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(content))
}
