//! The audit record through the API: what stands in it, who sees it, and that it proves itself to somebody else's program.

use entity::id::{AuditEntryId, OrganisationId};
use reqwest::Method;
use serde_json::{Value, json};

use crate::bundles::Scene;
use crate::complaints::{draft, make_eligible, silence, step};
use crate::on_both;
use crate::support::rfc9162::{extends, includes, leaf_hash, opened, unhex, unhexed};
use crate::support::union::text;
use crate::support::{App, Caller, fixtures};

/// Every entry that a caller sees, by pages of a size.
pub async fn record(caller: &Caller, filter: &str, limit: usize) -> Vec<Value> {
    let (mut entries, mut path) = (Vec::new(), format!("/v1/audit/entries?limit={limit}{filter}"));
    loop {
        let page = caller.get(&path).await.expect_status(200);
        entries.extend(page["items"].as_array().unwrap().clone());
        if page["more"] == false {
            return entries;
        }
        path = text(&page, "next");
    }
}

fn has(entries: &[Value], action: &str, subject: &str) -> bool {
    entries.iter().any(|entry| entry["action"] == action && entry["subject"] == subject)
}

async fn grown(app: &App) {
    app.until_visible().await;
    while app.step("log_audit_entries").await > 0 {}
}

/// Entries of one organisation, many at a time, as filing would leave them.
pub async fn entries_of(app: &App, organisation: OrganisationId, many: usize) {
    let context = app.context.clone();
    let written = app.context.db.write(move |tx| {
        Box::pin(async move {
            let notes = (0..many).map(|number| recourse::store::AuditNote {
                id: context.ids.next::<AuditEntryId>(),
                organisation,
                actor: "system".to_owned(),
                action: "change",
                subject: format!("record {number}"),
                record_count: 1,
                records_digest: (number % 2 == 0).then_some([7; 32]),
                recipient: None,
                trace_id: String::new(),
                at: context.clock.now(),
            });
            tx.note_all(notes).await
        })
    });
    written.await.expect("entries");
}

/// Holds the log of a caller to the proofs of all its entries, in the way of RFC 9162. Gives the checkpoint.
async fn prove(app: &App, caller: &Caller, before: Option<&(u64, [u8; 32])>) -> (u64, [u8; 32]) {
    let keys = app.anonymous().get("/.well-known/jwks.json").await.expect_status(200);
    let told = caller.get("/v1/audit/checkpoint").await.expect_status(200);
    let (origin, size, root) = opened(&text(&told, "note"), &text(&told, "verifier_key"), &keys);
    assert_eq!(
        (told["origin"].as_str(), told["size"].as_u64(), unhex(&told["root"])),
        (Some(origin.as_str()), Some(size), root)
    );
    let entries = record(caller, "", 50).await;
    assert!(entries.len() as u64 >= size);
    for (index, entry) in entries.iter().take(usize::try_from(size).unwrap()).enumerate() {
        let path = format!("/v1/audit/entries/{}/proof?size={size}", text(entry, "id"));
        let proof = caller.get(&path).await.expect_status(200);
        let leaf = leaf_hash(entry);
        assert_eq!((unhex(&proof["leaf_hash"]), proof["index"].as_u64()), (leaf, Some(index as u64)));
        let hashes = unhexed(&proof["hashes"]);
        assert!(hashes.len() <= 20 && includes(leaf, index as u64, size, &hashes, root), "{proof}");
        assert!(!includes(leaf, index as u64 + 1, size, &hashes, root));
    }
    if let Some((first, first_root)) = before {
        let proof = caller.get(&format!("/v1/audit/consistency?from={first}&to={size}")).await.expect_status(200);
        assert!(extends(*first, *first_root, size, root, &unhexed(&proof["hashes"])), "{proof}");
        assert!(!extends(*first, root, size, *first_root, &unhexed(&proof["hashes"])) || first_root == &root);
    }
    (size, root)
}

