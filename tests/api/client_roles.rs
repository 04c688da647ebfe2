//! Roles of clients of organisations, what their administrators may do, and the review of authorisations (Z-12).

use std::collections::BTreeSet;

use jiff::SignedDuration;
use recourse::domain::access::{Role, Scope};
use recourse::http::openapi;
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::union::text;
use crate::support::{App, Caller, KeyPair};

/// A new organisation: its id and where its clients are.
async fn organisation(app: &App) -> (String, String) {
    let new = json!({ "name": "Union", "country": "FR", "language": "fr" });
    let id = text(&app.operator().await.post("/v1/organisations", new).await.expect_status(201), "id");
    let clients = format!("/v1/organisations/{id}/clients");
    (id, clients)
}

/// A client that somebody makes, as a caller with its id.
async fn made(app: &App, by: &Caller, clients: &str, new: Value) -> (String, Caller) {
    let made = by.post(clients, new).await.expect_status(201);
    let id = text(&made, "client_id");
    let caller = app.client(&id, &text(&made, "client_secret"));
    (id, caller)
}

async fn with_role(app: &App, clients: &str, role: &str) -> Caller {
    made(app, &app.operator().await, clients, json!({ "name": role, "roles": [role] })).await.1
}

/// Operations of the document that ask for one of these scopes: method and id.
fn operations_with(scopes: &[Scope]) -> BTreeSet<(String, String)> {
    let document = openapi::document();
    let mut found = BTreeSet::new();
    for item in document["paths"].as_object().unwrap().values() {
        for (method, operation) in item.as_object().unwrap() {
            let asked = operation["security"].as_array().into_iter().flatten();
            let mut asked = asked.filter_map(|one| one["oauth2"].as_array()).flatten();
            if asked.any(|word| scopes.iter().any(|scope| *word == scope.as_str())) {
                found.insert((method.clone(), text(operation, "operationId")));
            }
        }
    }
    found
}

#[test]
fn no_operation_lets_an_auditor_change_or_a_statistics_reader_see_more_than_figures() {
    let open = |role: Role| operations_with(&Scope::with_implied(role.scopes()));
    let figures = BTreeSet::from([
        ("get".to_owned(), "get_statistics".to_owned()),
        ("get".to_owned(), "get_complaint_statistics".to_owned()),
    ]);
    assert_eq!(open(Role::StatisticsReader), figures);
    let auditors = open(Role::Auditor);
    assert!(auditors.len() > figures.len() && auditors.is_superset(&figures));
    assert!(auditors.iter().all(|(method, _)| method == "get"), "{auditors:?}");
    let keepers = operations_with(&[Scope::ClientsManage]);
    for role in [Role::CaseHandler, Role::Auditor, Role::StatisticsReader] {
        assert!(!open(role).iter().any(|one| keepers.contains(one) && one.0 != "get"), "{role} keeps no clients");
    }
}

