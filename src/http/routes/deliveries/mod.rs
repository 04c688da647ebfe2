//! Messages to controllers and endpoints, with their attempts.

mod get;
mod list;
mod resend;
pub mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(list::list_deliveries).service(get::get_delivery).service(resend::resend_delivery);
}
