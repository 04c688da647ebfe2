//! Which period is computed: one row of a table for each, with its length, its start, its extension and its source.
//!
//! The engine knows no regime by name. What differs between them (whether the end moves to a working day, what may extend the
//! period, what stops it, where and for which complaints it holds) are columns here.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::QuestionKind;
use crate::domain::place::Place;

text_enum! {
    /// Which period is computed, under which law.
    pub enum Regime {
        /// A request under Articles 15 to 22 GDPR: one month, two more at most (D-1, E-1).
        GdprRequest = "gdpr_request",
        /// News of a complaint from the supervisory authority: three months (C-10).
        SaInformation = "sa_information",
        /// A cross-border complaint is declared inadmissible: two weeks (C-21).
        SaInadmissible = "sa_inadmissible",
        /// A cross-border complaint goes to the presumed lead authority: six weeks (C-22).
        SaTransmit = "sa_transmit",
        /// The presumed lead authority confirms its competence: six weeks (C-23).
        SaCompetence = "sa_competence",
        /// The complainant objects to an early resolution: four weeks (C-24).
        SaObjection = "sa_objection",
        /// Without objection the receiving authority records the resolution: two weeks (C-24).
        SaResolution = "sa_resolution",
        /// Without objection the lead authority submits a draft decision: four weeks (C-24).
        SaResolutionDraft = "sa_resolution_draft",
        /// The lead authority submits a draft decision: 15 months, 12 more once (C-25).
        SaDraftDecision = "sa_draft_decision",
        /// Simple cooperation: 12 months, two more for domestic proceedings (C-26).
        SaSimpleCooperation = "sa_simple_cooperation",
        /// A request under the law of the United Kingdom: one month, two more at most (U-1 to U-5).
        UkRequest = "uk_request",
        /// Access under the law of Switzerland: 30 days (J-CH).
        ChAccess = "ch_access",
        /// A business in California confirms a request: 10 business days (J-CA).
        CcpaConfirmation = "ccpa_confirmation",
        /// A business in California answers a request: 45 days, 45 more at most (J-CA).
        Ccpa = "ccpa",
        /// Full access under the law of Brazil: 15 days (J-BR).
        Lgpd = "lgpd",
        /// A breach is notified to the supervisory authority: 72 hours (P-7).
        Breach72h = "breach_72h",
        /// The court in the Netherlands is asked after the answer of a private controller: six weeks (N-NL).
        NlPetition = "nl_petition",
    }
}

text_enum! {
    /// What a period is counted in.
    pub enum Unit {
        /// Hours, from the moment on (P-7).
        Hours = "hours",
        /// Days, holidays among them.
        Days = "days",
        /// Days except Saturdays, Sundays and public holidays.
        WorkingDays = "working_days",
        /// Weeks, to the same day of the week (D-4).
        Weeks = "weeks",
        /// Months, to the same number of the day, or the last of the month (D-4, D-5).
        Months = "months",
    }
}

/// A length of time as laws state it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Term {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

impl Term {
    const fn of(count: u16, unit: Unit) -> Self {
        Self { count, unit }
    }

    /// This term and so many more of its unit.
    pub const fn longer_by(self, more: u16) -> Self {
        Self { count: self.count.saturating_add(more), unit: self.unit }
    }
}

text_enum! {
    /// How sure a rule is.
    pub enum Mark {
        /// Checked in the text of the act, the judgment or the official guidance.
        Text = "text",
        /// Checked in a source that reports or quotes it.
        Reported = "reported",
        /// Known but not verified: have a lawyer confirm it.
        Unverified = "unverified",
        /// The law is silent: a decision of this product.
        Choice = "choice",
    }
}

text_enum! {
    /// What sets a period going.
    pub enum Start {
        /// The request reached the controller.
        RequestReceived = "request_received",
        /// The complaint was lodged with the authority.
        ComplaintLodged = "complaint_lodged",
        /// The presumed lead authority received the complaint.
        ComplaintTransmitted = "complaint_transmitted",
        /// The complainant was told that the infringement has ended.
        ResolutionTold = "resolution_told",
        /// The time to object ran out without an objection.
        ObjectionTimeOver = "objection_time_over",
        /// The competence of the lead authority was confirmed.
        CompetenceConfirmed = "competence_confirmed",
        /// The controller became aware of the breach.
        BreachKnown = "breach_known",
        /// The controller answered.
        ControllerAnswered = "controller_answered",
    }
}

