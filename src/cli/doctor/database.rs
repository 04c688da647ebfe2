//! Checks of the database.

use jiff::SignedDuration;

use crate::config::Config;
use crate::domain::calendar::Calendars;
use crate::domain::reference::{Reference, country_and_version};
use crate::ports::machine_now;
use crate::service::Outcome;
use crate::store::{Db, DbOptions, may_go_in_clear};

use super::{Check, keys};

/// Oldest PostgreSQL that is supported.
const POSTGRES_MIN: u32 = 15;
/// Clocks this far apart are told.
const CLOCK_WARN: SignedDuration = SignedDuration::from_secs(5);
/// Clocks this far apart break signatures, which are taken for five minutes.
const CLOCK_FAIL: SignedDuration = SignedDuration::from_secs(120);

pub(super) async fn look(config: &Config) -> Vec<Check> {
    let shown = config.shown_database_url();
    let options = DbOptions { url: config.database_url(), max_connections: 2 };
    let db = match Db::inspect(&options).await {
        Ok(Some(db)) => db,
        Ok(None) => {
            let text = format!("{shown} is not there yet; the first start makes it");
            return vec![Check::ok("database", text), keys::before_database(config)];
        }
        Err(error) => {
            let text = format!("{shown} cannot be opened ({error}); check `database_url` and that the server runs");
            return vec![Check::fail("database", text)];
        }
    };
    let mut checks = vec![version(&db, &shown).await];
    checks.extend(transport(&config.database_url()));
    checks.push(clock(&db).await);
    let (schema, usable) = schema(&db).await;
    checks.push(schema);
    if usable {
        checks.push(calendars(&db).await);
        checks.extend(keys::look(config, &db).await);
    } else {
        checks.push(keys::before_database(config));
    }
    checks
}

async fn version(db: &Db, shown: &str) -> Check {
    const NAME: &str = "database";
    let text = match db.describe().await {
        Ok(text) => text,
        Err(error) => return Check::fail(NAME, format!("{shown} does not answer ({error})")),
    };
    let major = text.strip_prefix("PostgreSQL ").and_then(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    });
    match major {
        Some(major) if major < POSTGRES_MIN => {
            Check::fail(NAME, format!("{shown} is {text}; PostgreSQL {POSTGRES_MIN} or later is needed"))
        }
        _ => Check::ok(NAME, format!("{shown}, {text}")),
    }
}

/// Whether the way to a database elsewhere is closed to others. None for one on this machine.
fn transport(url: &str) -> Option<Check> {
    const NAME: &str = "database transport";
    let text = "the database is on another machine and its address does not demand TLS, so that all may go there in clear; put \
                `sslmode=verify-full` into `database_url`, with `sslrootcert` where the server has a certificate of your own";
    matches!(may_go_in_clear(url), Ok(true)).then(|| Check::warn(NAME, text))
}

async fn clock(db: &Db) -> Check {
    const NAME: &str = "database time";
    let before = machine_now();
    let there = match db.clock().await {
        Ok(there) => there,
        Err(error) => return Check::fail(NAME, format!("the database does not tell the time ({error})")),
    };
    let after = machine_now();
    // What the answer took is nobody's fault.
    let apart = if there < before { before.duration_since(there) } else { there.duration_since(after) };
    let text = format!("{} s apart from this machine; set both by a time server", apart.as_secs());
    if apart > CLOCK_FAIL {
        Check::fail(NAME, text)
    } else if apart > CLOCK_WARN {
        Check::warn(NAME, text)
    } else {
        Check::ok(NAME, "the clocks of database and machine agree")
    }
}

/// The calendars that deadlines are computed with: those of the program, and newer ones that were imported.
async fn calendars(db: &Db) -> Check {
    const NAME: &str = "calendars";
    let in_force = match imported(db).await {
        Ok(in_force) => in_force,
        Err(error) => return Check::fail(NAME, format!("imported calendars cannot be read ({error})")),
    };
    let (calendars, unreadable) = in_force;
    let listed = calendars.in_force();
    let versions: Vec<&str> = listed.iter().map(|calendar| calendar.version.as_str()).collect();
    let text = versions.join(" ");
    if unreadable.is_empty() {
        return Check::ok(NAME, text);
    }
    let text =
        format!("{} cannot be used by this release, an update may help; in force are {text}", unreadable.join(" "));
    Check::warn(NAME, text)
}

/// The calendars in force, and the versions of imported ones that this release cannot read.
async fn imported(db: &Db) -> Outcome<(Calendars, Vec<String>)> {
    let (mut calendars, mut unreadable) = (Calendars::bundled(), Vec::new());
    let mut versions = db.reference_versions(Calendars::KIND).await?;
    versions.sort_by_key(|version| country_and_version(version).map(|(_, version)| version));
    for version in versions {
        let newer = country_and_version(&version).is_some_and(|(country, own)| own > calendars.version_in(country));
        let Some(content) = db.reference_content(Calendars::KIND, &version).await?.filter(|_| newer) else { continue };
        match Calendars::read(&content).and_then(|revision| calendars.with(&revision)) {
            Ok(with) => calendars = with,
            Err(_) => unreadable.push(version),
        }
    }
    Ok((calendars, unreadable))
}

/// The check, and whether the tables can be read.
async fn schema(db: &Db) -> (Check, bool) {
    const NAME: &str = "schema";
    match db.schema_state().await {
        Err(error) => (Check::fail(NAME, format!("cannot be read ({error})")), false),
        Ok(state) if !state.unknown.is_empty() => {
            let text = "the database was used by a later version of the program; run that version or a later one";
            (Check::fail(NAME, text), false)
        }
        Ok(state) if !state.missing.is_empty() => {
            let text = format!("{} steps behind; `recourse migrate` or the next start takes them", state.missing.len());
            (Check::warn(NAME, text), false)
        }
        Ok(_) => (Check::ok(NAME, "up to date"), true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::doctor::Level;

    #[test]
    fn a_database_elsewhere_without_tls_is_warned_of() {
        let found = transport("postgres://me@db.example.org/recourse?sslmode=prefer").expect("a warning");
        assert_eq!(found.level, Level::Warn);
        assert!(found.text.contains("sslmode=verify-full"), "{}", found.text);
        assert!(transport("postgres://me@db.example.org/recourse?sslmode=verify-full").is_none());
        assert!(transport("postgres://me@localhost/recourse").is_none() && transport("sqlite:recourse.db").is_none());
    }
}
