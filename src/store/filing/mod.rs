//! Filing: what is known of the people of a chunk, and the rows that filing it makes.
//!
//! Both are sets: a chunk costs a fixed number of statements, whatever the number of its lines.

mod known;
mod rows;
mod write;

pub use known::{ChangedPerson, KnownMandate, KnownPerson, KnownRequest};
pub use rows::{
    FiledDelivery, FilingFrame, FilingRows, Follow, NewBundle, NewLine, NewMandate, NewPerson, NewRequest,
    StandingColumns,
};
