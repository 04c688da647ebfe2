//! Organisations: registration, evidence for Article 80(1), suspension.

use entity::id::OrganisationId;

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::eligibility::Eligibility;
use crate::domain::organisation::{OrganisationKind, OrganisationState};
use crate::domain::problem::Problem;
use crate::domain::retention::Retention;
use crate::store::Organisation;

use super::call::Call;
use super::clients::{self, MadeClient, Party, Wanted};
use super::context::Context;
use super::failure::{Failure, Outcome};
use super::once::Answer;

/// What is told about a new organisation.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Legal name.
    pub name: String,
    /// ISO 3166-1 alpha-2 country of establishment.
    pub country: String,
    /// BCP 47 language of its own correspondence.
    pub language: String,
    /// Public contact address.
    pub contact_email: Option<String>,
    /// Public web address.
    pub website: Option<String>,
}

/// What can be changed of an organisation; an absent field stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// New profile.
    pub profile: Option<Profile>,
    /// New evidence for Article 80(1).
    pub eligibility: Option<Eligibility>,
    /// How long it keeps what, anew.
    pub retention: Option<Retention>,
    /// Suspension or its end.
    pub state: Option<OrganisationState>,
}

/// Registers an organisation with keys of its own; a sandbox with a clock of its own too. `view` makes the answer out of it.
pub async fn create<T, V>(
    context: &Context,
    call: Call,
    kind: OrganisationKind,
    profile: Profile,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Organisation) -> T + Send + 'static,
{
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                let now = inner.clock.now();
                let id: OrganisationId = inner.ids.next();
                let id = if kind == OrganisationKind::Sandbox { id.in_sandbox() } else { id };
                let organisation = Organisation {
                    id,
                    name: profile.name,
                    country: profile.country,
                    language: profile.language,
                    contact_email: profile.contact_email,
                    website: profile.website,
                    state: OrganisationState::Active,
                    eligibility: Eligibility::default(),
                    retention: Retention::default(),
                    wrapped_key: inner.keys.new_organisation(id, inner.random.as_ref())?,
                    version: 1,
                    created_at: now,
                    updated_at: now,
                };
                tx.add_organisation(&organisation).await?;
                if kind == OrganisationKind::Sandbox {
                    tx.add_sandbox(id).await?;
                }
                tx.note(inner.note(&call, id, AuditAction::Create, id)).await?;
                Ok(view(&organisation))
            })
        })
        .await
}

/// Makes a client that acts for an organisation. `view` makes the answer out of it.
///
/// # Errors
/// `not_found`, `invalid_field`.
pub async fn create_client<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
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
                tx.organisation(organisation).await?.ok_or(Code::NotFound)?;
                let party = Party::Organisation(organisation);
                Ok(view(&clients::create_for(&inner, tx, &call, party, wanted).await?))
            })
        })
        .await
}

/// Changes an organisation.
///
/// # Errors
/// `not_found`; `version_conflict` when `expected` is not its version; `invalid_field` for a period out of its bounds.
pub async fn change(
    context: &Context,
    call: Call,
    id: OrganisationId,
    expected: Option<i32>,
    change: Change,
) -> Outcome<Organisation> {
    if let Some((field, accepted)) = change.retention.map(|periods| periods.faults()).unwrap_or_default().pop() {
        return Err(Problem::field(format!("/retention/{field}"), Code::InvalidField, accepted).into());
    }
    let inner = context.clone();
    let changed = context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut organisation = tx.organisation(id).await?.ok_or(Code::NotFound)?;
                if expected.is_some_and(|version| version != organisation.version) {
                    return Err(Failure::from(Code::VersionConflict));
                }
                if let Some(profile) = change.profile {
                    organisation.name = profile.name;
                    organisation.country = profile.country;
                    organisation.language = profile.language;
                    organisation.contact_email = profile.contact_email;
                    organisation.website = profile.website;
                }
                if let Some(eligibility) = change.eligibility {
                    organisation.eligibility = eligibility;
                }
                if let Some(retention) = change.retention {
                    organisation.retention = retention;
                }
                if let Some(state) = change.state {
                    organisation.state = state;
                }
                organisation.version += 1;
                organisation.updated_at = inner.clock.now();
                tx.update_organisation(&organisation).await?;
                tx.note(inner.note(&call, id, AuditAction::Change, id)).await?;
                Ok(organisation)
            })
        })
        .await;
    context.known_clients.forget_organisation(id);
    changed
}
