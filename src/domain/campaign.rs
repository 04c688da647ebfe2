//! What a campaign decides for all its requests. It has no clock of its own (B-1).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pacing::Pacing;
use super::reminders::Reminders;

/// Longest undo window, in seconds: a week.
pub const MAX_UNDO_WINDOW_SECONDS: u32 = 7 * 24 * 3_600;

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

/// How the requests of a campaign are sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// For how long a filing can be undone before anything leaves, in seconds.
    #[schema(maximum = 604800)]
    pub undo_window_seconds: u32,
    /// On which days before a deadline the organisation is reminded; 0 is the day of expiry. At most ten, at most 90 days before.
    /// A change holds for requests that are open, too.
    pub reminders: Reminders,
    /// How many requests reach one controller in how much time (B-2); no bound when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pacing: Option<Pacing>,
}

impl Default for Policy {
    fn default() -> Self {
        Self { undo_window_seconds: 15 * 60, reminders: Reminders::default(), pacing: None }
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
    /// The field that is out of its bounds.
    pub fn check(&self) -> Result<(), PolicyFault> {
        if self.undo_window_seconds > MAX_UNDO_WINDOW_SECONDS {
            return Err(PolicyFault { pointer: "/undo_window_seconds", accepted: "0 to 604800 seconds" });
        }
        if !self.reminders.are_in_bounds() {
            return Err(PolicyFault { pointer: "/reminders", accepted: "at most 10 different days, 0 to 90" });
        }
        if self.pacing.is_some_and(|pacing| !pacing.is_sound()) {
            let accepted = "1 to 1000000 requests in 1 to 40320 minutes";
            return Err(PolicyFault { pointer: "/pacing", accepted });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_holds_and_an_empty_object_is_it() {
        assert_eq!(Policy::default().check(), Ok(()));
        assert_eq!(serde_json::from_str::<Policy>("{}").unwrap(), Policy::default());
    }

    #[test]
    fn every_bound_is_reached() {
        let window = |undo_window_seconds| Policy { undo_window_seconds, ..Policy::default() };
        assert_eq!(window(MAX_UNDO_WINDOW_SECONDS).check(), Ok(()));
        assert_eq!(window(MAX_UNDO_WINDOW_SECONDS + 1).check().unwrap_err().pointer, "/undo_window_seconds");
        let twice = Policy { reminders: vec![7, 7].into(), ..Policy::default() };
        assert_eq!(twice.check().unwrap_err().pointer, "/reminders");
        let paced = |requests, minutes| {
            Policy { pacing: Some(Pacing { requests, minutes }), ..Policy::default() }
                .check()
                .map_err(|fault| fault.pointer)
        };
        assert_eq!(paced(1, 40_320), Ok(()));
        for (requests, minutes) in [(0, 1), (1, 0), (1_000_001, 1), (1, 40_321)] {
            assert_eq!(paced(requests, minutes), Err("/pacing"));
        }
    }
}
