//! A client of a service that may die at any moment: it repeats each call, with the same idempotency key, until it is answered.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::Value;

/// How long one call may stay without an answer.
const PATIENCE: Duration = Duration::from_secs(180);

/// An answer that was received.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    pub status: u16,
    pub bytes: Vec<u8>,
}

/// A call with an idempotency key that was acknowledged.
#[derive(Debug, Clone)]
pub struct Acknowledged {
    pub path: String,
    pub key: String,
    pub body: Value,
    pub answered: Answered,
}

/// The client. Clones share token and memory.
#[derive(Clone)]
pub struct Patient {
    address: String,
    credential: (String, String),
    http: reqwest::Client,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    token: Option<String>,
    acknowledged: BTreeMap<String, Acknowledged>,
    repeated: u64,
}

impl Patient {
    pub fn new(address: &str, id: &str, secret: &str) -> Self {
        let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(60)).build().expect("a client");
        let credential = (id.to_owned(), secret.to_owned());
        Self { address: address.to_owned(), credential, http, shared: Arc::default() }
    }

    /// All acknowledged calls that have an idempotency key.
    pub fn acknowledged(&self) -> Vec<Acknowledged> {
        self.shared().acknowledged.values().cloned().collect()
    }

    /// How many calls had to be made again.
    pub fn repeated(&self) -> u64 {
        self.shared().repeated
    }

    /// Posts JSON under a key until there is an answer; a refusal fails the test.
    pub async fn post(&self, path: &str, key: &str, body: Value) -> Value {
        let answered = self.post_as_is(path, key, &body).await;
        let value = expect_success(&format!("POST {path}"), &answered);
        let call = Acknowledged { path: path.to_owned(), key: key.to_owned(), body, answered };
        self.shared().acknowledged.insert(key.to_owned(), call);
        value
    }

    /// Posts JSON under a key until there is an answer, whatever it is.
    pub async fn post_as_is(&self, path: &str, key: &str, body: &Value) -> Answered {
        let headers = [("idempotency-key", format!("\"{key}\"")), ("content-type", "application/json".to_owned())];
        self.call(Method::POST, path, &headers, serde_json::to_vec(body).expect("JSON")).await
    }

    pub async fn patch(&self, path: &str, body: &Value) -> Value {
        let headers = [("content-type", "application/json".to_owned())];
        let answered = self.call(Method::PATCH, path, &headers, serde_json::to_vec(body).expect("JSON")).await;
        expect_success(&format!("PATCH {path}"), &answered)
    }

    pub async fn put(&self, path: &str, media: &str, body: Vec<u8>) -> Value {
        let headers = [("content-type", media.to_owned())];
        expect_success(&format!("PUT {path}"), &self.call(Method::PUT, path, &headers, body).await)
    }

    pub async fn get(&self, path: &str) -> Value {
        expect_success(&format!("GET {path}"), &self.call(Method::GET, path, &[], Vec::new()).await)
    }

    /// Reads what is no JSON.
    pub async fn get_bytes(&self, path: &str) -> Vec<u8> {
        let answered = self.call(Method::GET, path, &[], Vec::new()).await;
        assert_eq!(answered.status, 200, "GET {path}: {}", String::from_utf8_lossy(&answered.bytes));
        answered.bytes
    }

    /// Reads one JSON object per line.
    pub async fn get_lines(&self, path: &str) -> Vec<Value> {
        let answered = self.call(Method::GET, path, &[], Vec::new()).await;
        assert_eq!(answered.status, 200, "GET {path}: {}", String::from_utf8_lossy(&answered.bytes));
        let lines = answered.bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        lines.map(|line| serde_json::from_slice(line).expect("a JSON object on each line")).collect()
    }

    /// Sends a signed callback, which needs no token.
    pub async fn callback(&self, path: &str, headers: &[(&str, String)], body: Vec<u8>) -> Value {
        let mut headers = headers.to_vec();
        headers.push(("content-type", "application/json".to_owned()));
        expect_success(&format!("POST {path}"), &self.repeat(Method::POST, path, &headers, body, false).await)
    }

    async fn call(&self, method: Method, path: &str, headers: &[(&str, String)], body: Vec<u8>) -> Answered {
        self.repeat(method, path, headers, body, true).await
    }

    async fn repeat(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, String)],
        body: Vec<u8>,
        with_token: bool,
    ) -> Answered {
        let started = Instant::now();
        loop {
            match self.once(&method, path, headers, &body, with_token).await {
                // The token is over, or the service is not ready, or the same call still runs.
                Some(Answered { status: 401, .. }) if with_token => self.shared().token = None,
                Some(answered) if !is_passing(&answered) => return answered,
                _ => {}
            }
            assert!(started.elapsed() < PATIENCE, "{method} {path} stays without an answer");
            self.shared().repeated += 1;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// One try; none when the connection broke.
    async fn once(
        &self,
        method: &Method,
        path: &str,
        headers: &[(&str, String)],
        body: &[u8],
        with_token: bool,
    ) -> Option<Answered> {
        let mut request = self.http.request(method.clone(), format!("{}{path}", self.address));
        if with_token {
            request = request.bearer_auth(self.token().await?);
        }
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let answer = request.body(body.to_vec()).send().await.ok()?;
        let status = answer.status().as_u16();
        Some(Answered { status, bytes: answer.bytes().await.ok()?.to_vec() })
    }

    async fn token(&self) -> Option<String> {
        if let Some(token) = self.shared().token.clone() {
            return Some(token);
        }
        let (id, secret) = &self.credential;
        let asked = self.http.post(format!("{}/oauth/token", self.address)).basic_auth(id, Some(secret));
        let answer = asked.form(&[("grant_type", "client_credentials")]).send().await.ok()?;
        let answer: Value = answer.json().await.ok()?;
        let token = answer["access_token"].as_str().map(str::to_owned);
        self.shared().token.clone_from(&token);
        token
    }

    fn shared(&self) -> std::sync::MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_passing(answered: &Answered) -> bool {
    let code = || serde_json::from_slice::<Value>(&answered.bytes).unwrap_or_default()["code"].clone();
    answered.status == 503 || (answered.status == 409 && code() == "idempotency_in_flight")
}

#[track_caller]
fn expect_success(call: &str, answered: &Answered) -> Value {
    let text = String::from_utf8_lossy(&answered.bytes);
    assert!((200..300).contains(&answered.status), "{call} was answered {}: {text}", answered.status);
    serde_json::from_slice(&answered.bytes).unwrap_or_default()
}
