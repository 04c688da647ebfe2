//! What supervisory authorities see of the complaints that were lodged with them, and how they answer by the API.

mod files;
mod get;
mod list;
mod people;
mod steps;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(list::list_docket)
        .service(get::get_docket_complaint)
        .service(people::list_docket_people)
        .service(steps::list_docket_steps)
        .service(steps::add_docket_step)
        .service(files::list_docket_files)
        .service(files::upload_docket_file)
        .service(files::download_docket_file)
        .service(files::download_docket_archive);
}
