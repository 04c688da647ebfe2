//! What organisations are told: the closed list of events, and the filters by which an endpoint chooses among them.
//!
//! An event names what happened by id; it carries no personal data. Events of a request are numbered within the request.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Declares the list once: variant, dotted word, one sentence that is both docstring and text of the API document.
macro_rules! event_kinds {
    ($( $variant:ident = $word:literal, $sentence:literal; )+) => {
        text_enum! {
            /// Kind of an event. Words are never given another meaning; new ones may be added.
            pub enum EventKind { $( #[doc = $sentence] $variant = $word ),+ }
        }

        impl EventKind {
            /// What it means, in one sentence.
            pub const fn description(self) -> &'static str { match self { $( Self::$variant => $sentence ),+ } }
        }
    };
}

event_kinds! {
    CampaignCreated = "campaign.created", "A campaign was created.";
    CampaignOpened = "campaign.opened", "A campaign takes filings from now on.";
    CampaignClosed = "campaign.closed", "A campaign takes no more filings; its requests go on.";

    BatchUploaded = "batch.uploaded", "An upload is complete and waits to be processed.";
    BatchValidated = "batch.validated", "Every line of a batch was checked; nothing was filed.";
    BatchFiled = "batch.filed", "Every line of a batch was gone through and its requests are filed.";
    BatchFailed = "batch.failed", "An upload as a whole could not be read.";
    BatchCancelled = "batch.cancelled", "A batch was cancelled and what it had filed was taken back.";

    MandateRecorded = "mandate.recorded", "A mandate was recorded.";
    MandateRevoked = "mandate.revoked", "A person took a mandate back; what was pending under it is stopped (M-11).";
    MandateExpired = "mandate.expired", "The last day of a mandate has passed; what was pending under it is stopped.";

    RequestFiled = "request.filed", "A request was filed and will be sent when its undo window has passed.";
    RequestReleased = "request.released", "A request whose mandate had failed goes on its way under one that covers it (M-9).";
    RequestSent = "request.sent", "A request left for the controller.";
    RequestReceived = "request.received", "It is shown that the controller received a request; its clock runs (D-2).";
    RequestReceiptProven = "request.receipt_proven", "A better proof of receipt replaced a weaker one (D-12).";
    RequestReminded = "request.reminded", "The controller was reminded; the clock stayed as it was (R-3).";
    RequestSuspended = "request.suspended", "The controller asked about identity or scope; the clock stands still if the suspension holds (S-1, S-2).";
    RequestQuestionWaiting = "request.question_waiting", "The controller still waits for information, and no deadline runs: the person is to be reminded (S-6).";
    RequestSuspensionContested = "request.suspension_contested", "The organisation contests the suspension of a clock (S-4, S-7).";
    RequestSuspensionAccepted = "request.suspension_accepted", "The organisation accepts the suspension of a clock (S-4).";
    RequestInformationSupplied = "request.information_supplied", "The controller got an answer to what it had asked (S-3).";
    RequestResumed = "request.resumed", "The clock, which had stood still, runs again (S-3).";
    RequestExtended = "request.extended", "The controller extended the time in due form (E-1).";
    RequestExtensionDefective = "request.extension_defective", "The controller announced an extension that has no effect (E-5).";
    RequestExtensionContested = "request.extension_contested", "The organisation contests the grounds of an extension (E-7).";
    RequestFeeDemanded = "request.fee_demanded", "The controller demands a fee (A-5).";
    RequestComplainedToController = "request.complained_to_controller", "A complaint was made to the controller itself (U-6).";
    RequestComplaintAcknowledged = "request.complaint_acknowledged", "The controller acknowledged a complaint made to it (U-6).";
    RequestRedirected = "request.redirected", "The controller names another body that it holds responsible.";
    RequestAnswered = "request.answered", "The controller answered a request in full.";
    RequestPartlyAnswered = "request.partly_answered", "The controller answered a request in part.";
    RequestNoData = "request.no_data", "The controller answered that it holds no data on the person (A-4).";
    RequestRefused = "request.refused", "The controller refused a request (A-2).";
    RequestNotIdentified = "request.not_identified", "The controller says that it cannot identify the person (A-7).";
    RequestMessageReceived = "request.message_received", "The controller sent something that is no answer.";
    RequestAnswerSealed = "request.answer_sealed", "An answer came after the request was withdrawn; it stays sealed (M-9).";
    RequestAssessed = "request.assessed", "The answer to a request was judged satisfactory or not (A-11).";
    RequestClosed = "request.closed", "A request is closed.";
    RequestAbandoned = "request.abandoned", "A person decided not to pursue a request any further (S-6).";
    RequestWithdrawn = "request.withdrawn", "A request was withdrawn by the person or with the end of the mandate.";

    DeadlineComputed = "deadline.computed", "A deadline was computed, or computed anew for a recorded cause (D-15).";
    DeadlineApproaching = "deadline.approaching", "A day for a reminder before the deadline has come.";
    DeadlineFirstPassed = "deadline.first_passed", "The one-month period ended without an answer (D-11).";
    DeadlineFinalPassed = "deadline.final_passed", "The period as validly extended ended without an answer (D-11).";

    DeadlineComplaintPassed = "deadline.complaint_passed", "The controller did not acknowledge a complaint made to it in time (U-6).";

    FindingRecorded = "finding.recorded", "Infringement points were found in what happened to a request.";
    FindingRetracted = "finding.retracted", "Infringement points do not hold any more, because better facts are known.";

    DeliveryFailed = "delivery.failed", "A message to a controller has failed several times and goes on being tried.";
    DeliveryExhausted = "delivery.exhausted", "The last attempt to deliver a message failed; a person has to act.";
    DeliveryRecovered = "delivery.recovered", "A message that had failed several times was delivered.";

    TaskOpened = "task.opened", "Something needs a person.";
    TaskDone = "task.done", "A task is settled.";

    ComplaintPrepared = "complaint.prepared", "A complaint was prepared from requests.";
    ComplaintChanged = "complaint.changed", "What a complaint says, or to whom, has changed.";
    ComplaintPeopleLeftOut = "complaint.people_left_out", "People can no longer take part in a complaint; it goes on without them (M-9).";
    ComplaintFilesReady = "complaint.files_ready", "The files of a complaint are made.";
    ComplaintMoved = "complaint.moved", "A complaint has moved on, for example by being lodged, admitted or decided.";
    ComplaintReceived = "complaint.received", "The authority has read a complaint here for the first time, which shows that it has it.";
    ComplaintNews = "complaint.news", "The authority has told something about a complaint that moves nothing.";
    ComplaintDeadlineApproaching = "complaint.deadline_approaching", "A period comes to its end in which the organisation itself must act (C-11, C-24, C-27).";
    ComplaintDeadlinePassed = "complaint.deadline_passed", "A period of a complaint has passed: the authority's, or the organisation's own.";
    ComplaintSilent = "complaint.silent", "The authority has told neither progress nor outcome for three months (C-10).";

    AuditAlert = "audit.alert", "Something in the use of the audit record is out of the ordinary, for an auditor to look at (Z-12).";
    ClientCreated = "client.created", "A client that acts for the organisation was made.";
    ClientCredentialAdded = "client.credential_added", "A client of the organisation got another secret or key.";
    ClientCredentialEnded = "client.credential_ended", "A secret or key of a client of the organisation was ended by a call.";
    ClientRevoked = "client.revoked", "A client of the organisation was revoked.";

    WebhookProven = "webhook.proven", "A webhook of the organisation's, its own or that of a private controller, has answered a challenge; messages go there from now on.";
    WebhookUnproven = "webhook.unproven", "A webhook of the organisation's, its own or that of a private controller, was asked for days without an answer; what waits for it becomes tasks.";
    EndpointTest = "endpoint.test", "A test message for one webhook endpoint; it means nothing.";
    EndpointDisabled = "endpoint.disabled", "A webhook endpoint was switched off because it refused messages or failed for too long.";
    EndpointEnabled = "endpoint.enabled", "A webhook endpoint was switched on again.";
}

impl EventKind {
    /// The word before the dot: what kind of thing the event is about.
    pub fn family(self) -> &'static str {
        let word = self.as_str();
        word.split_once('.').map_or(word, |(family, _)| family)
    }
}

/// Most entries of a filter.
pub const MAX_PATTERNS: usize = 50;

/// One entry of a filter: an event's word, or a family as in `request.*`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventPattern {
    /// Exactly this kind.
    Kind(EventKind),
    /// Every kind of the family, those of later versions included.
    Family(&'static str),
}

/// A filter that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventFilterProblem {
    /// An entry is neither the word of an event nor a family followed by `.*`.
    #[error("not an event or a family of events such as `request.*`")]
    UnknownEvent,
    /// The list is too long.
    #[error("a filter has at most {MAX_PATTERNS} entries")]
    TooMany,
}

