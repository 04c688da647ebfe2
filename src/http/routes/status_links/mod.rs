//! Links by which people see what is done in their name.

mod create;
mod list;
mod revoke;
mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config.service(create::create_status_link).service(list::list_status_links).service(revoke::revoke_status_link);
}
