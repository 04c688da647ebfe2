//! What one recipient sees of the facts. Everything that leaves (annexes, main text, JSON) is made from a view, and a view
//! holds a value only where the recipient's field list has it (Z-9) and no confidentiality mark keeps it back (C-6).
//!
//! What is kept back leaves a mark: what it was, and why it is not there.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::facts::{
    ComplaintFacts, Contact, FileFacts, Identifier, MandateFacts, Passage, PersonFacts, RequestFacts, ResponseFacts,
};
use super::recipients::Field;
use crate::domain::deadline::{Deadline, ReceiptKind};
use crate::domain::finding::{Finding, FindingCode};
use crate::domain::mandate::{ComplaintAct, EvidenceKind};
use crate::domain::place::Place;
use crate::domain::recipient::Recipient;
use crate::domain::response::{ResponseKind, Via};
use crate::domain::right::Right;
use crate::domain::text_enum;

text_enum! {
    /// Which of the two versions of a file (C-6).
    pub enum Version {
        /// Everything, for the authority.
        Full = "full",
        /// Without what is confidential, for the other parties.
        NonConfidential = "non_confidential",
    }
}

impl Version {
    /// Whose field list decides what it holds.
    pub const fn recipient(self) -> Recipient {
        match self {
            Self::Full => Recipient::Authority,
            Self::NonConfidential => Recipient::Controller,
        }
    }
}

/// Why something is kept back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why<'f> {
    /// The recipient does not need it (Z-9).
    NotNeeded,
    /// The organisation marked it, with this reason (C-6).
    Confidential {
        /// The reason, which everybody may read.
        reason: &'f str,
    },
}

/// A value, or the mark that stands for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<'f, T> {
    /// The recipient sees it.
    Given(T),
    /// The recipient does not see it.
    Withheld(Field, Why<'f>),
}

impl<'f, T> Shown<'f, T> {
    /// The same without the value, to tell the mark alone.
    pub fn mark(&self) -> Shown<'f, ()> {
        match self {
            Self::Given(_) => Shown::Given(()),
            Self::Withheld(field, why) => Shown::Withheld(*field, *why),
        }
    }
}

impl<T: Copy> Shown<'_, T> {
    /// The value, where the recipient sees it.
    pub fn given(&self) -> Option<T> {
        match self {
            Self::Given(value) => Some(*value),
            Self::Withheld(..) => None,
        }
    }
}

#[derive(Serialize)]
struct Mark<'f> {
    withheld: Field,
    #[serde(flatten)]
    why: Why<'f>,
}

impl<T: Serialize> Serialize for Shown<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Given(value) => value.serialize(serializer),
            Self::Withheld(field, why) => Mark { withheld: *field, why: *why }.serialize(serializer),
        }
    }
}

/// A passage that the recipient sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Said<'f> {
    /// The text.
    pub text: &'f str,
    /// Why the organisation marked it as confidential, where it did (C-6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidential: Option<&'f str>,
}

/// A passage as the recipient sees it.
pub type Text<'f> = Shown<'f, Said<'f>>;

/// What a recipient sees of one person.
#[derive(Serialize)]
pub struct PersonView<'f> {
    /// The pseudonymous reference.
    pub reference: Shown<'f, &'f str>,
    /// The name.
    pub name: Shown<'f, &'f str>,
    /// How the person can be reached.
    pub contacts: Shown<'f, &'f [Contact]>,
    /// By what the controller knows the person.
    pub identifiers: Shown<'f, &'f [Identifier]>,
    /// The power given.
    pub mandate: MandateView<'f>,
    /// What was asked, first request first.
    pub requests: Vec<RequestView<'f>>,
}

/// What a recipient sees of a mandate.
#[derive(Serialize)]
pub struct MandateView<'f> {
    /// Under which it can be verified.
    pub credential: Shown<'f, &'f str>,
    /// When, how and what for it was given.
    pub given: Shown<'f, GivenMandate<'f>>,
    /// Its scope and purpose in words.
    pub scope: Shown<'f, Option<&'f str>>,
    /// Its document.
    pub document: Shown<'f, MandateDocument<'f>>,
}

