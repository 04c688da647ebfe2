//! The sample controllers at work: they take their messages, and say what their scripts say on the days they say it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::crypto::webhook::{SigningSecret, sign};
use crate::ports::{Clock, Random};

use super::api::{Api, DemoError, DemoResult, text};
use super::sample_controller::{Act, Behaviour, Inbox, Receiver, Script, When};

/// Answers sent in one callback.
const AT_ONCE: usize = 200;

/// One sample controller.
pub struct Actor {
    /// Its id at the service.
    pub id: String,
    name: &'static str,
    inbox: Arc<Inbox>,
    script: Script,
    key: SigningSecret,
    api: Api,
    /// What it will say, by the instant from which it will.
    planned: BTreeMap<Timestamp, Vec<(String, Act)>>,
    /// Every request it has been sent.
    pub seen: BTreeMap<String, Behaviour>,
    sent_callbacks: u64,
    /// Refusals spoken so far.
    pub refusals: u64,
}

/// How one is set up.
pub struct Part {
    /// Plain word for its address.
    pub name: &'static str,
    /// Legal name.
    pub title: &'static str,
    /// Place of its establishment.
    pub place: &'static str,
    /// `single` or `bundle`.
    pub mode: &'static str,
    /// How it treats requests.
    pub script: Script,
}

impl Actor {
    /// Enters a controller in the directory, with its webhook, its callback key and a client of its own.
    pub async fn enter(
        part: Part,
        operator: &Api,
        base: &str,
        stage: &Receiver,
        random: &dyn Random,
    ) -> DemoResult<Self> {
        let mut channel = json!({ "kind": "webhook", "url": stage.url(part.name), "mode": part.mode });
        if part.mode == "bundle" {
            channel["max_bundle"] = json!(500);
        }
        let entry = json!({
            "name": part.title, "place": part.place, "language": "en", "channels": [channel],
            "identity_needs": [{ "element": "email", "description": "Address of the account", "optional": false }],
            "webhook": { "max_concurrency": 8 },
        });
        let made = operator.post("/v1/controllers", &entry).await?;
        let id = text(&made, "id")?;
        let inbox = stage.inbox(part.name);
        let secret = SigningSecret::parse(&text(&made, "webhook_secret")?)
            .map_err(|_| DemoError::Failed("a webhook secret cannot be read".to_owned()))?;
        inbox.set_keys(vec![secret.verifying_key()]);
        let key = SigningSecret::generate_ed25519(random);
        let public = key.public_text().unwrap_or_default();
        let keys = json!({ "public_keys": [{ "key": public }] });
        operator.put(&format!("/v1/controllers/{id}/callback-keys"), &keys).await?;
        let client = json!({ "name": "privacy desk", "scopes": ["inbox:read", "inbox:answer"] });
        let client = operator.post(&format!("/v1/controllers/{id}/clients"), &client).await?;
        let api = Api::new(base, &text(&client, "client_id")?, &text(&client, "client_secret")?);
        let (planned, seen) = (BTreeMap::new(), BTreeMap::new());
        Ok(Self {
            id,
            name: part.name,
            inbox,
            script: part.script,
            key,
            api,
            planned,
            seen,
            sent_callbacks: 0,
            refusals: 0,
        })
    }

    /// Its name in the demonstration.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What its inbox has counted.
    pub fn report(&self) -> super::sample_controller::Report {
        self.inbox.report()
    }

    /// Takes what has come in, and plans what to say about each request. A bundle's requests are fetched in pages.
    pub async fn read_mail(&mut self) -> DemoResult<()> {
        for message in self.inbox.take_new() {
            let requests = match message.kind.as_str() {
                "request.filed" => vec![text(&message.data, "request_id")?],
                "requests.filed" => self.requests_of(&message.id).await?,
                _ => continue,
            };
            for request in requests {
                self.plan(request, When::Received, message.at);
            }
        }
        Ok(())
    }

