//! Documentation for people, served from the binary; nothing is fetched from elsewhere, and the pages' own policy forbids it.

use std::fmt::Write;

use actix_web::http::header::CONTENT_SECURITY_POLICY;
use actix_web::middleware::DefaultHeaders;
use actix_web::{HttpResponse, web};
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::domain::code::Code;

/// Scripts, styles and calls from here alone. The reference writes styles into its page and shows signs as images in it.
const REFERENCE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                                connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// Styles in the page, and nothing else.
const ERRORS_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// `/docs` (the reference to browse) and `/docs/errors` (the table of codes).
pub(super) fn configure(config: &mut web::ServiceConfig) {
    // The validator it would ask is a server of others.
    let reference = Config::from("/openapi.json").use_base_layout().doc_expansion("none").validator_url("none");
    let reference = reference.persist_authorization(false);
    config.route("/docs", web::get().to(to_reference)).route("/docs/", web::get().to(to_reference));
    config.route("/docs/errors", web::get().to(errors)).service(
        web::scope("/docs/reference")
            .wrap(DefaultHeaders::new().add((CONTENT_SECURITY_POLICY, REFERENCE_POLICY)))
            .route("", web::get().to(to_reference))
            .route("/", web::get().to(page))
            .service(SwaggerUi::new("/{_:.*}").config(reference)),
    );
}

async fn to_reference() -> HttpResponse {
    HttpResponse::SeeOther().insert_header(("location", "/docs/reference/")).finish()
}

/// The page around the reference.
async fn page() -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(include_str!("reference.html"))
}

/// The one table of codes, from the one table of codes.
async fn errors() -> HttpResponse {
    let (mut subjects, mut tables) = (String::new(), String::new());
    for (subject, codes) in Code::BY_SUBJECT {
        let anchor = subject.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "-");
        // Writing to a String cannot fail; the texts are ours and hold no markup.
        let _ = write!(subjects, "<li><a href=\"#{anchor}\">{subject}</a></li>");
        let _ = write!(tables, "<h2 id=\"{anchor}\">{subject}</h2><table>{HEAD}<tbody>");
        for code in *codes {
            let (word, status) = (code.as_str(), code.status());
            let (title, remedy) = (marked_up(code.title()), marked_up(code.remedy()));
            let _ = write!(
                tables,
                "<tr id=\"{word}\"><td><a href=\"#{word}\"><code>{word}</code></a></td><td>{status}</td><td>{title}</td><td>{remedy}</td></tr>"
            );
        }
        tables.push_str("</tbody></table>\n");
    }
    let page = include_str!("errors.html").replace("{{subjects}}", &subjects).replace("{{tables}}", &tables);
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, ERRORS_POLICY))
        .body(page)
}

const HEAD: &str = "<thead><tr><th scope=\"col\">Code</th><th scope=\"col\">Status</th><th scope=\"col\">Meaning</th>\
                    <th scope=\"col\">What to do</th></tr></thead>";

/// A text of ours in which words between grave accents are code.
fn marked_up(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { format!("<code>{part}</code>") } else { part.to_owned() }).collect()
}
