//! Backups: made while the service is at work, and restored into an empty database so that nobody who was erased comes back.
//!
//! An archive is of use with the newest keys file alone; `docs/decisions/0017` tells why. A restore is a row of steps, each here: the
//! files are read to their ends before anything is touched ([`Source`]), the archive is loaded and read back ([`load`]), the keys file
//! brings it up to what was ended since ([`bring_up`]), who was erased since is erased ([`erase_again`]), and the whole is proven
//! ([`prove`]) before the database may be used.

mod erase;
mod failure;
mod load;
mod make;
mod newest;
mod prove;
mod rewrap;
mod source;

pub use erase::erase_again;
pub use failure::{BackupFailure, BackupOutcome};
pub use load::load;
pub use make::{Made, Written, make, make_keys};
pub use newest::{BroughtUp, bring_up};
pub use prove::{Proof, finish, prove};
pub use source::Source;
