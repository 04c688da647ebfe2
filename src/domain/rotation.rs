//! The course of a change of a key, while everything goes on.
//!
//! A key is exchanged in steps, each of which every process knows before the next: the new key is there, then it seals, then what
//! is sealed under older ones is sealed anew, row by row, until a whole pass over all rows finds none. Only then may an older key go.

use jiff::{SignedDuration, Timestamp};

text_enum! {
    /// Which kind of key is changed.
    pub enum RotationKind {
        /// The master key of the instance.
        Master = "master",
        /// The key of one organisation.
        Organisation = "organisation",
        /// A key that signs. It seals nothing, so that its change is done as soon as the next one is made.
        Signing = "signing",
    }
}

text_enum! {
    /// How far a change has come.
    pub enum RotationState {
        /// It was asked for.
        Asked = "asked",
        /// The new key is there, for all processes to take it up; the older one seals.
        Announced = "announced",
        /// The new key seals; what was begun under the older one may still be written.
        Switched = "switched",
        /// A pass over all rows: what stands under another key is sealed anew.
        Moving = "moving",
        /// Nothing stands under another key.
        Done = "done",
    }
}

/// How long a step stands before the next: far longer than a process takes to notice it (seconds), and than anything takes to be
/// written that was sealed before.
pub const GRACE: SignedDuration = SignedDuration::from_secs(60);

impl RotationState {
    /// Whether the next step may be taken at an instant, when this one was taken at another.
    pub fn is_ripe(self, since: Timestamp, now: Timestamp) -> bool {
        match self {
            Self::Asked | Self::Moving => true,
            Self::Announced | Self::Switched => now >= since + GRACE,
            Self::Done => false,
        }
    }

    /// The state after a whole pass: done when it found nothing, and otherwise another pass, after a time in which nobody can
    /// still hold a row as it was.
    pub const fn after_pass(found: i64) -> Self {
        if found == 0 { Self::Done } else { Self::Switched }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_others_must_notice_stand_for_a_while() {
        let since = Timestamp::UNIX_EPOCH;
        for state in [RotationState::Announced, RotationState::Switched] {
            assert!(!state.is_ripe(since, since + GRACE - SignedDuration::from_millis(1)));
            assert!(state.is_ripe(since, since + GRACE));
        }
        assert!(RotationState::Asked.is_ripe(since, since) && RotationState::Moving.is_ripe(since, since));
        assert!(!RotationState::Done.is_ripe(since, since + GRACE));
    }

    #[test]
    fn an_older_key_goes_only_after_a_pass_that_found_nothing() {
        assert_eq!(RotationState::after_pass(0), RotationState::Done);
        assert_eq!(RotationState::after_pass(1), RotationState::Switched);
    }
}
