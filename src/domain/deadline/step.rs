//! The steps by which a legal date was reached, as data. A layer above tells them in words, by the name and the fields of each:
//! so every field is written, whatever its value.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::regime::{Mark, Regime, Source, Start, Unit};
use super::{QuestionKind, ReceiptKind};
use crate::domain::calendar::Skipped;
use crate::domain::finding::FindingCode;
use crate::domain::place::Place;

text_enum! {
    /// Why a suspension is not in the dates.
    pub enum NotCounted {
        /// The question was not prompt (S-4).
        NotPrompt = "not_prompt",
        /// The organisation contests it (S-5).
        Contested = "contested",
        /// Details stop the clock for access alone (U-3).
        AccessOnly = "access_only",
        /// Under this law nothing stops the clock (J-CA).
        NeverStops = "never_stops",
    }
}

/// One step of a computation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The request reached the controller; the day itself is not counted.
    Received {
        /// Local date of receipt.
        date: Date,
        /// How it is proven, where that is known.
        #[serde(default)]
        proof: Option<ReceiptKind>,
        /// Whose calendar and time zone count.
        place: Place,
    },
    /// Something else than a request set the period going; the day itself is not counted.
    Started {
        /// What it was.
        event: Start,
        /// Its local date.
        date: Date,
        /// Whose calendar and time zone count.
        place: Place,
    },
    /// The rules hold for complaints lodged from a day on, and it was not said when this one was lodged.
    LodgingAssumed {
        /// The first day of lodging for which they hold.
        from: Date,
    },
    /// The period begins only when the controller has what it may ask for.
    StartMoved {
        /// What it asked for.
        kind: QuestionKind,
        /// The day on which it had that.
        to: Date,
    },
    /// A length of time was counted.
    Counted {
        /// From this day.
        from: Date,
        /// How many.
        count: u16,
        /// Of what.
        unit: Unit,
        /// To this day.
        to: Date,
        /// The day number does not exist in that month, so its last day was taken.
        #[serde(default)]
        clamped: bool,
    },
    /// A suspension is in the dates.
    SuspensionCounted {
        /// What was asked.
        kind: QuestionKind,
        /// When.
        asked_on: Date,
        /// When the controller had its answer.
        supplied_on: Date,
        /// Both days count; otherwise only the first does.
        #[serde(default)]
        both_days: bool,
    },
    /// A suspension is not in the dates.
    SuspensionNotCounted {
        /// What was asked.
        kind: QuestionKind,
        /// When.
        asked_on: Date,
        /// Why it does not count.
        why: NotCounted,
    },
    /// Suspended days were added.
    DaysAdded {
        /// From this day.
        from: Date,
        /// How many.
        days: u32,
        /// To this day.
        to: Date,
        /// Some of them lie in two suspensions and were counted once.
        #[serde(default)]
        overlap: bool,
    },
    /// The last day is no working day, so the next one was taken.
    Rolled {
        /// From this day.
        from: Date,
        /// To this day.
        to: Date,
        /// Over these.
        over: Vec<Skipped>,
    },
    /// The last day is a working day.
    WorkingDay {
        /// That day.
        date: Date,
    },
    /// The period ends on its last day, whatever day that is.
    NotRolled {
        /// That day.
        date: Date,
    },
    /// An extension has effect.
    ExtensionCounted {
        /// When it was announced.
        notified_on: Date,
        /// By how many.
        count: u16,
        /// Of what.
        unit: Unit,
        /// The law asks for a notice in time and with reasons, which it was.
        #[serde(default)]
        by_notice: bool,
    },
    /// An extension has no effect.
    ExtensionNotCounted {
        /// When it was announced.
        notified_on: Date,
        /// What is wrong with it.
        defect: FindingCode,
    },
    /// The controller waits for information, so no date can be given.
    Suspended {
        /// Since when.
        since: Date,
        /// What for.
        kind: QuestionKind,
    },
    /// The date is one of several; the latest was taken.
    InDoubt {
        /// The earliest.
        earliest: Date,
        /// The latest.
        latest: Date,
        /// The region is unknown; otherwise a holiday is in doubt.
        #[serde(default)]
        region_unknown: bool,
    },
    /// No calendar of this place is kept, so only weekends were passed over.
    NoCalendar {
        /// Which place.
        place: Place,
    },
    /// A stricter reading of the law ends earlier. Reminders count from that day; nobody is called late before the other.
    StrictReading {
        /// The earlier day.
        date: Date,
    },
    /// When the period has run out.
    Expires {
        /// The last day.
        due: Date,
        /// The first instant after it.
        at: Timestamp,
        /// In which time zone.
        zone: String,
    },
    /// When a period in hours has run out.
    ExpiresAt {
        /// The local day.
        due: Date,
        /// The local time of that day, to the minute.
        time: String,
        /// The instant.
        at: Timestamp,
        /// In which time zone.
        zone: String,
    },
    /// An authority that is silent until then has rejected the complaint.
    SilenceRejects {
        /// Where this is so.
        place: Place,
    },
}

