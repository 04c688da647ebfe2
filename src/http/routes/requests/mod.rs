//! Requests, for the organisation that filed them.

mod bulk;
mod credential;
mod figures;
mod get;
mod list;
mod receipts;
mod timeline;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(figures::get_statistics)
        .service(list::list_requests)
        .service(get::get_request)
        .service(timeline::list_request_events)
        .service(receipts::record_receipt)
        .service(credential::get_request_credential)
        .service(bulk::withdraw_request)
        .service(bulk::abandon_request)
        .service(bulk::remind_controller)
        .service(bulk::release_request)
        .service(bulk::preview_bulk_action)
        .service(bulk::run_bulk_action);
}
