//! The table of regimes.

use super::{Gate, Mark, Reach, Regime, Row, Source, Start, Stops, Term, Unit};

/// The table, in the order of [`Regime::ALL`].
pub const ROWS: [Row; 18] = {
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
            law("C-21", "Reg. 2025/2518 Art. 4(2)"),
        ),
        Row::procedure(
            Regime::SaTransmit,
            S::ComplaintLodged,
            Term::of(6, Weeks),
            LodgedFrom,
            law("C-22", "Reg. 2025/2518 Art. 4(5)"),
        ),
        Row::procedure(
            Regime::SaCompetence,
            S::ComplaintTransmitted,
            Term::of(6, Weeks),
            LodgedFrom,
            law("C-23", "Reg. 2025/2518 Art. 4(6)"),
        ),
        Row::procedure(
            Regime::SaObjection,
            S::ResolutionTold,
            Term::of(4, Weeks),
            LodgedFrom,
            law("C-24", "Reg. 2025/2518 Art. 5"),
        ),
        Row::procedure(
            Regime::SaResolution,
            S::ObjectionTimeOver,
            Term::of(2, Weeks),
            LodgedFrom,
            law("C-24", "Reg. 2025/2518 Art. 5"),
        ),
        Row::procedure(
            Regime::SaResolutionDraft,
            S::ObjectionTimeOver,
            Term::of(4, Weeks),
            LodgedFrom,
            law("C-24", "Reg. 2025/2518 Art. 5"),
        ),
        Row::procedure(
            Regime::SaDraftDecision,
            S::CompetenceConfirmed,
            Term::of(15, Months),
            LodgedAfter,
            law("C-25", "Reg. 2025/2518 Art. 12(1)"),
        )
        .extended_by(12, false, law("C-25", "Reg. 2025/2518 Art. 12(3)")),
        Row::procedure(
            Regime::SaSimpleCooperation,
            S::CompetenceConfirmed,
            Term::of(12, Months),
            LodgedAfter,
            law("C-26", "Reg. 2025/2518 Art. 12(6)"),
        )
        .extended_by(2, false, law("C-26", "Reg. 2025/2518 Art. 12(6)")),
        Row {
            strict_reading: true,
            ..Row::of(Regime::UkRequest, S::RequestReceived, Term::of(1, Months), law("U-1", "UK GDPR Art. 12A(1)"))
                .stopped_by(Stops::UnitedKingdom)
                .extended_by(2, true, law("U-4", "UK GDPR Art. 12A(3)"))
                .only_in("GB")
        },
        Row::of(
            Regime::UkComplaint,
            S::ControllerComplaint,
            Term::of(30, Days),
            Source::new("U-6", "DPA 2018 § 164A", Mark::Reported),
        )
        .without_roll()
        .only_in("GB"),
        Row::of(Regime::ChAccess, S::RequestReceived, Term::of(30, Days), law("J-CH", "FADP Art. 25(7)"))
            .without_roll()
            .stopped_by(Stops::Questions)
            .extended_as_announced(30, Source::new("J-CH", "DPO Art. 18(2)", Unverified))
            .only_in("CH"),
        Row::of(Regime::CcpaConfirmation, S::RequestReceived, Term::of(10, WorkingDays), CCPA)
            .without_roll()
            .stopped_by(Stops::Nothing)
            .only_in("US-CA"),
        Row::of(Regime::Ccpa, S::RequestReceived, Term::of(45, Days), CCPA)
            .without_roll()
            .stopped_by(Stops::Nothing)
            .extended_once_by(45, CCPA)
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
