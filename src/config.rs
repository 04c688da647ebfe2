//! Configuration: defaults, then a TOML file, then `RECOURSE_…` environment variables; validated before anything opens.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

use crate::crypto::master::MasterSource;
use crate::domain::egress::{Cidr, EgressPolicy};

/// Everything an operator can set. Each field can be set in the file by its name and in the environment by
/// `RECOURSE_` and its name in capitals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Folder of the embedded database and the key file.
    pub data_dir: PathBuf,
    /// `sqlite:PATH` or `postgres://…`; when absent, `recourse.db` in the data folder. A PostgreSQL on another machine is asked for TLS
    /// by `?sslmode=verify-full`, with `&sslrootcert=PATH` for a certificate of its own authority: without, `recourse doctor` and each
    /// start warn, since all may then go there in clear.
    pub database_url: Option<String>,
    /// Upper bound of database connections.
    pub database_connections: u32,
    /// Master key file; when absent, and no other place is named, `master.key` in the data folder, which the first start makes.
    pub key_file: Option<PathBuf>,
    /// Folder that `recourse backup` writes to when none is named, and that `recourse doctor` looks at. It belongs on another disk than
    /// the database; the master key does not belong into it.
    pub backup_dir: Option<PathBuf>,
    /// Name of an environment variable that holds the text of a master key file, in place of a file.
    pub key_variable: Option<String>,
    /// Program, by its whole path, with its arguments: what it writes to its standard output is the text of a master key file. For a
    /// key service, a hardware module or an encrypted file. No shell is started; it has 30 seconds.
    pub key_command: Vec<String>,
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Certificate chain in the form PEM, own certificate first, for TLS by the service itself; read again when it is renewed.
    pub tls_certificate: Option<PathBuf>,
    /// Its private key in the form PEM.
    pub tls_key: Option<PathBuf>,
    /// Address under which callers reach the service; when absent, made from `listen`.
    pub base_url: Option<String>,
    /// Threads that take calls; 0 means one per processor.
    pub http_workers: usize,
    /// Calls per minute and caller.
    pub calls_per_minute: u32,
    /// Blocks of addresses of the operator's own proxies. When a call without a genuine token comes from one of them, the caller is
    /// counted by the rightmost address of `proxy_header` that is not in them. Nobody is believed by default.
    pub trusted_proxies: Vec<Cidr>,
    /// Into which header these proxies write for whom they call. They must write it themselves: another header may be the caller's own.
    pub proxy_header: ProxyHeader,
    /// Seconds that a body may take to come which is read as a whole, such as all JSON.
    pub body_seconds: u32,
    /// Seconds within which an upload must bring at least 16 KiB.
    pub upload_seconds: u32,
    /// Largest upload of a batch, in bytes.
    pub max_upload_bytes: u64,
    /// Largest file in an answer, in bytes.
    pub max_attachment_bytes: u64,
    /// Whether webhooks may go to this machine over plain HTTP. For trying out only.
    pub allow_loopback_webhooks: bool,
    /// Ports that webhooks may go to besides 443.
    pub webhook_ports: Vec<u16>,
    /// Blocks of private addresses that webhooks may go to, for receivers in the operator's own network.
    pub webhook_networks: Vec<Cidr>,
    /// Blocks of public addresses that webhooks never go to, such as those of the operator's own servers.
    pub webhook_networks_refused: Vec<Cidr>,
    /// Seconds that calls and deliveries in flight may take after a stop was asked for.
    pub stop_seconds: u64,
    /// Seconds after which the work of a process that died is taken over by another, or by itself when it is back. Work that
    /// goes on renews its lease long before.
    pub lease_seconds: u32,
    /// Life of access tokens, in seconds, at most 900: whoever was given one can use it for that long.
    pub token_seconds: u32,
    /// What is logged, in the form of `tracing` filters.
    pub log: String,
}

