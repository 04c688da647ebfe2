//! Data subjects, for organisations.

mod create;
mod erase;
mod export;
mod get;
mod list;
mod retention;
mod search;
mod update;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(create::create_data_subject)
        .service(list::list_data_subjects)
        .service(search::search_data_subjects)
        .service(export::export_data_subject)
        .service(retention::get_data_subject_retention)
        .service(get::get_data_subject)
        .service(update::update_data_subject)
        .service(erase::delete_data_subject);
}
