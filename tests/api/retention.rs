//! What is kept of people goes by itself when its time is over, and not before (P-9, Z-6).

use serde_json::{Value, json};

use crate::bundles::{Scene, line};
use crate::complaints::{draft, make_eligible, silence, step};
use crate::on_both;
use crate::support::App;
use crate::support::union::{self, text};

/// A request that was answered with a file and found satisfactory. Gives its id, that of the person and that of the file.
pub async fn answered(app: &App, scene: &Scene, request: &str) -> (String, String) {
    let path = format!("/v1/inbox/requests/{request}/attachments?name=data.txt");
    let file = scene.office.post_bytes(&path, "text/plain", b"What we hold".to_vec()).await.expect_status(201);
    let answer =
        json!({ "response": { "kind": "full", "message": "Here it is." }, "attachments": [text(&file, "id")] });
    scene.office.post(&format!("/v1/inbox/requests/{request}/responses"), answer).await.expect_status(201);
    let assessment = json!({ "satisfied": true });
    scene.member.post(&format!("/v1/requests/{request}:assess"), assessment).await.expect_status(200);
    app.work().await;
    (text(&scene.see(request).await, "data_subject_id"), text(&file, "id"))
}

/// Time passes, and what has become due is done.
async fn after(app: &App, scene: &Scene, days: i64) {
    app.after(days).await;
    scene.member.forget_token().await;
    scene.office.forget_token().await;
}

async fn responses(scene: &Scene, request: &str) -> Vec<Value> {
    let page = scene.member.get(&format!("/v1/requests/{request}/responses")).await.expect_status(200);
    page["items"].as_array().unwrap().clone()
}

async fn kept(scene: &Scene, person: &str) -> Value {
    scene.member.get(&format!("/v1/data-subjects/{person}/retention")).await.expect_status(200)
}

async fn rows(app: &App, table: &str) -> i64 {
    app.inspector().await.number(&format!("SELECT count(*) FROM {table}")).await
}

