//! Everything that is kept of one person, for the person (P-8).

use entity::id::{DataSubjectId, MandateId, OrganisationId, RequestId};

use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{DataSubject, MandateRecord, SubjectRequest, Tx};

use super::profile::Profile;

/// Rows read at a time.
const PAGE: u64 = 500;
/// Rows of one kind that an export holds at most; far above what one person can have.
const MOST: usize = 20_000;

/// What is kept of one person.
#[derive(Debug)]
pub struct Export {
    /// The record.
    pub subject: DataSubject,
    /// Name, contacts, identifiers.
    pub profile: Profile,
    /// Every mandate given, ended ones too.
    pub mandates: Vec<MandateRecord>,
    /// Every request made, open ones first.
    pub requests: Vec<SubjectRequest>,
}

/// Reads it.
///
/// # Errors
/// `not_found`; `data_subject_erased`.
pub async fn export(context: &Context, call: Call, organisation: OrganisationId, id: DataSubjectId) -> Outcome<Export> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let subject = tx.tenant(organisation).data_subject(id).await?.ok_or(Code::NotFound)?;
                let (_, profile) = super::open(&inner, tx, organisation, &subject).await?;
                let mandates = mandates(tx, organisation, id).await?;
                let mut requests = requests(tx, organisation, id, true).await?;
                requests.append(&mut self::requests(tx, organisation, id, false).await?);
                let read = std::iter::once(id.0)
                    .chain(mandates.iter().map(|mandate| mandate.id.0))
                    .chain(requests.iter().map(|request| request.id.0));
                tx.note(inner.note(&call, organisation, AuditAction::Read, id).of_many(read)).await?;
                Ok::<_, Failure>(Export { subject, profile, mandates, requests })
            })
        })
        .await
}

async fn mandates(tx: &Tx, organisation: OrganisationId, id: DataSubjectId) -> Outcome<Vec<MandateRecord>> {
    let (mut all, mut after): (Vec<MandateRecord>, Option<MandateId>) = (Vec::new(), None);
    loop {
        let page = tx.tenant(organisation).mandates_of(id, after, PAGE).await?;
        after = page.last().map(|mandate| mandate.id);
        all.extend(page);
        if after.is_none() {
            return Ok(all);
        }
        check_room(all.len())?;
    }
}

async fn requests(
    tx: &Tx,
    organisation: OrganisationId,
    id: DataSubjectId,
    open: bool,
) -> Outcome<Vec<SubjectRequest>> {
    let (mut all, mut after): (Vec<SubjectRequest>, Option<RequestId>) = (Vec::new(), None);
    loop {
        let page = tx.tenant(organisation).requests_of_subject(id, open, after, PAGE).await?;
        after = page.last().map(|request| request.id);
        all.extend(page);
        if after.is_none() {
            return Ok(all);
        }
        check_room(all.len())?;
    }
}

/// An export that leaves something out would be a false answer.
fn check_room(length: usize) -> Outcome<()> {
    if length > MOST { Err(Failure::Defect("one person with more rows than an export holds")) } else { Ok(()) }
}
