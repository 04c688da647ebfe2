//! Organisations that are sandboxes: a clock of their own that can be moved forward, and controllers that the service plays.
//!
//! There is one idea in it, [`Context::of`]: whatever is done for an organisation is done in its time. Calls of a sandbox and the
//! work for it run through the same use cases and the same steps as those of everybody else, with another clock. Time goes on in a
//! sandbox as everywhere; [`advance`] lets it leap, from one instant at which something is due to the next, so that what happens in
//! between happens in its order.

mod advance;
mod live;
mod simulate;
mod time;

use entity::id::OrganisationId;
use jiff::Timestamp;

use super::context::Context;
use super::failure::Outcome;
use crate::domain::code::Code;

pub use advance::{Advanced, advance};
pub use live::live_in_sandboxes;
pub use simulate::speak;
pub(super) use simulate::{hear, hear_of};
pub(super) use time::Times;

/// What time it is in a sandbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SandboxTime {
    /// Now.
    pub now: Timestamp,
    /// The instant it is on the way to, when it is.
    pub moving_to: Option<Timestamp>,
}

/// The clock of a sandbox.
///
/// # Errors
/// `sandbox_only` for another organisation.
pub async fn time(context: &Context, organisation: OrganisationId) -> Outcome<SandboxTime> {
    let sandbox = context.db.sandbox(organisation).await?.ok_or(Code::SandboxOnly)?;
    let now = context.of(organisation).await?.clock.now();
    Ok(SandboxTime { now, moving_to: sandbox.moving_to.filter(|to| *to > now) })
}
