//! Campaigns: a purpose, what is asked, whom, and how it is followed. A campaign has no clock (B-1).

mod ask;
mod read;
mod replan;

use entity::id::{CampaignId, ControllerId, OrganisationId};

use crate::domain::ask::Ask;
use crate::domain::audit::AuditAction;
use crate::domain::campaign::{CampaignState, Policy, PolicyChange, PolicyFault};
use crate::domain::code::Code;
use crate::domain::event::EventKind;
use crate::domain::problem::{FieldProblem, Problem};
use crate::store::{Campaign, NewEvent, Tx, Viewer};

use super::call::Call;
use super::context::Context;
use super::failure::{Failure, Outcome};
use super::once::Answer;

pub use ask::{asks, opened_ask};
pub use read::{list, read};
pub use replan::replan_reminders;

/// Most controllers of one campaign.
pub const MAX_CONTROLLERS: usize = 1_000;

/// A new campaign.
#[derive(Debug, Clone)]
pub struct NewCampaign {
    /// What its owner calls it.
    pub name: String,
    /// Its true purpose (B-5).
    pub purpose: String,
    /// What is asked.
    pub ask: Ask,
    /// Whom.
    pub controllers: Vec<ControllerId>,
    /// Language of its letters.
    pub language: String,
    /// How its requests are sent.
    pub policy: Policy,
    /// Draft or active.
    pub state: CampaignState,
}

/// A campaign, and what it asks, opened.
#[derive(Debug, Clone)]
pub struct OpenCampaign {
    /// The campaign.
    pub campaign: Campaign,
    /// What is asked of every controller.
    pub ask: Ask,
}

/// What can be changed of a campaign; an absent field stays as it is. What is asked stays: it is what people mandated.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// New name.
    pub name: Option<String>,
    /// New purpose.
    pub purpose: Option<String>,
    /// Parts of the policy that change, for what is filed from now on; reminders of deadlines also for requests that are open.
    pub policy: Option<PolicyChange>,
    /// New controllers, for what is filed from now on.
    pub controllers: Option<Vec<ControllerId>>,
    /// New state.
    pub state: Option<CampaignState>,
}

/// Makes a campaign. `view` makes the answer out of it.
///
/// # Errors
/// `unknown_controller`, `ask_incomplete`, `invalid_field` for the policy.
pub async fn create<T, V>(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    new: NewCampaign,
    view: V,
) -> Outcome<Answer>
where
    T: serde::Serialize + Send + 'static,
    V: FnOnce(&OpenCampaign) -> T + Send + 'static,
{
    new.ask.check_common().map_err(Problem::from)?;
    check_policy(&new.policy)?;
    if !matches!(new.state, CampaignState::Draft | CampaignState::Active) {
        return Err(Problem::field("/state", Code::InvalidField, "A new campaign is `draft` or `active`.").into());
    }
    let (inner, frame) = (context.clone(), call.clone());
    context
        .once(&frame, 201, move |tx| {
            Box::pin(async move {
                check_controllers(tx, organisation, &new.controllers).await?;
                let (id, now) = (inner.ids.next(), inner.clock.now());
                let keys = inner.keys.of_organisation_in(tx, organisation).await?;
                let campaign = Campaign {
                    organisation,
                    id,
                    name: new.name,
                    purpose: new.purpose,
                    right: new.ask.right(),
                    ask: ask::seal(&keys, id, &new.ask)?,
                    controllers: new.controllers,
                    language: new.language,
                    policy: new.policy,
                    state: new.state,
                    version: 1,
                    created_at: now,
                    updated_at: now,
                };
                tx.add_campaign(&campaign).await?;
                tx.note(inner.note(&call, organisation, AuditAction::Create, campaign.id)).await?;
                let mut told = vec![event(&inner, &call, &campaign, EventKind::CampaignCreated)];
                if campaign.state == CampaignState::Active {
                    told.push(event(&inner, &call, &campaign, EventKind::CampaignOpened));
                }
                tx.emit(organisation, told).await?;
                Ok(view(&OpenCampaign { campaign, ask: new.ask }))
            })
        })
        .await
}

