//! What changes around a complaint: the same call again, records that are completed, mandates that follow others, people who are
//! erased.

use recourse::demo::sample_controller::Receiver;
use serde_json::{Value, json};

use crate::bundles::{Scene, line};
use crate::complaints::{both_powers, draft, make_eligible, people, silence, step, unzipped};
use crate::on_both;
use crate::support::App;
use crate::support::union::{self, text};

async fn see(scene: &Scene, complaint: &str) -> Value {
    scene.member.get(&format!("/v1/complaints/{complaint}")).await.expect_status(200)
}

async fn build(scene: &Scene, complaint: &str) -> crate::support::Reply {
    scene.member.post(&format!("/v1/complaints/{complaint}:build"), json!({})).await
}

async fn revoke(scene: &Scene, person: &Value) {
    let path = format!("/v1/mandates/{}:revoke", text(person, "mandate_id"));
    scene.member.post(&path, json!({})).await.expect_status(200);
}

/// Another mandate of a person, signed today: the day that has begun in all of the Union, so that it holds.
async fn mandated(app: &App, scene: &Scene, person: &Value) -> String {
    let mut mandate = both_powers();
    mandate["signed_on"] = json!(crate::complaints::today_in(app, "Atlantic/Azores"));
    let path = format!("/v1/data-subjects/{}/mandates", text(person, "data_subject_id"));
    text(&scene.member.post(&path, mandate).await.expect_status(201), "id")
}

