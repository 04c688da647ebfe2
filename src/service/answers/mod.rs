//! Answers of controllers. Whatever way they come, they end in one function, [`take`], as one typed
//! [`crate::domain::response::Response`]: checked, judged by the state machine, sealed under the person's key and recorded with
//! everything that follows, in one transaction.

mod attachment;
mod bulk;
mod callback;
mod moves;
pub(super) mod read;
mod single;
pub(super) mod supply;
mod take;
mod tasks;
mod unnamed;

pub(in crate::service) use attachment::read_part;
pub use attachment::{FileReader, MAX_OF_REQUEST, StoredFile, Upload, open_file, open_part, store_file};
pub use bulk::{AnsweredLine, MAX_LINE_BYTES, MAX_LINES, NdjsonAnswers};
pub use callback::{CallbackHeaders, CallbackOutcomes, ResponseOutcome, receive};
pub use moves::change;
pub use read::{OpenedFile, OpenedResponse, open_responses};
pub use single::{answer, record};
pub use supply::{NewSupply, Supply, list as list_supplies, supply};
pub use take::{Incoming, MAX_FILES, Source, Taken, take};
pub use unnamed::delete_unnamed_files;

use entity::id::{AttachmentId, OrganisationId, ResponseId};

use crate::crypto::Binding;
use crate::crypto::keyring::place;

/// Where the content of a response is sealed.
fn content_binding(organisation: OrganisationId, id: ResponseId) -> Binding {
    place::ANSWER.of(organisation.0, id.0)
}

/// Where the name of a file is sealed.
fn name_binding(organisation: OrganisationId, id: AttachmentId) -> Binding {
    place::FILE_NAME.of(organisation.0, id.0)
}
