//! Who was erased after the archive was made is erased in what was restored from it: the key is nowhere any more, so that nothing of
//! what was sealed under it can be read, and what stands beside follows.

use entity::id::{DataSubjectId, OrganisationId};

use crate::domain::request::{Author, WithdrawReason};
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::service::people;
use crate::service::withdrawal::withdraw;

/// People looked up at a time.
const PAGE: u64 = 200;
/// Requests of one person read at a time.
const REQUESTS: u64 = 500;

/// Erases everybody whose key is not there. What was open is withdrawn: it had ended when the person was erased. Gives how many people,
/// and how many requests were withdrawn.
///
/// # Errors
/// When the database fails.
pub async fn erase_again(context: &Context) -> Outcome<(u64, u64)> {
    let (mut people, mut requests) = (0, 0);
    loop {
        let page = context.db.people_without_key(PAGE).await?;
        if page.is_empty() {
            return Ok((people, requests));
        }
        for (organisation, id) in page {
            requests += erase(&context.of(organisation).await?, organisation, id).await?;
            people += 1;
        }
    }
}

async fn erase(context: &Context, organisation: OrganisationId, id: DataSubjectId) -> Outcome<u64> {
    let inner = context.clone();
    let write = context.db.write(move |tx| {
        Box::pin(async move {
            let (call, mut withdrawn) = (Call::system(), 0);
            loop {
                let open = tx.tenant(organisation).requests_of_subject(id, true, None, REQUESTS).await?;
                let ids: Vec<_> = open.iter().map(|request| request.id).collect();
                let open = tx.hold_requests(organisation, &ids).await?;
                if open.is_empty() {
                    break;
                }
                let (reason, author) = (WithdrawReason::MandateRevoked, Author::System);
                let done = withdraw(&inner, tx, &call, organisation, open, reason, author).await?;
                if done.iter().any(Result::is_err) {
                    return Err(Failure::Defect("an open request of an erased person that cannot be withdrawn"));
                }
                withdrawn += done.len() as u64;
            }
            people::erase_in(&inner, tx, &call, organisation, id).await?;
            Ok::<_, Failure>(withdrawn)
        })
    });
    write.await
}
