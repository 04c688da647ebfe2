//! How long what is kept of people is kept (P-9, Z-6).
//!
//! Each kind of data has a period of its own, counted from the last exchange, after which it goes by itself. What a complaint still
//! needs stays until the complaint is over. Dates, outcomes and findings of a case are of nobody once the person is erased, and stay.

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
}

impl Default for Retention {
    fn default() -> Self {
        // 30 days for answers is P-9's own number. Five years are the usual limitation of personal claims in France (Civil Code,
        // Article 2224), within which a mandate may have to be shown. Traces are to be far shorter than cases.
        Self { answers_days: 30, people_days: 1_826, traces_days: 180 }
    }
}

/// The fields and their bounds, as the document tells them.
const BOUNDS: [(&str, u16, u16); 3] = [("answers_days", 1, 365), ("people_days", 30, 3_650), ("traces_days", 7, 730)];

impl Retention {
    /// The name of each field that is out of its bounds, with them.
    pub fn faults(&self) -> Vec<(&'static str, String)> {
        let values = [self.answers_days, self.people_days, self.traces_days];
        let outside = BOUNDS.iter().zip(values).filter(|((_, least, most), value)| value < least || value > most);
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
        let wrong = Retention { answers_days: 0, people_days: 3_651, traces_days: 730 };
        let fields: Vec<&str> = wrong.faults().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["answers_days", "people_days"]);
    }

    #[test]
    fn a_period_ends_so_many_days_after_the_last_exchange() {
        let last: Timestamp = "2026-01-10T12:00:00Z".parse().unwrap();
        let end = over_from(last, 30);
        assert_eq!(end.to_string(), "2026-02-09T12:00:00Z");
        assert!(last < over_before(end + SignedDuration::from_secs(1), 30) && last >= over_before(end, 30));
    }
}
