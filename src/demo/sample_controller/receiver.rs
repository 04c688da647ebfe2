//! The HTTP server of the sample controllers, on loopback.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::dev::ServerHandle;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, RETRY_AFTER};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};

use super::inbox::{Fault, HeaderValues, Inbox, Taken};
use crate::crypto::webhook::{ID_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER};
use crate::ports::Clock;

/// Largest body that is taken, in bytes.
const BODY_BYTES_MAX: usize = 256 * 1024;

/// A server that takes in the messages of any number of controllers, each under its own path. It ends with the value.
pub struct Receiver {
    address: SocketAddr,
    inboxes: Arc<Inboxes>,
    handle: ServerHandle,
}

/// What the handlers share.
struct Inboxes {
    clock: Arc<dyn Clock>,
    by_name: Mutex<HashMap<String, Arc<Inbox>>>,
}

impl Receiver {
    /// Starts the server on a free port of loopback. `clock` is the one by which the age of signatures is judged.
    pub fn start(clock: Arc<dyn Clock>) -> io::Result<Self> {
        let inboxes = Arc::new(Inboxes { clock, by_name: Mutex::default() });
        let shared = web::Data::from(Arc::clone(&inboxes));
        let server = HttpServer::new(move || {
            App::new()
                .app_data(shared.clone())
                .app_data(web::PayloadConfig::new(BODY_BYTES_MAX))
                .route("/in/{name}", web::post().to(receive))
        })
        .workers(1)
        .disable_signals()
        .bind(("127.0.0.1", 0))?;
        let address = server.addrs().first().copied().ok_or(io::ErrorKind::AddrNotAvailable)?;
        let server = server.run();
        let handle = server.handle();
        tokio::spawn(server);
        Ok(Self { address, inboxes, handle })
    }

    /// The inbox of a controller, made when first asked for. Names are plain words that can stand in a URL.
    pub fn inbox(&self, name: &str) -> Arc<Inbox> {
        let mut by_name = self.inboxes.by_name.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(by_name.entry(name.to_owned()).or_default())
    }

    /// Where messages for a controller are sent to.
    pub fn url(&self, name: &str) -> String {
        format!("http://{}/in/{name}", self.address)
    }

    /// Stops the server after the messages that are coming in.
    pub async fn stop(self) {
        self.handle.stop(true).await;
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        // The order to stop is given by the call; the future only waits for its end.
        drop(self.handle.stop(false));
    }
}

async fn receive(
    name: web::Path<String>,
    request: HttpRequest,
    body: web::Bytes,
    inboxes: web::Data<Inboxes>,
) -> HttpResponse {
    let inbox = inboxes.by_name.lock().unwrap_or_else(PoisonError::into_inner).get(name.as_str()).cloned();
    let Some(inbox) = inbox else { return HttpResponse::NotFound().finish() };
    let headers = HeaderValues {
        ids: values(request.headers(), ID_HEADER),
        timestamps: values(request.headers(), TIMESTAMP_HEADER),
        signatures: values(request.headers(), SIGNATURE_HEADER),
    };
    let now = inboxes.clock.now();
    // Whatever faults are ordered, they are for messages.
    match inbox.challenged(&headers, &body, now) {
        Some(Ok(value)) => return HttpResponse::Ok().json(serde_json::json!({ "challenge": value })),
        Some(Err(error)) => return HttpResponse::Unauthorized().body(error.as_str()),
        None => {}
    }
    let fault = inbox.next_fault();
    if let Some(Fault::Refuse { status, retry_after }) = fault {
        let mut refusal =
            HttpResponse::build(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
        if let Some(seconds) = retry_after {
            refusal.insert_header((RETRY_AFTER, seconds));
        }
        return refusal.finish();
    }
    let taken = inbox.take(&headers, &body, now);
    match fault {
        Some(Fault::Slow(wait)) => tokio::time::sleep(wait).await,
        Some(Fault::LoseAnswer) => return HttpResponse::InternalServerError().finish(),
        Some(Fault::Refuse { .. }) | None => {}
    }
    match taken {
        Taken::New | Taken::Again => HttpResponse::NoContent().finish(),
        Taken::Changed => HttpResponse::Conflict().finish(),
        Taken::Malformed => HttpResponse::BadRequest().finish(),
        Taken::Unverified(error) => HttpResponse::Unauthorized().body(error.as_str()),
    }
}

fn values<'a>(headers: &'a HeaderMap, name: &str) -> Vec<&'a [u8]> {
    headers.get_all(name).map(|value| value.as_bytes()).collect()
}
