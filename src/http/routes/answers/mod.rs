//! Answers of controllers: signed callbacks, and what organisations do with answers.

mod callback;
pub mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(callback::receive_callback);
}
