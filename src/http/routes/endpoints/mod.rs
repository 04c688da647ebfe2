//! Webhook endpoints of organisations.

mod actions;
mod change;
mod create;
mod get;
mod list;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(create::create_webhook_endpoint)
        .service(list::list_webhook_endpoints)
        .service(get::get_webhook_endpoint)
        .service(change::update_webhook_endpoint)
        .service(change::delete_webhook_endpoint)
        .service(actions::rotate_webhook_endpoint)
        .service(actions::test_webhook_endpoint)
        .service(actions::challenge_webhook_endpoint)
        .service(actions::replay_webhook_endpoint);
}
