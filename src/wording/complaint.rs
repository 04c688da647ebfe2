//! What a complaint file says, phrase by phrase.
//!
//! The phrases stand in `complaint.ftl` of each language, as `complaint-` and their name here. Whoever writes the file hands in
//! facts by the names that the phrase gives to its variables; numbers choose the plural form. A phrase that cites a provision
//! chooses by `law`, the law by which the authority acts: each legal order has its own provisions, and what one has no basis for
//! is not claimed under it.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::civil::Date;

use super::Words;
use crate::domain::finding::FindingCode;
use crate::domain::legal_order::LegalOrder;
use crate::domain::place::Place;
use crate::domain::right::Right;

/// Declares the phrases with the end of the name of their message.
macro_rules! phrases {
    ($( $variant:ident = $name:literal ),+ $(,)?) => {
        /// A phrase of the complaint file, called as its message in `complaint.ftl`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Phrase { $( #[doc = concat!("`complaint-", $name, "`")] $variant ),+ }

        impl Phrase {
            /// Every phrase, in the order of the files.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The name of its message.
            pub const fn message(self) -> &'static str {
                match self { $( Self::$variant => concat!("complaint-", $name) ),+ }
            }
        }
    };
}

phrases! {
    Page = "page",
    Title = "title",
    Basis = "basis",
    Named = "named",
    Version = "version",
    To = "to",
    By = "by",
    For = "for",
    Against = "against",
    Reference = "reference",
    Date = "date",
    Persons = "persons",
    Contents = "contents",
    Summary = "summary",
    SummaryWho = "summary-who",
    SummaryPoints = "summary-points",
    SummaryAnnexes = "summary-annexes",
    Parties = "parties",
    Represented = "represented",
    RepresentedText = "represented-text",
    Minors = "minors",
    Organisation = "organisation",
    Controller = "controller",
    Authority = "authority",
    Name = "name",
    Seat = "seat",
    Place = "place",
    Address = "address",
    Contacts = "contacts",
    Website = "website",
    Standing = "standing",
    StandingText = "standing-text",
    Condition = "condition",
    Evidence = "evidence",
    Dated = "dated",
    Test = "test",
    ValidUntil = "valid-until",
    NoEvidence = "no-evidence",
    Constituted = "constituted",
    NationalBasis = "national-basis",
    MandatesText = "mandates-text",
    Competence = "competence",
    PresumedLead = "presumed-lead",
    Facts = "facts",
    PriorRequests = "prior-requests",
    Right = "right",
    Provision = "provision",
    Requests = "requests",
    People = "people",
    RightName = "right-name",
    Total = "total",
    StandingOn = "standing-on",
    ReceivedBetween = "received-between",
    Span = "span",
    Unanswered = "unanswered",
    Refused = "refused",
    AnsweredLate = "answered-late",
    Clocks = "clocks",
    Infringements = "infringements",
    Infringement = "infringement",
    Number = "number",
    FirstLast = "first-last",
    RuleSeverity = "rule-severity",
    PointsText = "points-text",
    NoProvision = "no-provision",
    Law = "law",
    Duty = "duty",
    Remedies = "remedies",
    RemediesText = "remedies-text",
    Remedy = "remedy",
    Completeness = "completeness",
    CompletenessText = "completeness-text",
    Requirement = "requirement",
    Where = "where",
    CompleteFor = "complete-for",
    Slot = "slot",
    SlotPlace = "slot-place",
    National = "national",
    NationalLanguage = "national-language",
    Confidential = "confidential",
    ConfidentialFull = "confidential-full",
    ConfidentialRemoved = "confidential-removed",
    Part = "part",
    Reason = "reason",
    PartPersons = "part-persons",
    ReasonPersons = "reason-persons",
    Passage = "passage",
    Annexes = "annexes",
    AnnexesText = "annexes-text",
    Annex = "annex",
    Content = "content",
    AnnexContent = "annex-content",
    RegisterVolumes = "register-volumes",
    MachineReadable = "machine-readable",
    Manifest = "manifest",
    Signed = "signed",
    SignedOn = "signed-on",
    SignedFor = "signed-for",
    AnnexesOf = "annexes-of",
    AnnexTitle = "annex-title",
    Identity = "identity",
    PersonName = "person-name",
    Contact = "contact",
    Identifier = "identifier",
    Identifiers = "identifiers",
    Mandate = "mandate",
    Credential = "credential",
    SignedDate = "signed-date",
    ValidFrom = "valid-from",
    ValidTo = "valid-to",
    NoEnd = "no-end",
    RightsGranted = "rights-granted",
    ActsGranted = "acts-granted",
    Act = "act",
    Scope = "scope",
    GivenAs = "given-as",
    EvidenceKind = "evidence-kind",
    Document = "document",
    Hash = "hash",
    ByRepresentative = "by-representative",
    Request = "request",
    Filed = "filed",
    Sent = "sent",
    NotSent = "not-sent",
    Received = "received",
    NotReceived = "not-received",
    Receipt = "receipt",
    ReceiptKind = "receipt-kind",
    Asked = "asked",
    Deadline = "deadline",
    NoDeadline = "no-deadline",
    Step = "step",
    Rule = "rule",
    Editions = "editions",
    Answers = "answers",
    Silence = "silence",
    Response = "response",
    Via = "via",
    ViaName = "via-name",
    Late = "late",
    Lateness = "lateness",
    Says = "says",
    Files = "files",
    File = "file",
    Pages = "pages",
    Findings = "findings",
    NoFindings = "no-findings",
    Withheld = "withheld",
    Marked = "marked",
    WithheldBecause = "withheld-because",
    Register = "register",
    Volume = "volume",
    RegisterText = "register-text",
    Size = "size",
}

