//! What a campaign decides for all its requests. It has no clock of its own (B-1).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::deadline::{Choices, WhichDate};
use super::pacing::Pacing;
use super::reminders::{QuestionReminders, Reminders};

/// Longest undo window, in seconds: a week.
pub const MAX_UNDO_WINDOW_SECONDS: u32 = 7 * 24 * 3_600;

/// Longest time after which an identical request still counts as recent, in months.
pub const MAX_RECENT_MONTHS: u8 = 24;

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
    /// A question of a controller stops the clock by itself only if it was asked within this many working days of receipt (S-4).
    /// Holds for what is filed from now on, as all below.
    #[schema(minimum = 1, maximum = 20)]
    pub prompt_working_days: u8,
    /// Which date reminders count from where a suspension makes two (S-5).
    pub reminders_from: WhichDate,
    /// Which date has to pass before a complaint about silence where a suspension makes two (S-5).
    pub complaints_after: WhichDate,
    /// How recent an identical request must be to be worth a warning, in months; 0 never warns (B-4).
    #[schema(maximum = 24)]
    pub recent_request_months: u8,
    /// On which days after a question of the controller the person is to be reminded of it, while it waits (S-6). At most ten, 1
    /// to 90 days after.
    pub question_reminders: QuestionReminders,
}

impl Default for Policy {
    fn default() -> Self {
        let Choices { prompt_working_days, reminders_from, complaints_after } = Choices::default();
        Self {
            undo_window_seconds: 15 * 60,
            reminders: Reminders::default(),
            pacing: None,
            prompt_working_days,
            reminders_from,
            complaints_after,
            recent_request_months: 3,
            question_reminders: QuestionReminders::default(),
        }
    }
}

/// A change of a policy: each part that is given takes the place of the present one, every other stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PolicyChange {
    /// For how long a filing can be undone before anything leaves, in seconds.
    #[schema(maximum = 604800)]
    pub undo_window_seconds: Option<u32>,
    /// On which days before a deadline the organisation is reminded.
    pub reminders: Option<Reminders>,
    /// How many requests reach one controller in how much time (B-2).
    pub pacing: Option<Pacing>,
    /// Whether the pace is taken away, so that nothing bounds it. Not together with `pacing`.
    pub without_pacing: Option<bool>,
    /// When a question is prompt, in working days after receipt (S-4).
    #[schema(minimum = 1, maximum = 20)]
    pub prompt_working_days: Option<u8>,
    /// Which date reminders count from (S-5).
    pub reminders_from: Option<WhichDate>,
    /// Which date has to pass before a complaint about silence (S-5).
    pub complaints_after: Option<WhichDate>,
    /// How recent an identical request must be to be worth a warning, in months (B-4).
    #[schema(maximum = 24)]
    pub recent_request_months: Option<u8>,
    /// On which days after a question the person is to be reminded of it (S-6).
    pub question_reminders: Option<QuestionReminders>,
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
    /// What it decides where the law is open.
    pub const fn choices(&self) -> Choices {
        Choices {
            prompt_working_days: self.prompt_working_days,
            reminders_from: self.reminders_from,
            complaints_after: self.complaints_after,
        }
    }

    /// The policy with the parts of a change in place of its own.
    ///
    /// # Errors
    /// The field that is out of its bounds, or contradicts another.
    pub fn changed_by(self, change: PolicyChange) -> Result<Self, PolicyFault> {
        let ends_pacing = change.without_pacing.unwrap_or(false);
        if ends_pacing && change.pacing.is_some() {
            return Err(PolicyFault { pointer: "/without_pacing", accepted: "one of `pacing` and `without_pacing`" });
        }
        let changed = Self {
            undo_window_seconds: change.undo_window_seconds.unwrap_or(self.undo_window_seconds),
            reminders: change.reminders.unwrap_or(self.reminders),
            pacing: if ends_pacing { None } else { change.pacing.or(self.pacing) },
            prompt_working_days: change.prompt_working_days.unwrap_or(self.prompt_working_days),
            reminders_from: change.reminders_from.unwrap_or(self.reminders_from),
            complaints_after: change.complaints_after.unwrap_or(self.complaints_after),
            recent_request_months: change.recent_request_months.unwrap_or(self.recent_request_months),
            question_reminders: change.question_reminders.unwrap_or(self.question_reminders),
        };
        changed.check()?;
        Ok(changed)
    }

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
        if !self.choices().are_in_bounds() {
            return Err(PolicyFault { pointer: "/prompt_working_days", accepted: "1 to 20 working days" });
        }
        if self.recent_request_months > MAX_RECENT_MONTHS {
            return Err(PolicyFault { pointer: "/recent_request_months", accepted: "0 to 24 months" });
        }
        if !self.question_reminders.are_in_bounds() {
            return Err(PolicyFault { pointer: "/question_reminders", accepted: "at most 10 different days, 1 to 90" });
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
        let faults = |policy: Policy| policy.check().map_err(|fault| fault.pointer);
        for days in [0, 21] {
            let policy = Policy { prompt_working_days: days, ..Policy::default() };
            assert_eq!(faults(policy), Err("/prompt_working_days"));
        }
        assert_eq!(faults(Policy { recent_request_months: 24, ..Policy::default() }), Ok(()));
        assert_eq!(faults(Policy { recent_request_months: 25, ..Policy::default() }), Err("/recent_request_months"));
        for days in [vec![0], vec![91], vec![3, 3]] {
            let policy = Policy { question_reminders: days.into(), ..Policy::default() };
            assert_eq!(faults(policy), Err("/question_reminders"));
        }
    }

    #[test]
    fn a_change_leaves_alone_what_it_does_not_name() {
        let pacing = Some(Pacing { requests: 10, minutes: 60 });
        let policy = Policy { pacing, prompt_working_days: 3, ..Policy::default() };
        let change = |json: &str| serde_json::from_str::<PolicyChange>(json).unwrap();
        assert_eq!(policy.clone().changed_by(change("{}")), Ok(policy.clone()));
        let changed = policy.clone().changed_by(change(r#"{"reminders":[3],"pacing":null}"#)).unwrap();
        assert_eq!(changed, Policy { reminders: vec![3].into(), ..policy.clone() });
        let unbound = policy.clone().changed_by(change(r#"{"without_pacing":true}"#)).unwrap();
        assert_eq!(unbound, Policy { pacing: None, ..policy.clone() });
        let both = change(r#"{"without_pacing":true,"pacing":{"requests":1,"minutes":1}}"#);
        assert_eq!(policy.clone().changed_by(both).unwrap_err().pointer, "/without_pacing");
        let wrong = change(r#"{"prompt_working_days":0}"#);
        assert_eq!(policy.changed_by(wrong).unwrap_err().pointer, "/prompt_working_days");
    }
}
