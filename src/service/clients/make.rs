//! A client is made, and revoked.

use entity::id::{ClientId, ControllerId, OrganisationId};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::proofs::{self, Fresh, NewProof};
use super::tell;
use crate::crypto::Personal;
use crate::domain::access::{ClientKind, Role, Scope};
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::event::EventKind;
use crate::domain::problem::Problem;
use crate::service::call::{Call, Docket};
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Client, ClientCredential, ClientOwner, Tx};

/// For whom a new client acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// The operator of the instance.
    Operator,
    /// An organisation.
    Organisation(OrganisationId),
    /// A controller.
    Controller(ControllerId),
    /// A supervisory authority.
    Authority(Docket),
}

impl Party {
    /// The kind of client that acts for it.
    pub const fn kind(self) -> ClientKind {
        match self {
            Self::Operator => ClientKind::Operator,
            Self::Organisation(_) => ClientKind::Organisation,
            Self::Controller(_) => ClientKind::Controller,
            Self::Authority(_) => ClientKind::Authority,
        }
    }
}

/// What is wanted of a new client.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// What its owner calls it.
    pub name: String,
    /// Scopes, one by one.
    pub scopes: Vec<Scope>,
    /// Roles, for a client of an organisation.
    pub roles: Vec<Role>,
    /// Public keys as JWK; a secret is made when there is none.
    pub keys: Vec<Map<String, Value>>,
}

/// A client that was just made.
#[derive(Debug)]
pub struct MadeClient {
    /// The client.
    pub client: Client,
    /// What it proves with who it is.
    pub credentials: Vec<ClientCredential>,
    /// The secret, when one was made, to be shown this once.
    pub secret: Option<Personal<String>>,
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

/// Makes a client within a transaction.
///
/// # Errors
/// `invalid_field` for what a client of this kind cannot have, and for keys that cannot be used.
pub async fn create_for(context: &Context, tx: &Tx, call: &Call, party: Party, wanted: Wanted) -> Outcome<MadeClient> {
    check(party.kind(), &wanted)?;
    let now = context.service_clock.now();
    let (organisation, controller, authority) = match party {
        Party::Operator => (None, None, None),
        Party::Organisation(id) => (Some(id), None, None),
        Party::Controller(id) => (None, Some(id), None),
        Party::Authority(docket) => (docket.sandbox, None, Some(docket.authority)),
    };
    let client = Client {
        id: context.ids.next(),
        kind: party.kind(),
        organisation,
        controller,
        authority,
        name: wanted.name,
        scopes: wanted.scopes,
        roles: wanted.roles,
        created_at: now,
        revoked_at: None,
        last_used_at: None,
    };
    let mut proofs: Vec<NewProof> = wanted.keys.into_iter().map(NewProof::Key).collect();
    if proofs.is_empty() {
        proofs.push(NewProof::Secret);
    }
    let (mut credentials, mut secret) = (Vec::new(), None);
    for (place, proof) in proofs.into_iter().enumerate() {
        let Fresh { credential, secret: shown } =
            proofs::fresh(context, client.id, &proof, &credentials, &format!("/jwks/keys/{place}"))?;
        secret = secret.or(shown);
        credentials.push(credential);
    }
    tx.add_client(&client).await?;
    for credential in &credentials {
        tx.add_credential(credential).await?;
    }
    tx.note(context.note(call, organisation, AuditAction::Create, client.id)).await?;
    let told = json!({ "client_id": client.id, "roles": client.roles, "scopes": client.held_scopes() });
    tell::tell(context, tx, call, &client, EventKind::ClientCreated, told).await?;
    Ok(MadeClient { client, credentials, secret })
}

fn check(kind: ClientKind, wanted: &Wanted) -> Outcome<()> {
    let refuse = |pointer: &str, message: String| Err(Problem::field(pointer, Code::InvalidField, message).into());
    let allowed = Scope::of_kind(kind);
    if let Some(foreign) = wanted.scopes.iter().find(|scope| !allowed.contains(scope)) {
        return refuse("/scopes", format!("A client of this kind cannot hold {foreign}."));
    }
    if kind != ClientKind::Organisation && !wanted.roles.is_empty() {
        return refuse("/roles", "Roles are for clients of organisations.".to_owned());
    }
    if wanted.scopes.is_empty() && wanted.roles.is_empty() {
        return refuse("/scopes", "A client has a scope or a role at least.".to_owned());
    }
    if wanted.keys.len() > proofs::MAX_KEYS {
        return refuse("/jwks/keys", format!("A client has at most {} keys.", proofs::MAX_KEYS));
    }
    Ok(())
}

/// Makes a client that has a secret and these scopes.
///
/// # Errors
/// `invalid_field` for a scope that a client of this kind cannot hold.
pub async fn create_in(
    context: &Context,
    tx: &Tx,
    call: &Call,
    party: Party,
    name: &str,
    scopes: &[Scope],
) -> Outcome<NewClient> {
    let wanted = Wanted { name: name.to_owned(), scopes: scopes.to_vec(), ..Wanted::default() };
    let made = create_for(context, tx, call, party, wanted).await?;
    let secret = made.secret.ok_or(Failure::Defect("a client without keys has no secret"))?;
    let scopes = made.client.held_scopes();
    Ok(NewClient { client_id: made.client.id, client_secret: secret.into_exposed(), name: made.client.name, scopes })
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

/// Revokes a client of an owner. Its tokens stop working within seconds; revoking again changes nothing.
///
/// # Errors
/// `not_found`.
pub async fn revoke(context: &Context, call: Call, owner: ClientOwner, id: ClientId) -> Outcome<()> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let client = proofs::held(tx, owner, id).await?;
                if tx.revoke_client(id, inner.service_clock.now()).await? {
                    tx.note(inner.note(&call, client.organisation, AuditAction::Change, id)).await?;
                    let told = json!({ "client_id": id });
                    tell::tell(&inner, tx, &call, &client, EventKind::ClientRevoked, told).await?;
                }
                Ok::<_, Failure>(())
            })
        })
        .await?;
    context.known_clients.forget(id);
    Ok(())
}
