//! How a complaint moves (section 9.3 of the legal specification): one function, told what happened on a local day at the
//! authority, gives the new standing or says why that cannot be.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ComplaintState as State, Decision, DecisionOutcome, Lodging, LodgingChannel, Standing};
use crate::domain::code::Code;
use crate::domain::problem::Problem;

/// Longest reference of an authority, in characters.
pub const MAX_REFERENCE_CHARS: usize = 100;

/// Something that happened to a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ComplaintMove {
    /// Nothing is missing; it waits to be lodged.
    Complete {},
    /// It is written on.
    Reopen {},
    /// Each of its people gets a complaint of their own; the collective draft ends.
    Split {},
    /// It was lodged.
    Lodge {
        /// How.
        channel: LodgingChannel,
    },
    /// The authority confirmed that it has it.
    Acknowledge {
        /// The authority's reference.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(max_length = 100)]
        reference: Option<String>,
    },
    /// The authority deals with it.
    Admit {},
    /// The authority refused it for its form (C-21).
    DeclareInadmissible {
        /// Last day to challenge that, as its notice says (C-11).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        challenge_until: Option<Date>,
    },
    /// It went to the presumed lead authority (C-22).
    Transmit {},
    /// That authority confirmed its competence (C-23).
    ConfirmLead {
        /// Whether the authorities cooperate in the simple way (C-26).
        #[serde(default)]
        simple_cooperation: bool,
    },
    /// The authority's period to decide was extended, once (C-25, C-26).
    ExtendDecision {
        /// By how many months: at most 12, or 2 in simple cooperation.
        #[schema(minimum = 1, maximum = 12)]
        months: u8,
    },
    /// The infringement is said to have ended; the day is when the organisation was told (C-24).
    OfferEarlyResolution {},
    /// The organisation objected (C-24).
    Object {},
    /// It ended by early resolution (C-24).
    Resolve {},
    /// The authority investigates.
    Investigate {},
    /// The organisation's views are asked for (C-27).
    RequestViews {
        /// Last day for them, as the authority set it.
        until: Date,
    },
    /// The organisation stated its views.
    SubmitViews {},
    /// The authority told something that moves nothing.
    News {},
    /// The authority decided (C-29).
    Decide {
        /// What.
        decision: Decision,
    },
    /// The decision, or the refusal, was taken to court (C-11).
    Challenge {},
    /// Nothing more will be done.
    Close {},
}

text_enum! {
    /// The kind of a step.
    pub enum StepKind {
        /// See [`ComplaintMove::Complete`].
        Complete = "complete",
        /// See [`ComplaintMove::Reopen`].
        Reopen = "reopen",
        /// See [`ComplaintMove::Split`].
        Split = "split",
        /// See [`ComplaintMove::Lodge`].
        Lodge = "lodge",
        /// See [`ComplaintMove::Acknowledge`].
        Acknowledge = "acknowledge",
        /// See [`ComplaintMove::Admit`].
        Admit = "admit",
        /// See [`ComplaintMove::DeclareInadmissible`].
        DeclareInadmissible = "declare_inadmissible",
        /// See [`ComplaintMove::Transmit`].
        Transmit = "transmit",
        /// See [`ComplaintMove::ConfirmLead`].
        ConfirmLead = "confirm_lead",
        /// See [`ComplaintMove::ExtendDecision`].
        ExtendDecision = "extend_decision",
        /// See [`ComplaintMove::OfferEarlyResolution`].
        OfferEarlyResolution = "offer_early_resolution",
        /// See [`ComplaintMove::Object`].
        Object = "object",
        /// See [`ComplaintMove::Resolve`].
        Resolve = "resolve",
        /// See [`ComplaintMove::Investigate`].
        Investigate = "investigate",
        /// See [`ComplaintMove::RequestViews`].
        RequestViews = "request_views",
        /// See [`ComplaintMove::SubmitViews`].
        SubmitViews = "submit_views",
        /// See [`ComplaintMove::News`].
        News = "news",
        /// See [`ComplaintMove::Decide`].
        Decide = "decide",
        /// See [`ComplaintMove::Challenge`].
        Challenge = "challenge",
        /// See [`ComplaintMove::Close`].
        Close = "close",
    }
}

/// Why a step cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// Not in this state.
    #[error("a complaint that is `{state}` cannot `{step}`")]
    Illegal {
        /// The state.
        state: State,
        /// What was tried.
        step: StepKind,
    },
    /// Before what it follows, or in the future; or not today, of what can only be done at once.
    #[error("the day lies before what the step follows, or in the future, or is not the one on which it is done here")]
    ImpossibleDate,
    /// Something of the step is out of its bounds.
    #[error("something the step says contradicts itself or is out of its bounds")]
    Unsound,
}

