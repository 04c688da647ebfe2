//! What can happen to a request.

use crate::domain::deadline::{QuestionKind, Receipt};
use crate::domain::finding::FindingCode;
use crate::domain::mandate::Permit;
use crate::domain::reminders::Reminders;

text_enum! {
    /// Why a request is withdrawn (M-11).
    pub enum WithdrawReason {
        /// The person took this request back.
        PersonWithdrew = "person_withdrew",
        /// The person took the mandate back.
        MandateRevoked = "mandate_revoked",
        /// The mandate has come to its end.
        MandateExpired = "mandate_expired",
        /// The batch was undone before anything left.
        BatchUndone = "batch_undone",
        /// The person, or another body, goes on with it.
        HandedOver = "handed_over",
    }
}

/// Something that happened to a request. Its moment and author are given beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It is complete.
    Prepare {
        /// A mandate covers it.
        permit: Permit,
        /// The same request is open already (B-4).
        duplicate: bool,
    },
    /// It was held back when it was to be sent, because its mandate did not cover it. One does now, and it goes on its way again.
    Release {
        /// A mandate covers it at this moment.
        permit: Permit,
    },
    /// It leaves for the controller. Apply it before the message is given to the network: an answer can be faster than the
    /// confirmation of delivery.
    Dispatch {
        /// A mandate covers it at this moment.
        permit: Permit,
    },
    /// It is shown that the controller has it: delivery, acknowledgement, or a better proof of the same.
    Receipt {
        /// The proof.
        receipt: Receipt,
    },
    /// The controller is reminded. No new request and no new clock.
    Reminder {
        /// A mandate covers it at this moment.
        permit: Permit,
    },
    /// The controller doubts who the person is.
    IdentityQuestion {
        /// What is wrong with the question itself.
        defects: Vec<FindingCode>,
    },
    /// The controller asks what is meant.
    ScopeQuestion {
        /// What is wrong with the question itself.
        defects: Vec<FindingCode>,
    },
    /// The controller has what it asked for, or the person's word that nothing more will come (S-2).
    InformationSupplied {
        /// Which question is answered; every open one when absent, but no demand for a fee.
        kind: Option<QuestionKind>,
    },
    /// The organisation accepts a suspension.
    AcceptSuspension {
        /// The number of the question, from 0; every one when absent.
        question: Option<u16>,
    },
    /// The organisation contests a suspension.
    ContestSuspension {
        /// The number of the question, from 0; every one when absent.
        question: Option<u16>,
    },
    /// The controller announces that it takes longer.
    ExtensionNotice {
        /// By how many months beyond the first.
        months: u8,
        /// Whether it says why.
        reasoned: bool,
        /// Whether what it says can be a ground at all (E-7).
        ground_valid: bool,
    },
    /// The organisation contests the grounds of the last extension.
    ContestExtension {},
    /// The controller wants to be paid.
    FeeDemand {
        /// What is wrong with the demand.
        defects: Vec<FindingCode>,
    },
    /// The controller refuses, wholly.
    Refusal {
        /// What is wrong with the refusal.
        defects: Vec<FindingCode>,
    },
    /// The controller gives everything.
    FullAnswer {
        /// What is wrong with the answer.
        defects: Vec<FindingCode>,
    },
    /// The controller gives a part and refuses the rest.
    PartialAnswer {
        /// What is wrong with the answer.
        defects: Vec<FindingCode>,
    },
    /// The controller holds nothing on the person.
    NoData {},
    /// The controller cannot identify the person.
    CannotIdentify {
        /// What is wrong with the statement.
        defects: Vec<FindingCode>,
    },
    /// The addressee names another controller.
    Redirection {},
    /// The controller says something else.
    Message {},
    /// The day of a reminder has come (S-5).
    DeadlineApproaching {},
    /// The day of a reminder of a question that waits has come (S-6).
    QuestionWaiting {},
    /// A complaint was made to the controller itself (U-6).
    ComplainToController {},
    /// The controller acknowledged that complaint (U-6).
    ComplaintAcknowledged {},
    /// The time to acknowledge it has ended (U-6).
    ComplaintUnacknowledged {},
    /// The one-month period has ended.
    FirstDeadlinePassed {},
    /// The period as validly extended has ended.
    FinalDeadlinePassed {},
    /// Newer rules or a newer calendar are in force than those its dates were computed with (D-15).
    NewEdition {},
    /// The answer was judged.
    Assessment {
        /// Whether everything asked for was given.
        satisfied: bool,
        /// The words of the items that were not, for a complaint.
        unsatisfied: Vec<String>,
    },
    /// It is taken back, or ends with its mandate.
    Withdraw {
        /// Why.
        reason: WithdrawReason,
    },
    /// A person decides not to pursue it.
    Abandon {},
    /// Its campaign wants other reminders.
    ReminderPlan {
        /// These.
        reminders: Reminders,
    },
}

impl Event {
    /// The event as a word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Prepare { .. } => "prepare",
            Self::Release { .. } => "release",
            Self::Dispatch { .. } => "dispatch",
            Self::Receipt { .. } => "receipt",
            Self::Reminder { .. } => "reminder",
            Self::IdentityQuestion { .. } => "identity_question",
            Self::ScopeQuestion { .. } => "scope_question",
            Self::InformationSupplied { .. } => "information_supplied",
            Self::AcceptSuspension { .. } => "accept_suspension",
            Self::ContestSuspension { .. } => "contest_suspension",
            Self::ExtensionNotice { .. } => "extension_notice",
            Self::ContestExtension {} => "contest_extension",
            Self::FeeDemand { .. } => "fee_demand",
            Self::Refusal { .. } => "refusal",
            Self::FullAnswer { .. } => "full_answer",
            Self::PartialAnswer { .. } => "partial_answer",
            Self::NoData {} => "no_data",
            Self::CannotIdentify { .. } => "cannot_identify",
            Self::Redirection {} => "redirection",
            Self::Message {} => "message",
            Self::DeadlineApproaching {} => "deadline_approaching",
            Self::QuestionWaiting {} => "question_waiting",
            Self::ComplainToController {} => "complain_to_controller",
            Self::ComplaintAcknowledged {} => "complaint_acknowledged",
            Self::ComplaintUnacknowledged {} => "complaint_unacknowledged",
            Self::FirstDeadlinePassed {} => "first_deadline_passed",
            Self::FinalDeadlinePassed {} => "final_deadline_passed",
            Self::NewEdition {} => "new_edition",
            Self::Assessment { satisfied: true, .. } => "assessment_positive",
            Self::Assessment { satisfied: false, .. } => "assessment_negative",
            Self::Withdraw { .. } => "withdraw",
            Self::Abandon {} => "abandon",
            Self::ReminderPlan { .. } => "reminder_plan",
        }
    }

    /// Whether it is something the controller said or did, which shows that it had the request by then.
    pub const fn is_word_of_controller(&self) -> bool {
        matches!(
            self,
            Self::IdentityQuestion { .. }
                | Self::ScopeQuestion { .. }
                | Self::ExtensionNotice { .. }
                | Self::FeeDemand { .. }
                | Self::Refusal { .. }
                | Self::FullAnswer { .. }
                | Self::PartialAnswer { .. }
                | Self::NoData {}
                | Self::CannotIdentify { .. }
                | Self::Redirection {}
                | Self::Message {}
        )
    }
}
