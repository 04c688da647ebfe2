//! What only a person can do. A filing that cannot go on becomes a task, never silence.

text_enum! {
    /// Why a person is needed.
    pub enum TaskKind {
        /// The controller is reached by letter, portal or other means that a person has to use.
        DeliverByHand = "deliver_by_hand",
        /// Every attempt to deliver failed, or the receiver refuses all messages.
        DeliveryFailed = "delivery_failed",
        /// The controller has no channel at all.
        NoChannel = "no_channel",
        /// The controller doubts who the person is and asks for more (S-1).
        AnswerIdentityQuestion = "answer_identity_question",
        /// The controller asks to specify what is wanted (S-2).
        AnswerScopeQuestion = "answer_scope_question",
        /// The controller demands a fee: pay, contest or withdraw.
        DecideOnFee = "decide_on_fee",
        /// An answer came: is it what was asked for?
        AssessResponse = "assess_response",
        /// Something came from the controller that no program could read.
        HandleUnreadableAnswer = "handle_unreadable_answer",
        /// People have left a complaint that is lodged: the authority has to be told for whom the organisation acts no longer (M-11).
        TellAuthority = "tell_authority",
    }
}

text_enum! {
    /// Whether a task still waits.
    pub enum TaskState {
        /// Waits for a person.
        Open = "open",
        /// Settled, by a person or by what happened since.
        Done = "done",
    }
}

impl TaskKind {
    /// Whether the controller's clock may stand still until this is done (S-1, S-2), so that it goes before other tasks.
    pub const fn holds_the_clock(self) -> bool {
        matches!(self, Self::AnswerIdentityQuestion | Self::AnswerScopeQuestion)
    }

    /// Whether the task is about a message that did not reach the controller.
    pub const fn is_about_delivery(self) -> bool {
        matches!(self, Self::DeliverByHand | Self::DeliveryFailed | Self::NoChannel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_task_is_of_one_concern_at_most() {
        for kind in TaskKind::ALL {
            assert!(!(kind.holds_the_clock() && kind.is_about_delivery()), "{kind}");
            assert_eq!(kind.as_str().parse(), Ok(*kind));
        }
    }
}
