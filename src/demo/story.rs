//! The whole main job: an organisation, three controllers, a thousand people, and a hundred days.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::ports::{Clock, OffsetClock};
use crate::service::Context;
use crate::worker;

use super::api::{Api, DemoError, DemoResult, text};
use super::cast::{Actor, Part};
use super::complaint::{Lodged, complain};
use super::members;
use super::sample_controller::{Receiver, Script};
use super::tally::{Tally, differences};

/// People in the large campaign; each is filed for with three controllers.
const PEOPLE: usize = 1_000;
/// People in each of the small campaigns, filed for with one controller.
const FEW: usize = 30;
/// Days the clock moves after the large campaign was sent.
const DAYS: u16 = 100;
/// The day on which the small campaigns are filed, so that some dates are still to come at the end.
const DAY_OF_SMALL_CAMPAIGNS: u16 = 80;
/// After so many days the organisation supplies what a controller asked for.
const DAYS_TO_SUPPLY: i64 = 4;

/// What is left when the story has been told.
pub struct Told {
    /// The counts.
    pub tally: Tally,
    /// Differences between the service's counts and the controllers'.
    pub differences: Vec<String>,
    /// The complaint that was made of the silence.
    pub complaint: Option<Lodged>,
    /// The organisation's client.
    pub client: Api,
}

/// Tells the story on a running service. The complaint file it ends with is left in `place`.
pub async fn tell(
    context: &Context,
    clock: &Arc<OffsetClock>,
    base: &str,
    operator: (String, String),
    place: &Path,
) -> DemoResult<Told> {
    let operator = Api::new(base, &operator.0, &operator.1);
    let stage =
        Receiver::start(clock.clone()).map_err(|error| DemoError::Failed(format!("no port is free: {error}")))?;
    let mut cast = Vec::new();
    for part in parts() {
        cast.push(Actor::enter(part, &operator, base, &stage, context.random.as_ref()).await?);
    }
    let union = enrol(&operator, base).await?;
    say("An association with its evidence for Article 80(1), and three controllers with webhooks are in place.");
    let everyone: Vec<&str> = cast.iter().map(|actor| actor.id.as_str()).collect();
    let ask = json!({ "right": "access", "copy": true });
    let filed =
        file(&union, "Access to platform data", ask, &everyone, members::export(0, PEOPLE, false), context).await?;
    pass(clock, SignedDuration::from_mins(20), &union, &mut cast).await;
    live(context, &union, &mut cast, clock, &mut Vec::new()).await?;
    say("The undo window has passed and the messages have been delivered. Now the clock moves, day by day.");
    let mut total = filed;
    let mut questions = Vec::new();
    for day in 1..=DAYS {
        pass(clock, SignedDuration::from_hours(24), &union, &mut cast).await;
        if day == DAY_OF_SMALL_CAMPAIGNS {
            total += file_small_campaigns(context, &union, &cast).await?;
            pass(clock, SignedDuration::from_mins(20), &union, &mut cast).await;
        }
        live(context, &union, &mut cast, clock, &mut questions).await?;
        progress(day);
    }
    println!();
    pass(clock, SignedDuration::ZERO, &union, &mut cast).await;
    let tally = Tally::of(&union).await?;
    let differences = differences(&tally, &cast, total);
    say("Whoever was left without an answer can complain: a complaint file is made and lodged.");
    let complaint = complain(context, &union, &cast[0].id, place, settle).await?;
    stage.stop().await;
    Ok(Told { tally, differences, complaint, client: union })
}

fn parts() -> [Part; 3] {
    [
        Part { name: "rides", title: "Sample Rides SAS", place: "FR", mode: "single", script: Script::new(1) },
        Part { name: "meals", title: "Sample Meals GmbH", place: "DE-BE", mode: "bundle", script: Script::new(2) },
        Part { name: "parcels", title: "Sample Parcels SA", place: "FR-67", mode: "bundle", script: Script::new(3) },
    ]
}

async fn enrol(operator: &Api, base: &str) -> DemoResult<Api> {
    let new = json!({
        "name": "Sample Union of Platform Workers", "country": "FR", "language": "fr", "contact_email": "union@example.org",
    });
    let id = text(&operator.post("/v1/organisations", &new).await?, "id")?;
    let digest = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9";
    let evidence = |document: &str| json!({ "document": document, "dated": "2024-03-01", "sha256": digest });
    let eligibility = json!({ "eligibility": {
        "not_for_profit": evidence("Statutes, article 2"), "properly_constituted": evidence("Entry in the register"),
        "public_interest_aims": evidence("Statutes, article 3"), "active_in_data_protection": evidence("Report of activities"),
        "constituted_in": "FR", "national_basis": "Loi no 78-17, articles 37 et 38",
    }});
    operator.patch(&format!("/v1/organisations/{id}"), &eligibility).await?;
    let scopes = [
        "people:read",
        "people:write",
        "requests:read",
        "requests:write",
        "answers:read",
        "directory:read",
        "complaints:read",
        "complaints:write",
    ];
    let client = json!({ "name": "demonstration", "scopes": scopes });
    let client = operator.post(&format!("/v1/organisations/{id}/clients"), &client).await?;
    Ok(Api::new(base, &text(&client, "client_id")?, &text(&client, "client_secret")?))
}

