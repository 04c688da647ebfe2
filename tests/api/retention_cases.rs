//! What is kept of cases and of who looked at them goes by itself too: words of complaints, events, entries of the audit record, none
//! of it while a complaint is open (P-9, Z-6, Z-13).

use jiff::Timestamp;
use recourse::ledger::check::{Fault, Report};
use recourse::service::audit;
use serde_json::{Value, json};

use crate::bundles::Scene;
use crate::complaints::{draft, make_eligible, silence, step};
use crate::on_both;
use crate::support::App;
use crate::support::union::text;

async fn after(app: &App, scene: &Scene, days: i64) {
    app.after(days).await;
    scene.member.forget_token().await;
    scene.office.forget_token().await;
}

async fn keep(app: &App, scene: &Scene, retention: Value) {
    let path = format!("/v1/organisations/{}", scene.organisation);
    app.operator().await.patch(&path, json!({ "retention": retention })).await.expect_status(200);
}

async fn rows(app: &App, table: &str) -> i64 {
    app.inspector().await.number(&format!("SELECT count(*) FROM {table}")).await
}

/// Holds the audit log of the organisation to what was signed, as at an instant.
async fn verified(app: &App, scene: &Scene, now: Timestamp) -> Report {
    let (db, keys) = (&app.context.db, &app.context.keys);
    audit::verify(db, keys, scene.organisation, None, now, |_| {}).await.expect("the database is read")
}

