//! The messages that the service sends: one entry for each event an organisation's endpoint can be told, and for each message to a
//! controller, with an example.
//!
//! Examples are messages that were really made: `openapi/messages.json` is written by the tests of the API, as
//! `openapi/examples.json` is.

use serde_json::{Map, Value, json};

use crate::domain::delivery::MessageKind;
use crate::domain::event::EventKind;

const RECORDED: &str = include_str!("../../../openapi/messages.json");

/// What `data` of a message holds besides, and what the example shows where a record would differ each time.
const AT: &str = "2027-03-01T09:00:00Z";
const REQUEST: &str = "req_0193d2b4a1c07e3f8b6a5d4c3b2a1908";
const CHALLENGE: &str = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
const CHALLENGED: &str = "The first message to every new address of a controller's webhook or an organisation's endpoint. Check its \
                          signature as that of any other, and answer with its value: nothing else is sent there before. It carries \
                          no request, and stands in no feed.";
const BASE: &str = "https://recourse.example.org";

pub(super) fn insert(document: &mut Value) {
    let recorded: Value = serde_json::from_str(RECORDED).expect("checked in with the program, a test reads it");
    let mut webhooks = Map::new();
    for kind in EventKind::ALL {
        let example = event(kind.as_str(), &recorded["events"][kind.as_str()]);
        let entry = entry("event", kind.as_str(), kind.description(), "events", "EventMessage", example);
        webhooks.insert(format!("event.{kind}"), entry);
    }
    // A test message goes to endpoints alone, a challenge to whatever is a receiver.
    let of_none = [MessageKind::EndpointTest, MessageKind::ReceiverChallenge];
    for kind in MessageKind::ALL.iter().filter(|kind| !of_none.contains(kind)) {
        let example = message_to_controller(kind.as_str(), &recorded["messages"][kind.as_str()]);
        let entry = entry("message", kind.as_str(), kind.description(), "inbox", "ControllerMessage", example);
        webhooks.insert(format!("controller.{kind}"), entry);
    }
    let challenge = MessageKind::ReceiverChallenge;
    webhooks.insert(challenge.to_string(), challenge_entry(challenge));
    document["webhooks"] = Value::Object(webhooks);
    let schemas = document["components"]["schemas"].as_object_mut();
    schemas.expect("there are schemas").extend([
        ("EventMessage".to_owned(), event_message()),
        ("ControllerMessage".to_owned(), controller_message()),
        ("ChallengeMessage".to_owned(), challenge_message()),
        ("ChallengeAnswer".to_owned(), challenge_answer()),
    ]);
}

/// The message by which a receiver is asked whether it wants what is sent to it, and the one answer that will do.
fn challenge_entry(kind: MessageKind) -> Value {
    let example = json!({ "type": kind, "timestamp": AT, "data": { "challenge": CHALLENGE } });
    let mut entry = entry("message", kind.as_str(), CHALLENGED, "inbox", "ChallengeMessage", example);
    entry["post"]["responses"]["200"] = json!({
        "description": "The value of the challenge, given back. Anything else is no proof, and another challenge comes later",
        "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/ChallengeAnswer" }, "example": { "challenge": CHALLENGE },
        } },
    });
    entry
}

fn challenge_message() -> Value {
    let value = json!({ "type": "string", "description": "What the answer gives back. Different in each challenge.", "minLength": 43, "maxLength": 43 });
    let data = json!({
        "type": "object", "description": "Nothing else.", "required": ["challenge"], "properties": { "challenge": value },
    });
    message("Asks a receiver whether it wants what is sent to it.", "MessageKind", data)
}

fn challenge_answer() -> Value {
    json!({
        "type": "object", "description": "The answer to a challenge, at most 1024 bytes of JSON.", "required": ["challenge"],
        "properties": { "challenge": { "type": "string", "description": "The value of `data.challenge`, as it came." } },
    })
}

/// The message about an event: its ids stand still, so that the document changes only when what is said does.
fn event(kind: &str, recorded: &Value) -> Value {
    if kind == EventKind::EndpointTest.as_str() {
        return json!({ "type": kind, "timestamp": AT, "data": { "endpoint_id": "whe_0193d2b4a1c07e3f8b6a5d4c3b2a1908" } });
    }
    let mut data = json!({
        "event_id": "evt_0193d2b4a1c07e3f8b6a5d4c3b2a1908", "occurred_at": AT, "author": recorded["author"], "data": recorded["data"],
    });
    if recorded["about_request"] == true {
        data["request_id"] = json!(REQUEST);
        data["request_url"] = json!(format!("{BASE}/v1/requests/{REQUEST}"));
        data["seq"] = json!(1);
    }
    if recorded["subject"].is_string() {
        data["subject"] = recorded["subject"].clone();
    }
    json!({ "type": kind, "timestamp": AT, "data": data })
}

