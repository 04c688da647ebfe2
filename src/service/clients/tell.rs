//! What an organisation is told of its clients. Nobody is told of those of the operator, of controllers and of authorities.

use serde_json::Value;

use crate::domain::event::EventKind;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{Client, ClientOwner, NewEvent, Tx};

pub(super) async fn tell(
    context: &Context,
    tx: &Tx,
    call: &Call,
    client: &Client,
    kind: EventKind,
    data: Value,
) -> Outcome<()> {
    let Some(ClientOwner::Organisation(organisation)) = client.owner() else { return Ok(()) };
    // In the time of the organisation, as all its events.
    let at = context.of_in(tx, organisation).await?.clock.now();
    let event = NewEvent {
        id: context.ids.next(),
        kind: kind.as_str(),
        request: None,
        subject: Some(client.id.to_string()),
        data,
        author: call.actor.name(),
        at,
    };
    Ok(tx.emit(organisation, vec![event]).await?)
}
