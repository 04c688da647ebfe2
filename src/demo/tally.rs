//! What came of the requests: counted from the API's lists, and from what the sample controllers did.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use super::api::{Api, DemoResult};
use super::cast::Actor;
use super::sample_controller::Behaviour;

/// How many requests met which end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Filed.
    pub filed: u64,
    /// Known to be with the controller.
    pub delivered: u64,
    /// Answered within the first month, refusals included.
    pub in_one_month: u64,
    /// Answered after a valid extension, in time.
    pub extended: u64,
    /// Answered after the deadline that applied.
    pub late: u64,
    /// Refused.
    pub refused: u64,
    /// No answer, and the deadline has passed.
    pub silent: u64,
    /// No answer yet, and the deadline is still to come, with how many requests each.
    pub next_dates: BTreeMap<Date, u64>,
}

impl Tally {
    /// Counts the organisation's requests, page by page.
    pub async fn of(api: &Api) -> DemoResult<Self> {
        let mut tally = Self::default();
        let mut next = Some("/v1/requests?limit=200".to_owned());
        while let Some(path) = next {
            let page = api.get(&path).await?;
            for request in page["items"].as_array().into_iter().flatten() {
                tally.add(request);
            }
            next = page["next"].as_str().map(str::to_owned);
        }
        Ok(tally)
    }

    fn add(&mut self, request: &Value) {
        let date = |name: &str| request[name].as_str().and_then(|text| text.parse::<Date>().ok());
        let answered = request["answered_at"].as_str().and_then(|text| text.get(..10)?.parse::<Date>().ok());
        self.filed += 1;
        if request["received_at"].is_string() {
            self.delivered += 1;
        }
        if request["outcome"] == "refused" {
            self.refused += 1;
        }
        match (answered, date("first_deadline"), date("final_deadline")) {
            (Some(on), Some(first), Some(last)) => {
                if on <= first {
                    self.in_one_month += 1;
                } else if on <= last {
                    self.extended += 1;
                } else {
                    self.late += 1;
                }
            }
            (None, _, _) if request["overdue"] == true => self.silent += 1,
            (None, _, Some(last)) => *self.next_dates.entry(last).or_default() += 1,
            _ => {}
        }
    }
}

/// Holds the service's count against what the sample controllers did. Each difference is a sentence.
pub fn differences(tally: &Tally, cast: &[Actor], filed: u64) -> Vec<String> {
    let mut found = Vec::new();
    let mut hold = |what: &str, service: u64, controllers: u64| {
        if service != controllers {
            found.push(format!("{what}: the service counts {service}, the controllers {controllers}"));
        }
    };
    let seen: u64 = cast.iter().map(|actor| actor.seen.len() as u64).sum();
    hold("filed", tally.filed, filed);
    hold("sent to controllers", tally.filed, seen);
    hold("delivered", tally.delivered, seen);
    hold("refused", tally.refused, cast.iter().map(|actor| actor.refusals).sum());
    let silent =
        |actor: &Actor| actor.seen.values().filter(|behaviour| **behaviour == Behaviour::Silent).count() as u64;
    let never_answered = cast.iter().map(silent).sum::<u64>();
    if tally.silent > never_answered {
        hold("silent", tally.silent, never_answered);
    }
    let running: u64 = tally.next_dates.values().sum();
    let ended = tally.in_one_month + tally.extended + tally.late + tally.silent;
    hold("accounted for", ended + running, seen);
    for actor in cast {
        let report = actor.report();
        hold(&format!("unverified messages at {}", actor.name()), 0, report.unverified);
        hold(&format!("messages that changed between attempts at {}", actor.name()), 0, report.changed);
        hold(&format!("messages sent twice to {}", actor.name()), 0, report.duplicates);
    }
    found
}
