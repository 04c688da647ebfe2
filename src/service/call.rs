//! Who calls, under which id, and whether the same call may have come before.

use entity::id::{ClientId, ControllerId, DataSubjectId, OrganisationId};
use uuid::Uuid;

use crate::domain::authority::AuthorityId;
use crate::domain::complaint::StepSource;

/// What a client of an authority sees: the complaints that live organisations lodged with it, or those of one sandbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Docket {
    /// Whose it is.
    pub authority: AuthorityId,
    /// The sandbox whose complaints alone are in it.
    pub sandbox: Option<OrganisationId>,
}

/// On whose behalf something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// An operator's client.
    Operator(ClientId),
    /// A client of an organisation.
    Organisation(ClientId, OrganisationId),
    /// A client of a controller.
    Controller(ClientId, ControllerId),
    /// A client of a supervisory authority.
    Authority(ClientId, Docket),
    /// A controller by its signed callback, without a token.
    Callback(ControllerId),
    /// A person on their own page, by its secret address.
    DataSubject(DataSubjectId),
    /// The service itself: sweeps, workers, start-up.
    System,
}

impl Actor {
    /// How events and audit entries name it.
    pub fn name(&self) -> String {
        match self {
            Self::Operator(client)
            | Self::Organisation(client, _)
            | Self::Controller(client, _)
            | Self::Authority(client, _) => client.to_string(),
            Self::Callback(controller) => controller.to_string(),
            Self::DataSubject(person) => person.to_string(),
            Self::System => "system".to_owned(),
        }
    }

    /// The client, when it acts for an organisation.
    pub fn member(&self) -> Option<ClientId> {
        match self {
            Self::Organisation(client, _) => Some(*client),
            _ => None,
        }
    }

    /// The organisation it acts for.
    pub fn organisation(&self) -> Option<OrganisationId> {
        match self {
            Self::Organisation(_, organisation) => Some(*organisation),
            _ => None,
        }
    }

    /// The authority, when it acts for one.
    pub fn authority(&self) -> Option<AuthorityId> {
        match self {
            Self::Authority(_, docket) => Some(docket.authority),
            _ => None,
        }
    }

    /// Whose entry in the history of a complaint it makes.
    pub fn step_source(&self) -> StepSource {
        if self.authority().is_some() { StepSource::Authority } else { StepSource::Organisation }
    }

    /// Whose idempotency keys are looked at.
    pub(super) fn key_space(&self) -> Uuid {
        match self {
            Self::Operator(client)
            | Self::Organisation(client, _)
            | Self::Controller(client, _)
            | Self::Authority(client, _) => client.0,
            Self::Callback(controller) => controller.0,
            Self::DataSubject(person) => person.0,
            Self::System => Uuid::nil(),
        }
    }
}

/// What makes two calls the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idempotency {
    /// SHA-256 of method, path and key.
    pub key: [u8; 32],
    /// SHA-256 of the body.
    pub body: [u8; 32],
}

/// The frame of a use case that changes something.
#[derive(Debug, Clone)]
pub struct Call {
    /// On whose behalf.
    pub actor: Actor,
    /// The id under which it is logged.
    pub trace_id: String,
    /// Absent for calls that are harmless to repeat and for the service's own work.
    pub idempotency: Option<Idempotency>,
    /// Whether the caller sees nothing of the answer but that there is one: nothing is told then, and nothing has arrived.
    pub shows_nothing: bool,
}

impl Call {
    /// A call of the service itself.
    pub fn system() -> Self {
        Self { actor: Actor::System, trace_id: String::new(), idempotency: None, shows_nothing: false }
    }
}
