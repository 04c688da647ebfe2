//! Who takes part in a complaint, with which requests, and who was left out.

use entity::complaint_person::{Column, Entity, Model};
use entity::id::{ComplaintId, DataSubjectId, MandateId, OrganisationId, RequestId};
use entity::time::Instant;
use entity::{complaint, complaint_request};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::domain::complaint::{ComplaintState, DecisionOutcome, LeftOut, Missing};
use crate::store::bulk::{BulkRow, BulkTable, Cell};
use crate::store::error::{StoreError, StoreResult};
use crate::store::tenant::Tenant;
use crate::store::tx::Tx;

/// A person of a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintPerson {
    /// The number in the files: 1 is `P-00001`.
    pub number: i32,
    /// Who.
    pub data_subject: DataSubjectId,
    /// The mandate whose power is used.
    pub mandate: Option<MandateId>,
    /// Why the person takes no part; none for who does.
    pub left_out: Option<LeftOut>,
    /// What the person's part lacks.
    pub missing: Vec<Missing>,
    /// What was decided for the person.
    pub outcome: Option<DecisionOutcome>,
}

/// Which people are meant. Every field that is set narrows.
#[derive(Debug, Clone, Copy, Default)]
pub struct ComplaintPersonFilter {
    /// Who takes part (false), or was left out (true).
    pub left_out: Option<bool>,
    /// Those of whom something is missing.
    pub incomplete: bool,
    /// Those who took part at this instant, when the complaint was lodged: who takes part now, or was left out later.
    pub took_part_at: Option<Timestamp>,
}

const TABLE: BulkTable = BulkTable {
    name: "complaint_person",
    columns: &[
        "organisation_id",
        "complaint_id",
        "number",
        "data_subject_id",
        "mandate_id",
        "left_out",
        "missing",
        "outcome",
    ],
};
const REQUESTS: BulkTable =
    BulkTable { name: "complaint_request", columns: &["organisation_id", "complaint_id", "number", "request_id"] };

impl Tx {
    /// Writes people, each with the complaint that is theirs.
    pub async fn add_complaint_people<'a>(
        &self,
        organisation: OrganisationId,
        people: impl Iterator<Item = (ComplaintId, &'a ComplaintPerson)>,
    ) -> StoreResult<()> {
        let row = |(complaint, person): (ComplaintId, &ComplaintPerson)| -> BulkRow {
            vec![
                Cell::Id(organisation.0),
                Cell::Id(complaint.0),
                Cell::Int(person.number),
                Cell::Id(person.data_subject.0),
                Cell::or_null(person.mandate, |id| Cell::Id(id.0)),
                Cell::or_null(person.left_out, |reason| Cell::Word(reason.as_str())),
                Cell::Text(lines(&person.missing)),
                Cell::or_null(person.outcome, |outcome| Cell::Word(outcome.as_str())),
            ]
        };
        self.load(&TABLE, people.map(row).collect()).await
    }

    /// Writes requests, each with the complaint and the number of its person there.
    pub async fn add_complaint_requests(
        &self,
        organisation: OrganisationId,
        requests: impl Iterator<Item = (ComplaintId, i32, RequestId)>,
    ) -> StoreResult<()> {
        let row = |(complaint, number, request): (ComplaintId, i32, RequestId)| -> BulkRow {
            vec![Cell::Id(organisation.0), Cell::Id(complaint.0), Cell::Int(number), Cell::Id(request.0)]
        };
        self.load(&REQUESTS, requests.map(row).collect()).await
    }

    /// Leaves people out of a complaint they took part in.
    pub async fn leave_out_of_complaint(
        &self,
        organisation: OrganisationId,
        complaint: ComplaintId,
        numbers: &[i32],
        reason: LeftOut,
        at: Timestamp,
    ) -> StoreResult<()> {
        for part in numbers.chunks(crate::store::tenant::IN_ONE_STATEMENT) {
            Entity::update_many()
                .col_expr(Column::LeftOut, Expr::value(reason.as_str()))
                .col_expr(Column::LeftOutAt, Expr::value(Instant(at)))
                .filter(Column::OrganisationId.eq(organisation))
                .filter(Column::ComplaintId.eq(complaint))
                .filter(Column::Number.is_in(part.iter().copied()))
                .exec(self)
                .await?;
        }
        Ok(())
    }

