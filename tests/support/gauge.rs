//! A receiver that takes everything after a while, and measures how many messages it had at one time. It believes whoever challenges
//! it; that is no message.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpResponse, HttpServer, web};

/// The receiver. It ends with the value.
pub struct Gauge {
    pub url: String,
    measured: web::Data<Measured>,
    handle: ServerHandle,
}

struct Measured {
    hold: Duration,
    present: AtomicUsize,
    most: AtomicUsize,
    total: AtomicUsize,
}

impl Gauge {
    /// One that holds each message for so long.
    pub fn start(hold: Duration) -> Self {
        let (present, most, total) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        let measured = web::Data::from(Arc::new(Measured { hold, present, most, total }));
        let shared = measured.clone();
        let server = HttpServer::new(move || App::new().app_data(shared.clone()).route("/", web::post().to(take)))
            .workers(1)
            .disable_signals()
            .bind(("127.0.0.1", 0))
            .expect("a free port");
        let url = format!("http://{}/", server.addrs()[0]);
        let server = server.run();
        let handle = server.handle();
        tokio::spawn(server);
        Self { url, measured, handle }
    }

    /// Most messages at one time.
    pub fn most(&self) -> usize {
        self.measured.most.load(Ordering::SeqCst)
    }

    /// All messages.
    pub fn total(&self) -> usize {
        self.measured.total.load(Ordering::SeqCst)
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        // The order to stop is given by the call; the future only waits for its end.
        drop(self.handle.stop(false));
    }
}

async fn take(measured: web::Data<Measured>, message: web::Json<serde_json::Value>) -> HttpResponse {
    if message["type"] == "receiver.challenge" {
        return HttpResponse::Ok().json(serde_json::json!({ "challenge": message["data"]["challenge"] }));
    }
    let present = measured.present.fetch_add(1, Ordering::SeqCst) + 1;
    measured.most.fetch_max(present, Ordering::SeqCst);
    measured.total.fetch_add(1, Ordering::SeqCst);
    tokio::time::sleep(measured.hold).await;
    measured.present.fetch_sub(1, Ordering::SeqCst);
    HttpResponse::NoContent().finish()
}
