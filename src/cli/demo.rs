//! `recourse demo`: the whole main job on this machine, with nothing to set up.

use std::path::PathBuf;
use std::sync::Arc;

use metrics_exporter_prometheus::PrometheusBuilder;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::demo::{self, Tally, Told};
use crate::http::{self, ServerOptions};
use crate::ports::{OffsetClock, OsRandom, Random};
use crate::service::clients;
use crate::worker;

use super::CliError;

/// How to show it.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// End after the summary instead of leaving the service running, and exit with 1 when the counts do not agree.
    #[arg(long)]
    once: bool,
}

/// A folder that goes away with the demonstration.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is in the system's folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(super) async fn run(arguments: Arguments) -> Result<(), CliError> {
    println!("Recourse: data-protection rights in bulk. Everything runs on this machine; nobody in it exists.\n");
    let mut bytes = [0u8; 8];
    OsRandom::default().fill(&mut bytes);
    let folder = Folder(std::env::temp_dir().join(format!("recourse-demo-{:016x}", u64::from_le_bytes(bytes))));
    // The complaint file stays, to be opened.
    let kept = folder.0.with_extension("complaint");
    let options = ServerOptions { workers: 2, stop_seconds: 2, ..ServerOptions::trial() };
    let listener = http::bind(&options)?;
    let config = Config {
        data_dir: folder.0.clone(),
        listen: listener.local_addr()?,
        allow_loopback_webhooks: true,
        ..Config::default()
    };
    let clock = Arc::new(OffsetClock::default());
    let context = super::start(&config, clock.clone()).await?.context;
    let metrics = PrometheusBuilder::new().build_recorder().handle();
    let server = http::run(context.clone(), listener, &options, metrics)?;
    let handle = server.handle();
    let serving = tokio::spawn(server);
    let operator = clients::create_operator(&context, "demonstration".to_owned()).await?;
    let operator = (operator.client_id.to_string(), operator.client_secret);
    let told = demo::tell(&context, &clock, &config.base_url(), operator, &kept).await?;
    summarise(&told, &config.base_url());
    if !arguments.once {
        println!("\nThe service goes on running. Stop it with Ctrl-C.");
        let stop = CancellationToken::new();
        let work = worker::start(context, stop.clone());
        tokio::signal::ctrl_c().await?;
        stop.cancel();
        work.await?;
    }
    handle.stop(true).await;
    serving.await??;
    if told.differences.is_empty() { Ok(()) } else { Err("the counts do not agree".into()) }
}

fn summarise(told: &Told, base: &str) {
    let Tally { filed, delivered, in_one_month, extended, late, refused, silent, next_dates } = &told.tally;
    println!("\nAfter {} days:\n", 100);
    for (what, count) in [
        ("filed", filed),
        ("delivered", delivered),
        ("answered in one month", in_one_month),
        ("answered after a valid extension", extended),
        ("answered late", late),
        ("silent past the deadline", silent),
        ("refused (among the answered)", refused),
    ] {
        println!("  {what:<34}{count:>6}");
    }
    let running: u64 = next_dates.values().sum();
    println!("  {:<34}{running:>6}", "clock still running");
    println!("\nNext legal dates:");
    for (date, count) in next_dates.iter().take(3) {
        let requests = if *count == 1 { "request" } else { "requests" };
        println!("  {date}  {count} {requests} must be answered by the end of this day");
    }
    if next_dates.is_empty() {
        println!("  none");
    }
    if let Some(complaint) = &told.complaint {
        println!("\nA complaint to the authority for {} of those left without an answer:", complaint.people);
        println!("  {}", complaint.folder.join("complaint.pdf").display());
        println!("  {}  (one person's annexes)", complaint.folder.join("annex-P-00001.pdf").display());
        println!("  {}  (everything, with its signed list)", complaint.folder.join("complaint.zip").display());
        println!("  Lodged; the authority has to give news by {}.", complaint.information_due);
    }
    match told.differences.as_slice() {
        [] => println!("\nThe service and the sample controllers count the same."),
        differences => differences.iter().for_each(|difference| println!("\nDIFFERENCE  {difference}")),
    }
    println!("\nDocumentation: {base}/docs");
    println!("API:           {base}/v1");
    println!("Try it:\n");
    println!(
        "  TOKEN=$(curl -s -u '{}:{}' -d grant_type=client_credentials {base}/oauth/token | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/') && \
         curl -s -H \"Authorization: Bearer $TOKEN\" '{base}/v1/requests?overdue=true&limit=2'",
        told.client.id(),
        told.client.secret(),
    );
}
