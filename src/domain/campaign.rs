//! What a campaign decides for all its requests. It has no clock of its own (B-1).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Longest undo window, in seconds: a week.
pub const MAX_UNDO_WINDOW_SECONDS: u32 = 7 * 24 * 3_600;
/// Most reminders before a deadline.
pub const MAX_REMINDERS: usize = 10;
/// The earliest reminder, in days before a deadline.
pub const MAX_REMINDER_DAYS: u16 = 60;

text_enum! {
    /// Where a campaign stands.
    pub enum CampaignState {
        /// Being written; nothing can be filed.
        Draft = "draft",
        /// Open for batches and single requests.
        Active = "active",
        /// Takes nothing new, and what waits to be sent waits on; clocks run on.
        Paused = "paused",
        /// Takes nothing new; what was filed runs to its end.
        Closed = "closed",
    }
}

/// How the requests of a campaign are sent and followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// When the organisation is reminded.
    pub reminders: Reminders,
    /// For how long a filing can be undone before anything leaves, in seconds.
    #[schema(maximum = 604800)]
    pub undo_window_seconds: u32,
}

/// When the organisation is reminded of a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reminders {
    /// Days before a deadline.
    #[schema(max_items = 10)]
    pub days_before: Vec<u16>,
    /// Also on the last day.
    pub on_last_day: bool,
    /// Also when the deadline has passed.
    pub when_overdue: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Self { reminders: Reminders::default(), undo_window_seconds: 15 * 60 }
    }
}

impl Default for Reminders {
    fn default() -> Self {
        Self { days_before: vec![14, 7, 2], on_last_day: true, when_overdue: true }
    }
}

/// A field of a policy that is out of its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolicyFault {
    /// JSON pointer into the policy.
    pub pointer: &'static str,
    /// What is accepted there.
    pub accepted: &'static str,
}

impl Policy {
    /// Checks every bound.
    ///
    /// # Errors
    /// Every field that is out of its bounds.
    pub fn check(&self) -> Result<(), Vec<PolicyFault>> {
        let days = &self.reminders.days_before;
        let faults: Vec<_> = [
            (
                self.undo_window_seconds <= MAX_UNDO_WINDOW_SECONDS,
                PolicyFault { pointer: "/undo_window_seconds", accepted: "0 to 604800 seconds" },
            ),
            (
                days.len() <= MAX_REMINDERS
                    && days.iter().all(|day| (1..=MAX_REMINDER_DAYS).contains(day))
                    && days.windows(2).all(|pair| pair[0] > pair[1]),
                PolicyFault {
                    pointer: "/reminders/days_before",
                    accepted: "at most 10 numbers of days from 60 down to 1, each once, in falling order",
                },
            ),
        ]
        .into_iter()
        .filter_map(|(holds, fault)| (!holds).then_some(fault))
        .collect();
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(change: impl FnOnce(&mut Policy)) -> Vec<&'static str> {
        let mut policy = Policy::default();
        change(&mut policy);
        policy.check().err().unwrap_or_default().into_iter().map(|fault| fault.pointer).collect()
    }

    #[test]
    fn the_default_holds_and_an_empty_object_is_it() {
        assert_eq!(Policy::default().check(), Ok(()));
        assert_eq!(serde_json::from_str::<Policy>("{}").unwrap(), Policy::default());
        let partly: Policy = serde_json::from_str(r#"{"undo_window_seconds": 0}"#).unwrap();
        assert_eq!((partly.undo_window_seconds, partly.reminders), (0, Reminders::default()));
    }

    #[test]
    fn every_bound_is_reached() {
        assert!(faults(|p| p.undo_window_seconds = MAX_UNDO_WINDOW_SECONDS).is_empty());
        assert_eq!(faults(|p| p.undo_window_seconds = MAX_UNDO_WINDOW_SECONDS + 1), ["/undo_window_seconds"]);
        let days = |days: Vec<u16>| faults(|p| p.reminders.days_before = days);
        assert!(days(vec![]).is_empty());
        assert!(days((1..=10).rev().collect()).is_empty());
        for wrong in [(1..=11).rev().collect(), vec![61], vec![0], vec![2, 7], vec![7, 7]] {
            assert_eq!(days(wrong), ["/reminders/days_before"]);
        }
    }
}
