//! Supervisory authorities: open to anybody, limited by the caller's address, nothing stored; and their clients, which the operator
//! makes.

mod clients;
mod get;
mod list;
mod route;
mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(list::list_supervisory_authorities)
        .service(route::compute_routing)
        .service(get::get_supervisory_authority)
        .service(clients::create_authority_client)
        .service(clients::list_authority_clients)
        .service(clients::revoke_authority_client);
}

/// What the paths begin with.
const PATHS: &str = "/v1/supervisory-authorities";

/// Whether a path needs no account, so that its callers are counted by their address.
pub fn is_open(path: &str) -> bool {
    path.strip_prefix(PATHS).is_some_and(|rest| rest.split('/').nth(2) != Some("clients"))
}
