//! The clients that act for a controller, made by whoever keeps its entry.

use entity::id::{ClientId, ControllerId};

use crate::domain::access::Scope;
use crate::domain::code::Code;
use crate::service::call::{Actor, Call};
use crate::service::clients::{self, NewClient, Party};
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::store::{Client, Controller};

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

/// Makes a client that acts for a controller.
///
/// # Errors
/// `not_found`, `entry_not_yours`, `not_in_sandbox`, `invalid_field`.
pub async fn create_client(
    context: &Context,
    call: Call,
    id: ControllerId,
    name: String,
    scopes: Vec<Scope>,
) -> Outcome<Answer> {
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                speaks_for_itself(&kept(tx, &call, id, None).await?)?;
                let client: NewClient =
                    clients::create_in(&inner, tx, &call, Party::Controller(id), &name, &scopes).await?;
                Ok(client)
            })
        })
        .await
}

/// A client of a controller whose entry the caller keeps.
pub async fn client_of(context: &Context, actor: &Actor, id: ControllerId, client: ClientId) -> Outcome<Client> {
    kept_controller(context, actor, id).await?;
    let found = context.db.client(client).await?;
    found.filter(|client| client.controller == Some(id)).ok_or_else(|| Code::NotFound.into())
}
