//! A representative complaint against one controller.

use sea_orm::entity::prelude::*;

use crate::id::{ComplaintId, ControllerId, OrganisationId};
use crate::time::Instant;

/// A row of `complaint`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ComplaintId,
    pub controller_id: ControllerId,
    /// The collective draft that it was made from, for one person of it.
    pub split_from: Option<ComplaintId>,
    /// Word of `domain::complaint::ComplaintForm`.
    #[sea_orm(column_type = "Text")]
    pub form: String,
    /// Language of its files, BCP 47.
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// Which authority is to receive it: its name in the directory.
    #[sea_orm(column_type = "Text")]
    pub authority: Option<String>,
    /// In whose docket it stands since it was lodged; none before.
    #[sea_orm(column_type = "Text")]
    pub docket: Option<String>,
    /// Where it stands there: the number of the transaction that lodged it.
    pub docket_no: Option<i64>,
    /// Word of `domain::complaint::ComplaintState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// Whether nothing was heard of the authority for three months, as `standing` says.
    pub silent: bool,
    /// Word of `domain::complaint::DecisionOutcome`, as follows from `standing`.
    #[sea_orm(column_type = "Text")]
    pub outcome: Option<String>,
    /// JSON of `domain::complaint::Standing`.
    #[sea_orm(column_type = "Text")]
    pub standing: String,
    /// What the organisation wrote, as JSON sealed under its key.
    pub content: Vec<u8>,
    /// JSON list of `domain::complaint::Point`.
    #[sea_orm(column_type = "Text")]
    pub points: String,
    /// JSON list of words of `domain::complaint::Missing`.
    #[sea_orm(column_type = "Text")]
    pub missing: String,
    /// People who take part.
    pub people_count: i32,
    /// People who were left out.
    pub left_out_count: i32,
    /// People who take part and of whom something needed is missing.
    pub incomplete_count: i32,
    /// Requests of those who take part.
    pub request_count: i32,
    /// Word of `domain::complaint::FileState`.
    #[sea_orm(column_type = "Text")]
    pub file_state: String,
    /// Number of the last making of its files.
    pub build_no: i32,
    /// Number of the last person whose files are made; 0 when there is none.
    pub built_to: i32,
    /// When the files were complete.
    pub built_at: Option<Instant>,
    /// Fence of whoever makes its files.
    pub lease_id: Option<Uuid>,
    /// Until when, by the clock of the machine.
    pub lease_until: Option<Instant>,
    /// When something is to be told next.
    pub next_due: Option<Instant>,
    /// When the powers of its people are to be looked at next.
    pub check_due: Option<Instant>,
    /// When what was written in it was deleted, its time being over.
    pub words_gone_at: Option<Instant>,
    /// For optimistic concurrency.
    pub version: i32,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