/// The message to a controller. Where a record says only that there is an address, it is made from the ids.
fn message_to_controller(kind: &str, recorded: &Value) -> Value {
    let mut data = recorded.clone();
    if let Some(request) = recorded["request_id"].as_str() {
        data["request_url"] = json!(format!("{BASE}/v1/inbox/requests/{request}"));
    }
    if let (Some(delivery), true) = (recorded["delivery_id"].as_str(), recorded["bundle"].is_object()) {
        data["bundle"]["requests_url"] = json!(format!("{BASE}/v1/inbox/messages/{delivery}/requests"));
    }
    json!({ "type": kind, "timestamp": AT, "data": data })
}

fn entry(what: &str, kind: &str, description: &str, tag: &str, schema: &str, example: Value) -> Value {
    let header = |name: &str, description: &str| json!({ "name": name, "in": "header", "required": true, "description": description, "schema": { "type": "string" } });
    let taken = "Taken. Any status of success will do; whatever else is answered is tried again";
    json!({ "post": {
        "tags": [tag],
        "operationId": format!("receive_{what}_{}", kind.replace('.', "_")),
        "summary": format!("`{kind}`"),
        "description": description,
        "security": [],
        "parameters": [
            header("webhook-id", "Id of the message, the same at every attempt: a message whose id you know is a repetition"),
            header("webhook-timestamp", "When this attempt was signed, in seconds since 1970"),
            header("webhook-signature", "Signatures of id, timestamp and body, separated by spaces, as Standard Webhooks says"),
        ],
        "requestBody": { "required": true, "content": { "application/json": {
            "schema": { "allOf": [
                { "$ref": format!("#/components/schemas/{schema}") },
                { "type": "object", "properties": { "type": { "type": "string", "enum": [kind] } } },
            ] },
            "example": example,
        } } },
        "responses": { "200": { "description": taken }, "410": { "description": "Nothing more is wanted here: the endpoint is switched off" } },
    } })
}

fn message(description: &str, kinds: &str, data: Value) -> Value {
    json!({
        "type": "object", "description": description, "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {
                "$ref": format!("#/components/schemas/{kinds}"),
                "description": "What happened. New words may be added: answer them with success too.",
            },
            "timestamp": { "type": "string", "format": "date-time", "description": "When it happened; not when it is sent." },
            "data": data,
        },
    })
}

fn event_message() -> Value {
    let reference = |name: &str, description: &str| json!({ "$ref": format!("#/components/schemas/{name}"), "description": description });
    let data = json!({
        "type": "object", "description": "Ids, dates and links; no personal data.",
        "properties": {
            "event_id": reference("EventId", "The event, as it stands in the feed. Absent in test messages."),
            "occurred_at": { "type": "string", "format": "date-time", "description": "When it happened." },
            "author": { "type": "string", "description": "Id of who caused it, or `system`." },
            "request_id": reference("RequestId", "The request it is about."),
            "request_url": { "type": "string", "description": "Where that can be read." },
            "seq": { "type": "integer", "format": "int32", "description": "Number of the event within the request, from 1 without gaps." },
            "subject": { "type": "string", "description": "Id of what it is about, when that is not a request." },
            "endpoint_id": reference("EndpointId", "The endpoint that is tested."),
            "data": { "type": "object", "description": "Ids and dates of the event." },
        },
    });
    message("What an endpoint of an organisation is told.", "EventKind", data)
}

fn controller_message() -> Value {
    let reference = |name: &str, description: &str| json!({ "$ref": format!("#/components/schemas/{name}"), "description": description });
    let count =
        json!({ "type": "integer", "format": "int32", "minimum": 1, "description": "How many requests it carries." });
    let text = |description: &str| json!({ "type": "string", "description": description });
    let data = json!({
        "type": "object", "description": "Ids and links; no personal data.",
        "required": ["delivery_id", "controller_id", "organisation"],
        "properties": {
            "delivery_id": reference("DeliveryId", "The message."),
            "controller_id": reference("ControllerId", "Whom it is for."),
            "organisation": {
                "type": "object", "description": "Who acts for the person.", "required": ["id", "name"],
                "properties": { "id": reference("OrganisationId", "Its id."), "name": text("Its name.") },
            },
            "right": reference("Right", "Which right is exercised."),
            "request_id": reference("RequestId", "The request it is about."),
            "request_url": text("Where the request is read, with a client of the controller."),
            "reason": text("Why it is taken back, in one word, where that is said. New words may be added."),
            "request_count": count,
            "bundle": {
                "type": "object", "description": "A message that carries several requests.", "required": ["request_count", "requests_url"],
                "properties": { "request_count": count, "requests_url": text("Where their ids are read, page by page.") },
            },
        },
    });
    let description = "What a controller is told about requests. Which fields there are depends on the kind.";
    message(description, "MessageKind", data)
}
