//! Bundles: what may no longer leave is left out, and everything else goes.

use entity::id::OrganisationId;
use jiff::ToSpan;
use jiff::tz::TimeZone;
use recourse::demo::sample_controller::Receiver;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::union::{self, Addressee, text};
use crate::support::{App, Caller, check_message};

/// A controller that takes bundles, a client of it, and an organisation.
pub struct Scene {
    pub controller: Addressee,
    pub office: Caller,
    pub member: Caller,
    pub organisation: OrganisationId,
    _receiver: Receiver,
}

impl Scene {
    pub async fn set(app: &App) -> Self {
        Self::set_at(app, "office").await
    }

    /// The same with a controller of this name.
    pub async fn set_at(app: &App, name: &str) -> Self {
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let how = json!({ "mode": "bundle", "max_bundle": 10 });
        let controller = union::addressee(app, &receiver, name, how, json!({})).await;
        let path = format!("/v1/controllers/{}/clients", controller.id);
        let client = json!({ "name": "office", "scopes": ["inbox:read", "inbox:answer"] });
        let client = app.operator().await.post(&path, client).await.expect_status(201);
        let office = app.client(&text(&client, "client_id"), &text(&client, "client_secret"));
        let (organisation, member) = app.organisation("Union").await;
        let organisation = text(&organisation, "id").parse().unwrap();
        Self { controller, office, member, organisation, _receiver: receiver }
    }

    /// Files for these lines of reference, name, address and end of the mandate. Gives the requests in that order.
    pub async fn file(&self, app: &App, lines: &[String]) -> Vec<String> {
        self.file_under(app, lines, union::batch(json!({}))["mandate"].clone()).await
    }

    /// The same under mandates that say this.
    pub async fn file_under(&self, app: &App, lines: &[String], mandate: Value) -> Vec<String> {
        let mut columns = union::columns();
        columns["mandate.valid_until"] = json!("end");
        let mut batch = union::batch(columns);
        batch["mandate"] = mandate;
        let content = format!("ref,name,mail,signed,end\n{}\n", lines.join("\n"));
        let path = union::upload_batch(&self.member, &[&self.controller.id], batch, content.into_bytes()).await;
        while app.step("process_batches").await > 0 {}
        let outcome = self.member.get(&format!("{path}/outcome")).await.text();
        let outcome = outcome.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        outcome.map(|line| line["request_ids"][0].as_str().unwrap_or_else(|| panic!("{line}")).to_owned()).collect()
    }

    pub async fn see(&self, request: &str) -> Value {
        self.member.get(&format!("/v1/requests/{request}")).await.expect_status(200)["request"].clone()
    }

    /// How many requests the one bundle tells of, and those that its pages show.
    pub async fn told(&self) -> (Value, Vec<String>) {
        let messages = self.controller.inbox.take_new();
        let [message] = messages.as_slice() else { panic!("one bundle, not {}", messages.len()) };
        check_message("controller", message);
        let mut seen = Vec::new();
        let mut path = format!("/v1/inbox/messages/{}/requests?limit=1", message.id);
        loop {
            let page = self.office.get(&path).await.expect_status(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| text(item, "request_id")));
            match page["next"].as_str() {
                Some(next) => path = next.to_owned(),
                None => return (message.data["bundle"]["request_count"].clone(), seen),
            }
        }
    }
}

/// Requests of one round of withdrawing and undoing at once.
const ROUND: usize = 40;

pub fn line(number: usize, end: &str) -> String {
    format!("R{number},Person {number},p{number}@example.org,2026-01-05,{end}")
}

