//! Pages for people, made on the server: HTML with its style in it, no script, nothing from elsewhere. Their texts come from
//! `wording`; templates only give them form, and escape whatever is put into them.

mod render;
mod status;

use actix_web::web;

/// What the paths of pages begin with. Their callers are counted by their address.
pub const PATHS: &str = "/status/";

/// The pages. They are no part of the API and of its document.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/status/{secret}").route(web::get().to(status::show)).route(web::post().to(status::take_back)),
    );
}
