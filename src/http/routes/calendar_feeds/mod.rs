//! Calendars of deadlines for calendar programs.

mod create;
mod fetch;
mod get;
mod list;
mod rotate;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config
        .service(create::create_calendar_feed)
        .service(list::list_calendar_feeds)
        .service(get::get_calendar_feed)
        .service(get::delete_calendar_feed)
        .service(rotate::rotate_calendar_feed)
        .service(fetch::fetch_calendar);
}
