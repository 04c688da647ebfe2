//! Every operation of the document against every caller that must not be served. New operations are in it by themselves.

pub mod operations;
pub mod world;

use std::collections::BTreeMap;

use recourse::domain::access::{ClientKind, Scope};
use serde_json::{Value, json};

use self::operations::{Ids, Operation, guarded, masked, open};
use self::world::{World, seen};
use crate::on_both;
use crate::support::union::text;
use crate::support::{App, Caller, Reply};

/// What anybody may call, with the reason. This list may only become shorter.
const OPEN: [(&str, &str); 15] = [
    ("compute_deadline", "the calculator holds no data of anybody"),
    ("compute_routing", "which authority is competent follows from places alone"),
    ("create_token", "the client authenticates here"),
    ("fetch_calendar", "the secret is in the address, and opens days and numbers alone"),
    ("get_health", "a probe of the process"),
    ("get_mandate_status", "verifiers of credentials ask; the token is all they know"),
    ("get_metrics", "figures of the process; without names"),
    ("get_openapi", "the document itself"),
    ("get_readiness", "a probe of the service"),
    ("get_supervisory_authority", "public data"),
    ("list_calendars", "public data"),
    ("list_holidays", "public data"),
    ("list_keys", "public keys"),
    ("list_supervisory_authorities", "public data"),
    ("receive_callback", "signed by the controller's key"),
];

/// The kinds of clients that can hold one of the scopes.
pub fn kinds(operation: &Operation) -> Vec<ClientKind> {
    let holds = |kind: &ClientKind| {
        Scope::of_kind(*kind).iter().any(|scope| operation.scopes.iter().any(|needed| needed == scope.as_str()))
    };
    ClientKind::ALL.iter().copied().filter(holds).collect()
}

async fn call(caller: &Caller, operation: &Operation, ids: &Ids) -> Reply {
    let (path, body) = operation.with(ids);
    let key = format!("\"{}\"", crate::support::unique());
    let mut request = caller.request(operation.method.clone(), &path).await.header("idempotency-key", key);
    if let Some((media, body)) = body {
        request = request.header("content-type", media).body(body);
    }
    caller.send(request).await
}

/// Ids of the same kinds that stand for nothing.
fn unknown(ids: &Ids) -> Ids {
    ids.keys().map(|prefix| (prefix.clone(), format!("{prefix}0193d2b4a1c07e3f8b6a5d4c3b2a0000"))).collect()
}

/// A client of a controller that nobody has written to.
async fn office(app: &App) -> Caller {
    let new = json!({ "name": "Another office", "place": "FR", "channels": [{ "kind": "feed" }] });
    let controller = text(&app.operator().await.post("/v1/controllers", new).await.expect_status(201), "id");
    client(app, &format!("/v1/controllers/{controller}/clients"), &all(ClientKind::Controller)).await.1
}

/// A client of an authority with which nothing was lodged.
async fn registry(app: &App) -> Caller {
    client(app, "/v1/supervisory-authorities/at-dsb/clients", &all(ClientKind::Authority)).await.1
}

pub async fn client(app: &App, path: &str, scopes: &[&str]) -> (String, Caller) {
    let made = app.operator().await.post(path, json!({ "name": "one", "scopes": scopes })).await.expect_status(201);
    let id = text(&made, "client_id");
    (id.clone(), app.client(&id, &text(&made, "client_secret")))
}

pub fn all(kind: ClientKind) -> Vec<&'static str> {
    Scope::of_kind(kind).iter().map(|scope| scope.as_str()).collect()
}

/// What an answer tells: every word of a refusal, the form of what succeeds.
fn told(answer: &Reply) -> (u16, String) {
    let text = match serde_json::from_slice(&answer.bytes) {
        Ok(body) if answer.status < 400 => form(&body),
        _ => masked(&answer.text()),
    };
    (answer.status, text)
}

/// A value without its texts and numbers.
fn form(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| format!("{name}: {}, ", form(value))).collect::<String>()
        }
        Value::Array(items) => format!("[{}]", items.iter().map(form).collect::<String>()),
        Value::String(_) => "text".to_owned(),
        Value::Number(_) => "number".to_owned(),
        other => other.to_string(),
    }
}

#[test]
fn nothing_is_open_that_is_not_meant_to_be() {
    let named: Vec<&str> = OPEN.iter().map(|(id, _)| *id).collect();
    assert_eq!(open(), named);
    assert!(guarded().len() > 100);
}

