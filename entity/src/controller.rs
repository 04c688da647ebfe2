//! Who must answer: an entry of the shared directory, or one private to an organisation.

use sea_orm::entity::prelude::*;

use crate::id::{ControllerId, OrganisationId};
use crate::time::Instant;

/// A row of `controller`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "controller")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ControllerId,
    /// Set for an entry private to one organisation.
    pub owner_organisation_id: Option<OrganisationId>,
    /// Short stable name, unique in the shared directory and within an organisation's own entries.
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    /// Legal name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// JSON list of other names it is known under.
    #[sea_orm(column_type = "Text")]
    pub aliases: String,
    /// Name, aliases and slug in lower case, one a line: what a search looks through, alike on every database.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// Country of the establishment that answers; decides the calendar (H-1).
    #[sea_orm(column_type = "Text")]
    pub country: Option<String>,
    /// ISO 3166-2 subdivision where it changes the calendar (H-4, H-5).
    #[sea_orm(column_type = "Text")]
    pub subdivision: Option<String>,
    /// Language in which it is written to.
    #[sea_orm(column_type = "Text")]
    pub language: Option<String>,
    /// JSON list of words of `domain::controller::Category`.
    #[sea_orm(column_type = "Text")]
    pub categories: String,
    /// JSON list of `domain::controller::Channel`, in order of preference.
    #[sea_orm(column_type = "Text")]
    pub channels: String,
    /// JSON list of what it needs to find a person (B-7).
    #[sea_orm(column_type = "Text")]
    pub identity_elements: String,
    /// Whether it is known to ask for an identity document (M-10).
    pub needs_id_document: bool,
    /// Postal address, lines separated by newlines.
    #[sea_orm(column_type = "Text")]
    pub postal_address: Option<String>,
    /// How well the entry is known: tested, verified, imported, scraped, own.
    #[sea_orm(column_type = "Text")]
    pub quality: String,
    /// JSON: where the entry comes from, and what the source said beside.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// Digest of the imported record, so that an import can tell what changed.
    pub source_digest: Option<Vec<u8>>,
    /// Word of `domain::controller::ControllerState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// The entry that took its place.
    pub redirect_to: Option<ControllerId>,
    /// JSON list of keys that sign its callbacks, sealed under the master key.
    pub callback_keys: Option<Vec<u8>>,
    /// For optimistic concurrency.
    pub version: i32,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// No relations: joins are written where they are needed, always with the tenant.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
