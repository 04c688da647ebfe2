//! The door to one tenant's rows.

use sea_orm::sea_query::{Alias, Asterisk, Expr, ExprTrait, JoinType, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    Select, Statement, Value,
};

use entity::id::OrganisationId;

use super::error::StoreResult;
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
    attachment, attachment_part, attempt, audit_alert, audit_checkpoint, audit_entry, audit_log, audit_tally, audit_tile, batch, batch_line, calendar_feed, campaign, complaint, complaint_entry,
    complaint_file, complaint_file_part, complaint_person, complaint_request, data_subject, delivery,
    endpoint, erased_person, event, finding, lane, letter_template, mandate, pace, request, response, status_link, subject_key, supply, task, task_request, upload_part,
}

/// Values in one statement; both databases take far more, but plan longer.
pub(super) const IN_ONE_STATEMENT: usize = 1_000;

enum Held<'a, C> {
    Owned(C),
    Borrowed(&'a C),
}

/// A connection bound to one organisation. What is read or written through it cannot leave that organisation.
pub struct Tenant<'a, C: ConnectionTrait> {
    conn: Held<'a, C>,
    organisation: OrganisationId,
}

impl<'a, C: ConnectionTrait> Tenant<'a, C> {
    /// The door with a connection of its own.
    pub(super) fn owning(conn: C, organisation: OrganisationId) -> Self {
        Self { conn: Held::Owned(conn), organisation }
    }

    /// What is read through.
    pub(super) fn conn(&self) -> &C {
        match &self.conn {
            Held::Owned(conn) => conn,
            Held::Borrowed(conn) => conn,
        }
    }

    /// Whose rows these are.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// A query over one table that already names the organisation.
    pub(super) fn select<T: TenantTable>(&self) -> Select<T> {
        T::find().filter(T::ORGANISATION.eq(self.organisation))
    }

    /// The rows of a query whose column has one of many values, each row once.
    ///
    /// PostgreSQL gets the values as rows to join with, behind a fence. With `IN` and no statistics yet, which is how every table
    /// starts, it takes an index that begins with the organisation and holds each of the tenant's rows against each value.
    pub(super) async fn among<T: TenantTable, V: Ord + Into<Value>, R: FromQueryResult>(
        &self,
        query: Select<T>,
        column: T::Column,
        mut values: Vec<V>,
    ) -> StoreResult<Vec<R>> {
        values.sort_unstable();
        values.dedup();
        let mut values = values.into_iter().map(Into::into);
        let mut found = Vec::new();
        loop {
            let part: Vec<Value> = values.by_ref().take(IN_ONE_STATEMENT).collect();
            if part.is_empty() {
                return Ok(found);
            }
            let statement = self.look_up(query.clone(), column, part);
            found.extend(R::find_by_statement(statement).all(self.conn()).await?);
        }
    }

    fn look_up<T: TenantTable>(&self, query: Select<T>, column: T::Column, values: Vec<Value>) -> Statement {
        let backend = self.conn().get_database_backend();
        if backend != DbBackend::Postgres {
            return backend.build(&query.filter(column.is_in(values)).into_query());
        }
        let (wanted, found) = (Alias::new("wanted"), Alias::new("found"));
        let value = Expr::col((wanted.clone(), Alias::new("column1")));
        let each = query.filter(value.eq(column.into_expr())).offset(0).into_query();
        let mut joined = Query::select();
        joined.column((found.clone(), Asterisk)).from_values(values, wanted);
        backend.build(joined.join_lateral(JoinType::InnerJoin, each, found, Expr::value(true)))
    }
}

impl Tx {
    /// The door to one tenant's rows, within this transaction.
    pub fn tenant(&self, organisation: OrganisationId) -> Tenant<'_, Tx> {
        Tenant { conn: Held::Borrowed(self), organisation }
    }
}
