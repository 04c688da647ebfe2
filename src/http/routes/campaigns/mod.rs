//! Campaigns.

mod change;
mod create;
mod get;
mod list;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(create::create_campaign)
        .service(list::list_campaigns)
        .service(get::get_campaign)
        .service(change::update_campaign);
}
