//! Sandboxes: an integration lives through months in a moment, with controllers that the service plays, and nobody else notices.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, ToSpan};
use recourse::domain::code::Code;
use recourse::domain::simulation::Behaviour;
use recourse::service::{Call, sandbox};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::complaints::{both_powers, make_eligible};
use crate::on_both;
use crate::support::union::{self, text};
use crate::support::{App, Caller, Filing};

/// A sandbox with one controller of each behaviour, and a campaign with all of them.
pub struct Scene {
    pub id: String,
    pub member: Caller,
    controllers: BTreeMap<String, String>,
    campaign: String,
}

impl Scene {
    pub async fn set(app: &App, behaviours: &[&str]) -> Self {
        let (organisation, member) = app.sandbox("Trying out").await;
        let id = text(&organisation, "id");
        make_eligible(app, &id).await;
        let mut controllers = BTreeMap::new();
        for behaviour in behaviours {
            let channel = json!({ "kind": "simulated", "behaviour": behaviour });
            let entry = json!({ "name": format!("Sample {behaviour}"), "place": "FR", "channels": [channel] });
            let made = member.post("/v1/controllers", entry).await.expect_status(201);
            controllers.insert((*behaviour).to_owned(), text(&made, "id"));
        }
        let campaign = json!({
            "name": "Access", "purpose": "Members want to know", "language": "fr",
            "ask": { "right": "access", "copy": true }, "controllers": controllers.values().collect::<Vec<_>>(),
        });
        let campaign = text(&member.post("/v1/campaigns", campaign).await.expect_status(201), "id");
        Self { id, member, controllers, campaign }
    }

    /// Files for a person with one of the controllers.
    pub async fn file(&self, behaviour: &str) -> String {
        let signed = instant(&self.clock().await, "now").to_zoned(jiff::tz::TimeZone::UTC).date() - 3.days();
        let person = json!({
            "family_name": format!("Of {behaviour}"), "email": format!("{behaviour}@example.org"),
            "external_reference": behaviour, "mandate": { "signed_on": signed },
        });
        let filing = json!({
            "campaign_id": self.campaign, "controllers": [self.controllers[behaviour]], "person": person,
            "mandate": both_powers(),
        });
        let filed = self.member.post("/v1/requests", filing).await.expect_status(201);
        text(&filed["requests"][0], "request_id")
    }

    pub async fn clock(&self) -> Value {
        self.member.get("/v1/sandbox").await.expect_status(200)
    }

    pub async fn advance(&self, days: u16, minutes: u16) -> Value {
        let time = json!({ "days": days, "minutes": minutes });
        self.member.post("/v1/sandbox:advance", time).await.expect_status(200)
    }

    async fn see(&self, request: &str) -> Value {
        self.member.get(&format!("/v1/requests/{request}")).await.expect_status(200)["request"].clone()
    }

    async fn found(&self, request: &str) -> Vec<String> {
        let seen = self.member.get(&format!("/v1/requests/{request}")).await.expect_status(200);
        seen["findings"].as_array().expect("a list").iter().map(|finding| text(finding, "code")).collect()
    }

    /// What happened of a request and when, from its own timeline.
    async fn course(&self, request: &str) -> Vec<(String, Timestamp)> {
        let page = self.member.get(&format!("/v1/requests/{request}/events?limit=200")).await.expect_status(200);
        let events = page["items"].as_array().expect("a list").iter();
        events.map(|event| (text(event, "kind"), instant(event, "occurred_at"))).collect()
    }
}

fn instant(value: &Value, name: &str) -> Timestamp {
    text(value, name).parse().expect("an instant")
}

/// Whether something happened so many days after another thing, and not later than a worker needs.
fn is_days_after(at: Timestamp, from: Timestamp, days: i64) -> bool {
    let late = at.duration_since(from + SignedDuration::from_hours(24 * days));
    !late.is_negative() && late < SignedDuration::from_mins(2)
}

fn kinds(course: &[(String, Timestamp)]) -> Vec<&str> {
    course.iter().map(|(kind, _)| kind.as_str()).collect()
}

