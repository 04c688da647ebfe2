//! The audit record and what proves it.

mod alerts;
mod checkpoint;
mod entries;
mod field_lists;
mod proofs;
pub mod watch_wire;
pub mod wire;

use super::list::RouteList;
use crate::http::caller::{ForAny, scope};
use crate::store::SHARED;
use entity::id::OrganisationId;

pub(super) fn configure(config: &mut RouteList) {
    config
        .service(entries::list_audit_entries)
        .service(proofs::prove_audit_entry)
        .service(checkpoint::get_audit_checkpoint)
        .service(proofs::prove_audit_growth)
        .service(alerts::list_audit_alerts)
        .service(alerts::get_audit_limits)
        .service(alerts::set_audit_limits)
        .service(field_lists::list_field_lists);
}

/// Whose record a caller reads: that of its organisation; an operator that of shared data.
fn owner(caller: &ForAny<scope::AuditRead>) -> OrganisationId {
    caller.organisation().unwrap_or(SHARED)
}
