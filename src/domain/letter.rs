//! Letters about a request: which there are, when each can be written, and what a contestation names.
//!
//! A letter speaks of the person in the third person and names the mandate, since an organisation writes it for somebody else
//! (M-8). What it asks is what was filed: a later letter never asks anew and never sets another clock going.

use super::ask::{Ask, ObjectionAgainst};
use super::code::Code;
use super::deadline::QuestionKind;
use super::finding::FindingCode;
use super::legal_order::LegalOrder;
use super::problem::Problem;
use super::request::{AnswerKind, Lifecycle, RequestStanding};
use super::right::Right;

text_enum! {
    /// Kinds of letters about a request.
    pub enum LetterKind {
        /// The request itself.
        Request = "request",
        /// A reminder, which keeps the clock of the request.
        Reminder = "reminder",
        /// The answer to a question for proof of identity (S-1, M-10).
        IdentityAnswer = "identity_answer",
        /// The answer to a question what exactly is wanted (S-2).
        ScopeAnswer = "scope_answer",
        /// The contestation of a refusal, whole or in part, or of a fee.
        RefusalContestation = "refusal_contestation",
    }
}

text_enum! {
    /// What a request letter asks, one wording for each.
    pub enum LetterRight {
        /// Article 15.
        Access = "access",
        /// Article 16.
        Rectification = "rectification",
        /// Article 17.
        Erasure = "erasure",
        /// Article 18.
        Restriction = "restriction",
        /// Article 20.
        Portability = "portability",
        /// Article 21(1) and (6): needs grounds from the person's situation.
        Objection = "objection",
        /// Article 21(2) and (3): needs no ground, and none to refuse exists.
        ObjectionToMarketing = "objection_to_marketing",
        /// Article 22.
        AutomatedDecision = "automated_decision",
    }
}

text_enum! {
    /// Forms in which a letter can be had.
    pub enum LetterFormat {
        /// A page of HTML that stands by itself.
        Html = "html",
        /// Plain text.
        Text = "text",
        /// A PDF to print and post (PDF/A-2a, PDF/UA-1).
        Pdf = "pdf",
    }
}

text_enum! {
    /// Where a template of letters comes from.
    pub enum TemplateOrigin {
        /// Built in.
        House = "house",
        /// Written by the organisation.
        Own = "own",
    }
}

impl LetterKind {
    /// Whether its wording depends on the right.
    pub const fn is_by_right(self) -> bool {
        matches!(self, Self::Request)
    }

    /// Whether it repeats what was asked.
    pub const fn repeats_the_ask(self) -> bool {
        matches!(self, Self::Request | Self::Reminder)
    }

    /// Whether it answers a question of the controller.
    pub const fn question(self) -> Option<QuestionKind> {
        match self {
            Self::IdentityAnswer => Some(QuestionKind::Identity),
            Self::ScopeAnswer => Some(QuestionKind::Scope),
            Self::Request | Self::Reminder | Self::RefusalContestation => None,
        }
    }
}

impl LetterRight {
    /// The wording for what is asked.
    pub const fn of(ask: &Ask) -> Self {
        match ask {
            Ask::Objection { against: ObjectionAgainst::Marketing, .. } => Self::ObjectionToMarketing,
            other => Self::of_right(other.right()),
        }
    }

    const fn of_right(right: Right) -> Self {
        match right {
            Right::Access => Self::Access,
            Right::Rectification => Self::Rectification,
            Right::Erasure => Self::Erasure,
            Right::Restriction => Self::Restriction,
            Right::Portability => Self::Portability,
            Right::Objection => Self::Objection,
            Right::AutomatedDecision => Self::AutomatedDecision,
        }
    }

    /// The right behind the wording.
    pub const fn right(self) -> Right {
        match self {
            Self::Access => Right::Access,
            Self::Rectification => Right::Rectification,
            Self::Erasure => Right::Erasure,
            Self::Restriction => Right::Restriction,
            Self::Portability => Right::Portability,
            Self::Objection | Self::ObjectionToMarketing => Right::Objection,
            Self::AutomatedDecision => Right::AutomatedDecision,
        }
    }

    /// The provision that gives the right under a law, as the domain cites provisions.
    pub const fn provision(self, law: LegalOrder) -> &'static str {
        match (self, law) {
            (Self::ObjectionToMarketing, LegalOrder::Gdpr) => "GDPR Art. 21(2)",
            (Self::ObjectionToMarketing, LegalOrder::UkGdpr) => "UK GDPR Art. 21(2)",
            _ => self.right().provision(law),
        }
    }
}

/// Why a letter cannot be written as a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LetterRefusal {
    /// The request is closed or withdrawn.
    #[error("The request is over, and nothing is written about it any more.")]
    Over,
    /// There is nothing to remind of yet.
    #[error("The request has not been sent yet, so that there is nothing to remind of.")]
    NotSent,
    /// There is nothing to remind of any more.
    #[error("The request has been answered, so that there is nothing to remind of.")]
    Answered,
    /// The controller has not asked that.
    #[error("The controller has asked no question of this kind.")]
    NothingAsked,
    /// Nothing was refused and no fee was demanded.
    #[error("The controller has refused nothing and demanded no fee.")]
    NothingRefused,
}

impl From<LetterRefusal> for Problem {
    fn from(refusal: LetterRefusal) -> Self {
        Self::with_detail(Code::IllegalTransition, refusal.to_string())
    }
}