on_both! {
    async fn whoever_shows_no_valid_token_is_refused_by_every_operation(app) {
        let (organisation, member) = app.organisation("Union").await;
        let clients = format!("/v1/organisations/{}/clients", text(&organisation, "id"));
        let (revoked, gone) = client(app, &clients, &all(ClientKind::Organisation)).await;
        gone.token().await;
        app.operator().await.delete(&format!("{clients}/{revoked}")).await.expect_status(204);
        let (suspended, frozen) = app.organisation("Suspended").await;
        frozen.token().await;
        let path = format!("/v1/organisations/{}", text(&suspended, "id"));
        app.operator().await.patch(&path, json!({ "state": "suspended" })).await.expect_status(200);
        let other = Caller::clone(&app.anonymous());
        let callers = [("no token", other), ("a revoked client", gone), ("a suspended organisation", frozen)];
        let ids = unknown(&everything());
        for operation in guarded() {
            for (who, caller) in &callers {
                let answer = call(caller, &operation, &ids).await;
                assert_eq!((answer.status, &answer.json()["code"]), (401, &json!("unauthenticated")), "{} by {who}", operation.id);
            }
        }
        // Time passes by the clock of the service, so that a token that was good a moment ago is so no more.
        member.get("/v1/organisation").await.expect_status(200);
        app.clock.advance(jiff::SignedDuration::from_mins(16));
        for operation in guarded() {
            let answer = call(&member, &operation, &ids).await;
            assert_eq!((answer.status, &answer.json()["code"]), (401, &json!("unauthenticated")), "{} later", operation.id);
        }
    }

    async fn whoever_lacks_the_scope_or_is_of_another_kind_is_refused_by_every_operation(app) {
        let (organisation, _) = app.organisation("Union").await;
        let clients = format!("/v1/organisations/{}/clients", text(&organisation, "id"));
        let new = json!({ "name": "Office", "place": "FR", "channels": [{ "kind": "feed" }] });
        let controller = text(&app.operator().await.post("/v1/controllers", new).await.expect_status(201), "id");
        let offices = format!("/v1/controllers/{controller}/clients");
        let registers = "/v1/supervisory-authorities/at-dsb/clients".to_owned();
        let ids = unknown(&everything());
        let mut lacking: BTreeMap<String, Caller> = BTreeMap::new();
        let whole = [
            (ClientKind::Operator, app.operator().await),
            (ClientKind::Organisation, client(app, &clients, &all(ClientKind::Organisation)).await.1),
            (ClientKind::Controller, client(app, &offices, &all(ClientKind::Controller)).await.1),
            (ClientKind::Authority, registry(app).await),
        ];
        for operation in guarded() {
            let kinds = kinds(&operation);
            for (_, caller) in whole.iter().filter(|(kind, _)| !kinds.contains(kind)) {
                let answer = call(caller, &operation, &ids).await;
                assert_eq!((answer.status, &answer.json()["code"]), (403, &json!("insufficient_scope")), "{}", operation.id);
            }
            for (kind, path) in
                [(ClientKind::Organisation, &clients), (ClientKind::Controller, &offices), (ClientKind::Authority, &registers)]
            {
                if !kinds.contains(&kind) {
                    continue;
                }
                let key = format!("{kind} {:?}", operation.scopes);
                if !lacking.contains_key(&key) {
                    let rest: Vec<&str> = all(kind).into_iter().filter(|scope| !operation.scopes.iter().any(|one| one == scope)).collect();
                    lacking.insert(key.clone(), client(app, path, &rest).await.1);
                }
                let answer = call(&lacking[&key], &operation, &ids).await;
                assert_eq!((answer.status, &answer.json()["code"]), (403, &json!("insufficient_scope")), "{} without its scope", operation.id);
            }
        }
    }

    async fn what_belongs_to_another_looks_like_what_does_not_exist(app) {
        let world = World::make(app).await;
        for (operation, prefix) in guarded().iter().flat_map(|one| one.places.iter().map(move |place| (one, &place.1))) {
            assert!(prefix.is_empty() || world.ids.contains_key(prefix), "nothing of {prefix} for {}", operation.id);
        }
        // Two of each, so that what one call leaves behind does not change the answer to the other.
        let strangers = [app.organisation("Another union").await.1, app.organisation("Another union").await.1];
        let offices = [office(app).await, office(app).await];
        let registries = [registry(app).await, registry(app).await];
        let before = seen(&world).await;
        let readable = before.values().filter(|answer| answer[0] == 200).count();
        assert!(readable * 10 >= before.len() * 9, "its owner reads nearly all of it: {before:#?}");
        for operation in guarded() {
            for kind in kinds(&operation) {
                let callers = match kind {
                    ClientKind::Organisation => &strangers,
                    ClientKind::Controller => &offices,
                    ClientKind::Authority => &registries,
                    // Runs the instance: there is no other.
                    ClientKind::Operator => continue,
                };
                let none = unknown(&world.ids);
                let foreign = call(&callers[0], &operation, &world.ids).await;
                let nothing = call(&callers[1], &operation, &none).await;
                assert_eq!(told(&foreign), told(&nothing), "{} by a {kind} that is another", operation.id);
                let named = operation.places.iter().any(|(_, prefix)| !prefix.is_empty());
                assert!(!named || foreign.status >= 400, "{} serves a {kind} that is another", operation.id);
                let own = world.ids.iter().filter(|(prefix, _)| prefix.as_str() != "ctl_");
                for (_, id) in own {
                    let (path, body) = operation.with(&world.ids);
                    let sent = path.contains(id.as_str()) || body.is_some_and(|(_, body)| body.contains(id.as_str()));
                    assert!(sent || !foreign.text().contains(id.as_str()), "{} tells of {id}", operation.id);
                }
            }
        }
        for (operation, answer) in seen(&world).await {
            assert_eq!(Some(&answer), before.get(&operation), "{operation}: nothing of it has changed");
        }
    }
}

/// How ids of every kind in a path begin.
fn everything() -> Ids {
    let operations = guarded();
    let places = operations.iter().flat_map(|operation| operation.places.iter());
    places.filter(|(_, prefix)| !prefix.is_empty()).map(|(_, prefix)| (prefix.clone(), String::new())).collect()
}
