//! JSON of what watches over the audit record.

use entity::id::AuditAlertId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::watch::{UnusualUse, WatchLimits};
use crate::store::StoredAlert;

/// Something out of the ordinary. No personal data.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditAlert {
    /// Its id.
    pub id: AuditAlertId,
    /// What is out of the ordinary.
    pub kind: UnusualUse,
    /// Whose acts: id of a client, or `unknown` for whoever named none that is there.
    pub actor: String,
    /// What was done to which kind of record, when it is one act alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "read data_subject")]
    pub act: Option<String>,
    /// The beginning of the hour in which it was done.
    pub hour: Timestamp,
    /// How many records, or refused attempts, when it was noticed.
    pub count: u64,
    /// How many are ordinary.
    pub limit: u64,
    /// When it was noticed.
    pub noticed_at: Timestamp,
}

impl From<StoredAlert> for AuditAlert {
    fn from(row: StoredAlert) -> Self {
        Self {
            id: row.id,
            kind: row.alert.kind,
            actor: row.actor,
            act: row.alert.act,
            hour: row.hour,
            count: row.alert.count,
            limit: row.alert.limit,
            noticed_at: row.noticed_at,
        }
    }
}

/// From when on something is out of the ordinary.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({ "records_per_hour": 5_000, "work_from": 8, "work_until": 19 }))]
pub struct AuditLimits {
    /// Records that one client may read, or have disclosed, in an hour; 2,000 when absent.
    #[validate(range(max = 2_147_483_647))]
    pub records_per_hour: u32,
    /// The same outside of the working hours; 200 when absent.
    #[validate(range(max = 2_147_483_647))]
    pub records_off_hours: u32,
    /// Attempts of one client that may be refused in an hour; 20 when absent.
    #[validate(range(max = 2_147_483_647))]
    pub refusals_per_hour: u32,
    /// The hour of the day at which work begins, in the country of the organisation; 7 when absent.
    #[validate(range(max = 24))]
    #[schema(maximum = 24)]
    pub work_from: u8,
    /// The hour at which it ends; 21 when absent. Saturdays and Sundays are outside of it.
    #[validate(range(max = 24))]
    #[schema(maximum = 24)]
    pub work_until: u8,
}

impl Default for AuditLimits {
    fn default() -> Self {
        WatchLimits::default().into()
    }
}

impl From<WatchLimits> for AuditLimits {
    fn from(limits: WatchLimits) -> Self {
        let WatchLimits { records_per_hour, records_off_hours, refusals_per_hour, work_from, work_until } = limits;
        Self { records_per_hour, records_off_hours, refusals_per_hour, work_from, work_until }
    }
}

impl From<AuditLimits> for WatchLimits {
    fn from(limits: AuditLimits) -> Self {
        let AuditLimits { records_per_hour, records_off_hours, refusals_per_hour, work_from, work_until } = limits;
        Self { records_per_hour, records_off_hours, refusals_per_hour, work_from, work_until }
    }
}
