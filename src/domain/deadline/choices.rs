//! What the law leaves open and an organisation may decide for its requests. Kept with each request, so that its dates can be
//! explained for ever by what was chosen when it was filed (D-15).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Deadline;

/// The longest time in which a question can be called prompt, in working days: beyond it the first month is over.
pub const MAX_PROMPT_WORKING_DAYS: u8 = 20;

text_enum! {
    /// Which of the two dates counts where a suspension makes two (S-5).
    pub enum WhichDate {
        /// The earlier: as if no suspension counted.
        Earlier = "earlier",
        /// The later: as if every suspension counted that is not contested.
        Later = "later",
    }
}

/// The choices behind the dates of a request. Each has the default of the legal specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Choices {
    /// A question stops the clock by itself only if it was asked within this many working days of receipt (S-4).
    #[schema(minimum = 1, maximum = 20)]
    pub prompt_working_days: u8,
    /// Which date reminders count from (S-5).
    pub reminders_from: WhichDate,
    /// Which date has to pass before a complaint about silence (S-5).
    pub complaints_after: WhichDate,
}

impl Default for Choices {
    fn default() -> Self {
        Self { prompt_working_days: 5, reminders_from: WhichDate::Earlier, complaints_after: WhichDate::Later }
    }
}

impl Choices {
    /// Whether they are those of the legal specification.
    pub fn are_default(&self) -> bool {
        *self == Self::default()
    }

    /// Whether each is in its bounds.
    pub const fn are_in_bounds(&self) -> bool {
        1 <= self.prompt_working_days && self.prompt_working_days <= MAX_PROMPT_WORKING_DAYS
    }
}

impl Deadline {
    /// The date reminders count from: the earliest that could be meant, of those that the organisation chose (S-5, H-6, U-5).
    pub fn remind_by(&self) -> Option<Date> {
        let without = match self.choices.reminders_from {
            WhichDate::Earlier => self.without_suspension.map(|dates| dates.final_deadline),
            WhichDate::Later => None,
        };
        self.earliest.into_iter().chain(without).chain(self.strict_reading).min()
    }
}
