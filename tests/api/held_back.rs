//! Requests whose mandate fails when they are to be sent: a task names them, and they go under a mandate that covers them.

use jiff::ToSpan;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::bundles::{Scene, line};
use crate::on_both;
use crate::support::App;
use crate::support::union::{self, text};

/// Lines of a batch whose mandates name a category of controllers instead of all. Gives the requests.
async fn filed_for_shops(app: &App, scene: &Scene, count: usize) -> Vec<String> {
    categories(app, scene, json!(["commerce"])).await;
    let campaign = union::campaign("Access", &[&scene.controller.id]);
    let made = scene.member.post("/v1/campaigns", campaign).await.expect_status(201);
    let mut batch = union::batch(union::columns());
    batch["mandate"]["powers"]["request"]["controllers"] = json!({ "kind": "categories", "categories": ["commerce"] });
    let path = format!("/v1/campaigns/{}/batches", text(&made, "id"));
    let path = format!("/v1/batches/{}", text(&scene.member.post(&path, batch).await.expect_status(201), "id"));
    let people = union::people(0, count);
    scene.member.put_bytes(&format!("{path}/content"), "text/csv", people).await.expect_status(202);
    while app.step("process_batches").await > 0 {}
    let outcome = scene.member.get(&format!("{path}/outcome")).await.text();
    let ids = outcome.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["request_ids"][0].clone());
    ids.map(|id| id.as_str().expect("an id").to_owned()).collect()
}

async fn categories(app: &App, scene: &Scene, categories: Value) {
    let path = format!("/v1/controllers/{}", scene.controller.id);
    app.operator().await.patch(&path, json!({ "categories": categories })).await.expect_status(200);
}

async fn tasks(scene: &Scene, state: &str) -> Vec<Value> {
    let tasks = scene.member.get(&format!("/v1/tasks?state={state}")).await.expect_status(200);
    tasks["items"].as_array().unwrap().clone()
}

async fn listed(scene: &Scene, task: &Value) -> Vec<String> {
    let page = scene.member.get(&text(task, "requests_url")).await.expect_status(200);
    page["items"].as_array().unwrap().iter().map(|item| text(item, "id")).collect()
}

async fn kinds(scene: &Scene, request: &str) -> Vec<String> {
    let timeline = scene.member.get(&format!("/v1/requests/{request}/events")).await.expect_status(200);
    timeline["items"].as_array().unwrap().iter().map(|event| text(event, "kind")).collect()
}

