//! Whose rows a piece of background work looks at.

use entity::id::OrganisationId;
use sea_orm::{ColumnTrait, Condition};

/// Whose rows a piece of background work looks at.
///
/// What is due is due by the clock of the service, for everybody. The time of a sandbox is never behind it, so that what is due for
/// everybody is due there too; what is due there alone is looked for there alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// Those of all organisations.
    #[default]
    Everybody,
    /// Those of one.
    One(OrganisationId),
}

impl Reach {
    /// The condition on the column of the organisation; none at all for everybody.
    pub(super) fn of(self, organisation: impl ColumnTrait) -> Condition {
        match self {
            Self::Everybody => Condition::all(),
            Self::One(id) => Condition::all().add(organisation.eq(id)),
        }
    }
}