/// Whether a letter of this kind can be written about a request as it stands.
///
/// # Errors
/// Why not.
pub fn can_be_written(kind: LetterKind, standing: &RequestStanding) -> Result<(), LetterRefusal> {
    if !standing.is_open() {
        return Err(LetterRefusal::Over);
    }
    let facts = &standing.facts;
    match kind {
        LetterKind::Request => Ok(()),
        LetterKind::Reminder => match standing.state.lifecycle {
            Lifecycle::Draft | Lifecycle::Ready => Err(LetterRefusal::NotSent),
            Lifecycle::Sent | Lifecycle::Received => Ok(()),
            Lifecycle::Answered | Lifecycle::Closed | Lifecycle::Withdrawn => Err(LetterRefusal::Answered),
        },
        LetterKind::IdentityAnswer | LetterKind::ScopeAnswer => {
            let asked = facts.questions.iter().any(|question| Some(question.suspension.kind) == kind.question());
            if asked { Ok(()) } else { Err(LetterRefusal::NothingAsked) }
        }
        LetterKind::RefusalContestation => {
            let refused = facts.last_answer().is_some_and(|answer| answer.kind.refuses());
            if refused || !facts.fees.is_empty() { Ok(()) } else { Err(LetterRefusal::NothingRefused) }
        }
    }
}

impl AnswerKind {
    /// Whether something that was asked is refused by it.
    pub const fn refuses(self) -> bool {
        matches!(self, Self::Refused | Self::Partial | Self::CannotIdentify)
    }
}

impl FindingCode {
    /// Whether the contestation of a refusal or fee names it: what is wrong with an answer or a demand for money, and not what
    /// is wrong with silence, extensions or questions.
    pub const fn is_contested(self) -> bool {
        matches!(
            self,
            Self::Late
                | Self::RefusalLate
                | Self::NoReasons
                | Self::NoComplaintInformation
                | Self::NoCourtInformation
                | Self::AbuseNotShown
                | Self::GroundNotAvailable
                | Self::AbsoluteRightRefused
                | Self::SafeguardsRefused
                | Self::IdentificationNotDemonstrated
                | Self::ItemsMissing
                | Self::CopyMissing
                | Self::PaperInsteadOfElectronic
                | Self::FormatNotPortable
                | Self::RecipientsNotTold
                | Self::RedactionCalledFull
                | Self::PublicDataNotFollowed
                | Self::DirectTransferRefused
                | Self::AnswerContested
                | Self::FeeDemanded
                | Self::FeeWithoutReasons
                | Self::FeeWithoutWarning
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::domain::request::{Answer, FeeFact};

    fn standing(lifecycle: Lifecycle) -> RequestStanding {
        let mut standing = RequestStanding::draft(Right::Access, "FR".parse().unwrap());
        standing.state.lifecycle = lifecycle;
        standing
    }

    fn answered(kind: AnswerKind) -> RequestStanding {
        let mut standing = standing(Lifecycle::Answered);
        let (at, on) = (Timestamp::UNIX_EPOCH, "1970-01-01".parse().unwrap());
        standing.facts.answers.push(Answer { kind, at, on, defects: Vec::new(), sealed: false, superseded: false });
        standing
    }

    #[test]
    fn nothing_is_written_about_what_is_over() {
        for lifecycle in [Lifecycle::Closed, Lifecycle::Withdrawn] {
            for kind in LetterKind::ALL {
                assert_eq!(can_be_written(*kind, &standing(lifecycle)), Err(LetterRefusal::Over), "{kind}");
            }
        }
    }

    #[test]
    fn a_reminder_needs_silence() {
        for (lifecycle, expected) in [
            (Lifecycle::Ready, Err(LetterRefusal::NotSent)),
            (Lifecycle::Sent, Ok(())),
            (Lifecycle::Received, Ok(())),
            (Lifecycle::Answered, Err(LetterRefusal::Answered)),
        ] {
            assert_eq!(can_be_written(LetterKind::Reminder, &standing(lifecycle)), expected, "{lifecycle}");
        }
    }

    #[test]
    fn an_answer_needs_its_question_and_a_contestation_something_to_contest() {
        let silent = standing(Lifecycle::Received);
        assert_eq!(can_be_written(LetterKind::IdentityAnswer, &silent), Err(LetterRefusal::NothingAsked));
        assert_eq!(can_be_written(LetterKind::ScopeAnswer, &silent), Err(LetterRefusal::NothingAsked));
        assert_eq!(can_be_written(LetterKind::RefusalContestation, &silent), Err(LetterRefusal::NothingRefused));
        for kind in AnswerKind::ALL {
            let written = can_be_written(LetterKind::RefusalContestation, &answered(*kind));
            assert_eq!(written.is_ok(), kind.refuses(), "{kind}");
        }
        let mut charged = silent;
        charged.facts.fees.push(FeeFact { on: "2026-03-01".parse().unwrap(), defects: Vec::new() });
        assert_eq!(can_be_written(LetterKind::RefusalContestation, &charged), Ok(()));
    }

    #[test]
    fn each_right_has_its_wording_and_marketing_one_of_its_own() {
        for right in Right::ALL {
            assert_eq!(LetterRight::of_right(*right).right(), *right);
        }
        let marketing = Ask::Objection { against: ObjectionAgainst::Marketing, grounds: None };
        assert_eq!(LetterRight::of(&marketing), LetterRight::ObjectionToMarketing);
        let processing = Ask::Objection { against: ObjectionAgainst::Processing, grounds: Some("x".into()) };
        assert_eq!(LetterRight::of(&processing), LetterRight::Objection);
        for wording in LetterRight::ALL {
            let number = format!("GDPR Art. {}", wording.right().article());
            assert!(wording.provision(LegalOrder::Gdpr).starts_with(&number), "{wording}");
        }
    }
}
