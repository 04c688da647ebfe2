//! The end of the story: silence becomes a complaint file that a person can open, and an authority gets it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::api::{Api, DemoError, DemoResult, text};
use crate::service::Context;

/// People whose complaint is made: enough to see how it looks, few enough that nobody waits.
const PEOPLE: usize = 8;

/// What came of it.
pub struct Lodged {
    /// Where the files lie.
    pub folder: PathBuf,
    /// People in the complaint.
    pub people: u64,
    /// The day from which the authority is silent in law (C-10).
    pub information_due: String,
}

/// Prepares a complaint against a controller for the first people whom it left without an answer, has its files made, and lodges it.
/// None when everybody was answered.
pub async fn complain(
    context: &Context,
    union: &Api,
    controller: &str,
    place: &Path,
    settle: impl AsyncFn(&Context) -> DemoResult<()>,
) -> DemoResult<Option<Lodged>> {
    let overdue = format!("/v1/requests?controller_id={controller}&overdue=true&limit={PEOPLE}");
    let overdue = union.get(&overdue).await?;
    let ids: Vec<&Value> = overdue["items"].as_array().into_iter().flatten().map(|request| &request["id"]).collect();
    if ids.is_empty() {
        return Ok(None);
    }
    let new = json!({
        "request_ids": ids, "language": "fr", "authority_id": "fr-cnil", "places": { "residence": "FR" },
        "description": [{ "text": "Les membres ont demandé l'accès à leurs données. Le délai est passé sans réponse." }],
        "signatory": { "name": "A. Exemple", "role": "Présidente", "town": "Lyon" },
    });
    let id = text(&union.post("/v1/complaints", &new).await?, "id")?;
    let path = format!("/v1/complaints/{id}");
    union.post(&format!("{path}:build"), &json!({})).await?;
    settle(context).await?;
    let built = union.get(&path).await?;
    if built["files"]["state"] != "ready" {
        return Err(DemoError::Failed(format!("the files of the complaint ended as {}", built["files"]["state"])));
    }
    let failed = |error: std::io::Error| DemoError::Failed(format!("the complaint cannot be saved: {error}"));
    std::fs::create_dir_all(place).map_err(failed)?;
    let archive = union.download(&format!("{path}/archive")).await?;
    std::fs::write(place.join("complaint.zip"), archive).map_err(failed)?;
    let files = union.get(&format!("{path}/files?limit=200")).await?;
    for (name, saved) in [("full/complaint.pdf", "complaint.pdf"), ("full/annexes/P-00001.pdf", "annex-P-00001.pdf")] {
        let found = files["items"].as_array().into_iter().flatten().find(|file| file["name"] == name);
        let file = text(found.unwrap_or(&Value::Null), "id")?;
        let bytes = union.download(&format!("{path}/files/{file}")).await?;
        std::fs::write(place.join(saved), bytes).map_err(failed)?;
    }
    let today = context.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
    for step in [json!({ "kind": "complete" }), json!({ "kind": "lodge", "channel": "form" })] {
        union.post(&format!("{path}/steps"), &json!({ "on": today, "step": step })).await?;
    }
    let lodged = union.get(&path).await?;
    Ok(Some(Lodged {
        folder: place.to_owned(),
        people: lodged["people"].as_u64().unwrap_or(0),
        information_due: text(&lodged["clocks"][0], "due")?,
    }))
}