impl From<StepRefused> for Problem {
    fn from(refused: StepRefused) -> Self {
        let code = match refused {
            StepRefused::Illegal { .. } => Code::ComplaintWrongState,
            StepRefused::ImpossibleDate => Code::ImpossibleDate,
            StepRefused::Unsound => Code::InvalidField,
        };
        Self::with_detail(code, format!("Not possible: {refused}."))
    }
}

/// A complaint after a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where it stands.
    pub standing: Standing,
    /// Whether the step is news from the authority.
    pub is_news: bool,
}

impl ComplaintMove {
    /// Its kind.
    pub const fn kind(&self) -> StepKind {
        match self {
            Self::Complete {} => StepKind::Complete,
            Self::Reopen {} => StepKind::Reopen,
            Self::Split {} => StepKind::Split,
            Self::Lodge { .. } => StepKind::Lodge,
            Self::Acknowledge { .. } => StepKind::Acknowledge,
            Self::Admit {} => StepKind::Admit,
            Self::DeclareInadmissible { .. } => StepKind::DeclareInadmissible,
            Self::Transmit {} => StepKind::Transmit,
            Self::ConfirmLead { .. } => StepKind::ConfirmLead,
            Self::ExtendDecision { .. } => StepKind::ExtendDecision,
            Self::OfferEarlyResolution {} => StepKind::OfferEarlyResolution,
            Self::Object {} => StepKind::Object,
            Self::Resolve {} => StepKind::Resolve,
            Self::Investigate {} => StepKind::Investigate,
            Self::RequestViews { .. } => StepKind::RequestViews,
            Self::SubmitViews {} => StepKind::SubmitViews,
            Self::News {} => StepKind::News,
            Self::Decide { .. } => StepKind::Decide,
            Self::Challenge {} => StepKind::Challenge,
            Self::Close {} => StepKind::Close,
        }
    }
}

impl StepKind {
    /// The state it leads to from a state; none where it cannot be.
    pub const fn leads_from(self, state: State) -> Option<State> {
        use State as S;
        let open = state.is_with_authority();
        Some(match (self, state) {
            (Self::Complete, S::Draft) => S::Complete,
            (Self::Reopen, S::Complete) => S::Draft,
            (Self::Split, S::Draft) => S::Split,
            (Self::Lodge, S::Complete) => S::Lodged,
            (Self::Acknowledge, S::Lodged) => S::Acknowledged,
            (Self::Admit, S::Lodged | S::Acknowledged) => S::Admissible,
            (Self::DeclareInadmissible, S::Lodged | S::Acknowledged | S::Admissible) => S::Inadmissible,
            (Self::Transmit, S::Lodged | S::Acknowledged | S::Admissible) => S::Transmitted,
            // Objecting or views do not undo that the lead was confirmed, nor does it move anything by itself.
            (Self::ConfirmLead, S::Transmitted | S::Objected | S::Investigated | S::ViewsRequested) => state,
            (Self::ExtendDecision | Self::News, _) if open => state,
            (
                Self::OfferEarlyResolution,
                S::Lodged | S::Acknowledged | S::Admissible | S::Transmitted | S::Investigated,
            ) => S::EarlyResolutionOffered,
            (Self::Object, S::EarlyResolutionOffered) => S::Objected,
            (Self::Resolve, S::EarlyResolutionOffered) => S::Resolved,
            (Self::Investigate, _) if open && !matches!(state, S::EarlyResolutionOffered | S::Investigated) => {
                S::Investigated
            }
            (Self::RequestViews, _) if open && !matches!(state, S::EarlyResolutionOffered) => S::ViewsRequested,
            (Self::SubmitViews, S::ViewsRequested) => S::Investigated,
            (Self::Decide, _) if open => S::Decided,
            // A refusal for its form is a decision too.
            (Self::Challenge, S::Decided | S::Inadmissible | S::Resolved) => S::Challenged,
            (Self::Decide, S::Challenged) => S::Decided,
            (Self::Close, _) if !state.is_over() => S::Closed,
            _ => return None,
        })
    }

    /// Whether it comes before an authority has the complaint, and is of no concern to any.
    pub const fn is_before_lodging(self) -> bool {
        matches!(self, Self::Complete | Self::Reopen | Self::Split)
    }

    /// Whether what the organisation says with it is said to the authority, which may read it here (C-24, C-27). What it notes of
    /// other steps is its own.
    pub const fn is_said_to_authority(self) -> bool {
        matches!(self, Self::Lodge | Self::Object | Self::SubmitViews)
    }

    /// Whether it is something the authority told, so that its silence ends (C-10).
    pub const fn is_news(self) -> bool {
        !matches!(
            self,
            Self::Complete
                | Self::Reopen
                | Self::Split
                | Self::Lodge
                | Self::Object
                | Self::SubmitViews
                | Self::Challenge
                | Self::Close
        )
    }
}

