//! What a person is told of a request made in their name: where it stands, what has happened, when the law next says something,
//! and for how long the controller has been silent (T-1, M-12). Kinds and days, never the content of an answer.

use jiff::civil::Date;
use serde::Serialize;

use super::complaint::StepKind;
use super::deadline::QuestionKind;
use super::request::{AnswerKind, ClockState, Facts, Lifecycle, Outcome, RequestStanding};

text_enum! {
    /// Where a request stands, as one sentence tells it.
    pub enum RequestStage {
        /// It is prepared and has not left.
        Prepared = "prepared",
        /// It has left, and nothing shows yet that it arrived.
        Sent = "sent",
        /// The controller has time until its legal date.
        Running = "running",
        /// The controller waits for information, and the clock stands still.
        Waiting = "waiting",
        /// The legal date has passed without an answer.
        Late = "late",
        /// An answer came.
        Answered = "answered",
        /// It is settled.
        Settled = "settled",
        /// It was given up.
        Abandoned = "abandoned",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// Something that happened to a complaint, as a line of its history tells it.
    pub enum ComplaintTold {
        /// It was lodged with the authority.
        Lodged = "lodged",
        /// The authority confirmed that it has it.
        Acknowledged = "acknowledged",
        /// The authority deals with it.
        Admitted = "admitted",
        /// The authority refused it for its form.
        Inadmissible = "inadmissible",
        /// It went to the authority that presumably leads.
        Transmitted = "transmitted",
        /// The authority says that the infringement has ended.
        ResolutionOffered = "resolution_offered",
        /// The organisation objected.
        Objected = "objected",
        /// It was settled.
        Resolved = "resolved",
        /// The authority investigates.
        Investigated = "investigated",
        /// The authority asked for views.
        ViewsRequested = "views_requested",
        /// The organisation stated its views.
        ViewsSubmitted = "views_submitted",
        /// The authority told nothing for three months (C-10).
        Silent = "silent",
        /// The authority decided.
        Decided = "decided",
        /// The decision went to court.
        Challenged = "challenged",
        /// It is closed.
        Closed = "closed",
        /// The authority told something else.
        News = "news",
    }
}

impl ComplaintTold {
    /// How a step is told; none for what is of no concern to the person.
    pub const fn of(step: StepKind) -> Option<Self> {
        Some(match step {
            StepKind::Lodge => Self::Lodged,
            StepKind::Acknowledge => Self::Acknowledged,
            StepKind::Admit => Self::Admitted,
            StepKind::DeclareInadmissible => Self::Inadmissible,
            StepKind::Transmit => Self::Transmitted,
            StepKind::OfferEarlyResolution => Self::ResolutionOffered,
            StepKind::Object => Self::Objected,
            StepKind::Resolve => Self::Resolved,
            StepKind::Investigate => Self::Investigated,
            StepKind::RequestViews => Self::ViewsRequested,
            StepKind::SubmitViews => Self::ViewsSubmitted,
            StepKind::Decide => Self::Decided,
            StepKind::Challenge => Self::Challenged,
            StepKind::Close => Self::Closed,
            StepKind::News => Self::News,
            StepKind::Complete
            | StepKind::Reopen
            | StepKind::Split
            | StepKind::ConfirmLead
            | StepKind::ExtendDecision => return None,
        })
    }
}

text_enum! {
    /// Something that happened to a request, as a line of its history tells it.
    pub enum Happening {
        /// It was prepared.
        Prepared = "prepared",
        /// It was sent.
        Sent = "sent",
        /// It arrived.
        Received = "received",
        /// The controller was reminded.
        Reminded = "reminded",
        /// The controller asked who the person is.
        AskedIdentity = "asked_identity",
        /// The controller asked what exactly is wanted.
        AskedScope = "asked_scope",
        /// The controller asked for a fee.
        AskedFee = "asked_fee",
        /// The controller got what it asked for.
        Supplied = "supplied",
        /// The controller announced that it needs more time.
        Extended = "extended",
        /// The first legal date passed without an answer.
        FirstPassed = "first_passed",
        /// The last legal date passed without an answer.
        FinalPassed = "final_passed",
        /// An answer came, of which the organisation may not tell the kind.
        Answered = "answered",
        /// Everything was answered.
        AnsweredFull = "answered_full",
        /// A part was answered.
        AnsweredPartial = "answered_partial",
        /// The controller holds nothing.
        AnsweredNoData = "answered_no_data",
        /// The controller refused.
        AnsweredRefused = "answered_refused",
        /// The controller cannot tell who the person is.
        AnsweredCannotIdentify = "answered_cannot_identify",
        /// The controller named another one.
        AnsweredRedirected = "answered_redirected",
        /// The answer was found to be enough.
        Satisfied = "satisfied",
        /// The answer was found wanting.
        Unsatisfied = "unsatisfied",
        /// It was given up.
        Abandoned = "abandoned",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// It was closed.
        Closed = "closed",
    }
}

/// A line of a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Line {
    /// The day, at the controller's place.
    pub on: Date,
    /// What happened.
    pub what: Happening,
}

/// What is told of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Where it stands.
    pub standing: RequestStage,
    /// What has happened, oldest first.
    pub lines: Vec<Line>,
    /// The last day to answer, while an answer is due.
    pub next: Option<Date>,
    /// For how many days nothing has come from the controller, while something is due from it.
    pub silent_days: Option<i32>,
}

