//! Published faults of peers, replayed here: what happened there, and that it does not happen here. `docs/SECURITY.md` has the table of
//! all that were looked at, with those that have no counterpart.

mod access;
mod content;
mod reach;

use serde_json::{Value, json};

use crate::support::Caller;
use crate::support::union::text;

/// A client of an organisation with roles, made by somebody who keeps its clients.
async fn with_roles(keeper: &Caller, organisation: &Value, roles: Value) -> Value {
    let path = format!("/v1/organisations/{}/clients", text(organisation, "id"));
    keeper.post(&path, json!({ "name": "tests", "roles": roles })).await.expect_status(201)
}
