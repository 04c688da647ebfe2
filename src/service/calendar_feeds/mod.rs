//! Calendars of deadlines for the calendar programs of people: made, moved, removed by their organisation, fetched by whoever
//! has the address.
//!
//! The address is a secret of 256 random bits; it is shown once and stored as a hash. It leads to days and numbers, never to a
//! person. One that is unknown, of another calendar program's making, revoked, or of an organisation that is suspended looks the
//! same as one that never was.

mod content;
mod keep;

pub use content::{FeedContent, FeedDate, content};
pub use keep::{Entry, MAX_FEEDS, NewFeed, create, get, list, remove, rotate};
