//! Supervisory authorities: open to anybody, limited by the caller's address, nothing stored.

mod get;
mod list;
mod route;
mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(list::list_supervisory_authorities)
        .service(route::compute_routing)
        .service(get::get_supervisory_authority);
}

/// What the paths begin with that need no account, whose callers are counted by their address.
pub const PATHS: &str = "/v1/supervisory-authorities";
