//! Filing one batch through the service.

use std::fmt::Write;
use std::time::Instant;

use entity::id::{BatchId, OrganisationId};
use recourse::service::{Call, batches};
use serde_json::{Value, json};

use crate::memory;
use crate::support::App;
use crate::support::union::{self, text};

/// Lines that are made at a time.
const LINES: usize = 500;

/// What was measured.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Filing {
    pub seconds: f64,
    /// Largest resident memory of the process meanwhile, this program included.
    pub peak_mib: f64,
    pub upload_bytes: usize,
}

/// Sets everything up, then uploads and files.
pub async fn run(app: &App, requests: usize, controllers: usize) -> Filing {
    let operator = app.operator().await;
    let mut ids = Vec::new();
    for number in 0..controllers {
        let entry = json!({
            "name": format!("Controller {number}"), "place": "FR", "language": "fr",
            "channels": [{ "kind": "webhook", "url": "https://controller.example/hooks", "mode": "bundle", "max_bundle": 1000 }],
            "identity_needs": [{ "element": "email", "description": "Address of the account", "optional": false }],
        });
        ids.push(text(&operator.post("/v1/controllers", entry).await.expect_status(201), "id"));
    }
    let (organisation, caller) = app.organisation("Union").await;
    let organisation: OrganisationId = text(&organisation, "id").parse().expect("an id");
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let campaign = caller.post("/v1/campaigns", union::campaign("Filing", &ids)).await.expect_status(201);
    let path = format!("/v1/campaigns/{}/batches", text(&campaign, "id"));
    let batch = caller.post(&path, union::batch(columns())).await.expect_status(201);
    let path = format!("/v1/batches/{}", text(&batch, "id"));
    let batch: BatchId = text(&batch, "id").parse().expect("an id");

    let people = requests.div_ceil(controllers);
    memory::forget_peak();
    let started = Instant::now();
    let upload_bytes = upload(app, organisation, batch, people).await;
    while batches::process(app.context.clone()).await.expect("the batch is gone through") > 0 {}
    let seconds = started.elapsed().as_secs_f64();
    let peak_mib = memory::peak_mib();

    let shown = caller.get(&path).await.expect_status(200);
    assert_eq!(shown["state"], "filed", "{shown}");
    assert_eq!(shown["counts"]["requests"], json!(people * controllers), "{shown}");
    Filing { seconds, peak_mib, upload_bytes }
}

async fn upload(app: &App, organisation: OrganisationId, batch: BatchId, people: usize) -> usize {
    let begun = batches::begin_upload(&app.context, Call::system(), organisation, batch, None).await;
    let mut upload = begun.expect("the upload begins");
    let heading = "ref;name;given;mail;phone;born;street;code;city;country;customer;signed;until;language\n";
    upload.push(heading.as_bytes()).await.expect("bytes are taken");
    let mut bytes = heading.len();
    let mut piece = String::new();
    for from in (0..people).step_by(LINES) {
        piece.clear();
        for at in from..(from + LINES).min(people) {
            line(&mut piece, at);
        }
        bytes += piece.len();
        upload.push(piece.as_bytes()).await.expect("bytes are taken");
    }
    upload.finish().await.expect("the upload is complete");
    bytes
}

fn line(piece: &mut String, at: usize) {
    // Writing to a String cannot fail.
    let _ = writeln!(
        piece,
        "A{at:07};Deschamps-{};Adélaïde;membre{at:07}@example.org;+33 6 {:02} {:02} {:02} {:02};{:02}/{:02}/{};{}, rue des \
         Écoles;{:05};Saint-Étienne;FR;{};17/10/2025;;fr",
        at % 977,
        at / 1_000_000 % 100,
        at / 10_000 % 100,
        at / 100 % 100,
        at % 100,
        at % 28 + 1,
        at % 12 + 1,
        1950 + at % 55,
        at % 200,
        at % 95_000 + 1_000,
        4_400_000_000_u64 + at as u64 * 7,
    );
}

fn columns() -> Value {
    json!({
        "external_reference": "ref", "family_name": "name", "given_name": "given", "email": "mail", "phone": "phone",
        "birth_date": "born", "street": "street", "postal_code": "code", "city": "city", "country": "country",
        "identifiers.customer_number": "customer", "mandate.signed_on": "signed", "mandate.valid_until": "until",
        "language": "language",
    })
}
