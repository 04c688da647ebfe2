//! Templates of letters that organisations wrote.

use entity::id::OrganisationId;
use entity::letter_template::{ActiveModel, Column, Entity, Model};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::error::{StoreError, StoreResult};
use super::tenant::{Tenant, TenantTable};
use super::tx::Tx;
use crate::domain::letter::{LetterKind, LetterRight};
use entity::time::Instant;

/// What stands for the right of a template that serves every right.
const ANY: &str = "any";

/// Which letters a template is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateKey {
    /// Which kind.
    pub kind: LetterKind,
    /// In which language, BCP 47.
    pub language: String,
    /// For which right; none when it serves every right.
    pub right: Option<LetterRight>,
}

/// A template of an organisation.
#[derive(Debug, Clone)]
pub struct LetterTemplate {
    /// Which letters it is for.
    pub key: TemplateKey,
    /// The template.
    pub source: String,
    /// For optimistic concurrency.
    pub version: i32,
    /// When it was first kept.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

impl TemplateKey {
    fn right_word(&self) -> &'static str {
        self.right.map_or(ANY, LetterRight::as_str)
    }
}

impl<C: ConnectionTrait> Tenant<'_, C> {
    /// The template for these letters, if the organisation has one.
    pub async fn letter_template(&self, key: &TemplateKey) -> StoreResult<Option<LetterTemplate>> {
        let query = self
            .select::<Entity>()
            .filter(Column::Kind.eq(key.kind.as_str()))
            .filter(Column::Language.eq(key.language.as_str()))
            .filter(Column::RightKind.eq(key.right_word()));
        query.one(self.conn()).await?.map(read).transpose()
    }

    /// All templates of the organisation, by kind, language and right: no more than there are letters.
    pub async fn letter_templates(&self) -> StoreResult<Vec<LetterTemplate>> {
        let query = self.select::<Entity>();
        let query = query.order_by_asc(Column::Kind).order_by_asc(Column::Language).order_by_asc(Column::RightKind);
        query.all(self.conn()).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Adds a template.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] when another call has just added one for the same letters.
    pub async fn add_letter_template(&self, organisation: OrganisationId, new: &LetterTemplate) -> StoreResult<()> {
        let row = ActiveModel {
            organisation_id: Set(organisation),
            kind: Set(new.key.kind.as_str().to_owned()),
            language: Set(new.key.language.clone()),
            right_kind: Set(new.key.right_word().to_owned()),
            source: Set(new.source.clone()),
            version: Set(new.version),
            created_at: Set(new.created_at.into()),
            updated_at: Set(new.updated_at.into()),
        };
        Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// Writes a template over the version that was read; its own `version` is the new one.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another version stands there.
    pub async fn change_letter_template(
        &self,
        organisation: OrganisationId,
        changed: &LetterTemplate,
    ) -> StoreResult<()> {
        let result = Entity::update_many()
            .col_expr(Column::Source, Expr::value(changed.source.as_str()))
            .col_expr(Column::Version, Expr::value(changed.version))
            .col_expr(Column::UpdatedAt, Expr::value(Instant(changed.updated_at)))
            .filter(Entity::ORGANISATION.eq(organisation))
            .filter(Column::Kind.eq(changed.key.kind.as_str()))
            .filter(Column::Language.eq(changed.key.language.as_str()))
            .filter(Column::RightKind.eq(changed.key.right_word()))
            .filter(Column::Version.eq(changed.version - 1))
            .exec(self)
            .await?;
        if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Removes a template. Tells whether it was there.
    pub async fn remove_letter_template(&self, organisation: OrganisationId, key: &TemplateKey) -> StoreResult<bool> {
        let query = Entity::delete_many()
            .filter(Entity::ORGANISATION.eq(organisation))
            .filter(Column::Kind.eq(key.kind.as_str()))
            .filter(Column::Language.eq(key.language.as_str()))
            .filter(Column::RightKind.eq(key.right_word()));
        Ok(query.exec(self).await?.rows_affected == 1)
    }
}

fn read(row: Model) -> StoreResult<LetterTemplate> {
    let corrupt = |column| StoreError::corrupt("letter_template", column, row.organisation_id);
    let right = match row.right_kind.as_str() {
        ANY => None,
        word => Some(word.parse().map_err(|_| corrupt("right_kind"))?),
    };
    let kind = row.kind.parse().map_err(|_| corrupt("kind"))?;
    Ok(LetterTemplate {
        key: TemplateKey { kind, language: row.language, right },
        source: row.source,
        version: row.version,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}