on_both! {
    async fn roles_are_told_with_the_scopes_they_give(app) {
        let told = app.operator().await.get("/v1/roles").await.expect_status(200);
        let words: Vec<&str> = told["items"].as_array().unwrap().iter().map(|one| one["role"].as_str().unwrap()).collect();
        assert_eq!(words, ["case_handler", "administrator", "auditor", "statistics_reader"]);
        assert_eq!(told["items"][3]["scopes"], json!(["requests:figures", "complaints:figures"]));
        assert_eq!(told["items"][1]["implied_scopes"], json!(["clients:read"]));

        let (_, clients) = organisation(app).await;
        let new = json!({ "name": "both", "roles": ["statistics_reader"], "scopes": ["webhooks:manage"] });
        let made = app.operator().await.post(&clients, new).await.expect_status(201);
        assert_eq!(made["scopes"], json!(["requests:figures", "complaints:figures", "webhooks:manage"]));
        assert_eq!(made["roles"], json!(["statistics_reader"]));
        for wrong in [json!({ "name": "x" }), json!({ "name": "x", "scopes": [], "roles": [] })] {
            app.operator().await.post(&clients, wrong).await.expect_problem(422, "invalid_field");
        }
        app.operator().await.post(&clients, json!({ "name": "x", "roles": ["operator"] })).await.expect_problem(422, "invalid_field");
    }

    async fn each_role_does_its_own_work_and_no_others(app) {
        let (id, clients) = organisation(app).await;
        let reader = with_role(app, &clients, "statistics_reader").await;
        let auditor = with_role(app, &clients, "auditor").await;
        let handler = with_role(app, &clients, "case_handler").await;
        let administrator = with_role(app, &clients, "administrator").await;
        let authorisations = format!("/v1/organisations/{id}/authorisations");
        let campaign = json!({ "name": "x" });
        for (caller, allowed, refused) in [
            (&reader, vec!["/v1/statistics", "/v1/complaint-statistics"], vec!["/v1/requests", "/v1/complaints", "/v1/data-subjects", "/v1/events", &*clients, &*authorisations]),
            (&auditor, vec!["/v1/statistics", "/v1/complaint-statistics", &*clients, &*authorisations], vec!["/v1/requests", "/v1/complaints", "/v1/data-subjects"]),
            (&handler, vec!["/v1/statistics", "/v1/complaint-statistics", "/v1/requests", "/v1/complaints", "/v1/data-subjects"], vec![&*clients, &*authorisations, "/v1/webhook-endpoints"]),
            (&administrator, vec![&*clients, &*authorisations, "/v1/controllers"], vec!["/v1/statistics", "/v1/requests", "/v1/data-subjects", "/v1/complaints"]),
        ] {
            for path in allowed {
                caller.get(path).await.expect_status(200);
            }
            for path in refused {
                caller.get(path).await.expect_problem(403, "insufficient_scope");
            }
        }
        for caller in [&reader, &auditor] {
            caller.post("/v1/campaigns", campaign.clone()).await.expect_problem(403, "insufficient_scope");
            caller.post(&clients, json!({ "name": "x", "roles": ["auditor"] })).await.expect_problem(403, "insufficient_scope");
        }
        handler.post(&clients, json!({ "name": "x", "roles": ["auditor"] })).await.expect_problem(403, "insufficient_scope");
    }

    async fn an_administrator_keeps_the_clients_of_its_own_organisation(app) {
        let (_, clients) = organisation(app).await;
        let administrator = with_role(app, &clients, "administrator").await;
        let new = json!({ "name": "desk", "roles": ["case_handler"], "scopes": ["audit:read"] });
        let (id, handler) = made(app, &administrator, &clients, new).await;
        handler.get("/v1/requests").await.expect_status(200);
        let path = format!("{clients}/{id}");
        let second = administrator.post(&format!("{path}/secrets"), json!({})).await.expect_status(201);
        administrator.post(&format!("{path}/keys"), json!({ "key": KeyPair::p256().jwk })).await.expect_status(201);
        let ended = format!("{path}/credentials/{}", text(&second["credential"], "id"));
        administrator.delete(&ended).await.expect_status(204);
        assert_eq!(administrator.get(&path).await.expect_status(200)["credentials"].as_array().map(Vec::len), Some(3));
        assert_eq!(administrator.get(&clients).await.expect_status(200)["items"].as_array().map(Vec::len), Some(2));
        administrator.delete(&path).await.expect_status(204);
        handler.get("/v1/requests").await.expect_problem(401, "unauthenticated");

        // Nothing that the organisation may not hold.
        for scope in ["organisations:manage", "directory:manage", "calendars:manage", "inbox:read", "inbox:answer"] {
            let problem = administrator.post(&clients, json!({ "name": "x", "scopes": [scope] })).await;
            assert_eq!(problem.expect_problem(422, "invalid_field")["errors"][0]["pointer"], "/scopes");
        }
        // And none of another's: an unknown organisation and a foreign one look the same.
        let (_, others) = organisation(app).await;
        let (other, _) = made(app, &app.operator().await, &others, json!({ "name": "x", "roles": ["auditor"] })).await;
        let nobodys = "/v1/organisations/org_0193d2b4a1c07e3f8b6a5d4c3b2a1908/clients";
        for foreign in [others.as_str(), nobodys] {
            administrator.get(foreign).await.expect_problem(404, "not_found");
            administrator.post(foreign, json!({ "name": "x", "roles": ["auditor"] })).await.expect_problem(404, "not_found");
            for place in [format!("{foreign}/{other}"), format!("{clients}/{other}")] {
                administrator.get(&place).await.expect_problem(404, "not_found");
                administrator.delete(&place).await.expect_problem(404, "not_found");
                administrator.post(&format!("{place}/secrets"), json!({})).await.expect_problem(404, "not_found");
            }
            let review = foreign.replace("/clients", "/authorisations");
            administrator.get(&review).await.expect_problem(404, "not_found");
        }
    }

    async fn a_client_cannot_give_itself_more_than_its_token(app) {
        let (_, clients) = organisation(app).await;
        let operator = app.operator().await;
        let made = operator.post(&clients, json!({ "name": "x", "roles": ["administrator"] })).await.expect_status(201);
        let ask = async |scope: &str| {
            let caller = app.anonymous();
            let request = caller.request(Method::POST, "/oauth/token").await;
            let request = request.basic_auth(text(&made, "client_id"), Some(text(&made, "client_secret")));
            caller.send(request.form(&[("grant_type", "client_credentials"), ("scope", scope)])).await
        };
        for scope in ["people:read", "organisations:manage", "requests:read"] {
            assert_eq!(ask(scope).await.expect_status(400)["error"], "invalid_scope");
        }
        // A token for less than the client holds does no more than it says.
        let narrow = ask("clients:read").await.expect_status(200);
        let caller = app.anonymous();
        let as_narrow = async |method: Method, path: &str| {
            let request = caller.request(method, path).await.bearer_auth(text(&narrow, "access_token"));
            caller.send(request.header("idempotency-key", "k").json(&json!({ "name": "x", "roles": ["administrator"] }))).await
        };
        as_narrow(Method::GET, &clients).await.expect_status(200);
        as_narrow(Method::POST, &clients).await.expect_problem(403, "insufficient_scope");
        let own = format!("{clients}/{}", text(&made, "client_id"));
        as_narrow(Method::DELETE, &own).await.expect_problem(403, "insufficient_scope");
    }

    async fn the_review_tells_what_was_used_and_marks_what_was_not(app) {
        let (id, clients) = organisation(app).await;
        let operator = app.operator().await;
        let scopes = json!(["requests:read", "webhooks:manage"]);
        let (used, caller) = made(app, &operator, &clients, json!({ "name": "used", "scopes": scopes })).await;
        made(app, &operator, &clients, json!({ "name": "idle", "roles": ["auditor"] })).await;
        caller.get("/v1/statistics").await.expect_status(200);
        caller.get("/v1/requests").await.expect_status(200);
        caller.get("/v1/data-subjects").await.expect_problem(403, "insufficient_scope");
        assert!(app.step("keep_scope_uses").await >= 2);
        caller.get("/v1/requests").await.expect_status(200);
        let again = app.step("keep_scope_uses").await;
        let path = format!("/v1/organisations/{id}/authorisations");
        let found = operator.get(&path).await.expect_status(200);
        assert!(again <= 2, "one write for each client, scope and hour, even when the hour has just changed");
        let [first, second] = found["items"].as_array().unwrap().as_slice() else { panic!("{found}") };
        assert_eq!((&first["client"]["client_id"], &second["client"]["name"]), (&json!(used), &json!("idle")));
        let uses = |entry: &Value| -> Vec<(String, bool, bool)> {
            let uses = entry["scope_uses"].as_array().unwrap().iter();
            uses.map(|one| (text(one, "scope"), one["last_used_at"].is_string(), one["unused"] == true)).collect()
        };
        let expected = [("requests:read", true, false), ("requests:figures", true, false), ("webhooks:manage", false, false)];
        assert_eq!(uses(first), expected.map(|(scope, used, unused)| (scope.to_owned(), used, unused)));
        assert!(first["client"]["last_used_at"].is_string() && second["client"].get("last_used_at").is_none());
        assert_eq!((&first["unused"], &second["unused"]), (&json!(false), &json!(false)), "they are new");

        app.clock.advance(SignedDuration::from_hours(91 * 24));
        caller.forget_token().await;
        caller.get("/v1/requests").await.expect_status(200);
        app.step("keep_scope_uses").await;
        let auditor = with_role(app, &clients, "auditor").await;
        let found = auditor.get(&path).await.expect_status(200);
        let (first, second) = (&found["items"][0], &found["items"][1]);
        let expected = [("requests:read", true, false), ("requests:figures", true, true), ("webhooks:manage", false, true)];
        assert_eq!(uses(first), expected.map(|(scope, used, unused)| (scope.to_owned(), used, unused)));
        assert_eq!((&first["unused"], &second["unused"]), (&json!(false), &json!(true)));
        assert_eq!((&first["unused_credentials"], second["unused_credentials"].as_array().map(Vec::len)), (&json!([]), Some(1)));
        assert!(uses(second).iter().all(|(_, used, unused)| !used && *unused));
        let page = auditor.get(&format!("{path}?limit=1")).await.expect_status(200);
        let next = auditor.get(page["next"].as_str().unwrap()).await.expect_status(200);
        assert_eq!(next["items"][0]["client"]["name"], "idle");
    }
}
