//! The files of a complaint: made by a worker, person by person, kept sealed, and read as one archive.
//!
//! What concerns one person is sealed under that person's key, everything else under the organisation's. So when a person is
//! erased, that person's annexes can never be opened again, in whatever archive of the database they are.

mod archive;
mod build;
mod general;
mod keep;
mod person;
mod queue;
mod upload;

pub use archive::{ArchivePart, archive};
pub use build::build_complaints;
pub use general::reference as complaint_reference;
pub(super) use keep::seen;
pub use keep::{OpenFile, open_file, open_part};
pub use queue::queue;
pub use upload::{FileUpload, MAX_OF_COMPLAINT, UploadedFile, store_upload};
