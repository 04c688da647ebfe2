//! How much there can be of what, and what tells that there is no more: the figures are those that the code holds to.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::config::Config;
use crate::domain::code::Code;
use crate::domain::{campaign, complaint, event, mandate, proof, response, retry};
use crate::http::problem::ApiError;
use crate::http::{followers, json, page as paging};
use crate::service::{
    Context, answers, calendar_feeds, campaigns, clients, complaints, directory, endpoints, letters, requests,
    status_links,
};

use super::frame;
use super::markdown::{Section, anchor};

/// How a figure is written.
#[derive(Clone, Copy)]
enum Unit {
    Count,
    Bytes,
    Seconds,
    Days,
}

#[derive(Serialize)]
struct Row {
    what: &'static str,
    most: String,
    /// Whether whoever runs the service decides.
    is_set: bool,
    /// The code of the problem beyond it; none where it is another outcome.
    code: Option<&'static str>,
}

#[derive(Serialize)]
struct Table {
    anchor: String,
    subject: &'static str,
    rows: Vec<Row>,
}

/// Every limit by subject.
pub async fn page(context: web::Data<Context>) -> Result<HttpResponse, ApiError> {
    let tables = tables(&context);
    let sections: Vec<Section> =
        tables.iter().map(|table| Section { anchor: table.anchor.clone(), title: table.subject.to_owned() }).collect();
    frame::page("limits.html", "/docs/limits", "Limits", &sections, &tables)
}

fn tables(context: &Context) -> Vec<Table> {
    use Code::{BodyTooLarge, BodyTooSlow, InvalidField, LimitReached, RateLimited, SelectionTooLarge, TooManyStreams};
    use Unit::{Bytes, Count, Days, Seconds};

    let usual = Config::default();
    let settings = &context.settings;
    let table = |subject, rows| Table { anchor: anchor(subject), subject, rows };
    vec![
        table(
            "Calls",
            vec![
                set(
                    "Calls of a client in a minute; of an address, where a call has no genuine token",
                    usual.calls_per_minute,
                    Count,
                    RateLimited,
                ),
                row("Body of a call, but for uploads and lines", json::BODY_LIMIT as u64, Bytes, Some(BodyTooLarge)),
                set("Time in which such a body has to come", usual.body_seconds, Seconds, BodyTooSlow),
                row("Items of a page", paging::MAX_LIMIT, Count, Some(Code::InvalidParameter)),
                row(
                    "Streams of events that a client has open in one process",
                    followers::MOST,
                    Count,
                    Some(TooManyStreams),
                ),
            ],
        ),
        table(
            "Filing",
            vec![
                set("Upload of a batch", settings.max_upload_bytes, Bytes, BodyTooLarge),
                set("Time in which an upload has to bring 16 KiB more", usual.upload_seconds, Seconds, BodyTooSlow),
                row("Controllers of a campaign", campaigns::MAX_CONTROLLERS as u64, Count, Some(InvalidField)),
                row(
                    "Controllers and rights that a mandate names, each",
                    mandate::MAX_NAMED as u64,
                    Count,
                    Some(Code::MandateInvalid),
                ),
                row(
                    "Time in which a batch can be undone",
                    campaign::MAX_UNDO_WINDOW_SECONDS / DAY,
                    Days,
                    Some(InvalidField),
                ),
                row("Requests that one call changes", requests::MAX_AT_ONCE, Count, Some(SelectionTooLarge)),
            ],
        ),
        table(
            "Answers",
            vec![
                row("Lines of a bulk answer", answers::MAX_LINES, Count, Some(BodyTooLarge)),
                row("One such line", answers::MAX_LINE_BYTES as u64, Bytes, Some(BodyTooLarge)),
                set("File of an answer", settings.max_attachment_bytes, Bytes, BodyTooLarge),
                row("Files of an answer", answers::MAX_FILES as u64, Count, Some(InvalidField)),
                row("Files of a request", answers::MAX_OF_REQUEST as u64, Count, Some(LimitReached)),
                row(
                    "Characters of the text of an answer",
                    response::MAX_MESSAGE_CHARS as u64,
                    Count,
                    Some(InvalidField),
                ),
            ],
        ),
        table(
            "Complaints and letters",
            vec![
                row("People of a complaint", complaint::MAX_PEOPLE as u64, Count, Some(SelectionTooLarge)),
                row("Requests of a complaint", complaint::MAX_REQUESTS as u64, Count, Some(SelectionTooLarge)),
                row(
                    "Files that are uploaded to a complaint",
                    complaints::files::MAX_OF_COMPLAINT as u64,
                    Count,
                    Some(LimitReached),
                ),
                row("Template of a letter", letters::MAX_SOURCE_BYTES as u64, Bytes, Some(InvalidField)),
                row("Open status pages of a person", status_links::MAX_LINKS, Count, Some(LimitReached)),
                row("Calendars of an organisation", calendar_feeds::MAX_FEEDS, Count, Some(LimitReached)),
                row(
                    "Entries of the directory that an organisation keeps for itself",
                    directory::OWN_MAX,
                    Count,
                    Some(LimitReached),
                ),
            ],
        ),
        table(
            "Clients",
            vec![
                row(
                    "Secrets of a client at one time",
                    clients::MAX_SECRETS as u64,
                    Count,
                    Some(Code::TooManyCredentials),
                ),
                row("Keys of a client at one time", clients::MAX_KEYS as u64, Count, Some(Code::TooManyCredentials)),
                row(
                    "Time for which an old secret or key stays beside its successor",
                    clients::MAX_OVERLAP.as_hours() as u64 / 24,
                    Days,
                    Some(InvalidField),
                ),
                set("Life of an access token", settings.token_seconds, Seconds, Code::Unauthenticated),
            ],
        ),
        table(
            "Webhooks",
            vec![
                row("Endpoints of an organisation", endpoints::MAX_ENDPOINTS, Count, Some(LimitReached)),
                row(
                    "Kinds of events and patterns of an endpoint",
                    event::MAX_PATTERNS as u64,
                    Count,
                    Some(InvalidField),
                ),
                row("Attempts at a message", retry::MAX_ATTEMPTS, Count, None),
                row("Challenges to a webhook that does not answer", proof::MAX_CHALLENGES as u64, Count, None),
                row(
                    "Messages on their way to a controller at one time",
                    directory::MAX_CONCURRENCY.unsigned_abs(),
                    Count,
                    Some(InvalidField),
                ),
            ],
        ),
    ]
}

