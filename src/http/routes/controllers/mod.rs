//! The directory of controllers, and what the keeper of an entry sets up for it.

mod callback_keys;
mod challenge;
mod change;
mod clients;
mod create;
mod credentials;
mod get;
pub mod keys_wire;
mod list;
pub mod proof_wire;
mod rotate;
pub mod wire;

pub use list::KeptBy;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(list::list_controllers)
        .service(create::create_controller)
        .service(rotate::rotate_controller_webhook)
        .service(challenge::challenge_controller_webhook)
        .service(get::get_controller)
        .service(change::update_controller)
        .service(callback_keys::get_callback_keys)
        .service(callback_keys::set_callback_keys)
        .service(clients::create_controller_client)
        .service(clients::list_controller_clients)
        .service(clients::get_controller_client)
        .service(clients::revoke_controller_client)
        .service(credentials::create_controller_client_secret)
        .service(credentials::create_controller_client_key)
        .service(credentials::end_controller_client_credential);
}
