//! Authorities as clients: what was lodged with them, what they see of it, and what they tell.

use recourse::domain::authority::Directory;
use recourse::service::reference;
use serde_json::{Value, json};

use crate::bundles::Scene;
use crate::complaints::{draft, make_eligible, people, silence, step, today, today_in, unzipped};
use crate::on_both;
use crate::support::fixtures::audit;
use crate::support::union::text;
use crate::support::{App, Caller};

const SCOPES: [&str; 2] = ["docket:read", "docket:answer"];

/// A client of an authority.
pub async fn authority(app: &App, id: &str) -> Caller {
    let made = json!({ "name": "Register", "scopes": SCOPES });
    let path = format!("/v1/supervisory-authorities/{id}/clients");
    let made = app.operator().await.post(&path, made).await.expect_status(201);
    app.client(&text(&made, "client_id"), &text(&made, "client_secret"))
}

/// A complaint whose files are made and that is complete.
async fn complete(app: &App, scene: &Scene, more: Value) -> String {
    let mut said = json!({
        "description": [{ "text": "Personne n'a reçu de réponse.", "confidential": "names a witness" }],
        "signatory": { "name": "A. Martin" }, "places": { "residence": "FR" },
    });
    said.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let id = text(&draft(scene, said).await, "id");
    scene.member.post(&format!("/v1/complaints/{id}:build"), json!({})).await.expect_status(202);
    app.work().await;
    step(app, scene, &id, json!({ "kind": "complete" })).await.expect_status(200);
    id
}

async fn lodge(app: &App, scene: &Scene, id: &str, channel: &str) -> Value {
    step(app, scene, id, json!({ "kind": "lodge", "channel": channel })).await.expect_status(200)
}

/// The same with an authority of Britain or Ireland, where the day begins later.
async fn lodge_over_there(app: &App, scene: &Scene, id: &str, channel: &str) {
    let body = json!({ "on": today_in(app, "Europe/London"), "step": { "kind": "lodge", "channel": channel } });
    scene.member.post(&format!("/v1/complaints/{id}/steps"), body).await.expect_status(200);
}

/// An organisation that may complain and whose people were left without an answer.
async fn silenced(app: &App, count: usize) -> Scene {
    let scene = Scene::set_at(app, &format!("office-{count}")).await;
    make_eligible(app, scene.organisation).await;
    silence(app, &scene, count).await;
    scene
}

/// The ids of what stands in a docket, in its order.
async fn docket(app: &App, office: &Caller, query: &str) -> Vec<String> {
    app.until_visible().await;
    let page = office.get(&format!("/v1/docket{query}")).await.expect_status(200);
    page["items"].as_array().unwrap().iter().map(|item| text(item, "id")).collect()
}

async fn tell(office: &Caller, id: &str, body: Value) -> crate::support::Reply {
    office.post(&format!("/v1/docket/{id}/steps"), body).await
}