/// When and how a mandate was given, and what for.
#[derive(Serialize)]
pub struct GivenMandate<'f> {
    /// When it was signed.
    pub signed_on: Date,
    /// First day of validity.
    pub valid_from: Date,
    /// Last day of validity; none when it has no end.
    pub valid_until: Option<Date>,
    /// Rights that it covers.
    pub rights: &'f [Right],
    /// Acts about a complaint that it covers.
    pub complaint_acts: &'f [ComplaintAct],
    /// How it was given.
    pub evidence: EvidenceKind,
    /// Whether a legal representative gave it (M-14).
    pub by_legal_representative: bool,
}

/// The document of a mandate.
#[derive(Serialize)]
pub struct MandateDocument<'f> {
    /// The file, where it is kept.
    pub file: Option<&'f FileFacts>,
    /// Its SHA-256, where only that is kept.
    pub sha256: Option<&'f str>,
}

/// What a recipient sees of a request.
#[derive(Serialize)]
pub struct RequestView<'f> {
    /// Under which the controller knows it.
    pub reference: Shown<'f, &'f str>,
    /// The right exercised.
    pub right: Shown<'f, Right>,
    /// What was asked, in words.
    pub asked: Vec<Text<'f>>,
    /// Its days and its deadline.
    pub clock: Shown<'f, Clock<'f>>,
    /// The proof of receipt.
    pub receipt_document: Shown<'f, Option<&'f FileFacts>>,
    /// What the controller sent, first message first.
    pub responses: Vec<ResponseView<'f>>,
    /// What was found.
    pub findings: Shown<'f, Findings<'f>>,
}

/// When a request went its way, and when it was to be answered.
#[derive(Serialize)]
pub struct Clock<'f> {
    /// The controller's place, whose calendar counts.
    pub place: Place,
    /// When it was filed.
    pub filed_on: Date,
    /// When it was sent.
    pub sent_on: Option<Date>,
    /// When it arrived.
    pub received_on: Option<Date>,
    /// How that is proven.
    pub receipt_kind: Option<ReceiptKind>,
    /// The legal dates, with every step to them.
    pub deadline: Option<&'f Deadline>,
}

/// What was found: with days and figures, or which kinds alone.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Findings<'f> {
    /// Each with its day and its figures.
    Full(&'f [Finding]),
    /// Which kinds alone.
    Codes(Vec<FindingCode>),
}

/// What a recipient sees of a message of the controller.
#[derive(Serialize)]
pub struct ResponseView<'f> {
    /// What kind of message.
    pub kind: Shown<'f, ResponseKind>,
    /// By how many days it was late, if it was.
    pub days_late: Shown<'f, Option<u32>>,
    /// When and how it came.
    pub came: Shown<'f, Came>,
    /// What it says.
    pub content: Vec<Text<'f>>,
    /// The files that came with it.
    pub files: Shown<'f, &'f [FileFacts]>,
}

/// When and how a message came.
#[derive(Serialize)]
pub struct Came {
    /// The local day.
    pub on: Date,
    /// The way.
    pub via: Via,
}

/// What this recipient sees of a person.
pub fn person(facts: &PersonFacts, recipient: Recipient) -> PersonView<'_> {
    let eye = Eye(recipient);
    PersonView {
        reference: eye.sees(Field::Reference, facts.reference.as_str()),
        name: eye.sees(Field::Name, facts.name.as_str()),
        contacts: eye.sees(Field::Contacts, facts.contacts.as_slice()),
        identifiers: eye.sees(Field::Identifiers, facts.identifiers.as_slice()),
        mandate: eye.mandate(&facts.mandate),
        requests: facts.requests.iter().map(|request| eye.request(request)).collect(),
    }
}

/// What this recipient sees of passages that are of no person.
pub fn passages(passages: &[Passage], recipient: Recipient) -> Vec<Text<'_>> {
    passages.iter().map(|passage| Eye(recipient).passage(passage)).collect()
}

