//! Data subjects: recorded, found, changed, exported, erased.

use entity::id::{DataSubjectId, OrganisationId};
use recourse::domain::audit::AuditAction;
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::Caller;
use crate::support::fixtures::{self, Fixture};

fn noel() -> Value {
    json!({
        "given_name": "Noël", "family_name": "Pereira", "email": "Noel.Pereira@example.org", "phone": "06 30 12 34 56",
        "birth_date": "2004-05-12", "city": "Lyon", "country": "FR", "language": "fr",
        "identifiers": { "customer_number": "4400369829" }
    })
}

async fn recorded(member: &Caller, person: Value) -> String {
    let made = member.post("/v1/data-subjects", person).await.expect_status(201);
    made["id"].as_str().expect("an id").to_owned()
}

async fn ids_found(member: &Caller, by: Value) -> Vec<String> {
    let request = member.request(Method::POST, "/v1/data-subjects:search").await.json(&by);
    let found = member.send(request).await.expect_status(200);
    found["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

on_both! {
    async fn a_person_is_recorded_shown_and_changed(app) {
        let (organisation, member) = app.organisation("Union").await;
        let made = member.post("/v1/data-subjects", noel()).await;
        let entry = made.expect_status(201);
        assert!(!made.text().contains("Pereira"), "answers are kept and hold no personal value");
        let path = format!("/v1/data-subjects/{}", entry["id"].as_str().unwrap());

        let shown = member.get(&path).await;
        let person = shown.expect_status(200);
        assert_eq!(shown.header("etag"), Some("\"1\""));
        for (field, value) in noel().as_object().unwrap() {
            assert_eq!(&person["profile"][field], value, "{field}");
        }

        let change = json!({ "email": "noel@example.net", "phone": null });
        let request = member.request(Method::PATCH, &path).await.header("if-match", "\"1\"").json(&change);
        let changed = member.send(request).await.expect_status(200);
        assert_eq!(changed["version"], 2);
        assert_eq!(changed["profile"]["email"], "noel@example.net");
        assert!(changed["profile"].get("phone").is_none());
        assert_eq!(changed["profile"]["given_name"], "Noël");
        let request = member.request(Method::PATCH, &path).await.header("if-match", "\"1\"").json(&json!({ "city": "Nantes" }));
        member.send(request).await.expect_problem(412, "version_conflict");

        let actions: Vec<_> = fixtures::audit(app, fixtures::parsed(&organisation["id"])).await.into_iter().map(|(action, _)| action).collect();
        let expected = [AuditAction::Create, AuditAction::Create, AuditAction::Create, AuditAction::Read, AuditAction::Change];
        // The organisation, its client, the person, the look, the change.
        assert_eq!(actions, expected.map(|action| action.as_str().to_owned()));
    }

    async fn lists_name_people_by_id_only(app) {
        let (_, member) = app.organisation("Union").await;
        let first = recorded(&member, noel()).await;
        let second = recorded(&member, json!({ "external_reference": "M-2", "full_name": "Jo Example" })).await;
        let reply = member.get("/v1/data-subjects").await;
        let list = reply.expect_status(200);
        assert_eq!([&list["items"][0]["id"], &list["items"][1]["id"]], [&json!(first), &json!(second)]);
        assert!(!reply.text().contains("Pereira") && !reply.text().contains("Jo Example"));
    }

    async fn the_same_person_is_recorded_once(app) {
        let (_, member) = app.organisation("Union").await;
        let first = recorded(&member, noel()).await;
        let mut again = noel();
        again["email"] = json!(" NOEL.PEREIRA@EXAMPLE.ORG");
        let problem = member.post("/v1/data-subjects", again).await.expect_problem(409, "data_subject_exists");
        assert!(problem["detail"].as_str().unwrap().contains(&first));
        let mut brother = noel();
        brother["given_name"] = json!("Luís");
        let brother = recorded(&member, brother).await;
        member.patch(&format!("/v1/data-subjects/{brother}"), json!({ "given_name": "noël" })).await
            .expect_problem(409, "data_subject_exists");
        // Another organisation knows nothing of it.
        let (_, other) = app.organisation("Association").await;
        recorded(&other, noel()).await;
    }

    async fn people_are_found_by_exactly_one_thing(app) {
        let (organisation, member) = app.organisation("Union").await;
        let first = recorded(&member, noel()).await;
        let mut sister = noel();
        sister["given_name"] = json!("Inês");
        sister["external_reference"] = json!("M 17");
        let second = recorded(&member, sister).await;
        assert_eq!(ids_found(&member, json!({ "email": "noel.pereira@EXAMPLE.org" })).await, [first.clone(), second.clone()]);
        assert_eq!(ids_found(&member, json!({ "phone": "+33630123456" })).await, [first, second.clone()]);
        assert_eq!(ids_found(&member, json!({ "external_reference": "m  17" })).await, [second]);
        assert!(ids_found(&member, json!({ "email": "nobody@example.org" })).await.is_empty());
        let search = async |by: Value| member.send(member.request(Method::POST, "/v1/data-subjects:search").await.json(&by)).await;
        search(json!({})).await.expect_problem(422, "invalid_field");
        search(json!({ "email": "a@example.org", "phone": "1" })).await.expect_problem(422, "invalid_field");
        search(json!({ "email": "no address" })).await.expect_problem(422, "invalid_field");
        let (_, other) = app.organisation("Association").await;
        assert!(ids_found(&other, json!({ "email": "noel.pereira@example.org" })).await.is_empty());
        let reads = fixtures::audit(app, fixtures::parsed(&organisation["id"])).await.into_iter().filter(|(action, subject)| action == "read" && subject == "data_subject").count();
        assert_eq!(reads, 4, "each search is recorded");
    }

    async fn bad_input_names_the_field_and_not_the_value(app) {
        let (_, member) = app.organisation("Union").await;
        let bad = json!({ "email": "canary at example", "birth_date": "2004-02-31", "country": "Canaryland" });
        let reply = member.post("/v1/data-subjects", bad).await;
        let problem = reply.expect_problem(422, "invalid_field");
        let pointers: Vec<_> = problem["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
        assert!(["/email", "/birth_date", "/country"].iter().all(|field| pointers.contains(field)), "{pointers:?}");
        assert!(!reply.text().to_lowercase().contains("canary") && !reply.text().contains("2004"));
        member.post("/v1/data-subjects", json!({ "name": "x" })).await.expect_problem(422, "invalid_field");
    }

    async fn nobody_reaches_another_organisations_people(app) {
        let (_, member) = app.organisation("Union").await;
        let (_, other) = app.organisation("Association").await;
        let path = format!("/v1/data-subjects/{}", recorded(&member, noel()).await);
        other.get(&path).await.expect_problem(404, "not_found");
        other.get(&format!("{path}/export")).await.expect_problem(404, "not_found");
        other.get(&format!("{path}/mandates")).await.expect_problem(404, "not_found");
        other.patch(&path, json!({ "city": "x" })).await.expect_problem(404, "not_found");
        other.delete(&path).await.expect_problem(404, "not_found");
        app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
        app.operator().await.get(&path).await.expect_problem(403, "insufficient_scope");
        member.get("/v1/data-subjects/nonsense").await.expect_problem(404, "not_found");
    }

    async fn an_erased_person_cannot_be_opened_again(app) {
        let (organisation, member) = app.organisation("Union").await;
        let id = recorded(&member, noel()).await;
        let path = format!("/v1/data-subjects/{id}");
        let tenant: OrganisationId = organisation["id"].as_str().unwrap().parse().unwrap();
        let subject: DataSubjectId = id.parse().unwrap();
        let before = app.context.db.tenant(tenant).data_subject(subject).await.unwrap().unwrap();

        let export = member.get(&format!("{path}/export")).await.expect_status(200);
        assert_eq!(export["data_subject"]["profile"]["family_name"], "Pereira");
        assert_eq!((export["mandates"].as_array().unwrap().len(), export["requests"].as_array().unwrap().len()), (0, 0));

        member.delete(&path).await.expect_status(204);
        member.delete(&path).await.expect_status(204);
        let gone = member.get(&path).await.expect_status(200);
        assert!(gone["erased_at"].is_string() && gone.get("profile").is_none());
        member.get(&format!("{path}/export")).await.expect_problem(409, "data_subject_erased");
        member.patch(&path, json!({ "city": "Nantes" })).await.expect_problem(409, "data_subject_erased");
        assert!(ids_found(&member, json!({ "email": "noel.pereira@example.org" })).await.is_empty());

        let tenant = app.context.db.tenant(tenant);
        let after = tenant.data_subject(subject).await.unwrap().unwrap();
        assert_eq!(tenant.subject_key(subject).await.unwrap(), None);
        assert!(after.profile.is_empty() && after.email_index.is_none() && after.phone_index.is_none());
        assert_ne!(after.identity_index, before.identity_index);
        // The person can come back and is somebody new.
        assert_ne!(recorded(&member, noel()).await, id);
    }

    async fn the_words_of_mandates_are_the_persons_and_go_with_the_person(app) {
        let (_, member) = app.organisation("Union").await;
        let id = recorded(&member, noel()).await;
        let path = format!("/v1/data-subjects/{id}");
        let given = |purpose: &str| json!({
            "powers": {
                "request": { "rights": ["access"], "controllers": { "kind": "all" }, "scope": "Data of my illness", "answer_recipient": "person" },
                "purpose": purpose, "disclosure_consent": true,
            },
            "signed_on": "2026-01-05", "evidence": { "kind": "signed_paper" },
        });
        let made = member.post(&format!("{path}/mandates"), given("To sue")).await.expect_status(201);
        let mandate = format!("/v1/mandates/{}", made["id"].as_str().unwrap());
        let shown = member.get(&mandate).await.expect_status(200);
        let listed = member.get(&format!("{path}/mandates")).await.expect_status(200)["items"][0].clone();
        let exported = member.get(&format!("{path}/export")).await.expect_status(200)["mandates"][0].clone();
        for told in [&made, &shown, &listed, &exported] {
            assert_eq!(told["powers"], made["powers"]);
            assert_eq!((&told["powers"]["request"]["scope"], &told["powers"]["purpose"]), (&json!("Data of my illness"), &json!("To sue")));
        }
        let kept = "SELECT count(*) FROM mandate WHERE words IS NOT NULL AND powers NOT LIKE '%illness%' AND powers NOT LIKE '%sue%'";
        assert_eq!(app.inspector().await.number(kept).await, 1);
        member.post(&format!("{path}/mandates"), given("")).await.expect_problem(422, "mandate_invalid");
        let revoked = member.post(&format!("{mandate}:revoke"), json!({})).await.expect_status(200);
        assert_eq!(revoked["powers"], made["powers"]);

        member.delete(&path).await.expect_status(204);
        let gone = member.get(&mandate).await.expect_status(200);
        assert_eq!((&gone["words_erased"], &gone["powers"]["purpose"], &gone["powers"]["request"]["scope"]), (&json!(true), &Value::Null, &Value::Null));
    }

    async fn an_export_tells_what_was_asked_told_and_answered(app) {
        let ask = json!({ "right": "access", "copy": true });
        for (recipient, opened) in [("organisation", true), ("person", false)] {
            let scene = Fixture::asking(app, 1, ask.clone(), recipient).await;
            let request = scene.requests[0];
            let question = json!({ "kind": "identity_question", "asks_for": ["birth_date"], "doubts": "Two accounts." });
            scene.say(app, request, question).await.expect_status(200);
            let body = json!({ "text": "The younger one.", "elements": ["birth_date"] });
            scene.association.post(&format!("/v1/requests/{request}:supply-information"), body).await.expect_status(200);
            scene.say(app, request, json!({ "kind": "full", "message": "Here it is." })).await.expect_status(200);
            let path = format!("/v1/data-subjects/{}/export", scene.people[0].0);
            let export = scene.association.get(&path).await.expect_status(200);
            let told = &export["requests"][0];
            assert_eq!((&told["id"], &told["ask"]["copy"]), (&json!(request), &json!(true)));
            assert_eq!(told["supplied"][0]["text"], "The younger one.");
            assert_eq!(told["supplied"][0]["identity"], json!({ "birth_date": "1980-02-03" }));
            let responses = told["responses"].as_array().unwrap();
            let kinds: Vec<_> = responses.iter().map(|response| response["kind"].clone()).collect();
            assert_eq!(kinds, ["identity_question", "full"]);
            let said: Vec<_> = responses.iter().map(|response| response["response"]["message"] == "Here it is.").collect();
            assert_eq!((said, &responses[1]["sealed"]), (vec![false, opened], &json!(!opened)), "{recipient}");
        }
    }
}
