//! The clients that act for an authority, made by the operator.

use entity::id::ClientId;

use crate::domain::access::Scope;
use crate::domain::authority::AuthorityId;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::service::call::{Call, Docket};
use crate::service::clients::{self, NewClient, Party};
use crate::service::complaints::prepare::find_authority;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;
use crate::store::Client;

/// Whether the directory has an authority, also one whose place was taken.
///
/// # Errors
/// `not_found`.
pub fn known(context: &Context, authority: AuthorityId) -> Result<(), Problem> {
    let directory = context.authorities.now();
    directory.find(authority.as_str()).map(drop).ok_or_else(|| Code::NotFound.into())
}

/// Makes a client that acts for an authority: for what live organisations lodge with it, or for what one sandbox does.
///
/// # Errors
/// `not_found`; `authority_unknown` when another took its place; `invalid_field`, also for an organisation that is no sandbox.
pub async fn create_client(
    context: &Context,
    call: Call,
    docket: Docket,
    name: String,
    scopes: Vec<Scope>,
) -> Outcome<Answer> {
    known(context, docket.authority)?;
    find_authority(context, docket.authority.as_str())?;
    let inner = context.clone();
    let frame = call.clone();
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                if let Some(sandbox) = docket.sandbox {
                    let known = sandbox.is_sandbox() && tx.organisation(sandbox).await?.is_some();
                    if !known {
                        let message = "Is not a sandbox of this service.";
                        return Err(Problem::field("/sandbox_id", Code::InvalidField, message).into());
                    }
                }
                let party = Party::Authority(docket);
                let client: NewClient = clients::create_in(&inner, tx, &call, party, &name, &scopes).await?;
                Ok(client)
            })
        })
        .await
}

/// A client of an authority.
///
/// # Errors
/// `not_found`.
pub async fn client_of(context: &Context, authority: AuthorityId, client: ClientId) -> Outcome<Client> {
    let found = context.db.client(client).await?;
    found.filter(|client| client.authority == Some(authority)).ok_or_else(|| Code::NotFound.into())
}