/// The facts of the whole complaint, as JSON, as this version shows them.
///
/// # Errors
/// A fact that JSON cannot hold.
pub fn complaint(facts: &ComplaintFacts, version: Version) -> Result<serde_json::Value, serde_json::Error> {
    let recipient = version.recipient();
    let open = ComplaintFacts { description: Vec::new(), remedies: Vec::new(), ..facts.clone() };
    let mut value = serde_json::to_value(open)?;
    value["description"] = serde_json::to_value(passages(&facts.description, recipient))?;
    value["remedies"] = serde_json::to_value(passages(&facts.remedies, recipient))?;
    Ok(value)
}

/// Looks at facts for one recipient.
#[derive(Clone, Copy)]
struct Eye(Recipient);

impl Eye {
    fn sees<'f, T>(self, field: Field, value: T) -> Shown<'f, T> {
        if self.0.may_see(field) { Shown::Given(value) } else { Shown::Withheld(field, Why::NotNeeded) }
    }

    fn passage(self, passage: &Passage) -> Text<'_> {
        match &passage.confidential {
            Some(reason) if !self.0.may_see(Field::Confidential) => {
                Shown::Withheld(Field::Confidential, Why::Confidential { reason })
            }
            reason => Shown::Given(Said { text: &passage.text, confidential: reason.as_deref() }),
        }
    }

    /// Passages of a field: one mark for all of them where the recipient may not see the field at all.
    fn passages_of(self, field: Field, passages: &[Passage]) -> Vec<Text<'_>> {
        if passages.is_empty() || self.0.may_see(field) {
            return passages.iter().map(|passage| self.passage(passage)).collect();
        }
        vec![Shown::Withheld(field, Why::NotNeeded)]
    }

    fn mandate(self, facts: &MandateFacts) -> MandateView<'_> {
        let given = GivenMandate {
            signed_on: facts.signed_on,
            valid_from: facts.valid_from,
            valid_until: facts.valid_until,
            rights: &facts.rights,
            complaint_acts: &facts.complaint_acts,
            evidence: facts.evidence,
            by_legal_representative: facts.by_legal_representative,
        };
        let document = MandateDocument { file: facts.document.as_ref(), sha256: facts.document_sha256.as_deref() };
        MandateView {
            credential: self.sees(Field::Credential, facts.credential.as_str()),
            given: self.sees(Field::Mandate, given),
            scope: self.sees(Field::MandateScope, facts.scope.as_deref()),
            document: self.sees(Field::MandateDocument, document),
        }
    }

    fn request(self, facts: &RequestFacts) -> RequestView<'_> {
        let clock = Clock {
            place: facts.place,
            filed_on: facts.filed_on,
            sent_on: facts.sent_on,
            received_on: facts.receipt.as_ref().map(|receipt| receipt.on),
            receipt_kind: facts.receipt.as_ref().map(|receipt| receipt.kind),
            deadline: facts.deadline.as_ref(),
        };
        let receipt_document = facts.receipt.as_ref().and_then(|receipt| receipt.document.as_ref());
        let findings = if self.0.may_see(Field::Clock) {
            Findings::Full(&facts.findings)
        } else {
            Findings::Codes(facts.findings.iter().map(|finding| finding.code).collect())
        };
        RequestView {
            reference: self.sees(Field::RequestReference, facts.reference.as_str()),
            right: self.sees(Field::Right, facts.right),
            asked: self.passages_of(Field::Asked, &facts.asked),
            clock: self.sees(Field::Clock, clock),
            receipt_document: self.sees(Field::Files, receipt_document),
            responses: facts.responses.iter().map(|response| self.response(response)).collect(),
            findings: self.sees(Field::Findings, findings),
        }
    }

    fn response(self, facts: &ResponseFacts) -> ResponseView<'_> {
        ResponseView {
            kind: self.sees(Field::Responses, facts.kind),
            days_late: self.sees(Field::Responses, facts.days_late),
            came: self.sees(Field::ResponseDates, Came { on: facts.on, via: facts.via }),
            content: self.passages_of(Field::ResponseContent, &facts.content),
            files: self.sees(Field::Files, facts.files.as_slice()),
        }
    }
}
