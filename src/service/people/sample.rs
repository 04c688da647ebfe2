//! Opening some of what is sealed, to see whether keys and data fit.

use entity::id::OrganisationId;

use crate::service::failure::Outcome;
use crate::service::keys::Keys;
use crate::store::{Db, StoreError};

use super::Profile;

/// Organisations read at one time.
const PAGE: u64 = 200;

/// Opens the keys of every organisation, and the profiles of the first few people of each. Gives how many of both; looks at nothing
/// that it opens.
///
/// # Errors
/// When something does not open, or the database fails.
pub async fn open_samples(db: &Db, keys: &Keys, of_each: u64) -> Outcome<(usize, usize)> {
    let (mut organisations, mut people) = (0, 0);
    let mut after: Option<OrganisationId> = None;
    loop {
        let page = db.organisations(after, PAGE).await?;
        let Some(last) = page.last() else { return Ok((organisations, people)) };
        after = Some(last.id);
        for organisation in &page {
            let opened = keys.of_organisation(db, organisation.id).await?;
            organisations += 1;
            let tenant = db.tenant(organisation.id);
            let sample = tenant.data_subjects(None, of_each).await?;
            for person in sample.into_iter().filter(|person| person.erased_at.is_none()) {
                // Shredded between two looks, perhaps.
                let Some(wrapped) = tenant.subject_key(person.id).await? else { continue };
                Profile::open_wrapped(&opened, organisation.id, person.id, &wrapped, &person.profile)
                    .map_err(|_| StoreError::corrupt("data_subject", "profile", person.id))?;
                people += 1;
            }
        }
    }
}