/// Files one upload into a campaign of its own and waits until it is done. Returns how many requests were filed.
async fn file(
    union: &Api,
    name: &str,
    ask: Value,
    controllers: &[&str],
    csv: String,
    context: &Context,
) -> DemoResult<u64> {
    let right = text(&ask, "right")?;
    let corrections = right == "rectification";
    let campaign = json!({
        "name": name, "purpose": "Members want to know what platforms hold about them", "ask": ask,
        "controllers": controllers, "language": "fr",
    });
    let campaign = text(&union.post("/v1/campaigns", &campaign).await?, "id")?;
    let batch = json!({
        "mode": "file", "format": "csv", "mapping": { "columns": columns(corrections) },
        "mandate": {
            "powers": {
                "request": { "rights": [right], "controllers": { "kind": "all" }, "answer_recipient": "organisation" },
                "complaint": { "acts": ["complaint"], "controllers": { "kind": "all" } },
                "disclosure_consent": true,
            },
            "evidence": { "kind": "authenticated_acceptance" },
        },
    });
    let batch = text(&union.post(&format!("/v1/campaigns/{campaign}/batches"), &batch).await?, "id")?;
    let started = Instant::now();
    union.upload(&format!("/v1/batches/{batch}/content"), "text/csv", csv.into_bytes()).await?;
    settle(context).await?;
    let done = union.get(&format!("/v1/batches/{batch}")).await?;
    let filed = done["counts"]["requests"].as_u64().unwrap_or(0);
    if done["state"] != "filed" {
        return Err(DemoError::Failed(format!("the batch ended as {}", done["state"])));
    }
    say(&format!("{name}: {filed} requests filed in {:.1} s.", started.elapsed().as_secs_f64()));
    Ok(filed)
}

fn columns(corrections: bool) -> Value {
    let mut columns = json!({
        "external_reference": "N° adhérent", "family_name": "Nom", "given_name": "Prénom", "email": "Courriel",
        "birth_date": "Date de naissance", "identifiers.customer_number": "N° client",
        "mandate.signed_on": "Mandat signé le", "language": "Langue",
    });
    if corrections {
        columns["ask.rectification.field"] = json!("Champ");
        columns["ask.rectification.wrong"] = json!("Valeur fausse");
        columns["ask.rectification.right"] = json!("Valeur juste");
    }
    columns
}

async fn file_small_campaigns(context: &Context, union: &Api, cast: &[Actor]) -> DemoResult<u64> {
    println!();
    let erasure = json!({ "right": "erasure", "ground": "no_longer_needed", "scope": "all_data" });
    let one = [cast[0].id.as_str()];
    let erased =
        file(union, "Erasure of old accounts", erasure, &one, members::export(PEOPLE, FEW, false), context).await?;
    let rectification = json!({ "right": "rectification" });
    let one = [cast[1].id.as_str()];
    let csv = members::export(PEOPLE + FEW, FEW, true);
    let corrected = file(union, "Correction of addresses", rectification, &one, csv, context).await?;
    Ok(erased + corrected)
}

/// Moves the clock; tokens of before are too old then.
async fn pass(clock: &OffsetClock, time: SignedDuration, union: &Api, cast: &mut [Actor]) {
    clock.advance(time);
    union.forget_token().await;
    for actor in cast {
        actor.wake().await;
    }
}

/// Lets everybody do what is due at this moment.
async fn live(
    context: &Context,
    union: &Api,
    cast: &mut [Actor],
    clock: &OffsetClock,
    questions: &mut Vec<(jiff::Timestamp, usize, String)>,
) -> DemoResult<()> {
    settle(context).await?;
    let now = clock.now();
    let due: Vec<_> = questions.extract_if(.., |(at, _, _)| *at <= now).collect();
    for (_, actor, request) in due {
        let told =
            json!({ "kind": "identity", "text": "The address you have is the member's.", "elements": ["email"] });
        union.post(&format!("/v1/requests/{request}:supply-information"), &told).await?;
        cast[actor].informed(&request, now);
    }
    for (index, actor) in cast.iter_mut().enumerate() {
        actor.read_mail().await?;
        let asked = actor.speak(clock).await?;
        let supply_at = now + SignedDuration::from_hours(24 * DAYS_TO_SUPPLY);
        questions.extend(asked.into_iter().map(|request| (supply_at, index, request)));
    }
    settle(context).await
}

/// Runs the worker's steps until nothing is due.
async fn settle(context: &Context) -> DemoResult<()> {
    loop {
        let mut done = 0;
        for step in worker::steps() {
            let result = (step.run)(context.clone()).await;
            done += result.map_err(|error| DemoError::Failed(format!("{}: {error}", step.name)))?;
        }
        if done == 0 {
            return Ok(());
        }
    }
}

fn say(text: &str) {
    println!("  {text}");
}

fn progress(day: u16) {
    if !std::io::stdout().is_terminal() {
        if day.is_multiple_of(20) {
            say(&format!("day {day}"));
        }
        return;
    }
    let filled = usize::from(day * 40 / DAYS);
    print!("\r  day {day:>3} [{}{}]", "█".repeat(filled), " ".repeat(40 - filled));
    // A terminal that cannot be written to loses a progress bar, nothing else.
    let _ = std::io::stdout().flush();
}
