//! What the end of a mandate leaves running (M-11).

use entity::id::{DataSubjectId, MandateId, OrganisationId};
use entity::request::{Column, Entity};
use entity::time::Instant;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::domain::request::Lifecycle;
use crate::store::error::{StoreError, StoreResult};
use crate::store::tx::Tx;

/// Requests of a person, counted around one mandate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Around {
    /// Not done, under this mandate.
    pub under_mandate: u64,
    /// Not done, under others.
    pub under_others: u64,
    /// Withdrawn under this mandate, while a controller has them and has not answered.
    pub with_controllers: u64,
}

impl Tx {
    /// Requests of a person that an end of a mandate touches: those that are not done, and those withdrawn under this mandate that
    /// a controller has and never answered.
    pub async fn requests_around_mandate(
        &self,
        organisation: OrganisationId,
        subject: DataSubjectId,
        mandate: MandateId,
    ) -> StoreResult<Around> {
        let tenant = self.tenant(organisation);
        let rows: Vec<(MandateId, String, Option<Instant>, Option<Instant>)> = tenant
            .select::<Entity>()
            .select_only()
            .columns([Column::MandateId, Column::Lifecycle, Column::SentAt, Column::AnsweredAt])
            .filter(Column::DataSubjectId.eq(subject))
            .into_tuple()
            .all(self)
            .await?;
        let mut around = Around::default();
        for (of, lifecycle, sent, answered) in rows {
            let lifecycle: Lifecycle =
                lifecycle.parse().map_err(|_| StoreError::corrupt("request", "lifecycle", subject))?;
            match lifecycle {
                Lifecycle::Closed => {}
                Lifecycle::Withdrawn if of == mandate => {
                    around.with_controllers += u64::from(sent.is_some() && answered.is_none());
                }
                Lifecycle::Withdrawn => {}
                _ if of == mandate => around.under_mandate += 1,
                _ => around.under_others += 1,
            }
        }
        Ok(around)
    }
}
