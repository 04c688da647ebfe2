//! `recourse requests`: which requests there are and where they stand.

use std::process::ExitCode;

use serde_json::Value;

use super::api::Api;
use super::failure::ClientFailure;
use super::output::{self, Column, Output};

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// List requests, the oldest first.
    List(List),
}

/// Which requests, and how they are written.
#[derive(Debug, clap::Args)]
pub struct List {
    /// Only those whose deadline has passed without an answer.
    #[arg(long)]
    overdue: bool,
    /// Only these states, separated by commas, such as `sent,received`.
    #[arg(long)]
    state: Option<String>,
    /// Only these outcomes, separated by commas, such as `refused,partial`.
    #[arg(long)]
    outcome: Option<String>,
    /// Only of this campaign.
    #[arg(long)]
    campaign: Option<String>,
    /// Only of this batch.
    #[arg(long)]
    batch: Option<String>,
    /// Only to this controller.
    #[arg(long)]
    controller: Option<String>,
    /// Only those that are due before this day, `YYYY-MM-DD`.
    #[arg(long)]
    due_before: Option<String>,
    /// At most so many; all when absent.
    #[arg(long)]
    limit: Option<usize>,
    /// How they are written.
    #[arg(long, value_enum, default_value_t)]
    output: Output,
}

const COLUMNS: &[Column] = &[
    ("Request", "id"),
    ("Right", "right"),
    ("State", "lifecycle"),
    ("Outcome", "outcome"),
    ("First deadline", "first_deadline"),
    ("Final deadline", "final_deadline"),
    ("Overdue", "overdue"),
    ("Controller", "controller_id"),
    ("Data subject", "data_subject_id"),
    ("Campaign", "campaign_id"),
];

/// Elements asked for at one time: the most the API gives.
const PAGE: usize = 200;

pub(super) async fn run(api: &Api, command: Command) -> Result<ExitCode, ClientFailure> {
    let Command::List(list) = command;
    let records = all(api, &list).await?;
    print!("{}", output::write(list.output, COLUMNS, &records));
    if list.output == Output::Table {
        eprintln!("{} requests", records.len());
    }
    Ok(ExitCode::SUCCESS)
}

/// Page after page, until all or enough are there.
async fn all(api: &Api, list: &List) -> Result<Vec<Value>, ClientFailure> {
    let most = list.limit.unwrap_or(usize::MAX);
    let (mut records, mut cursor) = (Vec::new(), None::<String>);
    while records.len() < most {
        let mut query = filter(list);
        query.push(("limit", PAGE.min(most - records.len()).to_string()));
        query.extend(cursor.take().map(|cursor| ("cursor", cursor)));
        let mut page = api.get("/v1/requests", &query).await?;
        if let Value::Array(items) = page["items"].take() {
            records.extend(items);
        }
        match page["next_cursor"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => break,
        }
    }
    Ok(records)
}

fn filter(list: &List) -> Vec<(&'static str, String)> {
    let named = [
        ("state", &list.state),
        ("outcome", &list.outcome),
        ("campaign_id", &list.campaign),
        ("batch_id", &list.batch),
        ("controller_id", &list.controller),
        ("due_before", &list.due_before),
    ];
    let mut query: Vec<_> = named.into_iter().filter_map(|(name, value)| Some((name, value.clone()?))).collect();
    if list.overdue {
        query.push(("overdue", "true".to_owned()));
    }
    query
}
