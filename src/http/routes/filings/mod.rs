//! Filing for one person, without a batch.

mod create;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config.service(create::file_request);
}
