//! Requests, for the organisation that filed them.

mod figures;
mod get;
mod list;
mod receipts;
mod timeline;
pub mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config
        .service(figures::get_statistics)
        .service(list::list_requests)
        .service(get::get_request)
        .service(timeline::list_request_events)
        .service(receipts::record_receipt);
}
