//! Calendars in the form that calendar programs read (RFC 5545, RFC 7986).

use icalendar::{Calendar, Component, Event, Property};
use jiff::civil::Date;

use crate::service::calendar_feeds::{FeedContent, FeedDate};

/// The media type.
pub const MEDIA: &str = "text/calendar; charset=utf-8";
/// How often programs may come again.
const REFRESH: &str = "PT1H";

/// The text of a calendar. The same content gives the same text.
///
/// Each date is a whole day that occupies nobody. There are no alarms: whoever subscribes sets them as it suits.
pub fn text(content: &FeedContent, base_url: &str) -> String {
    let mut calendar = Calendar::empty();
    let name = plain(&content.feed.name);
    for (property, value) in [
        ("VERSION", "2.0"),
        ("PRODID", concat!("-//Recourse//Recourse ", env!("CARGO_PKG_VERSION"), "//EN")),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", name.as_str()),
        ("X-PUBLISHED-TTL", REFRESH),
    ] {
        calendar.append_property((property, value));
    }
    calendar.append_property(Property::new("REFRESH-INTERVAL", REFRESH).add_parameter("VALUE", "DURATION").done());
    for date in &content.dates {
        calendar.push(event(content, date, base_url));
    }
    calendar.to_string()
}

fn event(content: &FeedContent, date: &FeedDate, base_url: &str) -> Event {
    let feed = &content.feed;
    let host = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    let mut title = format!("{} ({})", plain(&feed.name), date.count);
    if let Some(name) = &date.campaign_name {
        title = format!("{title}: {}", plain(name));
    }
    let link = format!("{base_url}/v1/requests?campaign_id={}&due_before={}", date.campaign, date.day);
    let mut event = Event::new();
    event
        .uid(&format!("{}-{}-{}@{host}", feed.id, date.campaign, basic(date.day)))
        .summary(&title)
        .url(&link)
        .add_property("DTSTAMP", feed.content_at.strftime("%Y%m%dT%H%M%SZ").to_string())
        .add_property("SEQUENCE", feed.sequence.to_string())
        .add_property("TRANSP", "TRANSPARENT")
        .add_property("CLASS", "PRIVATE");
    for (name, day) in [("DTSTART", Some(date.day)), ("DTEND", date.day.tomorrow().ok())] {
        if let Some(day) = day {
            event.append_property(Property::new(name, basic(day)).add_parameter("VALUE", "DATE").done());
        }
    }
    event.done()
}

fn basic(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// Without characters that have no place in a line of text.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
