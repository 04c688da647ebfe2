//! Mandates, for organisations; and their present status, for controllers.

mod create;
mod get;
mod list;
mod revoke;
mod status;
mod verify;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(create::create_mandate)
        .service(list::list_mandates)
        .service(revoke::revoke_mandate)
        .service(get::get_mandate)
        .service(status::get_mandate_status)
        .service(verify::verify_credential);
}
