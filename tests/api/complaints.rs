//! Complaints: from silence to a draft, to an authority, and to the end.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::bundles::{Scene, line};
use crate::on_both;
use crate::support::App;
use crate::support::union::text;

const DIGEST: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Shows that the organisation passes the four tests of Article 80(1).
pub async fn make_eligible(app: &App, organisation: impl std::fmt::Display) {
    let evidence = json!({ "document": "Statutes", "dated": "2020-01-01", "sha256": DIGEST });
    let profile = json!({ "name": "Union", "country": "FR", "language": "fr", "contact_email": "union@example.org" });
    let change = json!({ "profile": profile, "eligibility": {
        "not_for_profit": evidence, "properly_constituted": evidence, "public_interest_aims": evidence,
        "active_in_data_protection": evidence, "constituted_in": "FR", "national_basis": "Loi 78-17, art. 37",
    }});
    app.operator().await.patch(&format!("/v1/organisations/{organisation}"), change).await.expect_status(200);
}

/// The powers of people who may also be complained for.
pub fn both_powers() -> Value {
    json!({ "evidence": { "kind": "electronic_signature", "sha256": DIGEST }, "powers": {
        "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
        "complaint": { "acts": ["complaint", "action_against_authority"], "controllers": { "kind": "all" } },
        "disclosure_consent": true,
    }})
}

/// Requests of some people that a controller leaves unanswered.
pub async fn silence(app: &App, scene: &Scene, count: usize) -> Vec<String> {
    let lines: Vec<String> = (0..count).map(|number| line(number, "")).collect();
    let requests = scene.file_under(app, &lines, both_powers()).await;
    app.work().await;
    app.after(45).await;
    scene.member.forget_token().await;
    scene.office.forget_token().await;
    requests
}

pub async fn draft(scene: &Scene, more: Value) -> Value {
    let mut new =
        json!({ "filter": { "controller_id": scene.controller.id }, "language": "fr", "authority_id": "fr-cnil" });
    new.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    scene.member.post("/v1/complaints", new).await.expect_status(201)
}

/// The present day at the authority of most complaints here.
pub fn today(app: &App) -> String {
    today_in(app, "Europe/Paris")
}

/// The present day where that is the time.
pub fn today_in(app: &App, zone: &str) -> String {
    app.context.clock.now().to_zoned(TimeZone::get(zone).unwrap()).date().to_string()
}

pub async fn step(app: &App, scene: &Scene, complaint: &str, step: Value) -> crate::support::Reply {
    let body = json!({ "on": today(app), "step": step });
    scene.member.post(&format!("/v1/complaints/{complaint}/steps"), body).await
}

pub async fn people(scene: &Scene, complaint: &str) -> Vec<Value> {
    let page = scene.member.get(&format!("/v1/complaints/{complaint}/people")).await.expect_status(200);
    page["items"].as_array().unwrap().clone()
}

/// Unpacks an archive with the system's program. Gives the folder.
pub fn unzipped(archive: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("archive.zip"), archive).expect("a file");
    let done = std::process::Command::new("unzip").arg("-q").arg("archive.zip").current_dir(folder.path()).status();
    assert!(done.expect("unzip is installed").success());
    folder
}

fn read_pdf(path: &std::path::Path) -> String {
    let read = std::process::Command::new("pdftotext")
        .arg("-layout")
        .arg(path)
        .arg("-")
        .output()
        .expect("poppler is installed");
    assert!(read.status.success(), "{}", path.display());
    String::from_utf8(read.stdout).expect("text")
}