/// A header in which a proxy says for whom it calls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProxyHeader {
    /// `X-Forwarded-For`, which most proxies write.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data_dir: PathBuf::from("recourse-data"),
            database_url: None,
            database_connections: 16,
            key_file: None,
            backup_dir: None,
            key_variable: None,
            key_command: Vec::new(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            tls_certificate: None,
            tls_key: None,
            base_url: None,
            http_workers: 0,
            calls_per_minute: 6_000,
            trusted_proxies: Vec::new(),
            proxy_header: ProxyHeader::XForwardedFor,
            body_seconds: 15,
            upload_seconds: 30,
            max_upload_bytes: 1 << 30,
            max_attachment_bytes: 25 << 20,
            allow_loopback_webhooks: false,
            webhook_ports: Vec::new(),
            webhook_networks: Vec::new(),
            webhook_networks_refused: Vec::new(),
            stop_seconds: 20,
            lease_seconds: 30,
            token_seconds: 600,
            log: "info,sqlx=warn,sea_orm=warn,sea_orm_migration=warn".to_owned(),
        }
    }
}

/// Longest life of an access token, in seconds.
const MAX_TOKEN_SECONDS: u32 = 15 * 60;

/// Why a configuration is not accepted.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A value is missing, unknown or of another form.
    #[error("the configuration cannot be read: {0}")]
    Unreadable(Box<figment::Error>),
    /// A value contradicts another or the rules.
    #[error("the setting `{setting}` is not accepted: {reason}")]
    Refused {
        /// Name of the setting.
        setting: &'static str,
        /// Why.
        reason: String,
    },
}