impl Standing {
    /// Moves the complaint by what happened on a local day; `today` is the present one at the authority.
    ///
    /// # Errors
    /// Why that cannot be. Nothing is changed then.
    pub fn after(&self, step: &ComplaintMove, on: Date, today: Date) -> Result<Moved, StepRefused> {
        let kind = step.kind();
        let state = kind.leads_from(self.state).ok_or(StepRefused::Illegal { state: self.state, step: kind })?;
        let lodged = self.lodging.map(|lodging| lodging.on);
        // What is lodged with a client of this service is lodged when it can be read, which is now.
        let elsewhen = *step == ComplaintMove::Lodge { channel: LodgingChannel::Api } && on != today;
        if on > today || elsewhen || lodged.is_some_and(|lodged| on < lodged) {
            return Err(StepRefused::ImpossibleDate);
        }
        let mut next = Self { state, ..self.clone() };
        next.note(step, on)?;
        let is_news = kind.is_news();
        if is_news {
            next.last_news_on = self.last_news_on.max(Some(on));
            next.silent = false;
        }
        if !state.is_with_authority() {
            next.silent = false;
        }
        Ok(Moved { standing: next, is_news })
    }

    /// Keeps what a step says.
    fn note(&mut self, step: &ComplaintMove, on: Date) -> Result<(), StepRefused> {
        match step {
            ComplaintMove::Lodge { channel } => {
                self.lodging = Some(Lodging { on, channel: *channel, recorded_at: None, read_at: None });
            }
            ComplaintMove::Acknowledge { reference } => self.refer(reference.as_deref())?,
            ComplaintMove::DeclareInadmissible { challenge_until } => self.may_challenge(*challenge_until, on)?,
            ComplaintMove::Transmit {} => (self.transmitted_on, self.cross_border) = (Some(on), true),
            ComplaintMove::ConfirmLead { simple_cooperation } => {
                if self.transmitted_on.is_none_or(|sent| on < sent) {
                    return Err(StepRefused::ImpossibleDate);
                }
                (self.lead_confirmed_on, self.simple_cooperation) = (Some(on), *simple_cooperation);
            }
            ComplaintMove::ExtendDecision { months } => {
                let most = if self.simple_cooperation { 2 } else { 12 };
                let possible = self.lead_confirmed_on.is_some() && self.extended_by_months.is_none();
                if !possible || !(1..=most).contains(months) {
                    return Err(StepRefused::Unsound);
                }
                self.extended_by_months = Some(*months);
            }
            ComplaintMove::OfferEarlyResolution {} => self.resolution_told_on = Some(on),
            ComplaintMove::RequestViews { until } => {
                if *until < on {
                    return Err(StepRefused::ImpossibleDate);
                }
                self.views_until = Some(*until);
            }
            ComplaintMove::Decide { decision } => {
                if !decision.is_sound() {
                    return Err(StepRefused::Unsound);
                }
                self.may_challenge(decision.challenge_until, on)?;
                self.decision = Some(decision.clone());
            }
            ComplaintMove::Close {} => self.closed_on = Some(on),
            ComplaintMove::Complete {}
            | ComplaintMove::Reopen {}
            | ComplaintMove::Split {}
            | ComplaintMove::Admit {}
            | ComplaintMove::Object {}
            | ComplaintMove::Resolve {}
            | ComplaintMove::Investigate {}
            | ComplaintMove::SubmitViews {}
            | ComplaintMove::News {}
            | ComplaintMove::Challenge {} => {}
        }
        Ok(())
    }

    fn refer(&mut self, reference: Option<&str>) -> Result<(), StepRefused> {
        let Some(reference) = reference else { return Ok(()) };
        let plain = reference.chars().all(|c| !c.is_control());
        if reference.trim().is_empty() || reference.chars().nth(MAX_REFERENCE_CHARS).is_some() || !plain {
            return Err(StepRefused::Unsound);
        }
        self.authority_reference = Some(reference.to_owned());
        Ok(())
    }

    fn may_challenge(&mut self, until: Option<Date>, on: Date) -> Result<(), StepRefused> {
        if until.is_some_and(|until| until < on) {
            return Err(StepRefused::ImpossibleDate);
        }
        self.challenge_until = until;
        Ok(())
    }

    /// What came of the complaint as a whole, once something has.
    pub fn outcome(&self) -> Option<DecisionOutcome> {
        match (&self.decision, self.state) {
            (Some(decision), _) => Some(decision.outcome),
            (None, State::Resolved) => Some(DecisionOutcome::Settled),
            (None, State::Inadmissible) => Some(DecisionOutcome::Rejected),
            _ => None,
        }
    }
}
