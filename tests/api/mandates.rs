//! Mandates: recorded, proven to controllers, revoked and expired with everything that is pending under them.

use entity::id::{ControllerId, DataSubjectId, DeliveryId, MandateId, OrganisationId, RequestId};
use entity::time::Instant;
use recourse::crypto::credential;
use recourse::crypto::signing_key::VerificationKeys;
use recourse::domain::access::{ClientKind, Scope};
use recourse::domain::right::Right;
use recourse::service::clients::{self, Party};
use recourse::service::{Call, Failure, mandates};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::on_both;
use crate::support::{App, Caller};

/// A person with a mandate.
struct Case {
    organisation: OrganisationId,
    member: Caller,
    subject: DataSubjectId,
    mandate: MandateId,
}

fn powers() -> Value {
    json!({
        "request": { "rights": ["access", "erasure"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
        "disclosure_consent": true
    })
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(value: &Value) -> T {
    value["id"].as_str().expect("an id").parse().expect("an id")
}

/// The day so many days from now in UTC.
fn day(app: &App, days: i64) -> String {
    let now = app.context.clock.now() + jiff::SignedDuration::from_hours(24 * days);
    now.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}

async fn case(app: &App, valid_until: Option<String>) -> Case {
    let (organisation, member) = app.organisation("Union").await;
    let person = json!({ "full_name": "Noël Pereira", "email": "noel@example.org" });
    let subject: DataSubjectId = id(&member.post("/v1/data-subjects", person).await.expect_status(201));
    let mut new = json!({ "powers": powers(), "signed_on": day(app, -10), "evidence": { "kind": "signed_paper" } });
    if let Some(last) = valid_until {
        new["valid_until"] = json!(last);
    }
    let path = format!("/v1/data-subjects/{subject}/mandates");
    let mandate: MandateId = id(&member.post(&path, new).await.expect_status(201));
    Case { organisation: id(&organisation), member, subject, mandate }
}

/// A request as filing leaves it, `sent` or still waiting, with the message that carries it.
async fn file(app: &App, case: &Case, sent: bool) -> (RequestId, DeliveryId) {
    let (request, delivery): (RequestId, DeliveryId) = (app.context.ids.next(), app.context.ids.next());
    let controller: ControllerId = app.context.ids.next();
    let now = app.context.clock.now();
    let at = Instant(now);
    let mut standing = json!({
        "right": "access", "place": "FR",
        "state": { "lifecycle": "ready", "clock": "not_started", "outcome": "none" }
    });
    if sent {
        standing["state"]["lifecycle"] = json!("sent");
        standing["facts"] = json!({ "sent_at": now });
    }
    let row = entity::request::ActiveModel {
        organisation_id: Set(case.organisation),
        id: Set(request),
        campaign_id: Set(app.context.ids.next()),
        batch_id: Set(None),
        data_subject_id: Set(case.subject),
        mandate_id: Set(case.mandate),
        controller_id: Set(controller),
        right_kind: Set(Right::Access.as_str().to_owned()),
        scope_hash: Set(vec![1; 16]),
        lifecycle: Set(standing["state"]["lifecycle"].as_str().unwrap().to_owned()),
        clock: Set("not_started".to_owned()),
        outcome: Set("none".to_owned()),
        standing: Set(standing.to_string()),
        ask: Set(None),
        place: Set("FR".to_owned()),
        dispatch_id: Set(Some(delivery)),
        filed_at: Set(at),
        sent_at: Set(sent.then_some(at)),
        received_at: Set(None),
        answered_at: Set(None),
        closed_at: Set(None),
        first_deadline: Set(None),
        final_deadline: Set(None),
        overdue_from: Set(None),
        next_due: Set(None),
        edition: Set(None),
        extensions: Set(None),
        event_seq: Set(1),
        version: Set(1),
        updated_at: Set(at),
    };
    let message = entity::delivery::ActiveModel {
        organisation_id: Set(case.organisation),
        id: Set(delivery),
        receiver_id: Set(controller.into()),
        controller_id: Set(Some(controller)),
        channel: Set("email".to_owned()),
        kind: Set("request.filed".to_owned()),
        request_id: Set(Some(request)),
        request_count: Set(1),
        batch_id: Set(None),
        campaign_id: Set(None),
        payload: Set("{}".to_owned()),
        state: Set(if sent { "delivered" } else { "manual" }.to_owned()),
        attempts: Set(i32::from(sent)),
        next_attempt_at: Set(None),
        last_failure: Set(None),
        created_at: Set(at),
        settled_at: Set(sent.then_some(at)),
    };
    app.context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let stored = |error| Failure::from(recourse::store::StoreError::from(error));
                entity::request::Entity::insert(row).exec_without_returning(tx).await.map_err(stored)?;
                entity::delivery::Entity::insert(message).exec_without_returning(tx).await.map_err(stored)?;
                Ok::<_, Failure>(())
            })
        })
        .await
        .expect("a filed request");
    (request, delivery)
}