on_both! {
    async fn silence_becomes_a_draft_that_tells_what_is_alleged_and_what_is_missing(app) {
        let scene = Scene::set(app).await;
        let requests = silence(app, &scene, 3).await;
        let new = json!({ "filter": { "controller_id": scene.controller.id }, "language": "fr" });
        scene.member.post("/v1/complaints", new.clone()).await.expect_problem(403, "not_eligible");
        make_eligible(app, scene.organisation).await;
        let made = scene.member.post("/v1/complaints", new).await.expect_status(201);
        assert_eq!((&made["state"], &made["people"], &made["requests"]), (&json!("draft"), &json!(3), &json!(3)));
        let point = &made["points"][0];
        assert_eq!((&point["code"], &point["people"]), (&json!("silent_first_deadline"), &json!(3)));
        let lacking = &made["completeness"];
        assert_eq!((&lacking["complete"], &lacking["national"]), (&json!(false), &json!(["authority"])));
        assert_eq!(lacking["slots"].as_array().unwrap().len(), 5, "the five things of Article 4(1)");
        let all = people(&scene, &text(&made, "id")).await;
        assert_eq!(all.len(), requests.len());
        assert_eq!(all[0]["reference"], "P-00001");

        step(app, &scene, &text(&made, "id"), json!({ "kind": "complete" })).await
            .expect_problem(409, "complaint_incomplete");
        let path = format!("/v1/complaints/{}", text(&made, "id"));
        let unknown = json!({ "authority_id": "fr-nobody" });
        scene.member.patch(&path, unknown).await.expect_problem(422, "authority_unknown");
        let changed = scene.member.patch(&path, json!({ "authority_id": "fr-cnil" })).await.expect_status(200);
        assert_eq!(changed["completeness"]["national"], json!([]));
        let silence = &changed["completeness"]["modalities"][0];
        assert_eq!((&silence["kind"], &silence["mark"]), (&json!("silence"), &json!("reported")), "what French law adds");

        // Swiss law has no Article 80, and a French provision is no basis there.
        let moved = scene.member.patch(&path, json!({ "authority_id": "ch-edoeb" })).await.expect_status(200);
        assert_eq!(moved["completeness"]["national"], json!(["representation_basis"]));
        let kinds = moved["completeness"]["modalities"].as_array().unwrap().iter().map(|one| &one["kind"]);
        assert_eq!(kinds.collect::<Vec<_>>(), ["standing", "standing"]);
    }

    async fn whoever_has_given_no_power_is_left_out_by_the_name_of_a_rule(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 2).await;
        let requests = scene.file(app, &[line(7, "")]).await;
        app.work().await;
        app.after(45).await;
        scene.member.forget_token().await;
        let made = draft(&scene, json!({})).await;
        assert_eq!((&made["people"], &made["left_out"]), (&json!(2), &json!(1)));
        let all = people(&scene, &text(&made, "id")).await;
        let left: Vec<_> = all.iter().filter(|person| person.get("left_out").is_some()).collect();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0]["left_out"], json!({ "reason": "power_missing", "rule": "M-1" }));

        let alone = json!({ "request_ids": requests, "language": "fr" });
        let refused = scene.member.post("/v1/complaints", alone).await.expect_problem(422, "complaint_nobody");
        assert_eq!(refused["detail"], "1 × power_missing (M-1).");
        let unknown = json!({ "request_ids": ["req_0193d2b4a1c07e3f8b6a5d4c3b2a1908"], "language": "fr" });
        scene.member.post("/v1/complaints", unknown).await.expect_problem(404, "not_found");
    }

    async fn nothing_is_alleged_before_a_deadline_has_passed(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        let requests = scene.file_under(app, &[line(0, "")], both_powers()).await;
        let unsent = json!({ "request_ids": requests, "language": "fr" });
        let refused = scene.member.post("/v1/complaints", unsent.clone()).await.expect_problem(422, "complaint_nobody");
        assert_eq!(refused["detail"], "1 × request_not_made (C-4).");
        app.work().await;
        let refused = scene.member.post("/v1/complaints", unsent).await.expect_problem(422, "complaint_nobody");
        assert_eq!(refused["detail"], "1 × nothing_alleged (C-2).");
    }

    async fn a_revoked_power_leaves_its_person_out_of_the_draft(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 3).await;
        let made = draft(&scene, json!({})).await;
        let id = text(&made, "id");
        let person = people(&scene, &id).await.remove(1);
        let revoke = format!("/v1/mandates/{}:revoke", text(&person, "mandate_id"));
        scene.member.post(&revoke, json!({})).await.expect_status(200);
        app.work().await;
        let now = scene.member.get(&format!("/v1/complaints/{id}")).await.expect_status(200);
        assert_eq!((&now["people"], &now["left_out"], &now["requests"]), (&json!(2), &json!(1), &json!(2)));
        assert_eq!(now["points"][0]["people"], json!(2));
        let all = people(&scene, &id).await;
        assert_eq!(all[1]["left_out"], json!({ "reason": "power_revoked", "rule": "M-11" }));
    }

    async fn a_step_is_taken_on_a_day_that_has_begun_at_the_authority(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        let requests = silence(app, &scene, 2).await;
        let mut new = json!({ "request_ids": [requests[0]], "language": "fr", "authority_id": "fr-cnil" });
        let chosen = scene.member.post("/v1/complaints", new.clone()).await.expect_status(201);
        new["request_ids"] = json!([requests[1]]);
        new.as_object_mut().unwrap().remove("authority_id");
        let open = scene.member.post("/v1/complaints", new).await.expect_status(201);
        assert!(open["authority_id"].is_null() && chosen["authority_id"] == "fr-cnil", "{open}");
        // Half an hour after midnight in Paris, in UTC the day before.
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let there = app.context.clock.now().to_zoned(paris.clone());
        let night = there.date().tomorrow().unwrap().at(0, 30, 0, 0).to_zoned(paris).unwrap();
        app.clock.advance(night.timestamp().duration_since(there.timestamp()));
        scene.member.forget_token().await;
        assert_ne!(app.context.today().to_string(), today(app));
        let on = |day: jiff::civil::Date| json!({ "on": day, "step": { "kind": "close" } });
        let later = night.date().tomorrow().unwrap();
        // Where none is chosen, a day counts that has begun anywhere.
        for complaint in [chosen, open] {
            let path = format!("/v1/complaints/{}/steps", text(&complaint, "id"));
            scene.member.post(&path, on(later)).await.expect_problem(422, "impossible_date");
            scene.member.post(&path, on(night.date())).await.expect_status(200);
        }
    }

    async fn another_organisation_sees_nothing_of_it(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 1).await;
        let id = text(&draft(&scene, json!({})).await, "id");
        let (_, other) = app.organisation("Another").await;
        for path in ["", "/people", "/steps"] {
            other.get(&format!("/v1/complaints/{id}{path}")).await.expect_problem(404, "not_found");
        }
        let step = json!({ "on": today(app), "step": { "kind": "close" } });
        other.post(&format!("/v1/complaints/{id}/steps"), step).await.expect_problem(404, "not_found");
        assert_eq!(other.get("/v1/complaints").await.expect_status(200)["items"], json!([]));
    }

    async fn from_silence_to_a_file_to_an_authority_to_its_silence_and_its_decision(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 3).await;
        let made = draft(&scene, json!({
            "description": [{ "text": "Personne n'a reçu de réponse.", "confidential": "names a witness" }],
            "signatory": { "name": "A. Martin", "role": "Présidente" }, "places": { "residence": "FR" },
        })).await;
        let id = text(&made, "id");
        let path = format!("/v1/complaints/{id}");
        assert_eq!(made["completeness"]["complete"], json!(true), "{}", made["completeness"]);
        step(app, &scene, &id, json!({ "kind": "complete" })).await.expect_problem(409, "complaint_files_not_ready");
        scene.member.get(&format!("{path}/archive")).await.expect_problem(409, "complaint_files_not_ready");

        assert_eq!(scene.member.post(&format!("{path}:build"), json!({})).await.expect_status(202)["files"]["state"], "queued");
        app.work().await;
        let built = scene.member.get(&path).await.expect_status(200);
        assert_eq!((&built["files"]["state"], &built["files"]["built_up_to"]), (&json!("ready"), &json!("P-00003")));
        let files = scene.member.get(&format!("{path}/files?limit=200")).await.expect_status(200);
        let names: Vec<String> = files["items"].as_array().unwrap().iter().map(|file| text(file, "name")).collect();
        for expected in ["full/annexes/P-00001.pdf", "full/annexes/P-00003.json", "full/complaint.pdf", "manifest.jws"] {
            assert!(names.iter().any(|name| name == expected), "{expected} in {names:?}");
        }
        let archive = scene.member.get(&format!("{path}/archive")).await;
        assert_eq!(archive.status, 200);
        let unzipped = unzipped(&archive.bytes);
        let main = read_pdf(&unzipped.path().join("full/complaint.pdf"));
        assert!(main.contains("P-00001") && main.contains("A. Martin"), "{main}");
        assert!(!main.contains("Person 0"), "the main text names nobody");
        let annex = read_pdf(&unzipped.path().join("full/annexes/P-00001.pdf"));
        assert!(annex.contains("Person 0") || annex.contains("Person 1") || annex.contains("Person 2"), "{annex}");
        let open = read_pdf(&unzipped.path().join("non-confidential/complaint.pdf"));
        assert!(!open.contains("reçu de réponse") && open.contains("names a witness"), "{open}");
        let others = scene.member.get(&format!("{path}/archive?edition=public")).await;
        assert!(others.status == 200 && others.bytes.len() < archive.bytes.len());

        step(app, &scene, &id, json!({ "kind": "complete" })).await.expect_status(200);
        scene.member.patch(&path, json!({ "language": "en" })).await.expect_problem(409, "complaint_wrong_state");
        let proof = scene.member.post_bytes(&format!("{path}/files"), "text/plain", b"Received.".to_vec()).await;
        let proof = text(&proof.expect_status(201), "id");
        let body = json!({ "on": today(app), "step": { "kind": "lodge", "channel": "form" }, "file_id": proof });
        let lodged = scene.member.post(&format!("{path}/steps"), body).await.expect_status(200);
        assert_eq!((&lodged["state"], &lodged["clocks"][0]["kind"]), (&json!("lodged"), &json!("information")));
        step(app, &scene, &id, json!({ "kind": "acknowledge", "reference": "2026-4711" })).await.expect_status(200);

        app.after(100).await;
        scene.member.forget_token().await;
        let silent = scene.member.get(&path).await.expect_status(200);
        assert_eq!((&silent["silent"], &silent["state"]), (&json!(true), &json!("acknowledged")));
        assert_eq!(silent["days_of_silence"], json!(100));
        let person = people(&scene, &id).await.remove(2);
        scene.member.post(&format!("/v1/mandates/{}:revoke", text(&person, "mandate_id")), json!({})).await.expect_status(200);
        app.work().await;
        let tasks = scene.member.get("/v1/tasks?state=open&kind=tell_authority").await.expect_status(200);
        assert_eq!(tasks["items"].as_array().unwrap().len(), 1, "the authority has to be told");

        let decision = json!({ "outcome": "upheld", "measures": ["order_to_comply_with_requests", "fine"],
            "points": [{ "code": "silent_first_deadline", "outcome": "upheld" }],
            "fine": { "cents": 5_000_000, "currency": "EUR" }, "publication_url": "https://example.org/d/1" });
        let body = json!({ "on": today(app), "step": { "kind": "decide", "decision": decision },
            "people": [{ "outcome": "rejected", "references": ["P-00002"] }], "text": "The operative part." });
        let decided = scene.member.post(&format!("{path}/steps"), body).await.expect_status(200);
        assert_eq!((&decided["state"], &decided["silent"]), (&json!("decided"), &json!(false)));
        assert_eq!(people(&scene, &id).await[1]["outcome"], json!("rejected"));
        // The person sees the course of it, and nothing of the operative part.
        let first = text(&people(&scene, &id).await[0], "data_subject_id");
        let link = scene.member.post(&format!("/v1/data-subjects/{first}/status-links"), json!({})).await.expect_status(201);
        let url = text(&link, "url");
        let page = reqwest::get(format!("{}{}?language=fr", app.address, &url[url.find("/status/").unwrap()..])).await;
        let page = page.expect("an answer").text().await.expect("a page");
        for told in ["a été introduite auprès de l’autorité", "depuis trois mois", "a rendu sa décision"] {
            assert!(page.contains(told), "{told} in {page}");
        }
        assert!(!page.contains("operative part"));
        let history = scene.member.get(&format!("{path}/steps")).await.expect_status(200);
        let kinds: Vec<String> = history["items"].as_array().unwrap().iter().map(|one| text(one, "kind")).collect();
        assert_eq!(kinds, ["complete", "lodge", "acknowledge", "decide"]);
        let events = scene.member.get("/v1/events?limit=200").await.expect_status(200);
        let events: Vec<String> = events["items"].as_array().unwrap().iter().map(|event| text(event, "kind")).collect();
        for kind in ["complaint.prepared", "complaint.files_ready", "complaint.moved", "complaint.silent", "complaint.people_left_out"] {
            assert!(events.iter().any(|event| event == kind), "{kind} in {events:?}");
        }
        step(app, &scene, &id, json!({ "kind": "lodge", "channel": "post" })).await
            .expect_problem(409, "complaint_wrong_state");
    }
}
