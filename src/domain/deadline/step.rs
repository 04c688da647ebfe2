//! The steps by which a legal date was reached, as data. A layer above tells them in words, by the name and the fields of each:
//! so every field is written, whatever its value.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
        /// How it is proven.
        proof: ReceiptKind,
        /// Whose calendar and time zone count.
        place: Place,
    },
    /// Months were counted from receipt.
    MonthsAdded {
        /// From the receipt date.
        from: Date,
        /// How many.
        months: u8,
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
    /// Suspended days were added, overlapping ones once.
    DaysAdded {
        /// From this day.
        from: Date,
        /// How many.
        days: u32,
        /// To this day.
        to: Date,
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
    /// An extension has effect.
    ExtensionCounted {
        /// When it was announced.
        notified_on: Date,
        /// By how many months.
        months: u8,
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
    /// When the period has run out.
    Expires {
        /// The last day.
        due: Date,
        /// The first instant after it.
        at: Timestamp,
        /// In which time zone.
        zone: String,
    },
}

impl Step {
    /// The rule of the legal specification.
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::Received { .. } => "D-2 D-3 H-7",
            Self::MonthsAdded { clamped: false, .. } => "D-4",
            Self::MonthsAdded { clamped: true, .. } => "D-5",
            Self::SuspensionCounted { kind: QuestionKind::Identity, .. } => "S-1",
            Self::SuspensionCounted { kind: QuestionKind::Scope, .. } => "S-2",
            Self::SuspensionNotCounted { why: NotCounted::NotPrompt, .. } => "S-4",
            Self::SuspensionNotCounted { why: NotCounted::Contested, .. } => "S-5",
            Self::DaysAdded { .. } => "S-3 D-10",
            Self::Rolled { .. } | Self::WorkingDay { .. } => "D-7",
            Self::ExtensionCounted { .. } => "E-1 E-2 E-3",
            Self::ExtensionNotCounted { .. } => "E-5",
            Self::Suspended { .. } => "S-6",
            Self::InDoubt { .. } | Self::NoCalendar { .. } => "H-6",
            Self::Expires { .. } => "D-11 H-8",
        }
    }

    /// The provision behind it; none where the choice is this product's own.
    pub const fn article(&self) -> Option<&'static str> {
        match self {
            Self::Received { .. } => Some("GDPR Art. 12(3); Reg. 1182/71 Art. 3(1)"),
            Self::MonthsAdded { .. } => Some("Reg. 1182/71 Art. 3(2)(c)"),
            Self::SuspensionCounted { kind: QuestionKind::Identity, .. } => Some("GDPR Art. 12(6)"),
            Self::SuspensionCounted { kind: QuestionKind::Scope, .. } => Some("GDPR recital 63"),
            Self::Rolled { .. } | Self::WorkingDay { .. } => Some("Reg. 1182/71 Art. 3(4)"),
            Self::ExtensionCounted { .. } | Self::ExtensionNotCounted { .. } => Some("GDPR Art. 12(3)"),
            Self::Expires { .. } => Some("Reg. 1182/71 Art. 3(2)(c)"),
            Self::SuspensionNotCounted { .. }
            | Self::DaysAdded { .. }
            | Self::Suspended { .. }
            | Self::InDoubt { .. }
            | Self::NoCalendar { .. } => None,
        }
    }
}