impl Status {
    /// What is told of a request on a day at the controller's place. `prepared` and `closed` are local days too. `tells_answers`
    /// is whether the organisation receives the answers, so that it may tell of which kind they are (M-7).
    pub fn of(
        standing: &RequestStanding,
        prepared: Date,
        closed: Option<Date>,
        tells_answers: bool,
        today: Date,
    ) -> Self {
        let lines = lines(standing, prepared, closed, tells_answers);
        let now = standing_of(standing);
        let is_due = matches!(now, RequestStage::Sent | RequestStage::Running | RequestStage::Late);
        let next = standing.deadline.as_ref().and_then(|deadline| deadline.final_deadline);
        Self {
            standing: now,
            next: next.filter(|_| matches!(now, RequestStage::Running | RequestStage::Late)),
            silent_days: if is_due { silence(&lines, today) } else { None },
            lines,
        }
    }
}

fn standing_of(standing: &RequestStanding) -> RequestStage {
    let state = &standing.state;
    match (state.lifecycle, state.clock) {
        (Lifecycle::Draft | Lifecycle::Ready, _) => RequestStage::Prepared,
        (Lifecycle::Withdrawn, _) => RequestStage::Withdrawn,
        (Lifecycle::Closed, _) if state.outcome == Outcome::Abandoned => RequestStage::Abandoned,
        (Lifecycle::Closed, _) => RequestStage::Settled,
        (Lifecycle::Answered, _) => RequestStage::Answered,
        (Lifecycle::Sent, _) => RequestStage::Sent,
        (Lifecycle::Received, ClockState::Suspended) => RequestStage::Waiting,
        (Lifecycle::Received, _) if state.flags.final_deadline_passed => RequestStage::Late,
        (Lifecycle::Received, _) => RequestStage::Running,
    }
}

/// Days since the controller was last heard of; before that, since the request left.
fn silence(lines: &[Line], today: Date) -> Option<i32> {
    use Happening as H;
    let heard = |line: &&Line| {
        let asked = matches!(line.what, H::AskedIdentity | H::AskedScope | H::AskedFee | H::Extended);
        asked || line.what.as_str().starts_with(H::Answered.as_str())
    };
    let last = lines.iter().filter(heard).map(|line| line.on).max();
    let left = || lines.iter().find(|line| matches!(line.what, H::Sent | H::Received)).map(|line| line.on);
    last.or_else(left).map(|day| (today - day).get_days().max(0))
}

fn lines(standing: &RequestStanding, prepared: Date, closed: Option<Date>, tells_answers: bool) -> Vec<Line> {
    use Happening as H;
    let place = standing.place;
    let facts = &standing.facts;
    let mut lines = vec![Line { on: prepared, what: H::Prepared }];
    let mut add = |on: Date, what: Happening| lines.push(Line { on, what });
    if let Some(at) = facts.sent_at {
        add(place.date_of(at), H::Sent);
    }
    if let Some(deadline) = &standing.deadline {
        add(deadline.receipt_date, H::Received);
    }
    for at in &facts.reminders {
        add(place.date_of(*at), H::Reminded);
    }
    for question in &facts.questions {
        let asked = match question.suspension.kind {
            QuestionKind::Identity => H::AskedIdentity,
            QuestionKind::Scope => H::AskedScope,
            QuestionKind::Fee => H::AskedFee,
        };
        add(question.suspension.asked_on, asked);
        if let Some(on) = question.suspension.supplied_on {
            add(on, H::Supplied);
        }
    }
    facts.fees.iter().for_each(|fee| add(fee.on, H::AskedFee));
    facts.extensions.iter().for_each(|extension| add(extension.notice.notified_on, H::Extended));
    passed(standing, facts).into_iter().for_each(|(on, what)| add(on, what));
    for answer in &facts.answers {
        add(answer.on, if tells_answers && !answer.sealed { kind_of(answer.kind) } else { H::Answered });
    }
    for assessment in &facts.assessments {
        add(place.date_of(assessment.at), if assessment.satisfied { H::Satisfied } else { H::Unsatisfied });
    }
    let ended = facts.withdrawal.map(|withdrawal| (withdrawal.at, H::Withdrawn));
    let ended = ended.or(facts.abandoned_at.map(|at| (at, H::Abandoned)));
    match (ended, closed) {
        (Some((at, what)), _) => add(place.date_of(at), what),
        (None, Some(on)) => add(on, H::Closed),
        (None, None) => {}
    }
    // Of one day, in the order in which they are usual; a day has one line of a kind.
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// The legal dates that passed, each on its own day: the day after which the controller is late.
fn passed(standing: &RequestStanding, facts: &Facts) -> Vec<(Date, Happening)> {
    let Some(deadline) = &standing.deadline else { return Vec::new() };
    let first = deadline.first_deadline.filter(|_| facts.first_passed_at.is_some());
    let last = deadline.final_deadline.filter(|_| facts.final_passed_at.is_some());
    match (first, last) {
        (first, Some(last)) if first.is_none_or(|first| first == last) => vec![(last, Happening::FinalPassed)],
        (first, last) => {
            let first = first.map(|on| (on, Happening::FirstPassed));
            first.into_iter().chain(last.map(|on| (on, Happening::FinalPassed))).collect()
        }
    }
}

const fn kind_of(kind: AnswerKind) -> Happening {
    match kind {
        AnswerKind::Full => Happening::AnsweredFull,
        AnswerKind::Partial => Happening::AnsweredPartial,
        AnswerKind::NoData => Happening::AnsweredNoData,
        AnswerKind::Refused => Happening::AnsweredRefused,
        AnswerKind::CannotIdentify => Happening::AnsweredCannotIdentify,
        AnswerKind::Redirected => Happening::AnsweredRedirected,
    }
}

#[cfg(test)]
mod tests;
