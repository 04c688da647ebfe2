//! The clock of a sandbox.

mod advance;
mod get;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config.service(get::get_sandbox).service(advance::advance_sandbox);
}
