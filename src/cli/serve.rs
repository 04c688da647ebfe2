//! `recourse serve`: API and worker, until asked to stop.

use std::sync::Arc;
use std::time::Duration;

use clap::ValueEnum;
use metrics_exporter_prometheus::PrometheusBuilder;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::http::{self, Certificates, Patience, Proxies, ServerOptions};
use crate::ports::OffsetClock;
use crate::worker;

use super::CliError;

/// Which part of the service this process runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Role {
    /// Both.
    All,
    /// Takes calls.
    Api,
    /// Processes batches, delivers, sweeps.
    Worker,
}

/// How to serve.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The part of the service to run in this process.
    #[arg(long, value_enum, default_value = "all")]
    role: Role,
}

/// Runs until SIGTERM or SIGINT; then calls in flight finish, leases are given back, and it ends.
pub(super) async fn run(config: Config, arguments: Arguments) -> Result<(), CliError> {
    let options = ServerOptions {
        listen: config.listen,
        workers: workers(&config),
        calls_per_minute: config.calls_per_minute,
        patience: Patience {
            whole: Duration::from_secs(config.body_seconds.into()),
            upload: Duration::from_secs(config.upload_seconds.into()),
        },
        proxies: Proxies { networks: config.trusted_proxies.clone(), header: config.proxy_header },
        stop_seconds: config.stop_seconds,
        certificates: config.tls().map(|(chain, key)| Certificates::read(chain, key)).transpose()?,
    };
    // The port first: a port already in use must be told before a database is touched.
    let listener = match arguments.role {
        Role::Worker => None,
        Role::All | Role::Api => Some(http::bind(&options).map_err(|error| format!("{}: {error}", options.listen))?),
    };
    let started = super::start(&config, Arc::new(OffsetClock::default())).await?;
    let context = started.context;
    let metrics = PrometheusBuilder::new().install_recorder()?;
    let stop = CancellationToken::new();
    let steps = match arguments.role {
        Role::Api => worker::steps_of_every_role(),
        Role::All | Role::Worker => worker::steps(),
    };
    let worker = worker::start_steps(context.clone(), steps, stop.clone());
    let server =
        listener.map(|listener| http::run(context.clone(), listener, &options, metrics.clone())).transpose()?;
    tracing::info!(address = %config.base_url(), database = %config.shown_database_url(), role = ?arguments.role, "ready");
    if let (Some(certificates), true) = (&options.certificates, server.is_some()) {
        tokio::spawn(certificates.clone().watch());
    }
    let handle = server.as_ref().map(|server| server.handle());
    let serving = server.map(tokio::spawn);
    stop_signal().await;
    tracing::info!("stopping: calls and deliveries in flight may finish");
    stop.cancel();
    if let Some(handle) = handle {
        handle.stop(true).await;
    }
    if let Some(serving) = serving {
        serving.await??;
    }
    let patience = Duration::from_secs(config.stop_seconds);
    if tokio::time::timeout(patience, worker).await.is_err() {
        tracing::warn!("work in progress did not finish in time; its leases will run out");
    }
    tracing::info!("stopped");
    Ok(())
}

fn workers(config: &Config) -> usize {
    match config.http_workers {
        0 => std::thread::available_parallelism().map_or(2, usize::from),
        number => number,
    }
}

async fn stop_signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else {
            let _ = tokio::signal::ctrl_c().await;
            return;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = tokio::signal::ctrl_c().await;
}
