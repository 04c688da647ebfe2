//! The feed of an organisation.

mod list;
pub mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(list::list_events);
}