async fn messages(app: &App, case: &Case) -> Vec<(String, String, Option<RequestId>)> {
    let organisation = case.organisation;
    let rows = app
        .context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let own = entity::delivery::Column::OrganisationId.eq(organisation);
                let rows = entity::delivery::Entity::find().filter(own).all(tx).await;
                rows.map_err(recourse::store::StoreError::from)
            })
        })
        .await
        .expect("messages");
    let mut rows: Vec<_> = rows.into_iter().map(|row| (row.id, row.kind, row.state, row.request_id)).collect();
    rows.sort();
    rows.into_iter().map(|(_, kind, state, request)| (kind, state, request)).collect()
}

async fn lifecycle(app: &App, case: &Case, request: RequestId) -> String {
    let found = app.context.db.tenant(case.organisation).request(request).await.unwrap().unwrap();
    found.standing.state.lifecycle.to_string()
}

async fn issued(app: &App, case: &Case, controller: ControllerId) -> Result<String, Failure> {
    let (context, organisation, mandate) = (app.context.clone(), case.organisation, case.mandate);
    app.context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let request = context.ids.next();
                mandates::credential(&context, tx, organisation, request, mandate, controller).await
            })
        })
        .await
}

async fn controller_client(app: &App, controller: ControllerId) -> Caller {
    let context = app.context.clone();
    let client = app
        .context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let scopes = Scope::of_kind(ClientKind::Controller);
                clients::create_in(&context, tx, &Call::system(), Party::Controller(controller), "desk", scopes).await
            })
        })
        .await
        .expect("a client");
    app.client(&client.client_id.to_string(), &client.client_secret)
}

/// What a controller sees of a credential's status.
async fn online(app: &App, credential: &credential::Credential) -> Value {
    let path = credential.status_url.strip_prefix(&app.address).expect("an address of this service").to_owned();
    let reply = app.anonymous().get(&path).await;
    assert!(!reply.text().contains("sub_") && !reply.text().contains("Pereira"), "nothing about the person");
    reply.expect_status(200)
}

