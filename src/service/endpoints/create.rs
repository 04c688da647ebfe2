//! A new endpoint.

use entity::id::{EndpointId, OrganisationId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::controller::WebhookMode;
use crate::domain::delivery::{ReceiverKind, ReceiverState};
use crate::domain::event::EventFilter;
use crate::domain::problem::Problem;
use crate::domain::proof::ReceiverProof;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::service::webhook_secrets::WebhookSecrets;
use crate::store::{Endpoint, Position, Receiver};

use super::{Entry, check_url};

/// Most endpoints of one organisation.
pub const MAX_ENDPOINTS: u64 = 50;
/// Messages in flight at one time.
const CONCURRENCY: i32 = 4;

/// What the owner says of a new endpoint.
#[derive(Debug, Clone)]
pub struct NewEndpoint {
    /// Where messages are posted.
    pub url: String,
    /// What its owner calls it.
    pub description: String,
    /// Which events.
    pub filter: EventFilter,
}

/// Makes an endpoint. It is told what happens from now on.
///
/// # Errors
/// `not_in_sandbox`; `invalid_field` for an address that is never called, or when there are too many endpoints.
pub async fn create<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    new: NewEndpoint,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Entry) -> T + Send + 'static,
{
    if organisation.is_sandbox() {
        return Err(Code::NotInSandbox.into());
    }
    check_url(context, &new.url)?;
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                if tx.tenant(organisation).endpoints(None, MAX_ENDPOINTS).await?.len() as u64 >= MAX_ENDPOINTS {
                    let message = format!("There are {MAX_ENDPOINTS} endpoints already.");
                    return Err(Problem::with_detail(Code::LimitReached, message).into());
                }
                let now = inner.clock.now();
                let id: EndpointId = inner.ids.next();
                let (secrets, shown) = WebhookSecrets::fresh(inner.random.as_ref());
                let receiver = Receiver {
                    id: id.into(),
                    kind: ReceiverKind::Endpoint,
                    organisation: Some(organisation),
                    url: new.url,
                    mode: WebhookMode::Single,
                    secrets: secrets.seal(&inner.keys, id.into())?,
                    max_concurrency: CONCURRENCY,
                    max_per_minute: None,
                    state: ReceiverState::Active,
                    failing_since: None,
                    paused_until: None,
                    proof: ReceiverProof::asked(now),
                    created_at: now,
                    updated_at: now,
                };
                let endpoint = Endpoint {
                    organisation,
                    id,
                    description: new.description,
                    filter: new.filter,
                    state: ReceiverState::Active,
                    // Everything before this transaction is history: it stays in the feed, and can be replayed.
                    cursor: Position { tx_no: tx.number().await? - 1, id: uuid::Uuid::max() },
                    version: 1,
                    created_at: now,
                    updated_at: now,
                };
                tx.upsert_receiver(&receiver).await?;
                tx.add_endpoint(&endpoint).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Create, id)).await?;
                Ok(view(&Entry { endpoint, receiver, fresh_secret: Some(shown) }))
            })
        })
        .await
}
