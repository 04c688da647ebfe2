//! A small client of the public API: the demonstration uses nothing that an integration could not use.

use std::sync::atomic::{AtomicU64, Ordering};

use reqwest::Method;
use serde_json::Value;

/// The demonstration did not go as it should.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The service could not be reached.
    #[error("the service does not answer: {0}")]
    Unreachable(#[from] reqwest::Error),
    /// The service refused a call that must succeed.
    #[error("{call} was answered {status}: {body}")]
    Refused {
        /// Method and path.
        call: String,
        /// HTTP status.
        status: u16,
        /// Body of the answer: a problem, which holds no personal value.
        body: String,
    },
    /// Something else. The text says what.
    #[error("{0}")]
    Failed(String),
}

/// Shorthand of the demonstration.
pub type DemoResult<T> = Result<T, DemoError>;

/// A client with its credentials.
pub struct Api {
    base: String,
    id: String,
    secret: String,
    token: tokio::sync::Mutex<Option<String>>,
    http: reqwest::Client,
    calls: AtomicU64,
}

impl Api {
    /// A client of the service at `base`.
    pub fn new(base: &str, id: &str, secret: &str) -> Self {
        Self {
            base: base.to_owned(),
            id: id.to_owned(),
            secret: secret.to_owned(),
            token: tokio::sync::Mutex::new(None),
            http: reqwest::Client::new(),
            calls: AtomicU64::new(0),
        }
    }

    /// The `client_id`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The `client_secret`.
    pub fn secret(&self) -> &str {
        &self.secret
    }

    async fn token(&self) -> DemoResult<String> {
        let mut token = self.token.lock().await;
        if let Some(known) = &*token {
            return Ok(known.clone());
        }
        let answer = self
            .http
            .post(format!("{}/oauth/token", self.base))
            .basic_auth(&self.id, Some(&self.secret))
            .form(&[("grant_type", "client_credentials")])
            .send()
            .await?;
        let body = take("POST /oauth/token", answer).await?;
        let fresh = text(&body, "access_token")?;
        *token = Some(fresh.clone());
        Ok(fresh)
    }

    /// Forgets the token, after the clock was moved past its life.
    pub async fn forget_token(&self) {
        *self.token.lock().await = None;
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> DemoResult<Value> {
        let request = self.http.get(format!("{}{path}", self.base)).bearer_auth(self.token().await?);
        take(&format!("GET {path}"), request.send().await?).await
    }

    /// Reads a file.
    pub async fn download(&self, path: &str) -> DemoResult<Vec<u8>> {
        let request = self.http.get(format!("{}{path}", self.base)).bearer_auth(self.token().await?);
        let answer = request.send().await?;
        let status = answer.status();
        if !status.is_success() {
            let (call, status, body) = (format!("GET {path}"), status.as_u16(), answer.text().await?);
            return Err(DemoError::Refused { call, status, body });
        }
        Ok(answer.bytes().await?.to_vec())
    }

    /// Posts JSON with a fresh idempotency key.
    pub async fn post(&self, path: &str, body: &Value) -> DemoResult<Value> {
        self.send(Method::POST, path, body).await
    }

    /// Puts JSON.
    pub async fn put(&self, path: &str, body: &Value) -> DemoResult<Value> {
        self.send(Method::PUT, path, body).await
    }

    /// Changes a record.
    pub async fn patch(&self, path: &str, body: &Value) -> DemoResult<Value> {
        self.send(Method::PATCH, path, body).await
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> DemoResult<Value> {
        let key = format!("{}-{}", self.id, self.calls.fetch_add(1, Ordering::Relaxed));
        let call = format!("{method} {path}");
        let request = self.http.request(method, format!("{}{path}", self.base)).bearer_auth(self.token().await?);
        take(&call, request.header("idempotency-key", format!("\"{key}\"")).json(body).send().await?).await
    }

    /// Uploads bytes.
    pub async fn upload(&self, path: &str, media: &'static str, bytes: Vec<u8>) -> DemoResult<Value> {
        let request = self.http.put(format!("{}{path}", self.base)).bearer_auth(self.token().await?);
        take(&format!("PUT {path}"), request.header("content-type", media).body(bytes).send().await?).await
    }

    /// Sends a signed callback, as a controller does: no token, the signature is the proof.
    pub async fn callback(&self, path: &str, headers: [(&str, String); 3], body: Vec<u8>) -> DemoResult<Value> {
        let mut request = self.http.post(format!("{}{path}", self.base)).header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(name, value);
        }
        take(&format!("POST {path}"), request.body(body).send().await?).await
    }
}

async fn take(call: &str, answer: reqwest::Response) -> DemoResult<Value> {
    let status = answer.status();
    let body = answer.text().await?;
    if !status.is_success() {
        return Err(DemoError::Refused { call: call.to_owned(), status: status.as_u16(), body });
    }
    if body.is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_str(&body).map_err(|_| DemoError::Failed(format!("{call} was not answered with JSON")))
}

/// A text of an answer that must be there.
pub fn text(value: &Value, name: &str) -> DemoResult<String> {
    let found = value[name].as_str().map(str::to_owned);
    found.ok_or_else(|| DemoError::Failed(format!("an answer without `{name}`")))
}
