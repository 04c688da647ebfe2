//! `recourse doctor`: looks whether the service can run here, and says what to do where it cannot.
//!
//! It makes nothing, migrates nothing and writes nothing, so it can be run beside a service that is at work.

mod backups;
mod database;
mod keys;
mod machine;

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

use crate::config::Config;

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Ok,
    /// The service runs, and somebody should look at it.
    Warn,
    /// The service does not run, or not safely.
    Fail,
}

/// One thing that was looked at.
#[derive(Debug, Clone)]
pub struct Check {
    /// What.
    pub name: &'static str,
    /// How it came out.
    pub level: Level,
    /// What was found, and what to do about it.
    pub text: String,
}

impl Check {
    fn ok(name: &'static str, text: impl Into<String>) -> Self {
        Self { name, level: Level::Ok, text: text.into() }
    }

    fn warn(name: &'static str, text: impl Into<String>) -> Self {
        Self { name, level: Level::Warn, text: text.into() }
    }

    fn fail(name: &'static str, text: impl Into<String>) -> Self {
        Self { name, level: Level::Fail, text: text.into() }
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Ok => "ok",
            Level::Warn => "warn",
            Level::Fail => "FAIL",
        };
        write!(f, "{level:<5} {:<14} {}", self.name, self.text)
    }
}

/// Prints each check; fails when one of them does.
pub(super) async fn run(file: Option<&Path>) -> ExitCode {
    let config = match Config::load(file) {
        Ok(config) => config,
        Err(error) => {
            println!("{}", Check::fail("configuration", format!("{error}. Correct the file or the environment.")));
            return ExitCode::FAILURE;
        }
    };
    let checks = look(&config).await;
    for check in &checks {
        println!("{check}");
    }
    let worst = checks.iter().map(|check| check.level).max().unwrap_or(Level::Ok);
    println!();
    match worst {
        Level::Ok => println!("The service can run here."),
        Level::Warn => println!("The service can run here; look at the warnings."),
        Level::Fail => println!("The service cannot run here as it is."),
    }
    if worst == Level::Fail { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Looks at everything a service with this configuration needs.
pub async fn look(config: &Config) -> Vec<Check> {
    let source = if config.database_url.is_some() { "a configured database" } else { "the embedded database" };
    let mut checks = vec![Check::ok("configuration", format!("read; uses {source} and listens on {}", config.listen))];
    if config.allow_loopback_webhooks {
        let text = "webhooks may go to this machine over plain HTTP; unset `allow_loopback_webhooks` on a server";
        checks.push(Check::warn("webhooks", text));
    }
    checks.push(machine::base_url(config));
    checks.push(machine::data_folder(&config.data_dir));
    checks.extend(machine::disk_space(&config.data_dir));
    checks.push(machine::port(config.listen));
    checks.push(machine::tls_roots());
    checks.extend(config.backup_dir.as_deref().map(backups::look));
    checks.extend(database::look(config).await);
    checks
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::ports::OffsetClock;

    fn level(checks: &[Check], name: &str) -> Option<Level> {
        checks.iter().find(|check| check.name == name).map(|check| check.level)
    }

    #[tokio::test]
    async fn a_fresh_place_and_a_running_service_are_well_and_nothing_is_made() {
        let home = tempfile::tempdir().unwrap();
        let config = Config { data_dir: home.path().join("data"), ..Config::default() };
        let checks = look(&config).await;
        assert!(checks.iter().all(|check| check.level != Level::Fail), "{checks:?}");
        assert!(!config.data_dir.exists());

        let started = crate::cli::start(&config, Arc::new(OffsetClock::default())).await.unwrap();
        let checks = look(&config).await;
        for name in ["data folder", "database", "schema", "master key", "key fits", "key versions", "database time"] {
            assert_eq!(level(&checks, name), Some(Level::Ok), "{name}: {checks:?}");
        }
        drop(started);
    }

    #[tokio::test]
    async fn a_database_without_its_key_fails() {
        let home = tempfile::tempdir().unwrap();
        let config = Config { data_dir: home.path().join("data"), ..Config::default() };
        drop(crate::cli::start(&config, Arc::new(OffsetClock::default())).await.unwrap());
        std::fs::remove_file(config.data_dir.join("master.key")).unwrap();
        let checks = look(&config).await;
        assert_eq!(level(&checks, "master key"), Some(Level::Fail), "{checks:?}");
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_key_file_that_others_read_fails() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let config = Config { data_dir: home.path().join("data"), ..Config::default() };
        drop(crate::cli::start(&config, Arc::new(OffsetClock::default())).await.unwrap());
        std::fs::set_permissions(config.data_dir.join("master.key"), std::fs::Permissions::from_mode(0o644)).unwrap();
        let checks = look(&config).await;
        assert_eq!(level(&checks, "master key"), Some(Level::Fail), "{checks:?}");
    }
}
