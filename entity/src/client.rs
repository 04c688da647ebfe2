//! An OAuth 2.0 client: an operator, an organisation's integration, a controller, or a supervisory authority.

use sea_orm::entity::prelude::*;

use crate::id::{ClientId, ControllerId, OrganisationId};
use crate::time::Instant;

/// A row of `client`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client")]
pub struct Model {
    /// The `client_id`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ClientId,
    /// Word of `domain::access::ClientKind`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The organisation it acts for, when it is of that kind; the sandbox it is for, when it is of an authority.
    pub organisation_id: Option<OrganisationId>,
    /// The controller it acts for, when it is of that kind.
    pub controller_id: Option<ControllerId>,
    /// The authority it acts for, when it is of that kind: its name in the directory.
    #[sea_orm(column_type = "Text")]
    pub authority: Option<String>,
    /// What its owner calls it.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Scopes granted one by one, separated by spaces.
    #[sea_orm(column_type = "Text")]
    pub scopes: String,
    /// Words of `domain::access::Role`, separated by spaces.
    #[sea_orm(column_type = "Text")]
    pub roles: String,
    /// When it was made.
    pub created_at: Instant,
    /// From when it gets no token and its tokens are refused.
    pub revoked_at: Option<Instant>,
    /// Last token issued, for the review of authorisations (Z-12).
    pub last_used_at: Option<Instant>,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
