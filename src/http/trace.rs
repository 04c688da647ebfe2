//! One id per call, in the response header, in every log line and in every problem body; one log line and one measurement
//! per call. The line tells which client called, as soon as its token or secret told it, and with which code it was refused.
//! Addresses are logged as route patterns: an id or a search value in a URL never reaches the log.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, web};
use tracing::Instrument;

use entity::id::ClientId;

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
    let mut response = TRACE_ID.scope(id.clone(), next.call(request)).instrument(span.clone()).await?;
    let route = response.request().match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    let status = response.status().as_u16();
    let elapsed = started.elapsed();
    let client = response.request().extensions().get::<LoggedClient>().map(|LoggedClient(client)| client.to_string());
    let code = response.response().extensions().get::<Code>().map(|code| code.as_str());
    metrics::histogram!("recourse_http_seconds", "method" => method.clone(), "route" => route.clone(), "status" => status.to_string())
        .record(elapsed.as_secs_f64());
    span.in_scope(|| {
        let elapsed_ms = elapsed.as_secs_f64() * 1000.0;
        tracing::info!(%method, %route, status, code, client, elapsed_ms, "call answered");
    });
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static(HEADER), value);
    }
    Ok(response)
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
