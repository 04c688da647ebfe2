//! What a supervisory authority finds of the complaints that were lodged with it, whoever lodged them.
//!
//! A complaint stands in a docket from the transaction that lodges it, never before: what has no docket is found by none.

use entity::complaint::{Column, Entity};
use entity::id::{ComplaintFileId, ComplaintId, OrganisationId};
use entity::time::Instant;
use entity::{complaint_entry, complaint_file, complaint_person};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::files::{self, ComplaintEdition, ComplaintFile};
use super::record::{Complaint, read};
use crate::domain::complaint::{ComplaintState, StepKind, StepSource};
use crate::store::db::Db;
use crate::store::error::{StoreError, StoreResult};
use crate::store::position::Position;
use crate::store::tenant::Tenant;
use crate::store::tx::Tx;

/// Which complaints of a docket are meant. Every field that is set narrows.
#[derive(Debug, Clone, Copy, Default)]
pub struct DocketFilter {
    /// In this state.
    pub state: Option<ComplaintState>,
    /// Changed at this instant or later.
    pub changed_since: Option<Timestamp>,
}

impl Db {
    /// Who lodged a complaint that stands in one of these dockets.
    pub async fn lodger_in(&self, dockets: &[String], id: ComplaintId) -> StoreResult<Option<OrganisationId>> {
        let query = Entity::find().select_only().column(Column::OrganisationId).filter(Column::Docket.is_in(dockets));
        Ok(query.filter(Column::Id.eq(id)).into_tuple().one(&self.readers()).await?)
    }
}

impl Tx {
    /// Complaints of dockets after a position, in the order in which they were lodged, below a horizon of the feeds.
    pub async fn complaints_in(
        &self,
        dockets: &[String],
        filter: DocketFilter,
        after: Position,
        horizon: i64,
        limit: u64,
    ) -> StoreResult<Vec<(Position, Complaint)>> {
        let same = Condition::all().add(Column::DocketNo.eq(after.tx_no)).add(Expr::col(Column::Id).gt(after.id));
        let mut query = Entity::find()
            .filter(Column::Docket.is_in(dockets))
            .filter(Column::DocketNo.gte(after.tx_no))
            .filter(Column::DocketNo.lt(horizon))
            .filter(Condition::any().add(Column::DocketNo.gt(after.tx_no)).add(same))
            .order_by_asc(Column::DocketNo)
            .order_by_asc(Column::Id)
            .limit(limit);
        if let Some(state) = filter.state {
            query = query.filter(Column::State.eq(state.as_str()));
        }
        if let Some(since) = filter.changed_since {
            query = query.filter(Column::UpdatedAt.gte(Instant(since)));
        }
        let placed = |complaint: Complaint| {
            let number = complaint.docket.as_ref().map(|place| place.number);
            let number = number.ok_or_else(|| StoreError::corrupt("complaint", "docket_no", complaint.id))?;
            Ok((Position { tx_no: number, id: complaint.id.0 }, complaint))
        };
        query.all(self).await?.into_iter().map(|row| placed(read(row)?)).collect()
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// Files of an edition of a complaint that its authority may have, in the order of their names.
    ///
    /// Of what was made, those of people for whom the organisation acts no more are not among them (M-11). Of what was uploaded, what
    /// the authority sent itself, and what the organisation sent with something it said to it.
    pub async fn complaint_files_for_authority(
        &self,
        complaint: &Complaint,
        edition: ComplaintEdition,
        after: Option<&str>,
        limit: u64,
    ) -> StoreResult<Vec<ComplaintFile>> {
        let mut query = self
            .select::<complaint_file::Entity>()
            .filter(self.of_authority(complaint))
            .filter(complaint_file::Column::Edition.eq(edition.as_str()))
            .order_by_asc(complaint_file::Column::Name)
            .limit(limit);
        if let Some(after) = after {
            query = query.filter(complaint_file::Column::Name.gt(after));
        }
        query.all(self.conn()).await?.into_iter().map(files::read).collect()
    }

    /// One of the files of a complaint that its authority may have.
    pub async fn complaint_file_for_authority(
        &self,
        complaint: &Complaint,
        id: ComplaintFileId,
    ) -> StoreResult<Option<ComplaintFile>> {
        let query = self.select::<complaint_file::Entity>().filter(self.of_authority(complaint));
        query.filter(complaint_file::Column::Id.eq(id)).one(self.conn()).await?.map(files::read).transpose()
    }

    fn of_authority(&self, complaint: &Complaint) -> Condition {
        use complaint_file::Column as File;
        let editions = [ComplaintEdition::Full, ComplaintEdition::Public].map(ComplaintEdition::as_str);
        let represented = Condition::any()
            .add(File::PersonNumber.is_null())
            .add(File::PersonNumber.not_in_subquery(self.left_out(complaint)));
        let made = Condition::all()
            .add(File::Edition.is_in(editions))
            .add(File::BuildNo.eq(complaint.build_no))
            .add(represented);
        let sent = Condition::any()
            .add(File::Source.eq(StepSource::Authority.as_str()))
            .add(File::Id.in_subquery(self.said_with(complaint)));
        let uploaded = Condition::all().add(File::Edition.eq(ComplaintEdition::Upload.as_str())).add(sent);
        Condition::all().add(File::ComplaintId.eq(complaint.id)).add(Condition::any().add(made).add(uploaded))
    }

    /// The numbers of those who take no part any more.
    fn left_out(&self, complaint: &Complaint) -> SelectStatement {
        use complaint_person::Column as Person;
        let mut query = Query::select();
        query
            .column(Person::Number)
            .from(complaint_person::Entity)
            .and_where(Person::OrganisationId.eq(self.organisation()))
            .and_where(Person::ComplaintId.eq(complaint.id))
            .and_where(Expr::col(Person::LeftOut).is_not_null());
        query
    }

    /// The files that came with what the organisation said to the authority.
    fn said_with(&self, complaint: &Complaint) -> SelectStatement {
        use complaint_entry::Column as Entry;
        let said = StepKind::ALL.iter().filter(|kind| kind.is_said_to_authority()).map(|kind| kind.as_str());
        let mut query = Query::select();
        query
            .column(Entry::FileId)
            .from(complaint_entry::Entity)
            .and_where(Entry::OrganisationId.eq(self.organisation()))
            .and_where(Entry::ComplaintId.eq(complaint.id))
            .and_where(Entry::Source.eq(StepSource::Organisation.as_str()))
            .and_where(Entry::Step.is_in(said))
            .and_where(Expr::col(Entry::FileId).is_not_null());
        query
    }
}
