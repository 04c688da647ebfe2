//! What has been kept for as long as it may be, and deleting it.

use entity::id::{AttachmentId, DataSubjectId, DeliveryId, OrganisationId, RequestId, ResponseId, SupplyId};
use entity::time::Instant;
use entity::{attachment, attachment_part, attempt, response, supply};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement, Value};
use uuid::Uuid;

use super::error::StoreResult;
use super::tenant::Tenant;
use super::tx::Tx;
use crate::domain::complaint::ComplaintState;

/// Words of the states in which a complaint needs nothing any more, as SQL.
pub(super) fn over() -> String {
    let over = ComplaintState::ALL.iter().filter(|state| state.is_over());
    over.map(|state| format!("'{state}'")).collect::<Vec<_>>().join(", ")
}

/// That the request of a row has ended before `$2`, and that no complaint needs it.
fn request_is_past(row: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM request AS q WHERE q.organisation_id = {row}.organisation_id AND q.id = {row}.request_id \
         AND q.closed_at < $2) AND NOT EXISTS (SELECT 1 FROM complaint_request AS p JOIN complaint AS c \
         ON c.organisation_id = p.organisation_id AND c.id = p.complaint_id WHERE p.organisation_id = {row}.organisation_id \
         AND p.request_id = {row}.request_id AND c.state NOT IN ({}))",
        over()
    )
}

/// That a person of `$1` is not erased, and that nothing of theirs is open or ended at `$2` or later.
fn person_is_past() -> String {
    let of = "organisation_id = s.organisation_id AND data_subject_id = s.id";
    format!(
        "s.organisation_id = $1 AND s.erased_at IS NULL AND s.updated_at < $2 \
         AND NOT EXISTS (SELECT 1 FROM request WHERE {of} AND closed_at IS NULL) \
         AND NOT EXISTS (SELECT 1 FROM request WHERE {of} AND closed_at >= $2) \
         AND NOT EXISTS (SELECT 1 FROM mandate WHERE {of} AND (ended_at IS NULL OR ended_at >= $2)) \
         AND NOT EXISTS (SELECT 1 FROM complaint_person AS p JOIN complaint AS c ON c.organisation_id = p.organisation_id \
         AND c.id = p.complaint_id WHERE p.organisation_id = s.organisation_id AND p.data_subject_id = s.id \
         AND (c.state NOT IN ({}) OR c.updated_at >= $2))",
        over()
    )
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    pub(super) async fn ids(&self, sql: String, values: Vec<Value>) -> StoreResult<Vec<Uuid>> {
        let statement = Statement::from_sql_and_values(self.conn().get_database_backend(), sql, values);
        let rows = self.conn().query_all_raw(statement).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?)
    }

    pub(super) fn before(&self, before: Timestamp, limit: u64) -> Vec<Value> {
        vec![self.organisation().0.into(), Instant(before).into(), i64::try_from(limit).unwrap_or(i64::MAX).into()]
    }

    /// Responses with content that came before an instant, to requests that ended before it and that no complaint needs.
    pub async fn responses_past(&self, before: Timestamp, limit: u64) -> StoreResult<Vec<ResponseId>> {
        let sql = format!(
            "SELECT r.id FROM response AS r WHERE r.organisation_id = $1 AND r.content IS NOT NULL AND r.received_at < $2 \
             AND {} ORDER BY r.received_at LIMIT $3",
            request_is_past("r")
        );
        Ok(self.ids(sql, self.before(before, limit)).await?.into_iter().map(ResponseId).collect())
    }

    /// What controllers were told before an instant about such requests.
    pub async fn supplies_past(&self, before: Timestamp, limit: u64) -> StoreResult<Vec<SupplyId>> {
        let sql = format!(
            "SELECT s.id FROM supply AS s WHERE s.organisation_id = $1 AND s.supplied_at < $2 AND {} ORDER BY s.id LIMIT $3",
            request_is_past("s")
        );
        Ok(self.ids(sql, self.before(before, limit)).await?.into_iter().map(SupplyId).collect())
    }

    /// People not erased of whom nothing is open and nothing ended after an instant, in the order of their ids.
    pub async fn people_past(
        &self,
        before: Timestamp,
        after: Option<DataSubjectId>,
        limit: u64,
    ) -> StoreResult<Vec<DataSubjectId>> {
        let sql = format!(
            "SELECT s.id FROM data_subject AS s WHERE {} AND s.id > $4 ORDER BY s.id LIMIT $3",
            person_is_past()
        );
        let mut values = self.before(before, limit);
        values.push(after.map_or(Uuid::nil(), |id| id.0).into());
        Ok(self.ids(sql, values).await?.into_iter().map(DataSubjectId).collect())
    }

    /// Whether one person is among them.
    pub async fn is_past(&self, person: DataSubjectId, before: Timestamp) -> StoreResult<bool> {
        let sql = format!("SELECT s.id FROM data_subject AS s WHERE {} AND s.id = $4 LIMIT $3", person_is_past());
        let mut values = self.before(before, 1);
        values.push(person.0.into());
        Ok(!self.ids(sql, values).await?.is_empty())
    }

    /// The requests of a person that a complaint needs which is not over.
    pub async fn needed_by_complaints(&self, person: DataSubjectId) -> StoreResult<Vec<RequestId>> {
        let sql = format!(
            "SELECT p.request_id FROM complaint_request AS p JOIN complaint AS c ON c.organisation_id = p.organisation_id \
             AND c.id = p.complaint_id JOIN request AS q ON q.organisation_id = p.organisation_id AND q.id = p.request_id \
             WHERE p.organisation_id = $1 AND q.data_subject_id = $2 AND c.state NOT IN ({})",
            over()
        );
        let values = vec![self.organisation().0.into(), person.0.into()];
        Ok(self.ids(sql, values).await?.into_iter().map(RequestId).collect())
    }

    /// Deliveries made before an instant whose attempts are still told of, oldest first.
    pub async fn traces_past(&self, before: Timestamp, limit: u64) -> StoreResult<Vec<DeliveryId>> {
        // Ids are ordered by the time they were made at.
        let millis = u64::try_from(before.as_millisecond()).unwrap_or(0);
        let first_after = DeliveryId(Uuid::from_u64_pair(millis << 16, 0));
        let query = self.select::<attempt::Entity>().select_only().column(attempt::Column::DeliveryId).distinct();
        let query =
            query.filter(attempt::Column::DeliveryId.lt(first_after)).filter(attempt::Column::FinishedAt.is_not_null());
        Ok(query.order_by_asc(attempt::Column::DeliveryId).limit(limit).into_tuple().all(self.conn()).await?)
    }
}