on_both! {
    async fn what_was_written_in_a_complaint_goes_after_it_is_over(app) {
        let scene = Scene::set(app).await;
        keep(app, &scene, json!({ "complaints_days": 30 })).await;
        let request = silence(app, &scene, 1).await.remove(0);
        make_eligible(app, scene.organisation).await;
        let words = json!({ "description": [{ "text": "What happened to all of them." }] });
        let complaint = text(&draft(&scene, words).await, "id");
        let path = format!("/v1/complaints/{complaint}");
        let proof = scene.member.post_bytes(&format!("{path}/files"), "text/plain", b"Proof".to_vec()).await;
        proof.expect_status(201);
        let person = text(&scene.see(&request).await, "data_subject_id");
        let kept = format!("/v1/data-subjects/{person}/retention");
        after(app, &scene, 60).await;
        let told = scene.member.get(&kept).await.expect_status(200);
        let open = json!([{ "complaint_id": complaint }]);
        assert_eq!(told["complaints"], open, "an open complaint is kept, however long it takes");
        let shown = scene.member.get(&path).await.expect_status(200);
        assert_eq!(shown["description"][0]["text"], "What happened to all of them.");

        step(app, &scene, &complaint, json!({ "kind": "close" })).await.expect_status(200);
        let told = scene.member.get(&kept).await.expect_status(200);
        let until: Timestamp = text(&told["complaints"][0], "until").parse().unwrap();
        assert!((29 * 24..=30 * 24).contains(&until.duration_since(app.context.clock.now()).as_hours()));
        after(app, &scene, 29).await;
        assert_eq!(rows(app, "complaint_file_part").await, 1);
        after(app, &scene, 2).await;
        assert_eq!((rows(app, "complaint_file_part").await, rows(app, "complaint_file").await), (0, 0));
        let shown = scene.member.get(&path).await.expect_status(200);
        assert_eq!((&shown["state"], &shown["people"]), (&json!("closed"), &json!(1)), "that it was stays: {shown}");
        assert_eq!(shown["description"], json!([]));
        let told = scene.member.get(&kept).await.expect_status(200);
        assert!(told["complaints"][0]["deleted_at"].is_string(), "{told}");
        let deleted = crate::support::fixtures::audit(app, scene.organisation).await;
        assert!(deleted.contains(&("delete".to_owned(), complaint)), "{deleted:?}");
        assert_eq!(app.step("delete_what_is_past").await, 0, "it is done once");
    }

    async fn events_go_back_to_the_first_unless_the_organisation_sets_a_period(app) {
        let scene = Scene::set(app).await;
        let requests = silence(app, &scene, 2).await;
        scene.member.post(&format!("/v1/requests/{}:abandon", requests[0]), json!({})).await.expect_status(200);
        let events = rows(app, "event").await;
        after(app, &scene, 400).await;
        assert!(rows(app, "event").await >= events, "nothing goes by age alone");
        keep(app, &scene, json!({ "events_days": 90 })).await;
        let feed = scene.member.get("/v1/events?limit=200").await.expect_status(200);
        let old = text(&feed, "next_cursor");
        app.work().await;
        let of = async |request: &str| {
            let page = scene.member.get(&format!("/v1/requests/{request}/events")).await.expect_status(200);
            page["items"].as_array().unwrap().len()
        };
        assert_eq!(of(&requests[0]).await, 0, "its request has ended as long ago");
        assert!(of(&requests[1]).await > 0, "of an open request everything stays");
        scene.member.get(&format!("/v1/events?cursor={old}")).await.expect_status(200);
        assert_eq!(scene.see(&requests[0]).await["lifecycle"], "closed", "what came of it stays");
    }

    async fn entries_of_the_record_are_cut_off_and_the_log_goes_on_proving_itself(app) {
        let scene = Scene::set(app).await;
        keep(app, &scene, json!({ "audit_days": 180 })).await;
        let requests = silence(app, &scene, 2).await;
        make_eligible(app, scene.organisation).await;
        let complaint = text(&draft(&scene, json!({})).await, "id");
        app.work().await;
        after(app, &scene, 200).await;
        let before = verified(app, &scene, app.context.clock.now()).await;
        assert_eq!((before.broken, before.cut), (None, 0), "an open complaint holds what is as old as its requests");
        step(app, &scene, &complaint, json!({ "kind": "close" })).await.expect_status(200);
        app.work().await;

        let now = app.context.clock.now();
        let report = verified(app, &scene, now).await;
        assert_eq!(report.broken, None);
        assert!(report.cut > 5 && report.cut < report.entries, "{report:?}");
        let mut inspector = app.inspector().await;
        let own = format!("{} = '{}'", inspector.id("organisation_id"), scene.organisation.0.simple());
        let left = inspector.number(&format!("SELECT count(*) FROM audit_entry WHERE {own}")).await;
        assert_eq!(left, i64::try_from(report.entries - report.cut + report.waiting).unwrap());
        let told = scene.member.get("/v1/audit/checkpoint").await.expect_status(200);
        assert_eq!(told["cut"], report.cut);
        // What is left is proven by the leaves of what is gone, and that it went stands in the record itself.
        let page = scene.member.get("/v1/audit/entries?limit=200").await.expect_status(200);
        let first = page["items"][0].clone();
        let proof = scene.member.get(&format!("/v1/audit/entries/{}/proof", text(&first, "id"))).await.expect_status(200);
        assert_eq!(proof["index"], report.cut);
        let query = "/v1/audit/entries?subject=audit_entry&action=delete";
        let gone = scene.member.get(query).await.expect_status(200);
        assert_eq!(gone["items"][0]["record_count"], report.cut, "{gone}");

        // Nobody can cut off what is still to be kept and call it past.
        let early = verified(app, &scene, now - jiff::SignedDuration::from_hours(24 * 60)).await.broken.unwrap();
        assert!(matches!(early.fault, Fault::CutTooEarly { .. }), "{early}");
        let one_more = report.cut + 1;
        inspector.run(&format!("UPDATE audit_log SET cut = {one_more} WHERE {own}")).await;
        let found = verified(app, &scene, now).await.broken.unwrap();
        assert_eq!(found.fault, Fault::CutUnsigned);
        inspector.run(&format!("UPDATE audit_log SET cut = 0 WHERE {own}")).await;
        let found = verified(app, &scene, now).await.broken.unwrap();
        assert_eq!((found.index, found.fault), (0, Fault::EntryMissing));
        scene.see(&requests[0]).await;
    }
}
