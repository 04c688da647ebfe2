//! Campaigns.

mod change;
mod create;
mod get;
mod list;
pub mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config
        .service(create::create_campaign)
        .service(list::list_campaigns)
        .service(get::get_campaign)
        .service(change::update_campaign);
}
