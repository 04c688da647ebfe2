//! Controllers of the open directory, at work on a local receiver.

use futures::{StreamExt, stream};
use recourse::crypto::webhook::{SigningSecret, sign};
use recourse::demo::sample_controller::Receiver;
use recourse::ports::{Clock, OffsetClock, OsRandom};
use serde_json::{Value, json};

use crate::support::Patient;
use crate::support::union::{Addressee, text};

/// Requests in one bundle.
const BUNDLE: usize = 1_000;
/// Answers in one callback, and ids in one page.
const AT_ONCE: usize = 200;
/// Controllers that answer at one time.
const SIDE_BY_SIDE: usize = 4;
/// What the export says of every member.
const KNOWN: [&str; 4] = ["name", "email", "birth_date", "address"];

/// A controller that is asked, with what it needs to answer.
pub struct Asked {
    pub addressee: Addressee,
    key: SigningSecret,
    client: Patient,
}

/// Gives the first so many controllers of the directory that can do with what the export says a webhook, a key for callbacks
/// and a client.
pub async fn prepare(operator: &Patient, receiver: &Receiver, address: &str, number: usize) -> Vec<Asked> {
    let mut asked = Vec::new();
    let mut next = Some("/v1/controllers?limit=200".to_owned());
    while let Some(path) = next {
        let page = operator.get(&path).await;
        for entry in page["items"].as_array().expect("a page").iter().filter(|entry| can_be_asked(entry)) {
            if asked.len() < number {
                asked.push(enter(operator, receiver, address, entry).await);
            }
        }
        next = page["next"].as_str().filter(|_| asked.len() < number).map(str::to_owned);
    }
    assert_eq!(asked.len(), number, "the directory has enough controllers");
    asked
}

fn can_be_asked(entry: &Value) -> bool {
    let mut needs = entry["identity_needs"].as_array().into_iter().flatten();
    entry["state"] == "active"
        && needs.all(|need| {
            need["optional"] == true || need["element"].as_str().is_some_and(|element| KNOWN.contains(&element))
        })
}

async fn enter(operator: &Patient, receiver: &Receiver, address: &str, entry: &Value) -> Asked {
    let (id, name) = (text(entry, "id"), text(entry, "slug"));
    let mut channels =
        vec![json!({ "kind": "webhook", "url": receiver.url(&name), "mode": "bundle", "max_bundle": BUNDLE })];
    channels.extend(entry["channels"].as_array().into_iter().flatten().cloned());
    let path = format!("/v1/controllers/{id}");
    let changed = operator.patch(&path, &json!({ "channels": channels })).await;
    let key = SigningSecret::generate_ed25519(&OsRandom::default());
    let keys = json!({ "public_keys": [{ "key": key.public_text().expect("a public key") }] });
    operator.put(&format!("{path}/callback-keys"), "application/json", keys.to_string().into_bytes()).await;
    let client = json!({ "name": "privacy desk", "scopes": ["inbox:read", "inbox:answer"] });
    let client = operator.post(&format!("{path}/clients"), &format!("client-{id}"), client).await;
    let client = Patient::new(address, &text(&client, "client_id"), &text(&client, "client_secret"));
    Asked { addressee: Addressee::of(&changed, &name, receiver), key, client }
}

/// Lets every controller answer everything it was told of. Gives the number of requests.
pub async fn answer_all(asked: &[Asked]) -> usize {
    stream::iter(asked)
        .map(answer)
        .buffer_unordered(SIDE_BY_SIDE)
        .fold(0, |sum, number| async move { sum + number })
        .await
}

async fn answer(asked: &Asked) -> usize {
    let report = asked.addressee.inbox.report();
    assert_eq!((report.duplicates, report.changed, report.unverified, report.malformed), (0, 0, 0, 0), "{report:?}");
    let mut answered = 0;
    for message in asked.addressee.inbox.take_new() {
        assert_eq!(message.kind, "requests.filed", "a bundle");
        let mut next = Some(format!("/v1/inbox/messages/{}/requests?limit={AT_ONCE}", message.id));
        while let Some(path) = next {
            let page = asked.client.get(&path).await;
            let ids: Vec<String> = page["items"]
                .as_array()
                .expect("a page")
                .iter()
                .map(|item| item["request_id"].as_str().or(item["id"].as_str()).expect("an id").to_owned())
                .collect();
            callback(asked, &ids).await;
            answered += ids.len();
            next = page["next"].as_str().map(str::to_owned);
        }
    }
    answered
}

/// Answers these requests in one signed callback.
async fn callback(asked: &Asked, requests: &[String]) {
    let answer = |request| json!({ "request_id": request, "response": { "kind": "full", "message": "Here it is." } });
    let responses: Vec<Value> = requests.iter().map(answer).collect();
    let now = OffsetClock::default().now();
    let body = json!({ "type": "responses", "timestamp": now, "data": { "responses": responses } }).to_string();
    let id = format!("cb_{}", requests.first().expect("a page has requests"));
    let signature = sign(std::slice::from_ref(&asked.key), &id, now, body.as_bytes()).expect("a signature");
    let headers =
        [("webhook-id", id), ("webhook-timestamp", now.as_second().to_string()), ("webhook-signature", signature)];
    let path = format!("/v1/callbacks/{}", asked.addressee.id);
    let told = asked.client.callback(&path, &headers, body.into_bytes()).await;
    for outcome in told["outcomes"].as_array().into_iter().flatten() {
        assert!(outcome["problem"].is_null() && outcome["code"].is_null(), "an answer is taken: {outcome}");
    }
}
