//! The file of a complaint: from facts to documents, machine-readable facts, a signed list of all of it, and one archive.
//!
//! Pure: no database, no network, no clock. Whoever calls it fills [`ComplaintFacts`] and, person by person, [`PersonFacts`];
//! keeps each [`Piece`] as it comes (those of a person sealed under that person's key, so that each can be shredded alone);
//! and at the end writes the archive from what was kept.
//!
//! ```text
//! Maker::new(&complaint)
//!   for each person, for each version    person()     → annexes/P-00001.pdf, annexes/P-00001.json     personal
//!   for each version                     register()   → register-001.pdf …       every file with pages and hash
//!                                        main_text()  → complaint.pdf            without the name of any person
//!                                        facts()      → complaint.json
//! Manifest: all files with their hashes               → manifest.json, manifest.jws
//! Archive: the files, one after the other             → one ZIP
//! ```
//!
//! There are two versions of everything: the full one, for the authority, and one without confidential parts (C-6). Both
//! come from the same facts through a [view](view) that decides by the recipient's field list (Z-9); there is no other way
//! from a fact to a document. The main text names no data subject; only the annexes do (C-7).
//!
//! The same facts give the same bytes. Time grows with the number of people, memory does not: [`in_order`] makes the
//! annexes of many people on all cores and lets only a few wait.

mod archive;
mod blocks;
pub mod facts;
mod line;
mod maker;
mod manifest;
pub mod names;
mod piece;
mod recipients;
mod text;
pub mod view;

pub use archive::{Archive, ArchiveError};
pub use facts::{ComplaintFacts, PersonFacts};
pub use line::in_order;
pub use maker::{FORMAT, MakeError, Maker, PersonPieces};
pub use manifest::{Manifest, ManifestError};
pub use piece::{Piece, to_hex};
pub use recipients::Field;
pub use text::Extent;
pub use view::Version;