on_both! {
    async fn a_mandate_is_recorded_and_shown(app) {
        let case = case(app, Some(day(app, 90))).await;
        let path = format!("/v1/mandates/{}", case.mandate);
        let shown = case.member.get(&path).await.expect_status(200);
        assert_eq!((&shown["state"], &shown["powers"]["request"]["rights"]), (&json!("active"), &json!(["access", "erasure"])));
        let list = case.member.get(&format!("/v1/data-subjects/{}/mandates", case.subject)).await.expect_status(200);
        assert_eq!(list["items"], json!([shown]));
        let export = case.member.get(&format!("/v1/data-subjects/{}/export", case.subject)).await.expect_status(200);
        assert_eq!(export["mandates"][0]["id"], shown["id"]);
        let (_, other) = app.organisation("Association").await;
        other.get(&path).await.expect_problem(404, "not_found");
        other.post(&format!("{path}:revoke"), json!({})).await.expect_problem(404, "not_found");
    }

    async fn a_mandate_that_is_none_is_refused(app) {
        let case = case(app, None).await;
        let path = format!("/v1/data-subjects/{}/mandates", case.subject);
        let new = |change: &dyn Fn(&mut Value)| {
            let mut new = json!({ "powers": powers(), "signed_on": "2026-01-10", "evidence": { "kind": "signed_paper" } });
            change(&mut new);
            new
        };
        let refused = [
            new(&|new| new["powers"]["request"] = Value::Null),
            new(&|new| new["powers"]["request"]["rights"] = json!([])),
            new(&|new| new["valid_until"] = json!("2026-01-09")),
            new(&|new| new["valid_from"] = json!("2026-01-09")),
            new(&|new| new["signed_on"] = json!(day(app, 3))),
            new(&|new| new["evidence"]["sha256"] = json!("abc")),
        ];
        for body in refused {
            case.member.post(&path, body).await.expect_problem(422, "mandate_invalid");
        }
        let nobody = new(&|new| {
            new["powers"]["request"]["controllers"] =
                json!({ "kind": "listed", "controllers": ["ctl_0193d2b4a1c07e3f8b6a5d4c3b2a1908"] });
        });
        case.member.post(&path, nobody).await.expect_problem(422, "controller_unknown");
        case.member.post(&path, new(&|new| new["powers"]["request"]["rights"] = json!(["all"]))).await
            .expect_problem(422, "invalid_field");
        let digest = "0f".repeat(32);
        let made = case.member.post(&path, new(&|new| new["evidence"]["sha256"] = json!(digest))).await.expect_status(201);
        assert_eq!(made["evidence"]["sha256"], digest);
        let unknown = "/v1/data-subjects/sub_0193d2b4a1c07e3f8b6a5d4c3b2a1908/mandates";
        case.member.post(unknown, new(&|_| {})).await.expect_problem(404, "not_found");
    }

    async fn revocation_stops_everything_at_once(app) {
        let case = case(app, None).await;
        let (waiting, _) = file(app, &case, false).await;
        let (sent, _) = file(app, &case, true).await;
        case.member.delete(&format!("/v1/data-subjects/{}", case.subject)).await.expect_problem(409, "subject_has_open_requests");

        let path = format!("/v1/mandates/{}:revoke", case.mandate);
        let revoked = case.member.post_with_key(&path, "once", json!({})).await.expect_status(200);
        assert_eq!(revoked["state"], "revoked");
        let page = format!("/v1/requests?data_subject_id={}&state=draft,ready,sent,received,answered", case.subject);
        let running = json!({ "not_stopped": 0, "with_controllers": 1, "under_other_mandates": 0, "requests": page });
        assert_eq!(revoked["still_running"], running);
        assert_eq!(case.member.get(&page).await.expect_status(200)["items"], json!([]));
        assert!(revoked["ended_at"].is_string() && revoked["stopped_at"].is_string());
        let again = case.member.post_with_key(&path, "once", json!({})).await;
        assert_eq!((again.header("idempotency-replayed"), again.json()), (Some("true"), revoked.clone()));
        assert_eq!(case.member.post(&path, json!({})).await.expect_status(200), revoked, "revoking again changes nothing");

        assert_eq!(lifecycle(app, &case, waiting).await, "withdrawn");
        assert_eq!(lifecycle(app, &case, sent).await, "withdrawn");
        let told = |kind: &str, state: &str, request| (kind.to_owned(), state.to_owned(), Some(request));
        let mut found = messages(app, &case).await;
        found.sort();
        let mut expected = vec![
            told("request.filed", "cancelled", waiting),
            told("request.filed", "delivered", sent),
            // By e-mail, so for now by a person.
            told("mandate.revoked", "manual", sent),
        ];
        expected.sort();
        assert_eq!(found, expected);

        let position = recourse::store::Position { tx_no: 0, id: uuid::Uuid::nil() };
        let events = app.context.db.tenant(case.organisation).events_after(position, i64::MAX, 100).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds.iter().filter(|kind| **kind == "request.withdrawn").count(), 2);
        let of_mandate: Vec<_> = events.iter().filter(|event| event.kind == "mandate.revoked").collect();
        assert_eq!((of_mandate.len(), &of_mandate[0].data["still_running"]), (1, &running));
        // Now nothing holds the person back.
        case.member.delete(&format!("/v1/data-subjects/{}", case.subject)).await.expect_status(204);
    }

    async fn more_than_one_transaction_can_hold_is_stopped_by_the_worker(app) {
        let case = case(app, None).await;
        let mut requests = Vec::new();
        for _ in 0..203 {
            requests.push(file(app, &case, false).await.0);
        }
        let path = format!("/v1/mandates/{}:revoke", case.mandate);
        let revoked = case.member.post(&path, json!({})).await.expect_status(200);
        assert!(revoked["state"] == "revoked" && revoked.get("stopped_at").is_none());
        assert_eq!(revoked["still_running"]["not_stopped"], 3);
        app.work().await;
        let shown = case.member.get(&format!("/v1/mandates/{}", case.mandate)).await.expect_status(200);
        assert!(shown["stopped_at"].is_string());
        for request in requests {
            assert_eq!(lifecycle(app, &case, request).await, "withdrawn");
        }
    }

    async fn a_mandate_expires_when_its_last_day_is_over_everywhere(app) {
        let last = day(app, 5);
        let case = case(app, Some(last.clone())).await;
        let (request, _) = file(app, &case, true).await;
        let noon_after = format!("{last}T12:00:00Z").parse::<jiff::Timestamp>().unwrap() + jiff::SignedDuration::from_hours(24);
        let left = noon_after.duration_since(app.context.clock.now());
        app.clock.advance(left - jiff::SignedDuration::from_secs(60));
        mandates::expire_mandates(app.context.clone()).await.unwrap();
        assert_eq!(lifecycle(app, &case, request).await, "sent", "one minute early nothing is withdrawn");
        case.member.forget_token().await;
        let shown = case.member.get(&format!("/v1/mandates/{}", case.mandate)).await.expect_status(200);
        assert_eq!(shown["state"], "expired", "but nothing can be done under it any more");
        assert!(shown.get("ended_at").is_none());

        app.clock.advance(jiff::SignedDuration::from_secs(60));
        assert_eq!(mandates::expire_mandates(app.context.clone()).await.unwrap(), 1);
        assert_eq!(mandates::expire_mandates(app.context.clone()).await.unwrap(), 0);
        assert_eq!(lifecycle(app, &case, request).await, "withdrawn");
        let shown = case.member.get(&format!("/v1/mandates/{}", case.mandate)).await.expect_status(200);
        assert!(shown["state"] == "expired" && shown["ended_at"].is_string() && shown["stopped_at"].is_string());
    }

    async fn a_credential_proves_the_mandate_to_its_controller_alone(app) {
        let case = case(app, Some(day(app, 90))).await;
        let (ours, theirs): (ControllerId, ControllerId) = (app.context.ids.next(), app.context.ids.next());
        let token = issued(app, &case, ours).await.expect("a credential");

        // Offline, with the published keys alone.
        let published = app.anonymous().get("/.well-known/jwks.json").await.expect_status(200);
        let keys = VerificationKeys::from_jwks(&serde_json::from_value(published).unwrap());
        let now = app.context.clock.now();
        let read = credential::verify(&app.address, &ours.to_string(), &keys, &token, now).expect("it verifies");
        assert_eq!(read.rights, ["access", "erasure"]);
        assert!(credential::verify(&app.address, &theirs.to_string(), &keys, &token, now).is_err());

        // Online, before and after revocation.
        let status = online(app, &read).await;
        assert_eq!((&status["state"], &status["organisation"]), (&json!("active"), &json!("Union")));
        let desk = controller_client(app, ours).await;
        let other_desk = controller_client(app, theirs).await;
        let ask = async |desk: &Caller, token: &str| {
            let request = desk.request(reqwest::Method::POST, "/v1/credentials:verify").await;
            desk.send(request.json(&json!({ "credential": token }))).await
        };
        let verified = ask(&desk, &token).await.expect_status(200);
        assert_eq!((&verified["status"]["state"], &verified["mandate_id"]), (&json!("active"), &json!(case.mandate)));
        ask(&other_desk, &token).await.expect_problem(422, "credential_invalid");
        ask(&desk, &format!("{token}x")).await.expect_problem(422, "credential_invalid");
        ask(&case.member, &token).await.expect_problem(403, "insufficient_scope");

        case.member.post(&format!("/v1/mandates/{}:revoke", case.mandate), json!({})).await.expect_status(200);
        assert_eq!(online(app, &read).await["state"], "revoked");
        assert_eq!(ask(&desk, &token).await.expect_status(200)["status"]["state"], "revoked");
        let Err(Failure::Refused(problem)) = issued(app, &case, ours).await else { panic!("no credential any more") };
        assert_eq!(problem.code.as_str(), "mandate_revoked");
    }

    async fn a_status_address_cannot_be_guessed(app) {
        let guess: MandateId = app.context.ids.next();
        for token in ["x", "AAAA", &guess.to_string()] {
            app.anonymous().get(&format!("/v1/mandate-status/{token}")).await.expect_problem(404, "not_found");
        }
        let long = "A".repeat(2_000);
        app.anonymous().get(&format!("/v1/mandate-status/{long}")).await.expect_problem(404, "not_found");
    }
}
