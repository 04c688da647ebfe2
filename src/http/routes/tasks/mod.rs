//! Tasks: what only a person can do.

mod complete;
mod list;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config.service(list::list_tasks).service(complete::complete_task);
}
