//! What is of one person: who it is, the mandate, each request with its clock, and what came back.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{FileFacts, Passage, debug_without_content};
use crate::domain::controller::IdentityElement;
use crate::domain::deadline::{Deadline, ReceiptKind};
use crate::domain::finding::Finding;
use crate::domain::mandate::{ComplaintAct, EvidenceKind};
use crate::domain::place::Place;
use crate::domain::response::{ResponseKind, Via};
use crate::domain::right::Right;
use crate::domain::text_enum;

/// All that the three annexes of one person say.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFacts {
    /// By which the person is called everywhere but in the annexes: `P-00001`.
    pub reference: String,
    /// Name.
    pub name: String,
    /// How the person can be reached, directly or through the organisation.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// By what the controller knows the person.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// The power given.
    pub mandate: MandateFacts,
    /// What was asked of the controller, first request first.
    pub requests: Vec<RequestFacts>,
}

text_enum! {
    /// A way to reach a person.
    pub enum ContactKind {
        /// Postal address.
        Address = "address",
        /// E-mail address.
        Email = "email",
        /// Telephone number.
        Phone = "phone",
    }
}

/// One way to reach a person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Which way.
    pub kind: ContactKind,
    /// The address or number.
    pub value: String,
}

/// Something by which the controller knows the person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifier {
    /// What it is.
    pub element: IdentityElement,
    /// Its value.
    pub value: String,
}

/// The power that the person gave (M-1, M-3).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandateFacts {
    /// Under which it can be verified.
    pub credential: String,
    /// When it was signed.
    pub signed_on: Date,
    /// First day of validity.
    pub valid_from: Date,
    /// Last day of validity; none when it has no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// Which rights it lets the organisation exercise.
    #[serde(default)]
    pub rights: Vec<Right>,
    /// What it lets the organisation do about a complaint.
    pub complaint_acts: Vec<ComplaintAct>,
    /// Its scope or purpose, as the document says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// How it was given.
    pub evidence: EvidenceKind,
    /// The document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<FileFacts>,
    /// SHA-256 of the document where only that is kept, 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_sha256: Option<String>,
    /// Whether a parent, guardian or another representative gave it for the person (M-14).
    #[serde(default)]
    pub by_legal_representative: bool,
}

/// One request, with its clock and all that came back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestFacts {
    /// Under which the controller knows it.
    pub reference: String,
    /// The right exercised.
    pub right: Right,
    /// What was asked, in words.
    pub asked: Vec<Passage>,
    /// The controller's place, whose calendar counts.
    pub place: Place,
    /// When it was filed here.
    pub filed_on: Date,
    /// When it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_on: Option<Date>,
    /// When it reached the controller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptFacts>,
    /// The legal dates, with every step to them (D-15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// What the controller sent, first message first. Empty means silence.
    #[serde(default)]
    pub responses: Vec<ResponseFacts>,
    /// What was found in all this (C-5).
    pub findings: Vec<Finding>,
}

/// Proof that a request arrived (D-12).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptFacts {
    /// The local day of arrival.
    pub on: Date,
    /// How it is proven.
    pub kind: ReceiptKind,
    /// The document, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<FileFacts>,
}

/// One message of the controller.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseFacts {
    /// What kind of message.
    pub kind: ResponseKind,
    /// The local day on which it came.
    pub on: Date,
    /// How it came.
    pub via: Via,
    /// By how many days after the final deadline, where it was too late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_late: Option<u32>,
    /// What it says.
    #[serde(default)]
    pub content: Vec<Passage>,
    /// The files that came with it.
    #[serde(default)]
    pub files: Vec<FileFacts>,
}

impl PersonFacts {
    /// Every file of this person that is evidence, in the order in which the annexes name them.
    pub fn files(&self) -> impl Iterator<Item = &FileFacts> {
        self.mandate.document.iter().chain(self.requests.iter().flat_map(RequestFacts::files))
    }
}

impl RequestFacts {
    fn files(&self) -> impl Iterator<Item = &FileFacts> {
        let receipt = self.receipt.iter().filter_map(|receipt| receipt.document.as_ref());
        receipt.chain(self.responses.iter().flat_map(|response| &response.files))
    }
}

debug_without_content!(PersonFacts, Contact, Identifier, MandateFacts, RequestFacts, ReceiptFacts, ResponseFacts);
