//! Calls of the public API: a token on first use, an idempotency key for what changes something, problems as failures.

use std::time::Duration;

use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::Value;
use tokio::sync::Mutex;

use super::credential::{self, Credential, Remembered};
use super::failure::{ClientFailure, Problem};
use crate::ports::{OsRandom, Random};

/// How often a call is tried that got no answer, or the answer that the service cannot take it now.
const ATTEMPTS: u32 = 4;

/// A client with its credential.
pub(super) struct Api {
    remembered: Remembered,
    http: reqwest::Client,
    token: Mutex<Option<String>>,
}

impl Api {
    /// As the client that `recourse login` remembered.
    pub(super) fn remembered() -> Result<Self, ClientFailure> {
        Ok(Self::of(credential::read(&credential::place()?)?))
    }

    /// As a client that is not remembered yet.
    pub(super) fn of(remembered: Remembered) -> Self {
        Self { remembered, http: reqwest::Client::new(), token: Mutex::new(None) }
    }

    /// Address of the service.
    pub(super) fn service(&self) -> &str {
        &self.remembered.service
    }

    /// What is remembered of it.
    pub(super) fn into_remembered(self) -> Remembered {
        self.remembered
    }

    /// The access token, got on first use.
    pub(super) async fn token(&self) -> Result<String, ClientFailure> {
        let mut token = self.token.lock().await;
        if let Some(known) = &*token {
            return Ok(known.clone());
        }
        let fresh = match &self.remembered.credential {
            Credential::Token { access_token } => access_token.clone(),
            Credential::Client { client_id, client_secret } => {
                let call = self.http.post(format!("{}/oauth/token", self.service()));
                let call =
                    call.basic_auth(client_id, Some(client_secret)).form(&[("grant_type", "client_credentials")]);
                let body = self.send(call).await?;
                let granted = read(&body)?;
                text(&granted, "access_token").to_owned()
            }
        };
        *token = Some(fresh.clone());
        Ok(fresh)
    }

    /// Reads JSON.
    pub(super) async fn get(&self, path: &str, query: &[(&str, String)]) -> Result<Value, ClientFailure> {
        let bytes = self.get_bytes(path, query).await?;
        read(&bytes)
    }

    /// Reads anything.
    pub(super) async fn get_bytes(&self, path: &str, query: &[(&str, String)]) -> Result<Vec<u8>, ClientFailure> {
        let mut address = url::Url::parse(&format!("{}{path}", self.service()))
            .map_err(|error| ClientFailure::Usage(format!("{}: {error}", self.service())))?;
        if !query.is_empty() {
            address.query_pairs_mut().extend_pairs(query);
        }
        let call = self.http.get(address).bearer_auth(self.token().await?);
        self.send_patiently(call).await
    }

    /// Posts JSON with a fresh idempotency key, so that a repetition after a broken connection takes effect once.
    pub(super) async fn post(&self, path: &str, body: &Value) -> Result<Value, ClientFailure> {
        let mut drawn = [0u8; 16];
        OsRandom::default().fill(&mut drawn);
        let key = format!("\"{:032x}\"", u128::from_be_bytes(drawn));
        let call = self.call(Method::POST, path).await?.header("idempotency-key", key).json(body);
        let bytes = self.send_patiently(call).await?;
        read(&bytes)
    }

    /// A call that is completed and sent by hand, once.
    pub(super) async fn call(&self, method: Method, path: &str) -> Result<RequestBuilder, ClientFailure> {
        let address = format!("{}{path}", self.service());
        Ok(self.http.request(method, address).bearer_auth(self.token().await?))
    }

    /// Sends a call that may be repeated.
    async fn send_patiently(&self, call: RequestBuilder) -> Result<Vec<u8>, ClientFailure> {
        let mut pause = Duration::from_millis(500);
        for _ in 1..ATTEMPTS {
            let Some(again) = call.try_clone() else { break };
            match again.send().await {
                Ok(answer) if !is_for_later(answer.status()) => return self.take(answer).await,
                Ok(_) | Err(_) => tokio::time::sleep(pause).await,
            }
            pause *= 2;
        }
        self.send(call).await
    }

    /// Sends a call once.
    pub(super) async fn send(&self, call: RequestBuilder) -> Result<Vec<u8>, ClientFailure> {
        let answer = call.send().await.map_err(|error| self.unreachable(&error))?;
        self.take(answer).await
    }

    async fn take(&self, answer: reqwest::Response) -> Result<Vec<u8>, ClientFailure> {
        let status = answer.status();
        let body = answer.bytes().await.map_err(|error| self.unreachable(&error))?;
        if status.is_success() {
            return Ok(body.to_vec());
        }
        Err(ClientFailure::Refused(Box::new(Problem::read(status.as_u16(), &body))))
    }

    fn unreachable(&self, error: &reqwest::Error) -> ClientFailure {
        let mut causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
        let cause = causes.by_ref().last().map_or_else(|| error.to_string(), ToString::to_string);
        ClientFailure::Unreachable(self.service().to_owned(), cause)
    }
}

/// Whether the service says that it would take the call a little later.
fn is_for_later(status: StatusCode) -> bool {
    matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE)
}

fn read(body: &[u8]) -> Result<Value, ClientFailure> {
    serde_json::from_slice(body).map_err(|_| ClientFailure::Here("the answer of the service is not JSON".to_owned()))
}

/// A text of an answer; empty when it is absent.
pub(super) fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_default()
}
