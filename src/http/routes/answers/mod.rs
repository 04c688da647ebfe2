//! Answers of controllers: signed callbacks, and what organisations do with answers.

mod assess;
mod callback;
mod download;
mod extension;
mod list;
mod record;
mod supply;
mod suspension;
pub mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config
        .service(callback::receive_callback)
        .service(list::list_responses)
        .service(record::record_response)
        .service(download::download_attachment)
        .service(supply::supply_information)
        .service(supply::list_supplies)
        .service(suspension::accept_suspension)
        .service(suspension::contest_suspension)
        .service(extension::contest_extension)
        .service(assess::assess_request);
}
