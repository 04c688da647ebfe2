//! Splitting a collective draft: each of its people gets a complaint of their own, with the same words and only what happened to them.

use entity::id::ComplaintId;
use serde_json::json;

use super::content::Content;
use super::gather::Counting;
use super::members::{Member, Members};
use super::told::told_with;
use crate::crypto::OrganisationKeys;
use crate::domain::audit::AuditAction;
use crate::domain::code::Code;
use crate::domain::complaint::{ComplaintForm, FileState, Standing};
use crate::domain::event::EventKind;
use crate::domain::problem::Problem;
use crate::service::call::Call;
use crate::service::context::Context;
use crate::service::failure::Outcome;
use crate::store::{Complaint, ComplaintPerson, Tx};

/// Makes the complaints of the people of a collective draft, in the transaction in which the draft ends.
///
/// # Errors
/// `complaint_wrong_state` for a complaint of one person.
pub(super) async fn split(context: &Context, tx: &Tx, call: &Call, whole: &Complaint) -> Outcome<()> {
    if whole.form != ComplaintForm::Collective {
        let detail = "Only a collective complaint is split; this one speaks for one person.";
        return Err(Problem::with_detail(Code::ComplaintWrongState, detail).into());
    }
    let organisation = whole.organisation;
    let keys = context.keys.of_organisation_in(tx, organisation).await?;
    let splitting = Splitting { context, whole, content: Content::open(&keys, whole.id, &whole.content)?, keys: &keys };
    let mut members = Members::of(tx, organisation, whole.id);
    loop {
        let page = members.next().await?;
        if page.is_empty() {
            return Ok(());
        }
        let made: Vec<Complaint> = page.iter().map(|member| splitting.of(member)).collect::<Outcome<_>>()?;
        let people: Vec<ComplaintPerson> =
            page.iter().map(|member| ComplaintPerson { number: ALONE, ..member.person.clone() }).collect();
        let of = |place: usize| made[place].id;
        tx.add_complaints(&made).await?;
        tx.add_complaint_people(organisation, people.iter().enumerate().map(|(place, one)| (of(place), one))).await?;
        let mut requests = Vec::new();
        for (place, member) in page.iter().enumerate() {
            requests.extend(member.requests.iter().map(|(request, _)| (of(place), ALONE, *request)));
        }
        tx.add_complaint_requests(organisation, requests.into_iter()).await?;
        let more = || json!({ "split_from": whole.id });
        let told = made.iter().map(|one| told_with(context, call, one, EventKind::ComplaintPrepared, more()));
        tx.emit(organisation, told.collect()).await?;
        let note = context.note(call, organisation, AuditAction::Create, "complaint");
        tx.note(note.of_many(made.iter().map(|one| one.id.0))).await?;
    }
}

/// The number of the one person of a complaint.
const ALONE: i32 = 1;

struct Splitting<'a> {
    context: &'a Context,
    whole: &'a Complaint,
    content: Content,
    keys: &'a OrganisationKeys,
}

impl Splitting<'_> {
    /// The complaint of one person.
    fn of(&self, member: &Member) -> Outcome<Complaint> {
        let id: ComplaintId = self.context.ids.next();
        let mut counting = Counting::default();
        counting.add(member.findings());
        let now = self.context.clock.now();
        Ok(Complaint {
            id,
            split_from: Some(self.whole.id),
            form: ComplaintForm::Individual,
            content: self.content.seal(self.keys, id)?,
            standing: Standing { cross_border: self.whole.standing.cross_border, ..Standing::draft() },
            points: counting.points(),
            people: 1,
            left_out: 0,
            incomplete: i32::from(super::lacks_needed(&member.person)),
            requests: super::prepare::count(member.requests.len())?,
            file_state: FileState::None,
            build_no: 0,
            built_to: 0,
            built_at: None,
            next_due: None,
            check_due: None,
            version: 1,
            created_at: now,
            updated_at: now,
            ..self.whole.clone()
        })
    }
}
