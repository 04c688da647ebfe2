//! An organisation and controllers with webhooks, set up by the public API as an integration would.

use std::fmt::Write;
use std::sync::Arc;

use recourse::crypto::webhook::SigningSecret;
use recourse::demo::sample_controller::{Inbox, Receiver};
use serde_json::{Value, json};

use super::app::App;
use super::caller::Caller;
use super::patient::Patient;

/// A controller in the directory, and the inbox where its messages come in.
pub struct Addressee {
    pub id: String,
    pub inbox: Arc<Inbox>,
}

impl Addressee {
    /// Sets the inbox up for an entry that was just given its webhook.
    pub fn of(entry: &Value, name: &str, receiver: &Receiver) -> Self {
        let inbox = receiver.inbox(name);
        let secret = entry["webhook_secret"].as_str().expect("a new webhook has a secret");
        inbox.set_keys(vec![SigningSecret::parse(secret).expect("a secret").verifying_key()]);
        Self { id: text(entry, "id"), inbox }
    }
}

/// A text that must be there.
#[track_caller]
pub fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_else(|| panic!("{name} is a text in {value}")).to_owned()
}

/// A new organisation's client.
pub async fn organisation(operator: &Patient, address: &str) -> Patient {
    let new = json!({ "name": "Union of the tests", "country": "FR", "language": "fr" });
    let organisation = text(&operator.post("/v1/organisations", "organisation", new).await, "id");
    let scopes = [
        "people:read",
        "people:write",
        "requests:read",
        "requests:write",
        "answers:read",
        "directory:read",
        "complaints:read",
        "complaints:write",
    ];
    let path = format!("/v1/organisations/{organisation}/clients");
    let client = operator.post(&path, "client", json!({ "name": "tests", "scopes": scopes })).await;
    Patient::new(address, &text(&client, "client_id"), &text(&client, "client_secret"))
}

/// A campaign for access to data, without an undo window, so that messages leave at once.
pub fn campaign(name: &str, controllers: &[&str]) -> Value {
    json!({
        "name": name, "purpose": "Members want to know what is held about them", "language": "fr",
        "ask": { "right": "access", "copy": true }, "controllers": controllers, "policy": { "undo_window_seconds": 0 },
    })
}

/// A batch of CSV lines with these columns.
pub fn batch(columns: Value) -> Value {
    json!({
        "mode": "file", "format": "csv", "mapping": { "columns": columns },
        "mandate": {
            "powers": {
                "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                "disclosure_consent": true,
            },
            "evidence": { "kind": "electronic_signature" },
        },
    })
}

/// Columns of [`people`].
pub fn columns() -> Value {
    json!({ "external_reference": "ref", "family_name": "name", "email": "mail", "mandate.signed_on": "signed" })
}

/// Lines for people whom no other round has.
pub fn people(round: usize, count: usize) -> Vec<u8> {
    let mut csv = String::from("ref,name,mail,signed\n");
    for at in 0..count {
        // Writing to a String cannot fail.
        let _ = writeln!(csv, "R{round}-{at},Person {round} {at},p{round}-{at}@example.org,2026-01-05");
    }
    csv.into_bytes()
}

/// A controller with a webhook, put into the directory by the operator.
pub async fn addressee(app: &App, receiver: &Receiver, name: &str, channel: Value, webhook: Value) -> Addressee {
    let made = listed(app, &receiver.url(name), name, channel, webhook).await;
    let addressee = Addressee::of(&made, name, receiver);
    app.prove().await;
    addressee
}

/// A controller whose messages go to some address. Gives its entry.
pub async fn listed(app: &App, url: &str, name: &str, channel: Value, webhook: Value) -> Value {
    let mut way = json!({ "kind": "webhook", "url": url });
    way.as_object_mut().expect("an object").extend(channel.as_object().expect("an object").clone());
    let entry = json!({
        "name": format!("Controller {name}"), "slug": name, "place": "FR", "channels": [way], "webhook": webhook,
        "identity_needs": [{ "element": "email", "description": "Address of the account", "optional": false }],
    });
    app.operator().await.post("/v1/controllers", entry).await.expect_status(201)
}

/// Uploads people into a new campaign; nothing is processed yet. Gives the batch's path.
pub async fn upload(member: &Caller, controllers: &[&str], columns: Value, content: Vec<u8>) -> String {
    upload_batch(member, controllers, batch(columns), content).await
}

/// The same for a batch with settings of its own.
pub async fn upload_batch(member: &Caller, controllers: &[&str], batch: Value, content: Vec<u8>) -> String {
    let made = member.post("/v1/campaigns", campaign("Access", controllers)).await.expect_status(201);
    let path = format!("/v1/campaigns/{}/batches", text(&made, "id"));
    let path = format!("/v1/batches/{}", text(&member.post(&path, batch).await.expect_status(201), "id"));
    member.put_bytes(&format!("{path}/content"), "text/csv", content).await.expect_status(202);
    path
}
