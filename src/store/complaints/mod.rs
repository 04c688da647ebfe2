//! Complaints: the file itself, who is in it, what happened to it, and its sealed documents.

mod build;
mod counts;
mod docket;
mod entries;
mod files;
mod people;
mod record;

pub use build::BuildLease;
pub use counts::ComplaintCount;
pub use docket::DocketFilter;
pub use entries::ComplaintEntry;
pub use files::{ComplaintEdition, ComplaintFile};
pub use people::{ComplaintPerson, ComplaintPersonFilter};
pub use record::{Complaint, ComplaintFilter, DocketPlace};