/// Changes a campaign.
///
/// # Errors
/// `not_found`, `version_conflict`, `campaign_wrong_state` for one that is closed, and those of [`create`].
pub async fn change(
    context: &Context,
    call: Call,
    organisation: OrganisationId,
    id: CampaignId,
    expected: Option<i32>,
    change: Change,
) -> Outcome<OpenCampaign> {
    let inner = context.clone();
    context
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut campaign = tx.tenant(organisation).campaign(id).await?.ok_or(Code::NotFound)?;
                if expected.is_some_and(|version| version != campaign.version) {
                    return Err(Failure::from(Code::VersionConflict));
                }
                let before = campaign.state;
                if let Some(state) = change.state {
                    check_move(before, state)?;
                    campaign.state = state;
                }
                if let Some(controllers) = change.controllers {
                    check_controllers(tx, organisation, &controllers).await?;
                    campaign.controllers = controllers;
                }
                campaign.name = change.name.unwrap_or(campaign.name);
                campaign.purpose = change.purpose.unwrap_or(campaign.purpose);
                let reminders = campaign.policy.reminders.clone();
                if let Some(policy) = change.policy {
                    campaign.policy = campaign.policy.changed_by(policy).map_err(out_of_bounds)?;
                }
                campaign.version += 1;
                campaign.updated_at = inner.clock.now();
                tx.update_campaign(&campaign).await?;
                if campaign.policy.reminders != reminders {
                    tx.replan(organisation, id).await?;
                }
                if before == CampaignState::Paused {
                    tx.wake_all_lanes(organisation, campaign.updated_at).await?;
                }
                tx.note(inner.note(&call, organisation, AuditAction::Change, campaign.id)).await?;
                let told = match (before, campaign.state) {
                    (CampaignState::Draft | CampaignState::Paused, CampaignState::Active) => {
                        Some(EventKind::CampaignOpened)
                    }
                    (before, CampaignState::Closed) if before != CampaignState::Closed => {
                        Some(EventKind::CampaignClosed)
                    }
                    _ => None,
                };
                if let Some(kind) = told {
                    tx.emit(organisation, vec![event(&inner, &call, &campaign, kind)]).await?;
                }
                read::opened(&inner, tx, campaign).await
            })
        })
        .await
}

/// A draft is opened, an open one pauses and resumes, and what is closed stays closed.
fn check_move(from: CampaignState, to: CampaignState) -> Result<(), Problem> {
    use CampaignState::{Active, Closed, Draft, Paused};
    match (from, to) {
        (same, wanted) if same == wanted => Ok(()),
        (Draft | Paused, Active) | (Active, Paused) | (Draft | Active | Paused, Closed) => Ok(()),
        _ => Err(Problem::with_detail(
            Code::CampaignWrongState,
            format!("A campaign that is {from} cannot become {to}."),
        )),
    }
}

fn check_policy(policy: &Policy) -> Result<(), Problem> {
    policy.check().map_err(out_of_bounds)
}

fn out_of_bounds(fault: PolicyFault) -> Problem {
    let pointer = format!("/policy{}", fault.pointer);
    Problem::field(&pointer, Code::InvalidField, format!("Accepted are {}.", fault.accepted))
}

async fn check_controllers(tx: &Tx, organisation: OrganisationId, ids: &[ControllerId]) -> Outcome<()> {
    let found = tx.controllers_by_ids(ids, Viewer::Organisation(organisation)).await?;
    let mut fields = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        let pointer = format!("/controllers/{index}");
        if !found.iter().any(|controller| controller.id == *id) {
            let message = "There is no such controller in the directory.".to_owned();
            fields.push(FieldProblem { pointer, code: Code::UnknownController, message });
        } else if ids[..index].contains(id) {
            fields.push(FieldProblem { pointer, code: Code::InvalidField, message: "Stands twice.".to_owned() });
        }
    }
    if fields.is_empty() {
        return Ok(());
    }
    let code = fields.first().map_or(Code::InvalidField, |field| field.code);
    Err(Problem { code, detail: None, fields }.into())
}

fn event(context: &Context, call: &Call, campaign: &Campaign, kind: EventKind) -> NewEvent {
    NewEvent {
        id: context.ids.next(),
        kind: kind.as_str(),
        request: None,
        subject: Some(campaign.id.to_string()),
        data: serde_json::json!({ "campaign_id": campaign.id, "state": campaign.state }),
        author: call.actor.name(),
        at: context.clock.now(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_closed_stays_closed_and_nothing_goes_back_to_a_draft() {
        use CampaignState::{Active, Closed, Draft, Paused};
        for (from, to) in [(Draft, Active), (Active, Paused), (Paused, Active), (Paused, Closed), (Closed, Closed)] {
            assert!(check_move(from, to).is_ok(), "{from} {to}");
        }
        for (from, to) in [(Closed, Active), (Active, Draft), (Draft, Paused)] {
            assert_eq!(check_move(from, to).expect_err("refused").code, Code::CampaignWrongState, "{from} {to}");
        }
    }
}