impl Tx {
    /// Deletes what responses say, and their files. That they came, when and of what kind, stays.
    pub async fn delete_contents(&self, organisation: OrganisationId, responses: &[ResponseId]) -> StoreResult<()> {
        let tenant = self.tenant(organisation);
        let files = tenant.select::<attachment::Entity>().select_only().column(attachment::Column::Id);
        let named = attachment::Column::ResponseId.is_in(responses.iter().copied());
        let files: Vec<AttachmentId> = files.filter(named).into_tuple().all(self).await?;
        attachment_part::Entity::delete_many()
            .filter(attachment_part::Column::OrganisationId.eq(organisation))
            .filter(attachment_part::Column::AttachmentId.is_in(files.iter().copied()))
            .exec(self)
            .await?;
        attachment::Entity::delete_many()
            .filter(attachment::Column::OrganisationId.eq(organisation))
            .filter(attachment::Column::Id.is_in(files))
            .exec(self)
            .await?;
        response::Entity::update_many()
            .col_expr(response::Column::Content, Expr::value(None::<Vec<u8>>))
            .filter(response::Column::OrganisationId.eq(organisation))
            .filter(Expr::col(response::Column::Id).is_in(responses.iter().map(|id| id.0)))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Deletes what controllers were told.
    pub async fn delete_supplies(&self, organisation: OrganisationId, supplies: &[SupplyId]) -> StoreResult<()> {
        supply::Entity::delete_many()
            .filter(supply::Column::OrganisationId.eq(organisation))
            .filter(supply::Column::Id.is_in(supplies.iter().copied()))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Deletes what is told of the attempts of deliveries. That and when they were settled stays.
    pub async fn delete_traces(&self, organisation: OrganisationId, deliveries: &[DeliveryId]) -> StoreResult<()> {
        attempt::Entity::delete_many()
            .filter(attempt::Column::OrganisationId.eq(organisation))
            .filter(attempt::Column::DeliveryId.is_in(deliveries.iter().copied()))
            .exec(self)
            .await?;
        Ok(())
    }
}
