//! The roles of PostgreSQL under which rows are read and written: the second wall around an organisation's rows.
//!
//! The first wall is the program: a query goes through [`super::Tenant`] and names its organisation. The second is the database's
//! own. Every table of an organisation's rows has row-level security, forced on its owner too, and no connection of the service
//! acts as that owner:
//!
//! - `recourse_tenant` sees and writes the rows of the one organisation that the transaction names, and fails where none is named;
//! - `recourse_service` does what concerns several organisations: leases, what is due, calls of controllers and operators;
//! - `recourse_loader` may insert and nothing else. PostgreSQL refuses its bulk load (`COPY`) where policies hold, so that this role
//!   passes them by and the program holds each row against the transaction's organisation before it is sent.
//!
//! SQLite knows no roles; there the first wall stands alone. `docs/decisions/0012` tells what was set aside.

use entity::id::OrganisationId;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use super::error::{StoreError, StoreResult};
use super::reach::Reach;
use crate::measure::Protection;

/// The role for the rows of one organisation.
pub(super) const TENANT: &str = "recourse_tenant";
/// The role for the rows of all.
pub(super) const SERVICE: &str = "recourse_service";
/// The role of bulk loads.
pub(super) const LOADER: &str = "recourse_loader";
/// The setting that names the organisation; the policies of the schema read it.
const ORGANISATION: &str = "recourse.organisation";

/// What makes a role, once for a server.
const ROLES: [(&str, &str); 3] = [(TENANT, "NOLOGIN"), (SERVICE, "NOLOGIN"), (LOADER, "NOLOGIN BYPASSRLS")];
/// Other processes may make them at the same time; the loser of such a race looks again.
const ATTEMPTS: usize = 5;

/// What begins a transaction that can reach so far. The connection itself acts as [`SERVICE`].
pub(super) fn begin(reach: Reach, mode: &str) -> String {
    match reach {
        // Without isolation everything is done as the connection's own role.
        _ if Protection::Isolation.is_off() => format!("BEGIN {mode}"),
        Reach::Everybody => format!("BEGIN {mode}"),
        Reach::One(organisation) => format!("BEGIN {mode}; {}", become_tenant(organisation)),
    }
}

/// Acts for one organisation until the transaction ends.
fn become_tenant(organisation: OrganisationId) -> String {
    format!("SET LOCAL ROLE {TENANT}; SET LOCAL {ORGANISATION} = '{}'", organisation.0)
}

/// The role of a transaction that can reach so far.
pub(super) const fn of(reach: Reach) -> &'static str {
    match reach {
        Reach::Everybody => SERVICE,
        Reach::One(_) => TENANT,
    }
}

/// Sees to it that the roles exist and that who is logged in may act as them.
///
/// # Errors
/// [`StoreError::RolesMissing`] with what an administrator of the server has to run, when this login may not.
pub(super) async fn provide(owner: &DatabaseConnection) -> StoreResult<()> {
    for _ in 0..ATTEMPTS {
        let missing = missing(owner).await?;
        if missing.is_empty() {
            return Ok(());
        }
        for statement in &missing {
            // Refused, or another process was quicker: the next look tells.
            let _ = owner.execute_unprepared(statement).await;
        }
    }
    let missing = missing(owner).await?;
    if missing.is_empty() { Ok(()) } else { Err(StoreError::RolesMissing(missing)) }
}

/// The statements that are still to be run.
async fn missing(owner: &DatabaseConnection) -> StoreResult<Vec<String>> {
    let mut statements = Vec::new();
    for (role, attributes) in ROLES {
        if !asks(owner, "SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)", role).await? {
            statements.push(format!("CREATE ROLE {role} {attributes}"));
            statements.push(format!("GRANT {role} TO CURRENT_USER"));
        } else if !asks(owner, "SELECT pg_has_role(current_user, $1, 'MEMBER')", role).await? {
            statements.push(format!("GRANT {role} TO CURRENT_USER"));
        }
    }
    Ok(statements)
}

async fn asks(owner: &DatabaseConnection, sql: &str, role: &str) -> StoreResult<bool> {
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [role.into()]);
    Ok(owner.query_one_raw(statement).await?.ok_or(StoreError::Unavailable)?.try_get_by_index(0)?)
}
