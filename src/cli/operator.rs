//! `recourse operator`: the first client, which makes all others.

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
    println!("client_id:     {}", client.client_id);
    println!("client_secret: {}", client.client_secret);
    println!("The secret is shown this once. Get a token with:");
    println!(
        "  curl -u '{}:{}' -d grant_type=client_credentials {}/oauth/token",
        client.client_id,
        client.client_secret,
        config.base_url()
    );
    Ok(())
}
