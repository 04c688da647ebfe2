//! One complaint as its authority sees it: what the organisation tells, who takes part, what has happened.

use entity::id::{ComplaintEntryId, ComplaintFileId, ComplaintId, OrganisationId};
use jiff::Timestamp;
use jiff::civil::Date;

use super::enter;
use crate::casefile::Field;
use crate::casefile::facts;
use crate::casefile::view::{self, Shown};
use crate::crypto::Personal;
use crate::domain::code::Code;
use crate::domain::complaint::{DecisionOutcome, StepKind, StepSource};
use crate::domain::recipient::Recipient;
use crate::service::call::{Call, Docket};
use crate::service::complaints::content::{self, Content, Passage, Signatory};
use crate::service::complaints::files::seen;
use crate::service::complaints::reference;
use crate::service::context::Context;
use crate::service::failure::{Failure, Outcome};
use crate::store::{Complaint, ComplaintEntry, ComplaintPersonFilter, Controller, Organisation, Reads, Tenant, Viewer};

/// Whose field list decides what is shown (Z-9).
const RECIPIENT: Recipient = Recipient::Authority;

/// A complaint with what its authority may see of it.
pub struct Opened {
    /// The complaint.
    pub complaint: Complaint,
    /// Who lodged it.
    pub organisation: Organisation,
    /// Of whom it complains.
    pub controller: Controller,
    /// What happened, in the organisation's words.
    pub description: Vec<Passage>,
    /// What is asked of the authority.
    pub remedies: Vec<Passage>,
    /// Who signs.
    pub signatory: Option<Signatory>,
}

/// The parties of a complaint.
pub(super) struct Parties {
    organisation: Organisation,
    controller: Controller,
}

impl Parties {
    /// Reads them.
    pub async fn of(context: &Context, lodger: OrganisationId, id: ComplaintId) -> Outcome<Self> {
        let complaint = context.db.tenant(lodger).complaint(id).await?.ok_or(Code::NotFound)?;
        let organisation = context.db.organisation(lodger).await?;
        let controller = context.db.controller(complaint.controller_id, Viewer::Service).await?;
        let parties = organisation.zip(controller);
        let (organisation, controller) = parties.ok_or(Failure::Defect("a complaint without its parties"))?;
        Ok(Self { organisation, controller })
    }

    /// The complaint with what its authority may see of it.
    pub fn open(self, complaint: Complaint, content: &Content) -> Opened {
        let Self { organisation, controller } = self;
        Opened {
            complaint,
            organisation,
            controller,
            description: given(&content.description),
            remedies: given(&content.remedies),
            signatory: content.signatory.clone(),
        }
    }
}

/// The passages that the authority is given; confidential ones with their mark (C-6).
fn given(passages: &[Passage]) -> Vec<Passage> {
    let facts =
        passages.iter().map(|one| facts::Passage { text: one.text.clone(), confidential: one.confidential.clone() });
    let facts: Vec<_> = facts.collect();
    let shown = view::passages(&facts, RECIPIENT).into_iter();
    let given = shown.filter_map(|one| match one {
        Shown::Given(said) => Some(said),
        Shown::Withheld(..) => None,
    });
    given
        .map(|said| Passage { text: said.text.to_owned(), confidential: said.confidential.map(str::to_owned) })
        .collect()
}

/// A complaint of the docket. The look is recorded; the first one shows that the authority has it.
///
/// # Errors
/// `not_found`.
pub async fn read(context: &Context, call: Call, docket: Docket, id: ComplaintId) -> Outcome<Opened> {
    let (own, lodger) = enter(context, &call, docket, id).await?;
    let parties = Parties::of(&own, lodger, id).await?;
    let inner = own.clone();
    own.db
        .write(move |tx| {
            Box::pin(async move {
                let complaint = tx.tenant(lodger).complaint(id).await?.ok_or(Code::NotFound)?;
                let keys = inner.keys.of_organisation_in(tx, lodger).await?;
                let content = Content::open(&keys, id, &complaint.content)?;
                let mut note = seen(&inner, &call, lodger, id);
                note.record_count = i64::from(complaint.people);
                tx.note(note).await?;
                Ok::<_, Failure>(parties.open(complaint, &content))
            })
        })
        .await
}

/// Somebody for whom a complaint was lodged.
pub struct DocketPerson {
    /// The number in the files.
    pub number: i32,
    /// By which the person is called in the files.
    pub reference: Option<String>,
    /// Whether the organisation still acts for the person (M-11).
    pub represented: bool,
    /// What was decided for the person, where that is told apart.
    pub outcome: Option<DecisionOutcome>,
}

