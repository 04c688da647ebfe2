//! When a failed delivery is tried again.
//!
//! The schedule is that of Standard Webhooks (at once, then ten hours over three days), followed by a tail of daily attempts,
//! because a legal filing must not vanish: after the last attempt the delivery is exhausted and becomes somebody's task. One
//! pure function decides, from the kind of failure and the number of the attempt.

use jiff::SignedDuration;

/// Waiting time after each failed attempt, in seconds. The first attempt is made at once.
///
/// Up to 24 h this is the schedule of Standard Webhooks (75 h 35 min in all); the rest is our tail.
const WAITS_SECONDS: [i64; 13] = [
    5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, //
    86_400, 86_400, 86_400, 86_400,
];

/// How many attempts are made before a delivery is exhausted.
pub const MAX_ATTEMPTS: u32 = WAITS_SECONDS.len() as u32 + 1;

/// Each wait is stretched or shortened by at most this share, so that failures do not come back together.
const JITTER: f64 = 0.2;

/// A receiver that is overloaded is left alone for at least this long.
const OVERLOADED_WAIT_SECONDS: i64 = 60;

/// A `Retry-After` is honoured up to this long, or up to twice the scheduled wait if that is longer.
const RETRY_AFTER_SECONDS: i64 = 3_600;

text_enum! {
    /// Why an attempt failed.
    pub enum FailureKind {
        /// The name could not be resolved.
        NameNotFound = "name_not_found",
        /// The address is in a range that is never dialled.
        AddressRefused = "address_refused",
        /// No connection, or it broke.
        ConnectionFailed = "connection_failed",
        /// The certificate or the handshake was not accepted.
        TlsFailed = "tls_failed",
        /// No complete answer in time.
        TimedOut = "timed_out",
        /// The answer was larger than is read.
        AnswerTooLarge = "answer_too_large",
        /// A redirect, which is never followed.
        Redirected = "redirected",
        /// 410: the receiver says that it is gone.
        Gone = "gone",
        /// 429: the receiver asks for less.
        TooManyRequests = "too_many_requests",
        /// Another status from 400 to 499.
        ClientError = "client_error",
        /// 502, 503 or 504: the receiver is overloaded or down.
        Overloaded = "overloaded",
        /// Another status from 500 on, or one that HTTP does not know.
        ServerError = "server_error",
        /// A challenge was answered without the value that was in it.
        ChallengeNotMet = "challenge_not_met",
    }
}

impl FailureKind {
    /// The kind of failure that a status is, or none for success (2xx only).
    pub const fn of_status(status: u16) -> Option<Self> {
        match status {
            200..=299 => None,
            300..=399 => Some(Self::Redirected),
            410 => Some(Self::Gone),
            429 => Some(Self::TooManyRequests),
            400..=499 => Some(Self::ClientError),
            502..=504 => Some(Self::Overloaded),
            _ => Some(Self::ServerError),
        }
    }

    /// Whether the receiver should be sent less for a while.
    pub const fn slows_down(self) -> bool {
        matches!(self, Self::TimedOut | Self::TooManyRequests | Self::Overloaded)
    }
}

/// What follows a failed attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Try again after this time.
    Retry {
        /// From the end of the failed attempt.
        wait: SignedDuration,
        /// Whether the whole receiver should be sent less for a while.
        slow_down: bool,
    },
    /// Disable the endpoint and make a task of what waits for it.
    Disable,
    /// No attempt is left: make a task of it.
    Exhausted,
}

