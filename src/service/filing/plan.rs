//! What is the same for every line of a batch: what is asked, of whom, and how each controller is reached.

use std::collections::HashMap;
use std::sync::Arc;

use entity::id::{ControllerId, OrganisationId};

use crate::crypto::OrganisationKeys;
use crate::crypto::blind::BlindIndex;
use crate::domain::ask::{Ask, AskProblem};
use crate::domain::batch::BatchMode;
use crate::domain::code::Code;
use crate::domain::controller::{Channel, ControllerState, IdentityElement};
use crate::domain::place::Place;
use crate::service::Outcome;
use crate::store::{Controller, FilingFrame};

use super::mandate::{CommonPowers, MandateDefaults};

/// A controller that is asked.
#[derive(Debug, Clone)]
pub struct Target {
    /// Its id.
    pub id: ControllerId,
    /// Its categories, for mandates that name categories.
    pub categories: Vec<&'static str>,
    /// What it needs to find a person (B-7).
    pub needs: Vec<IdentityElement>,
    /// The first usable way to reach it.
    pub channel: Option<Channel>,
    /// Why nothing can be filed with it, whoever the person is.
    pub refusal: Option<Code>,
    /// Where it must act.
    pub place: Place,
    /// JSON of the data of its requests' first event.
    pub event_data: Arc<str>,
}

/// What a plan is made of.
pub struct PlanParts {
    /// Tenant, campaign, batch, right, time, author.
    pub frame: FilingFrame,
    /// Validate or file.
    pub mode: BatchMode,
    /// What the campaign asks.
    pub ask: Ask,
    /// The controllers, in the order of the campaign.
    pub controllers: Vec<Controller>,
    /// What mandates have in common.
    pub mandate: Option<MandateDefaults>,
    /// Where a controller must act whose place is not known.
    pub place: Place,
    /// Keys of the organisation.
    pub keys: Arc<OrganisationKeys>,
}

/// The plan of a batch.
pub struct Plan {
    /// Tenant, campaign, batch, right, time, author.
    pub frame: FilingFrame,
    /// Validate or file.
    pub mode: BatchMode,
    /// What the campaign asks.
    pub ask: Ask,
    /// The index of what the campaign asks, for lines that add nothing; or why that cannot be sent.
    pub common_scope: Result<BlindIndex, Vec<AskProblem>>,
    /// The controllers.
    pub targets: Vec<Target>,
    /// What mandates have in common.
    pub mandate: Option<CommonPowers>,
    /// Keys of the organisation.
    pub keys: Arc<OrganisationKeys>,
    by_name: HashMap<String, usize>,
}

impl Plan {
    /// Makes the plan.
    ///
    /// # Errors
    /// A defect of the library that writes JSON.
    pub fn new(parts: PlanParts) -> Outcome<Self> {
        let PlanParts { frame, mode, ask, controllers, mandate, place, keys } = parts;
        let mut by_name = HashMap::new();
        for (index, controller) in controllers.iter().enumerate() {
            by_name.insert(controller.id.to_string(), index);
            // A private entry comes before a shared one of the same short name.
            if controller.owner.is_some() || !by_name.contains_key(&controller.slug) {
                by_name.insert(controller.slug.clone(), index);
            }
        }
        let targets = controllers.into_iter().map(|controller| target(&frame, controller, place)).collect();
        let common_scope = ask.check().map(|()| keys.blind().scope(&ask.scope_bytes()));
        let mandate = mandate.map(CommonPowers::new).transpose()?;
        Ok(Self { frame, mode, ask, common_scope, targets, mandate, keys, by_name })
    }

    /// The tenant.
    pub fn organisation(&self) -> OrganisationId {
        self.frame.organisation
    }

    /// A controller by id or short name.
    pub fn target_named(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }
}

fn target(frame: &FilingFrame, controller: Controller, fallback: Place) -> Target {
    let channel = controller.channels.iter().find(|channel| channel.check().is_ok()).cloned();
    let refusal = match (controller.state, &channel) {
        (ControllerState::Active, Some(_)) => None,
        (ControllerState::Active, None) => Some(Code::ControllerWithoutChannel),
        (ControllerState::Redirected | ControllerState::Retired, _) => Some(Code::ControllerRetired),
    };
    let event = serde_json::json!({
        "campaign_id": frame.campaign, "batch_id": frame.batch, "controller_id": controller.id,
    });
    Target {
        id: controller.id,
        categories: controller.categories.iter().map(|category| category.as_str()).collect(),
        needs: controller.identity_needs.iter().filter(|need| !need.optional).map(|need| need.element).collect(),
        refusal,
        place: controller.place.unwrap_or(fallback),
        event_data: event.to_string().into(),
        channel,
    }
}