on_both! {
    async fn the_same_call_gets_the_same_draft_whatever_has_happened_since(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 1).await;
        let new = json!({ "filter": { "controller_id": scene.controller.id }, "language": "fr" });
        let first = scene.member.post_with_key("/v1/complaints", "one", new.clone()).await.expect_status(201);
        revoke(&scene, &people(&scene, &text(&first, "id")).await[0]).await;
        let again = scene.member.post_with_key("/v1/complaints", "one", new.clone()).await;
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        assert_eq!(again.expect_status(201)["id"], first["id"]);
        scene.member.post_with_key("/v1/complaints", "two", new).await.expect_problem(422, "complaint_nobody");
        let other = json!({ "request_ids": ["req_0193d2b4a1c07e3f8b6a5d4c3b2a1908"], "language": "fr" });
        let other = scene.member.post_with_key("/v1/complaints", "one", other).await;
        other.expect_problem(422, "idempotency_key_reused");
        let all = scene.member.get("/v1/complaints").await.expect_status(200);
        assert_eq!(all["items"].as_array().unwrap().len(), 1);
    }

    async fn a_complaint_is_against_one_controller(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        let receiver = Receiver::start(app.clock.clone()).unwrap();
        let shop = union::addressee(app, &receiver, "shop", json!({ "mode": "single" }), json!({})).await;
        let mut batch = union::batch(union::columns());
        batch["mandate"] = both_powers();
        let both = [scene.controller.id.as_str(), shop.id.as_str()];
        union::upload_batch(&scene.member, &both, batch, union::people(0, 2)).await;
        app.work().await;
        app.after(45).await;
        scene.member.forget_token().await;
        let new = json!({ "filter": { "overdue": true }, "language": "fr" });
        scene.member.post("/v1/complaints", new).await.expect_problem(422, "complaint_mixed_controllers");
        let one = json!({ "filter": { "overdue": true, "controller_id": shop.id }, "language": "fr" });
        assert_eq!(scene.member.post("/v1/complaints", one).await.expect_status(201)["people"], json!(2));
    }

    async fn what_was_missing_can_be_supplied(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        let mut bare = both_powers();
        bare["evidence"] = json!({ "kind": "signed_paper" });
        scene.file_under(app, &[line(0, "")], bare).await;
        app.work().await;
        app.after(45).await;
        scene.member.forget_token().await;
        let id = text(&draft(&scene, json!({})).await, "id");
        let person = people(&scene, &id).await.remove(0);
        assert_eq!(person["missing"], json!(["mandate_proof"]));
        let refused = build(&scene, &id).await.expect_problem(409, "complaint_incomplete");
        assert!(text(&refused, "detail").ends_with("something is missing: 1."), "{refused}");

        let mandate = mandated(app, &scene, &person).await;
        build(&scene, &id).await.expect_status(202);
        let now = people(&scene, &id).await.remove(0);
        assert_eq!((&now["mandate_id"], &now["missing"]), (&json!(mandate), &json!([])));
        app.work().await;
        assert_eq!(see(&scene, &id).await["files"]["state"], "ready");
    }

    async fn whoever_gives_another_mandate_goes_on_under_it_and_the_files_are_made_anew(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 2).await;
        let id = text(&draft(&scene, json!({})).await, "id");
        build(&scene, &id).await.expect_status(202);
        app.work().await;
        let person = people(&scene, &id).await.remove(0);
        let mandate = mandated(app, &scene, &person).await;
        revoke(&scene, &person).await;
        app.work().await;
        let complaint = see(&scene, &id).await;
        assert_eq!((&complaint["people"], &complaint["left_out"]), (&json!(2), &json!(0)));
        assert_eq!(complaint["files"]["state"], "stale", "they name the mandate of before");
        assert_eq!(people(&scene, &id).await[0]["mandate_id"], json!(mandate));
        step(app, &scene, &id, json!({ "kind": "complete" })).await.expect_problem(409, "complaint_files_not_ready");
        build(&scene, &id).await.expect_status(202);
        app.work().await;
        step(app, &scene, &id, json!({ "kind": "complete" })).await.expect_status(200);
    }

    async fn the_files_of_whoever_is_erased_are_gone_and_the_archive_says_so(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        let requests = silence(app, &scene, 2).await;
        let id = text(&draft(&scene, json!({})).await, "id");
        build(&scene, &id).await.expect_status(202);
        app.work().await;
        for kind in [json!({ "kind": "complete" }), json!({ "kind": "lodge", "channel": "post" })] {
            step(app, &scene, &id, kind).await.expect_status(200);
        }
        let act = json!({ "action": "withdraw", "ids": requests });
        scene.member.post("/v1/requests:act", act).await.expect_status(200);
        let person = people(&scene, &id).await.remove(0);
        let path = format!("/v1/data-subjects/{}", text(&person, "data_subject_id"));
        scene.member.delete(&path).await.expect_status(204);
        app.work().await;

        assert_eq!(people(&scene, &id).await[0]["left_out"]["reason"], "erased");
        let archive = scene.member.get(&format!("/v1/complaints/{id}/archive")).await;
        let folder = unzipped(&archive.bytes);
        let erased: Value = serde_json::from_slice(&std::fs::read(folder.path().join("erased.json")).unwrap()).unwrap();
        assert_eq!(erased, json!({ "erased": ["P-00001"] }));
        assert!(!folder.path().join("full/annexes/P-00001.pdf").exists() && folder.path().join("full/annexes/P-00002.pdf").exists());
        let files = scene.member.get(&format!("/v1/complaints/{id}/files?limit=200")).await.expect_status(200);
        let files = files["items"].as_array().unwrap();
        let annex = files.iter().find(|file| file["name"] == "full/annexes/P-00001.pdf").unwrap();
        let path = format!("/v1/complaints/{id}/files/{}", text(annex, "id"));
        scene.member.get(&path).await.expect_problem(409, "data_subject_erased");
    }

    async fn a_file_that_could_run_is_refused_and_none_is_of_another_complaint(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 1).await;
        let (one, other) = (draft(&scene, json!({})).await, draft(&scene, json!({})).await);
        let path = format!("/v1/complaints/{}/files", text(&one, "id"));
        let page = b"<html><script>1</script></html>".to_vec();
        scene.member.post_bytes(&path, "text/html", page).await.expect_problem(415, "file_type_refused");
        let kept = scene.member.post_bytes(&path, "text/plain", b"A letter.".to_vec()).await.expect_status(201);
        let body = json!({ "on": crate::complaints::today(app), "step": { "kind": "close" }, "file_id": kept["id"] });
        let path = format!("/v1/complaints/{}/steps", text(&other, "id"));
        scene.member.post(&path, body).await.expect_problem(422, "invalid_field");
        assert_eq!(see(&scene, &text(&other, "id")).await["state"], "draft", "nothing half done");
    }

    async fn making_files_goes_on_where_it_was_interrupted(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 18).await;
        let id = text(&draft(&scene, json!({})).await, "id");
        build(&scene, &id).await.expect_status(202);
        // A process that is asked to stop ends the piece it is at, and gives the work back.
        let mut stopping = app.context.clone();
        stopping.stop = tokio_util::sync::CancellationToken::new();
        stopping.stop.cancel();
        assert_eq!(recourse::service::complaints::files::build_complaints(stopping).await.unwrap(), 1);
        let files = see(&scene, &id).await["files"].clone();
        assert_eq!((&files["state"], &files["built_up_to"]), (&json!("building"), &json!("P-00016")));
        app.work().await;
        let files = see(&scene, &id).await["files"].clone();
        assert_eq!((&files["state"], &files["built_up_to"]), (&json!("ready"), &json!("P-00018")));
        let archive = scene.member.get(&format!("/v1/complaints/{id}/archive")).await;
        let folder = unzipped(&archive.bytes);
        let manifest: Value = serde_json::from_slice(&std::fs::read(folder.path().join("manifest.json")).unwrap()).unwrap();
        let named = manifest["files"].as_array().unwrap();
        // Two of each person, main text, facts and register, in two versions.
        assert_eq!(named.len(), 2 * (2 * 18 + 3));
        for file in named {
            let bytes = std::fs::read(folder.path().join(text(file, "name"))).expect("what the manifest names is there");
            assert_eq!(file["size"], json!(bytes.len()));
        }
    }
}