    async fn requests_of(&self, delivery: &str) -> DemoResult<Vec<String>> {
        let mut found = Vec::new();
        let mut next = Some(format!("/v1/inbox/messages/{delivery}/requests?limit=200"));
        while let Some(path) = next {
            let page = self.api.get(&path).await?;
            for item in page["items"].as_array().into_iter().flatten() {
                found.push(item["request_id"].as_str().map_or_else(|| text(item, "id"), |id| Ok(id.to_owned()))?);
            }
            next = page["next"].as_str().map(str::to_owned);
        }
        Ok(found)
    }

    fn plan(&mut self, request: String, from: When, at: Timestamp) {
        for step in self.script.steps(&request).into_iter().filter(|step| step.from == from) {
            let due = at + SignedDuration::from_hours(24 * i64::from(step.days));
            self.planned.entry(due).or_default().push((request.clone(), step.act));
        }
        self.seen.insert(request.clone(), self.script.behaviour(&request));
    }

    /// The organisation has supplied what was asked for.
    pub fn informed(&mut self, request: &str, at: Timestamp) {
        self.plan(request.to_owned(), When::Informed, at);
    }

    /// Says what is due, by signed callbacks. Returns the requests about which it asked who the person is.
    pub async fn speak(&mut self, clock: &dyn Clock) -> DemoResult<Vec<String>> {
        let now = clock.now();
        let later = self.planned.split_off(&(now + SignedDuration::from_micros(1)));
        let due: Vec<(String, Act)> = std::mem::replace(&mut self.planned, later).into_values().flatten().collect();
        for chunk in due.chunks(AT_ONCE) {
            let responses: Vec<Value> =
                chunk.iter().map(|(request, act)| json!({ "request_id": request, "response": words(*act) })).collect();
            let body = json!({ "type": "responses", "timestamp": now, "data": { "responses": responses } }).to_string();
            self.sent_callbacks += 1;
            let id = format!("cb_{}_{}", self.name, self.sent_callbacks);
            let signature = sign(std::slice::from_ref(&self.key), &id, now, body.as_bytes())
                .map_err(|_| DemoError::Failed("a callback could not be signed".to_owned()))?;
            let headers = [
                ("webhook-id", id),
                ("webhook-timestamp", now.as_second().to_string()),
                ("webhook-signature", signature),
            ];
            let path = format!("/v1/callbacks/{}", self.id);
            let answer = self.api.callback(&path, headers, body.into_bytes()).await?;
            check(&answer)?;
        }
        let refusal = |act: &Act| matches!(act, Act::RefuseWithReasons | Act::RefuseWithoutReasons);
        self.refusals += due.iter().filter(|(_, act)| refusal(act)).count() as u64;
        Ok(due.into_iter().filter(|(_, act)| *act == Act::AskIdentity).map(|(request, _)| request).collect())
    }

    /// Gets fresh tokens after the clock was moved.
    pub async fn wake(&self) {
        self.api.forget_token().await;
    }
}

/// Each response of a callback has an outcome of its own.
fn check(answer: &Value) -> DemoResult<()> {
    for outcome in answer["outcomes"].as_array().into_iter().flatten() {
        if let Some(problem) = outcome["problem"].as_str().or_else(|| outcome["code"].as_str()) {
            return Err(DemoError::Failed(format!("an answer was not taken: {problem}")));
        }
    }
    Ok(())
}

/// The typed response of an act.
fn words(act: Act) -> Value {
    match act {
        Act::Acknowledge => json!({ "kind": "acknowledgement" }),
        Act::Extend => json!({
            "kind": "extension", "months": 2, "grounds": ["complexity"],
            "reasons": "The data are spread over several systems and must be explained."
        }),
        Act::AskIdentity => json!({
            "kind": "identity_question", "asks_for": ["reference_number"],
            "doubts": "Two accounts carry this address."
        }),
        Act::Answer => json!({ "kind": "full", "message": "Here is what was asked for." }),
        Act::RefuseWithReasons => json!({
            "kind": "refused", "ground": "legal_claims", "reasons": "The account is subject to a pending claim.",
            "mentions_complaint": true, "mentions_court_remedy": true
        }),
        Act::RefuseWithoutReasons => json!({ "kind": "refused", "ground": "other" }),
    }
}