/// Decides what follows a failure.
///
/// `attempt` is the number of the attempt that failed, from 1. `retry_after` is what the receiver asked for. `unit` is a random
/// number from 0 to 1.
pub fn after_failure(attempt: u32, kind: FailureKind, retry_after: Option<SignedDuration>, unit: f64) -> Next {
    if kind == FailureKind::Gone {
        return Next::Disable;
    }
    let Some(&scheduled) = WAITS_SECONDS.get(attempt.saturating_sub(1) as usize) else {
        return Next::Exhausted;
    };
    let mut base = scheduled;
    if kind.slows_down() {
        base = base.max(OVERLOADED_WAIT_SECONDS);
    }
    let stretch = 1.0 - JITTER + 2.0 * JITTER * unit.clamp(0.0, 1.0);
    let jittered = SignedDuration::from_millis((base as f64 * 1_000.0 * stretch).round() as i64);
    let longest = SignedDuration::from_secs(RETRY_AFTER_SECONDS.max(2 * base));
    let asked = retry_after.unwrap_or(SignedDuration::ZERO).min(longest);
    Next::Retry { wait: jittered.max(asked), slow_down: kind.slows_down() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(attempt: u32, kind: FailureKind, retry_after: Option<i64>, unit: f64) -> i64 {
        match after_failure(attempt, kind, retry_after.map(SignedDuration::from_secs), unit) {
            Next::Retry { wait, .. } => wait.as_millis() as i64,
            next => panic!("{next:?}"),
        }
    }

    /// The table is printed here, so that no comment has to repeat it.
    #[test]
    fn the_schedule_is_that_of_standard_webhooks_and_a_tail() {
        let mut total = 0;
        let mut lines = Vec::new();
        for attempt in 1..MAX_ATTEMPTS {
            total += wait(attempt, FailureKind::ServerError, None, 0.5) / 1_000;
            lines.push(format!(
                "attempt {} after {}:{:02}:{:02}",
                attempt + 1,
                total / 3_600,
                total / 60 % 60,
                total % 60
            ));
        }
        assert_eq!(
            lines,
            [
                "attempt 2 after 0:00:05",
                "attempt 3 after 0:05:05",
                "attempt 4 after 0:35:05",
                "attempt 5 after 2:35:05",
                "attempt 6 after 7:35:05",
                "attempt 7 after 17:35:05",
                "attempt 8 after 31:35:05",
                "attempt 9 after 51:35:05",
                "attempt 10 after 75:35:05",
                "attempt 11 after 99:35:05",
                "attempt 12 after 123:35:05",
                "attempt 13 after 147:35:05",
                "attempt 14 after 171:35:05",
            ]
        );
        assert_eq!(after_failure(MAX_ATTEMPTS, FailureKind::ServerError, None, 0.5), Next::Exhausted);
        assert_eq!(after_failure(u32::MAX, FailureKind::ServerError, None, 0.5), Next::Exhausted);
    }

    #[test]
    fn jitter_stays_within_a_fifth() {
        for attempt in 1..MAX_ATTEMPTS {
            let base = wait(attempt, FailureKind::ServerError, None, 0.5);
            assert_eq!(wait(attempt, FailureKind::ServerError, None, 0.0), base * 4 / 5);
            assert_eq!(wait(attempt, FailureKind::ServerError, None, 1.0), base * 6 / 5);
            assert_eq!(wait(attempt, FailureKind::ServerError, None, 7.0), base * 6 / 5);
        }
    }

    #[test]
    fn an_overloaded_receiver_is_left_alone() {
        for kind in [FailureKind::TimedOut, FailureKind::TooManyRequests, FailureKind::Overloaded] {
            assert_eq!(wait(1, kind, None, 0.5), 60_000, "{kind}");
            assert_eq!(wait(2, kind, None, 0.5), 300_000, "{kind}");
            assert!(matches!(after_failure(1, kind, None, 0.5), Next::Retry { slow_down: true, .. }));
        }
        assert!(matches!(after_failure(1, FailureKind::ServerError, None, 0.5), Next::Retry { slow_down: false, .. }));
    }

    #[test]
    fn retry_after_is_honoured_within_limits() {
        let asked = |attempt, seconds| wait(attempt, FailureKind::TooManyRequests, Some(seconds), 0.5) / 1_000;
        assert_eq!(asked(1, 10), 60, "never sooner than scheduled");
        assert_eq!(asked(1, 120), 120);
        assert_eq!(asked(1, 999_999), 3_600, "never later than an hour …");
        assert_eq!(asked(9, 999_999), 2 * 86_400, "… or twice the schedule");
        assert_eq!(asked(1, -5), 60);
    }

    #[test]
    fn gone_disables_at_any_attempt() {
        assert_eq!(after_failure(1, FailureKind::Gone, None, 0.5), Next::Disable);
        assert_eq!(after_failure(99, FailureKind::Gone, None, 0.5), Next::Disable);
    }

    #[test]
    fn every_status_has_one_kind() {
        for status in 0..=u16::MAX {
            let kind = FailureKind::of_status(status);
            assert_eq!(kind.is_none(), (200..300).contains(&status), "{status}");
        }
        assert_eq!(FailureKind::of_status(302), Some(FailureKind::Redirected));
        assert_eq!(FailureKind::of_status(404), Some(FailureKind::ClientError));
        assert_eq!(FailureKind::of_status(500), Some(FailureKind::ServerError));
        assert_eq!(FailureKind::of_status(503), Some(FailureKind::Overloaded));
    }
}
