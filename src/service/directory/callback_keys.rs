//! The keys of an entry's callbacks.

use entity::id::ControllerId;
use jiff::{SignedDuration, Timestamp};

use crate::crypto::Personal;
use crate::service::call::{Actor, Call};
use crate::service::callback_keys::CallbackKeys;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::Controller;

use super::{kept, kept_controller, speaks_for_itself, store};

/// What becomes of the shared secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharedSecretChange {
    /// It stays as it is, or absent.
    Keep,
    /// A fresh one is made; the old ones are taken until the overlap is over.
    Renew {
        /// How long the old ones are taken.
        overlap: SignedDuration,
        /// From when the fresh one is refused; none for no end.
        valid_until: Option<Timestamp>,
    },
    /// None is taken any more.
    Remove,
}

/// What an entry's callback keys are to be.
#[derive(Debug, Clone)]
pub struct CallbackKeyChange {
    /// The public keys `whpk_…`, all of them, with their ends.
    pub public_keys: Vec<(String, Option<Timestamp>)>,
    /// The shared secret.
    pub shared_secret: SharedSecretChange,
}

/// The callback keys of an entry that the caller keeps.
pub async fn callback_keys(context: &Context, actor: &Actor, id: ControllerId) -> Outcome<(Controller, CallbackKeys)> {
    let controller = kept_controller(context, actor, id).await?;
    let keys = CallbackKeys::open(&context.keys, &controller)?;
    Ok((controller, keys))
}

/// Sets the callback keys of an entry that the caller keeps. Gives the fresh secret, to be shown this once.
///
/// # Errors
/// `not_found`, `entry_not_yours`, `version_conflict`, `invalid_field`, `not_in_sandbox`.
pub async fn set_callback_keys(
    context: &Context,
    call: Call,
    id: ControllerId,
    expected: Option<i32>,
    change: CallbackKeyChange,
) -> Outcome<(Controller, CallbackKeys, Option<Personal<String>>)> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut controller = kept(tx, &call, id, expected).await?;
                speaks_for_itself(&controller)?;
                let now = inner.clock.now();
                let mut keys = CallbackKeys::open(&inner.keys, &controller)?;
                keys.set_public(change.public_keys, now)?;
                let shown = match change.shared_secret {
                    SharedSecretChange::Keep => None,
                    SharedSecretChange::Remove => {
                        keys.remove_shared();
                        None
                    }
                    SharedSecretChange::Renew { overlap, valid_until } => {
                        Some(keys.renew_shared(overlap, valid_until, now, inner.random.as_ref())?)
                    }
                };
                controller.callback_keys = keys.seal(&inner.keys, id)?;
                store(&inner, tx, &call, &mut controller).await?;
                Ok::<_, Failure>((controller, keys, shown))
            })
        })
        .await
}
