//! Organisations, for operators; and an organisation's own record.

mod change;
mod clients;
mod create;
mod get;
mod list;
mod own;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(create::create_organisation)
        .service(list::list_organisations)
        .service(own::get_own_organisation)
        .service(get::get_organisation)
        .service(change::update_organisation)
        .service(clients::create_organisation_client)
        .service(clients::list_organisation_clients)
        .service(clients::revoke_organisation_client);
}
