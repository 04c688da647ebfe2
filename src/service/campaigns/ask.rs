//! What a campaign asks of everybody, sealed under the organisation's key: it is of no one person, and can hold what is known of
//! people, such as a value that is wrong for all of them.

use std::collections::{BTreeMap, BTreeSet};

use entity::id::CampaignId;
use zeroize::Zeroizing;

use crate::crypto::keyring::place;
use crate::crypto::{Binding, OrganisationKeys};
use crate::domain::ask::Ask;
use crate::domain::right::Right;
use crate::service::{Failure, Outcome};
use crate::store::{Campaign, Reads, StoreError, Tenant};

fn binding(keys: &OrganisationKeys, campaign: CampaignId) -> Binding {
    place::CAMPAIGN_ASK.of(keys.organisation(), campaign.0)
}

/// What a new campaign asks, as it is kept.
///
/// # Errors
/// A defect of the library that writes JSON, and a failure of sealing.
pub(super) fn seal(keys: &OrganisationKeys, campaign: CampaignId, ask: &Ask) -> Outcome<Vec<u8>> {
    let json = serde_json::to_vec(ask).map(Zeroizing::new);
    let json = json.map_err(|_| Failure::Defect("what a campaign asks is not JSON"))?;
    Ok(keys.seal(&binding(keys, campaign), &json)?)
}

fn open(keys: &OrganisationKeys, campaign: CampaignId, right: Right, sealed: &[u8]) -> Outcome<Ask> {
    let json = keys.open(&binding(keys, campaign), sealed)?;
    let corrupt = |column| StoreError::corrupt("campaign", column, campaign);
    let ask: Ask = serde_json::from_slice(json.expose()).map_err(|_| corrupt("ask"))?;
    if ask.right() == right { Ok(ask) } else { Err(corrupt("right_kind").into()) }
}

/// What a campaign asks of every controller.
///
/// # Errors
/// What is stored cannot be opened, or is about another right than the campaign.
pub fn opened_ask(keys: &OrganisationKeys, campaign: &Campaign) -> Outcome<Ask> {
    open(keys, campaign.id, campaign.right, &campaign.ask)
}

/// What several campaigns of one organisation ask, each opened once.
///
/// # Errors
/// As [`opened_ask`].
pub async fn asks<C: Reads>(
    keys: &OrganisationKeys,
    tenant: &Tenant<'_, C>,
    campaigns: impl IntoIterator<Item = CampaignId>,
) -> Outcome<BTreeMap<CampaignId, Ask>> {
    let ids: BTreeSet<CampaignId> = campaigns.into_iter().collect();
    let rows = tenant.asks_of_campaigns(&ids.into_iter().collect::<Vec<_>>()).await?;
    rows.into_iter().map(|(id, right, sealed)| Ok((id, open(keys, id, right, &sealed)?))).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ports::OsRandom;

    #[test]
    fn what_is_asked_opens_for_its_own_campaign_and_right_alone() {
        let keys = OrganisationKeys::generate(Uuid::from_u128(1), 1, &OsRandom::default()).unwrap();
        let (one, two) = (CampaignId(Uuid::from_u128(10)), CampaignId(Uuid::from_u128(20)));
        let ask = Ask::Objection { against: "marketing".parse().unwrap(), grounds: Some("Grumblevast".to_owned()) };
        let sealed = seal(&keys, one, &ask).unwrap();
        assert!(!sealed.windows(11).any(|part| part == b"Grumblevast"));
        assert!(open(&keys, one, Right::Objection, &sealed).unwrap() == ask);
        assert!(open(&keys, two, Right::Objection, &sealed).is_err());
        let other = open(&keys, one, Right::Erasure, &sealed).expect_err("about another right");
        assert!(matches!(other, Failure::Store(StoreError::Corrupt { column: "right_kind", .. })), "{other:?}");
    }
}
