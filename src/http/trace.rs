//! One id per call, in the response header, in every log line and in every problem body; one log line and one measurement
//! per call. The line tells which client called, as soon as its token or secret told it, and with which code it was refused.
//! Addresses are logged as route patterns: an id or a search value in a URL never reaches the log.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, ResponseError, web};
use entity::id::ClientId;
use futures::FutureExt;
use tracing::Instrument;

use super::problem::ApiError;
use crate::domain::code::Code;
use crate::service::Context;

/// The header that carries the id.
pub const HEADER: &str = "x-request-id";

tokio::task_local! {
    static TRACE_ID: String;
}

/// The id of the call being handled, or an empty text outside of one.
pub fn current_id() -> String {
    TRACE_ID.try_with(Clone::clone).unwrap_or_default()
}

/// The id of a call, for handlers.
#[derive(Debug, Clone)]
pub struct TraceId(pub String);

/// The client that a call is logged under.
struct LoggedClient(ClientId);

/// Has the call logged under this client: the one whose genuine token or secret was presented, or, where the proof failed, the one
/// that the caller said it is.
pub(super) fn log_client(request: &HttpRequest, client: ClientId) {
    request.extensions_mut().insert(LoggedClient(client));
}

/// Wraps every call.
pub async fn middleware(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let id = request.headers().get(HEADER).and_then(accepted).unwrap_or_else(|| new_id(&request));
    request.extensions_mut().insert(TraceId(id.clone()));
    let method = request.method().as_str().to_owned();
    let started = Instant::now();
    let span = tracing::info_span!("call", trace_id = %id);
    let answer = AssertUnwindSafe(next.call(request)).catch_unwind();
    let caught = async { answer.await.unwrap_or_else(|_| Err(last_resort(&id))) };
    let answered = TRACE_ID.scope(id.clone(), caught).instrument(span.clone()).await;
    let route = answered.as_ref().ok().and_then(|response| response.request().match_pattern());
    let route = route.unwrap_or_else(|| "unmatched".to_owned());
    let status = match &answered {
        Ok(response) => response.status().as_u16(),
        Err(error) => error.as_response_error().status_code().as_u16(),
    };
    let elapsed = started.elapsed();
    let client = answered.as_ref().ok().and_then(logged_client);
    let code = match &answered {
        Ok(response) => response.response().extensions().get::<Code>().map(|code| code.as_str()),
        Err(_) => Some(Code::Internal.as_str()),
    };
    metrics::histogram!("recourse_http_seconds", "method" => method.clone(), "route" => route.clone(), "status" => status.to_string())
        .record(elapsed.as_secs_f64());
    span.in_scope(|| {
        let elapsed_ms = elapsed.as_secs_f64() * 1000.0;
        tracing::info!(%method, %route, status, code, client, elapsed_ms, "call answered");
    });
    let mut response = answered?;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static(HEADER), value);
    }
    Ok(response)
}

/// The client that called, as soon as it was told.
fn logged_client<B>(response: &ServiceResponse<B>) -> Option<String> {
    response.request().extensions().get::<LoggedClient>().map(|LoggedClient(client)| client.to_string())
}

/// The answer to a call whose handling panicked (ASVS 16.5.4): a problem as any other, that tells nothing of it. The middlewares inside
/// are gone with the handler, so that the headers that they set are set here.
fn last_resort(id: &str) -> Error {
    let mut response = ApiError::new(Code::Internal).error_response();
    let headers = [
        (HEADER, id),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
    ];
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    InternalError::from_response("a panic", response).into()
}

/// A caller's own id is kept when it is short and plain.
fn accepted(value: &HeaderValue) -> Option<String> {
    let text = value.to_str().ok()?;
    let plain = (8..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    plain.then(|| text.to_owned())
}

fn new_id(request: &ServiceRequest) -> String {
    match request.app_data::<web::Data<Context>>() {
        Some(context) => context.ids.next::<uuid::Uuid>().simple().to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::middleware::from_fn;
    use actix_web::test::{TestRequest, init_service};
    use actix_web::{App, HttpResponse, web};
    use serde_json::Value;

    use super::*;

    async fn broken() -> HttpResponse {
        panic!("geheim-4711 of a person");
    }

    #[actix_web::test]
    async fn a_panic_is_answered_with_a_problem_that_tells_nothing_of_it() {
        let routes =
            App::new().route("/broken", web::get().to(broken)).route("/whole", web::get().to(HttpResponse::Ok));
        let service = init_service(routes.wrap(from_fn(middleware))).await;
        let call = |path: &str| TestRequest::get().uri(path).insert_header((HEADER, "call-4711")).to_request();
        let refused = actix_web::dev::Service::call(&service, call("/broken")).await;
        let Err(error) = refused else { panic!("a panic is no answer") };
        let response = error.error_response();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers().get(HEADER).unwrap(), "call-4711");
        assert_eq!(response.headers().get("content-type").unwrap(), crate::http::problem::MEDIA_TYPE);
        let body = actix_web::body::to_bytes(response.into_body()).await.unwrap();
        let problem: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!((&problem["code"], &problem["trace_id"]), (&"internal".into(), &"call-4711".into()));
        assert!(!String::from_utf8_lossy(&body).contains("geheim"), "{problem}");
        // The thread goes on.
        assert!(actix_web::dev::Service::call(&service, call("/whole")).await.unwrap().status().is_success());
    }
}
