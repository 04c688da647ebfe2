//! API clients: making them, giving them tokens, and knowing them again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use entity::id::{ClientId, ControllerId, OrganisationId};
use serde::Serialize;

use crate::crypto::secret::{ClientSecret, verify_client_secret};
use crate::crypto::token::{AccessToken, AccessTokens, Grant, Holder};
use crate::domain::access::{ClientKind, KeyPurpose, Scope};
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::organisation::OrganisationState;
use crate::domain::problem::Problem;
use crate::store::{Client, Tx};

use super::call::{Actor, Call};
use super::context::Context;
use super::failure::{Failure, Outcome};

/// Life of an access token, in seconds.
pub const TOKEN_SECONDS: u32 = 600;

/// How long a client's state may be believed without asking the database: revocation takes effect within this time.
const CACHE_TIME: Duration = Duration::from_secs(3);
/// Clients remembered at one time.
const CACHE_SIZE: usize = 10_000;

/// For whom a new client acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// The operator of the instance.
    Operator,
    /// An organisation.
    Organisation(OrganisationId),
    /// A controller.
    Controller(ControllerId),
}

impl Party {
    /// The kind of client that acts for it.
    pub const fn kind(self) -> ClientKind {
        match self {
            Self::Operator => ClientKind::Operator,
            Self::Organisation(_) => ClientKind::Organisation,
            Self::Controller(_) => ClientKind::Controller,
        }
    }
}

/// A client that was just made, with its secret, which is shown this once.
#[derive(Debug, Clone, Serialize)]
pub struct NewClient {
    /// The `client_id`.
    pub client_id: ClientId,
    /// The secret.
    pub client_secret: String,
    /// What its owner calls it.
    pub name: String,
    /// Granted scopes.
    pub scopes: Vec<Scope>,
}

/// A known caller.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Kind of its client.
    pub kind: ClientKind,
    /// Scopes of its token that its client still has.
    pub scopes: Vec<Scope>,
    /// On whose behalf it acts.
    pub actor: Actor,
}

/// An access token as OAuth 2.0 hands it out.
#[derive(Debug, Clone)]
pub struct IssuedToken {
    /// The token.
    pub access_token: String,
    /// Life in seconds.
    pub expires_in: u32,
    /// Granted scopes, separated by spaces.
    pub scope: String,
}

/// Makes a client within a transaction.
pub async fn create_in(
    context: &Context,
    tx: &Tx,
    call: &Call,
    party: Party,
    name: &str,
    scopes: &[Scope],
) -> Outcome<NewClient> {
    let allowed = Scope::of_kind(party.kind());
    if let Some(foreign) = scopes.iter().find(|scope| !allowed.contains(scope)) {
        let message = format!("A client of this kind cannot hold {foreign}.");
        return Err(Problem::field("/scopes", Code::InvalidField, message).into());
    }
    let now = context.clock.now();
    let secret = ClientSecret::generate(context.random.as_ref());
    let (organisation, controller) = match party {
        Party::Operator => (None, None),
        Party::Organisation(id) => (Some(id), None),
        Party::Controller(id) => (None, Some(id)),
    };
    let client = Client {
        id: context.ids.next(),
        kind: party.kind(),
        organisation,
        controller,
        name: name.to_owned(),
        secret_hash: secret.to_stored(context.random.as_ref()).into_bytes(),
        scopes: scopes.to_vec(),
        created_at: now,
        revoked_at: None,
        last_used_at: None,
    };
    tx.add_client(&client).await?;
    tx.note(context.note(call, organisation, AuditAction::Create, client.id)).await?;
    Ok(NewClient {
        client_id: client.id,
        client_secret: secret.expose_text().into_exposed(),
        name: client.name,
        scopes: client.scopes,
    })
}

/// Makes an operator's client, from the command line.
pub async fn create_operator(context: &Context, name: String) -> Outcome<NewClient> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let scopes = Scope::of_kind(ClientKind::Operator);
                create_in(&inner, tx, &Call::system(), Party::Operator, &name, scopes).await
            })
        })
        .await
}

/// Revokes a client. Its tokens stop working within seconds.
pub async fn revoke(context: &Context, call: Call, client: Client) -> Outcome<()> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                tx.revoke_client(client.id, inner.clock.now()).await?;
                tx.note(inner.note(&call, client.organisation, AuditAction::Change, client.id)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// Gives a token to a client that knows its secret (RFC 6749, 4.4), with the scopes asked for or all it has.
///
/// # Errors
/// `invalid_client` for an unknown or revoked client and for a wrong secret alike, in the same time; and for the client of a
/// suspended organisation.
pub async fn issue_token(context: &Context, id: &str, secret: &str, asked: Option<&str>) -> Outcome<IssuedToken> {
    let found = match id.parse::<ClientId>() {
        Ok(id) => context.db.client(id).await?,
        Err(_) => None,
    };
    let stored = found.as_ref().and_then(|client| std::str::from_utf8(&client.secret_hash).ok());
    let genuine = verify_client_secret(secret, stored);
    let client = found.filter(|client| genuine && client.revoked_at.is_none()).ok_or(Code::InvalidClient)?;
    if is_suspended(context, &client).await? {
        return Err(Code::InvalidClient.into());
    }
    let scopes = granted(&client, asked)?;
    let scope = scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" ");
    let grant = Grant {
        client_id: client.id.to_string(),
        holder: holder(&client)?,
        scope: scope.clone(),
        lifetime_seconds: TOKEN_SECONDS,
    };
    let now = context.clock.now();
    let key = context.keys.signing(KeyPurpose::AccessToken)?;
    let access_token = tokens(context)
        .issue(key, grant, now, context.random.as_ref())
        .map_err(|_| Failure::Defect("a token could not be signed"))?;
    context
        .db
        .write(move |tx| Box::pin(async move { Ok::<_, Failure>(tx.touch_client(client.id, now).await?) }))
        .await?;
    Ok(IssuedToken { access_token, expires_in: TOKEN_SECONDS, scope })
}

