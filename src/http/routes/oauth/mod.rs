//! Access tokens by client credentials (RFC 6749, 4.4), and the public keys.

mod keys;
mod token;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(token::create_token).service(keys::list_keys);
}
