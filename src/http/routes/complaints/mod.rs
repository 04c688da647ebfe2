//! Representative complaints to supervisory authorities.

mod build;
mod change;
mod create;
mod entries;
pub mod files;
mod get;
mod list;
mod people;
mod statistics;
mod steps;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(create::create_complaint)
        .service(list::list_complaints)
        .service(statistics::get_complaint_statistics)
        .service(get::get_complaint)
        .service(change::update_complaint)
        .service(build::build_complaint_files)
        .service(files::list_complaint_files)
        .service(files::upload_complaint_file)
        .service(files::download_complaint_file)
        .service(files::download_complaint_archive)
        .service(people::list_complaint_people)
        .service(steps::add_complaint_step)
        .service(entries::list_complaint_steps);
}
