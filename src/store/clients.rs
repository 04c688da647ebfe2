//! API clients.

use entity::client;
use entity::id::{ClientId, ControllerId, OrganisationId};
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::domain::access::{ClientKind, Role, Scope};
use crate::domain::authority::AuthorityId;

use super::db::Db;
use super::error::{StoreError, StoreResult};
use super::tx::Tx;

/// A client.
#[derive(Debug, Clone)]
pub struct Client {
    /// The `client_id`.
    pub id: ClientId,
    /// Its kind.
    pub kind: ClientKind,
    /// The organisation it acts for; of an authority's client, the sandbox it is for.
    pub organisation: Option<OrganisationId>,
    /// The controller it acts for.
    pub controller: Option<ControllerId>,
    /// The authority it acts for.
    pub authority: Option<AuthorityId>,
    /// What its owner calls it.
    pub name: String,
    /// Scopes granted one by one.
    pub scopes: Vec<Scope>,
    /// Roles, which give further ones.
    pub roles: Vec<Role>,
    /// When it was made.
    pub created_at: Timestamp,
    /// From when it is refused.
    pub revoked_at: Option<Timestamp>,
    /// Last token issued.
    pub last_used_at: Option<Timestamp>,
}

impl Client {
    /// The scopes it holds, those of its roles included.
    pub fn held_scopes(&self) -> Vec<Scope> {
        Role::give(&self.roles, &self.scopes)
    }

    /// Whose client it is; none for an operator's.
    pub fn owner(&self) -> Option<ClientOwner> {
        // The client of an authority names the sandbox in which it plays one, which does not own it.
        let authority = self.authority.map(ClientOwner::Authority);
        let organisation = self.organisation.map(ClientOwner::Organisation);
        authority.or(organisation).or(self.controller.map(ClientOwner::Controller))
    }
}

/// Whose clients are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientOwner {
    /// Of an organisation.
    Organisation(OrganisationId),
    /// Of a controller.
    Controller(ControllerId),
    /// Of an authority.
    Authority(AuthorityId),
}

impl Db {
    /// A client by its id, revoked ones too.
    pub async fn client(&self, id: ClientId) -> StoreResult<Option<Client>> {
        client::Entity::find_by_id(id).one(&self.readers()).await?.map(read).transpose()
    }

    /// Clients of one owner in the order of their ids.
    pub async fn clients_of(
        &self,
        owner: ClientOwner,
        after: Option<ClientId>,
        limit: u64,
    ) -> StoreResult<Vec<Client>> {
        let mut query = client::Entity::find().order_by_asc(client::Column::Id).limit(limit);
        query = match owner {
            ClientOwner::Organisation(id) => {
                query.filter(client::Column::OrganisationId.eq(id)).filter(client::Column::Authority.is_null())
            }
            ClientOwner::Controller(id) => query.filter(client::Column::ControllerId.eq(id)),
            ClientOwner::Authority(id) => query.filter(client::Column::Authority.eq(id.as_str())),
        };
        if let Some(after) = after {
            query = query.filter(client::Column::Id.gt(after));
        }
        query.all(&self.readers()).await?.into_iter().map(read).collect()
    }

    /// How many operators can get a token.
    pub async fn count_operators(&self) -> StoreResult<u64> {
        let operators = client::Entity::find().filter(client::Column::Kind.eq(ClientKind::Operator.as_str()));
        Ok(operators.filter(client::Column::RevokedAt.is_null()).count(&self.readers()).await?)
    }
}

impl Tx {
    /// Adds a client.
    pub async fn add_client(&self, client: &Client) -> StoreResult<()> {
        let scopes: Vec<&str> = client.scopes.iter().map(|scope| scope.as_str()).collect();
        let roles: Vec<&str> = client.roles.iter().map(|role| role.as_str()).collect();
        let row = client::ActiveModel {
            id: Set(client.id),
            kind: Set(client.kind.as_str().to_owned()),
            organisation_id: Set(client.organisation),
            controller_id: Set(client.controller),
            authority: Set(client.authority.map(|id| id.to_string())),
            name: Set(client.name.clone()),
            scopes: Set(scopes.join(" ")),
            roles: Set(roles.join(" ")),
            created_at: Set(client.created_at.into()),
            revoked_at: Set(client.revoked_at.map(Into::into)),
            last_used_at: Set(client.last_used_at.map(Into::into)),
        };
        client::Entity::insert(row).exec_without_returning(self).await?;
        Ok(())
    }

    /// A client by its id, held until the end of this transaction: nobody else changes its credentials meanwhile.
    pub async fn hold_client(&self, id: ClientId) -> StoreResult<Option<Client>> {
        client::Entity::find_by_id(id).lock_exclusive().one(self).await?.map(read).transpose()
    }

    /// Whether one of these authorities has a client that can get a token: for a sandbox, or for all that are live.
    pub async fn has_client_of(&self, authorities: &[String], sandbox: Option<OrganisationId>) -> StoreResult<bool> {
        let query = client::Entity::find()
            .filter(client::Column::Authority.is_in(authorities))
            .filter(client::Column::RevokedAt.is_null());
        let query = match sandbox {
            Some(sandbox) => query.filter(client::Column::OrganisationId.eq(sandbox)),
            None => query.filter(client::Column::OrganisationId.is_null()),
        };
        Ok(query.count(self).await? > 0)
    }

    /// Revokes a client. Tells whether it was not revoked before.
    pub async fn revoke_client(&self, id: ClientId, at: Timestamp) -> StoreResult<bool> {
        let result = client::Entity::update_many()
            .col_expr(client::Column::RevokedAt, Expr::value(entity::time::Instant(at)))
            .filter(client::Column::Id.eq(id))
            .filter(client::Column::RevokedAt.is_null())
            .exec(self)
            .await?;
        Ok(result.rows_affected == 1)
    }

    /// Records that a token was issued.
    pub async fn touch_client(&self, id: ClientId, at: Timestamp) -> StoreResult<()> {
        client::Entity::update_many()
            .col_expr(client::Column::LastUsedAt, Expr::value(entity::time::Instant(at)))
            .filter(client::Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(())
    }
}

fn read(row: client::Model) -> StoreResult<Client> {
    let corrupt = |column| StoreError::corrupt("client", column, row.id);
    let scopes = row.scopes.split_ascii_whitespace().map(str::parse).collect::<Result<_, _>>();
    let roles = row.roles.split_ascii_whitespace().map(str::parse).collect::<Result<_, _>>();
    Ok(Client {
        id: row.id,
        kind: row.kind.parse().map_err(|_| corrupt("kind"))?,
        organisation: row.organisation_id,
        controller: row.controller_id,
        authority: row.authority.as_deref().map(str::parse).transpose().map_err(|_| corrupt("authority"))?,
        scopes: scopes.map_err(|_| corrupt("scopes"))?,
        roles: roles.map_err(|_| corrupt("roles"))?,
        name: row.name,
        created_at: row.created_at.0,
        revoked_at: row.revoked_at.map(|at| at.0),
        last_used_at: row.last_used_at.map(|at| at.0),
    })
}
