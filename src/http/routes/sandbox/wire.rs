//! JSON of the clock of a sandbox.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::service::sandbox::{Advanced, SandboxTime};

/// The clock of a sandbox.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Sandbox {
    /// What time it is in it.
    pub now: Timestamp,
    /// The instant its clock is on the way to; absent when it only goes on as every clock does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moving_to: Option<Timestamp>,
}

impl From<SandboxTime> for Sandbox {
    fn from(time: SandboxTime) -> Self {
        Self { now: time.now, moving_to: time.moving_to }
    }
}

/// How much time is to pass in a sandbox: the sum of both. Without either, what is due at this moment happens before the answer.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SandboxAdvance {
    /// Days of 24 hours.
    #[serde(default)]
    #[validate(range(max = 366))]
    #[schema(minimum = 0, maximum = 366, default = 0, example = 92)]
    pub days: u16,
    /// Minutes, for an undo window for example.
    #[serde(default)]
    #[validate(range(max = 1440))]
    #[schema(minimum = 0, maximum = 1440, default = 0, example = 20)]
    pub minutes: u16,
}

impl SandboxAdvance {
    /// The time.
    pub fn time(&self) -> SignedDuration {
        SignedDuration::from_hours(24 * i64::from(self.days)) + SignedDuration::from_mins(i64::from(self.minutes))
    }
}

/// From when to when the time of a sandbox went.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct SandboxAdvanced {
    /// What time it was.
    pub from: Timestamp,
    /// What time it is then. Everything that was due by then has happened: read the events after the last that you know.
    pub to: Timestamp,
}

impl From<Advanced> for SandboxAdvanced {
    fn from(advanced: Advanced) -> Self {
        Self { from: advanced.from, to: advanced.to }
    }
}
