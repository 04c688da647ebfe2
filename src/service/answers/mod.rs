//! Answers of controllers. Whatever way they come, they end in one function, [`take`], as one typed
//! [`crate::domain::response::Response`]: checked, judged by the state machine, sealed under the person's key and recorded with
//! everything that follows, in one transaction.

mod callback;
mod single;
mod take;
mod tasks;

pub use callback::{CallbackHeaders, CallbackOutcomes, ResponseOutcome, receive};
pub use single::{answer, record};
pub use take::{Incoming, Source, Taken, take};

use entity::id::{OrganisationId, ResponseId};

use crate::crypto::Binding;

/// Where the content of a response is sealed.
fn content_binding(organisation: OrganisationId, id: ResponseId) -> Binding {
    Binding { table: "response", column: "content", organisation: organisation.0, row: id.0 }
}
