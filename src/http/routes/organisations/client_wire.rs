//! JSON of clients and of what they prove with who they are.

use entity::id::{ClientCredentialId, ClientId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::Validate;

use crate::domain::access::{CredentialKind, Role, Scope};
use crate::service::clients::{MadeClient, NewProof, Proven, Reviewed, ScopeReview, Wanted};
use crate::store;

/// A new client.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Member portal", "scopes": ["requests:read", "requests:write"] }))]
pub struct NewClient {
    /// What its owner calls it.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "Member portal")]
    pub name: String,
    /// Scopes it is to hold, besides those of its roles. A scope or a role is needed.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    pub scopes: Vec<Scope>,
    /// Roles it is to have; for clients of organisations alone. `GET /v1/roles` tells the scopes of each.
    #[serde(default)]
    #[validate(length(max = 4))]
    #[schema(max_items = 4)]
    pub roles: Vec<Role>,
    /// Public keys with which it proves who it is (`private_key_jwt`). With a key it gets no secret.
    #[validate(nested)]
    pub jwks: Option<ClientKeySet>,
}

/// Public keys of a client (RFC 7517).
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientKeySet {
    /// The keys.
    #[validate(length(min = 1, max = 4))]
    #[schema(min_items = 1, max_items = 4)]
    pub keys: Vec<ClientPublicKey>,
}

/// A public key as a JWK (RFC 7517, RFC 8037): Ed25519 (`OKP`), which verifies `EdDSA`, or P-256 (`EC`), which verifies `ES256`.
/// Members that say nothing about the key are left out. A key with a private member is refused.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct ClientPublicKey(pub Map<String, Value>);

impl utoipa::PartialSchema for ClientPublicKey {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Type};
        let text = |description: &str| ObjectBuilder::new().schema_type(Type::String).description(Some(description));
        let number = |description| text(description).pattern(Some("^[A-Za-z0-9_-]{43}$"));
        ObjectBuilder::new()
            .schema_type(Type::Object)
            .description(Some(
                "A public key as a JWK (RFC 7517, RFC 8037): Ed25519 (`OKP`), which verifies `EdDSA`, or P-256 (`EC`), which \
                 verifies `ES256`. Members that say nothing about the key are left out. A key with a private member is refused.",
            ))
            .property("kty", text("Kind of key").enum_values(Some(["OKP", "EC"])))
            .property("crv", text("Curve").enum_values(Some(["Ed25519", "P-256"])))
            .property("x", number("First coordinate, 32 bytes in base64url"))
            .property("y", number("Second coordinate, of P-256"))
            .property(
                "kid",
                text("Name of the key, which assertions may carry; its RFC 7638 thumbprint when absent")
                    .pattern(Some("^[!-~]{1,128}$")),
            )
            .property("use", text("What it is for, `sig`").enum_values(Some(["sig"])))
            .property("alg", text("Algorithm").enum_values(Some(["EdDSA", "Ed25519", "ES256"])))
            .required("kty")
            .required("crv")
            .required("x")
            .additional_properties(Some(AdditionalProperties::FreeForm(true)))
            .examples([serde_json::json!({
                "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "kid": "2026-11"
            })])
            .build()
            .into()
    }
}

impl ToSchema for ClientPublicKey {
    fn name() -> std::borrow::Cow<'static, str> {
        std::borrow::Cow::Borrowed("ClientPublicKey")
    }
}

impl From<NewClient> for Wanted {
    fn from(new: NewClient) -> Self {
        let keys = new.jwks.map(|set| set.keys.into_iter().map(|key| key.0).collect());
        Self { name: new.name, scopes: new.scopes, roles: new.roles, keys: keys.unwrap_or_default() }
    }
}

/// A client with its secret, which is shown this once.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ClientCredentials {
    /// The `client_id`.
    pub client_id: ClientId,
    /// The `client_secret`. Keep it: it cannot be shown again. Absent when the client was made with keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "rcs_0f6b2c0d9d4e4b0a8f7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a")]
    pub client_secret: Option<String>,
    /// What its owner calls it.
    pub name: String,
    /// Scopes it holds, those of its roles included.
    pub scopes: Vec<Scope>,
    /// Its roles.
    pub roles: Vec<Role>,
    /// What it proves with who it is.
    pub credentials: Vec<CredentialEntry>,
}

impl From<&MadeClient> for ClientCredentials {
    fn from(made: &MadeClient) -> Self {
        Self {
            client_id: made.client.id,
            client_secret: made.secret.as_ref().map(|secret| secret.expose().clone()),
            name: made.client.name.clone(),
            scopes: made.client.held_scopes(),
            roles: made.client.roles.clone(),
            credentials: made.credentials.iter().map(CredentialEntry::from).collect(),
        }
    }
}

