//! The legal calculator: open to anybody, limited by the caller's address, nothing stored.

mod compute;
mod holidays;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config.service(compute::compute_deadline);
    config.service(holidays::list_holidays);
}

/// Paths that need no account, whose callers are counted by their address.
pub const PATHS: [&str; 2] = ["/v1/deadlines:compute", "/v1/holidays"];
