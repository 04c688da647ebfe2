//! What clients prove with who they are: another secret or key is added while the others work until a chosen end, and each can be
//! ended at once. The last one without an end stays, so that nobody is locked out by a slip.

use std::collections::HashMap;

use entity::id::{ClientCredentialId, ClientId};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::tell;
use crate::crypto::Personal;
use crate::crypto::client_key::{ClientKey, ClientKeyError};
use crate::crypto::secret::ClientSecret;
use crate::domain::access::CredentialKind;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::event::EventKind;
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::once::Answer;
use crate::store::{Client, ClientCredential, ClientOwner, Proof, Tx};

/// Most secrets of a client that work at one time.
pub const MAX_SECRETS: usize = 2;
/// Most keys of a client that work at one time.
pub const MAX_KEYS: usize = 4;
/// For how long the others may go on working when another credential is added.
pub const MAX_OVERLAP: SignedDuration = SignedDuration::from_hours(30 * 24);
/// For how long a credential that has ended is still shown.
pub const KEPT_ENDED: SignedDuration = SignedDuration::from_hours(90 * 24);

/// What is added to a client.
#[derive(Debug, Clone)]
pub enum NewProof {
    /// A secret, which is drawn.
    Secret,
    /// A public key, as a JWK.
    Key(Map<String, Value>),
}

/// A credential that was just made.
#[derive(Debug)]
pub struct Proven {
    /// The credential.
    pub credential: ClientCredential,
    /// The secret, when it is one, to be shown this once.
    pub secret: Option<Personal<String>>,
}

pub(super) use Proven as Fresh;

/// Makes a credential beside those that work; `pointer` is where its key stands in the body.
pub(super) fn fresh(
    context: &Context,
    client: ClientId,
    new: &NewProof,
    beside: &[ClientCredential],
    pointer: &str,
) -> Outcome<Fresh> {
    let (proof, secret) = match new {
        NewProof::Secret => {
            let secret = ClientSecret::generate(context.random.as_ref());
            let stored = secret.to_stored(context.random.as_ref()).into_bytes();
            (Proof::Secret(stored), Some(secret.expose_text()))
        }
        NewProof::Key(jwk) => (Proof::Key(key(jwk, beside, pointer)?), None),
    };
    let created_at = context.service_clock.now();
    let id = context.ids.next();
    let credential = ClientCredential { client, id, proof, created_at, ends_at: None, last_used_at: None };
    Ok(Fresh { credential, secret })
}

fn key(jwk: &Map<String, Value>, beside: &[ClientCredential], pointer: &str) -> Outcome<ClientKey> {
    let refuse = |member: &str, code: Code, message: String| {
        Failure::from(Problem::field(format!("{pointer}/{member}"), code, message))
    };
    let key = ClientKey::read(jwk).map_err(|error| {
        let code = match error {
            ClientKeyError::Private(_) => Code::PrivateKeySent,
            _ => Code::CredentialNotUsable,
        };
        refuse(error.member(), code, format!("Not accepted: {error}."))
    })?;
    for other in beside.iter().filter_map(ClientCredential::key) {
        if other.kid() == key.kid() {
            return Err(refuse(
                "kid",
                Code::CredentialNotUsable,
                "Another key of the client has this name.".to_owned(),
            ));
        }
        if other.thumbprint() == key.thumbprint() {
            return Err(refuse("x", Code::CredentialNotUsable, "The client has this key already.".to_owned()));
        }
    }
    Ok(key)
}

/// A client of an owner, held until the end of the transaction.
///
/// # Errors
/// `not_found`.
pub(super) async fn held(tx: &Tx, owner: ClientOwner, id: ClientId) -> Outcome<Client> {
    let client = tx.hold_client(id).await?.filter(|client| client.owner() == Some(owner));
    client.ok_or_else(|| Code::NotFound.into())
}

/// A client of an owner, with its credentials.
///
/// # Errors
/// `not_found`.
pub async fn one(context: &Context, owner: ClientOwner, id: ClientId) -> Outcome<(Client, Vec<ClientCredential>)> {
    let client = context.db.client(id).await?.filter(|client| client.owner() == Some(owner)).ok_or(Code::NotFound)?;
    Ok((client, context.db.credentials_of(&[id]).await?))
}

/// Clients of an owner with their credentials, in the order of their ids.
pub async fn list(
    context: &Context,
    owner: ClientOwner,
    after: Option<ClientId>,
    limit: u64,
) -> Outcome<Vec<(Client, Vec<ClientCredential>)>> {
    let clients = context.db.clients_of(owner, after, limit).await?;
    let ids: Vec<ClientId> = clients.iter().map(|client| client.id).collect();
    let mut credentials: HashMap<ClientId, Vec<ClientCredential>> = HashMap::new();
    for credential in context.db.credentials_of(&ids).await? {
        credentials.entry(credential.client).or_default().push(credential);
    }
    let own = |client: Client| {
        let credentials = credentials.remove(&client.id).unwrap_or_default();
        (client, credentials)
    };
    Ok(clients.into_iter().map(own).collect())
}