const DAY: u32 = 24 * 3_600;

/// A limit that the code sets.
fn row(what: &'static str, most: impl Into<u64>, unit: Unit, code: Option<Code>) -> Row {
    Row { what, most: written(most.into(), unit), is_set: false, code: code.map(Code::as_str) }
}

/// A limit that whoever runs the service can set.
fn set(what: &'static str, most: impl Into<u64>, unit: Unit, code: Code) -> Row {
    Row { is_set: true, ..row(what, most, unit, Some(code)) }
}

/// A figure for people: `1,000`, `25 MiB`, `15 minutes`.
fn written(most: u64, unit: Unit) -> String {
    let in_units = |units: &[(u64, &str)]| {
        let fits = units.iter().find(|(size, _)| most >= *size && most % size == 0);
        let (size, name) = fits.copied().unwrap_or((1, ""));
        let (number, plural) = (most / size, if most == size || name.ends_with('B') { "" } else { "s" });
        format!("{} {name}{plural}", grouped(number))
    };
    match unit {
        Unit::Count => grouped(most),
        Unit::Bytes => in_units(&[(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB"), (1, "B")]),
        Unit::Seconds => in_units(&[(3_600, "hour"), (60, "minute"), (1, "second")]),
        Unit::Days => in_units(&[(1, "day")]),
    }
}

/// With a comma between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let places = digits.len();
    let mut text = String::with_capacity(places + places / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (places - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_for_people() {
        let written = |most, unit| written(most, unit);
        assert_eq!([1, 999, 1_000, 20_000, 1_234_567].map(grouped), ["1", "999", "1,000", "20,000", "1,234,567"]);
        assert_eq!(
            [1 << 30, 25 << 20, 131_072, 20_000].map(|most| written(most, Unit::Bytes)),
            ["1 GiB", "25 MiB", "128 KiB", "20,000 B"]
        );
        assert_eq!(
            [15, 60, 600, 3_600].map(|most| written(most, Unit::Seconds)),
            ["15 seconds", "1 minute", "10 minutes", "1 hour"]
        );
        assert_eq!(written(30, Unit::Days), "30 days");
    }
}
