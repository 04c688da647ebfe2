//! What a complaint lacks as a whole (C-3), apart from what each person's part lacks.

use crate::domain::authority::Authority;
use crate::domain::complaint::Missing;
use crate::domain::eligibility::EligibilityTest;
use crate::domain::legal_order::LegalOrder;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Complaint, Controller, Organisation, Tx};

use super::content::Content;
use super::prepare::find_authority;

/// What is known of a complaint as a whole.
pub(super) struct Whole<'a> {
    pub organisation: &'a Organisation,
    pub controller: &'a Controller,
    pub authority: Option<&'a Authority>,
    pub language: &'a str,
    pub content: &'a Content,
}

impl Whole<'_> {
    /// What it lacks.
    pub fn missing(&self) -> Vec<Missing> {
        let (organisation, controller) = (self.organisation, self.controller);
        let eligibility = &organisation.eligibility;
        let constituted = eligibility.evidence(EligibilityTest::ProperlyConstituted);
        let country = self.authority.map(|authority| authority.country.country());
        // Belgium asks that the body is constituted under its own law (N-80-2); France lists bodies (N-FR-1).
        let belgian = eligibility.constituted_in.is_some_and(|place| place.country() == "BE");
        let accepted = self.authority.is_none_or(|authority| takes(authority, self.language) != Some(false));
        let swiss_basis = eligibility.basis_under(LegalOrder::Fadp);
        let there = [
            (self.authority.is_some(), Missing::Authority),
            (accepted, Missing::AuthorityLanguage),
            (organisation.contact_email.is_some() || organisation.website.is_some(), Missing::RepresentativeContact),
            (constituted.is_some_and(|evidence| evidence.sha256.is_some()), Missing::ConstitutionProof),
            (country != Some("BE") || belgian, Missing::NationalConstitution),
            (country != Some("FR") || eligibility.national_basis.is_some(), Missing::NationalBasis),
            (country != Some("CH") || swiss_basis.is_some(), Missing::RepresentationBasis),
            (controller.place.is_some() || !controller.postal_address.is_empty(), Missing::ControllerAddress),
            (!self.content.description.is_empty(), Missing::Description),
        ];
        there.into_iter().filter(|(there, _)| !there).map(|(_, missing)| missing).collect()
    }
}

/// What a complaint lacks as a whole by what is recorded at this moment.
///
/// # Errors
/// `authority_unknown` when its authority is in the directory no more.
pub(super) async fn look(
    context: &Context,
    tx: &Tx,
    complaint: &Complaint,
    controller: &Controller,
) -> Outcome<Vec<Missing>> {
    let organisation = tx.organisation(complaint.organisation).await?;
    let organisation = organisation.ok_or(Failure::Defect("a complaint without its organisation"))?;
    let keys = context.keys.of_organisation_in(tx, complaint.organisation).await?;
    let content = Content::open(&keys, complaint.id, &complaint.content)?;
    let authority = complaint.authority.as_deref().map(|name| find_authority(context, name)).transpose()?;
    let whole = Whole {
        organisation: &organisation,
        controller,
        authority: authority.as_ref(),
        language: &complaint.language,
        content: &content,
    };
    Ok(whole.missing())
}

/// Whether an authority takes a language; none where it is not known which it takes.
pub(super) fn takes(authority: &Authority, language: &str) -> Option<bool> {
    let known = !authority.languages.is_empty();
    known.then(|| authority.languages.iter().any(|one| same_language(one, language)))
}

/// Whether two tags of BCP 47 name the same language, whatever the region.
fn same_language(one: &str, other: &str) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    primary(one) == primary(other)
}
