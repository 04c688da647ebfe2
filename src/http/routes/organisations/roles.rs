//! `GET /v1/roles`.

use actix_web::{HttpResponse, get};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::access::{Role, Scope};
use crate::http::caller::{ClientKeeper, scope};

/// A role.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct RoleEntry {
    /// Its word.
    pub role: Role,
    /// What it is for.
    pub description: String,
    /// The scopes that it gives.
    pub scopes: Vec<Scope>,
    /// Narrower scopes that those imply.
    pub implied_scopes: Vec<Scope>,
}

/// The roles that clients of organisations can have.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct RoleList {
    /// The roles.
    pub items: Vec<RoleEntry>,
}

/// Roles of clients of organisations
///
/// A role is a named set of scopes (Z-12): what operations ask for are the scopes.
#[utoipa::path(
    tag = "access", operation_id = "list_roles",
    security(("oauth2" = ["organisations:manage"]), ("oauth2" = ["clients:read"]), ("oauth2" = ["clients:manage"])),
    responses((status = 200, description = "The roles, each with its scopes", body = RoleList))
)]
#[get("/v1/roles")]
pub async fn list_roles(_caller: ClientKeeper<scope::ClientsRead>) -> HttpResponse {
    let entry = |role: &Role| RoleEntry {
        role: *role,
        description: role.description().to_owned(),
        scopes: role.scopes().to_vec(),
        implied_scopes: role.scopes().iter().flat_map(|scope| scope.implied()).copied().collect(),
    };
    HttpResponse::Ok().json(RoleList { items: Role::ALL.iter().map(entry).collect() })
}
