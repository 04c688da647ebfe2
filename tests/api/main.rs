//! Integration tests of the API, one module per resource, as the routes are.

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod batches;
mod bundles;
mod callbacks;
mod canaries;
mod controllers;
mod deliveries;
mod document;
mod endpoints;
mod events;
mod held_back;
mod idempotency;
mod inbox;
mod mandates;
mod organisations;
mod pacing;
mod people;
mod requests;
mod schema;
mod supplies;
mod tasks;
mod workers;
