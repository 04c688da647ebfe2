//! The service under test.

use std::sync::Arc;

use actix_web::dev::ServerHandle;
use metrics_exporter_prometheus::PrometheusBuilder;
use recourse::config::Config;
use recourse::http::{self, ServerOptions};
use recourse::ports::OffsetClock;
use recourse::service::{Context, clients};
use serde_json::{Value, json};

use super::caller::{Caller, Credential};
use super::database::{Backend, TestDatabase};
use super::document::Document;

/// Largest upload of a batch in tests, so that more than that is soon sent.
pub const MAX_UPLOAD_BYTES: u64 = 16 << 20;
/// Largest file in an answer in tests.
pub const MAX_ATTACHMENT_BYTES: u64 = 4 << 20;

/// A running service with its own database.
pub struct App {
    pub context: Context,
    pub clock: Arc<OffsetClock>,
    pub address: String,
    pub config: Config,
    document: Arc<Document>,
    database: TestDatabase,
    server: ServerHandle,
}

impl App {
    /// None only when PostgreSQL was left out by name.
    pub async fn start(backend: Backend) -> Option<Self> {
        let database = TestDatabase::create(backend).await?;
        let clock = Arc::new(OffsetClock::default());
        let options = ServerOptions::trial();
        let listener = http::bind(&options).expect("a free port");
        let listen = listener.local_addr().expect("a bound port");
        let config = Config {
            data_dir: database.folder.path().to_owned(),
            database_url: Some(database.url.clone()),
            database_connections: 8,
            listen,
            max_upload_bytes: MAX_UPLOAD_BYTES,
            max_attachment_bytes: MAX_ATTACHMENT_BYTES,
            allow_loopback_webhooks: true,
            ..Config::default()
        };
        let started = recourse::cli::start(&config, clock.clone()).await.expect("the service starts");
        let context = started.context;
        let metrics = PrometheusBuilder::new().build_recorder().handle();
        let server = http::run(context.clone(), listener, &options, metrics).expect("the server starts");
        let handle = server.handle();
        tokio::spawn(server);
        let address = format!("http://{listen}");
        Some(Self { context, clock, address, config, document: Document::shared(), database, server: handle })
    }

    /// The same with uploads of any size through `context`: what others measure needs many people at once.
    #[must_use]
    pub fn taking_large_uploads(mut self) -> Self {
        Arc::make_mut(&mut self.context.settings).max_upload_bytes = u64::MAX;
        self
    }

    pub async fn stop(self) {
        self.server.stop(false).await;
        super::examples::record_messages(&self.database.url).await;
        drop(self.context);
        self.database.drop_it().await;
    }

    /// A caller without any credential.
    pub fn anonymous(&self) -> Caller {
        Caller::new(self.address.clone(), None, self.document.clone())
    }

    /// A caller with the given client's credentials, which gets tokens by itself.
    pub fn client(&self, id: &str, secret: &str) -> Caller {
        let credential = Credential { id: id.to_owned(), secret: secret.to_owned() };
        Caller::new(self.address.clone(), Some(credential), self.document.clone())
    }

    /// An operator's client.
    pub async fn operator(&self) -> Caller {
        let client = clients::create_operator(&self.context, "operator".to_owned()).await.expect("an operator");
        self.client(&client.client_id.to_string(), &client.client_secret)
    }

    /// A new organisation and a client of it with all scopes.
    pub async fn organisation(&self, name: &str) -> (Value, Caller) {
        self.registered(json!({ "name": name, "country": "FR", "language": "fr" })).await
    }

    /// A new sandbox and a client of it with all scopes.
    pub async fn sandbox(&self, name: &str) -> (Value, Caller) {
        self.registered(json!({ "name": name, "country": "FR", "language": "fr", "kind": "sandbox" })).await
    }

    async fn registered(&self, new: Value) -> (Value, Caller) {
        let operator = self.operator().await;
        let organisation = operator.post("/v1/organisations", new).await.expect_status(201);
        let scopes: Vec<&str> =
            recourse::domain::access::Scope::of_kind(recourse::domain::access::ClientKind::Organisation)
                .iter()
                .map(|scope| scope.as_str())
                .collect();
        let path = format!("/v1/organisations/{}/clients", organisation["id"].as_str().expect("an id"));
        let client = operator.post(&path, json!({ "name": "tests", "scopes": scopes })).await.expect_status(201);
        let caller = self
            .client(client["client_id"].as_str().expect("an id"), client["client_secret"].as_str().expect("a secret"));
        (organisation, caller)
    }

    /// Another instance of the service beside this one. The embedded database has one process, so that there it is the same
    /// instance once more.
    pub async fn beside(&self) -> Context {
        if self.context.db.is_embedded() {
            return self.context.clone();
        }
        recourse::cli::start(&self.config, self.clock.clone()).await.expect("a second instance starts").context
    }

    /// Another server of the same instance, which lives until it is stopped. Gives its address.
    pub fn serve(&self, options: &ServerOptions) -> (String, ServerHandle) {
        Self::serve_as(self.context.clone(), options)
    }

    /// The same for an instance with other settings.
    pub fn serve_as(context: Context, options: &ServerOptions) -> (String, ServerHandle) {
        let listener = http::bind(options).expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("a bound port"));
        let metrics = PrometheusBuilder::new().build_recorder().handle();
        let server = http::run(context, listener, options, metrics).expect("the server starts");
        let handle = server.handle();
        tokio::spawn(server);
        (address, handle)
    }

    /// The same instance with leases that are over as soon as they are taken.
    pub fn hasty(&self) -> Context {
        let mut context = self.context.clone();
        let lease = jiff::SignedDuration::ZERO;
        context.settings = Arc::new(recourse::service::Settings { lease, ..(*context.settings).clone() });
        context
    }

    /// Looks into the database past the service.
    pub async fn inspector(&self) -> super::Inspector {
        super::Inspector::open_url(&self.database.url).await
    }

    /// Runs one worker step once. Tells how much was due.
    pub async fn step(&self, name: &str) -> u64 {
        let step = recourse::worker::steps().into_iter().find(|step| step.name == name).expect("a step");
        (step.run)(self.context.clone()).await.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Lets every receiver that is to be asked answer its challenge, so that what is delivered by hand has somewhere to go.
    pub async fn prove(&self) {
        while self.step("prove_receivers").await > 0 {}
    }

    /// Runs every worker step until nothing is due. Bounded, so that work that makes work for ever fails the test.
    pub async fn work(&self) {
        for _ in 0..10_000 {
            self.until_visible().await;
            let mut done = 0;
            for step in recourse::worker::steps() {
                done += (step.run)(self.context.clone()).await.unwrap_or_else(|error| panic!("{}: {error}", step.name));
            }
            if done == 0 {
                return;
            }
        }
        panic!("the work does not end");
    }

    /// Waits until readers of feeds may take everything written so far. The horizon of PostgreSQL is that of the whole server,
    /// so that transactions of tests beside this one hold it back for a moment.
    pub async fn until_visible(&self) {
        let written = self.context.db.write(|tx| Box::pin(async move { tx.number().await })).await.expect("a number");
        for _ in 0..1_000 {
            if self.context.db.horizon().await.expect("a horizon") > written {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("a transaction on the server does not end");
    }

    /// Moves the clock and runs what has become due.
    pub async fn after(&self, days: i64) {
        self.clock.advance(jiff::SignedDuration::from_hours(24 * days));
        self.work().await;
    }
}
