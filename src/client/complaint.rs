//! `recourse complaint`: drafts of complaints from requests.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use super::api::{Api, text};
use super::failure::ClientFailure;
use super::output::Output;

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Prepare a complaint from the requests that are meant. Nothing is sent to anybody.
    Draft(Draft),
}

/// From which requests, and in which form.
#[derive(Debug, clap::Args)]
pub struct Draft {
    /// Language of the file, such as `fr`.
    #[arg(long)]
    language: String,
    /// These requests. Repeat it for several.
    #[arg(long = "request", conflicts_with_all = ["controller", "campaign", "batch", "overdue", "outcome", "state"])]
    requests: Vec<String>,
    /// Requests to this controller.
    #[arg(long)]
    controller: Option<String>,
    /// Requests of this campaign.
    #[arg(long)]
    campaign: Option<String>,
    /// Requests of this batch.
    #[arg(long)]
    batch: Option<String>,
    /// Requests whose deadline has passed without an answer.
    #[arg(long)]
    overdue: bool,
    /// Requests with this outcome, such as `refused`; several with commas between them.
    #[arg(long, value_delimiter = ',')]
    outcome: Vec<String>,
    /// Requests in this state, such as `answered`; several with commas between them.
    #[arg(long, value_delimiter = ',')]
    state: Vec<String>,
    /// The supervisory authority; the competent one, as far as it follows from what is known, when absent.
    #[arg(long)]
    authority: Option<String>,
    /// A JSON file with further fields of the API's `NewComplaint`: description, remedies, signatory, and so on.
    #[arg(long)]
    details: Option<PathBuf>,
    /// How the draft is written.
    #[arg(long, value_enum, default_value_t)]
    output: Output,
}

pub(super) async fn run(api: &Api, command: Command) -> Result<ExitCode, ClientFailure> {
    let Command::Draft(draft) = command;
    let complaint = api.post("/v1/complaints", &Value::Object(body(&draft)?)).await?;
    match draft.output {
        Output::Json => println!("{complaint}"),
        // One record has one line, under the same heading in both forms.
        Output::Csv => print!("{}", super::output::write(Output::Csv, COLUMNS, std::slice::from_ref(&complaint))),
        Output::Table => tell(api, &complaint),
    }
    Ok(ExitCode::SUCCESS)
}

const COLUMNS: &[super::output::Column] = &[
    ("Complaint", "id"),
    ("State", "state"),
    ("Controller", "controller_id"),
    ("Authority", "authority_id"),
    ("People", "people"),
    ("Left out", "left_out"),
    ("Requests", "requests"),
];

fn body(draft: &Draft) -> Result<Map<String, Value>, ClientFailure> {
    let mut body = match &draft.details {
        Some(path) => match super::batch::json_file(path)? {
            Value::Object(fields) => fields,
            _ => return Err(ClientFailure::Usage(format!("{} is not a JSON object", path.display()))),
        },
        None => Map::new(),
    };
    body.insert("language".to_owned(), json!(draft.language));
    if let Some(authority) = &draft.authority {
        body.insert("authority_id".to_owned(), json!(authority));
    }
    if draft.requests.is_empty() {
        let named =
            [("controller_id", &draft.controller), ("campaign_id", &draft.campaign), ("batch_id", &draft.batch)];
        let mut filter: Map<_, _> =
            named.into_iter().filter_map(|(name, value)| Some((name.to_owned(), json!(value.as_ref()?)))).collect();
        for (name, words) in [("outcome", &draft.outcome), ("state", &draft.state)] {
            if !words.is_empty() {
                filter.insert(name.to_owned(), json!(words));
            }
        }
        if draft.overdue {
            filter.insert("overdue".to_owned(), json!(true));
        }
        if filter.is_empty() {
            let message =
                "say which requests are meant: `--request`, `--controller`, `--campaign`, `--overdue` and the like";
            return Err(ClientFailure::Usage(message.to_owned()));
        }
        body.insert("filter".to_owned(), Value::Object(filter));
    } else {
        body.insert("request_ids".to_owned(), json!(draft.requests));
    }
    Ok(body)
}

/// What a person wants to know first: who takes part, what is alleged, what is missing, and how it goes on.
fn tell(api: &Api, complaint: &Value) {
    let id = text(complaint, "id");
    println!("Complaint {id} is a draft (people: {}, requests: {}).", complaint["people"], complaint["requests"]);
    if complaint["left_out"].as_i64().is_some_and(|number| number > 0) {
        println!(
            "{} people are left out; {}/v1/complaints/{id}/people?left_out=true says why.",
            complaint["left_out"],
            api.service()
        );
    }
    for point in complaint["points"].as_array().into_iter().flatten() {
        println!("  {} ({}): {} requests", text(point, "code"), text(point, "provision"), point["requests"]);
    }
    let missing = complaint["completeness"]["slots"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|slot| slot["missing"].as_array().into_iter().flatten().map(|one| (text(slot, "slot"), one)));
    for (slot, one) in missing {
        println!("  missing for {slot}: {}", one.as_str().map_or_else(|| one.to_string(), str::to_owned));
    }
}
