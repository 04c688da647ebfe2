//! `recourse operator`: the first client, which makes all others. Its output is for a shell, with a word for people beside.

use std::sync::Arc;

use crate::config::Config;
use crate::ports::OffsetClock;
use crate::service::clients;

use super::CliError;

/// What to make.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What the client is called in lists.
    #[arg(long, default_value = "operator")]
    name: String,
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Result<(), CliError> {
    let started = super::start(config, Arc::new(OffsetClock::default())).await?;
    let client = clients::create_operator(&started.context, arguments.name).await?;
    println!("CLIENT_ID={}", client.client_id);
    println!("CLIENT_SECRET={}", client.client_secret);
    eprintln!("The secret is shown this once. Get a token with:");
    eprintln!(
        "  curl -u \"$CLIENT_ID:$CLIENT_SECRET\" -d grant_type=client_credentials {}/oauth/token",
        config.base_url()
    );
    Ok(())
}
