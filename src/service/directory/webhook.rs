//! The webhook of an entry: its receiver, its pace, and the secrets that sign what is sent to it.

use entity::id::ControllerId;
use jiff::SignedDuration;

use crate::crypto::Personal;
use crate::domain::code::Code;
use crate::domain::controller::{Channel, WebhookMode};
use crate::domain::delivery::{ReceiverKind, ReceiverState};
use crate::domain::problem::Problem;
use crate::domain::proof::ReceiverProof;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::service::webhook_secrets::WebhookSecrets;
use crate::store::{Controller, Receiver, Tx};

use super::{Entry, kept, store};

/// Messages in flight at one time when nothing else is asked.
const DEFAULT_CONCURRENCY: i32 = 4;
/// Most messages in flight at one time.
pub const MAX_CONCURRENCY: i32 = 50;
/// Fastest pace that can be agreed.
pub const MAX_PER_MINUTE: i32 = 60_000;

/// What the keeper of an entry decides of its webhook, beside its channel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WebhookChange {
    /// Messages a minute (B-2); an inner none for no bound.
    pub max_per_minute: Option<Option<i32>>,
    /// Messages in flight at one time.
    pub max_concurrency: Option<i32>,
    /// Held back, switched off, or on again.
    pub state: Option<ReceiverState>,
}

/// Brings the receiver in line with the entry's channels and with what its keeper asks. Gives the receiver, and the secret when
/// one was made: for the first webhook and for one that comes back after it was taken away.
pub(super) async fn apply(
    context: &Context,
    tx: &Tx,
    controller: &Controller,
    had_webhook: bool,
    change: &WebhookChange,
) -> Outcome<(Option<Receiver>, Option<Personal<String>>)> {
    let now = context.clock.now();
    let known = tx.receiver(controller.id.into()).await?;
    let Some((url, mode)) = channel(controller) else {
        if *change != WebhookChange::default() {
            let message = "The entry has no channel of the kind `webhook`.";
            return Err(Problem::field("/webhook", Code::InvalidField, message).into());
        }
        let Some(mut known) = known else { return Ok((None, None)) };
        if known.state != ReceiverState::Disabled {
            tx.disable_receiver(known.id, now).await?;
            known.state = ReceiverState::Disabled;
        }
        return Ok((Some(known), None));
    };
    let (mut receiver, fresh) = match known {
        Some(known) if had_webhook => (known, None),
        known => {
            let (secrets, shown) = WebhookSecrets::fresh(context.random.as_ref());
            let secrets = secrets.seal(&context.keys, controller.id.into())?;
            (receiver_of(controller, known, url, mode, secrets, now), Some(shown))
        }
    };
    let moved = receiver.url != url || fresh.is_some();
    if receiver.url != url {
        // Another address has its own health.
        receiver.failing_since = None;
        receiver.paused_until = None;
        receiver.state = ReceiverState::Active;
    }
    receiver.url = url.to_owned();
    receiver.mode = mode;
    receiver.updated_at = now;
    take(&mut receiver, change)?;
    tx.upsert_receiver(&receiver).await?;
    if moved {
        // And it answers for itself before anything is delivered there.
        receiver.proof = ReceiverProof::asked(now);
        tx.set_proof(receiver.id, &receiver.proof).await?;
    }
    Ok((Some(receiver), fresh))
}

fn channel(controller: &Controller) -> Option<(&str, WebhookMode)> {
    controller.channels.iter().find_map(|channel| match channel {
        Channel::Webhook { url, mode, .. } => Some((url.as_str(), *mode)),
        _ => None,
    })
}