impl Config {
    /// Reads defaults, the file when one is named, and the environment.
    ///
    /// # Errors
    /// [`ConfigError`], before anything is opened.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = file {
            figment = figment.merge(Toml::file_exact(file));
        }
        // `RECOURSE_CONFIG` names the file, `RECOURSE_TEST_…` is for the test command, `RECOURSE_CLIENT_…` for `recourse login`.
        let environment = Env::prefixed("RECOURSE_")
            .filter(|key| key != "config" && !key.starts_with("test_") && !key.starts_with("client_"));
        let config: Self =
            figment.merge(environment).extract().map_err(|error| ConfigError::Unreadable(Box::new(error)))?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        let refuse = |setting, reason: &str| Err(ConfigError::Refused { setting, reason: reason.to_owned() });
        let url = self.database_url();
        if !["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
            return refuse("database_url", "it starts with `sqlite:`, `postgres://` or `postgresql://`");
        }
        if url.contains(":memory:") {
            return refuse("database_url", "a database in memory would lose what was acknowledged");
        }
        if self.database_connections < 2 {
            return refuse("database_connections", "at least 2 are needed");
        }
        let base = self.base_url();
        match url::Url::parse(&base) {
            Ok(parsed) if matches!(parsed.scheme(), "http" | "https") && !base.ends_with('/') => {}
            _ => return refuse("base_url", "it is an http or https address without a slash at its end"),
        }
        let places = [self.key_file.is_some(), self.key_variable.is_some(), !self.key_command.is_empty()];
        if places.into_iter().filter(|named| *named).count() > 1 {
            return refuse(
                "key_file",
                "of `key_file`, `key_variable` and `key_command` one is set: the master key has one place",
            );
        }
        if self.key_variable.as_ref().is_some_and(|name| !is_variable(name)) {
            return refuse(
                "key_variable",
                "it is a name of letters, digits and _, and does not begin with RECOURSE_ as settings do",
            );
        }
        if self.key_command.first().is_some_and(|program| !Path::new(program).is_absolute()) {
            return refuse(
                "key_command",
                "it begins with the whole path of a program, so that no other of that name is run",
            );
        }
        if self.tls_certificate.is_some() != self.tls_key.is_some() {
            return refuse("tls_key", "`tls_certificate` and `tls_key` stand together");
        }
        if self.tls().is_some() && base.starts_with("http:") {
            return refuse("base_url", "with a certificate it is an https address");
        }
        if !(2..=3_600).contains(&self.lease_seconds) {
            return refuse("lease_seconds", "it is from 2 to 3600");
        }
        if !(30..=MAX_TOKEN_SECONDS).contains(&self.token_seconds) {
            return refuse("token_seconds", "it is from 30 to 900");
        }
        if self.body_seconds == 0 || self.upload_seconds == 0 {
            return refuse("body_seconds", "bodies need a second at least, and so do uploads");
        }
        if self.max_upload_bytes == 0 || self.max_attachment_bytes == 0 || self.calls_per_minute == 0 {
            return refuse("limits", "limits are greater than zero");
        }
        self.egress_policy().map(drop)
    }

    /// Where webhooks may go. The address that is listened on is refused with those listed.
    ///
    /// # Errors
    /// [`ConfigError::Refused`] when a block of `webhook_networks` is wider than any private network.
    pub fn egress_policy(&self) -> Result<EgressPolicy, ConfigError> {
        let own = self.listen.ip();
        let own = (!own.is_unspecified() && !own.is_loopback()).then_some(Cidr::from(own));
        let policy = EgressPolicy::strict()
            .with_ports(self.webhook_ports.iter().copied())
            .with_refused(self.webhook_networks_refused.iter().copied().chain(own))
            .with_opened(self.webhook_networks.iter().copied())
            .map_err(|error| ConfigError::Refused { setting: "webhook_networks", reason: error.to_string() })?;
        Ok(if self.allow_loopback_webhooks { policy.dangerously_allow_loopback_http() } else { policy })
    }

    /// The database's address.
    pub fn database_url(&self) -> String {
        match &self.database_url {
            Some(url) => url.clone(),
            None => format!("sqlite:{}", self.data_dir.join("recourse.db").display()),
        }
    }

    /// Where the master key is read from.
    pub fn key_source(&self) -> MasterSource {
        if let Some(name) = &self.key_variable {
            return MasterSource::Variable(name.clone());
        }
        if !self.key_command.is_empty() {
            return MasterSource::Command(self.key_command.clone());
        }
        MasterSource::File(self.key_file.clone().unwrap_or_else(|| self.data_dir.join("master.key")))
    }

    /// The address callers use.
    pub fn base_url(&self) -> String {
        let scheme = if self.tls().is_some() { "https" } else { "http" };
        self.base_url.clone().unwrap_or_else(|| format!("{scheme}://{}", self.listen))
    }

    /// The files of certificate chain and key, when the service speaks TLS itself.
    pub fn tls(&self) -> Option<(&Path, &Path)> {
        Some((self.tls_certificate.as_deref()?, self.tls_key.as_deref()?))
    }

    /// The database's address without its password, for messages.
    pub fn shown_database_url(&self) -> String {
        let url = self.database_url();
        match url::Url::parse(&url) {
            Ok(mut parsed) if parsed.password().is_some() => {
                // Only addresses that cannot have a password refuse this.
                let _ = parsed.set_password(Some("…"));
                parsed.to_string()
            }
            _ => url,
        }
    }
}

