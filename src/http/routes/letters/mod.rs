//! Letters about requests, and the templates that organisations keep for them.

mod check;
mod form;
mod list;
mod own;
mod preview;
mod wire;
mod write;

pub use form::{LetterQuery, WantedForm, sent};

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(write::get_request_letter)
        .service(list::list_letter_templates)
        .service(own::get_letter_template)
        .service(own::put_letter_template)
        .service(own::delete_letter_template)
        .service(check::check_letter_template)
        .service(preview::preview_letter_template);
}
