//! Asks receivers whether they want what is sent to them, many at one time: an address that never answers holds up no other.

use futures::{StreamExt, stream};

use crate::domain::retry::FailureKind;
use crate::outbound::challenge;
use crate::service::proofs::{self, Challenge, Ended};
use crate::service::{Context, Outcome};

use super::deliver::client;

/// Challenges that are on their way at one time.
const AT_ONCE: usize = 16;

/// Sends challenges that are due. Tells how many there were.
pub(super) async fn prove(context: Context) -> Outcome<u64> {
    let mut due = Vec::new();
    while due.len() < AT_ONCE
        && let Some(challenge) = proofs::begin(&context).await?
    {
        due.push(challenge);
    }
    let sent = due.len() as u64;
    let ends: Vec<Outcome<()>> = stream::iter(due)
        .map(|challenge| {
            let context = &context;
            async move {
                let ended = send(context, &challenge).await;
                proofs::finish(context, &challenge.receiver, ended).await
            }
        })
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    ends.into_iter().collect::<Outcome<()>>().map(|()| sent)
}

async fn send(context: &Context, challenge: &Challenge) -> Ended {
    let Challenge { receiver, secrets, id, value } = challenge;
    let client = match client::of(context) {
        Ok(client) => client,
        Err(error) => {
            tracing::error!(error = %error, "nothing can be sent");
            return Ended::NotSent;
        }
    };
    let now = context.clock.now();
    match challenge::send(&client, &receiver.url, secrets, id.to_string(), value.expose(), now).await {
        Ok(true) => Ended::Met,
        Ok(false) => {
            tracing::info!(receiver = %receiver.id, "a challenge was answered without its value");
            Ended::Missed { kind: FailureKind::ChallengeNotMet, retry_after: None }
        }
        Err(failure) => {
            tracing::info!(receiver = %receiver.id, failure = %failure, "a challenge was not answered");
            match failure.kind() {
                Some(kind) => Ended::Missed { kind, retry_after: failure.retry_after() },
                None => Ended::NotSent,
            }
        }
    }
}
