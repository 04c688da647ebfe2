//! The legal calculator: open to anybody, limited by the caller's address, nothing stored.

mod compute;
mod holidays;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(compute::compute_deadline).service(holidays::list_holidays);
}

/// Paths that need no account, whose callers are counted by their address.
pub const PATHS: [&str; 2] = ["/v1/deadlines:compute", "/v1/holidays"];
