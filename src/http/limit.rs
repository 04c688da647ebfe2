//! Rate limits per caller: a token bucket (GCRA) for each access token's client, or address when there is no token.
//!
//! Each replica counts for itself; the limit protects the service, it is not a quota. What must hold across replicas
//! (idempotency, revocation) is in the database.

use std::num::NonZeroU32;
use std::sync::Arc;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{AUTHORIZATION, HeaderName, HeaderValue, RETRY_AFTER};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError, web};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};

use crate::domain::code::Code;

use super::json::sha256;
use super::problem::ApiError;
use super::{pages, routes};

/// Counts calls.
#[derive(Clone)]
pub struct Limiter {
    calls: Arc<DefaultKeyedRateLimiter<[u8; 32]>>,
    per_minute: NonZeroU32,
    clock: DefaultClock,
}

/// Callers remembered before idle ones are forgotten.
const REMEMBERED: usize = 50_000;

impl Limiter {
    /// A limiter of so many calls per minute and caller, all of which may come at once.
    pub fn new(per_minute: u32) -> Self {
        let per_minute = NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN);
        let calls = Arc::new(DefaultKeyedRateLimiter::keyed(Quota::per_minute(per_minute)));
        Self { calls, per_minute, clock: DefaultClock::default() }
    }

    /// Seconds to wait, when there have been too many calls.
    fn check(&self, caller: &[u8; 32]) -> Result<(), u64> {
        if self.calls.len() > REMEMBERED {
            self.calls.retain_recent();
        }
        self.calls.check_key(caller).map_err(|until| until.wait_time_from(self.clock.now()).as_secs() + 1)
    }
}

/// Whoever presents the same credential is one caller. Where no account is needed a credential means nothing, and the address
/// tells callers apart: otherwise whoever sends another one with each call would never be limited.
fn caller(request: &ServiceRequest) -> [u8; 32] {
    let credential = request.headers().get(AUTHORIZATION).filter(|_| !is_open(request.path()));
    match credential {
        Some(value) => sha256(value.as_bytes()),
        None => sha256(request.peer_addr().map(|addr| addr.ip().to_string()).unwrap_or_default().as_bytes()),
    }
}

/// Whether a path needs no account.
fn is_open(path: &str) -> bool {
    routes::is_open_to_anybody(path) || path.starts_with(pages::PATHS)
}

fn is_free(path: &str) -> bool {
    matches!(path, "/health" | "/ready" | "/metrics")
}

/// Wraps every call.
pub async fn middleware<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let limiter = request.app_data::<web::Data<Limiter>>().cloned();
    let Some(limiter) = limiter.filter(|_| !is_free(request.path())) else {
        return Ok(next.call(request).await?.map_into_left_body());
    };
    if let Err(seconds) = limiter.check(&caller(&request)) {
        let mut response = ApiError::new(Code::RateLimited).error_response();
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        return Ok(request.into_response(response).map_into_right_body());
    }
    let mut response = next.call(request).await?.map_into_left_body();
    let policy = format!("\"calls\";q={};w=60", limiter.per_minute);
    if let Ok(value) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(HeaderName::from_static("ratelimit-policy"), value);
    }
    Ok(response)
}
