//! The feed of an organisation.

mod list;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config.service(list::list_events);
}