on_both! {
    async fn a_request_is_answered_days_later_within_the_call_that_lets_them_pass(app) {
        let scene = Scene::set(app, &["prompt"]).await;
        let request = scene.file("prompt").await;
        let before = instant(&scene.clock().await, "now");
        let moved = scene.advance(92, 0).await;
        let (from, to) = (instant(&moved, "from"), instant(&moved, "to"));
        assert_eq!(to.duration_since(from), SignedDuration::from_hours(24 * 92));
        let clock = scene.clock().await;
        assert!(clock.get("moving_to").is_none(), "it has arrived: {clock}");
        assert!(from >= before && is_days_after(instant(&clock, "now"), to, 0));

        let seen = scene.see(&request).await;
        assert_eq!((&seen["lifecycle"], &seen["outcome"]), (&json!("answered"), &json!("satisfied")), "{seen}");
        let due = instant(&seen, "filed_at") + SignedDuration::from_mins(15);
        let received = instant(&seen, "received_at");
        assert!(is_days_after(received, due, 0), "when the undo window was over: {seen}");
        assert!(is_days_after(instant(&seen, "answered_at"), received, 10), "{seen}");
    }

    async fn an_integration_lives_through_three_months_with_every_kind_of_controller(app) {
        let all: Vec<&str> = Behaviour::ALL.iter().map(|behaviour| behaviour.as_str()).collect();
        let scene = Scene::set(app, &all).await;
        let mut requests = BTreeMap::new();
        for behaviour in &all {
            requests.insert(*behaviour, scene.file(behaviour).await);
        }
        let started = std::time::Instant::now();
        scene.advance(5, 0).await;
        let asked = &requests["asks_identity"];
        assert_eq!(scene.see(asked).await["clock"], "suspended");
        let told_at = instant(&scene.clock().await, "now");
        let told = json!({ "kind": "identity", "text": "The account is that of the address.", "elements": ["email"] });
        scene.member.post(&format!("/v1/requests/{asked}:supply-information"), told).await.expect_status(200);
        scene.advance(87, 0).await;
        assert!(started.elapsed().as_secs() < 20, "three months took {:?}", started.elapsed());

        for (behaviour, lifecycle, outcome, days, findings) in [
            ("prompt", "answered", "satisfied", Some(10), vec![]),
            ("late", "answered", "satisfied", Some(45), vec!["late"]),
            ("silent", "received", "none", None, vec!["silent_first_deadline"]),
            ("asks_identity", "answered", "satisfied", Some(10), vec![]),
            ("extends", "answered", "satisfied", Some(75), vec![]),
            ("refuses", "answered", "refused", Some(15), vec![]),
            (
                "refuses_without_reasons", "answered", "refused", Some(15),
                vec!["no_reasons", "no_complaint_information", "no_court_information"],
            ),
            (
                "answers_badly", "answered", "partly_satisfied", Some(20),
                vec!["items_missing", "copy_missing", "redaction_called_full"],
            ),
        ] {
            let request = &requests[behaviour];
            let seen = scene.see(request).await;
            assert_eq!((&seen["lifecycle"], &seen["outcome"]), (&json!(lifecycle), &json!(outcome)), "{behaviour}: {seen}");
            let received = if behaviour == "asks_identity" { told_at } else { instant(&seen, "received_at") };
            match days {
                Some(days) => assert!(is_days_after(instant(&seen, "answered_at"), received, days), "{behaviour}: {seen}"),
                None => assert!(seen.get("answered_at").is_none(), "{behaviour}: {seen}"),
            }
            assert_eq!(seen["overdue"], behaviour == "silent", "{behaviour}: {seen}");
            let mut found = scene.found(request).await;
            found.sort();
            let mut expected = findings;
            expected.sort_unstable();
            assert_eq!(found, expected, "{behaviour}");
            let course = scene.course(request).await;
            assert!(course.is_sorted_by_key(|(_, at)| *at), "each thing at its time: {course:?}");
        }
        let late = scene.course(&requests["late"]).await;
        let place = |kind| late.iter().position(|(told, _)| told == kind);
        assert!(place("deadline.approaching") < place("deadline.first_passed"), "{late:?}");
        assert!(place("deadline.first_passed") < place("request.answered"), "{late:?}");
        assert!(kinds(&scene.course(&requests["extends"]).await).contains(&"request.extended"));

        let silent = json!({ "filter": { "controller_id": scene.controllers["silent"] }, "language": "fr" });
        let drafted = scene.member.post("/v1/complaints", silent).await.expect_status(201);
        assert_eq!((&drafted["state"], &drafted["people"]), (&json!("draft"), &json!(1)));
        assert_eq!(drafted["points"][0]["code"], "silent_first_deadline");
        let now = instant(&scene.clock().await, "now");
        assert!(is_days_after(now, instant(&drafted, "created_at"), 0), "drafted in its time: {drafted}");
    }

    async fn nothing_leaves_a_sandbox_and_a_live_organisation_beside_it_notices_nothing(app) {
        let beside = Filing::with_webhook(app).await;
        let (waiting, _) = beside.file(app, "webhook", "pending").await;
        let scene = Scene::set(app, &["prompt", "silent"]).await;
        let own = [scene.file("prompt").await, scene.file("silent").await];
        scene.advance(92, 0).await;

        let mut database = app.inspector().await;
        let of = |table: &str| format!("SELECT count(*) FROM {table}");
        for table in ["attempt", "receiver", "endpoint", "inbox_item"] {
            let count = database.number(&of(table)).await;
            let live = i64::from(table == "receiver");
            assert_eq!(count, live, "{table}: the sandbox has none, and the other has not lived yet");
        }
        assert_eq!(beside.request(waiting).await["request"]["lifecycle"], "ready", "no time has passed beside it");
        app.work().await;
        assert_eq!(beside.inbox.report().messages, 1, "what is live is sent");
        assert_eq!(database.number(&of("attempt")).await, 1);
        let seen = beside.request(waiting).await;
        assert_eq!(seen["request"]["lifecycle"], "received");
        let now = app.context.clock.now();
        assert!(instant(&seen["request"], "received_at") <= now);
        for request in own {
            assert!(instant(&scene.see(&request).await, "updated_at") > now);
            beside.member.get(&format!("/v1/requests/{request}")).await.expect_problem(404, "not_found");
        }
        app.until_visible().await;
        let page = beside.member.get("/v1/events?limit=200").await.expect_status(200);
        let events = page["items"].as_array().unwrap();
        assert!(events.iter().all(|event| instant(event, "occurred_at") <= now), "{events:?}");
    }

    async fn what_could_leave_is_refused_and_nobody_else_can_have_what_is_simulated(app) {
        let scene = Scene::set(app, &["prompt"]).await;
        let (_, live) = app.organisation("Live").await;
        let operator = app.operator().await;
        let shared = json!({ "name": "Shared", "place": "FR", "channels": [{ "kind": "feed" }] });
        let shared = text(&operator.post("/v1/controllers", shared).await.expect_status(201), "id");
        let own = &scene.controllers["prompt"];

        // The directory: each sees its own side.
        live.get(&format!("/v1/controllers/{shared}")).await.expect_status(200);
        scene.member.get(&format!("/v1/controllers/{shared}")).await.expect_problem(404, "not_found");
        live.get(&format!("/v1/controllers/{own}")).await.expect_problem(404, "not_found");
        operator.get(&format!("/v1/controllers/{own}")).await.expect_problem(404, "not_found");
        let listed = scene.member.get("/v1/controllers").await.expect_status(200);
        assert_eq!(listed["items"].as_array().unwrap().len(), 1, "{listed}");
        let campaign = |controller: &str| json!({
            "name": "C", "purpose": "P", "language": "fr", "ask": { "right": "access" }, "controllers": [controller],
        });
        for (member, controller) in [(&scene.member, &shared), (&live, own)] {
            let refused = member.post("/v1/campaigns", campaign(controller)).await;
            assert_eq!(refused.status, 422, "{}", refused.text());
        }

        // Channels.
        let entry = |channel: Value| json!({ "name": "Other", "place": "FR", "channels": [channel] });
        for channel in [
            json!({ "kind": "feed" }),
            json!({ "kind": "webhook", "url": "https://controller.example/in" }),
            json!({ "kind": "email", "address": "privacy@example.org" }),
        ] {
            let refused = scene.member.post("/v1/controllers", entry(channel.clone())).await;
            let problem = refused.expect_problem(403, "not_in_sandbox");
            assert_eq!(problem["errors"][0]["pointer"], "/channels/0");
            let change = json!({ "channels": [channel] });
            scene.member.patch(&format!("/v1/controllers/{own}"), change).await.expect_problem(403, "not_in_sandbox");
        }
        let simulated = json!({ "kind": "simulated", "behaviour": "prompt" });
        live.post("/v1/controllers", entry(simulated.clone())).await.expect_problem(403, "sandbox_only");
        operator.post("/v1/controllers", entry(simulated)).await.expect_problem(403, "sandbox_only");

        // Everything else that leads outside.
        let endpoint = json!({ "url": "https://union.example/hooks" });
        scene.member.post("/v1/webhook-endpoints", endpoint).await.expect_problem(403, "not_in_sandbox");
        let keys = json!({ "public_keys": [] });
        scene.member.put(&format!("/v1/controllers/{own}/callback-keys"), keys).await
            .expect_problem(403, "not_in_sandbox");
        let client = json!({ "name": "desk", "scopes": ["inbox:read"] });
        scene.member.post(&format!("/v1/controllers/{own}/clients"), client).await
            .expect_problem(403, "not_in_sandbox");
    }

    async fn only_a_sandbox_has_a_clock_and_what_an_organisation_is_never_changes(app) {
        let (live, member) = app.organisation("Live").await;
        assert_eq!(live["kind"], "live");
        member.get("/v1/sandbox").await.expect_problem(403, "sandbox_only");
        member.post("/v1/sandbox:advance", json!({ "days": 1 })).await.expect_problem(403, "sandbox_only");
        app.operator().await.post("/v1/sandbox:advance", json!({ "days": 1 })).await
            .expect_problem(403, "insufficient_scope");

        let (sandbox, own) = app.sandbox("Trying out").await;
        assert_eq!(sandbox["kind"], "sandbox");
        let profile = json!({ "name": "N", "country": "FR", "language": "fr" });
        for (organisation, kind) in [(&live, "sandbox"), (&sandbox, "live")] {
            let path = format!("/v1/organisations/{}", text(organisation, "id"));
            let operator = app.operator().await;
            operator.patch(&path, json!({ "kind": kind })).await.expect_problem(422, "invalid_field");
            let mut other = profile.clone();
            other["kind"] = json!(kind);
            operator.patch(&path, json!({ "profile": other })).await.expect_problem(422, "invalid_field");
            operator.patch(&path, json!({ "profile": profile })).await.expect_status(200);
            assert_eq!(operator.get(&path).await.expect_status(200)["kind"], organisation["kind"]);
        }
        assert_eq!(own.get("/v1/organisation").await.expect_status(200)["kind"], "sandbox");

        // Bounded, and forward only.
        for wrong in [json!({ "days": 367 }), json!({ "minutes": 1441 })] {
            own.post("/v1/sandbox:advance", wrong).await.expect_problem(422, "invalid_field");
        }
        own.post("/v1/sandbox:advance", json!({ "days": -1 })).await.expect_problem(422, "invalid_field");
    }

    async fn a_repeated_call_moves_the_clock_once_and_another_sandbox_keeps_its_own(app) {
        let scene = Scene::set(app, &["silent"]).await;
        let (_, other) = app.sandbox("Another").await;
        let key = crate::support::unique();
        let time = json!({ "days": 30 });
        let first = scene.member.post_with_key("/v1/sandbox:advance", &key, time.clone()).await.expect_status(200);
        let again = scene.member.post_with_key("/v1/sandbox:advance", &key, time).await;
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        assert_eq!(again.expect_status(200), first);
        let now = instant(&scene.clock().await, "now");
        assert!(is_days_after(now, instant(&first, "from"), 30));
        let others = other.get("/v1/sandbox").await.expect_status(200);
        assert!(instant(&others, "now") <= app.context.clock.now());

        // The service's own time is what keeps answers for repetitions, however far the sandbox has gone.
        scene.advance(366, 0).await;
        let later = scene.member.post_with_key("/v1/sandbox:advance", &key, json!({ "days": 30 })).await;
        assert_eq!(later.expect_status(200), first);
        let entries = crate::support::fixtures::audit(app, scene.id.parse().unwrap()).await;
        let moved = entries.iter().filter(|(action, subject)| action == "change" && *subject == scene.id).count();
        assert_eq!(moved, 3, "made eligible once, and moved twice: {entries:?}");
    }

    async fn what_is_killed_on_the_way_goes_on_with_two_workers_and_happens_once_and_in_order(app) {
        let scene = Scene::set(app, &["late", "extends", "prompt", "silent"]).await;
        let mut requests = Vec::new();
        for behaviour in ["late", "extends", "prompt", "silent"] {
            requests.push(scene.file(behaviour).await);
        }
        // A process that is to stop gives up on the way: what was asked for stands.
        let mut stopping = app.context.clone();
        stopping.stop = CancellationToken::new();
        stopping.stop.cancel();
        let (organisation, time) = (scene.id.parse().unwrap(), SignedDuration::from_hours(24 * 92));
        let moved = sandbox::advance(&stopping, Call::system(), organisation, time, |_| ()).await;
        assert_eq!(moved.unwrap_err().into_problem().code, Code::Unavailable);
        let clock = scene.clock().await;
        let to = instant(&clock, "moving_to");
        assert!(instant(&clock, "now") < to, "{clock}");
        let beside = app.beside().await;
        let (one, two) = (app.context.clone(), beside);
        let (one, two) = tokio::join!(
            tokio::spawn(sandbox::live_in_sandboxes(one)), tokio::spawn(sandbox::live_in_sandboxes(two))
        );
        one.unwrap().unwrap();
        two.unwrap().unwrap();
        let clock = scene.clock().await;
        assert!(is_days_after(instant(&clock, "now"), to, 0) && clock.get("moving_to").is_none(), "{clock}");
        let answers = [Some(45), Some(75), Some(10), None];
        for (request, days) in requests.iter().zip(answers) {
            let course = scene.course(request).await;
            assert!(course.is_sorted_by_key(|(_, at)| *at), "{course:?}");
            let at = |kind: &str| course.iter().filter(|(told, _)| told == kind).map(|(_, at)| *at).collect::<Vec<_>>();
            let [received] = at("request.received")[..] else { panic!("received once: {course:?}") };
            match (days, &at("request.answered")[..]) {
                (Some(days), [answered]) => assert!(is_days_after(*answered, received, days), "{course:?}"),
                (None, []) => {}
                (_, answers) => panic!("{answers:?} in {course:?}"),
            }
        }
    }

    async fn a_batch_reminders_and_the_end_of_a_mandate_come_in_the_time_of_the_sandbox(app) {
        let scene = Scene::set(app, &["silent"]).await;
        scene.advance(40, 0).await;
        let batch = union::batch(union::columns());
        let path = format!("/v1/campaigns/{}/batches", scene.campaign);
        let batch = text(&scene.member.post(&path, batch).await.expect_status(201), "id");
        let path = format!("/v1/batches/{batch}");
        scene.member.put_bytes(&format!("{path}/content"), "text/csv", union::people(0, 20)).await.expect_status(202);
        app.work().await;
        let filed = scene.member.get(&path).await.expect_status(200);
        assert_eq!((&filed["state"], &filed["counts"]["requests"]), (&json!("filed"), &json!(20)), "{filed}");
        assert!(instant(&filed, "created_at") > app.context.clock.now(), "it was made in the time of the sandbox");

        // Real time goes on in it too: the undo window ends without any call.
        app.clock.advance(SignedDuration::from_mins(16));
        app.work().await;
        scene.member.forget_token().await;
        let page = scene.member.get("/v1/requests?limit=50").await.expect_status(200);
        let received = page["items"].as_array().unwrap().iter().filter(|request| request["lifecycle"] == "received");
        assert_eq!(received.count(), 20, "{page}");

        let person = json!({ "full_name": "Ada Example", "email": "ada@example.org" });
        let person = text(&scene.member.post("/v1/data-subjects", person).await.expect_status(201), "id");
        let today = instant(&scene.clock().await, "now").to_zoned(jiff::tz::TimeZone::UTC).date();
        let mut mandate = both_powers();
        mandate["signed_on"] = json!(today - 1.day());
        mandate["valid_until"] = json!(today + 10.days());
        let path = format!("/v1/data-subjects/{person}/mandates");
        let mandate = text(&scene.member.post(&path, mandate).await.expect_status(201), "id");
        scene.advance(8, 0).await;
        let path = format!("/v1/mandates/{mandate}");
        assert_eq!(scene.member.get(&path).await.expect_status(200)["state"], "active");
        scene.advance(4, 0).await;
        assert_eq!(scene.member.get(&path).await.expect_status(200)["state"], "expired");
        app.until_visible().await;
        let page = scene.member.get("/v1/events?limit=200").await.expect_status(200);
        let expired = page["items"].as_array().unwrap().iter().filter(|event| event["kind"] == "mandate.expired").count();
        assert_eq!(expired, 1, "{page}");
    }
}
