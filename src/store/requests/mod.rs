//! Requests: typed, read through the tenant's door or by the controller they are addressed to, changed only in sets that check
//! every version.

mod around;
mod due;
mod editions;
mod list;
mod record;
mod save;

pub use around::Around;
pub use due::DueRequests;
pub use list::{RequestCount, RequestFilter};
pub use record::Request;
pub(super) use record::read as read_request;
