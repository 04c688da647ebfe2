//! Documentation for people, served from the binary; nothing is fetched from elsewhere.

use std::fmt::Write;

use actix_web::{HttpResponse, web};
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::domain::code::Code;

/// `/docs` (the reference to browse) and `/docs/errors` (the table of codes).
pub(super) fn configure(config: &mut web::ServiceConfig) {
    let reference = Config::from("/openapi.json").use_base_layout().doc_expansion("none").persist_authorization(false);
    config
        .route("/docs", web::get().to(to_reference))
        .route("/docs/errors", web::get().to(errors))
        .service(SwaggerUi::new("/docs/reference/{_:.*}").config(reference));
}

async fn to_reference() -> HttpResponse {
    HttpResponse::SeeOther().insert_header(("location", "/docs/reference/")).finish()
}

/// The one table of codes, from the one table of codes.
async fn errors() -> HttpResponse {
    let mut rows = String::new();
    for code in Code::ALL {
        // Writing to a String cannot fail; the texts are ours and hold no markup.
        let _ = write!(
            rows,
            "<tr id=\"{word}\"><td><code>{word}</code></td><td>{status}</td><td>{title}</td><td>{remedy}</td></tr>",
            word = code.as_str(),
            status = code.status(),
            title = code.title(),
            remedy = code.remedy(),
        );
    }
    let page = include_str!("errors.html").replace("{{rows}}", &rows);
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header(("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'"))
        .body(page)
}
