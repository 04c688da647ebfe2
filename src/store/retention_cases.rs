//! What is past of cases: what was written in complaints that are over, and events.

use entity::id::{ComplaintFileId, ComplaintId, DataSubjectId, OrganisationId};
use entity::time::Instant;
use entity::{complaint, complaint_entry, complaint_file, complaint_file_part, complaint_person, event};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement, Value};
use uuid::Uuid;

use super::error::StoreResult;
use super::retention::over;
use super::tenant::{Tenant, TenantTable};
use super::tx::Tx;
use crate::domain::complaint::{ComplaintState, FileState};

/// By what it follows how long what was written in a complaint is kept.
#[derive(Debug, Clone, Copy)]
pub struct ComplaintTime {
    /// Its id.
    pub id: ComplaintId,
    /// Whether nothing can come of it any more.
    pub is_over: bool,
    /// Its last change.
    pub updated_at: Timestamp,
    /// When what was written in it was deleted.
    pub words_gone_at: Option<Timestamp>,
}

/// Events that are past, in a row.
#[derive(Debug, Clone, Default)]
pub struct PastEvents {
    /// Their ids.
    pub ids: Vec<Uuid>,
    /// Number of the transaction that wrote the first of them.
    from: i64,
    /// And of the last.
    to: i64,
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// Complaints that have been over since before an instant, and in which something may be written still.
    pub async fn complaints_past(&self, before: Timestamp, limit: u64) -> StoreResult<Vec<ComplaintId>> {
        let sql = format!(
            "SELECT c.id FROM complaint AS c WHERE c.organisation_id = $1 AND c.state IN ({}) AND c.updated_at < $2 \
             AND (c.words_gone_at IS NULL OR c.words_gone_at < c.updated_at) ORDER BY c.id LIMIT $3",
            over()
        );
        Ok(self.ids(sql, self.before(before, limit)).await?.into_iter().map(ComplaintId).collect())
    }

    /// Complaints in which a person takes part.
    pub async fn complaints_with(&self, person: DataSubjectId) -> StoreResult<Vec<ComplaintTime>> {
        let mine = Query::select()
            .column(complaint_person::Column::ComplaintId)
            .from(complaint_person::Entity)
            .and_where(complaint_person::Column::OrganisationId.eq(self.organisation()))
            .and_where(complaint_person::Column::DataSubjectId.eq(person))
            .to_owned();
        let query = self.select::<complaint::Entity>().filter(complaint::Column::Id.in_subquery(mine));
        let rows = query.order_by_asc(complaint::Column::Id).all(self.conn()).await?;
        let is_over = |state: &str| state.parse().is_ok_and(ComplaintState::is_over);
        let read = |row: complaint::Model| ComplaintTime {
            id: row.id,
            is_over: is_over(&row.state),
            updated_at: row.updated_at.0,
            words_gone_at: row.words_gone_at.map(|at| at.0),
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// The instant from which on what happened may be needed by a complaint that is not over: when the first request was filed that is
    /// in one, or the complaint drafted. None when no complaint is open.
    pub async fn needed_since(&self) -> StoreResult<Option<Timestamp>> {
        let sql = format!(
            "SELECT MIN(d.at) FROM (SELECT c.created_at AS at FROM complaint AS c WHERE c.organisation_id = $1 \
             AND c.state NOT IN ({over}) UNION ALL SELECT q.filed_at AS at FROM complaint_request AS p \
             JOIN complaint AS c ON c.organisation_id = p.organisation_id AND c.id = p.complaint_id \
             JOIN request AS q ON q.organisation_id = p.organisation_id AND q.id = p.request_id \
             WHERE p.organisation_id = $1 AND c.state NOT IN ({over})) AS d",
            over = over()
        );
        let values: [Value; 1] = [self.organisation().0.into()];
        let statement = Statement::from_sql_and_values(self.conn().get_database_backend(), sql, values);
        let row = self.conn().query_one_raw(statement).await?;
        let first: Option<Instant> = row.map(|row| row.try_get_by_index(0)).transpose()?.flatten();
        Ok(first.map(|at| at.0))
    }

    /// Events before an instant whose request, if they are about one, has ended before it too.
    pub async fn events_past(&self, before: Timestamp, limit: u64) -> StoreResult<PastEvents> {
        let sql = "SELECT e.id, e.tx_no FROM event AS e WHERE e.organisation_id = $1 AND e.occurred_at < $2 \
                   AND NOT EXISTS (SELECT 1 FROM request AS q WHERE q.organisation_id = e.organisation_id \
                   AND q.id = e.request_id AND (q.closed_at IS NULL OR q.closed_at >= $2)) \
                   ORDER BY e.tx_no, e.id LIMIT $3";
        let backend = self.conn().get_database_backend();
        let rows =
            self.conn().query_all_raw(Statement::from_sql_and_values(backend, sql, self.before(before, limit))).await?;
        let mut past = PastEvents { from: i64::MAX, ..PastEvents::default() };
        for row in rows {
            let number: i64 = row.try_get_by_index(1)?;
            past.ids.push(row.try_get_by_index(0)?);
            past.from = Ord::min(past.from, number);
            past.to = Ord::max(past.to, number);
        }
        Ok(past)
    }
}

impl Tx {
    /// Deletes what was written in a complaint, and its files. `blank` takes the place of what the organisation wrote, sealed.
    pub async fn delete_words_of_complaint(
        &self,
        organisation: OrganisationId,
        id: ComplaintId,
        blank: Vec<u8>,
        now: Timestamp,
    ) -> StoreResult<()> {
        let files: Vec<ComplaintFileId> = complaint_file::Entity::find()
            .select_only()
            .column(complaint_file::Column::Id)
            .filter(complaint_file::Entity::ORGANISATION.eq(organisation))
            .filter(complaint_file::Column::ComplaintId.eq(id))
            .into_tuple()
            .all(self)
            .await?;
        for some in files.chunks(500) {
            complaint_file_part::Entity::delete_many()
                .filter(complaint_file_part::Column::OrganisationId.eq(organisation))
                .filter(complaint_file_part::Column::FileId.is_in(some.iter().copied()))
                .exec(self)
                .await?;
        }
        complaint_file::Entity::delete_many()
            .filter(complaint_file::Entity::ORGANISATION.eq(organisation))
            .filter(complaint_file::Column::ComplaintId.eq(id))
            .exec(self)
            .await?;
        complaint_entry::Entity::update_many()
            .col_expr(complaint_entry::Column::Content, Expr::value(None::<Vec<u8>>))
            .col_expr(complaint_entry::Column::FileId, Expr::value(None::<Uuid>))
            .filter(complaint_entry::Entity::ORGANISATION.eq(organisation))
            .filter(complaint_entry::Column::ComplaintId.eq(id))
            .exec(self)
            .await?;
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Content, Expr::value(blank))
            .col_expr(complaint::Column::FileState, Expr::value(FileState::None.as_str()))
            .col_expr(complaint::Column::WordsGoneAt, Expr::value(Instant(now)))
            .filter(complaint::Entity::ORGANISATION.eq(organisation))
            .filter(complaint::Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Deletes events.
    pub async fn delete_events(&self, organisation: OrganisationId, past: PastEvents) -> StoreResult<()> {
        event::Entity::delete_many()
            .filter(event::Entity::ORGANISATION.eq(organisation))
            .filter(event::Column::TxNo.between(past.from, past.to))
            .filter(Expr::col(event::Column::Id).is_in(past.ids))
            .exec(self)
            .await?;
        Ok(())
    }
}
