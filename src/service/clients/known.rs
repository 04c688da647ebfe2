//! Knowing a client again by its token.
//!
//! A token proves who asked for it. Whether that client still may is in the database, which is asked at most every few seconds: a
//! client that is revoked, an organisation that is suspended and a credential that is ended are shut out within that time on every
//! replica, and at once on the one that was told.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use entity::id::{ClientCredentialId, ClientId, OrganisationId};
use jiff::Timestamp;

use super::token::tokens;
use crate::crypto::token::AccessToken;
use crate::domain::access::{ClientKind, Scope};
use crate::domain::code::Code;
use crate::domain::organisation::OrganisationState;
use crate::service::audit::Refusal;
use crate::service::call::{Actor, Docket};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::Client;

/// How long a client's state may be believed without asking the database: revocation takes effect within this time.
const CACHE_TIME: Duration = Duration::from_secs(3);
/// Clients remembered at one time.
const CACHE_SIZE: usize = 10_000;

/// A known caller.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Its client.
    pub client: ClientId,
    /// Kind of its client.
    pub kind: ClientKind,
    /// Scopes of its token that its client still has, with those that they imply.
    pub scopes: Vec<Scope>,
    /// On whose behalf it acts.
    pub actor: Actor,
}

/// What is remembered of clients between two looks at the database.
#[derive(Clone, Default)]
pub(in crate::service) struct KnownClients(Arc<Mutex<HashMap<ClientId, (Instant, Standing)>>>);

#[derive(Debug, Clone)]
struct Standing {
    actor: Actor,
    kind: ClientKind,
    scopes: Vec<Scope>,
    admitted: bool,
    /// Its credentials, with the end of each.
    credentials: Vec<(ClientCredentialId, Option<Timestamp>)>,
}

impl Standing {
    /// Whether a token that was got with a credential still counts. It ends with the credential, so that ending one that somebody
    /// else has is enough.
    fn admits(&self, credential: ClientCredentialId, now: Timestamp) -> bool {
        let stands = |(id, ends): &(_, Option<Timestamp>)| *id == credential && ends.is_none_or(|end| now < end);
        self.admitted && self.credentials.iter().any(stands)
    }
}

impl KnownClients {
    fn get(&self, id: ClientId) -> Option<Standing> {
        let known = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        known.get(&id).filter(|(at, _)| at.elapsed() < CACHE_TIME).map(|(_, standing)| standing.clone())
    }

    fn put(&self, id: ClientId, asked: Instant, standing: Standing) {
        let mut known = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if known.len() >= CACHE_SIZE {
            known.retain(|_, (at, _)| at.elapsed() < CACHE_TIME);
        }
        if known.len() < CACHE_SIZE {
            known.insert(id, (asked, standing));
        }
    }

    /// Has the database asked again about a client that has changed.
    pub(super) fn forget(&self, id: ClientId) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(&id);
    }

    /// The same for every client of an organisation.
    pub(in crate::service) fn forget_organisation(&self, id: OrganisationId) {
        let other = |standing: &Standing| !matches!(standing.actor, Actor::Organisation(_, own) if own == id);
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).retain(|_, (_, standing)| other(standing));
    }
}

/// A token that this service signed and that has not run out. Whether its client may still act is another question.
#[derive(Debug, Clone)]
pub struct GenuineToken {
    /// Whose it is.
    pub client: ClientId,
    credential: ClientCredentialId,
    verified: AccessToken,
}

/// Checks signature and dates of an access token, without asking the database. None for anything else than a token of ours.
pub fn verify_token(context: &Context, token: &str) -> Option<GenuineToken> {
    let verified = tokens(context).verify(&context.keys.verifying(), token, context.service_clock.now()).ok()?;
    let (client, credential) = (verified.client_id.parse().ok()?, verified.credential_id.parse().ok()?);
    Some(GenuineToken { client, credential, verified })
}

/// Knows a caller by its access token.
///
/// # Errors
/// `unauthenticated` for the token of a client that may not act any more, or that was got with a credential that has ended.
pub async fn authenticate(context: &Context, token: GenuineToken) -> Outcome<Identity> {
    let GenuineToken { client: id, credential, verified } = token;
    context.keys.look_when_due(&context.db).await?;
    let standing = match context.known_clients.get(id) {
        Some(standing) => standing,
        None => {
            // From before the question: what it is told cannot be older.
            let asked = Instant::now();
            let standing = look_up(context, id).await?;
            context.known_clients.put(id, asked, standing.clone());
            standing
        }
    };
    if !standing.admits(credential, context.service_clock.now()) {
        context.count_refusal(&standing.actor, Refusal::Authentication);
        return Err(Code::Unauthenticated.into());
    }
    let asked: Vec<Scope> = verified.scopes().filter_map(|word| word.parse().ok()).collect();
    let mut scopes = Scope::with_implied(&asked);
    scopes.retain(|scope| standing.scopes.contains(scope));
    Ok(Identity { client: id, kind: standing.kind, scopes, actor: standing.actor })
}

async fn look_up(context: &Context, id: ClientId) -> Outcome<Standing> {
    let client = context.db.client(id).await?.ok_or(Code::Unauthenticated)?;
    let actor = actor(&client)?;
    let credentials = context.db.credentials_of(&[id]).await?;
    Ok(Standing {
        actor,
        kind: client.kind,
        scopes: Scope::with_implied(&client.held_scopes()),
        admitted: client.revoked_at.is_none() && !is_suspended(context, &client).await?,
        credentials: credentials.into_iter().map(|one| (one.id, one.ends_at)).collect(),
    })
}

/// On whose behalf a client calls.
pub(super) fn actor(client: &Client) -> Outcome<Actor> {
    match (client.kind, client.organisation, client.controller, client.authority) {
        (ClientKind::Operator, None, None, None) => Ok(Actor::Operator(client.id)),
        (ClientKind::Organisation, Some(id), None, None) => Ok(Actor::Organisation(client.id, id)),
        (ClientKind::Controller, None, Some(id), None) => Ok(Actor::Controller(client.id, id)),
        (ClientKind::Authority, sandbox, None, Some(authority)) => {
            Ok(Actor::Authority(client.id, Docket { authority, sandbox }))
        }
        _ => Err(Failure::Defect("a client of one kind with the owner of another")),
    }
}

/// Whether a client acts for an organisation that may not act.
pub(super) async fn is_suspended(context: &Context, client: &Client) -> Outcome<bool> {
    let Some(organisation) = client.organisation else { return Ok(false) };
    let row = context.db.organisation(organisation).await?;
    Ok(row.is_none_or(|row| row.state != OrganisationState::Active))
}
