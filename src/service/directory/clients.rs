//! The clients that act for a controller, made by whoever keeps its entry.

use entity::id::ControllerId;

use crate::domain::code::Code;
use crate::service::call::{Actor, Call};
use crate::service::clients::{self, MadeClient, Party, Wanted};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::store::{ClientOwner, Controller};

use super::{kept, owner, speaks_for_itself, viewer};

/// An entry that the caller keeps.
///
/// # Errors
/// `not_found`; `entry_not_yours` when it is shared and the caller is an organisation.
pub async fn kept_controller(context: &Context, actor: &Actor, id: ControllerId) -> Outcome<Controller> {
    let viewer = viewer(actor)?;
    let controller = context.db.controller(id, viewer).await?.ok_or(Code::NotFound)?;
    if owner(viewer) == controller.owner { Ok(controller) } else { Err(Code::EntryNotYours.into()) }
}

/// Makes a client that acts for a controller. `view` makes the answer out of it.
///
/// # Errors
/// `not_found`, `entry_not_yours`, `not_in_sandbox`, `invalid_field`.
pub async fn create_client<T, V>(
    context: &Context,
    call: Call,
    id: ControllerId,
    wanted: Wanted,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&MadeClient) -> T + Send + 'static,
{
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                speaks_for_itself(&kept(tx, &call, id, None).await?)?;
                Ok(view(&clients::create_for(&inner, tx, &call, Party::Controller(id), wanted).await?))
            })
        })
        .await
}

/// The owner of the clients of a controller whose entry the caller keeps.
///
/// # Errors
/// `not_found`, `entry_not_yours`.
pub async fn client_owner(context: &Context, actor: &Actor, id: ControllerId) -> Outcome<ClientOwner> {
    kept_controller(context, actor, id).await?;
    Ok(ClientOwner::Controller(id))
}
