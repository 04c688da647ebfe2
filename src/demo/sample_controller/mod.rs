//! A sample controller: what stands on the other side of a webhook, in the demonstration and in tests.
//!
//! It knows of the service only what a real controller would: HTTP and the signatures of Standard Webhooks. [`Receiver`] takes
//! messages in for any number of controllers, each with its own [`Inbox`]; [`Script`] decides from a seed and a request's id
//! how that request will be treated, so that whoever checks the outcome can compute it too.

mod inbox;
mod receiver;
mod script;

pub use inbox::{Fault, Inbox, Received, Report};
pub use receiver::Receiver;
pub use script::{Act, Behaviour, Script, Step, When};

#[cfg(test)]
mod tests;
