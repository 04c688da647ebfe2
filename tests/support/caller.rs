//! A client of the API: gets tokens, sends idempotency keys, holds every answer against the document.

use std::sync::Arc;

use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use tokio::sync::Mutex;

use super::document::Document;

#[derive(Clone)]
pub(super) struct Credential {
    pub(super) id: String,
    pub(super) secret: String,
}

/// A caller. Clones share its token.
#[derive(Clone)]
pub struct Caller {
    address: String,
    credential: Option<Credential>,
    token: Arc<Mutex<Option<String>>>,
    http: reqwest::Client,
    document: Arc<Document>,
}

/// An answer, already held against the document.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Caller {
    pub(super) fn new(address: String, credential: Option<Credential>, document: Arc<Document>) -> Self {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        Self { address, credential, token: Arc::default(), http, document }
    }

    /// The same client, calling another process of the service.
    pub fn at(&self, address: &str) -> Self {
        Self { address: address.to_owned(), ..self.clone() }
    }

    /// The access token, fetched on first use.
    pub async fn token(&self) -> Option<String> {
        let credential = self.credential.as_ref()?;
        let mut token = self.token.lock().await;
        if token.is_none() {
            let request = self
                .http
                .post(format!("{}/oauth/token", self.address))
                .basic_auth(&credential.id, Some(&credential.secret))
                .form(&[("grant_type", "client_credentials")]);
            *token = self.send(request).await.json()["access_token"].as_str().map(str::to_owned);
        }
        token.clone()
    }

    /// Forgets the token, for instance after the clock was moved past its life.
    pub async fn forget_token(&self) {
        *self.token.lock().await = None;
    }

    /// A request to be completed by the test; send it with [`Caller::send`].
    pub async fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.address));
        match self.token().await {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Sends a request and holds the answer against the document.
    pub async fn send(&self, request: RequestBuilder) -> Reply {
        let request = request.build().expect("a sound request");
        let (method, path) = (request.method().as_str().to_ascii_lowercase(), request.url().path().to_owned());
        let sent = request.body().and_then(reqwest::Body::as_bytes).map(<[u8]>::to_vec);
        let answer = self.http.execute(request).await.expect("the server answers");
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let bytes = answer.bytes().await.expect("the whole body").to_vec();
        self.document.check(&method, &path, status, &headers, &bytes);
        if (200..300).contains(&status) {
            self.document.record(&method, &path, sent.as_deref(), &bytes);
        }
        Reply { status, headers, bytes }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path).await).await
    }

    /// Asks for the headers alone. The document names no such operations: they are those of `GET`.
    pub async fn head(&self, path: &str) -> Reply {
        let request = self.request(Method::HEAD, path).await;
        let answer = request.send().await.expect("the server answers");
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        Reply { status, headers, bytes: answer.bytes().await.expect("the whole body").to_vec() }
    }

    /// Posts JSON with a fresh idempotency key.
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.post_with_key(path, &super::unique(), body).await
    }

    pub async fn post_with_key(&self, path: &str, key: &str, body: Value) -> Reply {
        let request =
            self.request(Method::POST, path).await.header("idempotency-key", format!("\"{key}\"")).json(&body);
        self.send(request).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::PATCH, path).await.json(&body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::PUT, path).await.json(&body)).await
    }

    pub async fn put_bytes(&self, path: &str, media: &str, body: Vec<u8>) -> Reply {
        self.send(self.request(Method::PUT, path).await.header("content-type", media).body(body)).await
    }

    /// Posts a file with a fresh idempotency key.
    pub async fn post_bytes(&self, path: &str, media: &str, body: Vec<u8>) -> Reply {
        let key = format!("\"{}\"", super::unique());
        let request = self.request(Method::POST, path).await.header("idempotency-key", key);
        self.send(request.header("content-type", media).body(body)).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.send(self.request(Method::DELETE, path).await).await
    }
}

impl Reply {
    /// The JSON body.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("not JSON: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The JSON body (null when there is none) of an answer that must have this status.
    #[track_caller]
    pub fn expect_status(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text());
        if self.bytes.is_empty() { Value::Null } else { serde_json::from_slice(&self.bytes).unwrap_or(Value::Null) }
    }

    /// The problem body of a refusal that must have this status and code.
    #[track_caller]
    pub fn expect_problem(&self, status: u16, code: &str) -> Value {
        let body = self.expect_status(status);
        assert_eq!(body["code"], code, "{}", self.text());
        body
    }
}