fn receiver_of(
    controller: &Controller,
    known: Option<Receiver>,
    url: &str,
    mode: WebhookMode,
    secrets: Vec<u8>,
    now: jiff::Timestamp,
) -> Receiver {
    Receiver {
        id: controller.id.into(),
        kind: ReceiverKind::Controller,
        organisation: controller.owner,
        url: url.to_owned(),
        mode,
        secrets,
        max_concurrency: known.as_ref().map_or(DEFAULT_CONCURRENCY, |known| known.max_concurrency),
        max_per_minute: known.as_ref().and_then(|known| known.max_per_minute),
        state: ReceiverState::Active,
        failing_since: None,
        paused_until: None,
        proof: ReceiverProof::asked(now),
        created_at: known.map_or(now, |known| known.created_at),
        updated_at: now,
    }
}

fn take(receiver: &mut Receiver, change: &WebhookChange) -> Outcome<()> {
    let refuse = |name: &str, max: i32| {
        Failure::from(Problem::field(
            format!("/webhook/{name}"),
            Code::InvalidField,
            format!("Must lie between 1 and {max}."),
        ))
    };
    if let Some(pace) = change.max_per_minute {
        if pace.is_some_and(|pace| !(1..=MAX_PER_MINUTE).contains(&pace)) {
            return Err(refuse("max_per_minute", MAX_PER_MINUTE));
        }
        receiver.max_per_minute = pace;
    }
    if let Some(concurrency) = change.max_concurrency {
        if !(1..=MAX_CONCURRENCY).contains(&concurrency) {
            return Err(refuse("max_concurrency", MAX_CONCURRENCY));
        }
        receiver.max_concurrency = concurrency;
    }
    if let Some(state) = change.state {
        if state == ReceiverState::Active && receiver.state != ReceiverState::Active {
            receiver.failing_since = None;
            receiver.paused_until = None;
        }
        receiver.state = state;
    }
    Ok(())
}

/// Makes a fresh secret for an entry's webhook; the old ones sign beside it until `overlap` is over. `view` makes the answer out of
/// the secret.
///
/// # Errors
/// `not_found`, `entry_not_yours`; `invalid_field` when there is no webhook or too many secrets overlap.
pub async fn rotate_secret<T, V>(
    context: &Context,
    call: Call,
    id: ControllerId,
    overlap: SignedDuration,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Entry, &WebhookSecrets) -> T + Send + 'static,
{
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 200, move |tx| {
            Box::pin(async move {
                let mut controller = kept(tx, &call, id, None).await?;
                channel(&controller).ok_or_else(no_webhook)?;
                let mut receiver = tx.receiver(id.into()).await?.ok_or_else(no_webhook)?;
                let now = inner.clock.now();
                let mut secrets = WebhookSecrets::open(&inner.keys, &receiver)?;
                let shown = secrets.rotate(overlap, now, inner.random.as_ref())?;
                receiver.secrets = secrets.seal(&inner.keys, receiver.id)?;
                receiver.updated_at = now;
                tx.update_receiver(&receiver).await?;
                // The entry's version holds two rotations at once apart.
                store(&inner, tx, &call, &mut controller).await?;
                let entry = Entry { controller, receiver: Some(receiver), fresh_secret: Some(shown) };
                Ok(view(&entry, &secrets))
            })
        })
        .await
}

/// Sends another challenge to an entry's webhook, now: its proof, whatever it was, has to be given again.
///
/// # Errors
/// `not_found`, `entry_not_yours`; `invalid_field` when there is no webhook.
pub async fn challenge<T, V>(context: &Context, call: Call, id: ControllerId, view: V) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Receiver) -> T + Send + 'static,
{
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 202, move |tx| {
            Box::pin(async move {
                let mut controller = kept(tx, &call, id, None).await?;
                channel(&controller).ok_or_else(no_webhook)?;
                let mut receiver = tx.receiver(id.into()).await?.ok_or_else(no_webhook)?;
                receiver.proof = ReceiverProof::asked(inner.clock.now());
                tx.set_proof(receiver.id, &receiver.proof).await?;
                store(&inner, tx, &call, &mut controller).await?;
                Ok(view(&receiver))
            })
        })
        .await
}

fn no_webhook() -> Problem {
    Problem::with_detail(Code::InvalidField, "The entry has no channel of the kind `webhook`.")
}