/// A secret or key of a client, without the secret.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct CredentialEntry {
    /// Its id.
    pub id: ClientCredentialId,
    /// What it is.
    pub kind: CredentialKind,
    /// Name of the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kid: Option<String>,
    /// RFC 7638 thumbprint of the key: what it is, whatever it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbprint: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// From when it proves nothing any more. Absent when it works until it is ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Timestamp>,
    /// Last token issued for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<Timestamp>,
}

impl From<&store::ClientCredential> for CredentialEntry {
    fn from(row: &store::ClientCredential) -> Self {
        let key = row.key();
        Self {
            id: row.id,
            kind: row.kind(),
            kid: key.map(|key| key.kid().to_owned()),
            thumbprint: key.map(crate::crypto::client_key::ClientKey::thumbprint),
            created_at: row.created_at,
            ends_at: row.ends_at,
            last_used_at: row.last_used_at,
        }
    }
}

/// A client, without its secret.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Client {
    /// The `client_id`.
    pub client_id: ClientId,
    /// What its owner calls it.
    pub name: String,
    /// Scopes it holds, those of its roles included.
    pub scopes: Vec<Scope>,
    /// Its roles.
    pub roles: Vec<Role>,
    /// What it proves with who it is; what has ended is shown for 90 days.
    pub credentials: Vec<CredentialEntry>,
    /// When it was made.
    pub created_at: Timestamp,
    /// From when it is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<Timestamp>,
    /// Last token issued, for the review of authorisations (Z-12).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<Timestamp>,
}

impl Client {
    /// The client with its credentials.
    pub fn of<'a>(row: store::Client, credentials: impl IntoIterator<Item = &'a store::ClientCredential>) -> Self {
        Self {
            client_id: row.id,
            scopes: row.held_scopes(),
            name: row.name,
            roles: row.roles,
            credentials: credentials.into_iter().map(CredentialEntry::from).collect(),
            created_at: row.created_at,
            revoked_at: row.revoked_at,
            last_used_at: row.last_used_at,
        }
    }
}

/// Another secret for a client.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "others_end_at": "2027-03-08T09:00:00Z" }))]
pub struct NewClientSecret {
    /// Until when the client's other secrets and keys work, at most 30 days from now. When absent, until they are ended.
    pub others_end_at: Option<Timestamp>,
}

/// Another key for a client.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "key": { "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "kid": "2026-11" }
}))]
pub struct NewClientKey {
    /// The public key.
    pub key: ClientPublicKey,
    /// Until when the client's other secrets and keys work, at most 30 days from now. When absent, until they are ended.
    pub others_end_at: Option<Timestamp>,
}

impl From<NewClientKey> for NewProof {
    fn from(new: NewClientKey) -> Self {
        Self::Key(new.key.0)
    }
}

/// A secret that was just made, shown this once.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ClientSecretMade {
    /// What was made.
    pub credential: CredentialEntry,
    /// The `client_secret`. Keep it: it cannot be shown again.
    #[schema(example = "rcs_0f6b2c0d9d4e4b0a8f7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a")]
    pub client_secret: String,
}

impl From<&Proven> for ClientSecretMade {
    fn from(made: &Proven) -> Self {
        let client_secret = made.secret.as_ref().map(|secret| secret.expose().clone()).unwrap_or_default();
        Self { credential: CredentialEntry::from(&made.credential), client_secret }
    }
}

/// A client under review: what it may do, what it did last, and what it does not need.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Authorisation {
    /// The client.
    pub client: Client,
    /// Whether no token was issued to it for 90 days.
    pub unused: bool,
    /// Each scope with its last use, those included that others imply.
    pub scope_uses: Vec<ScopeUse>,
    /// Its secrets and keys for which no token was issued for 90 days.
    pub unused_credentials: Vec<ClientCredentialId>,
}

/// A scope that a client holds, and its use.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ScopeUse {
    /// The scope.
    pub scope: Scope,
    /// The hour in which the client last did something that needs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<Timestamp>,
    /// Whether it did nothing of that kind for 90 days.
    pub unused: bool,
}

impl From<Reviewed> for Authorisation {
    fn from(found: Reviewed) -> Self {
        let scope =
            |one: ScopeReview| ScopeUse { scope: one.scope, last_used_at: one.last_used_at, unused: one.unused };
        let unused = found.credentials.iter().filter(|(_, unused)| *unused).map(|(one, _)| one.id);
        Self {
            unused: found.unused,
            scope_uses: found.scopes.into_iter().map(scope).collect(),
            unused_credentials: unused.collect(),
            client: Client::of(found.client, found.credentials.iter().map(|(one, _)| one)),
        }
    }
}
