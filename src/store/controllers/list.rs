//! Lists of the directory, in the order of names.

use entity::controller;
use entity::id::ControllerId;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::domain::controller::{Category, ChannelKind, ControllerState};
use crate::store::{Db, StoreResult};

use super::{Controller, Viewer, row};

/// Whose entries are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ownership {
    /// Those of the shared directory.
    Shared,
    /// Those private to the organisation that looks.
    Own,
}

/// Which entries of the directory are listed; an absent filter lets all pass.
#[derive(Debug, Clone, Default)]
pub struct ControllerFilter {
    /// ISO 3166-1 country of the establishment that answers.
    pub country: Option<String>,
    /// A category the entry is in.
    pub category: Option<Category>,
    /// What the name begins with, in any case of letters.
    pub name_prefix: Option<String>,
    /// What stands somewhere in the name, an alias or the slug, in any case of letters.
    pub search: Option<String>,
    /// The exact slug.
    pub slug: Option<String>,
    /// A kind of channel the entry has.
    pub channel: Option<ChannelKind>,
    /// Shared or own.
    pub ownership: Option<Ownership>,
    /// The state.
    pub state: Option<ControllerState>,
}

impl ControllerFilter {
    fn condition(&self) -> Condition {
        let owner = controller::Column::OwnerOrganisationId;
        Condition::all()
            .add_option(self.country.as_ref().map(|country| controller::Column::Country.eq(country.as_str())))
            .add_option(self.category.map(|word| holds(controller::Column::Categories, &format!("\"{word}\""))))
            .add_option(self.channel.map(|kind| holds(controller::Column::Channels, &format!("\"kind\":\"{kind}\""))))
            .add_option(self.search.as_ref().map(|text| holds(controller::Column::SearchText, &text.to_lowercase())))
            .add_option(self.name_prefix.as_ref().map(|text| {
                let pattern = format!("{}%", escaped(&text.to_lowercase()));
                Expr::col(controller::Column::SearchText).like(LikeExpr::new(pattern).escape('\\'))
            }))
            .add_option(self.slug.as_ref().map(|slug| controller::Column::Slug.eq(slug.as_str())))
            .add_option(self.state.map(|state| controller::Column::State.eq(state.as_str())))
            .add_option(self.ownership.map(|ownership| match ownership {
                Ownership::Shared => owner.is_null(),
                Ownership::Own => owner.is_not_null(),
            }))
    }
}

/// The lists of words and channels are JSON without spaces, in which a quotation mark inside a text is escaped: a quoted
/// word is found exactly where it stands as a word.
fn holds(column: controller::Column, text: &str) -> Expr {
    Expr::col(column).like(LikeExpr::new(format!("%{}%", escaped(text))).escape('\\'))
}

/// The text with the signs that `LIKE` reads as patterns taken literally.
fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| matches!(c, '%' | '_' | '\\').then_some('\\').into_iter().chain([c])).collect()
}

impl Db {
    /// Entries the viewer may see, in the order of name and id, after a given entry.
    ///
    /// An entry that is gone or hidden as `after` gives an empty page.
    pub async fn controllers(
        &self,
        viewer: Viewer,
        filter: &ControllerFilter,
        after: Option<ControllerId>,
        limit: u64,
    ) -> StoreResult<Vec<Controller>> {
        let mut query = controller::Entity::find()
            .filter(viewer.condition())
            .filter(filter.condition())
            .order_by_asc(controller::Column::Name)
            .order_by_asc(controller::Column::Id)
            .limit(limit);
        if let Some(after) = after {
            let Some(last) = self.controller(after, viewer).await? else { return Ok(Vec::new()) };
            let same = Condition::all()
                .add(controller::Column::Name.eq(last.name.as_str()))
                .add(controller::Column::Id.gt(last.id));
            query = query.filter(Condition::any().add(controller::Column::Name.gt(last.name.as_str())).add(same));
        }
        query.all(&self.readers()).await?.into_iter().map(row::read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn signs_of_patterns_are_taken_literally() {
        assert_eq!(escaped("100%_a\\b"), "100\\%\\_a\\\\b");
    }
}
