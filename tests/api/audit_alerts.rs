//! What watches over the audit record (Z-12): each cause is told once, in the list, as an event, and to endpoints.

use jiff::SignedDuration;
use recourse::crypto::webhook::VerifyingKey;
use recourse::demo::sample_controller::Receiver;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::union::text;
use crate::support::{App, Caller};

async fn alerts(caller: &Caller) -> Vec<Value> {
    caller.get("/v1/audit/alerts").await.expect_status(200)["items"].as_array().unwrap().clone()
}

async fn events(caller: &Caller) -> Vec<Value> {
    let page = caller.get("/v1/events?kind=audit.*&limit=200").await.expect_status(200);
    page["items"].as_array().unwrap().clone()
}

/// The clock goes to a weekday's hour in France, so that the hour of the machine does not matter, and not back.
async fn at_hour(app: &App, hour: i8) {
    let paris = jiff::tz::TimeZone::get("Europe/Paris").unwrap();
    let now = app.context.clock.now().to_zoned(paris);
    let mut then = now.with().hour(hour).minute(5).build().unwrap();
    while then <= now || matches!(then.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday) {
        then = then.tomorrow().unwrap();
    }
    app.clock.advance(then.timestamp().duration_since(now.timestamp()));
}

async fn limited(app: &App, organisation: &Value, limits: Value) {
    let path = format!("/v1/organisations/{}/audit-limits", text(organisation, "id"));
    let set = app.operator().await.put(&path, limits.clone()).await.expect_status(200);
    for (name, value) in limits.as_object().unwrap() {
        assert_eq!(&set[name], value);
    }
}

async fn person(member: &Caller) -> String {
    let made = member.post("/v1/data-subjects", json!({ "full_name": "Ada Example" })).await.expect_status(201);
    format!("/v1/data-subjects/{}", text(&made, "id"))
}

on_both! {
    async fn much_reading_is_told_once_in_an_hour_and_sooner_at_night(app) {
        at_hour(app, 10).await;
        let (organisation, member) = app.organisation("Union").await;
        assert_eq!(member.get("/v1/audit/limits").await.expect_status(200)["records_per_hour"], json!(2_000));
        let path = format!("/v1/organisations/{}/audit-limits", text(&organisation, "id"));
        let wrong = json!({ "refusals_per_hour": 2_147_483_648_u32 });
        app.operator().await.put(&path, wrong).await.expect_problem(422, "invalid_field");
        limited(app, &organisation, json!({ "records_per_hour": 5, "records_off_hours": 2 })).await;
        assert_eq!(member.get("/v1/audit/limits").await.expect_status(200)["records_off_hours"], json!(2));
        let path = person(&member).await;
        for _ in 0..5 {
            member.get(&path).await.expect_status(200);
        }
        app.work().await;
        assert_eq!(alerts(&member).await, Vec::<Value>::new(), "as many as the limit");
        for _ in 0..3 {
            member.get(&path).await.expect_status(200);
            app.work().await;
        }
        let told = alerts(&member).await;
        let [alert] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((&alert["kind"], &alert["count"], &alert["limit"]), (&json!("mass_reading"), &json!(6), &json!(5)));
        let happened = events(&member).await;
        let [event] = happened.as_slice() else { panic!("{happened:?}") };
        assert_eq!((&event["kind"], &event["subject"], &event["data"]["actor"]), (&json!("audit.alert"), &alert["id"], &alert["actor"]));

        at_hour(app, 23).await;
        member.forget_token().await;
        for _ in 0..3 {
            member.get(&path).await.expect_status(200);
        }
        app.work().await;
        let kinds: Vec<String> = alerts(&member).await.iter().map(|alert| text(alert, "kind")).collect();
        assert_eq!(kinds, ["mass_reading", "off_hours_reading"]);
        let (_, stranger) = app.organisation("Another").await;
        assert_eq!(alerts(&stranger).await, Vec::<Value>::new());
    }

    async fn refused_attempts_are_counted_by_client_and_hour_and_nothing_more_is_kept(app) {
        at_hour(app, 10).await;
        let (organisation, member) = app.organisation("Union").await;
        let path = format!("/v1/organisations/{}/clients", text(&organisation, "id"));
        let new = json!({ "name": "clerk", "scopes": ["requests:read"] });
        let made = app.operator().await.post(&path, new).await.expect_status(201);
        let (id, secret) = (text(&made, "client_id"), text(&made, "client_secret"));
        let clerk = app.client(&id, &secret);
        for _ in 0..15 {
            clerk.get("/v1/data-subjects").await.expect_problem(403, "insufficient_scope");
        }
        app.work().await;
        assert_eq!(alerts(&member).await, Vec::<Value>::new());
        for _ in 0..6 {
            assert_eq!(app.client(&id, "wrong").token().await, None);
        }
        app.work().await;
        let told = alerts(&member).await;
        let [alert] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((&alert["kind"], &alert["actor"], &alert["count"]), (&json!("refused_attempts"), &json!(id), &json!(21)));
        // Whoever names clients that are not there is one, however many names.
        for number in 0..30 {
            assert_eq!(app.client(&format!("cli_{number:032x}"), "wrong").token().await, None);
        }
        app.work().await;
        let shared = alerts(&app.operator().await).await;
        assert_eq!((shared.len(), &shared[0]["actor"], &shared[0]["count"]), (1, &json!("unknown"), &json!(30)));
        let mut inspector = app.inspector().await;
        assert_eq!(inspector.number("SELECT COUNT(*) FROM audit_tally WHERE act LIKE 'refused%'").await, 3);
    }

    async fn what_a_client_never_did_is_told_to_the_endpoints_of_its_organisation(app) {
        at_hour(app, 10).await;
        let (_, member) = app.organisation("Union").await;
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let inbox = receiver.inbox("auditors");
        let endpoint = json!({ "description": "auditors", "url": receiver.url("auditors"), "event_kinds": ["audit.*"] });
        let made = member.post("/v1/webhook-endpoints", endpoint).await.expect_status(201);
        inbox.set_keys(vec![VerifyingKey::parse(&text(&made, "secret")).unwrap()]);
        let path = person(&member).await;
        member.get(&path).await.expect_status(200);
        app.work().await;
        app.clock.advance(SignedDuration::from_hours(96));
        at_hour(app, 10).await;
        member.forget_token().await;
        member.get(&path).await.expect_status(200);
        app.work().await;
        assert_eq!(alerts(&member).await, Vec::<Value>::new(), "a habit");
        member.delete(&path).await.expect_status(204);
        app.work().await;
        let told = alerts(&member).await;
        let [alert] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((&alert["kind"], &alert["act"]), (&json!("first_use"), &json!("delete sub")));
        let messages = inbox.take_new();
        assert_eq!(messages.iter().map(|message| message.kind.as_str()).collect::<Vec<_>>(), ["audit.alert"]);
    }
}
