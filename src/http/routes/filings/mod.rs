//! Filing for one person, without a batch.

mod create;
pub mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(create::file_request);
}