on_both! {
    async fn an_authority_reads_asks_hears_and_decides(app) {
        let scene = silenced(app, 3).await;
        let office = authority(app, "fr-cnil").await;
        let id = complete(app, &scene, json!({})).await;
        let (own, seen) = (format!("/v1/complaints/{id}"), format!("/v1/docket/{id}"));
        assert_eq!(docket(app, &office, "").await, Vec::<String>::new(), "nothing before it is lodged");
        office.get(&seen).await.expect_problem(404, "not_found");

        let body = json!({ "on": today(app), "step": { "kind": "lodge", "channel": "api" }, "text": "Please find enclosed." });
        let lodged = scene.member.post(&format!("{own}/steps"), body).await.expect_status(200);
        let proof = &lodged["standing"]["lodging"];
        assert!(proof["recorded_at"].is_string() && proof.get("read_at").is_none(), "{proof}");
        assert_eq!(docket(app, &office, "").await, std::slice::from_ref(&id));
        let entry = office.get("/v1/docket?state=lodged&limit=1").await.expect_status(200)["items"][0].clone();
        assert_eq!((&entry["organisation"]["name"], &entry["people"]), (&json!("Union"), &json!(3)));
        assert_eq!(docket(app, &office, "?state=decided").await, Vec::<String>::new());
        let unread = scene.member.get(&own).await.expect_status(200);
        assert!(unread["standing"]["lodging"].get("read_at").is_none(), "a list is no look at the complaint");

        let first = office.get(&seen).await;
        let etag = first.header("etag").unwrap().to_owned();
        let first = first.expect_status(200);
        assert_eq!((&first["state"], &first["authority_id"]), (&json!("lodged"), &json!("fr-cnil")));
        assert_eq!(first["description"][0]["confidential"], "names a witness", "the authority gets everything (C-6)");
        assert_eq!(first["points"][0]["code"], "silent_first_deadline");
        let possible = first["possible_steps"].as_array().unwrap();
        assert!(possible.contains(&json!("acknowledge")) && !possible.contains(&json!("close")), "{possible:?}");
        assert!(!first.to_string().contains("Person 0"), "who the people are stands in the annexes alone");
        let read = scene.member.get(&own).await.expect_status(200);
        assert!(read["standing"]["lodging"]["read_at"].is_string(), "the first look shows that it has arrived");

        let known = json!({ "step": { "kind": "acknowledge", "reference": "2027-4711" } });
        let request = office.request(reqwest::Method::POST, &format!("{seen}/steps")).await.header("idempotency-key", "a");
        office.send(request.header("if-match", "\"1\"").json(&known)).await.expect_problem(412, "version_conflict");
        let request = office.request(reqwest::Method::POST, &format!("{seen}/steps")).await.header("idempotency-key", "a");
        let told = office.send(request.header("if-match", etag).json(&known)).await.expect_status(200);
        assert_eq!((&told["state"], &told["authority_reference"]), (&json!("acknowledged"), &json!("2027-4711")));
        let again = office.post_with_key(&format!("{seen}/steps"), "a", known).await;
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        assert_eq!(again.expect_status(200), told);

        let letter = office.post_bytes(&format!("{seen}/files"), "text/plain", b"What did they answer?".to_vec()).await;
        let letter = text(&letter.expect_status(201), "id");
        let ask = json!({ "step": { "kind": "request_views", "until": today(app) }, "text": "Your views, please.", "file_id": letter });
        assert_eq!(tell(&office, &id, ask).await.expect_status(200)["state"], "views_requested");
        let note = json!({ "on": today(app), "step": { "kind": "news" }, "text": "A note of our own." });
        scene.member.post(&format!("{own}/steps"), note).await.expect_status(200);
        let answer = scene.member.post_bytes(&format!("{own}/files"), "text/plain", b"Nothing.".to_vec()).await;
        let answer = text(&answer.expect_status(201), "id");
        let views = json!({ "on": today(app), "step": { "kind": "submit_views" }, "text": "They never did.", "file_id": answer });
        scene.member.post(&format!("{own}/steps"), views).await.expect_status(200);

        let history = office.get(&format!("{seen}/steps")).await.expect_status(200);
        let history: Vec<(String, String, Value)> = history["items"].as_array().unwrap().iter()
            .map(|one| (text(one, "kind"), text(one, "source"), one["text"].clone())).collect();
        let entry = |kind: &str, source: &str, text: Value| (kind.to_owned(), source.to_owned(), text);
        assert_eq!(history, [
            entry("lodge", "organisation", json!("Please find enclosed.")),
            entry("acknowledge", "authority", Value::Null),
            entry("request_views", "authority", json!("Your views, please.")),
            entry("news", "organisation", Value::Null),
            entry("submit_views", "organisation", json!("They never did.")),
        ]);
        let content = office.get(&format!("{seen}/files/{answer}")).await;
        assert_eq!((content.status, content.text().as_str()), (200, "Nothing."));

        let decision = json!({ "outcome": "upheld", "measures": ["reprimand"], "publication_url": "https://example.org/d/1",
            "points": [{ "code": "silent_first_deadline", "outcome": "upheld" }] });
        let decided = tell(&office, &id, json!({ "step": { "kind": "decide", "decision": decision }, "text": "The operative part.",
            "people": [{ "outcome": "rejected", "references": ["P-00002"] }] })).await.expect_status(200);
        assert_eq!((&decided["state"], &decided["decision"]["outcome"]), (&json!("decided"), &json!("upheld")));
        assert_eq!(people(&scene, &id).await[1]["outcome"], "rejected");
        let listed = office.get(&format!("{seen}/people?limit=2")).await.expect_status(200);
        assert_eq!(listed["items"][1], json!({ "reference": "P-00002", "represented": true, "outcome": "rejected" }));

        // The organisation is told, its record says who saw what, and the person sees the course of it.
        let steps = scene.member.get(&format!("{own}/steps")).await.expect_status(200);
        let last = steps["items"].as_array().unwrap().last().unwrap().clone();
        assert_eq!((&last["kind"], &last["source"], &last["text"]), (&json!("decide"), &json!("authority"), &json!("The operative part.")));
        app.until_visible().await;
        let events = scene.member.get("/v1/events?limit=200").await.expect_status(200);
        let events = events["items"].as_array().unwrap();
        let of = |kind: &str| events.iter().filter(|event| event["kind"] == kind).collect::<Vec<_>>();
        assert_eq!(of("complaint.received").len(), 1, "once");
        assert!(of("complaint.moved").iter().any(|event| event["data"]["source"] == "authority" && event["data"]["step"] == "decide"));
        let mut inspector = app.inspector().await;
        let disclosed = format!("SELECT count(*) FROM audit_entry WHERE action = 'disclose' AND recipient = 'fr-cnil' AND subject = '{id}'");
        assert_eq!(inspector.number(&disclosed).await, 7, "the lodging, the first look, three steps, the history and the people");
        assert!(audit(app, scene.organisation).await.contains(&("disclose".to_owned(), answer)));
        let person = text(&people(&scene, &id).await[0], "data_subject_id");
        let link = scene.member.post(&format!("/v1/data-subjects/{person}/status-links"), json!({})).await.expect_status(201);
        let url = text(&link, "url");
        let page = reqwest::get(format!("{}{}?language=fr", app.address, &url[url.find("/status/").unwrap()..])).await;
        let page = page.expect("an answer").text().await.expect("a page");
        assert!(page.contains("a rendu sa décision") && !page.contains("operative part"), "{page}");
    }

    async fn it_sees_what_was_lodged_with_it_and_nothing_else(app) {
        let (one, other) = (silenced(app, 2).await, silenced(app, 1).await);
        one.member.forget_token().await;
        one.office.forget_token().await;
        let (cnil, apd) = (authority(app, "fr-cnil").await, authority(app, "be-apd-gba").await);
        let here = complete(app, &one, json!({})).await;
        let waiting = complete(app, &other, json!({})).await;
        let elsewhere = complete(app, &other, json!({ "authority_id": "ie-dpc", "language": "en" })).await;
        lodge(app, &one, &here, "api").await;
        lodge_over_there(app, &other, &elsewhere, "post").await;
        assert_eq!(docket(app, &cnil, "").await, std::slice::from_ref(&here));
        lodge(app, &other, &waiting, "form").await;
        assert_eq!(docket(app, &cnil, "").await, [here.clone(), waiting.clone()], "of all organisations, whatever way they took");
        let page = cnil.get("/v1/docket?limit=1").await.expect_status(200);
        let next = format!("?limit=1&cursor={}", text(&page, "next_cursor"));
        assert_eq!(docket(app, &cnil, &next).await, std::slice::from_ref(&waiting));
        let since = text(&cnil.get(&format!("/v1/docket/{waiting}")).await.expect_status(200), "updated_at");
        assert_eq!(docket(app, &cnil, &format!("?changed_since={since}")).await, std::slice::from_ref(&waiting));
        assert_eq!(docket(app, &apd, "").await, Vec::<String>::new());

        // What was lodged with another, a draft, and what is not there look the same.
        let file = cnil.get(&format!("/v1/docket/{here}/files")).await.expect_status(200)["items"][0]["id"].clone();
        let file = file.as_str().unwrap();
        let unlodged = text(&draft(&one, json!({})).await, "id");
        let nobody = "cpl_0193d2b4a1c07e3f8b6a5d4c3b2a1908";
        let unknown = cnil.get(&format!("/v1/docket/{nobody}")).await.expect_problem(404, "not_found");
        for (caller, id) in [(&apd, here.as_str()), (&cnil, &elsewhere), (&cnil, &unlodged), (&cnil, nobody)] {
            for path in ["", "/people", "/steps", "/files", "/archive", &format!("/files/{file}")] {
                let reply = caller.get(&format!("/v1/docket/{id}{path}")).await.expect_problem(404, "not_found");
                assert_eq!(reply["detail"], unknown["detail"], "{id}{path}");
            }
            tell(caller, id, json!({ "step": { "kind": "news" } })).await.expect_problem(404, "not_found");
            caller.post_bytes(&format!("/v1/docket/{id}/files"), "text/plain", b"x".to_vec()).await.expect_problem(404, "not_found");
        }
        cnil.get(&format!("/v1/docket/{waiting}/files/{file}")).await.expect_problem(404, "not_found");

        // A token of another kind does not open it, nor the other way round.
        for caller in [&one.member, &one.office, &app.operator().await] {
            caller.get("/v1/docket").await.expect_problem(403, "insufficient_scope");
            caller.get(&format!("/v1/docket/{here}")).await.expect_problem(403, "insufficient_scope");
            tell(caller, &here, json!({ "step": { "kind": "news" } })).await.expect_problem(403, "insufficient_scope");
        }
        for path in [format!("/v1/complaints/{here}"), "/v1/complaints".into(), "/v1/inbox".into(), "/v1/data-subjects".into()] {
            cnil.get(&path).await.expect_problem(403, "insufficient_scope");
        }
        app.anonymous().get("/v1/docket").await.expect_problem(401, "unauthenticated");
        for (scene, own, foreign) in [(&one, &here, &waiting), (&other, &waiting, &here)] {
            let record = audit(app, scene.organisation).await;
            let disclosed = |id: &str| record.contains(&("disclose".to_owned(), id.to_owned()));
            assert!(disclosed(own) && !disclosed(foreign), "each look stands in the record of who lodged it");
        }
    }

    async fn the_channel_api_needs_an_authority_that_has_a_client(app) {
        let scene = silenced(app, 1).await;
        let id = complete(app, &scene, json!({})).await;
        let by_api = json!({ "kind": "lodge", "channel": "api" });
        step(app, &scene, &id, by_api.clone()).await.expect_problem(409, "authority_not_connected");
        authority(app, "be-apd-gba").await;
        step(app, &scene, &id, by_api.clone()).await.expect_problem(409, "authority_not_connected");

        let (operator, path) = (app.operator().await, "/v1/supervisory-authorities/fr-cnil/clients");
        let new = |scopes: Value| json!({ "name": "Register", "scopes": scopes });
        operator.post(path, new(json!(["inbox:read"]))).await.expect_problem(422, "invalid_field");
        let nobody = "/v1/supervisory-authorities/fr-nobody/clients";
        operator.post(nobody, new(json!(SCOPES))).await.expect_problem(404, "not_found");
        scene.member.post(path, new(json!(SCOPES))).await.expect_problem(403, "insufficient_scope");
        let live = json!({ "name": "Register", "scopes": SCOPES, "sandbox_id": scene.organisation });
        operator.post(path, live).await.expect_problem(422, "invalid_field");
        let made = operator.post(path, new(json!(SCOPES))).await.expect_status(201);
        let client = format!("{path}/{}", text(&made, "client_id"));
        let listed = operator.get(path).await.expect_status(200);
        assert_eq!(listed["items"][0]["client_id"], made["client_id"]);
        operator.delete(&client.replace("fr-cnil", "be-apd-gba")).await.expect_problem(404, "not_found");
        operator.delete(&client).await.expect_status(204);
        app.client(&text(&made, "client_id"), &text(&made, "client_secret")).get("/v1/docket").await
            .expect_problem(401, "unauthenticated");
        step(app, &scene, &id, by_api.clone()).await.expect_problem(409, "authority_not_connected");

        authority(app, "fr-cnil").await;
        let yesterday = today(app).parse::<jiff::civil::Date>().unwrap().yesterday().unwrap();
        let body = json!({ "on": yesterday, "step": by_api });
        scene.member.post(&format!("/v1/complaints/{id}/steps"), body).await.expect_problem(422, "impossible_date");
        assert_eq!(lodge(app, &scene, &id, "api").await["state"], "lodged");
    }

    async fn it_tells_what_an_authority_can_tell_and_names_its_own_files(app) {
        let scene = silenced(app, 1).await;
        let office = authority(app, "fr-cnil").await;
        let id = complete(app, &scene, json!({})).await;
        lodge(app, &scene, &id, "api").await;
        for kind in ["object", "submit_views", "challenge", "close", "complete", "reopen", "split"] {
            tell(&office, &id, json!({ "step": { "kind": kind } })).await.expect_problem(403, "step_not_yours");
        }
        let lodging = json!({ "step": { "kind": "lodge", "channel": "api" } });
        tell(&office, &id, lodging).await.expect_problem(403, "step_not_yours");
        tell(&office, &id, json!({ "step": { "kind": "resolve" } })).await.expect_problem(409, "complaint_wrong_state");
        tell(&office, &id, json!({ "on": "2020-01-01", "step": { "kind": "admit" } })).await.expect_problem(422, "impossible_date");
        let outcome = json!([{ "outcome": "upheld", "references": ["P-00009"] }]);
        let decision = json!({ "kind": "decide", "decision": { "outcome": "upheld" } });
        tell(&office, &id, json!({ "step": decision, "people": outcome })).await.expect_problem(422, "invalid_field");

        // Whoever acts has it, also without a look.
        let before = scene.member.get(&format!("/v1/complaints/{id}")).await.expect_status(200);
        assert!(before["standing"]["lodging"].get("read_at").is_none(), "what is refused shows nothing");
        tell(&office, &id, json!({ "step": { "kind": "admit" } })).await.expect_status(200);
        let after = scene.member.get(&format!("/v1/complaints/{id}")).await.expect_status(200);
        assert!(after["standing"]["lodging"]["read_at"].is_string());

        // By naming a file of the organisation it would get to see it.
        let note = scene.member.post_bytes(&format!("/v1/complaints/{id}/files"), "text/plain", b"For us.".to_vec()).await;
        let note = text(&note.expect_status(201), "id");
        office.get(&format!("/v1/docket/{id}/files/{note}")).await.expect_problem(404, "not_found");
        tell(&office, &id, json!({ "step": { "kind": "news" }, "file_id": note })).await.expect_problem(422, "invalid_field");
        let body = json!({ "on": today(app), "step": { "kind": "news" }, "file_id": note });
        scene.member.post(&format!("/v1/complaints/{id}/steps"), body).await.expect_status(200);
        office.get(&format!("/v1/docket/{id}/files/{note}")).await.expect_problem(404, "not_found");
        let uploads = office.get(&format!("/v1/docket/{id}/files?edition=upload")).await.expect_status(200);
        assert_eq!(uploads["items"], json!([]));
    }

    async fn of_whoever_takes_the_power_back_it_gets_no_files_any_more(app) {
        let scene = silenced(app, 3).await;
        let office = authority(app, "fr-cnil").await;
        let made = draft(&scene, json!({
            "description": [{ "text": "Rien." }], "signatory": { "name": "A. Martin" }, "places": { "residence": "FR" },
        })).await;
        let id = text(&made, "id");
        let revoke = async |number: usize| {
            let person = people(&scene, &id).await.remove(number);
            let path = format!("/v1/mandates/{}:revoke", text(&person, "mandate_id"));
            scene.member.post(&path, json!({})).await.expect_status(200);
        };
        revoke(0).await;
        app.work().await;
        scene.member.post(&format!("/v1/complaints/{id}:build"), json!({})).await.expect_status(202);
        app.work().await;
        step(app, &scene, &id, json!({ "kind": "complete" })).await.expect_status(200);
        lodge(app, &scene, &id, "api").await;
        let names = async || {
            let page = office.get(&format!("/v1/docket/{id}/files?limit=200")).await.expect_status(200);
            page["items"].as_array().unwrap().iter().map(|file| text(file, "name")).collect::<Vec<_>>()
        };
        let annexes = |names: &[String]| names.iter().filter(|name| name.ends_with(".pdf") && name.contains("/annexes/")).count();
        assert_eq!(annexes(&names().await), 2);
        let page = office.get(&format!("/v1/docket/{id}/files?limit=200")).await.expect_status(200);
        let annex = page["items"].as_array().unwrap().iter().find(|file| file["name"] == "full/annexes/P-00003.pdf").unwrap();
        let annex = format!("/v1/docket/{id}/files/{}", text(annex, "id"));
        assert_eq!(office.get(&annex).await.status, 200);

        // No worker has looked since: the look of the authority does.
        revoke(2).await;
        office.get(&annex).await.expect_problem(404, "not_found");
        assert_eq!(annexes(&names().await), 1);
        let seen = office.get(&format!("/v1/docket/{id}/people")).await.expect_status(200);
        let person = |reference: &str, represented: bool| json!({ "reference": reference, "represented": represented });
        assert_eq!(seen["items"], json!([person("P-00002", true), person("P-00003", false)]), "nothing of who was left out before");
        let archive = office.get(&format!("/v1/docket/{id}/archive")).await;
        let folder = unzipped(&archive.bytes);
        let left = std::fs::read_to_string(folder.path().join("left_out.json")).expect("who is not in it");
        assert_eq!(serde_json::from_str::<Value>(&left).unwrap(), json!({ "left_out": ["P-00003"] }));
        for edition in ["full", "non-confidential"] {
            assert!(folder.path().join(edition).join("annexes/P-00002.pdf").exists());
            assert!(!folder.path().join(edition).join("annexes/P-00003.pdf").exists());
        }
        let own = unzipped(&scene.member.get(&format!("/v1/complaints/{id}/archive")).await.bytes);
        assert!(own.path().join("full/annexes/P-00003.pdf").exists() && !own.path().join("left_out.json").exists());
        let outcome = json!([{ "outcome": "rejected", "references": ["P-00003"] }]);
        let decision = json!({ "kind": "decide", "decision": { "outcome": "upheld" } });
        tell(&office, &id, json!({ "step": decision, "people": outcome })).await.expect_problem(422, "invalid_field");
        assert_eq!(tell(&office, &id, json!({ "step": decision })).await.expect_status(200)["people"], json!(1));
    }

    async fn whoever_took_its_place_goes_on_and_so_does_its_client(app) {
        let scene = silenced(app, 1).await;
        let former = authority(app, "gb-ico").await;
        let id = complete(app, &scene, json!({ "authority_id": "gb-ico", "language": "en" })).await;
        lodge_over_there(app, &scene, &id, "api").await;
        let britain = include_str!("../../src/domain/authority/data/GB.txt").replace("GB-2026.1", "GB-2099.1");
        let successor = "replaced_by gb-ic\n\nauthority gb-ic\nkind national\nname Information Commission\nlanguages en";
        let texts = vec![("GB.txt".to_owned(), format!("{britain}\n{successor}\n"))];
        reference::import::<Directory>(&app.context, texts, false).await.expect("an import");

        let path = "/v1/supervisory-authorities/gb-ico/clients";
        let new = json!({ "name": "Register", "scopes": SCOPES });
        app.operator().await.post(path, new).await.expect_problem(422, "authority_unknown");
        let latter = authority(app, "gb-ic").await;
        for office in [&former, &latter] {
            assert_eq!(docket(app, office, "").await, std::slice::from_ref(&id));
        }
        assert_eq!(latter.get(&format!("/v1/docket/{id}")).await.expect_status(200)["authority_id"], "gb-ico");
        assert_eq!(tell(&former, &id, json!({ "step": { "kind": "admit" } })).await.expect_status(200)["state"], "admissible");
    }
}
