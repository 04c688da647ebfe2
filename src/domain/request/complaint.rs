//! A complaint about the controller, made to the controller itself. In the United Kingdom it must be acknowledged within 30 days,
//! and the person is expected to make it before going to the authority (U-6).

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::RequestStanding;
use crate::domain::deadline::Regime;
use crate::domain::finding::{Finding, FindingCode, FindingFacts};
use crate::domain::legal_order::LegalOrder;

/// A complaint that was made to the controller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ControllerComplaint {
    /// When it was made.
    pub at: Timestamp,
    /// Its local day at the controller's place.
    pub made_on: Date,
    /// The last day to acknowledge it.
    pub acknowledge_by: Date,
    /// The local day on which the controller acknowledged it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged_on: Option<Date>,
    /// When it was noticed that the time to acknowledge it had passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed_at: Option<Timestamp>,
}

impl ControllerComplaint {
    /// A complaint made at an instant. None at the far ends of time.
    pub(super) fn made(standing: &RequestStanding, at: Timestamp) -> Option<Self> {
        let made_on = standing.place.date_of(at);
        let days = i64::from(Regime::UkComplaint.row().term.count);
        let acknowledge_by = made_on.checked_add(days.days()).ok()?;
        Some(Self { at, made_on, acknowledge_by, acknowledged_on: None, passed_at: None })
    }
}

/// Whether the law of the place has such a complaint.
pub fn is_known(standing: &RequestStanding) -> bool {
    standing.legal_order() == LegalOrder::UkGdpr
}

/// The instant at which the time to acknowledge it passes, while that is not noticed yet.
pub fn next(standing: &RequestStanding) -> Option<Timestamp> {
    let complaint = standing.facts.controller_complaint.as_ref()?;
    let waits = standing.is_open() && complaint.acknowledged_on.is_none() && complaint.passed_at.is_none();
    standing.place.end_of(complaint.acknowledge_by).filter(|_| waits)
}

/// What is wrong with how the controller treats it.
pub fn finding(standing: &RequestStanding) -> Option<Finding> {
    let complaint = standing.facts.controller_complaint.as_ref()?;
    let due = complaint.acknowledge_by;
    let late = complaint.acknowledged_on.filter(|on| *on > due);
    let silent = complaint.passed_at.is_some() && complaint.acknowledged_on.is_none();
    let days_late = late.and_then(|on| (on - due).get_days().try_into().ok());
    let facts = FindingFacts { due: Some(due), days_late, ..FindingFacts::default() };
    let on = late.or_else(|| due.tomorrow().ok().filter(|_| silent))?;
    Some(Finding { code: FindingCode::ComplaintNotAcknowledged, on, facts })
}
