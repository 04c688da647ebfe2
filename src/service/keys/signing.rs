//! Changing the keys that sign. The next key is published before it signs, so that whoever verifies has it by then; the old one
//! is published for ever, since credentials, files and checkpoints that it signed are still to be checked, but its private half is
//! destroyed once it signs no more.

use entity::id::SigningKeyId;
use jiff::{SignedDuration, Timestamp};

use crate::crypto::keyring::place;
use crate::crypto::signing_key::SigningKey;
use crate::domain::access::KeyPurpose;
use crate::domain::audit::AuditAction;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{AuditNote, SHARED, StoredSigningKey, Tx};

/// How long the next key is published before it signs: published keys may be kept for five minutes, and processes notice a new one
/// within seconds.
pub const NOTICE: SignedDuration = SignedDuration::from_mins(10);
/// How long an old key signs webhooks beside the new one, for receivers that keep the key itself and not its address.
const WEBHOOKS_OVERLAP: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long after its end the private half of a key is destroyed: nothing that signs at that moment may be without.
const LINGER: SignedDuration = SignedDuration::from_mins(15);

/// The next key of a purpose, and what becomes of those before.
pub(super) struct NextKey {
    key: StoredSigningKey,
    old: Vec<SigningKeyId>,
    old_end: Timestamp,
    note: AuditNote,
}

/// Makes the next key of a purpose, which signs after a while. It is there once it is written.
pub(super) async fn next_key(context: &Context, purpose: KeyPurpose) -> Outcome<NextKey> {
    let (now, id) = (context.clock.now(), context.ids.next::<SigningKeyId>());
    let (key, signs_from) = (SigningKey::generate(context.random.as_ref()), now + NOTICE);
    let stored = context.db.signing_keys().await?;
    let old = stored.iter().filter(|key| key.purpose == purpose && key.retired_at.is_none()).map(|key| key.id);
    Ok(NextKey {
        key: StoredSigningKey {
            id,
            purpose,
            sealed: context.keys.sealer().seal(&place::SIGNING_SEED.alone(id.0), key.expose_seed())?,
            public_key: key.to_jwk().x.into_bytes(),
            created_at: now,
            signs_from,
            retired_at: None,
        },
        old: old.collect(),
        old_end: if purpose == KeyPurpose::Webhook { signs_from + WEBHOOKS_OVERLAP } else { signs_from },
        note: context.note(&Call::system(), SHARED, AuditAction::Create, id),
    })
}

impl NextKey {
    /// Writes it, and the end of those before. Gives the entry about it.
    pub async fn write(self, tx: &Tx) -> Outcome<AuditNote> {
        for old in self.old {
            tx.retire_signing_key(old, self.old_end).await?;
        }
        tx.add_signing_key(&self.key).await?;
        Ok(self.note)
    }
}

/// Destroys the private halves of keys that sign no more. Tells how many.
pub async fn destroy_retired(context: Context) -> Outcome<u64> {
    let before = context.clock.now() - LINGER;
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let destroyed = tx.destroy_retired_seeds(before).await?;
                if destroyed > 0 {
                    tx.tell_of_changed_keys().await?;
                    tx.note(inner.note(&Call::system(), SHARED, AuditAction::Delete, "signing_key")).await?;
                }
                Ok::<_, Failure>(destroyed)
            })
        })
        .await
}
