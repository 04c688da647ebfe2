//! What controllers see, and how they answer by the API.

mod answer;
mod attachments;
mod bulk;
mod feed;
mod get;
mod letter;
mod requests;
pub mod wire;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(feed::list_inbox)
        .service(requests::list_message_requests)
        .service(get::get_inbox_request)
        .service(letter::get_inbox_letter)
        .service(answer::answer_request)
        .service(bulk::answer_requests)
        .service(attachments::upload_attachment);
}
