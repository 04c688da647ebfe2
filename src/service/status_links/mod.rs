//! Links by which people see what is done in their name, without an account: made, revoked, and what stands behind them.
//!
//! Whoever has the address sees the page, so that it says kinds and days and no more. Every look is recorded.

mod keep;
mod open;
mod take_back;

pub use keep::{Entry, MAX_LINKS, NewLink, create, list, revoke};
pub use open::{Opened, OpenedRequest, OpenedStep, open};
pub use take_back::take_back;