    /// Writes on which mandate a person's part rests, and what it lacks.
    pub async fn change_complaint_person(
        &self,
        organisation: OrganisationId,
        complaint: ComplaintId,
        person: &ComplaintPerson,
    ) -> StoreResult<()> {
        Entity::update_many()
            .col_expr(Column::MandateId, Expr::value(person.mandate.map(|id| id.0)))
            .col_expr(Column::Missing, Expr::value(lines(&person.missing)))
            .filter(Column::OrganisationId.eq(organisation))
            .filter(Column::ComplaintId.eq(complaint))
            .filter(Column::Number.eq(person.number))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Keeps what was decided for people of a complaint.
    pub async fn set_complaint_outcome(
        &self,
        organisation: OrganisationId,
        complaint: ComplaintId,
        numbers: &[i32],
        outcome: DecisionOutcome,
    ) -> StoreResult<u64> {
        let mut changed = 0;
        for part in numbers.chunks(crate::store::tenant::IN_ONE_STATEMENT) {
            let result = Entity::update_many()
                .col_expr(Column::Outcome, Expr::value(outcome.as_str()))
                .filter(Column::OrganisationId.eq(organisation))
                .filter(Column::ComplaintId.eq(complaint))
                .filter(Column::Number.is_in(part.iter().copied()))
                .filter(Column::LeftOut.is_null())
                .exec(self)
                .await?;
            changed += result.rows_affected;
        }
        Ok(changed)
    }

    /// Has the powers of those complaints looked at in which one of these mandates is used, because it ended, and in which a person
    /// takes part whose data were erased.
    pub async fn check_complaints_of(
        &self,
        organisation: OrganisationId,
        mandates: &[MandateId],
        subject: Option<DataSubjectId>,
        at: Timestamp,
    ) -> StoreResult<()> {
        let tenant = self.tenant(organisation);
        let who = match subject {
            Some(subject) => Column::DataSubjectId.eq(subject),
            None => Column::MandateId.is_in(mandates.iter().copied()),
        };
        let concerned = tenant
            .select::<Entity>()
            .select_only()
            .column(Column::ComplaintId)
            .filter(who)
            .filter(Expr::cust("left_out IS NULL"));
        let ids: Vec<ComplaintId> = concerned.into_tuple().all(self).await?;
        if ids.is_empty() {
            return Ok(());
        }
        let over = ComplaintState::ALL.iter().filter(|state| state.is_over()).map(|state| state.as_str());
        complaint::Entity::update_many()
            .col_expr(complaint::Column::CheckDue, Expr::value(Instant(at)))
            .filter(complaint::Column::OrganisationId.eq(organisation))
            .filter(complaint::Column::Id.is_in(ids))
            .filter(complaint::Column::State.is_not_in(over))
            .exec(self)
            .await?;
        Ok(())
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// People of a complaint in the order of their numbers.
    pub async fn complaint_people(
        &self,
        complaint: ComplaintId,
        filter: ComplaintPersonFilter,
        after: Option<i32>,
        limit: u64,
    ) -> StoreResult<Vec<ComplaintPerson>> {
        let mut query =
            self.select::<Entity>().filter(Column::ComplaintId.eq(complaint)).order_by_asc(Column::Number).limit(limit);
        match filter.left_out {
            Some(true) => query = query.filter(Column::LeftOut.is_not_null()),
            Some(false) => query = query.filter(Column::LeftOut.is_null()),
            None => {}
        }
        if filter.incomplete {
            query = query.filter(Column::Missing.ne(""));
        }
        if let Some(at) = filter.took_part_at {
            let later = Column::LeftOutAt.gt(Instant(at));
            query = query.filter(Condition::any().add(Column::LeftOut.is_null()).add(later));
        }
        if let Some(after) = after {
            query = query.filter(Column::Number.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }

    /// The requests of people of a complaint with these numbers, from one to another, in order.
    pub async fn complaint_requests(
        &self,
        complaint: ComplaintId,
        numbers: (i32, i32),
    ) -> StoreResult<Vec<(i32, RequestId)>> {
        let query = self
            .select::<complaint_request::Entity>()
            .select_only()
            .columns([complaint_request::Column::Number, complaint_request::Column::RequestId])
            .filter(complaint_request::Column::ComplaintId.eq(complaint))
            .filter(complaint_request::Column::Number.between(numbers.0, numbers.1))
            .order_by_asc(complaint_request::Column::Number)
            .order_by_asc(complaint_request::Column::RequestId);
        Ok(query.into_tuple().all(self.conn()).await?)
    }

    /// The complaints in which a person takes part or was left out, with the number there.
    pub async fn complaints_of_person(
        &self,
        subject: DataSubjectId,
    ) -> StoreResult<Vec<(ComplaintId, ComplaintPerson)>> {
        let rows =
            self.select::<Entity>().filter(Column::DataSubjectId.eq(subject)).limit(200).all(self.conn()).await?;
        rows.into_iter().map(|row| Ok((row.complaint_id, read(row)?))).collect()
    }
}

fn lines(missing: &[Missing]) -> String {
    missing.iter().map(|word| word.as_str()).collect::<Vec<_>>().join("\n")
}

fn read(row: Model) -> StoreResult<ComplaintPerson> {
    let corrupt = |column| StoreError::corrupt("complaint_person", column, row.complaint_id);
    let missing = row.missing.lines().map(str::parse).collect::<Result<_, _>>();
    Ok(ComplaintPerson {
        number: row.number,
        data_subject: row.data_subject_id,
        mandate: row.mandate_id,
        left_out: row.left_out.as_deref().map(str::parse).transpose().map_err(|_| corrupt("left_out"))?,
        missing: missing.map_err(|_| corrupt("missing"))?,
        outcome: row.outcome.as_deref().map(str::parse).transpose().map_err(|_| corrupt("outcome"))?,
    })
}
