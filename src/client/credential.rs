//! What `recourse login` remembers: where the service is and who calls, in a file that nobody else can read.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::failure::ClientFailure;

/// A service, and a client of it or a token. Has no `Debug`: it opens what the client may see.
#[derive(Serialize, Deserialize)]
pub(super) struct Remembered {
    /// Address of the service, without a slash at its end.
    pub(super) service: String,
    /// How to call.
    #[serde(flatten)]
    pub(super) credential: Credential,
}

/// How to call.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Credential {
    /// A client, which gets tokens by itself.
    Client {
        /// Its id.
        client_id: String,
        /// Its secret.
        client_secret: String,
    },
    /// A token that was got elsewhere. It ends soon.
    Token {
        /// The token.
        access_token: String,
    },
}

/// Where it lies: `recourse/credentials.json` in `XDG_CONFIG_HOME`, or in `.config` of the home folder.
pub(super) fn place() -> Result<PathBuf, ClientFailure> {
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = folder("XDG_CONFIG_HOME").or_else(|| folder("HOME").map(|home| home.join(".config")));
    let base = base.ok_or_else(|| ClientFailure::Here("neither XDG_CONFIG_HOME nor HOME names a folder".to_owned()))?;
    Ok(base.join("recourse").join("credentials.json"))
}

/// Reads it.
pub(super) fn read(path: &Path) -> Result<Remembered, ClientFailure> {
    let text = fs::read(path)
        .map_err(|error| ClientFailure::Here(format!("{}: {error}. `recourse login` writes it", path.display())))?;
    // What the parser says could repeat a secret.
    serde_json::from_slice(&text)
        .map_err(|_| ClientFailure::Here(format!("{} is not what `recourse login` writes", path.display())))
}

/// Writes it, readable by its owner alone from the first moment, and as a whole.
pub(super) fn write(path: &Path, remembered: &Remembered) -> Result<(), ClientFailure> {
    let failed = |error: std::io::Error| ClientFailure::Here(format!("{}: {error}", path.display()));
    let folder = path.parent().ok_or_else(|| ClientFailure::Here("the file has no folder".to_owned()))?;
    fs::create_dir_all(folder).map_err(failed)?;
    let fresh = folder.join("credentials.json.new");
    // Left by a login that was killed, perhaps with wider rights.
    match fs::remove_file(&fresh) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&fresh).map_err(failed)?;
    let text = serde_json::to_vec_pretty(remembered).map_err(|error| ClientFailure::Here(error.to_string()))?;
    file.write_all(&text).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&fresh, path)).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("recourse/credentials.json");
        let (id, secret) = ("cli_1".to_owned(), "rcs_1".to_owned());
        let client = Credential::Client { client_id: id, client_secret: secret };
        for credential in [client, Credential::Token { access_token: "eyJ".to_owned() }] {
            write(&path, &Remembered { service: "http://127.0.0.1:8080".to_owned(), credential }).unwrap();
            let read = read(&path).unwrap();
            assert_eq!(read.service, "http://127.0.0.1:8080");
            match read.credential {
                Credential::Client { client_id, client_secret } => {
                    assert_eq!((&*client_id, &*client_secret), ("cli_1", "rcs_1"))
                }
                Credential::Token { access_token } => assert_eq!(access_token, "eyJ"),
            }
        }
    }
}