/// Where a rule is written, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The rule of the legal specification.
    pub rule: &'static str,
    /// The provision behind it; none where the choice is this product's own.
    pub article: Option<&'static str>,
    /// How sure it is.
    pub mark: Mark,
}

impl Source {
    pub(super) const fn new(rule: &'static str, article: &'static str, mark: Mark) -> Self {
        Self { rule, article: Some(article), mark }
    }

    pub(super) const fn choice(rule: &'static str) -> Self {
        Self { rule, article: None, mark: Mark::Choice }
    }
}

/// How a period can be extended: once, from its start (E-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extending {
    /// The longest extension.
    pub most: u16,
    /// It has effect only by a notice with reasons before the period ends; a notice without is a defect (E-5). Otherwise it is
    /// as its author says, and one that is too long is an error.
    pub by_notice: bool,
    /// Where that is written.
    pub source: Source,
}

/// What stops the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stops {
    /// Questions of the controller, from the day of the question to the day of the answer (S-1 to S-7).
    Questions,
    /// Proof of identity and payment of a fee let the period start anew; questions about the scope of an access request stop
    /// it, both days included (U-2, U-3).
    UnitedKingdom,
    /// Questions are possible and change nothing (J-CA).
    Nothing,
    /// There is nothing of the kind: to name one is an error.
    NotKnown,
}

impl Stops {
    /// Whether a wait of this kind can be named at all.
    pub const fn knows(self, kind: QuestionKind) -> bool {
        match self {
            Self::UnitedKingdom => true,
            Self::Questions | Self::Nothing => !matches!(kind, QuestionKind::Fee),
            Self::NotKnown => false,
        }
    }

    /// Whether the period begins anew when a wait of this kind is over, instead of standing during it (U-2).
    pub const fn moves_start(self, kind: QuestionKind) -> bool {
        matches!(self, Self::UnitedKingdom) && !matches!(kind, QuestionKind::Scope)
    }
}

/// Which complaints the rules of Regulation (EU) 2025/2518 hold for (C-20).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Lodged on or after 2 April 2027: lodging and early resolution, C-21 to C-24.
    LodgedFrom,
    /// Lodged after 2 April 2027: cooperation, time limits, hearing and access to the file, C-25 to C-29.
    LodgedAfter,
}

/// The day from which Regulation (EU) 2025/2518 applies (C-20).
pub const PROCEDURE_APPLIES_FROM: Date = date(2027, 4, 2);

impl Gate {
    /// The first day of lodging for which the rules hold.
    pub const fn first_day(self) -> Date {
        match self {
            Self::LodgedFrom => PROCEDURE_APPLIES_FROM,
            Self::LodgedAfter => date(2027, 4, 3),
        }
    }

    /// Whether the rules hold for a complaint lodged on a day.
    pub fn holds_for(self, lodged_on: Date) -> bool {
        lodged_on >= self.first_day()
    }
}

/// Where a regime exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// At every place.
    Everywhere,
    /// In the states of the European Economic Area.
    Eea,
    /// In one country, or one part of it.
    In(&'static str),
}

/// The states of the European Economic Area.
const EEA: &str = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO";

impl Reach {
    /// Whether the regime exists at a place.
    pub fn holds_at(self, place: Place) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Eea => EEA.split(' ').any(|country| country == place.country()),
            Self::In(part) => match part.split_once('-') {
                None => place.country() == part,
                Some((country, region)) => place.country() == country && place.subdivision() == Some(region),
            },
        }
    }
}

/// One regime.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Which.
    pub regime: Regime,
    /// What sets it going.
    pub start: Start,
    /// How long it is.
    pub term: Term,
    /// Whether an end on a day off moves to the next working day (D-7).
    pub rolls: bool,
    /// Whether the day that sets it going could be read as its first, so that it would end a day earlier (U-5).
    pub strict_reading: bool,
    /// How it can be extended, if at all.
    pub extending: Option<Extending>,
    /// What stops it.
    pub stops: Stops,
    /// For which complaints it holds, if not for all.
    pub gate: Option<Gate>,
    /// Where it exists.
    pub reach: Reach,
    /// Where its length is written.
    pub source: Source,
}

impl Row {
    const fn of(regime: Regime, start: Start, term: Term, source: Source) -> Self {
        let (extending, stops, gate, reach) = (None, Stops::NotKnown, None, Reach::Everywhere);
        Self { regime, start, term, rolls: true, strict_reading: false, extending, stops, gate, reach, source }
    }

