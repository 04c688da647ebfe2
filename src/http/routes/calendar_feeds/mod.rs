//! Calendars of deadlines for calendar programs.

mod create;
mod fetch;
mod get;
mod list;
mod rotate;
mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(create::create_calendar_feed)
        .service(list::list_calendar_feeds)
        .service(get::get_calendar_feed)
        .service(get::delete_calendar_feed)
        .service(rotate::rotate_calendar_feed)
        .service(fetch::fetch_calendar);
}
