//! What is alleged, and the law behind it.

use std::collections::BTreeSet;

use super::Teller;
use crate::casefile::blocks::{Block, Column, Inline, Lines, plain};
use crate::casefile::facts::{Point, Span};
use crate::domain::finding::FindingCode;
use crate::wording::Phrase;

/// A duty of the controller, told in a paragraph of its own where a point is about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    /// To answer in time (Article 12(3)).
    Time,
    /// To give reasons and remedies with a refusal (Article 12(4)).
    Refusal,
    /// To ask no more than is needed (Articles 11, 12(2), 12(6)).
    Identity,
    /// To take no fee, and to show that a request is excessive (Article 12(5)).
    Abuse,
    /// To answer what was asked (Articles 15 to 22).
    Content,
    /// To tell recipients (Article 19).
    Recipients,
    /// What an infringement can cost (Article 83(5)(b), C-13).
    Sanction,
}

impl Duty {
    /// The word by which the phrase knows it.
    const fn word(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Refusal => "refusal",
            Self::Identity => "identity",
            Self::Abuse => "abuse",
            Self::Content => "content",
            Self::Recipients => "recipients",
            Self::Sanction => "sanction",
        }
    }

    /// The duty that a finding is about.
    pub const fn of(code: FindingCode) -> Self {
        match code {
            FindingCode::SilentFirstDeadline
            | FindingCode::SilentFinalDeadline
            | FindingCode::Late
            | FindingCode::ExtensionLate
            | FindingCode::ExtensionWithoutReasons
            | FindingCode::ExtensionRepeated
            | FindingCode::ExtensionTooLong
            | FindingCode::ExtensionGroundInvalid
            | FindingCode::ComplaintNotAcknowledged => Self::Time,
            FindingCode::RefusalLate
            | FindingCode::NoReasons
            | FindingCode::RedactionCalledFull
            | FindingCode::NoComplaintInformation
            | FindingCode::NoCourtInformation => Self::Refusal,
            FindingCode::QuestionNotPrompt
            | FindingCode::DisproportionateIdentityDemand
            | FindingCode::ScopeQuestionWithoutNeed
            | FindingCode::IdentificationNotDemonstrated => Self::Identity,
            FindingCode::AbuseNotShown
            | FindingCode::FeeDemanded
            | FindingCode::FeeWithoutReasons
            | FindingCode::FeeWithoutWarning => Self::Abuse,
            FindingCode::GroundNotAvailable
            | FindingCode::AbsoluteRightRefused
            | FindingCode::SafeguardsRefused
            | FindingCode::ItemsMissing
            | FindingCode::CopyMissing
            | FindingCode::PaperInsteadOfElectronic
            | FindingCode::FormatNotPortable
            | FindingCode::PublicDataNotFollowed
            | FindingCode::DirectTransferRefused
            | FindingCode::AnswerContested => Self::Content,
            FindingCode::RecipientsNotTold => Self::Recipients,
        }
    }
}

impl Teller<'_> {
    pub(super) fn points(&self) -> Vec<Block> {
        let mut blocks = vec![self.section(Phrase::Infringements), Block::text(self.label(Phrase::PointsText))];
        blocks.push(self.table_of_points());
        blocks.push(self.section(Phrase::Law));
        let mut duties: BTreeSet<Duty> = self.facts.points.iter().map(|point| Duty::of(point.code)).collect();
        duties.insert(Duty::Sanction);
        let told = |duty: Duty| Block::text(self.phrase(Phrase::Duty, [("duty", duty.word().into())]));
        blocks.extend(duties.into_iter().map(told));
        blocks
    }

    fn table_of_points(&self) -> Block {
        let columns = vec![
            Column::numbers(self.label(Phrase::Number)),
            Column::words(self.label(Phrase::Infringement), 9),
            Column::words(self.label(Phrase::Provision), 5),
            Column::numbers(self.label(Phrase::People)),
            Column::numbers(self.label(Phrase::Requests)),
            Column::words(self.label(Phrase::FirstLast), 6),
        ];
        let row = |(index, point): (usize, &Point)| {
            vec![
                plain((index + 1).to_string()),
                self.point(point.code),
                plain(self.words.finding_provisions(point.code, self.law())),
                plain(self.words.count(point.people)),
                plain(self.words.count(point.requests)),
                self.days(point.on),
            ]
        };
        Block::table(columns, self.facts.points.iter().enumerate().map(row).collect())
    }

    /// The first and the last day, one below the other.
    fn days(&self, on: Span) -> Lines {
        let mut days = plain(self.words.day(on.first));
        if on.last != on.first {
            days.extend(plain(format!("– {}", self.words.day(on.last))));
        }
        days
    }

    fn point(&self, code: FindingCode) -> Lines {
        let facts = [("rule", code.rule().into()), ("severity", u64::from(code.severity()).into())];
        let detail = self.phrase(Phrase::RuleSeverity, facts);
        vec![Inline::Plain { text: self.words.finding_title(code) }, Inline::Small { text: detail }]
    }
}
