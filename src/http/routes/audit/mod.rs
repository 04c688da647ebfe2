//! The audit record and what proves it.

mod checkpoint;
mod entries;
mod proofs;
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
        .service(proofs::prove_audit_growth);
}

/// Whose record a caller reads: that of its organisation; an operator that of shared data.
fn owner(caller: &ForAny<scope::AuditRead>) -> OrganisationId {
    caller.organisation().unwrap_or(SHARED)
}
