//! Representative complaints to supervisory authorities.

mod change;
mod create;
mod entries;
mod get;
mod list;
mod people;
mod steps;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(create::create_complaint)
        .service(list::list_complaints)
        .service(get::get_complaint)
        .service(change::update_complaint)
        .service(people::list_complaint_people)
        .service(steps::add_complaint_step)
        .service(entries::list_complaint_steps);
}
