//! The directory of controllers: who keeps an entry, how it is changed, and how it is reached.
//!
//! Shared entries are kept by operators, private entries by their organisation. Whoever keeps an entry sets up its webhook,
//! the keys of its callbacks and the clients that act for it.

mod callback_keys;
mod change;
mod clients;
mod create;
mod entry;
pub mod import;
mod redirects;
pub mod source;
mod webhook;

use entity::id::{ControllerId, OrganisationId};

use crate::crypto::Personal;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::store::{Controller, Receiver, Tx, Viewer};

use super::call::{Actor, Call};
use super::context::Context;
use super::failure::{Failure, Outcome};

pub use callback_keys::{CallbackKeyChange, SharedSecretChange, callback_keys, set_callback_keys};
pub use change::{Change, change};
pub use clients::{client_owner, create_client, kept_controller};
pub use create::{OWN_MAX, create};
pub use entry::Profile;
pub use redirects::{REDIRECTS_MAX, Resolved, resolve};
pub use webhook::{MAX_CONCURRENCY, MAX_PER_MINUTE, WebhookChange, challenge, rotate_secret};

/// An entry with what stands around it.
#[derive(Debug)]
pub struct Entry {
    /// The entry.
    pub controller: Controller,
    /// Its webhook, when it has ever had one.
    pub receiver: Option<Receiver>,
    /// The webhook's secret, when this call made it; to be shown this once.
    pub fresh_secret: Option<Personal<String>>,
}

/// Whose view of the directory a caller has.
///
/// # Errors
/// `insufficient_scope` for callers that have none: a controller sees what was addressed to it, not the directory.
pub fn viewer(actor: &Actor) -> Outcome<Viewer> {
    match actor {
        Actor::Operator(_) => Ok(Viewer::Operator),
        Actor::Organisation(_, id) => Ok(Viewer::Organisation(*id)),
        Actor::System => Ok(Viewer::Service),
        Actor::Controller(..) | Actor::Authority(..) | Actor::Callback(_) | Actor::DataSubject(_) => {
            Err(Code::InsufficientScope.into())
        }
    }
}

/// The owner of what a caller adds.
fn owner(viewer: Viewer) -> Option<OrganisationId> {
    match viewer {
        Viewer::Organisation(id) => Some(id),
        Viewer::Operator | Viewer::Service => None,
    }
}

/// One entry that the caller may see, with its webhook.
pub async fn get(context: &Context, actor: &Actor, id: ControllerId) -> Outcome<Entry> {
    let controller = context.db.controller(id, viewer(actor)?).await?.ok_or(Code::NotFound)?;
    let receiver = context.db.receiver(id.into()).await?;
    Ok(Entry { controller, receiver, fresh_secret: None })
}

/// An entry that the caller keeps, within a transaction.
///
/// # Errors
/// `not_found`; `entry_not_yours` when it is shared and the caller is an organisation; `version_conflict` when `expected` is not
/// its version.
async fn kept(tx: &Tx, call: &Call, id: ControllerId, expected: Option<i32>) -> Outcome<Controller> {
    let viewer = viewer(&call.actor)?;
    let controller = tx.controller(id, viewer).await?.ok_or(Code::NotFound)?;
    if owner(viewer) != controller.owner {
        return Err(Code::EntryNotYours.into());
    }
    if expected.is_some_and(|version| version != controller.version) {
        return Err(Failure::from(Code::VersionConflict));
    }
    Ok(controller)
}

/// Refuses what only a controller needs that speaks for itself: in a sandbox the service speaks for it.
fn speaks_for_itself(controller: &Controller) -> Outcome<()> {
    if controller.owner.is_some_and(|owner| owner.is_sandbox()) { Err(Code::NotInSandbox.into()) } else { Ok(()) }
}

/// Stores a changed entry under its next version, with its audit entry.
async fn store(context: &Context, tx: &Tx, call: &Call, controller: &mut Controller) -> Outcome<()> {
    controller.version += 1;
    controller.updated_at = context.clock.now();
    tx.update_controller(controller).await?;
    Ok(tx.note(context.note(call, controller.owner, AuditAction::Change, controller.id)).await?)
}
