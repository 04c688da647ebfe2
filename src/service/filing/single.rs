//! Filing for one person, at once: a batch of one line, with the answer in the same transaction.

use std::collections::HashSet;

use entity::id::{CampaignId, ControllerId, DataSubjectId, MandateId, OrganisationId, RequestId};
use jiff::SignedDuration;

use crate::domain::ask::PersonalAsk;
use crate::domain::audit::AuditAction;
use crate::domain::batch::BatchMode;
use crate::domain::campaign::CampaignState;
use crate::domain::code::Code;
use crate::domain::problem::{FieldProblem, Problem};
use crate::ingest::PersonLine;
use crate::service::campaigns;
use crate::service::{Answer, Call, Context, Failure, Outcome};
use crate::store::{FilingFrame, Follow, StoreError, Tx, Viewer};

use super::decide::{Decided, decide};
use super::known::Known;
use super::mandate::MandateDefaults;
use super::note::Note;
use super::outgoing::OpenBundles;
use super::plan::{Plan, PlanParts};
use super::prepare::{Prepared, prepare, prepare_known};

/// How often it is decided anew because something came in between.
const ATTEMPTS: u32 = 3;

/// For whom.
#[derive(Debug, Clone)]
pub enum Whom {
    /// A person as a line of an upload would have it.
    Line(Box<PersonLine>),
    /// A person who is known.
    Known {
        /// Who.
        data_subject: DataSubjectId,
        /// The mandate to rely on; any that covers the request when absent.
        mandate: Option<MandateId>,
        /// What the person asks beyond the campaign.
        ask: PersonalAsk,
    },
}

/// A filing for one person.
#[derive(Debug, Clone)]
pub struct SingleFiling {
    /// The campaign.
    pub campaign: CampaignId,
    /// Only these of its controllers; all when empty.
    pub controllers: Vec<ControllerId>,
    /// What the mandate grants, for a person given as a line.
    pub mandate: Option<MandateDefaults>,
    /// For whom.
    pub whom: Whom,
}

/// A request that was filed.
#[derive(Debug, Clone, Copy)]
pub struct FiledRequest {
    /// Its id.
    pub id: RequestId,
    /// With whom.
    pub controller: ControllerId,
}

/// What was filed.
#[derive(Debug, Clone)]
pub struct Filed {
    /// The person.
    pub data_subject: DataSubjectId,
    /// The requests, in the order of controllers.
    pub requests: Vec<FiledRequest>,
    /// Controllers with whom nothing was filed, and why; and warnings.
    pub notes: Vec<Note>,
}

/// Files for one person. `view` makes the answer out of what was filed.
///
/// # Errors
/// `not_found`, `campaign_not_open`, `unknown_controller`; and the reason, when nothing can be filed with any controller.
pub async fn file_one<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    filing: SingleFiling,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: Fn(&Filed) -> T + Send + Clone + 'static,
{
    let mut attempt = 1;
    loop {
        let (inner, frame, filing, view) = (context.clone(), call.clone(), filing.clone(), view.clone());
        let answer = context
            .once(&call, 201, move |tx| {
                Box::pin(async move {
                    let filed = file(&inner, tx, &frame, organisation, filing).await?;
                    Ok(view(&filed))
                })
            })
            .await;
        match answer {
            Err(Failure::Store(StoreError::Duplicate | StoreError::Stale)) if attempt < ATTEMPTS => attempt += 1,
            answer => return answer,
        }
    }
}

