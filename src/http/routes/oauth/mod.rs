//! Access tokens by client credentials (RFC 6749, 4.4), and the public keys.

mod keys;
mod token;

use super::list::RouteList;

pub(super) fn configure(config: &mut RouteList) {
    config.service(token::create_token).service(keys::list_keys);
}
