//! Receivers prove that they want what is sent to them: a challenge is taken, a worker sends it outside of any transaction, and what
//! came of it is written down, with its audit entry, and told to the organisation whose receiver it is.

use entity::id::DeliveryId;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::crypto::secret::UrlToken;
use crate::crypto::webhook::SigningSecret;
use crate::domain::access::KeyPurpose;
use crate::domain::audit::AuditAction;
use crate::domain::delivery::ReceiverKind;
use crate::domain::event::EventKind;
use crate::domain::proof::ProofState;
use crate::domain::retry::FailureKind;
use crate::store::{NewEvent, Receiver, Tx};

use super::call::Call;
use super::context::Context;
use super::failure::{Failure, Outcome};
use super::webhook_secrets::WebhookSecrets;

/// When a challenge of which nobody tells the end is sent anew: longer than a call can take.
const OTHERWISE: SignedDuration = SignedDuration::from_secs(60);

/// A challenge to be sent now.
pub struct Challenge {
    /// Whom to ask, with the proof as it stands while the challenge is on its way.
    pub receiver: Receiver,
    /// What signs, the newest first.
    pub secrets: Vec<SigningSecret>,
    /// Id of the message.
    pub id: DeliveryId,
    /// What the answer has to give back.
    pub value: UrlToken,
}

/// How a challenge ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The value came back.
    Met,
    /// It did not.
    Missed {
        /// Why.
        kind: FailureKind,
        /// How long the receiver asks us to wait.
        retry_after: Option<SignedDuration>,
    },
    /// Nothing was sent.
    NotSent,
}

/// Takes a challenge that is due; none when there is none.
///
/// # Errors
/// When the secrets of the receiver cannot be read.
pub async fn begin(context: &Context) -> Outcome<Option<Challenge>> {
    let now = context.clock.now();
    let taken = context
        .db
        .write(move |tx: &Tx| {
            Box::pin(async move {
                let Some(mut receiver) = tx.receiver_to_prove(now).await? else { return Ok(None) };
                receiver.proof = receiver.proof.begun(now + OTHERWISE);
                tx.set_proof(receiver.id, &receiver.proof).await?;
                Ok::<_, Failure>(Some(receiver))
            })
        })
        .await?;
    let Some(receiver) = taken else { return Ok(None) };
    let mut secrets = WebhookSecrets::open(&context.keys, &receiver)?.signing(now)?;
    secrets.extend(context.keys.all_signing(KeyPurpose::Webhook).iter().map(|key| SigningSecret::from(key.as_ref())));
    let (id, value) = (context.ids.next(), UrlToken::generate(context.random.as_ref()));
    Ok(Some(Challenge { receiver, secrets, id, value }))
}

/// Writes down how a challenge ended. It counts only for the address that was asked.
///
/// # Errors
/// When the database fails.
pub async fn finish(context: &Context, asked: &Receiver, ended: Ended) -> Outcome<()> {
    let now = context.clock.now();
    let proof = match ended {
        Ended::Met => asked.proof.answered(now),
        Ended::Missed { kind, retry_after } => asked.proof.missed(now, kind, retry_after, context.random.unit()),
        // It stands as begun, and is sent when nobody can be at it any more.
        Ended::NotSent => return Ok(()),
    };
    let (inner, asked) = (context.clone(), asked.clone());
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                if !tx.settle_proof(&asked, &proof).await? || proof.state == ProofState::Pending {
                    return Ok(());
                }
                tell(&inner, tx, &asked, proof.state, now).await
            })
        })
        .await
}

/// The end of a row of challenges, in the record and to the organisation whose receiver it is.
async fn tell(context: &Context, tx: &Tx, receiver: &Receiver, state: ProofState, now: Timestamp) -> Outcome<()> {
    let (name, data) = match receiver.kind {
        ReceiverKind::Controller => {
            let id = entity::id::ControllerId(receiver.id.0);
            (id.to_string(), json!({ "controller_id": id }))
        }
        ReceiverKind::Endpoint => {
            let id = entity::id::EndpointId(receiver.id.0);
            (id.to_string(), json!({ "endpoint_id": id }))
        }
    };
    tx.note(context.note(&Call::system(), receiver.organisation, AuditAction::Change, &name)).await?;
    let Some(organisation) = receiver.organisation else { return Ok(()) };
    let kind = if state == ProofState::Proven { EventKind::WebhookProven } else { EventKind::WebhookUnproven };
    let event = NewEvent {
        id: context.ids.next(),
        kind: kind.as_str(),
        request: None,
        subject: Some(name),
        data,
        author: "system".to_owned(),
        at: now,
    };
    tx.emit(organisation, vec![event]).await?;
    Ok(())
}
