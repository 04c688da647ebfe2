//! Calls to other people's servers. Reachable from workers only, so that no call can happen inside a transaction.
//!
//! Whoever registers an endpoint chooses where we call, and whoever runs it chooses what we get back. So:
//!
//! - [`domain::egress`](crate::domain::egress) decides where we may call: `https`, listed ports, public addresses. It is asked
//!   again at each dial by the [`resolver`]. Redirects are not followed, and proxies from the environment are not used.
//! - [`client`] bounds what a call may cost: time to connect, total time including the body, size of head and body.
//! - [`failure`] keeps what went wrong as a value until the last decision, which is the pure retry schedule's.
//! - [`challenge`] asks a receiver whether it wants what is sent to it, and reads nothing of its answer but one value.
//! - [`webhook`] makes and sends a signed Standard Webhooks message through that client.

pub mod challenge;
pub mod client;
pub mod failure;
pub mod resolver;
pub mod retry_after;
pub mod webhook;

#[cfg(test)]
mod tests;