/// One fact that a phrase is told.
#[derive(Debug, Clone)]
pub enum Told<'f> {
    /// A text, or the word that chooses among variants.
    Text(Cow<'f, str>),
    /// A number, which chooses the plural form.
    Number(u64),
}

impl<'f> From<&'f str> for Told<'f> {
    fn from(text: &'f str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Told<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u64> for Told<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Told<'_> {
    fn from(number: u32) -> Self {
        Self::Number(u64::from(number))
    }
}

impl From<LegalOrder> for Told<'_> {
    fn from(law: LegalOrder) -> Self {
        Self::Text(Cow::Borrowed(law.as_str()))
    }
}

impl From<Date> for Told<'_> {
    fn from(day: Date) -> Self {
        Self::Text(Cow::Owned(day.to_string()))
    }
}

impl Words {
    /// Says a phrase without facts.
    pub fn label(&self, phrase: Phrase) -> String {
        self.phrase(phrase, [])
    }

    /// Says a phrase that cites no law, with its facts by name.
    pub fn phrase<'f, const N: usize>(&self, phrase: Phrase, told: [(&'static str, Told<'f>); N]) -> String {
        self.tell(phrase, told)
    }

    /// Says a phrase as it is said under a law, with its other facts by name.
    pub fn phrase_under<'f, const N: usize>(
        &self,
        law: LegalOrder,
        phrase: Phrase,
        told: [(&'static str, Told<'f>); N],
    ) -> String {
        self.tell(phrase, told.into_iter().chain([("law", law.into())]))
    }

    fn tell<'f>(&self, phrase: Phrase, told: impl IntoIterator<Item = (&'static str, Told<'f>)>) -> String {
        let mut facts = FluentArgs::new();
        for (name, fact) in told {
            match fact {
                Told::Text(text) => facts.set(name, FluentValue::String(text)),
                Told::Number(number) => facts.set(name, number),
            }
        }
        self.sentence(phrase.message(), &facts)
    }

    /// What a finding is called, in a few words.
    pub fn finding_title(&self, code: FindingCode) -> String {
        self.attribute(&format!("finding-{code}"), "title", &FluentArgs::new())
    }

    /// The provisions that a finding is about under a law, as this language cites them; or that this law has none, where an
    /// authority is told of something that only another law regulates.
    pub fn finding_provisions(&self, code: FindingCode, law: LegalOrder) -> String {
        code.article(law).map_or_else(|| self.label(Phrase::NoProvision), |article| self.citations(article))
    }

    /// The provision that gives a right under a law, as this language cites it.
    pub fn right_provision(&self, right: Right, law: LegalOrder) -> String {
        self.citations(right.provision(law))
    }

    /// The name of a place.
    pub fn place(&self, place: Place) -> String {
        super::names::place(self.names(), &place.to_string()).unwrap_or_else(|| place.to_string())
    }

    /// A day, as this language writes it.
    pub fn day(&self, day: Date) -> String {
        super::days::date(self.names(), &day.to_string()).unwrap_or_else(|| day.to_string())
    }

    /// A number, with its digits in groups of three as this language parts them.
    pub fn count(&self, number: u64) -> String {
        super::numbers::grouped(self.language(), number)
    }
}
