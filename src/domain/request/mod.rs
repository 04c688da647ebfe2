//! The life of one request: one data subject, one controller, one right, one scope (rule section 8).
//!
//! [`apply`] is the only function that moves a request. It takes a [`RequestStanding`], an [`Event`], the moment at which that
//! event happened and its author, and gives the new standing with everything that follows from it: the events to tell, the
//! findings recorded and retracted, the change of the legal dates with its cause.
//!
//! ```text
//! draft ─▶ ready ─▶ sent ─▶ received ─▶ answered ─▶ closed         from any open state: withdrawn
//! ```
//!
//! | Event | Allowed when | Effect |
//! | --- | --- | --- |
//! | `prepare` | draft | ready, with a permit and no open duplicate (M-9, B-4) |
//! | `release` | ready | goes on its way again, with a permit, after its mandate had failed (M-9) |
//! | `dispatch` | ready | sent, with a permit (M-8) |
//! | `receipt` | sent | received; the clock runs and the first deadline is computed (D-2, D-10) |
//! | `receipt` | received, answered | a better proof replaces a weaker one, the dates are computed anew (D-12, D-15) |
//! | `reminder` | sent, received, answered | noted; the first clock is kept (R-3) |
//! | `identity_question`, `scope_question` | received | the clock stands if the question is prompt or accepted (S-1 to S-7) |
//! | `information_supplied` | a question is open | the clock resumes (S-3); a controller that could not identify the person must answer (A-7) |
//! | `accept_suspension`, `contest_suspension` | a question was asked | the dates are computed anew (S-4, S-5) |
//! | `extension_notice` | received | extended if in time and reasoned, otherwise the defect is found (E-1 to E-6) |
//! | `contest_extension` | a notice was given | its grounds are recorded as a finding (E-7) |
//! | `fee_demand` | received | noted; the person decides (A-5). In the United Kingdom a fee that is due lets the month begin with its payment (U-2) |
//! | `refusal` | received | answered, refused (A-2, E-10) |
//! | `full_answer`, `partial_answer`, `no_data` | received | answered, to be assessed (A-1, A-11) |
//! | `cannot_identify` | received | answered, until information is supplied (A-7) |
//! | `redirection` | received | answered, to be assessed (A-1) |
//! | an answer | answered | takes the place of one that was incomplete or found unsatisfactory, otherwise refused |
//! | an answer | closed because a person gave it up | answered after all |
//! | an answer | withdrawn after sending | kept sealed, nothing else changes (M-9) |
//! | `message` | sent, received, answered | noted (A-1) |
//! | `deadline_approaching` | the clock runs | told once for each reminder and date, never before its local day (S-5) |
//! | `question_waiting` | the controller waits for information | told once for each reminder and wait, never before its local day (S-6) |
//! | `complain_to_controller` | received, answered, in the United Kingdom | noted; to be acknowledged within 30 days (U-6) |
//! | `complaint_acknowledged` | a complaint was made to the controller | noted (U-6) |
//! | `complaint_unacknowledged` | it was not acknowledged | found, never before the instant (U-6) |
//! | `first_deadline_passed` | clock running | flagged and found, never before the instant (D-11, D-14) |
//! | `final_deadline_passed` | clock running or extended | flagged and found, never before the instant (D-11) |
//! | `new_edition` | clock running, extended or suspended | the dates are computed anew with newer rules or a newer calendar (D-15) |
//! | `assessment` | answered | closed if satisfied, otherwise a complaint can be prepared (A-11) |
//! | `withdraw` | draft, ready, sent, received, answered | withdrawn (M-11); an undone batch only before sending |
//! | `reminder_plan` | open | the campaign's reminders from now on; nothing is told |
//! | `abandon` | sent, received, answered | closed by the decision of a person (S-6) |
//!
//! What a controller says about a request that is only `sent` proves that it has it: its receipt is recorded first.
//!
//! The clock is not moved by hand: it follows from the lifecycle and the legal dates, which follow from the facts
//! ([`settle`]). So do the findings; an event that brings better facts can retract one.

mod allowed;
mod answer;
mod apply;
mod approach;
mod complaint;
mod event;
mod facts;
mod question;
mod refused;
mod settle;
mod standing;

pub use apply::{Applied, apply};
pub use approach::{Approach, Approached};
pub use complaint::ControllerComplaint;
pub use event::{Event, WithdrawReason};
pub use facts::{
    Answer, AnswerKind, Assessment, ChangeCause, DatesBefore, DeadlineBasis, DeadlineChange, Extension, Facts, FeeFact,
    MAX_OF_A_KIND, Question, Withdrawal,
};
pub use question::{QuestionReminded, Waiting};
pub use refused::Refused;
pub use standing::{Author, ClockState, Flags, Lifecycle, Outcome, RequestStanding, RequestState};

#[cfg(test)]
mod tests;