/// Adds a secret or key to a client; the others work until `others_end_at`, or until they are ended. `view` makes the answer out of
/// it.
///
/// # Errors
/// `not_found`, `client_revoked`, `too_many_credentials`; `invalid_field` for an end that is past or too far, and for a key that
/// cannot be used.
pub async fn add<T, V>(
    context: &Context,
    call: Call,
    (owner, id): (ClientOwner, ClientId),
    new: NewProof,
    others_end_at: Option<Timestamp>,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&Proven) -> T + Send + 'static,
{
    let (inner, frame) = (context.clone(), call.clone());
    let answer = context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                let client = held(tx, owner, id).await?;
                if client.revoked_at.is_some() {
                    return Err(Code::ClientRevoked.into());
                }
                let now = inner.service_clock.now();
                if let Some(end) = others_end_at {
                    check_end(end, now)?;
                }
                let mut beside = tx.credentials_of(id).await?;
                beside.retain(|credential| credential.stands(now));
                check_room(&new, &beside)?;
                let proven = fresh(&inner, id, &new, &beside, "/key")?;
                tx.add_credential(&proven.credential).await?;
                if let Some(end) = others_end_at {
                    let others: Vec<_> = beside.iter().map(|credential| credential.id).collect();
                    tx.end_credentials(id, &others, end).await?;
                }
                tx.note(inner.note(&call, client.organisation, AuditAction::Change, id)).await?;
                let told = json!({
                    "client_id": id, "credential_id": proven.credential.id, "kind": proven.credential.kind(),
                    "others_end_at": others_end_at,
                });
                tell::tell(&inner, tx, &call, &client, EventKind::ClientCredentialAdded, told).await?;
                Ok(view(&proven))
            })
        })
        .await?;
    context.known_clients.forget(id);
    Ok(answer)
}

fn check_end(end: Timestamp, now: Timestamp) -> Outcome<()> {
    let latest = now.checked_add(MAX_OVERLAP).unwrap_or(Timestamp::MAX);
    if (now..=latest).contains(&end) {
        return Ok(());
    }
    let message = format!("Must lie between now and {} days from now.", MAX_OVERLAP.as_hours() / 24);
    Err(Problem::field("/others_end_at", Code::InvalidField, message).into())
}

fn check_room(new: &NewProof, beside: &[ClientCredential]) -> Outcome<()> {
    let (kind, most) = match new {
        NewProof::Secret => (CredentialKind::Secret, MAX_SECRETS),
        NewProof::Key(_) => (CredentialKind::Key, MAX_KEYS),
    };
    let standing = beside.iter().filter(|credential| credential.kind() == kind).count();
    if standing < most {
        return Ok(());
    }
    let detail = format!("It has {standing} of this kind that work, and can have {most}.");
    Err(Problem::with_detail(Code::TooManyCredentials, detail).into())
}

/// Ends a credential of a client now, with the tokens that were got with it. Ending it again changes nothing.
///
/// # Errors
/// `not_found`; `last_credential` when every other one has an end.
pub async fn end(
    context: &Context,
    call: Call,
    (owner, id): (ClientOwner, ClientId),
    credential: ClientCredentialId,
) -> Outcome<()> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let client = held(tx, owner, id).await?;
                let now = inner.service_clock.now();
                let all = tx.credentials_of(id).await?;
                let ended = all.iter().find(|one| one.id == credential).ok_or(Code::NotFound)?;
                if !ended.stands(now) {
                    return Ok(());
                }
                if !all.iter().any(|one| one.id != credential && one.ends_at.is_none()) {
                    return Err(Failure::from(Code::LastCredential));
                }
                tx.end_credentials(id, &[credential], now).await?;
                tx.note(inner.note(&call, client.organisation, AuditAction::Change, id)).await?;
                let told = json!({ "client_id": id, "credential_id": credential, "kind": ended.kind() });
                tell::tell(&inner, tx, &call, &client, EventKind::ClientCredentialEnded, told).await
            })
        })
        .await?;
    context.known_clients.forget(id);
    Ok(())
}

/// Forgets assertions that are refused by their end, and credentials that have long ended. Returns how many.
pub async fn forget_spent(context: Context) -> Outcome<u64> {
    let now = context.service_clock.now();
    let before = now.checked_sub(KEPT_ENDED).unwrap_or(Timestamp::MIN);
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let assertions = tx.forget_assertions(now).await?;
                Ok(assertions + tx.delete_ended_credentials(before).await?)
            })
        })
        .await
}
