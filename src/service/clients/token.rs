//! A client gets a token: by a secret or by an assertion signed with its key (RFC 6749, 4.4; RFC 7523, 2.2).

use entity::id::ClientId;

use super::known::{actor, is_suspended};
use super::proofs::MAX_SECRETS;
use crate::crypto::assertion;
use crate::crypto::client_key::ClientKey;
use crate::crypto::secret::verify_client_secret;
use crate::crypto::token::{AccessTokens, Grant, Holder};
use crate::domain::access::{KeyPurpose, Scope};
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::service::call::Actor;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Client, ClientCredential};

/// What a caller of the token endpoint presents.
#[derive(Debug, Clone, Copy)]
pub enum Presented<'a> {
    /// Id and secret of the client.
    Secret(&'a str, &'a str),
    /// An assertion that it has signed.
    Assertion(&'a str),
}

/// An access token as OAuth 2.0 hands it out.
#[derive(Debug, Clone)]
pub struct IssuedToken {
    /// The client that has it.
    pub client: ClientId,
    /// The token.
    pub access_token: String,
    /// Life in seconds.
    pub expires_in: u32,
    /// Granted scopes, separated by spaces.
    pub scope: String,
}

/// A client that has proven who it is.
struct Genuine {
    client: Client,
    credential: ClientCredential,
    /// The assertion, which is good once.
    assertion: Option<assertion::Proven>,
}

/// Gives a token to a client that proves who it is, with the scopes asked for or all it has. `named` is who the caller says it is
/// besides, which must be the same.
///
/// # Errors
/// `invalid_client` for an unknown or revoked client and for what does not fit alike, in the same time, and for the client of a
/// suspended organisation; `invalid_scope`.
pub async fn issue_token(
    context: &Context,
    presented: Presented<'_>,
    named: Option<&str>,
    asked: Option<&str>,
) -> Outcome<IssuedToken> {
    let proven = match presented {
        Presented::Secret(id, secret) => by_secret(context, id, secret).await,
        Presented::Assertion(text) => by_assertion(context, text).await,
    };
    if matches!(proven, Err(Failure::Refused(_))) {
        count_refused(context, presented).await?;
    }
    let Genuine { client, credential, assertion } = proven?;
    if named.is_some_and(|named| named != client.id.to_string()) {
        return Err(refused("The `client_id` is that of another client."));
    }
    if is_suspended(context, &client).await? {
        context.refusals.of_named(Some(&client));
        return Err(Code::InvalidClient.into());
    }
    let scopes = granted(&client, asked)?;
    let scope = scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" ");
    let expires_in = context.settings.token_seconds;
    let grant = Grant {
        client_id: client.id.to_string(),
        credential_id: credential.id.to_string(),
        holder: holder(&client)?,
        scope: scope.clone(),
        lifetime_seconds: expires_in,
    };
    let now = context.service_clock.now();
    let key = context.keys.signing(KeyPurpose::AccessToken)?;
    let access_token = tokens(context)
        .issue(&key, grant, now, context.random.as_ref())
        .map_err(|_| Failure::Defect("a token could not be signed"))?;
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                if let Some(proven) = assertion
                    && !tx.use_assertion(client.id, &proven.id_hash, proven.ends_at).await?
                {
                    return Err(refused("The assertion was used before: its `jti` is good once."));
                }
                tx.touch_client(client.id, now).await?;
                tx.touch_credential(client.id, credential.id, now).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(IssuedToken { client: client.id, access_token, expires_in, scope })
}

/// Counts that somebody did not prove to be the client that was named, or named none that there is.
async fn count_refused(context: &Context, presented: Presented<'_>) -> Outcome<()> {
    let unverified = match presented {
        Presented::Secret(..) => None,
        Presented::Assertion(text) => assertion::read(text).ok(),
    };
    let named = match (presented, &unverified) {
        (Presented::Secret(id, _), _) => id,
        (Presented::Assertion(_), unverified) => unverified.as_ref().map_or("", |read| read.client_id()),
    };
    let client = match named.parse() {
        Ok(id) => context.db.client(id).await?,
        Err(_) => None,
    };
    context.refusals.of_named(client.as_ref());
    Ok(())
}

