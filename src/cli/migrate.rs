//! `recourse migrate`: the schema up to date, and nothing else.

use crate::config::Config;
use crate::store::{Db, DbOptions};

use super::CliError;

pub(super) async fn run(config: &Config) -> Result<(), CliError> {
    super::start::prepare_data_dir(config)?;
    let options = DbOptions { url: config.database_url(), max_connections: config.database_connections };
    let db = Db::open(&options).await?;
    println!("The schema of {} ({}) is up to date.", config.shown_database_url(), db.describe().await?);
    Ok(())
}
