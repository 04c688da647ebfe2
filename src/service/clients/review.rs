//! The review of authorisations: what the clients of an organisation may do, what they did last, and what nobody needs (Z-12).

use std::collections::HashMap;

use entity::id::{ClientId, OrganisationId};
use jiff::{SignedDuration, Timestamp};

use super::proofs;
use crate::domain::access::Scope;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{Client, ClientCredential, ClientOwner};

/// After how long something that is not used is marked.
pub const DISUSED_AFTER: SignedDuration = SignedDuration::from_hours(90 * 24);

/// A client under review.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// The client.
    pub client: Client,
    /// Whether no token was issued to it for 90 days.
    pub unused: bool,
    /// What it may do, those scopes included that others imply.
    pub scopes: Vec<ScopeReview>,
    /// Its credentials, each with whether it was unused for 90 days.
    pub credentials: Vec<(ClientCredential, bool)>,
}

/// A scope under review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScopeReview {
    /// The scope.
    pub scope: Scope,
    /// The hour in which something was last done that needs it.
    pub last_used_at: Option<Timestamp>,
    /// Whether nothing was for 90 days.
    pub unused: bool,
}

/// Whether something that exists since an instant was not used for 90 days.
fn unused(since: Timestamp, last_used: Option<Timestamp>, now: Timestamp) -> bool {
    now.duration_since(last_used.unwrap_or(since).max(since)) >= DISUSED_AFTER
}

/// Clients of an organisation in the order of their ids, those that are revoked too.
pub async fn review(
    context: &Context,
    organisation: OrganisationId,
    after: Option<ClientId>,
    limit: u64,
) -> Outcome<Vec<Reviewed>> {
    let now = context.service_clock.now();
    let clients = proofs::list(context, ClientOwner::Organisation(organisation), after, limit).await?;
    let ids: Vec<ClientId> = clients.iter().map(|(client, _)| client.id).collect();
    let uses = context.db.scope_uses(&ids).await?;
    let uses: HashMap<(ClientId, Scope), Timestamp> =
        uses.into_iter().map(|used| ((used.client, used.scope), used.at)).collect();
    let reviewed = |(client, credentials): (Client, Vec<ClientCredential>)| {
        let scope = |scope: Scope| {
            let last_used_at = uses.get(&(client.id, scope)).copied();
            ScopeReview { scope, last_used_at, unused: unused(client.created_at, last_used_at, now) }
        };
        let credential = |one: ClientCredential| {
            let unused = unused(one.created_at, one.last_used_at, now);
            (one, unused)
        };
        Reviewed {
            unused: unused(client.created_at, client.last_used_at, now),
            scopes: Scope::with_implied(&client.held_scopes()).into_iter().map(scope).collect(),
            credentials: credentials.into_iter().map(credential).collect(),
            client,
        }
    };
    Ok(clients.into_iter().map(reviewed).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_used_for_ninety_days_is_unused() {
        let at = |day: i64| Timestamp::from_second(1_800_000_000 + day * 86_400).unwrap();
        assert!(!unused(at(0), None, at(89)));
        assert!(unused(at(0), None, at(90)), "never used, and there for that long");
        assert!(!unused(at(0), Some(at(1)), at(90)));
        assert!(unused(at(0), Some(at(1)), at(91)));
        // An hour is kept by its beginning, which can lie before what it is about was made.
        assert!(!unused(at(10), Some(at(0)), at(95)));
    }
}
