//! Integration tests of the API, one module per resource, as the routes are.

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod batches;
mod bundles;
mod calendar_feeds;
mod calendars;
mod callbacks;
mod canaries;
mod controllers;
mod deliveries;
mod document;
mod endpoints;
mod events;
mod idempotency;
mod inbox;
mod mandates;
mod organisations;
mod people;
mod reminders;
mod requests;
mod schema;
mod tasks;
mod ten_years;
mod workers;