    /// A step of a cross-border procedure.
    const fn procedure(regime: Regime, start: Start, term: Term, gate: Gate, source: Source) -> Self {
        Self { gate: Some(gate), reach: Reach::Eea, ..Self::of(regime, start, term, source) }
    }

    /// Counted in calendar days whatever day they end on.
    const fn without_roll(self) -> Self {
        Self { rolls: false, ..self }
    }

    const fn only_in(self, part: &'static str) -> Self {
        Self { reach: Reach::In(part), ..self }
    }

    const fn stopped_by(self, stops: Stops) -> Self {
        Self { stops, ..self }
    }

    const fn extended_by(self, most: u16, by_notice: bool, source: Source) -> Self {
        Self { extending: Some(Extending { most, by_notice, source }), ..self }
    }
}

/// The table, in the order of [`Regime::ALL`].
const ROWS: [Row; 17] = {
    use Gate::{LodgedAfter, LodgedFrom};
    use Mark::{Text, Unverified};
    use Start as S;
    use Unit::{Days, Hours, Months, Weeks, WorkingDays};
    const fn law(rule: &'static str, article: &'static str) -> Source {
        Source::new(rule, article, Text)
    }
    const CCPA: Source = law("J-CA", "CCPA Regulations § 7021");
    [
        Row::of(Regime::GdprRequest, S::RequestReceived, Term::of(1, Months), law("D-1", "GDPR Art. 12(3)"))
            .stopped_by(Stops::Questions)
            .extended_by(2, true, law("E-1 E-2 E-3", "GDPR Art. 12(3)")),
        Row {
            reach: Reach::Eea,
            ..Row::of(Regime::SaInformation, S::ComplaintLodged, Term::of(3, Months), law("C-10", "GDPR Art. 78(2)"))
        },
        Row::procedure(
            Regime::SaInadmissible,
            S::ComplaintLodged,
            Term::of(2, Weeks),
            LodgedFrom,
            law("C-21", "Reg. (EU) 2025/2518 Art. 4(2)"),
        ),
        Row::procedure(
            Regime::SaTransmit,
            S::ComplaintLodged,
            Term::of(6, Weeks),
            LodgedFrom,
            law("C-22", "Reg. (EU) 2025/2518 Art. 4(5)"),
        ),
        Row::procedure(
            Regime::SaCompetence,
            S::ComplaintTransmitted,
            Term::of(6, Weeks),
            LodgedFrom,
            law("C-23", "Reg. (EU) 2025/2518 Art. 4(6)"),
        ),
        Row::procedure(
            Regime::SaObjection,
            S::ResolutionTold,
            Term::of(4, Weeks),
            LodgedFrom,
            law("C-24", "Reg. (EU) 2025/2518 Art. 5"),
        ),
        Row::procedure(
            Regime::SaResolution,
            S::ObjectionTimeOver,
            Term::of(2, Weeks),
            LodgedFrom,
            law("C-24", "Reg. (EU) 2025/2518 Art. 5"),
        ),
        Row::procedure(
            Regime::SaResolutionDraft,
            S::ObjectionTimeOver,
            Term::of(4, Weeks),
            LodgedFrom,
            law("C-24", "Reg. (EU) 2025/2518 Art. 5"),
        ),
        Row::procedure(
            Regime::SaDraftDecision,
            S::CompetenceConfirmed,
            Term::of(15, Months),
            LodgedAfter,
            law("C-25", "Reg. (EU) 2025/2518 Art. 12(1)"),
        )
        .extended_by(12, false, law("C-25", "Reg. (EU) 2025/2518 Art. 12(3)")),
        Row::procedure(
            Regime::SaSimpleCooperation,
            S::CompetenceConfirmed,
            Term::of(12, Months),
            LodgedAfter,
            law("C-26", "Reg. (EU) 2025/2518 Art. 12(6)"),
        )
        .extended_by(2, false, law("C-26", "Reg. (EU) 2025/2518 Art. 12(6)")),
        Row {
            strict_reading: true,
            ..Row::of(Regime::UkRequest, S::RequestReceived, Term::of(1, Months), law("U-1", "UK GDPR Art. 12A(1)"))
                .stopped_by(Stops::UnitedKingdom)
                .extended_by(2, true, law("U-4", "UK GDPR Art. 12A(3)"))
                .only_in("GB")
        },
        Row::of(Regime::ChAccess, S::RequestReceived, Term::of(30, Days), law("J-CH", "FADP Art. 25(7)"))
            .without_roll()
            .only_in("CH"),
        Row::of(Regime::CcpaConfirmation, S::RequestReceived, Term::of(10, WorkingDays), CCPA)
            .without_roll()
            .stopped_by(Stops::Nothing)
            .only_in("US-CA"),
        Row::of(Regime::Ccpa, S::RequestReceived, Term::of(45, Days), CCPA)
            .without_roll()
            .stopped_by(Stops::Nothing)
            .extended_by(45, true, CCPA)
            .only_in("US-CA"),
        Row::of(Regime::Lgpd, S::RequestReceived, Term::of(15, Days), law("J-BR", "LGPD Art. 19"))
            .without_roll()
            .only_in("BR"),
        Row::of(
            Regime::Breach72h,
            S::BreachKnown,
            Term::of(72, Hours),
            Source::new("P-7", "GDPR Art. 33(1)", Unverified),
        )
        .without_roll(),
        Row::of(Regime::NlPetition, S::ControllerAnswered, Term::of(6, Weeks), law("N-NL", "UAVG Art. 35"))
            .only_in("NL"),
    ]
};

