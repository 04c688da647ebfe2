//! Whether what goes between this process and its database can be read on the way.

use sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::error::StoreResult;

/// Whether connections to this database may go over a network in clear: it is a PostgreSQL on another machine, and its address does
/// not demand TLS by `sslmode`, so that a server without it, or somebody in between who says so, is talked to without.
///
/// # Errors
/// [`super::StoreError`] for an address that is none.
pub fn may_go_in_clear(url: &str) -> StoreResult<bool> {
    if url.starts_with("sqlite:") {
        return Ok(false);
    }
    let options = url.parse::<PgConnectOptions>()?;
    let demanded = matches!(options.get_ssl_mode(), PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull);
    Ok(!demanded && options.get_socket().is_none() && !is_here(options.get_host()))
}

/// Whether a host is this machine: a folder of sockets, a loopback address, or the name of one.
fn is_here(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let loopback = bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.to_canonical().is_loopback());
    loopback || host.starts_with('/') || host.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::may_go_in_clear;

    #[test]
    fn a_database_elsewhere_is_talked_to_in_clear_unless_its_address_demands_otherwise() {
        for (url, expected) in [
            ("sqlite:recourse.db", false),
            ("postgres://me@localhost/recourse", false),
            ("postgres://me@127.0.0.1:5432/recourse?sslmode=disable", false),
            ("postgres://me@[::1]/recourse", false),
            ("postgres:///recourse?host=/run/postgresql", false),
            ("postgres://me@%2Frun%2Fpostgresql/recourse", false),
            ("postgres://me@db.example.org/recourse?sslmode=require", false),
            ("postgres://me@db.example.org/recourse?sslmode=verify-ca", false),
            ("postgres://me@db.example.org/recourse?sslmode=verify-full", false),
            ("postgres://me@db.example.org/recourse?sslmode=prefer", true),
            ("postgres://me@db.example.org/recourse?sslmode=allow", true),
            ("postgres://me@db.example.org/recourse?sslmode=disable", true),
            ("postgresql://me:secret@10.0.0.7/recourse?sslmode=prefer", true),
            ("postgres://me@localhost.example.org/recourse?sslmode=prefer", true),
        ] {
            assert_eq!(may_go_in_clear(url).expect("an address"), expected, "{url}");
        }
    }
}
