//! Messages to receivers and the lanes they wait in: taken under a lease of the receiver, settled only under that lease.
//!
//! The lease is on the receiver, so that its pace and the number of messages in flight hold over all processes. A turn serves
//! one lane, the one that was not served for the longest time, so that an organisation with much to send does not keep others
//! waiting. Every write of a turn names its lease; a turn that lost it writes nothing.

mod lane;
mod list;
mod record;
mod row;
mod settle;
mod turn;

pub use lane::StrandedLane;
pub use list::DeliveryFilter;
pub use record::{Attempt, Delivery, NewDelivery};
pub(super) use row::{DELIVERIES, DeliveryRow};
pub use settle::{AttemptEnd, Health, Settled};
pub use turn::{Begun, Claim, InboxItem};