on_both! {
    async fn a_new_mandate_of_the_person_lets_go_what_was_held_back(app) {
        let scene = Scene::set(app).await;
        let today = app.context.clock.now().to_zoned(TimeZone::UTC).date();
        let end = today.checked_add(2.days()).unwrap().to_string();
        let requests = scene.file(app, &[line(0, ""), line(1, &end)]).await;
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 5));
        assert!(app.step("deliver").await > 0);
        scene.member.forget_token().await;
        scene.office.forget_token().await;
        assert_eq!(scene.told().await.0, json!(1));
        let open = tasks(&scene, "open").await;
        let [task] = open.as_slice() else { panic!("one task, not {open:?}") };
        assert_eq!((&task["reason"], listed(&scene, task).await), (&json!("mandate_expired"), vec![requests[1].clone()]));
        let held = scene.see(&requests[1]).await;
        let release = format!("/v1/requests/{}:release", requests[1]);
        scene.member.post(&release, json!({})).await.expect_problem(403, "mandate_expired");

        let mandate = json!({
            "powers": {
                "request": { "rights": ["erasure"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                "disclosure_consent": true,
            },
            "signed_on": today.to_string(), "evidence": { "kind": "signed_paper" },
        });
        let path = format!("/v1/data-subjects/{}/mandates", text(&held, "data_subject_id"));
        scene.member.post(&path, mandate.clone()).await.expect_status(201);
        assert_eq!(scene.see(&requests[1]).await["version"], held["version"], "a mandate for another right lets nothing go");
        let mut covering = mandate;
        covering["powers"]["request"]["rights"] = json!(["access"]);
        let covering = text(&scene.member.post(&path, covering).await.expect_status(201), "id");
        let going = scene.see(&requests[1]).await;
        assert_eq!((&going["mandate_id"], &going["lifecycle"]), (&json!(covering), &json!("ready")));
        assert!(tasks(&scene, "open").await.is_empty(), "the task is settled");
        scene.member.post(&release, json!({})).await.expect_problem(409, "illegal_transition");

        app.work().await;
        let (count, seen) = scene.told().await;
        assert_eq!((count, seen), (json!(1), vec![requests[1].clone()]));
        assert_eq!(scene.see(&requests[1]).await["lifecycle"], "received", "the end of the old mandate does not reach it");
        let kinds = kinds(&scene, &requests[1]).await;
        assert_eq!(kinds[..4], ["request.filed", "request.released", "request.sent", "request.received"]);
    }

    async fn what_waits_goes_on_under_the_mandate_that_takes_over_from_one_that_expires(app) {
        let scene = Scene::set(app).await;
        let today = app.context.clock.now().to_zoned(TimeZone::UTC).date();
        let end = today.checked_add(2.days()).unwrap().to_string();
        let requests = scene.file(app, &[line(0, &end), line(1, &end)]).await;
        let subject = text(&scene.see(&requests[0]).await, "data_subject_id");
        let mandate = json!({
            "powers": {
                "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                "disclosure_consent": true,
            },
            "signed_on": today.to_string(), "evidence": { "kind": "signed_paper" },
        });
        let path = format!("/v1/data-subjects/{subject}/mandates");
        let successor = text(&scene.member.post(&path, mandate).await.expect_status(201), "id");
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 5));
        scene.member.forget_token().await;
        scene.office.forget_token().await;
        assert!(app.step("expire_mandates").await > 0);
        let going = scene.see(&requests[0]).await;
        assert_eq!((&going["lifecycle"], &going["mandate_id"]), (&json!("ready"), &json!(successor)));
        assert_eq!(scene.see(&requests[1]).await["lifecycle"], "withdrawn", "nobody took over here");
        app.work().await;
        assert_eq!(scene.told().await, (json!(1), vec![requests[0].clone()]));
        let kinds = kinds(&scene, &requests[0]).await;
        assert_eq!(kinds[..4], ["request.filed", "request.released", "request.sent", "request.received"]);
    }

    async fn one_request_is_released_by_itself(app) {
        let scene = Scene::set(app).await;
        let requests = filed_for_shops(app, &scene, 1).await;
        categories(app, &scene, json!([])).await;
        assert!(app.step("deliver").await > 0);
        let release = format!("/v1/requests/{}:release", requests[0]);
        scene.member.post(&release, json!({})).await.expect_problem(403, "mandate_controller_not_covered");
        categories(app, &scene, json!(["commerce"])).await;
        let released = scene.member.post(&release, json!({})).await.expect_status(200);
        assert_eq!((&released["id"], &released["lifecycle"]), (&json!(requests[0]), &json!("ready")));
        scene.member.post(&release, json!({})).await.expect_problem(409, "illegal_transition");
        app.work().await;
        assert_eq!(scene.told().await, (json!(1), requests));
    }

    async fn a_task_of_a_bundle_names_its_requests_and_they_go_together(app) {
        let scene = Scene::set(app).await;
        let requests = filed_for_shops(app, &scene, 3).await;
        categories(app, &scene, json!([])).await;
        assert!(app.step("deliver").await > 0);
        let open = tasks(&scene, "open").await;
        let [task] = open.as_slice() else { panic!("one task, not {open:?}") };
        assert_eq!((&task["reason"], &task["request_count"]), (&json!("mandate_controller_not_covered"), &json!(3)));
        assert_eq!(listed(&scene, task).await, requests);
        let release = json!({ "action": "release", "filter": { "task_id": task["id"] } });
        let preview = scene.member.request(reqwest::Method::POST, "/v1/requests:preview").await.json(&release);
        let preview = scene.member.send(preview).await.expect_status(200);
        assert_eq!((&preview["applied"], preview["refused"].as_array().unwrap().len()), (&json!(0), 3));
        assert_eq!(preview["refused"][0]["code"], "mandate_controller_not_covered");

        scene.member.post(&format!("/v1/requests/{}:withdraw", requests[0]), json!({})).await.expect_status(200);
        assert_eq!(tasks(&scene, "open").await[0]["request_count"], 2, "who gives up waits for no mandate");
        categories(app, &scene, json!(["commerce"])).await;
        let outcome = scene.member.post("/v1/requests:act", release).await.expect_status(200);
        assert_eq!((&outcome["applied"], outcome["refused"].as_array().unwrap().len()), (&json!(2), 1));
        assert!(tasks(&scene, "open").await.is_empty());
        app.work().await;
        let (count, seen) = scene.told().await;
        assert_eq!((count, seen), (json!(2), requests[1..].to_vec()), "in one bundle again");
        assert_eq!(kinds(&scene, &requests[1]).await[..3], ["request.filed", "request.released", "request.sent"]);
        let audit = crate::support::fixtures::audit(app, scene.organisation).await;
        assert!(audit.iter().filter(|(action, subject)| action == "change" && subject == "request").count() >= 2);
    }
}