/// Whether a text can name a variable that is not taken for a setting.
fn is_variable(name: &str) -> bool {
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    plain
        && name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && !name.starts_with("RECOURSE_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_accepted_and_contradictions_are_not() {
        assert!(Config::default().check().is_ok());
        let refused = |config: Config| config.check().is_err();
        assert!(refused(Config { database_url: Some("mysql://x".into()), ..Config::default() }));
        assert!(refused(Config { database_url: Some("sqlite::memory:".into()), ..Config::default() }));
        assert!(refused(Config { database_connections: 1, ..Config::default() }));
        assert!(refused(Config { lease_seconds: 1, ..Config::default() }));
        assert!(refused(Config { token_seconds: MAX_TOKEN_SECONDS + 1, ..Config::default() }));
        assert!(refused(Config { token_seconds: 0, ..Config::default() }));
        assert!(!refused(Config { token_seconds: MAX_TOKEN_SECONDS, ..Config::default() }));
        assert!(refused(Config { body_seconds: 0, ..Config::default() }));
        assert!(refused(Config { upload_seconds: 0, ..Config::default() }));
        assert!(refused(Config { base_url: Some("ftp://x".into()), ..Config::default() }));
        assert!(refused(Config { base_url: Some("https://x/".into()), ..Config::default() }));
        assert!(refused(Config { tls_key: Some("key.pem".into()), ..Config::default() }));
        let secured =
            Config { tls_certificate: Some("chain.pem".into()), tls_key: Some("key.pem".into()), ..Config::default() };
        assert_eq!((secured.check().is_ok(), secured.base_url()), (true, "https://127.0.0.1:8080".to_owned()));
        assert!(refused(Config { base_url: Some("http://x".into()), ..secured }));
    }

    #[test]
    fn the_master_key_has_one_place() {
        let command = vec!["/usr/bin/age".to_owned(), "-d".to_owned()];
        let file = Config { key_file: Some("k".into()), ..Config::default() };
        let variable = Config { key_variable: Some("MASTER_KEY".into()), ..Config::default() };
        let called = Config { key_command: command.clone(), ..Config::default() };
        assert_eq!(Config::default().key_source(), MasterSource::File("recourse-data/master.key".into()));
        assert_eq!(file.key_source(), MasterSource::File("k".into()));
        assert_eq!(variable.key_source(), MasterSource::Variable("MASTER_KEY".into()));
        assert_eq!(called.key_source(), MasterSource::Command(command.clone()));
        for one in [&file, &variable, &called] {
            assert!(one.check().is_ok());
        }
        let refused = |config: Config| config.check().unwrap_err().to_string();
        assert!(refused(Config { key_variable: Some("K".into()), ..file.clone() }).contains("one place"));
        assert!(refused(Config { key_command: command.clone(), ..file }).contains("one place"));
        assert!(refused(Config { key_command: command, ..variable }).contains("one place"));
        for name in ["", "A B", "1A", "A=B", "RECOURSE_KEY"] {
            let config = Config { key_variable: Some(name.into()), ..Config::default() };
            assert!(refused(config).contains("key_variable"), "{name}");
        }
        let relative = Config { key_command: vec!["age".into()], ..Config::default() };
        assert!(refused(relative).contains("whole path"));
    }

    #[test]
    fn webhooks_go_where_the_configuration_says() {
        let passes = |config: &Config, url: &str| config.egress_policy().unwrap().check_url(url).is_ok();
        let strict = Config::default();
        assert!(passes(&strict, "https://8.8.8.8/") && !passes(&strict, "https://10.1.2.3/"));
        assert!(!passes(&strict, "http://127.0.0.1:9000/") && !passes(&strict, "https://8.8.8.8:8443/"));

        let block = |text: &str| vec![text.parse::<Cidr>().unwrap()];
        let open = Config {
            listen: "9.9.9.9:443".parse().unwrap(),
            allow_loopback_webhooks: true,
            webhook_ports: vec![8443],
            webhook_networks: block("10.0.0.0/8"),
            webhook_networks_refused: block("8.8.4.0/24"),
            ..Config::default()
        };
        assert!(passes(&open, "https://10.1.2.3:8443/") && passes(&open, "http://127.0.0.1:9000/"));
        assert!(!passes(&open, "https://8.8.4.4/") && !passes(&open, "https://9.9.9.9/"));
        assert!(Config { webhook_networks: block("0.0.0.0/0"), ..Config::default() }.check().is_err());
    }

    #[test]
    fn a_password_is_not_shown() {
        let config = Config { database_url: Some("postgres://me:secret@db/recourse".into()), ..Config::default() };
        assert!(!config.shown_database_url().contains("secret"));
    }
}
