//! Rate limits per caller: a token bucket (GCRA) for each client whose access token is genuine, or address when there is none.
//!
//! Each replica counts for itself; the limit protects the service, it is not a quota. What must hold across replicas
//! (idempotency, revocation) is in the database.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue, RETRY_AFTER};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError, web};
use entity::id::ClientId;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};

use crate::domain::code::Code;
use crate::service::Context;

use super::caller::token_of;
use super::problem::ApiError;
use super::proxies::Proxies;
use super::{pages, routes};

/// Counts calls.
#[derive(Clone)]
pub struct Limiter {
    calls: Arc<DefaultKeyedRateLimiter<Caller>>,
    per_minute: NonZeroU32,
    proxies: Arc<Proxies>,
    clock: DefaultClock,
}

/// Who is counted as one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Caller {
    Client(ClientId),
    Address(Ipv6Addr),
}

/// Callers remembered before idle ones are forgotten.
const REMEMBERED: usize = 50_000;

impl Limiter {
    /// A limiter of so many calls per minute and caller, all of which may come at once.
    pub fn new(per_minute: u32, proxies: Proxies) -> Self {
        let per_minute = NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN);
        let calls = Arc::new(DefaultKeyedRateLimiter::keyed(Quota::per_minute(per_minute)));
        Self { calls, per_minute, proxies: Arc::new(proxies), clock: DefaultClock::default() }
    }

    /// Seconds to wait, when there have been too many calls.
    fn check(&self, caller: &Caller) -> Result<(), u64> {
        if self.calls.len() > REMEMBERED {
            self.calls.retain_recent();
        }
        self.calls.check_key(caller).map_err(|until| until.wait_time_from(self.clock.now()).as_secs() + 1)
    }
}

/// Who is counted as one: the client whose genuine token the call presents, otherwise its address. What anybody can make up, a
/// credential that was not checked or a header that names another address, never opens a count of its own; a header counts as far as
/// trusted proxies wrote it. Neither is logged.
fn caller(request: &ServiceRequest, proxies: &Proxies) -> Caller {
    let needs_account = !is_open(request.path());
    let context = request.app_data::<web::Data<Context>>().filter(|_| needs_account);
    let token = context.and_then(|context| token_of(request.request(), context));
    match (token, request.peer_addr()) {
        (Some(token), _) => Caller::Client(token.client),
        (None, Some(address)) => Caller::Address(network(proxies.caller(address.ip(), request.headers()))),
        (None, None) => Caller::Address(Ipv6Addr::UNSPECIFIED),
    }
}

/// One count for each subscriber: an address of version 4, or the network of 64 bits that a subscriber has of version 6.
fn network(address: IpAddr) -> Ipv6Addr {
    match address.to_canonical() {
        IpAddr::V4(four) => four.to_ipv6_mapped(),
        IpAddr::V6(six) => Ipv6Addr::from_bits(six.to_bits() & !u128::from(u64::MAX)),
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
    if let Err(seconds) = limiter.check(&caller(&request, &limiter.proxies)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_subscriber_is_one_caller() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("192.0.2.1"), of("::ffff:192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }

    #[test]
    fn each_caller_has_a_count_of_its_own() {
        let limiter = Limiter::new(2, Proxies::default());
        let address = |text: &str| Caller::Address(network(text.parse().unwrap()));
        let (one, other) = (address("192.0.2.1"), address("192.0.2.2"));
        assert!(limiter.check(&one).is_ok() && limiter.check(&one).is_ok());
        assert!((1..=60).contains(&limiter.check(&one).unwrap_err()));
        assert!(limiter.check(&other).is_ok());
        let client = Caller::Client(uuid::Uuid::nil().into());
        assert!(limiter.check(&client).is_ok());
    }
}