impl std::str::FromStr for EventPattern {
    type Err = EventFilterProblem;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = match text.strip_suffix(".*") {
            Some(family) => EventKind::ALL.iter().map(|kind| kind.family()).find(|f| *f == family).map(Self::Family),
            None => text.parse().ok().map(Self::Kind),
        };
        found.ok_or(EventFilterProblem::UnknownEvent)
    }
}

impl std::fmt::Display for EventPattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Kind(kind) => f.write_str(kind.as_str()),
            Self::Family(family) => write!(f, "{family}.*"),
        }
    }
}

/// Which events an endpoint wants; an empty list wants all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
#[schema(value_type = Vec<String>, max_items = 50, example = json!(["request.*", "finding.recorded"]))]
pub struct EventFilter(Vec<EventPattern>);

impl TryFrom<Vec<String>> for EventFilter {
    type Error = EventFilterProblem;

    fn try_from(words: Vec<String>) -> Result<Self, Self::Error> {
        if words.len() > MAX_PATTERNS {
            return Err(EventFilterProblem::TooMany);
        }
        words.iter().map(|word| word.parse()).collect::<Result<_, _>>().map(Self)
    }
}

impl From<EventFilter> for Vec<String> {
    fn from(filter: EventFilter) -> Self {
        filter.0.iter().map(EventPattern::to_string).collect()
    }
}

