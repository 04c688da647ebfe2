//! The proof that a receiver wants what is sent to it: whoever runs it answers a signed challenge with the value in it.
//!
//! Whoever enters an address says where requests about people go, so nothing is delivered there before the address has answered
//! for itself. What waits for it waits; it does not fail. A proof holds for one address and ends when another takes its place. The
//! challenges of an address that does not answer end after days: what waits then becomes somebody's task, as everything that
//! cannot be delivered does.

use jiff::{SignedDuration, Timestamp};

use super::retry::FailureKind;

text_enum! {
    /// Whether a receiver has shown that it wants what is sent to it.
    pub enum ProofState {
        /// It is being asked; messages wait.
        Pending = "pending",
        /// It has answered a challenge, at this address.
        Proven = "proven",
        /// It was asked for days without an answer, or said that it is gone. It is not asked again unless somebody says so.
        Failed = "failed",
    }
}

/// Waiting time after each challenge that was not answered, in seconds: often at first, when a receiver is just being set up, and
/// seldom later, since the address may be that of somebody who has asked for nothing.
const WAITS_SECONDS: [i64; 20] =
    [2, 4, 8, 10, 10, 15, 15, 30, 30, 60, 60, 120, 300, 900, 3_600, 10_800, 21_600, 43_200, 86_400, 86_400];

/// Most challenges in a row.
pub const MAX_CHALLENGES: usize = WAITS_SECONDS.len() + 1;

/// Each wait is stretched by at most this share, so that receivers that failed together are not asked together.
const STRETCH: f64 = 0.2;

/// A `Retry-After` is honoured up to this long.
const ASKED_MAX: SignedDuration = SignedDuration::from_hours(1);

/// What is known of a receiver's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReceiverProof {
    /// Whether it is proven.
    pub state: ProofState,
    /// When it was proven, or when the last challenge failed; none before the first has ended.
    pub at: Option<Timestamp>,
    /// Why the last challenge failed; none when it is proven.
    pub failure: Option<FailureKind>,
    /// Challenges since it was last asked for.
    pub challenges: i32,
    /// When the next challenge is sent; none when no more will be.
    pub due_at: Option<Timestamp>,
}

impl ReceiverProof {
    /// Nothing is known of the address: the first challenge is due.
    pub const fn asked(now: Timestamp) -> Self {
        Self { state: ProofState::Pending, at: None, failure: None, challenges: 0, due_at: Some(now) }
    }

    /// A challenge is on its way. If nobody tells how it ended, the next is due at `otherwise`.
    pub const fn begun(self, otherwise: Timestamp) -> Self {
        Self { challenges: self.challenges.saturating_add(1), due_at: Some(otherwise), ..self }
    }

    /// The challenge was answered.
    pub const fn answered(self, at: Timestamp) -> Self {
        Self { state: ProofState::Proven, at: Some(at), failure: None, due_at: None, ..self }
    }

    /// The challenge was not answered. `retry_after` is what the receiver asked for, `unit` a random number from 0 to 1.
    pub fn missed(self, at: Timestamp, kind: FailureKind, retry_after: Option<SignedDuration>, unit: f64) -> Self {
        let number = usize::try_from(self.challenges).unwrap_or(usize::MAX).saturating_sub(1);
        let wait = WAITS_SECONDS.get(number).filter(|_| kind != FailureKind::Gone).map(|seconds| {
            let stretched = *seconds as f64 * 1_000.0 * (1.0 + STRETCH * unit.clamp(0.0, 1.0));
            let asked = retry_after.unwrap_or(SignedDuration::ZERO).min(ASKED_MAX);
            SignedDuration::from_millis(stretched.round() as i64).max(asked)
        });
        let state = if wait.is_some() { ProofState::Pending } else { ProofState::Failed };
        Self { state, at: Some(at), failure: Some(kind), due_at: wait.map(|wait| at + wait), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp::UNIX_EPOCH;

    #[test]
    fn an_address_that_never_answers_is_asked_for_days_and_then_no_more() {
        let (mut proof, mut now) = (ReceiverProof::asked(START), START);
        let mut asked = 0;
        while let Some(due) = proof.due_at {
            assert_eq!(proof.state, ProofState::Pending);
            now = due;
            asked += 1;
            proof = proof.begun(now + SignedDuration::from_secs(60));
            proof = proof.missed(now, FailureKind::ConnectionFailed, None, 0.0);
        }
        assert_eq!((proof.state, proof.failure), (ProofState::Failed, Some(FailureKind::ConnectionFailed)));
        assert_eq!(asked, MAX_CHALLENGES);
        let days = now.duration_since(START).as_hours() / 24;
        assert!((2..=4).contains(&days), "{days}");
        assert!(WAITS_SECONDS.is_sorted(), "ever more rarely");
    }

    #[test]
    fn waits_are_stretched_a_little_and_longer_when_the_receiver_asks_for_it() {
        let first = ReceiverProof::asked(START).begun(START);
        let wait = |unit: f64, asked: Option<i64>| {
            let asked = asked.map(SignedDuration::from_secs);
            let due = first.missed(START, FailureKind::Overloaded, asked, unit).due_at.unwrap();
            due.duration_since(START).as_millis()
        };
        assert_eq!((wait(0.0, None), wait(1.0, None), wait(7.0, None)), (2_000, 2_400, 2_400));
        assert_eq!((wait(0.0, Some(90)), wait(0.0, Some(1))), (90_000, 2_000));
        assert_eq!(wait(0.0, Some(1_000_000)), 3_600_000);
    }

    #[test]
    fn a_proof_keeps_its_day_and_what_is_gone_is_not_asked_again() {
        let begun = ReceiverProof::asked(START).begun(START);
        let proven = begun.answered(START);
        assert_eq!((proven.state, proven.at, proven.due_at), (ProofState::Proven, Some(START), None));
        let gone = begun.missed(START, FailureKind::Gone, None, 0.0);
        assert_eq!((gone.state, gone.due_at, gone.failure), (ProofState::Failed, None, Some(FailureKind::Gone)));
    }
}
