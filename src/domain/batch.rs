//! One upload of people into a campaign: its states, the moves between them, and its figures.
//!
//! | from \ step | upload completed | claim | finish | fail | cancel | promote |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | receiving | queued | | | failed | cancelled | |
//! | queued | | processing | | failed | cancelled | |
//! | processing | | processing | validated or filed | failed | cancelling | |
//! | validated | | | | | cancelled | queued |
//! | filed | | | | | cancelling | |
//! | cancelling | | cancelling | cancelled | | | |
//! | cancelled, failed | | | | | | |
//!
//! A claim that stays in its state is that of a worker taking over from one that died. Cancelling takes back what has not
//! left: within the undo window that is everything.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::code::Code;

/// After so long without a further byte a batch that waits for its upload is cancelled. An upload takes minutes, and one that
/// broke off is begun anew; a week leaves room for whoever finds on Monday what failed before the weekend or a holiday. Longer,
/// people's data would lie there for nothing (P-5).
pub const RECEIVING_DISUSE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// After so long a batch that was validated and never filed is cancelled. A month is enough to mend what the check found, or to
/// have the filing decided by a board that meets monthly; what was found of people and mandates is out of date by then.
pub const VALIDATED_DISUSE: SignedDuration = SignedDuration::from_hours(31 * 24);

text_enum! {
    /// What is to be done with an upload.
    pub enum BatchMode {
        /// Check every line and tell what would happen; nothing is filed.
        Validate = "validate",
        /// Record people and mandates, and file the requests.
        File = "file",
    }
}

text_enum! {
    /// How far a batch got.
    pub enum BatchState {
        /// Parts of the upload are coming in.
        Receiving = "receiving",
        /// The upload is complete and durable, and waits for a worker.
        Queued = "queued",
        /// A worker goes through the lines.
        Processing = "processing",
        /// Every line was checked; nothing was filed.
        Validated = "validated",
        /// Every line was gone through, and what could be filed is filed.
        Filed = "filed",
        /// What was filed is being taken back.
        Cancelling = "cancelling",
        /// Ended by its owner, or left unused for too long; nothing of it will be sent.
        Cancelled = "cancelled",
        /// The upload as a whole could not be read; see its problem code.
        Failed = "failed",
    }
}

text_enum! {
    /// How an upload is written.
    pub enum UploadFormat {
        /// Comma-separated values with one header line, in any of the usual dialects.
        Csv = "csv",
        /// One JSON object per line.
        Ndjson = "ndjson",
    }
}

text_enum! {
    /// What became of one line.
    pub enum LineOutcome {
        /// Nothing stands against it; nothing was filed, because the batch only validates.
        Valid = "valid",
        /// A request was filed with each controller.
        Filed = "filed",
        /// Nothing stands against some of the controllers; nothing was filed, because the batch only validates.
        PartlyValid = "partly_valid",
        /// Some controllers got a request, others could not.
        PartlyFiled = "partly_filed",
        /// Nothing was filed.
        Refused = "refused",
    }
}

/// Something that happens to a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchStep {
    /// The last part of the upload is durable.
    UploadCompleted,
    /// A worker takes it.
    Claim,
    /// The worker is through with it. The mode is that of the batch.
    Finish(BatchMode),
    /// The upload as a whole cannot be read.
    Fail,
    /// Its owner wants it gone, as far as it has not left; or nobody has used it for long.
    Cancel,
    /// A validated batch is to be filed. Its mode becomes `file`.
    Promote,
}

/// A step that a batch cannot take in its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a batch that is {from} cannot do this")]
pub struct BatchStepRefused {
    /// The state it stays in.
    pub from: BatchState,
    /// What was wanted.
    pub step: BatchStep,
}

impl BatchStepRefused {
    /// What programs decide on.
    pub const fn code(self) -> Code {
        Code::BatchWrongState
    }
}

impl BatchState {
    /// The state after a step: the table above, and the only place that moves a batch.
    ///
    /// # Errors
    /// The step is not in the table for this state.
    pub const fn after(self, step: BatchStep) -> Result<Self, BatchStepRefused> {
        use BatchStep::{Cancel, Claim, Fail, Finish, Promote, UploadCompleted};
        let next = match (self, step) {
            (Self::Receiving, UploadCompleted) | (Self::Validated, Promote) => Self::Queued,
            (Self::Queued | Self::Processing, Claim) => Self::Processing,
            (Self::Cancelling, Claim) => Self::Cancelling,
            (Self::Processing, Finish(BatchMode::Validate)) => Self::Validated,
            (Self::Processing, Finish(BatchMode::File)) => Self::Filed,
            (Self::Cancelling, Finish(_)) => Self::Cancelled,
            (Self::Receiving | Self::Queued | Self::Processing, Fail) => Self::Failed,
            (Self::Receiving | Self::Queued | Self::Validated, Cancel) => Self::Cancelled,
            (Self::Processing | Self::Filed, Cancel) => Self::Cancelling,
            (from, step) => return Err(BatchStepRefused { from, step }),
        };
        Ok(next)
    }

