//! How long before a deadline an organisation is reminded of it. When each is due is decided with the request, see
//! [`super::request`].

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Most reminders of one deadline.
pub const MAX_REMINDERS: usize = 10;
/// Earliest reminder, in days before the deadline.
pub const MAX_DAYS_BEFORE: u16 = 90;

/// Days before a deadline on which an organisation is reminded, the earliest reminder first; 0 is the day of expiry. What has
/// passed is always told and stands in no list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(from = "Vec<u16>", into = "Vec<u16>")]
#[schema(value_type = Vec<u16>, max_items = 10, example = json!([14, 7, 2, 0]))]
pub struct Reminders(Vec<u16>);

impl Default for Reminders {
    fn default() -> Self {
        Self(vec![14, 7, 2, 0])
    }
}

impl From<Vec<u16>> for Reminders {
    fn from(mut days: Vec<u16>) -> Self {
        days.sort_unstable_by(|one, other| other.cmp(one));
        Self(days)
    }
}

impl From<Reminders> for Vec<u16> {
    fn from(reminders: Reminders) -> Self {
        reminders.0
    }
}

impl Reminders {
    /// The days, the earliest reminder first.
    pub fn days(&self) -> &[u16] {
        &self.0
    }

    /// Whether they are those of a campaign that says nothing of them.
    pub fn are_default(&self) -> bool {
        *self == Self::default()
    }

    /// Whether each stands once, in the bounds.
    pub fn are_in_bounds(&self) -> bool {
        self.0.len() <= MAX_REMINDERS
            && self.0.first().is_none_or(|most| *most <= MAX_DAYS_BEFORE)
            && self.0.windows(2).all(|pair| pair[0] > pair[1])
    }
}

/// Days after a question of the controller on which the person is to be reminded of it, the first reminder first (S-6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(from = "Vec<u16>", into = "Vec<u16>")]
#[schema(value_type = Vec<u16>, max_items = 10, example = json!([7, 14, 28]))]
pub struct QuestionReminders(Vec<u16>);

impl Default for QuestionReminders {
    fn default() -> Self {
        Self(vec![7, 14, 28])
    }
}

impl From<Vec<u16>> for QuestionReminders {
    fn from(mut days: Vec<u16>) -> Self {
        days.sort_unstable();
        Self(days)
    }
}

impl From<QuestionReminders> for Vec<u16> {
    fn from(reminders: QuestionReminders) -> Self {
        reminders.0
    }
}

impl QuestionReminders {
    /// The days, the first reminder first.
    pub fn days(&self) -> &[u16] {
        &self.0
    }

    /// Whether they are those of a campaign that says nothing of them.
    pub fn are_default(&self) -> bool {
        *self == Self::default()
    }

    /// Whether each stands once, in the bounds.
    pub fn are_in_bounds(&self) -> bool {
        self.0.len() <= MAX_REMINDERS
            && self.0.iter().all(|days| (1..=MAX_DAYS_BEFORE).contains(days))
            && self.0.windows(2).all(|pair| pair[0] < pair[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reminders(days: &[u16]) -> Reminders {
        days.to_vec().into()
    }

    #[test]
    fn they_are_sorted_and_come_back() {
        let read: Reminders = serde_json::from_str("[0, 14, 2, 7]").unwrap();
        assert!(read.are_default() && read.are_in_bounds());
        assert_eq!(serde_json::to_string(&read).unwrap(), "[14,7,2,0]");
    }

    #[test]
    fn every_bound_is_reached() {
        assert!(reminders(&[]).are_in_bounds(), "nobody has to be reminded");
        assert!(reminders(&[MAX_DAYS_BEFORE]).are_in_bounds());
        assert!(!reminders(&[MAX_DAYS_BEFORE + 1]).are_in_bounds());
        assert!(!reminders(&[7, 7]).are_in_bounds());
        let many = |count: u16| Reminders::from((0..count).collect::<Vec<_>>());
        assert!(many(10).are_in_bounds() && !many(11).are_in_bounds());
    }
}
