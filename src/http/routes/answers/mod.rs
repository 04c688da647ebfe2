//! Answers of controllers: signed callbacks, and what organisations do with answers.

mod assess;
mod callback;
mod complaint;
mod download;
mod extension;
mod list;
mod record;
mod supply;
mod suspension;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
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
        .service(complaint::complain_to_controller)
        .service(complaint::acknowledge_controller_complaint)
        .service(assess::assess_request);
}