impl EventFilter {
    /// Whether an event of this kind is wanted.
    pub fn wants(&self, kind: EventKind) -> bool {
        self.0.is_empty()
            || self.0.iter().any(|pattern| match pattern {
                EventPattern::Kind(wanted) => *wanted == kind,
                EventPattern::Family(family) => *family == kind.family(),
            })
    }

    /// The entries.
    pub fn patterns(&self) -> &[EventPattern] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(json: &str) -> Result<EventFilter, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn words_are_dotted_and_each_has_a_sentence() {
        for kind in EventKind::ALL {
            let (family, rest) = kind.as_str().split_once('.').expect("a dotted word");
            assert!(!rest.contains('.') && kind.family() == family, "{kind}");
            assert!(kind.as_str().chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '.'), "{kind}");
            let sentence = kind.description();
            assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{kind}");
            assert_eq!(kind.as_str().parse(), Ok(*kind));
        }
    }

    #[test]
    fn a_filter_takes_words_and_families() {
        let filter = filter(r#"["request.*","finding.recorded"]"#).expect("a filter");
        for kind in EventKind::ALL {
            let expected = kind.as_str().starts_with("request.") || *kind == EventKind::FindingRecorded;
            assert_eq!(filter.wants(*kind), expected, "{kind}");
        }
        assert_eq!(serde_json::to_string(&filter).expect("JSON"), r#"["request.*","finding.recorded"]"#);
        assert_eq!(filter.patterns().len(), 2);
    }

    #[test]
    fn an_empty_filter_wants_everything() {
        assert!(EventKind::ALL.iter().all(|kind| EventFilter::default().wants(*kind)));
    }

    #[test]
    fn what_no_event_could_match_is_refused() {
        for wrong in
            [r#"["*"]"#, r#"["request"]"#, r#"["req.*"]"#, r#"["request.filed.*"]"#, r#"["request.*.*"]"#, r#"[""]"#]
        {
            assert!(filter(wrong).is_err(), "{wrong}");
        }
        let many = |count| serde_json::to_string(&vec!["request.*"; count]).expect("JSON");
        assert!(filter(&many(MAX_PATTERNS)).is_ok());
        assert!(filter(&many(MAX_PATTERNS + 1)).is_err());
    }
}
