//! The door to one tenant's rows.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Select};

use entity::id::OrganisationId;

use super::tx::Tx;

/// What a tenant's rows can be read through: the readers' connection or a running transaction.
pub trait Reads: ConnectionTrait {}

impl<C: ConnectionTrait> Reads for C {}

/// A table whose rows belong to an organisation.
pub(super) trait TenantTable: EntityTrait {
    /// The column that says to which.
    const ORGANISATION: Self::Column;
}

macro_rules! tenant_tables {
    ($( $module:ident ),+ $(,)?) => {$(
        impl TenantTable for entity::$module::Entity {
            const ORGANISATION: Self::Column = entity::$module::Column::OrganisationId;
        }
    )+};
}

tenant_tables! {
    attachment, attachment_part, attempt, audit_entry, batch, batch_line, campaign, data_subject, delivery, endpoint, event,
    finding, lane, mandate, request, response, subject_key, task, upload_part,
}

/// A connection bound to one organisation. What is read or written through it cannot leave that organisation.
pub struct Tenant<'a, C: ConnectionTrait> {
    pub(super) conn: &'a C,
    organisation: OrganisationId,
}

impl<'a, C: ConnectionTrait> Tenant<'a, C> {
    pub(super) fn new(conn: &'a C, organisation: OrganisationId) -> Self {
        Self { conn, organisation }
    }

    /// Whose rows these are.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// A query over one table that already names the organisation.
    pub(super) fn select<T: TenantTable>(&self) -> Select<T> {
        T::find().filter(T::ORGANISATION.eq(self.organisation))
    }
}

impl Tx {
    /// The door to one tenant's rows, within this transaction.
    pub fn tenant(&self, organisation: OrganisationId) -> Tenant<'_, Tx> {
        Tenant::new(self, organisation)
    }
}
