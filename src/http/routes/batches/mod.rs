//! Batches: making them, uploading, following, and what became of each line.

mod create;
mod detect;
mod events;
mod get;
mod list;
mod moves;
mod outcome;
mod upload;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(create::create_batch)
        .service(detect::detect_upload)
        .service(list::list_batches)
        .service(upload::upload_batch_content)
        .service(events::follow_batch)
        .service(outcome::get_batch_outcome)
        .service(moves::file_batch)
        .service(moves::cancel_batch)
        .service(get::get_batch);
}