on_both! {
    async fn all_six_kinds_of_acts_stand_in_it_and_none_of_another_organisation(app) {
        let scene = Scene::set(app).await;
        make_eligible(app, scene.organisation).await;
        silence(app, &scene, 2).await;
        let complaint = text(&draft(&scene, json!({
            "description": [{ "text": "Nobody was answered." }], "signatory": { "name": "A. Martin", "role": "Chair" },
            "places": { "residence": "FR" },
        })).await, "id");
        scene.member.post(&format!("/v1/complaints/{complaint}:build"), json!({})).await.expect_status(202);
        app.work().await;
        for kind in [json!({ "kind": "complete" }), json!({ "kind": "lodge", "channel": "form" }), json!({ "kind": "transmit" })] {
            step(app, &scene, &complaint, kind).await.expect_status(200);
        }
        let person = text(&scene.member.post("/v1/data-subjects", json!({ "full_name": "Ada Example" })).await.expect_status(201), "id");
        let path = format!("/v1/data-subjects/{person}");
        scene.member.get(&path).await.expect_status(200);
        let change = scene.member.request(Method::PATCH, &path).await.header("if-match", "\"1\"").json(&json!({ "city": "Nantes" }));
        scene.member.send(change).await.expect_status(200);
        scene.member.delete(&path).await.expect_status(204);

        app.until_visible().await;
        let entries = record(&scene.member, "", 200).await;
        for (action, subject) in [
            ("create", &person), ("read", &person), ("change", &person), ("delete", &person),
            ("disclose", &complaint), ("transfer", &complaint),
        ] {
            assert!(has(&entries, action, subject), "{action} of {subject}");
        }
        let lodged = entries.iter().find(|entry| entry["action"] == "disclose" && entry["subject"] == json!(complaint)).unwrap();
        assert_eq!((&lodged["recipient"], &lodged["record_count"]), (&json!("fr-cnil"), &json!(2)));
        assert!(!serde_json::to_string(&entries).unwrap().contains("Ada"), "never content");

        // Each filter, and all of them together.
        let client = text(lodged, "actor");
        for filter in [format!("&subject={complaint}"), "&action=disclose".to_owned(), "&recipient=fr-cnil".to_owned(), format!("&actor={client}")] {
            let chosen = record(&scene.member, &filter, 3).await;
            let (name, value) = filter[1..].split_once('=').unwrap();
            assert!(chosen.iter().all(|entry| entry[name] == value) && chosen.contains(lodged), "{filter}");
            assert!(entries.iter().any(|entry| entry[name] != value), "{filter} chooses");
        }
        let at = text(lodged, "at");
        let since = record(&scene.member, &format!("&since={at}&recipient=fr-cnil&action=disclose&subject={complaint}"), 9).await;
        assert_eq!(since, std::slice::from_ref(lodged));
        assert!(!record(&scene.member, &format!("&until={at}"), 200).await.contains(lodged));
        scene.member.get("/v1/audit/entries?action=nothing").await.expect_problem(400, "invalid_parameter");
        scene.member.get("/v1/audit/entries?cursor=nothing").await.expect_problem(400, "invalid_parameter");

        let (other, stranger) = app.organisation("Another").await;
        let others = record(&stranger, "", 200).await;
        assert!(others.iter().all(|entry| entry["organisation_id"] == other["id"]), "{others:?}");
        let foreign = format!("/v1/audit/entries/{}/proof", text(lodged, "id"));
        grown(app).await;
        scene.member.get(&foreign).await.expect_status(200);
        stranger.get(&foreign).await.expect_problem(404, "not_found");
    }

    async fn reading_it_is_an_entry_but_reading_of_that_reading_is_none(app) {
        let (organisation, member) = app.organisation("Union").await;
        let scopes = json!({ "name": "clerk", "scopes": ["requests:read"] });
        let path = format!("/v1/organisations/{}/clients", text(&organisation, "id"));
        let clerk = app.operator().await.post(&path, scopes).await.expect_status(201);
        let clerk = app.client(clerk["client_id"].as_str().unwrap(), clerk["client_secret"].as_str().unwrap());
        for path in ["/v1/audit/entries", "/v1/audit/checkpoint", "/v1/audit/consistency?from=0"] {
            clerk.get(path).await.expect_problem(403, "insufficient_scope");
        }
        app.until_visible().await;
        let first = member.get("/v1/audit/entries?limit=200").await.expect_status(200);
        app.until_visible().await;
        let second = member.get(&text(&first, "next")).await.expect_status(200);
        let [reading] = second["items"].as_array().unwrap().as_slice() else { panic!("{second}") };
        assert_eq!((&reading["action"], &reading["subject"]), (&json!("read"), &json!("audit_entry")));
        assert_eq!(reading["record_count"], json!(first["items"].as_array().unwrap().len()));
        let ids: Vec<uuid::Uuid> = first["items"].as_array().unwrap().iter()
            .map(|entry| fixtures::parsed::<AuditEntryId>(&entry["id"]).0).collect();
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &ids.iter().flat_map(|id| *id.as_bytes()).collect::<Vec<u8>>());
        assert_eq!(unhex(&reading["records_digest"]).as_slice(), digest.as_ref());
        app.until_visible().await;
        let third = member.get(&text(&second, "next")).await.expect_status(200);
        assert_eq!((&third["items"], &third["next_cursor"]), (&json!([]), &second["next_cursor"]));
    }

    async fn it_proves_itself_to_a_program_that_shares_nothing_with_it(app) {
        let (organisation, member) = app.organisation("Union").await;
        let id: OrganisationId = fixtures::parsed(&organisation["id"]);
        member.get("/v1/audit/checkpoint").await.expect_problem(404, "not_found");
        let (mut before, mut sizes) = (None, Vec::new());
        for many in [1, 2, 7, 250, 60] {
            entries_of(app, id, many).await;
            grown(app).await;
            let head = prove(app, &member, before.as_ref()).await;
            sizes.push(head);
            before = Some(head);
        }
        let (size, root) = *sizes.last().unwrap();
        for (first, first_root) in &sizes {
            let proof = member.get(&format!("/v1/audit/consistency?from={first}&to={size}")).await.expect_status(200);
            assert_eq!((unhex(&proof["from_root"]), unhex(&proof["to_root"])), (*first_root, root));
            assert!(extends(*first, *first_root, size, root, &unhexed(&proof["hashes"])));
        }
        // What the log does not have yet, and what it never had.
        member.get(&format!("/v1/audit/consistency?from={}", size + 1_000)).await.expect_problem(400, "invalid_parameter");
        entries_of(app, id, 1).await;
        app.until_visible().await;
        let waiting = text(record(&member, "", 200).await.last().unwrap(), "id");
        member.get(&format!("/v1/audit/entries/{waiting}/proof")).await.expect_problem(409, "audit_entry_waiting");
        member.get("/v1/audit/entries/aud_0193d2b4a1c07e3f8b6a5d4c3b2a1908/proof").await.expect_problem(404, "not_found");

        // An entry that was changed has no proof any more.
        app.until_visible().await;
        let first = record(&member, "", 10).await.remove(3);
        let mut inspector = app.inspector().await;
        let id = text(&first, "id")[4..].to_owned();
        let sql = format!("UPDATE audit_entry SET actor = 'somebody' WHERE {} = '{id}'", inspector.id("id"));
        inspector.run(&sql).await;
        member.get(&format!("/v1/audit/entries/{}/proof", text(&first, "id"))).await.expect_problem(409, "audit_entry_altered");
    }

    async fn shared_data_have_a_log_that_operators_read(app) {
        let operator = app.operator().await;
        let entry = json!({ "name": "Example", "place": "FR", "channels": [{ "kind": "feed" }] });
        let controller = text(&operator.post("/v1/controllers", entry).await.expect_status(201), "id");
        grown(app).await;
        app.until_visible().await;
        let entries = record(&operator, "", 200).await;
        assert!(has(&entries, "create", &controller));
        assert!(entries.iter().all(|entry| entry["organisation_id"] == "org_00000000000000000000000000000000"));
        prove(app, &operator, None).await;
        let (_, member) = app.organisation("Union").await;
        assert!(!has(&record(&member, "", 200).await, "create", &controller));
    }
}