    /// Whether a worker has something to do with it.
    pub const fn is_work(self) -> bool {
        matches!(self, Self::Queued | Self::Processing | Self::Cancelling)
    }

    /// Whether progress has come to an end, so that followers can stop. A validated or filed batch can still be moved by
    /// its owner.
    pub const fn is_at_rest(self) -> bool {
        matches!(self, Self::Validated | Self::Filed | Self::Cancelled | Self::Failed)
    }
}

/// Figures of a batch. They only grow while it is processed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Counts {
    /// Lines gone through, without the header and blank lines.
    pub lines: u64,
    /// Lines valid, filed or partly filed.
    pub accepted: u64,
    /// Lines of which nothing was filed.
    pub refused: u64,
    /// People recorded for the first time.
    pub people_new: u64,
    /// People who were known already.
    pub people_known: u64,
    /// Mandates recorded.
    pub mandates: u64,
    /// Requests filed, or in mode `validate` those that would be.
    pub requests: u64,
    /// Pairs of person and controller that could not be filed, on lines of any outcome.
    pub pairs_refused: u64,
    /// Things to look at that stopped nothing.
    pub warnings: u64,
}

impl Counts {
    /// Adds the figures of a further chunk.
    pub fn add(&mut self, more: &Self) {
        let Self { lines, accepted, refused, people_new, people_known, mandates, requests, pairs_refused, warnings } =
            self;
        for (sum, part) in [
            (lines, more.lines),
            (accepted, more.accepted),
            (refused, more.refused),
            (people_new, more.people_new),
            (people_known, more.people_known),
            (mandates, more.mandates),
            (requests, more.requests),
            (pairs_refused, more.pairs_refused),
            (warnings, more.warnings),
        ] {
            *sum = sum.saturating_add(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [(&str, BatchStep); 7] = [
        ("upload completed", BatchStep::UploadCompleted),
        ("claim", BatchStep::Claim),
        ("finish validating", BatchStep::Finish(BatchMode::Validate)),
        ("finish filing", BatchStep::Finish(BatchMode::File)),
        ("fail", BatchStep::Fail),
        ("cancel", BatchStep::Cancel),
        ("promote", BatchStep::Promote),
    ];

    /// One row per state, one column per step above.
    const TABLE: [(&str, [&str; 7]); 8] = [
        ("receiving", ["queued", "-", "-", "-", "failed", "cancelled", "-"]),
        ("queued", ["-", "processing", "-", "-", "failed", "cancelled", "-"]),
        ("processing", ["-", "processing", "validated", "filed", "failed", "cancelling", "-"]),
        ("validated", ["-", "-", "-", "-", "-", "cancelled", "queued"]),
        ("filed", ["-", "-", "-", "-", "-", "cancelling", "-"]),
        ("cancelling", ["-", "cancelling", "cancelled", "cancelled", "-", "-", "-"]),
        ("cancelled", ["-", "-", "-", "-", "-", "-", "-"]),
        ("failed", ["-", "-", "-", "-", "-", "-", "-"]),
    ];

    #[test]
    fn every_pair_of_state_and_step_is_as_the_table_says() {
        assert_eq!(TABLE.map(|row| row.0).as_slice(), BatchState::ALL.iter().map(|s| s.as_str()).collect::<Vec<_>>());
        for (from, row) in TABLE {
            let from: BatchState = from.parse().expect("a state");
            for ((name, step), expected) in STEPS.into_iter().zip(row) {
                let found = from.after(step);
                assert_eq!(found.map_or("-", BatchState::as_str), expected, "{from} and {name}");
                if let Err(refused) = found {
                    assert_eq!((refused.from, refused.step), (from, step));
                }
            }
        }
    }

    #[test]
    fn a_state_is_received_worked_on_or_at_rest() {
        for state in BatchState::ALL {
            let kinds = [*state == BatchState::Receiving, state.is_work(), state.is_at_rest()];
            assert_eq!(kinds.iter().filter(|k| **k).count(), 1, "{state}");
            assert_eq!(state.is_work(), state.after(BatchStep::Claim).is_ok(), "{state}");
        }
    }

    #[test]
    fn counts_add_up_field_by_field_and_read_back_when_fields_are_new() {
        let mut sum: Counts = serde_json::from_str(r#"{"lines":3,"requests":9}"#).expect("older figures");
        let part = Counts {
            lines: 1,
            accepted: 2,
            refused: 3,
            people_new: 4,
            people_known: 5,
            mandates: 6,
            requests: 7,
            pairs_refused: 8,
            warnings: u64::MAX,
        };
        sum.add(&part);
        sum.add(&Counts { warnings: 1, ..Counts::default() });
        assert_eq!(sum, Counts { lines: 4, requests: 16, ..part });
    }
}
