//! `recourse batch`: a spreadsheet of people into a campaign, with its progress and what became of its lines.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use futures::TryStreamExt;
use reqwest::Method;
use serde_json::{Value, json};
use tokio_util::io::ReaderStream;

use super::api::{Api, text};
use super::failure::{ClientFailure, LINES_REFUSED};
use super::progress::Progress;

/// How long to wait before looking again.
const PAUSE: Duration = Duration::from_millis(400);
/// Refused lines that are told one by one.
const TOLD: usize = 20;

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Upload a file of people and file their requests. Ends with 6 when lines of it were refused.
    File(Upload),
    /// Upload a file of people and check every line; nothing is filed.
    Validate(Upload),
}

/// Which file, and how it is read.
#[derive(Debug, clap::Args)]
pub struct Upload {
    /// CSV as a spreadsheet exports it, or NDJSON when its name ends so.
    path: PathBuf,
    /// The campaign that says what is asked, and of whom.
    #[arg(long)]
    campaign: String,
    /// A JSON file that says which column is which, such as `{"columns": {"family_name": "Nom"}}`. CSV needs one.
    #[arg(long)]
    mapping: Option<PathBuf>,
    /// A JSON file with what the mandates of these people grant, where the lines do not say it.
    #[arg(long)]
    mandate: Option<PathBuf>,
}

pub(super) async fn run(api: &Api, command: Command) -> Result<ExitCode, ClientFailure> {
    let (mode, upload) = match command {
        Command::File(upload) => ("file", upload),
        Command::Validate(upload) => ("validate", upload),
    };
    let batch = create(api, mode, &upload).await?;
    println!("Batch {batch}");
    let mut progress = Progress::new();
    send(api, &batch, &upload, &mut progress).await?;
    let ended = follow(api, &batch, &mut progress).await?;
    progress.finish();
    conclude(api, &ended).await
}

fn is_csv(path: &Path) -> bool {
    !path.extension().is_some_and(|extension| extension == "ndjson" || extension == "jsonl")
}

async fn create(api: &Api, mode: &str, upload: &Upload) -> Result<String, ClientFailure> {
    let format = if is_csv(&upload.path) { "csv" } else { "ndjson" };
    if format == "csv" && upload.mapping.is_none() {
        let message = "a CSV needs `--mapping`: a JSON file such as {\"columns\": {\"family_name\": \"Nom\"}}";
        return Err(ClientFailure::Usage(message.to_owned()));
    }
    let mut body = json!({ "mode": mode, "format": format });
    for (field, path) in [("mapping", &upload.mapping), ("mandate", &upload.mandate)] {
        if let Some(path) = path {
            body[field] = json_file(path)?;
        }
    }
    // A file that cannot be read leaves no empty batch behind.
    fs::File::open(&upload.path).map_err(|error| of_file(&upload.path, &error))?;
    let made = api.post(&format!("/v1/campaigns/{}/batches", upload.campaign), &body).await?;
    Ok(text(&made, "id").to_owned())
}

/// Sends the file piece by piece, so that memory does not grow with it.
async fn send(api: &Api, batch: &str, upload: &Upload, progress: &mut Progress) -> Result<(), ClientFailure> {
    let failed = |error: std::io::Error| of_file(&upload.path, &error);
    let file = tokio::fs::File::open(&upload.path).await.map_err(failed)?;
    let length = file.metadata().await.map_err(failed)?.len();
    let sent = Arc::new(AtomicU64::new(0));
    let counter = sent.clone();
    let pieces = ReaderStream::new(file).inspect_ok(move |piece| {
        counter.fetch_add(piece.len() as u64, Ordering::Relaxed);
    });
    let media = if is_csv(&upload.path) { "text/csv" } else { "application/x-ndjson" };
    let call = api.call(Method::PUT, &format!("/v1/batches/{batch}/content")).await?;
    let call = call.header("content-type", media).body(reqwest::Body::wrap_stream(pieces));
    let sending = api.send(call);
    tokio::pin!(sending);
    loop {
        tokio::select! {
            answer = &mut sending => return answer.map(drop),
            () = tokio::time::sleep(PAUSE) => {
                progress.draw(part(sent.load(Ordering::Relaxed), length), "uploaded");
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a part of a bar has less than a hundred steps")]
fn part(done: u64, of: u64) -> f64 {
    if of == 0 { 1.0 } else { done as f64 / of as f64 }
}

/// Waits until every line was gone through; gives the batch as it is then.
async fn follow(api: &Api, batch: &str, progress: &mut Progress) -> Result<Value, ClientFailure> {
    loop {
        let seen = api.get(&format!("/v1/batches/{batch}"), &[]).await?;
        let lines = seen["counts"]["lines"].as_u64().unwrap_or_default();
        progress.draw(seen["progress"].as_f64().unwrap_or_default(), &format!("{lines} lines read"));
        if matches!(text(&seen, "state"), "filed" | "validated" | "failed" | "cancelled") {
            return Ok(seen);
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Tells what came of it, with the first lines that were refused.
async fn conclude(api: &Api, batch: &Value) -> Result<ExitCode, ClientFailure> {
    let counts = &batch["counts"];
    let number = |name: &str| counts[name].as_u64().unwrap_or_default();
    println!(
        "{}: {} lines, {} accepted, {} refused, {} requests",
        text(batch, "state"),
        number("lines"),
        number("accepted"),
        number("refused"),
        number("requests")
    );
    println!("{}", text(batch, "next_action"));
    if matches!(text(batch, "state"), "failed" | "cancelled") {
        return Err(ClientFailure::Here(format!("nothing was filed: {}", text(batch, "failure_code"))));
    }
    if number("refused") == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    let outcome = api.get_bytes(&format!("/v1/batches/{}/outcome", text(batch, "id")), &[]).await?;
    let lines = outcome.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    for line in lines.filter(|line| line["outcome"] == "refused").take(TOLD) {
        for problem in line["problems"].as_array().into_iter().flatten() {
            eprintln!(
                "line {}: {} ({}) {}",
                line["line"],
                text(problem, "title"),
                text(problem, "code"),
                text(problem, "field")
            );
        }
    }
    Ok(ExitCode::from(LINES_REFUSED))
}

/// A JSON file.
pub(super) fn json_file(path: &Path) -> Result<Value, ClientFailure> {
    let text = fs::read(path).map_err(|error| of_file(path, &error))?;
    // What the parser says names a line and a column, and no value.
    serde_json::from_slice(&text).map_err(|error| ClientFailure::Usage(format!("{}: {error}", path.display())))
}

fn of_file(path: &Path, error: &std::io::Error) -> ClientFailure {
    ClientFailure::Here(format!("{}: {error}", path.display()))
}
