//! Messages to controllers and endpoints, with their attempts.

mod get;
mod list;
mod resend;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config.service(list::list_deliveries).service(get::get_delivery).service(resend::resend_delivery);
}
