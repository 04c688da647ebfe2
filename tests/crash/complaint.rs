//! The binary, killed again and again while it makes the files of a complaint: the archive is whole at the end, each file once.

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use recourse::demo::sample_controller::Receiver;
use recourse::ports::{Clock, OffsetClock};
use serde_json::{Value, json};

use crate::killer::Killer;
use crate::support::union::{self, text};
use crate::support::{Inspector, Patient, Process};
use crate::{LEASE_SECONDS, controller, on_each_database};

/// People of the complaint: enough that its files take longer than a few kills.
const PEOPLE: usize = 40;
/// How long the files may take, kills and all.
const PATIENCE: Duration = Duration::from_secs(480);

on_each_database! {
    async fn the_files_of_a_complaint_are_whole_however_often_their_making_is_killed(database) {
        let kills = if std::env::var_os("RECOURSE_TEST_FULL").is_some() { 20 } else { 5 };
        let receiver = Receiver::start(Arc::new(OffsetClock::default())).expect("a free port");
        let mut process = Process::new(database).with("RECOURSE_LEASE_SECONDS", LEASE_SECONDS);
        let operator = process.operator();
        process.start().await;
        let addressee = controller(&operator, &receiver, "one", json!({ "mode": "bundle", "max_bundle": 100 })).await;
        let member = union::organisation(&operator, &process.address).await;
        let complaint = refused_complaint(&operator, &member, &addressee.id).await;

        let path = format!("/v1/complaints/{complaint}");
        member.post(&format!("{path}:build"), "build", json!({})).await;
        let killer = Killer::start(process, database, kills, 20_261_126).await;
        let (started, mut pieces) = (Instant::now(), BTreeSet::new());
        loop {
            let files = member.get(&path).await["files"].clone();
            match files["state"].as_str() {
                Some("ready") if !killer.is_at_work() => break,
                Some("ready" | "queued") => {}
                // Seen between two kills: what was made by then is gone on from.
                Some("building") if killer.is_at_work() => _ = pieces.insert(files["built_up_to"].to_string()),
                Some("building") => {}
                other => panic!("the making ended otherwise: {other:?}"),
            }
            assert!(started.elapsed() < PATIENCE, "the files are not made");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let (mut process, killed) = killer.end().await;
        let begun_once = "SELECT count(*) FROM complaint WHERE build_no = 1";
        let begun_once = Inspector::open(database).await.number(begun_once).await;
        assert_eq!(begun_once, 1, "whoever takes the making over goes on with it");
        check_archive(&member.get_bytes(&format!("{path}/archive")).await);
        assert!(pieces.len() > 1, "no kill met the making of files: {pieces:?}");
        println!("{} kills, {PEOPLE} people, {} s", killed.restarts.len(), started.elapsed().as_secs());
        assert!(process.stop().await.success());
        receiver.stop().await;
    }
}

/// A complaint of people whose requests were refused without a reason, so that nobody has to wait for a month.
async fn refused_complaint(operator: &Patient, member: &Patient, controller: &str) -> String {
    let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let evidence = json!({ "document": "Statutes", "dated": "2020-01-01", "sha256": digest });
    let profile = json!({ "name": "Union", "country": "FR", "language": "fr", "contact_email": "union@example.org" });
    let organisations = operator.get("/v1/organisations").await;
    let organisation = text(&organisations["items"][0], "id");
    let change = json!({ "profile": profile, "eligibility": {
        "not_for_profit": evidence, "properly_constituted": evidence, "public_interest_aims": evidence,
        "active_in_data_protection": evidence, "constituted_in": "FR", "national_basis": "Loi 78-17, art. 37",
    }});
    operator.patch(&format!("/v1/organisations/{organisation}"), &change).await;

    let campaign = member.post("/v1/campaigns", "campaign", union::campaign("Access", &[controller])).await;
    let mut batch = union::batch(union::columns());
    batch["mandate"]["powers"]["complaint"] = json!({ "acts": ["complaint"], "controllers": { "kind": "all" } });
    batch["mandate"]["evidence"]["sha256"] = json!(digest);
    let batch = member.post(&format!("/v1/campaigns/{}/batches", text(&campaign, "id")), "batch", batch).await;
    let path = format!("/v1/batches/{}/content", text(&batch, "id"));
    member.put(&path, "text/csv", union::people(0, PEOPLE)).await;
    let requests = loop {
        let page = member.get("/v1/requests?state=received&limit=200").await;
        let items = page["items"].as_array().expect("a page").clone();
        if items.len() == PEOPLE {
            break items;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    for request in requests {
        let id = text(&request, "id");
        let refusal = json!({ "response": { "kind": "refused", "ground": "other" }, "received_at": OffsetClock::default().now() });
        member.post(&format!("/v1/requests/{id}/responses"), &format!("refuse-{id}"), refusal).await;
    }
    let new = json!({
        "filter": { "controller_id": controller }, "language": "fr", "authority_id": "fr-cnil",
        "description": [{ "text": "Chaque demande a été refusée sans motif." }], "signatory": { "name": "A. Martin" },
    });
    let made = member.post("/v1/complaints", "complaint", new).await;
    assert_eq!(made["people"], json!(PEOPLE), "{made}");
    text(&made, "id")
}

/// Every file that the signed manifest names is there once, with its hash, and no other.
fn check_archive(archive: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("archive.zip");
    std::fs::File::create(&file).and_then(|mut made| made.write_all(archive)).expect("a file");
    let run = |program: &str, arguments: &[&str]| {
        let output = std::process::Command::new(program).args(arguments).current_dir(folder.path()).output();
        let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("names are text")
    };
    let listed = run("unzip", &["-Z1", "archive.zip"]);
    let names: Vec<&str> = listed.lines().filter(|name| !name.ends_with('/')).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "each name once");
    run("unzip", &["-q", "archive.zip"]);
    let jws = std::fs::read_to_string(folder.path().join("manifest.jws")).expect("the signature");
    let payload = jws.trim().split('.').nth(1).expect("a payload");
    let signed: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).expect("base64url")).expect("JSON");
    let manifest = std::fs::read(folder.path().join("manifest.json")).expect("the manifest");
    assert_eq!(sha256(&manifest), text(&signed, "sha256"), "the signature is of this manifest");
    let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
    let files = manifest["files"].as_array().expect("files");
    let mut annexes = 0;
    for one in files {
        let name = text(one, "name");
        let content = std::fs::read(folder.path().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(sha256(&content), text(one, "sha256"), "{name}");
        annexes += usize::from(name.starts_with("full/annexes/") && name.ends_with(".pdf"));
    }
    assert_eq!(annexes, PEOPLE);
}

fn sha256(content: &[u8]) -> String {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, content);
    digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