async fn file(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    filing: SingleFiling,
) -> Outcome<Filed> {
    let plan = plan(context, tx, call, organisation, &filing).await?;
    let (line, wanted) = match filing.whom {
        Whom::Line(line) => (prepare(context, &plan, Ok(*line))?, None),
        Whom::Known { data_subject, mandate, ask } => {
            let known = tx.tenant(organisation).person_with_key(data_subject).await?.ok_or(Code::NotFound)?;
            (prepare_known(context, &plan, &known, ask)?, mandate)
        }
    };
    let lines = [line];
    let mut known = Known::read_in(tx, organisation, &lines, &plan.frame).await?;
    if let Some(wanted) = wanted {
        known.mandates.values_mut().for_each(|given| given.retain(|mandate| mandate.id == wanted));
        known.mandates.retain(|_, given| !given.is_empty());
    }
    let decided = decide(context, &plan, &known, &lines, OpenBundles::new(), &HashSet::new())?;
    let notes = decided.notes.first().cloned().unwrap_or_default();
    if decided.requests.is_empty() {
        return Err(refusal(&notes).into());
    }
    let filed = Filed { data_subject: whose(&known, &lines)?, requests: filed_with(&decided), notes };
    let audit = decided.touched();
    tx.file(&plan.frame, decided.rows).await?;
    for (action, records, ids) in audit {
        tx.note(context.note(call, organisation, action, records).of_many(ids)).await?;
    }
    tx.note(context.note(call, organisation, AuditAction::Read, filed.data_subject)).await?;
    Ok(filed)
}

async fn plan(
    context: &Context,
    tx: &Tx,
    call: &Call,
    organisation: OrganisationId,
    filing: &SingleFiling,
) -> Outcome<Plan> {
    let campaign = tx.tenant(organisation).campaign(filing.campaign).await?.ok_or(Code::NotFound)?;
    if campaign.state != CampaignState::Active {
        return Err(Code::CampaignNotOpen.into());
    }
    let only = &filing.controllers;
    if let Some(index) = only.iter().position(|id| !campaign.controllers.contains(id)) {
        let fault = Problem::field(format!("/controllers/{index}"), Code::UnknownController, "Is not of the campaign.");
        return Err(Problem { code: Code::UnknownController, ..fault }.into());
    }
    let wanted = if only.is_empty() { &campaign.controllers } else { only };
    let mut controllers = tx.controllers_by_ids(wanted, Viewer::Organisation(organisation)).await?;
    controllers.sort_by_key(|controller| wanted.iter().position(|id| *id == controller.id));
    let row = tx.organisation(organisation).await?.ok_or(Code::NotFound)?;
    let now = context.clock.now();
    let keys = context.keys.of_organisation_in(tx, organisation).await?;
    let window = SignedDuration::from_secs(i64::from(campaign.policy.undo_window_seconds));
    Plan::new(PlanParts {
        frame: FilingFrame {
            organisation,
            campaign: campaign.id,
            batch: None,
            right: campaign.right,
            at: now,
            send_from: now.checked_add(window).unwrap_or(now),
            pacing: campaign.policy.pacing,
            author: call.actor.name().into(),
            follow: Follow::from(&campaign.policy),
            recent_months: campaign.policy.recent_request_months,
        },
        mode: BatchMode::File,
        ask: campaigns::opened_ask(&keys, &campaign)?,
        controllers,
        mandate: filing.mandate.clone(),
        place: row.country.parse().map_err(|_| Code::PlaceUnknown)?,
        keys,
    })
}

fn whose(known: &Known, lines: &[Prepared]) -> Outcome<DataSubjectId> {
    let person = lines.first().and_then(|line| line.person.as_ref().ok());
    let person = person.ok_or(Failure::Defect("something was filed for nobody"))?;
    Ok(known.people.get(person.indexes.identity.as_slice()).map_or(person.id, |known| known.id))
}

fn filed_with(decided: &Decided) -> Vec<FiledRequest> {
    let pairs = decided.requests.iter().zip(&decided.controllers);
    pairs.map(|(id, controller)| FiledRequest { id: *id, controller: *controller }).collect()
}

/// Why nothing was filed: the first reason leads, all of them are named.
fn refusal(notes: &[Note]) -> Problem {
    let code = notes.first().map_or(Code::MandateMissing, |note| note.code);
    let field = |note: &Note| FieldProblem {
        pointer: match (&note.controller, &note.field) {
            (Some(controller), Some(field)) => format!("{controller}/{field}"),
            (Some(controller), None) => controller.to_string(),
            (None, field) => format!("/person/{}", field.as_deref().unwrap_or_default().replace('.', "/")),
        },
        code: note.code,
        message: format!("{}.", note.code.title()),
    };
    Problem { code, detail: None, fields: notes.iter().map(field).collect() }
}
