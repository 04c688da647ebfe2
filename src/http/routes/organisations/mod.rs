//! Organisations, for operators; and an organisation's own record.

mod change;
pub mod client_wire;
mod clients;
mod create;
mod credentials;
mod get;
mod list;
mod own;
pub mod pages;
mod review;
mod roles;
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
        .service(clients::get_organisation_client)
        .service(clients::revoke_organisation_client)
        .service(credentials::create_organisation_client_secret)
        .service(credentials::create_organisation_client_key)
        .service(credentials::end_organisation_client_credential)
        .service(review::list_organisation_authorisations)
        .service(roles::list_roles);
}
