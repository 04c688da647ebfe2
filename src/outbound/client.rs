//! The one client for calls to receivers: bounded in time and size, without redirects, proxies or hidden repeats.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use tokio::time::{Instant, timeout_at};

use super::failure::{Failure, LocalFault, Phase};
use super::resolver::{GuardedResolver, LookUp, SystemLookUp};
use super::retry_after::retry_after;
use crate::domain::egress::EgressPolicy;

/// The name we call ourselves.
const USER_AGENT: &str = concat!("Recourse/", env!("CARGO_PKG_VERSION"));

/// Most header lines of an answer.
const HEADERS_MAX: usize = 64;

/// What one call may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Time to connect.
    pub connect: Duration,
    /// Time for everything: name, connection, request, and the whole answer.
    pub total: Duration,
    /// Most bytes of an answer's header names and values. (The transport gives up at some 400 KiB before this is asked.)
    pub head_bytes: usize,
    /// Most bytes read of an answer's body; the rest is cut and the connection dropped.
    pub body_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(15),
            head_bytes: 16 * 1024,
            body_bytes: 64 * 1024,
        }
    }
}

/// A call that was made, or was to be made, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// How long it took, by the machine's monotonic clock.
    pub elapsed: Duration,
    /// How it ended.
    pub result: Result<Exchange, Failure>,
}

/// The receiver took it: a 2xx answer, read to its end or to the limit.
///
/// Only a *complete* answer counts. A success that breaks off or drips past the deadline is a failure, and the message goes out
/// again under the same id. An answer longer than the limit counts, since it is we who stop reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exchange {
    /// From 200 to 299.
    pub status: u16,
    /// How long the receiver asks us to wait before the next message.
    pub retry_after: Option<Duration>,
    /// How many bytes of the body were read. The bytes are not kept: they are the receiver's words and have no reader here, but for
    /// the answer to a challenge, see [`Client::ask`].
    pub body_excerpt_len: usize,
    /// Whether the body went on after that.
    pub body_cut: bool,
}

/// The client could not be made, for want of the system's certificates for example.
#[derive(Debug, thiserror::Error)]
#[error("the client for outgoing calls could not be made")]
pub struct ClientError(#[source] reqwest::Error);

/// Calls receivers. Cheap to clone; clones share their connections.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    policy: Arc<EgressPolicy>,
    limits: Limits,
}

impl Client {
    /// A client that asks the operating system for names.
    pub fn new(policy: EgressPolicy, limits: Limits) -> Result<Self, ClientError> {
        Self::with_look_up(policy, limits, Arc::new(SystemLookUp::default()))
    }

    /// A client that asks `look_up` for names, and judges what it says.
    pub fn with_look_up(policy: EgressPolicy, limits: Limits, look_up: Arc<dyn LookUp>) -> Result<Self, ClientError> {
        let policy = Arc::new(policy);
        let http = reqwest::Client::builder()
            .user_agent(USER_AGENT)
            .dns_resolver(GuardedResolver::new(Arc::clone(&policy), look_up))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .retry(reqwest::retry::never())
            .referer(false)
            .http1_only()
            .http1_max_headers(HEADERS_MAX)
            .connect_timeout(limits.connect)
            .pool_idle_timeout(Duration::from_secs(30))
            .pool_max_idle_per_host(4)
            .build()
            .map_err(ClientError)?;
        Ok(Self { http, policy, limits })
    }

    /// Posts the bytes to the URL once. `now` is what a date in `Retry-After` is relative to.
    pub async fn post(&self, url: &str, headers: HeaderMap, body: Bytes, now: Timestamp) -> Attempt {
        let begun = Instant::now();
        let result = self.post_until(begun + self.limits.total, url, headers, body, now, 0).await;
        Attempt { elapsed: begun.elapsed(), result: result.map(|(exchange, _)| exchange) }
    }

    /// Posts the bytes once, under the same bounds, and gives the beginning of the body of a success, `keep` bytes of it at most. It
    /// is for comparing with what is expected, and nobody is shown it.
    ///
    /// # Errors
    /// As an [`Attempt`] ends.
    pub async fn ask(
        &self,
        url: &str,
        headers: HeaderMap,
        body: Bytes,
        now: Timestamp,
        keep: usize,
    ) -> Result<Vec<u8>, Failure> {
        let deadline = Instant::now() + self.limits.total;
        self.post_until(deadline, url, headers, body, now, keep).await.map(|(_, kept)| kept)
    }

    async fn post_until(
        &self,
        deadline: Instant,
        url: &str,
        headers: HeaderMap,
        body: Bytes,
        now: Timestamp,
        keep: usize,
    ) -> Result<(Exchange, Vec<u8>), Failure> {
        // The connector does not ask the resolver about literal addresses: they are judged here, with the rest of the URL.
        let destination = self.policy.check_url(url).map_err(Failure::RefusedUrl)?;
        let request = self.http.post(destination.as_url().clone()).headers(headers).body(body);
        let response = timeout_at(deadline, request.send())
            .await
            .map_err(|_| Failure::Timeout(Phase::Answer))?
            .map_err(|error| Failure::of_transport(&error, Phase::Answer))?;
        self.check_head(&response, now)?;
        let status = response.status().as_u16();
        let retry_after = wait_asked(&response, now);
        let mut kept = Vec::new();
        let (body_excerpt_len, body_cut) = timeout_at(deadline, self.read_body(response, keep, &mut kept))
            .await
            .map_err(|_| Failure::Timeout(Phase::Body))?
            .map_err(|error| Failure::of_transport(&error, Phase::Body))?;
        Ok((Exchange { status, retry_after, body_excerpt_len, body_cut }, kept))
    }

    /// Passes a success whose head is within bounds. The body of anything else is never read; its connection is dropped.
    fn check_head(&self, response: &Response, now: Timestamp) -> Result<(), Failure> {
        let size: usize = response.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
        if size > self.limits.head_bytes {
            return Err(Failure::TooLarge);
        }
        let status = response.status();
        match status {
            StatusCode::SWITCHING_PROTOCOLS => Err(Failure::Malformed),
            _ if status.is_success() => Ok(()),
            _ if status.is_redirection() => Err(Failure::Redirect { status: status.as_u16() }),
            _ => Err(Failure::Status { status: status.as_u16(), retry_after: wait_asked(response, now) }),
        }
    }

    /// Reads the body to its end or to the limit, and keeps its first bytes; says how many were read and whether there were more.
    async fn read_body(
        &self,
        mut response: Response,
        keep: usize,
        kept: &mut Vec<u8>,
    ) -> Result<(usize, bool), reqwest::Error> {
        let mut read = 0;
        while let Some(chunk) = response.chunk().await? {
            read += chunk.len();
            kept.extend_from_slice(&chunk[..chunk.len().min(keep - kept.len())]);
            if read > self.limits.body_bytes {
                return Ok((self.limits.body_bytes, true));
            }
        }
        Ok((read, false))
    }
}

fn wait_asked(response: &Response, now: Timestamp) -> Option<Duration> {
    response.headers().get(RETRY_AFTER).and_then(|value| retry_after(value.as_bytes(), now))
}

impl From<LocalFault> for Failure {
    fn from(fault: LocalFault) -> Self {
        Self::Local(fault)
    }
}
