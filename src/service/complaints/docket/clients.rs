//! The clients that act for an authority, made by the operator.

use crate::domain::authority::AuthorityId;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::service::call::{Call, Docket};
use crate::service::clients::{self, MadeClient, Party, Wanted};
use crate::service::complaints::prepare::find_authority;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::service::once::Answer;

/// Whether the directory has an authority, also one whose place was taken.
///
/// # Errors
/// `not_found`.
pub fn known(context: &Context, authority: AuthorityId) -> Result<(), Problem> {
    let directory = context.authorities.now();
    directory.find(authority.as_str()).map(drop).ok_or_else(|| Code::NotFound.into())
}

/// Makes a client that acts for an authority: for what live organisations lodge with it, or for what one sandbox does.
/// `view` makes the answer out of it.
///
/// # Errors
/// `not_found`; `authority_unknown` when another took its place; `invalid_field`, also for an organisation that is no sandbox.
pub async fn create_client<T, V>(
    context: &Context,
    call: Call,
    docket: Docket,
    wanted: Wanted,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&MadeClient) -> T + Send + 'static,
{
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
                Ok(view(&clients::create_for(&inner, tx, &call, Party::Authority(docket), wanted).await?))
            })
        })
        .await
}
