//! Asking for a change of a key. What is asked for is a row; workers do the rest, a piece at a time, and go on where one was killed.

use entity::id::{KeyRotationId, OrganisationId};

use crate::domain::access::KeyPurpose;
use crate::domain::rotation::{RotationKind, RotationState};
use crate::service::context::Context;
use crate::store::{KeyRotation, SHARED, StoreError};

use super::KeyError;

/// Why a change of a key is not begun.
#[derive(Debug, thiserror::Error)]
pub enum NotAsked {
    /// The newest key is the one that seals.
    #[error("key {0} seals already and there is no other; `recourse keys new-master` makes a new one")]
    NoNewKey(u8),
    /// There is no organisation with this id.
    #[error("there is no such organisation")]
    NoOrganisation,
    /// One of the same key is on its way.
    #[error("this key is being changed already; `recourse keys status` tells how far it is")]
    OnItsWay,
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
}

impl From<StoreError> for NotAsked {
    fn from(error: StoreError) -> Self {
        Self::Keys(error.into())
    }
}

/// Asks that everything that the master key seals be sealed under another one: the one with this id, or the newest.
///
/// # Errors
/// [`NotAsked`].
pub async fn ask_for_master(context: &Context, to: Option<u8>) -> Result<KeyRotationId, NotAsked> {
    context.keys.look(&context.db).await?;
    let master = context.keys.master();
    let to = to.unwrap_or_else(|| master.highest());
    let check = master.check_value_of(to).map_err(KeyError::from)?;
    if to == master.sealing() {
        return Err(NotAsked::NoNewKey(to));
    }
    ask(context, RotationKind::Master, SHARED, to, Some(check)).await
}

/// Asks that the next key for a purpose be made.
///
/// # Errors
/// [`NotAsked`].
pub async fn ask_for_signing(context: &Context, purpose: KeyPurpose) -> Result<KeyRotationId, NotAsked> {
    let now = context.clock.now();
    if context.db.signing_keys().await?.iter().any(|key| key.purpose == purpose && key.signs_from > now) {
        return Err(NotAsked::OnItsWay);
    }
    ask(context, RotationKind::Signing, SHARED, 0, Some(purpose.as_str().to_owned())).await
}

/// Asks that an organisation get a new key.
///
/// # Errors
/// [`NotAsked`].
pub async fn ask_for_organisation(context: &Context, id: OrganisationId) -> Result<KeyRotationId, NotAsked> {
    context.db.organisation(id).await?.ok_or(NotAsked::NoOrganisation)?;
    ask(context, RotationKind::Organisation, id, 0, None).await
}

async fn ask(
    context: &Context,
    kind: RotationKind,
    organisation: OrganisationId,
    to_version: u8,
    detail: Option<String>,
) -> Result<KeyRotationId, NotAsked> {
    let (id, now) = (context.ids.next(), context.clock.now());
    let new = KeyRotation {
        id,
        kind,
        organisation,
        state: RotationState::Asked,
        to_version,
        detail,
        cursor: None,
        found: 0,
        moved: 0,
        tx_no: 0,
        version: 1,
        started_at: now,
        changed_at: now,
        finished_at: None,
    };
    let added = context.db.write(move |tx| Box::pin(async move { tx.add_rotation(&new).await })).await;
    match added {
        Err(StoreError::Duplicate) => Err(NotAsked::OnItsWay),
        added => Ok(added.map(|()| id)?),
    }
}