fn granted(client: &Client, asked: Option<&str>) -> Outcome<Vec<Scope>> {
    let Some(asked) = asked.filter(|text| !text.trim().is_empty()) else { return Ok(client.scopes.clone()) };
    let scopes: Option<Vec<Scope>> = asked.split_ascii_whitespace().map(|word| word.parse().ok()).collect();
    let scopes = scopes.filter(|scopes| scopes.iter().all(|scope| client.scopes.contains(scope)));
    scopes.ok_or_else(|| {
        Problem::with_detail(Code::InvalidScope, "The client does not hold all scopes asked for.").into()
    })
}

fn holder(client: &Client) -> Outcome<Holder> {
    match (client.kind, client.organisation, client.controller) {
        (ClientKind::Operator, None, None) => Ok(Holder::Operator),
        (ClientKind::Organisation, Some(id), None) => Ok(Holder::Organisation { organisation_id: id.to_string() }),
        (ClientKind::Controller, None, Some(id)) => Ok(Holder::Controller { controller_id: id.to_string() }),
        _ => Err(Failure::Defect("a client of one kind with the owner of another")),
    }
}

fn tokens(context: &Context) -> AccessTokens {
    let base = &context.settings.base_url;
    AccessTokens { issuer: base.clone(), audience: format!("{base}/v1") }
}

/// What is remembered of clients between two looks at the database.
#[derive(Clone, Default)]
pub(super) struct KnownClients(Arc<Mutex<HashMap<ClientId, (Instant, Standing)>>>);

#[derive(Debug, Clone)]
struct Standing {
    actor: Actor,
    kind: ClientKind,
    scopes: Vec<Scope>,
    admitted: bool,
}

impl KnownClients {
    fn get(&self, id: ClientId) -> Option<Standing> {
        let known = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        known.get(&id).filter(|(at, _)| at.elapsed() < CACHE_TIME).map(|(_, standing)| standing.clone())
    }

    fn put(&self, id: ClientId, standing: Standing) {
        let mut known = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if known.len() >= CACHE_SIZE {
            known.retain(|_, (at, _)| at.elapsed() < CACHE_TIME);
        }
        if known.len() < CACHE_SIZE {
            known.insert(id, (Instant::now(), standing));
        }
    }
}

/// A token that this service signed and that has not run out. Whether its client may still act is another question.
#[derive(Debug, Clone)]
pub struct GenuineToken {
    /// Whose it is.
    pub client: ClientId,
    verified: AccessToken,
}

/// Checks signature and dates of an access token, without asking the database. None for anything else than a token of ours.
pub fn verify_token(context: &Context, token: &str) -> Option<GenuineToken> {
    let verified = tokens(context).verify(context.keys.verifying(), token, context.clock.now()).ok()?;
    Some(GenuineToken { client: verified.client_id.parse().ok()?, verified })
}

/// Knows a caller by its access token.
///
/// # Errors
/// `unauthenticated` for the token of a client that may not act any more.
pub async fn authenticate(context: &Context, token: GenuineToken) -> Outcome<Identity> {
    let GenuineToken { client: id, verified } = token;
    let standing = match context.known_clients.get(id) {
        Some(standing) => standing,
        None => {
            let standing = look_up(context, id).await?;
            context.known_clients.put(id, standing.clone());
            standing
        }
    };
    if !standing.admitted {
        return Err(Code::Unauthenticated.into());
    }
    let scopes = standing.scopes.iter().copied().filter(|scope| verified.has_scope(scope.as_str())).collect();
    Ok(Identity { kind: standing.kind, scopes, actor: standing.actor })
}

async fn look_up(context: &Context, id: ClientId) -> Outcome<Standing> {
    let client = context.db.client(id).await?.ok_or(Code::Unauthenticated)?;
    let actor = match (client.organisation, client.controller) {
        (Some(organisation), _) => Actor::Organisation(id, organisation),
        (None, Some(controller)) => Actor::Controller(id, controller),
        (None, None) => Actor::Operator(id),
    };
    let admitted = client.revoked_at.is_none() && !is_suspended(context, &client).await?;
    Ok(Standing { actor, kind: client.kind, scopes: client.scopes, admitted })
}

/// Whether a client acts for an organisation that may not act.
async fn is_suspended(context: &Context, client: &Client) -> Outcome<bool> {
    let Some(organisation) = client.organisation else { return Ok(false) };
    let row = context.db.organisation(organisation).await?;
    Ok(row.is_none_or(|row| row.state != OrganisationState::Active))
}
