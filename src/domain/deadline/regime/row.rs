//! The columns of the table of regimes.

use super::{Gate, Reach, Regime, Source, Start, Term};
use crate::domain::deadline::QuestionKind;

/// How a period can be extended: once, from its start (E-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extending {
    /// The longest extension.
    pub most: u16,
    /// How much one announced month adds; none where the law knows one extension only, so that months mean nothing.
    pub each_month: Option<u16>,
    /// It has effect only by a notice before the period ends; a later one is a defect (E-5). Otherwise it is as its author says,
    /// and one that is too long is an error.
    pub by_notice: bool,
    /// The notice must give reasons; one without is a defect (E-2, E-5).
    pub with_reasons: bool,
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
    pub(super) const fn of(regime: Regime, start: Start, term: Term, source: Source) -> Self {
        let (extending, stops, gate, reach) = (None, Stops::NotKnown, None, Reach::Everywhere);
        Self { regime, start, term, rolls: true, strict_reading: false, extending, stops, gate, reach, source }
    }

    /// A step of a cross-border procedure.
    pub(super) const fn procedure(regime: Regime, start: Start, term: Term, gate: Gate, source: Source) -> Self {
        Self { gate: Some(gate), reach: Reach::Eea, ..Self::of(regime, start, term, source) }
    }

    /// Counted in calendar days whatever day they end on.
    pub(super) const fn without_roll(self) -> Self {
        Self { rolls: false, ..self }
    }

    pub(super) const fn only_in(self, part: &'static str) -> Self {
        Self { reach: Reach::In(part), ..self }
    }

    pub(super) const fn stopped_by(self, stops: Stops) -> Self {
        Self { stops, ..self }
    }

    /// Once by so many months at most: by a notice with reasons, or as the author of the extension says.
    pub(super) const fn extended_by(self, most: u16, by_notice: bool, source: Source) -> Self {
        let extending = Extending { most, each_month: Some(1), by_notice, with_reasons: by_notice, source };
        Self { extending: Some(extending), ..self }
    }

    /// Once by so many units, whatever the notice says, with reasons.
    pub(super) const fn extended_once_by(self, most: u16, source: Source) -> Self {
        let extending = Extending { most, each_month: None, by_notice: true, with_reasons: true, source };
        Self { extending: Some(extending), ..self }
    }

    /// Once for as long as the notice says, so many days for each of its months; it needs no reasons.
    pub(super) const fn extended_as_announced(self, days_a_month: u16, source: Source) -> Self {
        let (most, each_month) = (u16::MAX, Some(days_a_month));
        let extending = Extending { most, each_month, by_notice: true, with_reasons: false, source };
        Self { extending: Some(extending), ..self }
    }
}