on_both! {
    async fn an_answer_is_deleted_thirty_days_after_the_request_has_ended(app) {
        let scene = Scene::set(app).await;
        let request = silence(app, &scene, 1).await.remove(0);
        let (person, file) = answered(app, &scene, &request).await;
        assert!(rows(app, "attempt").await > 0);
        let told = kept(&scene, &person).await;
        assert_eq!((&told["periods"]["answers_days"], &told["answers"][0]["held_by"]), (&json!(30), &json!([])));
        assert_eq!((&told["identity"]["held_by"], told["identity"].get("until")), (&json!(["mandate"]), None));
        after(app, &scene, 29).await;
        assert_eq!(responses(&scene, &request).await[0]["response"]["message"], "Here it is.");
        after(app, &scene, 2).await;
        let [answer] = &responses(&scene, &request).await[..] else { panic!("that it came stays") };
        assert_eq!((&answer["deleted"], answer.get("response"), &answer["kind"]), (&json!(true), None, &json!("full")));
        assert_eq!((&answer["attachments"], rows(app, "attachment_part").await), (&json!([]), 0));
        let download = format!("/v1/requests/{request}/attachments/{file}");
        scene.member.get(&download).await.expect_problem(404, "not_found");
        assert_eq!(scene.see(&request).await["outcome"], "satisfied", "what came of the case is nobody's secret");
        let deleted = crate::support::fixtures::audit(app, scene.organisation).await;
        assert!(deleted.contains(&("delete".to_owned(), "response".to_owned())), "{deleted:?}");
        // An export has what is left, and the sweep finds nothing more.
        let export = scene.member.get(&format!("/v1/data-subjects/{person}/export")).await.expect_status(200);
        assert_eq!(export["requests"][0]["responses"][0]["deleted"], true);
        assert_eq!(app.step("delete_what_is_past").await, 0);
    }

    async fn what_a_complaint_needs_stays_until_it_is_over(app) {
        let scene = Scene::set(app).await;
        let requests = silence(app, &scene, 2).await;
        make_eligible(app, scene.organisation).await;
        let complaint = text(&draft(&scene, json!({})).await, "id");
        let (person, _) = answered(app, &scene, &requests[0]).await;
        after(app, &scene, 60).await;
        assert_eq!(responses(&scene, &requests[0]).await[0]["deleted"], false);
        let told = kept(&scene, &person).await;
        assert_eq!((&told["answers"][0]["held_by"], told["answers"][0].get("until")), (&json!(["complaint"]), None));
        step(app, &scene, &complaint, json!({ "kind": "close" })).await.expect_status(200);
        app.work().await;
        assert_eq!(responses(&scene, &requests[0]).await[0]["deleted"], true);
        assert!(responses(&scene, &requests[1]).await.is_empty());
    }

    async fn a_person_of_whom_nothing_is_left_to_do_is_erased(app) {
        let scene = Scene::set(app).await;
        let shorter = json!({ "retention": { "answers_days": 10, "people_days": 90, "traces_days": 7 } });
        let path = format!("/v1/organisations/{}", scene.organisation);
        let changed = app.operator().await.patch(&path, shorter).await.expect_status(200);
        assert_eq!(changed["retention"]["people_days"], 90);
        let wrong = json!({ "retention": { "people_days": 29 } });
        app.operator().await.patch(&path, wrong).await.expect_problem(422, "invalid_field");
        let requests = silence(app, &scene, 2).await;
        let (person, _) = answered(app, &scene, &requests[0]).await;
        let other = text(&scene.see(&requests[1]).await, "data_subject_id");
        assert_eq!(rows(app, "attempt").await, 0, "how often it was tried is of no use any more");
        after(app, &scene, 80).await;
        // A mandate in force holds the person, then the day of its end.
        let mandate = text(&scene.see(&requests[0]).await, "mandate_id");
        scene.member.post(&format!("/v1/mandates/{mandate}:revoke"), json!({})).await.expect_status(200);
        after(app, &scene, 89).await;
        let until: jiff::Timestamp = text(&kept(&scene, &person).await["identity"], "until").parse().unwrap();
        let left = until.duration_since(app.context.clock.now()).as_hours();
        assert!((20..=24).contains(&left), "it is told when: in {left} hours");
        scene.member.get(&format!("/v1/data-subjects/{person}")).await.expect_status(200);
        after(app, &scene, 2).await;
        let blank = scene.member.get(&format!("/v1/data-subjects/{person}")).await.expect_status(200);
        assert!(blank["erased_at"].is_string() && blank.get("profile").is_none(), "{blank}");
        let told = kept(&scene, &person).await;
        assert!(told["identity"]["erased_at"].is_string() && told["identity"].get("until").is_none(), "{told}");
        scene.member.get(&format!("/v1/data-subjects/{other}")).await.expect_status(200);
        assert_eq!(kept(&scene, &other).await["identity"]["held_by"], json!(["open_request", "mandate"]));
        assert_eq!(scene.see(&requests[0]).await["outcome"], "satisfied");
        assert_eq!(rows(app, "subject_key").await, 1, "one of two keys is left");
        // A list that still names the person brings nobody back under what was revoked (M-11).
        let batch = union::batch(union::columns());
        let content = format!("ref,name,mail,signed,end\n{}\n", line(0, "")).into_bytes();
        let path = union::upload_batch(&scene.member, &[&scene.controller.id], batch, content).await;
        app.work().await;
        let told = scene.member.get(&format!("{path}/outcome")).await.text();
        let told: Value = serde_json::from_str(&told).unwrap();
        assert_eq!((&told["outcome"], &told["problems"][0]["code"]), (&json!("refused"), &json!("mandate_revoked")));
        // Erased by schedule, only what was revoked before does not come back: the day is that of the revoked mandate's signature.
        let until = format!("SELECT count(*) FROM erased_person WHERE signed_until < '{}'", app.context.today());
        assert_eq!(app.inspector().await.number(&until).await, 1);
    }
}
