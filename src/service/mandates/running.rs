//! What is still running when a mandate ends (M-11): the person is to be told.

use entity::id::OrganisationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::service::failure::Outcome;
use crate::store::{MandateRecord, Tx};

/// What is still running of a person after the end of a mandate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StillRunning {
    /// Requests under this mandate that are not stopped yet; they are within moments.
    pub not_stopped: u64,
    /// Requests that were withdrawn after a controller had received them and before it answered: it was told, and what it sends
    /// all the same stays sealed (M-9).
    pub with_controllers: u64,
    /// Requests under other mandates of the person, which run on.
    pub under_other_mandates: u64,
    /// Where those that run can be read, page by page.
    #[schema(
        example = "/v1/requests?data_subject_id=sub_0193d2b4a1c07e3f8b6a5d4c3b2a1908&state=draft,ready,sent,received,answered"
    )]
    pub requests: String,
}

/// Counts it, within the transaction that ends the mandate.
pub(super) async fn still_running(
    tx: &Tx,
    organisation: OrganisationId,
    record: &MandateRecord,
) -> Outcome<StillRunning> {
    let around = tx.requests_around_mandate(organisation, record.data_subject, record.id).await?;
    Ok(StillRunning {
        not_stopped: around.under_mandate,
        with_controllers: around.with_controllers,
        under_other_mandates: around.under_others,
        requests: format!(
            "/v1/requests?data_subject_id={}&state=draft,ready,sent,received,answered",
            record.data_subject
        ),
    })
}
