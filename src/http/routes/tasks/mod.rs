//! Tasks: what only a person can do.

mod complete;
mod list;
pub mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(list::list_tasks).service(complete::complete_task);
}
