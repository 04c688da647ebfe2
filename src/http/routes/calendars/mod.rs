//! The calendars of holidays in force, for anybody, and their import by operators.

mod import;
mod list;
mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config.service(list::list_calendars);
    config.service(import::import_calendar);
}
