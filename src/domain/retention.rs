//! How long what is kept of people is kept (P-9, Z-6).
//!
//! Each kind of data has a period of its own, counted from the last exchange, after which it goes by itself. What a complaint still
//! needs stays until the complaint is over; what happened and who looked at what, for as long as a complaint is open whose requests
//! are as old. Dates, outcomes and findings of a case are of nobody once the person is erased, and stay.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How long an organisation keeps what, in days. Each part that is not given is that of P-9 or, where P-9 names no number, a choice
/// of this service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// What controllers said, with their files, and what they were told when they asked back: after the request has ended and the
    /// answer has come.
    #[schema(minimum = 1, maximum = 365)]
    pub answers_days: u16,
    /// Who a person is: after the last request, mandate and complaint of theirs has ended. The person is then erased, as by
    /// `DELETE /v1/data-subjects/{data_subject_id}`.
    #[schema(minimum = 30, maximum = 3650)]
    pub people_days: u16,
    /// When messages were tried to be delivered, and what came of each attempt: after they were made.
    #[schema(minimum = 7, maximum = 730)]
    pub traces_days: u16,
    /// What an organisation and an authority wrote in a complaint, and its files: after the complaint is over. That it was, with its
    /// days and its outcome, stays.
    #[schema(minimum = 30, maximum = 3650)]
    pub complaints_days: u16,
    /// What has happened, as `GET /v1/events` tells it: after it happened, and not before its request has ended as long ago. Without a
    /// number it is not deleted by age.
    #[schema(minimum = 90, maximum = 3650)]
    pub events_days: Option<u16>,
    /// Entries of the audit record: after they were made. Hashes and signed checkpoints of the log stay, so that the rest goes on
    /// proving itself.
    #[schema(minimum = 180, maximum = 1095)]
    pub audit_days: u16,
}

impl Default for Retention {
    fn default() -> Self {
        // 30 days for answers is P-9's own number. Five years are the usual limitation of personal claims in France (Civil Code,
        // Article 2224), within which a mandate may have to be shown. Traces are to be far shorter than cases.
        // What was written to an authority may be needed for as long. Of logs the CNIL says six months to a year, and up to three years
        // with a reason (deliberation 2021-122): whom was told what has to be shown in a case that goes on for more than a year.
        Self {
            answers_days: 30,
            people_days: 1_826,
            traces_days: 180,
            complaints_days: 1_826,
            events_days: None,
            audit_days: 365,
        }
    }
}

/// The fields and their bounds, as the document tells them.
const BOUNDS: [(&str, u16, u16); 6] = [
    ("answers_days", 1, 365),
    ("people_days", 30, 3_650),
    ("traces_days", 7, 730),
    ("complaints_days", 30, 3_650),
    ("events_days", 90, 3_650),
    ("audit_days", SHORTEST_AUDIT_DAYS, 1_095),
];

/// For so many days at least each entry of the audit record is kept, whatever anybody sets (CNIL, deliberation 2021-122).
pub const SHORTEST_AUDIT_DAYS: u16 = 180;

impl Retention {
    /// The name of each field that is out of its bounds, with them.
    pub fn faults(&self) -> Vec<(&'static str, String)> {
        let values = [
            Some(self.answers_days),
            Some(self.people_days),
            Some(self.traces_days),
            Some(self.complaints_days),
            self.events_days,
            Some(self.audit_days),
        ];
        let given = BOUNDS.iter().zip(values).filter_map(|(bounds, value)| Some((bounds, value?)));
        let outside = given.filter(|((_, least, most), value)| value < least || value > most);
        outside.map(|((field, least, most), _)| (*field, format!("It is from {least} to {most} days."))).collect()
    }
}

/// The instant before which the last exchange must lie for a period of so many days to be over.
pub fn over_before(now: Timestamp, days: u16) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MIN)
}

/// When a period of so many days after an exchange is over.
pub fn over_from(last: Timestamp, days: u16) -> Timestamp {
    last.checked_add(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MAX)
}

text_enum! {
    /// Why something is kept although its period may be over.
    pub enum HeldBy {
        /// A request has not ended.
        OpenRequest = "open_request",
        /// A mandate is in force.
        Mandate = "mandate",
        /// A complaint is not over (P-9).
        Complaint = "complaint",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_period_has_its_bounds() {
        assert_eq!(Retention::default().faults(), []);
        let wrong = Retention {
            answers_days: 0,
            people_days: 3_651,
            traces_days: 730,
            complaints_days: 29,
            events_days: Some(89),
            audit_days: 1_096,
        };
        let fields: Vec<&str> = wrong.faults().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["answers_days", "people_days", "complaints_days", "events_days", "audit_days"]);
    }

    #[test]
    fn a_period_ends_so_many_days_after_the_last_exchange() {
        let last: Timestamp = "2026-01-10T12:00:00Z".parse().unwrap();
        let end = over_from(last, 30);
        assert_eq!(end.to_string(), "2026-02-09T12:00:00Z");
        assert!(last < over_before(end + SignedDuration::from_secs(1), 30) && last >= over_before(end, 30));
    }
}
