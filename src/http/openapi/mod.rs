//! The OpenAPI document: collected from the very list of routes that is served, then made easy for generators.

mod errors;
mod examples;
mod headers;
mod lines;
mod normalise;
mod requests;
mod variables;
mod webhooks;
mod words;

use actix_web::App;
use serde_json::Value;
use utoipa::OpenApi;
use utoipa::openapi::security::{ClientCredentials, Flow, HttpAuthScheme, HttpBuilder, OAuth2, Scopes, SecurityScheme};
use utoipa_actix_web::AppExt;

use crate::domain::access::Scope;
use crate::domain::authority::AuthorityId;
use crate::service::answers::AnsweredLine;

use super::deprecation::{self, DEPRECATED};
use super::problem::{Problem, ProblemField};
use super::routes::batches::wire::BatchLine;
use super::routes::controllers::KeptBy;
use super::routes::{self, RouteList};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Recourse",
        description = "Data-protection rights in bulk, for data intermediaries: requests to controllers under Articles 15 to 22 GDPR, \
                       their deadlines and answers, and what follows from silence. All instants are UTC; legal dates are days at the \
                       controller's place.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    servers((url = "/", description = "This server")),
    components(schemas(Problem, ProblemField, KeptBy, AnsweredLine, BatchLine, AuthorityId)),
    modifiers(&Security),
    tags(
        (name = "access", description = "Tokens, keys and clients"),
        (name = "organisations", description = "Intermediaries and their eligibility under Article 80(1)"),
        (name = "controllers", description = "The directory of controllers"),
        (name = "people", description = "Data subjects and their mandates"),
        (name = "campaigns", description = "Campaigns, batches and bulk filing"),
        (name = "requests", description = "Requests, their timeline, deadlines and answers"),
        (name = "deliveries", description = "Messages to controllers, their attempts, and tasks for people"),
        (name = "complaints", description = "Complaints to supervisory authorities: prepared, lodged, followed to their end"),
        (name = "letters", description = "Letters about requests, and templates for them"),
        (name = "events", description = "Feeds and webhook endpoints of organisations"),
        (name = "audit", description = "The audit record, and what proves that nothing of it was changed"),
        (name = "inbox", description = "What controllers see and how they answer"),
        (name = "docket", description = "What supervisory authorities see of the complaints that were lodged with them, and how they answer"),
        (name = "authorities", description = "Supervisory authorities, and which of them a complaint may go to; for anybody and without an account"),
        (name = "calculator", description = "Legal dates and public holidays, for anybody and without an account"),
        (name = "sandbox", description = "The clock of an organisation that is for trying things out"),
        (name = "service", description = "Health, metrics and documentation"),
    )
)]
struct Document;

struct Security;

impl utoipa::Modify for Security {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scopes = Scopes::from_iter(Scope::ALL.iter().map(|scope| (scope.as_str(), describe(*scope))));
        let flow = Flow::ClientCredentials(ClientCredentials::new("/oauth/token", scopes));
        let components = openapi.components.get_or_insert_with(Default::default);
        components.add_security_scheme("oauth2", SecurityScheme::OAuth2(OAuth2::new([flow])));
        let basic = HttpBuilder::new().scheme(HttpAuthScheme::Basic).description(Some("Client id and secret")).build();
        components.add_security_scheme("client", SecurityScheme::Http(basic));
    }
}

fn describe(scope: Scope) -> &'static str {
    match scope {
        Scope::OrganisationsManage => "Register organisations, their evidence and clients",
        Scope::DirectoryManage => "Change the shared directory and its clients",
        Scope::CalendarsManage => "Bring newer calendars of holidays into force",
        Scope::DirectoryRead => "Read the directory of controllers",
        Scope::DirectoryWrite => "Keep private directory entries",
        Scope::PeopleRead => "Read people and mandates",
        Scope::PeopleWrite => "Record people and mandates",
        Scope::RequestsRead => "Read campaigns, batches, requests, events and figures",
        Scope::RequestsFigures => "Read figures of requests, and no request",
        Scope::RequestsWrite => "Prepare, file, withdraw and assess",
        Scope::AnswersRead => "Open what controllers answered",
        Scope::ComplaintsRead => "Read complaints, without their files",
        Scope::ComplaintsFigures => "Read figures of complaints, and no complaint",
        Scope::ComplaintsWrite => "Prepare, lodge and follow complaints, and open their files",
        Scope::WebhooksManage => "Keep webhook endpoints",
        Scope::AuditRead => "Read the audit record",
        Scope::ClientsRead => "Review the clients of the organisation: what they may do and when they last did it",
        Scope::ClientsManage => "Make, change and revoke clients of the organisation",
        Scope::InboxRead => "Read what was addressed to the controller",
        Scope::InboxAnswer => "Answer as the controller",
        Scope::DocketRead => "Read the complaints that were lodged with the authority, and their files",
        Scope::DocketAnswer => "Tell, as the authority, what becomes of them",
    }
}

/// The document as it is checked in, which is what is served: a test holds that it is the finished one. Making it anew at each
/// start would cost memory and time.
pub const CHECKED_IN: &str = include_str!("../../../openapi/v1.json");

/// The finished document.
pub fn document() -> Value {
    let (_, document) = App::new()
        .into_utoipa_app()
        .openapi(Document::openapi())
        .configure(|config| routes::configure(&mut RouteList::Document(config)))
        .split_for_parts();
    let mut json = serde_json::to_value(&document).expect("the document is plain data");
    errors::complete(&mut json);
    headers::complete(&mut json);
    deprecation::mark(DEPRECATED, &mut json);
    lines::insert(&mut json);
    words::insert(&mut json);
    normalise::normalise(&mut json);
    requests::complete(&mut json);
    variables::insert(&mut json);
    webhooks::insert(&mut json);
    examples::insert(&mut json);
    json
}

/// The finished document as the text that is checked in.
pub fn document_text() -> String {
    let mut text = serde_json::to_string_pretty(&document()).expect("the document is plain data");
    text.push('\n');
    text
}
