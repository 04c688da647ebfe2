//! How many requests of a campaign reach one controller in how much time (B-2).
//!
//! Time is divided into windows of the length that the campaign names; the first begins with the first request. In each window
//! at most the number named leaves for one controller. What finds its window full gets a place in the next that has one: so
//! each message is put off once, however much waits, and nothing is looked at before its time. The bound holds for what
//! leaves, not for what was planned: after an interruption nothing is made up for.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Most requests of one window.
pub const MAX_REQUESTS: u32 = 1_000_000;
/// Longest window, in minutes: four weeks.
pub const MAX_MINUTES: u32 = 28 * 24 * 60;

/// At most so many requests to one controller in so much time (B-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Pacing {
    /// How many requests.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub requests: u32,
    /// In how many minutes.
    #[schema(minimum = 1, maximum = 40_320)]
    pub minutes: u32,
}

/// How far the requests of one campaign to one controller have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// When the present window began.
    pub window_from: Timestamp,
    /// Requests that left in it.
    pub sent: u32,
    /// When the window begins in which the next place is free.
    pub place_from: Timestamp,
    /// Places given in it.
    pub places: u32,
}

/// Whether a message may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Now.
    Now,
    /// Not before this instant.
    From(Timestamp),
}

impl Pacing {
    /// Whether both numbers are in their bounds.
    pub const fn is_sound(self) -> bool {
        1 <= self.requests && self.requests <= MAX_REQUESTS && 1 <= self.minutes && self.minutes <= MAX_MINUTES
    }

    fn window(self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.minutes.max(1)))
    }
}

impl Pace {
    /// Nothing has left yet.
    pub const fn starting(now: Timestamp) -> Self {
        Self { window_from: now, sent: 0, place_from: now, places: 0 }
    }

    /// Whether a message that carries so many requests may leave now, or from when. One that carries more than a window takes
    /// has a window for itself.
    pub fn admit(&mut self, pacing: Pacing, requests: u32, now: Timestamp) -> Turn {
        self.open_window(pacing, now);
        if self.sent == 0 || self.sent.saturating_add(requests) <= pacing.requests {
            self.sent = self.sent.saturating_add(requests);
            return Turn::Now;
        }
        if self.place_from <= self.window_from {
            (self.place_from, self.places) = (later(self.window_from, pacing.window()), 0);
        }
        if self.places > 0 && self.places.saturating_add(requests) > pacing.requests {
            (self.place_from, self.places) = (later(self.place_from, pacing.window()), 0);
        }
        self.places = self.places.saturating_add(requests);
        Turn::From(self.place_from)
    }

    /// Goes on to the window of this moment. While places are given, windows follow each other without a gap; after that the
    /// next begins with the next request.
    fn open_window(&mut self, pacing: Pacing, now: Timestamp) {
        let window = pacing.window();
        let passed = now.duration_since(self.window_from);
        if passed < window {
            return;
        }
        let whole = passed.as_secs() / window.as_secs();
        let aligned = later(self.window_from, window.saturating_mul(i32::try_from(whole).unwrap_or(i32::MAX)));
        self.window_from = if self.place_from >= aligned { aligned } else { now };
        self.sent = 0;
    }
}

fn later(from: Timestamp, by: SignedDuration) -> Timestamp {
    from.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN_AN_HOUR: Pacing = Pacing { requests: 10, minutes: 60 };

    fn at(minutes: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes)
    }

    #[test]
    fn a_window_takes_its_number_and_the_others_get_places_in_those_that_follow() {
        let mut pace = Pace::starting(at(0));
        let turns: Vec<Turn> = (0..25).map(|_| pace.admit(TEN_AN_HOUR, 1, at(0))).collect();
        assert!(turns[..10].iter().all(|turn| *turn == Turn::Now));
        assert!(turns[10..20].iter().all(|turn| *turn == Turn::From(at(60))));
        assert!(turns[20..].iter().all(|turn| *turn == Turn::From(at(120))));
        assert!((0..10).all(|_| pace.admit(TEN_AN_HOUR, 1, at(60)) == Turn::Now), "each at its place");
        assert_eq!(pace.admit(TEN_AN_HOUR, 1, at(61)), Turn::From(at(120)), "after the five that have places there");
        assert!((0..6).all(|_| pace.admit(TEN_AN_HOUR, 1, at(120)) == Turn::Now));
    }

    #[test]
    fn what_was_interrupted_is_not_made_up_for() {
        let mut pace = Pace::starting(at(0));
        for _ in 0..40 {
            pace.admit(TEN_AN_HOUR, 1, at(0));
        }
        let late: Vec<Turn> = (0..30).map(|_| pace.admit(TEN_AN_HOUR, 1, at(1_000))).collect();
        assert_eq!(late.iter().filter(|turn| **turn == Turn::Now).count(), 10);
        assert!(late[10..].iter().all(|turn| matches!(turn, Turn::From(from) if *from > at(1_000))));
    }

    #[test]
    fn after_a_rest_a_window_begins_with_the_next_request() {
        let mut pace = Pace::starting(at(0));
        assert_eq!(pace.admit(TEN_AN_HOUR, 10, at(0)), Turn::Now);
        assert_eq!(pace.admit(TEN_AN_HOUR, 10, at(119)), Turn::Now);
        assert_eq!(pace.admit(TEN_AN_HOUR, 1, at(125)), Turn::From(at(179)));
    }

    #[test]
    fn a_bundle_that_is_too_large_has_a_window_for_itself() {
        let mut pace = Pace::starting(at(0));
        assert_eq!(pace.admit(TEN_AN_HOUR, 30, at(0)), Turn::Now);
        assert_eq!(pace.admit(TEN_AN_HOUR, 30, at(0)), Turn::From(at(60)));
        assert_eq!(pace.admit(TEN_AN_HOUR, 1, at(0)), Turn::From(at(120)));
    }

    #[test]
    fn whatever_comes_when_no_window_takes_more_and_all_leave_in_the_end() {
        let pacing = Pacing { requests: 7, minutes: 5 };
        let (mut pace, mut left) = (Pace::starting(at(0)), Vec::new());
        let mut waiting: Vec<(i64, u32)> =
            (0..120_u32).map(|number| (i64::from(number % 13), 1 + number % 3)).collect();
        for minute in 0..2_000 {
            for (due, requests) in std::mem::take(&mut waiting) {
                if due > minute {
                    waiting.push((due, requests));
                    continue;
                }
                match pace.admit(pacing, requests, at(minute)) {
                    Turn::Now => left.push((pace.window_from, requests)),
                    Turn::From(from) => waiting.push((from.as_second() / 60, requests)),
                }
            }
        }
        assert!(waiting.is_empty(), "{} wait for ever", waiting.len());
        let mut windows = std::collections::BTreeMap::new();
        left.iter().for_each(|(window, requests)| *windows.entry(*window).or_insert(0) += requests);
        assert!(windows.values().all(|sent| *sent <= 7), "{windows:?}");
        let starts: Vec<_> = windows.keys().collect();
        assert!(starts.windows(2).all(|pair| pair[1].duration_since(*pair[0]) >= SignedDuration::from_mins(5)));
    }
}