/// The people for whom a complaint was lodged, in the order of their numbers. Who was left out before is not among them.
///
/// # Errors
/// `not_found`.
pub async fn people(
    context: &Context,
    call: Call,
    docket: Docket,
    id: ComplaintId,
    after: Option<i32>,
    limit: u64,
) -> Outcome<Vec<DocketPerson>> {
    let (own, lodger) = enter(context, &call, docket, id).await?;
    let inner = own.clone();
    own.db
        .write(move |tx| {
            Box::pin(async move {
                let tenant = tx.tenant(lodger);
                let complaint = tenant.complaint(id).await?.ok_or(Code::NotFound)?;
                let lodged_at = complaint.standing.lodging.and_then(|lodging| lodging.recorded_at);
                let filter = ComplaintPersonFilter { took_part_at: lodged_at, ..Default::default() };
                let found = tenant.complaint_people(id, filter, after, limit).await?;
                let note = seen(&inner, &call, lodger, id);
                tx.note(note.of_page(found.iter().map(|person| person.data_subject.0), limit)).await?;
                let may_refer = RECIPIENT.may_see(Field::Reference);
                let shown = found.into_iter().map(|person| DocketPerson {
                    number: person.number,
                    reference: may_refer.then(|| reference(person.number)),
                    represented: person.left_out.is_none(),
                    outcome: person.outcome,
                });
                Ok::<_, Failure>(shown.collect())
            })
        })
        .await
}

/// Something that happened to a complaint since it was lodged, as its authority sees it.
pub struct DocketStep {
    /// Its id.
    pub id: ComplaintEntryId,
    /// What happened.
    pub kind: StepKind,
    /// The local day at the authority.
    pub on: Date,
    /// Who entered it.
    pub source: StepSource,
    /// What was said: by the authority itself, or to it.
    pub text: Option<Personal<String>>,
    /// The file with that.
    pub file: Option<ComplaintFileId>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// What has happened to a complaint since it was lodged, in the order in which it was recorded. Words and files of the organisation are
/// shown with what it said to the authority; what it noted for itself is not.
///
/// # Errors
/// `not_found`.
pub async fn steps(
    context: &Context,
    call: Call,
    docket: Docket,
    id: ComplaintId,
    after: Option<ComplaintEntryId>,
    limit: u64,
) -> Outcome<Vec<DocketStep>> {
    let (own, lodger) = enter(context, &call, docket, id).await?;
    let inner = own.clone();
    own.db
        .write(move |tx| {
            Box::pin(async move {
                let rows = since_lodging(&tx.tenant(lodger), id, after, limit).await?;
                let keys = inner.keys.of_organisation_in(tx, lodger).await?;
                let note = seen(&inner, &call, lodger, id);
                tx.note(note.of_page(rows.iter().map(|row| row.id.0), limit)).await?;
                let shown = |row: ComplaintEntry| {
                    let told = row.source == StepSource::Authority || row.step.is_said_to_authority();
                    let sealed = row.content.as_deref().filter(|_| told);
                    let text = sealed.map(|sealed| content::open_entry(&keys, row.id, sealed)).transpose()?;
                    Ok(DocketStep {
                        id: row.id,
                        kind: row.step,
                        on: row.on,
                        source: row.source,
                        text,
                        file: row.file.filter(|_| told),
                        recorded_at: row.recorded_at,
                    })
                };
                rows.into_iter().map(shown).collect::<Outcome<_>>()
            })
        })
        .await
}

/// Entries of a history from the lodging on. The few before it are read over.
async fn since_lodging<C: Reads>(
    tenant: &Tenant<'_, C>,
    id: ComplaintId,
    mut after: Option<ComplaintEntryId>,
    limit: u64,
) -> Outcome<Vec<ComplaintEntry>> {
    let (wanted, mut found) = (usize::try_from(limit).unwrap_or(usize::MAX), Vec::new());
    loop {
        let page = tenant.complaint_entries(id, after, limit).await?;
        let is_last = (page.len() as u64) < limit;
        after = page.last().map(|row| row.id);
        found.extend(page.into_iter().filter(|row| !row.step.is_before_lodging()));
        if is_last || found.len() >= wanted {
            found.truncate(wanted);
            return Ok(found);
        }
    }
}
