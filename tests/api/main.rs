//! Integration tests of the API, one module per resource, as the routes are.

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod authorities;
mod bad_lines;
mod batches;
mod bounds;
mod bundles;
mod calculator;
mod calendar_feeds;
mod calendars;
mod callbacks;
mod canaries;
mod choices;
mod complaint_changes;
mod complaints;
mod controllers;
mod deliveries;
mod docs;
mod document;
mod endpoints;
mod events;
mod held_back;
mod idempotency;
mod inbox;
mod letters;
mod lists;
mod mandates;
mod moves;
mod organisations;
mod pacing;
mod pairs;
mod people;
mod processes;
mod readme;
mod reminders;
mod requests;
mod schema;
mod service;
mod signatures;
mod status_links;
mod supplies;
mod tasks;
mod ten_years;
mod workers;
