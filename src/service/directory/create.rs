//! Adding an entry: shared by an operator, private by an organisation.

use entity::id::ControllerId;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::controller::{ControllerState, RecordQuality};
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::{Controller, StoreError, Tx};

use super::entry::{self, Profile};
use super::source::{EntryOrigin, EntrySource};
use super::webhook::{self, WebhookChange};
use super::{Entry, owner, viewer};

/// Most entries an organisation keeps for itself.
pub const OWN_MAX: u64 = 10_000;

/// Adds an entry. `view` makes the answer out of it.
///
/// # Errors
/// `invalid_field`; `slug_taken`; `limit_reached`.
pub async fn create<T, V>(
    context: &Context,
    call: Call,
    profile: Profile,
    webhook: WebhookChange,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Entry) -> T + Send + 'static,
{
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                let controller = new_entry(&inner, tx, &call, profile).await?;
                entry::check(&controller, &inner.settings.egress)?;
                match tx.add_controller(&controller).await {
                    Err(StoreError::Duplicate) => return Err(Failure::from(Code::SlugTaken)),
                    other => other?,
                }
                let (receiver, fresh_secret) = webhook::apply(&inner, tx, &controller, false, &webhook).await?;
                tx.note(inner.note(&call, controller.owner, AuditAction::Create, controller.id)).await?;
                Ok(view(&Entry { controller, receiver, fresh_secret }))
            })
        })
        .await
}

async fn new_entry(context: &Context, tx: &Tx, call: &Call, profile: Profile) -> Outcome<Controller> {
    let owner = owner(viewer(&call.actor)?);
    if let Some(owner) = owner
        && tx.count_own_controllers(owner).await? >= OWN_MAX
    {
        let detail =
            format!("An organisation has at most {OWN_MAX} entries of its own; use those of the shared directory.");
        return Err(Problem::with_detail(Code::LimitReached, detail).into());
    }
    let now = context.clock.now();
    let id: ControllerId = context.ids.next();
    let slug = match profile.slug {
        Some(slug) => slug,
        None => {
            let slug = entry::slug_of(&profile.name);
            let digits = id.0.simple().to_string();
            // The last digits of an id are chance.
            if tx.is_slug_taken(owner, &slug).await? { format!("{slug}-{}", &digits[24..]) } else { slug }
        }
    };
    let (origin, quality) = match owner {
        Some(_) => (EntryOrigin::Organisation, RecordQuality::Own),
        None => (EntryOrigin::Operator, RecordQuality::Verified),
    };
    Ok(Controller {
        id,
        owner,
        slug,
        name: profile.name,
        aliases: profile.aliases,
        place: profile.place,
        language: profile.language,
        categories: profile.categories,
        channels: profile.channels,
        identity_needs: profile.identity_needs,
        needs_id_document: profile.needs_id_document,
        postal_address: profile.postal_address,
        quality,
        source: EntrySource::of(origin).to_json()?,
        source_digest: None,
        state: ControllerState::Active,
        redirect_to: None,
        callback_keys: None,
        version: 1,
        created_at: now,
        updated_at: now,
    })
}
