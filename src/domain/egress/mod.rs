//! Where we may call: which addresses, names and ports of others, decided without asking the network.
//!
//! Whoever registers a receiver chooses where our calls go, so the rules are asked three times: when a receiver is registered,
//! when a message is about to be sent, and by the resolver for each address that is dialled.

mod address;
mod cidr;
mod names;
mod policy;

#[cfg(test)]
pub(crate) use address::cases::CASES as ADDRESS_CASES;
pub use address::{Special, special};
pub use cidr::{Cidr, CidrError};
pub use names::{SpecialName, special_name};
pub use policy::{Destination, EgressPolicy, OpeningRefused, URL_BYTES_MAX, UrlRefusal};
