//! The periods that run for a complaint: the authority's (C-10, C-21 to C-26) and the organisation's own (C-11, C-24, C-27).
//!
//! Those that the law measures are computed by the deadline engine with the calendar of the authority's place, with every step
//! explained; those that the authority sets are days it named.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ComplaintState as State, Standing};
use crate::domain::calendar::Calendars;
use crate::domain::deadline::{Case, Deadline, ExtensionNotice, Regime, compute};
use crate::domain::place::Place;

text_enum! {
    /// Which period.
    pub enum ClockKind {
        /// The authority tells of progress or outcome within three months (C-10). When it passes, the authority is silent, and the
        /// person may go to court. After news it is counted from the last one, as a reminder.
        Information = "information",
        /// The authority says what is missing within two weeks (C-21).
        Inadmissibility = "inadmissibility",
        /// The authority sends it to the presumed lead authority within six weeks (C-22).
        Transmission = "transmission",
        /// That authority confirms its competence within six weeks (C-23).
        Competence = "competence",
        /// The organisation objects to an early resolution within four weeks (C-24).
        Objection = "objection",
        /// Without objection the receiving authority records the resolution within two weeks (C-24).
        Resolution = "resolution",
        /// Without objection the lead authority submits a draft decision within four weeks (C-24).
        ResolutionDraft = "resolution_draft",
        /// A draft decision within 15 months of confirmed competence (C-25).
        DraftDecision = "draft_decision",
        /// A decision within 12 months in simple cooperation (C-26).
        SimpleCooperation = "simple_cooperation",
        /// The organisation's views, by the day the authority set (C-27).
        Views = "views",
        /// The decision is challenged in court by the day its notice names (C-11).
        Challenge = "challenge",
    }
}

text_enum! {
    /// Who must act.
    pub enum Whose {
        /// The authority.
        Authority = "authority",
        /// The organisation: missing it loses a right.
        Organisation = "organisation",
    }
}

/// One running period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Clock {
    /// Which.
    pub kind: ClockKind,
    /// Who must act.
    pub whose: Whose,
    /// The rule of the legal specification.
    #[schema(example = "C-10")]
    pub rule: String,
    /// Last day.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// The instant from which it has passed.
    pub passes_at: Timestamp,
    /// How the day was computed; absent where the authority named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
}

impl ClockKind {
    /// Who must act.
    pub const fn whose(self) -> Whose {
        match self {
            Self::Objection | Self::Views | Self::Challenge => Whose::Organisation,
            _ => Whose::Authority,
        }
    }
}

/// The periods that run for a complaint, the soonest first. What the law of the authority's place does not know is not there:
/// three months without news are a rule of the Union, and the periods of Regulation (EU) 2025/2518 hold for complaints lodged from
/// 2 April 2027 (C-20).
pub fn clocks(standing: &Standing, calendars: &Calendars) -> Vec<Clock> {
    let Some((place, lodging)) = standing.place.zip(standing.lodging) else { return Vec::new() };
    let state = standing.state;
    let law = Law { place, lodged_on: lodging.on, calendars };
    let mut running = Vec::new();
    let mut add = |clock: Option<Clock>| running.extend(clock);
    if state.is_with_authority() {
        let since = standing.last_news_on.unwrap_or(lodging.on);
        add(law.computed(ClockKind::Information, Regime::SaInformation, since, None));
    }
    if standing.cross_border && matches!(state, State::Lodged | State::Acknowledged) {
        add(law.computed(ClockKind::Inadmissibility, Regime::SaInadmissible, lodging.on, None));
    }
    if standing.cross_border && matches!(state, State::Lodged | State::Acknowledged | State::Admissible) {
        add(law.computed(ClockKind::Transmission, Regime::SaTransmit, lodging.on, None));
    }
    if let Some(sent) = standing.transmitted_on.filter(|_| standing.lead_confirmed_on.is_none())
        && state.is_with_authority()
    {
        add(law.computed(ClockKind::Competence, Regime::SaCompetence, sent, None));
    }
    if let Some(told) = standing.resolution_told_on.filter(|_| state == State::EarlyResolutionOffered) {
        let objection = law.computed(ClockKind::Objection, Regime::SaObjection, told, None);
        let over = objection.as_ref().map(|clock| clock.due);
        add(objection);
        if let Some(over) = over {
            let (kind, regime) = match standing.transmitted_on {
                None => (ClockKind::Resolution, Regime::SaResolution),
                Some(_) => (ClockKind::ResolutionDraft, Regime::SaResolutionDraft),
            };
            add(law.computed(kind, regime, over, None));
        }
    }
    if let Some(confirmed) = standing.lead_confirmed_on.filter(|_| state.is_with_authority()) {
        let (kind, regime) = match standing.simple_cooperation {
            true => (ClockKind::SimpleCooperation, Regime::SaSimpleCooperation),
            false => (ClockKind::DraftDecision, Regime::SaDraftDecision),
        };
        add(law.computed(kind, regime, confirmed, standing.extended_by_months));
    }
    if let Some(until) = standing.views_until.filter(|_| state == State::ViewsRequested) {
        add(named(ClockKind::Views, "C-27", place, until));
    }
    if let Some(until) = standing.challenge_until.filter(|_| matches!(state, State::Decided | State::Inadmissible)) {
        add(named(ClockKind::Challenge, "C-11", place, until));
    }
    running.sort_by_key(|clock| (clock.passes_at, clock.kind));
    running
}

/// Where and under which rules a complaint's periods are computed.
struct Law<'a> {
    place: Place,
    lodged_on: Date,
    calendars: &'a Calendars,
}

impl Law<'_> {
    /// A period that the law measures; none where it does not hold, or ends beyond the years of the calendars.
    fn computed(&self, kind: ClockKind, regime: Regime, from: Date, months: Option<u8>) -> Option<Clock> {
        let mut case = Case::new(regime, self.place, from);
        case.lodged_on = Some(self.lodged_on);
        case.extensions =
            months.map(|months| ExtensionNotice { notified_on: from, months, reasoned: true }).into_iter().collect();
        let deadline = compute(&case, self.calendars).ok()?;
        let (due, passes_at) = deadline.final_deadline.zip(deadline.overdue_from)?;
        let rule = regime.row().source.rule.to_owned();
        Some(Clock { kind, whose: kind.whose(), rule, due, passes_at, deadline: Some(deadline) })
    }
}

/// A period whose last day the authority named.
fn named(kind: ClockKind, rule: &str, place: Place, due: Date) -> Option<Clock> {
    let passes_at = place.end_of(due)?;
    Some(Clock { kind, whose: kind.whose(), rule: rule.to_owned(), due, passes_at, deadline: None })
}
