//! The list of routes. A folder is a resource, a file is one operation, `wire.rs` is its JSON.

pub mod answers;
pub mod audit;
pub mod authorities;
pub mod batches;
pub mod calculator;
pub mod calendar_feeds;
pub mod calendars;
pub mod campaigns;
pub mod complaints;
pub mod controllers;
pub mod deliveries;
pub mod docket;
pub mod endpoints;
pub mod events;
pub mod filings;
pub mod inbox;
pub mod letters;
mod list;
pub mod mandates;
pub mod meta;
pub mod oauth;
pub mod organisations;
mod patterns;
pub mod people;
pub mod reference;
pub mod requests;
pub mod sandbox;
pub mod status_links;
pub mod tasks;

pub use list::RouteList;

/// Whether a path needs no account. Its callers are counted by their address, whatever credential they send.
pub fn is_open_to_anybody(path: &str) -> bool {
    calculator::PATHS.contains(&path) || authorities::is_open(path)
}

/// All documented routes.
pub fn configure(config: &mut RouteList) {
    oauth::configure(config);
    meta::configure(config);
    organisations::configure(config);
    people::configure(config);
    mandates::configure(config);
    status_links::configure(config);
    requests::configure(config);
    letters::configure(config);
    controllers::configure(config);
    answers::configure(config);
    campaigns::configure(config);
    batches::configure(config);
    filings::configure(config);
    inbox::configure(config);
    deliveries::configure(config);
    tasks::configure(config);
    sandbox::configure(config);
    events::configure(config);
    audit::configure(config);
    calculator::configure(config);
    calendars::configure(config);
    complaints::configure(config);
    docket::configure(config);
    authorities::configure(config);
    reference::configure(config);
    endpoints::configure(config);
    calendar_feeds::configure(config);
}
