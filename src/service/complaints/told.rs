//! Events of complaints: ids, counts and dates, no personal data.

use serde_json::json;

use crate::domain::event::EventKind;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::store::{Complaint, NewEvent};

/// An event about a complaint as it stands.
pub(super) fn told(context: &Context, call: &Call, complaint: &Complaint, kind: EventKind) -> NewEvent {
    let standing = &complaint.standing;
    let mut data = json!({
        "complaint_id": complaint.id,
        "controller_id": complaint.controller_id,
        "state": standing.state,
        "silent": standing.silent,
        "people": complaint.people,
        "left_out": complaint.left_out,
    });
    if let Some(authority) = &complaint.authority {
        data["authority_id"] = json!(authority);
    }
    if let Some(outcome) = standing.outcome() {
        data["outcome"] = json!(outcome);
    }
    NewEvent {
        id: context.ids.next(),
        kind: kind.as_str(),
        request: None,
        subject: Some(complaint.id.to_string()),
        data,
        author: call.actor.name(),
        at: context.clock.now(),
    }
}

/// The same with more to say.
pub(super) fn told_with(
    context: &Context,
    call: &Call,
    complaint: &Complaint,
    kind: EventKind,
    more: serde_json::Value,
) -> NewEvent {
    let mut event = told(context, call, complaint, kind);
    if let (Some(data), serde_json::Value::Object(more)) = (event.data.as_object_mut(), more) {
        data.extend(more);
    }
    event
}