on_both! {
    async fn who_revokes_before_sending_is_left_out_and_the_others_go(app) {
        let scene = Scene::set(app).await;
        let requests = scene.file(app, &[line(0, ""), line(1, ""), line(2, "")]).await;
        let revoked = scene.see(&requests[1]).await;
        let path = format!("/v1/mandates/{}:revoke", text(&revoked, "mandate_id"));
        scene.member.post(&path, json!({})).await.expect_status(200);
        app.work().await;
        let (count, seen) = scene.told().await;
        assert_eq!((count, &seen), (json!(2), &vec![requests[0].clone(), requests[2].clone()]));
        scene.office.get(&format!("/v1/inbox/requests/{}", requests[1])).await.expect_problem(404, "not_found");
        let stopped = scene.see(&requests[1]).await;
        assert_eq!((&stopped["lifecycle"], stopped.get("sent_at")), (&json!("withdrawn"), None), "{stopped}");
        for request in &seen {
            assert_eq!(scene.see(request).await["lifecycle"], "received");
        }
        let tasks = scene.member.get("/v1/tasks?state=open").await.expect_status(200);
        assert_eq!(tasks["items"], json!([]), "whoever revokes leaves nothing to be done");
        let timeline = scene.member.get(&format!("/v1/requests/{}/events", requests[1])).await.expect_status(200);
        let kinds: Vec<_> = timeline["items"].as_array().unwrap().iter().map(|event| event["kind"].clone()).collect();
        assert_eq!(kinds, ["request.filed", "request.withdrawn"]);
    }

    async fn whose_mandate_has_run_out_is_left_out_and_becomes_a_task(app) {
        let scene = Scene::set(app).await;
        let today = app.context.clock.now().to_zoned(TimeZone::UTC).date();
        let end = today.checked_add(2.days()).unwrap().to_string();
        let requests = scene.file(app, &[line(0, ""), line(1, &end), line(2, "")]).await;
        // The messages are sent before the sweep of mandates comes round: the check at the moment of sending stands alone.
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 5));
        assert!(app.step("deliver").await > 0);
        scene.member.forget_token().await;
        let (count, seen) = scene.told().await;
        assert_eq!((count, &seen), (json!(2), &vec![requests[0].clone(), requests[2].clone()]));
        scene.office.get(&format!("/v1/inbox/requests/{}", requests[1])).await.expect_problem(404, "not_found");
        let tasks = scene.member.get("/v1/tasks?state=open").await.expect_status(200);
        let [task] = tasks["items"].as_array().unwrap().as_slice() else { panic!("one task, not {tasks}") };
        assert_eq!((&task["reason"], &task["request_count"]), (&json!("mandate_expired"), &json!(1)));
        assert_eq!(scene.see(&requests[1]).await["lifecycle"], "ready");
        app.work().await;
        assert_eq!(scene.see(&requests[1]).await["lifecycle"], "withdrawn");
        assert_eq!(scene.controller.inbox.take_new().len(), 0, "and the controller is told nothing of it");
    }

    async fn a_bundle_of_which_nothing_may_leave_is_not_sent(app) {
        let scene = Scene::set(app).await;
        let requests = scene.file(app, &[line(0, ""), line(1, "")]).await;
        for request in &requests {
            let path = format!("/v1/mandates/{}:revoke", text(&scene.see(request).await, "mandate_id"));
            scene.member.post(&path, json!({})).await.expect_status(200);
        }
        app.work().await;
        assert_eq!(scene.controller.inbox.report().messages, 0);
        let deliveries = scene.member.get("/v1/deliveries").await.expect_status(200);
        assert_eq!((deliveries["items"].as_array().unwrap().len(), &deliveries["items"][0]["state"]), (1, &json!("cancelled")));
        assert_eq!(scene.office.get("/v1/inbox").await.expect_status(200)["items"], json!([]));
    }

    async fn withdrawing_from_bundles_and_undoing_their_batch_at_once_never_stand_in_each_others_way(app) {
        let scene = Scene::set(app).await;
        for round in 0..10 {
            let lines: Vec<String> = (0..ROUND).map(|at| line(round * ROUND + at, "")).collect();
            let requests = scene.file(app, &lines).await;
            let batch = text(&scene.see(&requests[0]).await, "batch_id");
            scene.member.post(&format!("/v1/batches/{batch}:cancel"), json!({})).await.expect_status(202);
            let withdraw = async |ids: Vec<&String>| {
                scene.member.post("/v1/requests:act", json!({ "action": "withdraw", "ids": ids })).await
            };
            let (odd, even) = (requests.iter().skip(1).step_by(2), requests.iter().step_by(2));
            let (undone, first, second, third) = tokio::join!(
                app.step("process_batches"),
                withdraw(odd.rev().collect()),
                withdraw(even.rev().collect()),
                withdraw(requests.iter().rev().take(ROUND / 2).collect()),
            );
            assert!(undone > 0, "nothing is left to another turn");
            let (mut applied, mut refused) = (0, 0);
            for reply in [first, second, third] {
                let outcome = reply.expect_status(200);
                applied += outcome["applied"].as_u64().unwrap();
                for no in outcome["refused"].as_array().unwrap() {
                    assert_eq!(no["code"], "illegal_transition", "it was withdrawn before");
                    refused += 1;
                }
            }
            assert_eq!(applied + refused, ROUND as u64 * 3 / 2);
            assert_eq!(scene.member.get(&format!("/v1/batches/{batch}")).await.expect_status(200)["state"], "cancelled");
            for request in &requests {
                let seen = scene.see(request).await;
                assert_eq!((&seen["lifecycle"], &seen["version"]), (&json!("withdrawn"), &json!(2)), "once: {seen}");
            }
        }
        let deliveries = scene.member.get("/v1/deliveries?state=pending").await.expect_status(200);
        assert_eq!(deliveries["items"], json!([]));
    }
}