const COUNTING: Source = Source::new("D-4", "Reg. 1182/71 Art. 3(2)(c)", Mark::Text);

impl Step {
    /// Where a step of a regime is written, and how sure that is.
    pub const fn source(&self, regime: Regime) -> Source {
        let row = regime.row();
        let united_kingdom = matches!(regime, Regime::UkRequest);
        let switzerland = matches!(regime, Regime::ChAccess);
        match self {
            Self::Received { .. } if matches!(regime, Regime::GdprRequest) => {
                Source::new("D-2 D-3 H-7", "GDPR Art. 12(3); Reg. 1182/71 Art. 3(1)", Mark::Text)
            }
            Self::Received { .. } | Self::Started { .. } => row.source,
            Self::LodgingAssumed { .. } => {
                Source::new("C-20", "Reg. 2025/2518 Art. 36; Reg. 2025/2518 Art. 37", Mark::Choice)
            }
            Self::StartMoved { .. } => Source::new("U-2", "UK GDPR Art. 12A(2)", Mark::Text),
            // Where the end does not roll, the law is not that of the Union and counts in its own way.
            Self::Counted { .. } if !row.rolls || united_kingdom => row.source,
            Self::Counted { clamped: true, .. } => Source { rule: "D-5", ..COUNTING },
            Self::Counted { .. } => COUNTING,
            Self::SuspensionCounted { .. } if united_kingdom => Source::new("U-3", "UK GDPR Art. 12A(5)", Mark::Text),
            Self::SuspensionCounted { .. } if switzerland => Source::new("J-CH", "DPO Art. 16(5)", Mark::Unverified),
            Self::SuspensionCounted { kind: QuestionKind::Scope, .. } => {
                Source::new("S-2", "GDPR recital 63", Mark::Reported)
            }
            Self::SuspensionCounted { .. } => Source::new("S-1", "GDPR Art. 12(6)", Mark::Text),
            Self::SuspensionNotCounted { why: NotCounted::NotPrompt, .. } => Source::choice("S-4"),
            Self::SuspensionNotCounted { why: NotCounted::Contested, .. } => Source::choice("S-5"),
            Self::SuspensionNotCounted { why: NotCounted::AccessOnly, .. } => {
                Source::new("U-3", "UK GDPR Art. 12A(5)", Mark::Text)
            }
            Self::SuspensionNotCounted { why: NotCounted::NeverStops, .. } | Self::NotRolled { .. } => row.source,
            Self::DaysAdded { .. } if united_kingdom => Source::new("U-3", "UK GDPR Art. 12A(5)", Mark::Text),
            Self::DaysAdded { .. } => Source::choice("S-3 D-10"),
            Self::Rolled { .. } | Self::WorkingDay { .. } if united_kingdom => row.source,
            Self::Rolled { .. } | Self::WorkingDay { .. } => Source::new("D-7", "Reg. 1182/71 Art. 3(4)", Mark::Text),
            Self::ExtensionCounted { .. } | Self::ExtensionNotCounted { .. } => self.extension_source(regime),
            Self::Suspended { .. } if united_kingdom => Source::new("U-2", "UK GDPR Art. 12A(2)", Mark::Text),
            Self::Suspended { .. } => Source::choice("S-6"),
            Self::InDoubt { .. } | Self::NoCalendar { .. } => Source::choice("H-6"),
            Self::StrictReading { .. } => Source::choice("U-5"),
            Self::ExpiresAt { .. } => row.source,
            Self::Expires { .. } if !row.rolls || united_kingdom => Source::choice("D-11 H-8"),
            Self::Expires { .. } => Source { rule: "D-11 H-8", ..COUNTING },
            Self::SilenceRejects { .. } => Source::new("N-FR-3", "Decree 2019-536 Art. 10", Mark::Reported),
        }
    }

    const fn extension_source(&self, regime: Regime) -> Source {
        match (self, regime.row().extending) {
            // That a defective notice has no effect is this product's reading of the law.
            (Self::ExtensionNotCounted { .. }, Some(extending)) if matches!(regime, Regime::GdprRequest) => {
                Source { rule: "E-5", mark: Mark::Choice, ..extending.source }
            }
            (_, Some(extending)) => extending.source,
            (_, None) => regime.row().source,
        }
    }
}
