//! JSON of the proof that a webhook wants what is sent to it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::proof::{ProofState, ReceiverProof};
use crate::domain::retry::FailureKind;

/// Whether a webhook has answered a challenge at its present address. Nothing else is sent to it before; what is to be sent waits.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct WebhookProof {
    /// Whether it is proven.
    pub state: ProofState,
    /// When it was proven; absent otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proven_at: Option<Timestamp>,
    /// When the last challenge failed; absent when none has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failed_at: Option<Timestamp>,
    /// Why the last challenge failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<FailureKind>,
    /// When the next challenge is sent; absent when no more will be, unless they are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_challenge_at: Option<Timestamp>,
}

impl From<&ReceiverProof> for WebhookProof {
    fn from(proof: &ReceiverProof) -> Self {
        let proven = proof.state == ProofState::Proven;
        Self {
            state: proof.state,
            proven_at: proof.at.filter(|_| proven),
            failed_at: proof.at.filter(|_| !proven),
            failure: proof.failure,
            next_challenge_at: proof.due_at,
        }
    }
}
