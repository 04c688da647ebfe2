//! Puts the server together: limits, headers, documentation, graceful stop.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::middleware::{self, DefaultHeaders};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, ResponseError, web};
use metrics_exporter_prometheus::PrometheusHandle;

use crate::domain::code::Code;
use crate::service::Context;

use super::followers::Followers;
use super::limit::{self, Limiter};
use super::patience::Patience;
use super::problem::ApiError;
use super::proxies::Proxies;
use super::routes::RouteList;
use super::tls::Certificates;
use super::{allow, deprecation, docs, head, packed, pages, routes, trace};

/// How the server is bound and bounded.
#[derive(Debug, Clone)]
pub struct ServerOptions {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Threads that take calls.
    pub workers: usize,
    /// Calls per minute and client.
    pub calls_per_minute: u32,
    /// How long is waited for bodies.
    pub patience: Patience,
    /// The proxies that are believed when they say for whom they call.
    pub proxies: Proxies,
    /// How long calls in flight may take to finish after a stop was asked for, in seconds.
    pub stop_seconds: u64,
    /// For TLS; none where something in front of the service speaks it.
    pub certificates: Option<Arc<Certificates>>,
}

impl ServerOptions {
    /// A server on a free port of this machine, for trying out and for tests: one thread, and calls as many as come.
    pub fn trial() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            workers: 1,
            calls_per_minute: 1_000_000,
            patience: Patience::default(),
            proxies: Proxies::default(),
            stop_seconds: 1,
            certificates: None,
        }
    }
}

/// How long the head of a call may take to arrive, and before it the greeting of a secured connection.
const HEAD_TIME: Duration = Duration::from_secs(15);

/// Takes the address, so that a port already in use is told before anything starts.
pub fn bind(options: &ServerOptions) -> std::io::Result<TcpListener> {
    TcpListener::bind(options.listen)
}

/// The server over a taken address. It runs when awaited, and stops gracefully by its handle.
pub fn run(
    context: Context,
    listener: TcpListener,
    options: &ServerOptions,
    metrics: PrometheusHandle,
) -> std::io::Result<Server> {
    let limiter = Limiter::new(options.calls_per_minute, options.proxies.clone());
    let (followers, patience) = (Followers::default(), options.patience);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(web::Data::new(context.clone()))
            .app_data(web::Data::new(metrics.clone()))
            .app_data(web::Data::new(limiter.clone()))
            .app_data(web::Data::new(followers.clone()))
            .app_data(web::Data::new(patience))
            .configure(|config| routes::configure(&mut RouteList::Server(config)))
            .configure(docs::configure)
            .configure(pages::configure)
            .default_service(web::to(unknown))
            .wrap(middleware::from_fn(packed::middleware))
            .wrap(middleware::from_fn(deprecation::middleware))
            .wrap(middleware::from_fn(head::middleware))
            .wrap(middleware::from_fn(limit::middleware))
            .wrap(security_headers(&context.settings.base_url))
            .wrap(middleware::Compress::default())
            .wrap(middleware::from_fn(trace::middleware))
    })
    .workers(options.workers)
    .client_request_timeout(HEAD_TIME)
    .keep_alive(Duration::from_secs(75))
    .shutdown_timeout(options.stop_seconds)
    .disable_signals();
    let server = match &options.certificates {
        Some(certificates) => {
            let tls = certificates.clone().server().map_err(std::io::Error::other)?;
            server.tls_handshake_timeout(HEAD_TIME).listen_rustls_0_23(listener, tls)?
        }
        None => server.listen(listener)?,
    };
    Ok(server.run())
}

/// What every answer carries that has no such header of its own: pages have another policy of what they load.
fn security_headers(base_url: &str) -> DefaultHeaders {
    let headers = DefaultHeaders::new()
        .add(("content-security-policy", "default-src 'none'; frame-ancestors 'none'"))
        .add(("x-content-type-options", "nosniff"))
        .add(("referrer-policy", "no-referrer"))
        .add(("cache-control", "no-store"))
        .add(("x-frame-options", "DENY"));
    // Said over plain http, it would mean nothing or lock a trial out.
    if base_url.starts_with("https://") {
        headers.add(("strict-transport-security", "max-age=31536000; includeSubDomains"))
    } else {
        headers
    }
}

/// What is not served. A known address with another method says so.
async fn unknown(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    if !request.resource_map().has_resource(request.path()) {
        return Err(ApiError::new(Code::NotFound));
    }
    let mut response = ApiError::new(Code::MethodNotAllowed).error_response();
    if let Ok(methods) = HeaderValue::from_str(&allow::methods_of(request.path())) {
        response.headers_mut().insert(ALLOW, methods);
    }
    Ok(response)
}