fn refused(reason: impl Into<String>) -> Failure {
    Problem::with_detail(Code::InvalidClient, reason).into()
}

/// A client that is not revoked, and its credentials that work now.
async fn standing(context: &Context, id: &str) -> Outcome<Option<(Client, Vec<ClientCredential>)>> {
    let Ok(id) = id.parse::<ClientId>() else { return Ok(None) };
    let now = context.service_clock.now();
    let mut credentials = context.db.credentials_of(&[id]).await?;
    credentials.retain(|credential| credential.stands(now));
    let client = context.db.client(id).await?.filter(|client| client.revoked_at.is_none());
    Ok(client.map(|client| (client, credentials)))
}

async fn by_secret(context: &Context, id: &str, secret: &str) -> Outcome<Genuine> {
    let found = standing(context, id).await?;
    let secrets = || found.iter().flat_map(|(_, credentials)| credentials).filter(|one| one.secret().is_some());
    // As many comparisons for each client, known or not.
    let mut genuine = None;
    for place in 0..MAX_SECRETS {
        let credential = secrets().nth(place);
        let stored = credential.and_then(ClientCredential::secret).and_then(|stored| std::str::from_utf8(stored).ok());
        if verify_client_secret(secret, stored) {
            genuine = credential.cloned();
        }
    }
    let credential = genuine.ok_or(Code::InvalidClient)?;
    let (client, _) = found.ok_or(Code::InvalidClient)?;
    Ok(Genuine { client, credential, assertion: None })
}

async fn by_assertion(context: &Context, text: &str) -> Outcome<Genuine> {
    let told = |error: assertion::AssertionError| {
        if error.may_be_told() { refused(error.to_string()) } else { Code::InvalidClient.into() }
    };
    let unverified = assertion::read(text).map_err(told)?;
    let (client, credentials) = standing(context, unverified.client_id()).await?.ok_or(Code::InvalidClient)?;
    let (with_key, keys): (Vec<&ClientCredential>, Vec<ClientKey>) =
        credentials.iter().filter_map(|one| Some((one, one.key()?.clone()))).unzip();
    let now = context.service_clock.now();
    let proven = unverified.verify(&keys, &context.settings.base_url, now).map_err(told)?;
    let credential = with_key.get(proven.key).map(|one| (*one).clone()).ok_or(Code::InvalidClient)?;
    Ok(Genuine { client, credential, assertion: Some(proven) })
}

fn granted(client: &Client, asked: Option<&str>) -> Outcome<Vec<Scope>> {
    let held = client.held_scopes();
    let Some(asked) = asked.filter(|text| !text.trim().is_empty()) else { return Ok(held) };
    let scopes: Option<Vec<Scope>> = asked.split_ascii_whitespace().map(|word| word.parse().ok()).collect();
    // A narrower scope than one that is held may be asked for, too.
    let held = Scope::with_implied(&held);
    let scopes = scopes.filter(|scopes| scopes.iter().all(|scope| held.contains(scope)));
    scopes.ok_or_else(|| {
        Problem::with_detail(Code::InvalidScope, "The client does not hold all scopes asked for.").into()
    })
}

fn holder(client: &Client) -> Outcome<Holder> {
    Ok(match actor(client)? {
        Actor::Organisation(_, id) => Holder::Organisation { organisation_id: id.to_string() },
        Actor::Controller(_, id) => Holder::Controller { controller_id: id.to_string() },
        Actor::Authority(_, docket) => Holder::Authority { authority_id: docket.authority.to_string() },
        _ => Holder::Operator,
    })
}

pub(super) fn tokens(context: &Context) -> AccessTokens {
    let base = &context.settings.base_url;
    AccessTokens { issuer: base.clone(), audience: format!("{base}/v1") }
}