impl Regime {
    /// That of requests under the GDPR, which is meant where none is named.
    pub const fn of_requests() -> Self {
        Self::GdprRequest
    }

    /// Whether it is that of requests under the GDPR.
    pub fn is_of_requests(&self) -> bool {
        *self == Self::GdprRequest
    }

    /// Its row of the table.
    pub const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
}

/// The bounds of the time that the lead authority gives the complainant to state views: the earliest and the latest last day
/// it may set, three and six weeks after it told of it (C-27). None at the end of time only.
pub fn views_between(told_on: Date) -> Option<(Date, Date)> {
    let after = |weeks: i64| told_on.checked_add(jiff::Span::new().try_weeks(weeks).ok()?).ok();
    Some((after(3)?, after(6)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_regime_has_its_own_row() {
        assert_eq!(Regime::ALL.len(), ROWS.len());
        for regime in Regime::ALL {
            let row = regime.row();
            assert_eq!(row.regime, *regime);
            assert!(row.source.rule.contains('-') && row.source.article.is_some(), "{regime}");
            // Only days off that are known can be passed over, and only from a row that says so.
            assert!(row.term.count > 0 && !(row.rolls && row.term.unit == Unit::Hours), "{regime}");
        }
    }

    #[test]
    fn the_words_are_those_of_the_documents() {
        for regime in Regime::ALL {
            assert_eq!(serde_json::to_string(regime).unwrap(), format!("\"{regime}\""));
        }
    }

    #[test]
    fn vh07_to_vh09_the_gate_by_the_day_of_lodging() {
        for (day, lodging, cooperation) in
            [("2027-04-01", false, false), ("2027-04-02", true, false), ("2027-04-03", true, true)]
        {
            let lodged_on = day.parse().unwrap();
            let holds = |regime: Regime| regime.row().gate.unwrap().holds_for(lodged_on);
            use Regime::{SaCompetence, SaInadmissible, SaObjection, SaResolution, SaResolutionDraft, SaTransmit};
            for regime in [SaInadmissible, SaTransmit, SaCompetence, SaObjection, SaResolution, SaResolutionDraft] {
                assert_eq!(holds(regime), lodging, "{regime} {day}");
            }
            for regime in [Regime::SaDraftDecision, Regime::SaSimpleCooperation] {
                assert_eq!(holds(regime), cooperation, "{regime} {day}");
            }
        }
    }

    #[test]
    fn regimes_exist_where_their_law_holds() {
        let holds = |regime: Regime, place: &str| regime.row().reach.holds_at(place.parse().unwrap());
        assert!(holds(Regime::GdprRequest, "FR") && holds(Regime::GdprRequest, "US"));
        assert!(holds(Regime::SaInformation, "NO") && !holds(Regime::SaInformation, "GB"));
        assert!(holds(Regime::UkRequest, "GB-SCT") && holds(Regime::UkRequest, "GB") && !holds(Regime::UkRequest, "IE"));
        assert!(holds(Regime::Ccpa, "US-CA") && !holds(Regime::Ccpa, "US") && !holds(Regime::Ccpa, "US-TX"));
        assert_eq!(EEA.split(' ').count(), 30);
    }

    #[test]
    fn c27_views_are_asked_for_within_three_to_six_weeks() {
        let (earliest, latest) = views_between(date(2027, 9, 1)).unwrap();
        assert_eq!((earliest, latest), (date(2027, 9, 22), date(2027, 10, 13)));
    }
}
