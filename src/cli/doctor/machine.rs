//! Checks of the machine: folder, space, port, roots of trust.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::config::Config;

use super::Check;

/// Below this much free space a warning is given, in KiB.
const LOW_SPACE_KIB: u64 = 2 * 1024 * 1024;
/// Below this much free space nothing should be started, in KiB.
const NO_SPACE_KIB: u64 = 100 * 1024;

/// Where systems keep the certificates they trust.
const ROOTS: &[&str] = &[
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// Whether the address that callers get can be used.
pub(super) fn base_url(config: &Config) -> Check {
    let base = config.base_url();
    if base.starts_with("http://") && !config.listen.ip().is_loopback() {
        let text = format!("callers get {base}: tokens would travel unprotected; set `base_url` to the https address");
        return Check::warn("base address", text);
    }
    Check::ok("base address", base)
}

/// Whether the data folder is its owner's alone.
pub(super) fn data_folder(folder: &Path) -> Check {
    const NAME: &str = "data folder";
    let shown = folder.display();
    let metadata = match std::fs::metadata(folder) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Check::ok(NAME, format!("{shown} is not there yet; the first start makes it"));
        }
        Err(error) => {
            return Check::fail(NAME, format!("{shown} cannot be looked at ({error}); give it to the service's user"));
        }
    };
    if !metadata.is_dir() {
        return Check::fail(NAME, format!("{shown} is not a folder; name another with `data_dir`"));
    }
    if metadata.permissions().readonly() {
        return Check::fail(NAME, format!("{shown} cannot be written; give it to the service's user"));
    }
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o777;
        if mode & 0o077 != 0 {
            let text = format!("{shown} is open to other users (mode {mode:03o}); restrict it with: chmod 700 {shown}");
            return Check::warn(NAME, text);
        }
    }
    Check::ok(NAME, format!("{shown}, open to its owner alone"))
}

/// How much space is left, where `df` tells it.
pub(super) fn disk_space(folder: &Path) -> Option<Check> {
    const NAME: &str = "disk space";
    let absolute = std::path::absolute(folder).ok()?;
    let existing = absolute.ancestors().find(|path| path.is_dir())?;
    let output = Command::new("df").arg("-Pk").arg(existing).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let free: u64 = text.lines().nth(1)?.split_ascii_whitespace().nth(3)?.parse().ok()?;
    let shown = format!("{} MiB free at {}", free / 1024, existing.display());
    Some(match free {
        0..NO_SPACE_KIB => Check::fail(NAME, format!("{shown}; make room before anything is filed")),
        NO_SPACE_KIB..LOW_SPACE_KIB => Check::warn(NAME, format!("{shown}; a large batch may need more")),
        _ => Check::ok(NAME, shown),
    })
}

/// Whether the port can be taken.
pub(super) fn port(listen: SocketAddr) -> Check {
    const NAME: &str = "port";
    match TcpListener::bind(listen) {
        Ok(_) => Check::ok(NAME, format!("{listen} is free")),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            Check::warn(NAME, format!("{listen} is taken: by the service itself, or set `listen` to another"))
        }
        Err(error) => Check::fail(NAME, format!("{listen} cannot be taken ({error}); set `listen` to another")),
    }
}

/// Whether receivers' certificates can be checked.
pub(super) fn tls_roots() -> Check {
    const NAME: &str = "trusted roots";
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let candidates =
        named("SSL_CERT_FILE").into_iter().chain(named("SSL_CERT_DIR")).chain(ROOTS.iter().map(PathBuf::from));
    match candidates
        .into_iter()
        .find(|path| std::fs::metadata(path).is_ok_and(|found| found.is_dir() || found.len() > 0))
    {
        Some(path) => Check::ok(NAME, format!("certificates of receivers are checked with {}", path.display())),
        None if cfg!(not(target_os = "linux")) => Check::ok(NAME, "kept by the operating system"),
        None => Check::warn(
            NAME,
            "the system has no list of trusted certificates, so no webhook over https can be delivered; \
             install the package ca-certificates",
        ),
    }
}
