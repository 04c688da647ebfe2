//! What is the same for everybody in a complaint: who complains of whom to whom, of what, and why that authority.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Passage, Span, debug_without_content};
use crate::domain::eligibility::Eligibility;
use crate::domain::finding::FindingCode;
use crate::domain::legal_order::LegalOrder;
use crate::domain::place::Place;
use crate::domain::right::Right;
use crate::domain::text_enum;
use crate::wording::Language;

/// All that the main text says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComplaintFacts {
    /// By which the organisation finds it again.
    pub reference: String,
    /// The day of the file. Everything in it stands as on that day.
    pub prepared_on: Date,
    /// The language of the file.
    pub language: Language,
    /// Who complains for the people.
    pub organisation: OrganisationFacts,
    /// Of whom.
    pub controller: ControllerFacts,
    /// To whom.
    pub authority: AuthorityFacts,
    /// Why to this authority (C-1).
    pub competence: Competence,
    /// How much it is.
    pub counts: Counts,
    /// What is alleged, gravest first.
    pub points: Vec<Point>,
    /// What happened, in the organisation's words; empty where the counts say it all.
    #[serde(default)]
    pub description: Vec<Passage>,
    /// What the organisation asks of the authority, one entry each; empty means what can always be asked.
    #[serde(default)]
    pub remedies: Vec<Passage>,
    /// What makes it complete (C-3).
    pub completeness: Completeness,
    /// Who signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatory: Option<Signatory>,
    /// The version of the rules with which deadlines were computed.
    pub rule_version: String,
    /// The versions of the calendars used, such as `FR-2026.2`.
    pub calendar_versions: Vec<String>,
}

impl ComplaintFacts {
    /// The law by which the authority acts, which the file cites.
    pub fn law(&self) -> LegalOrder {
        LegalOrder::of_requests_at(self.authority.place)
    }
}

/// The body that the people mandated (Article 80(1)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationFacts {
    /// Its name as registered.
    pub name: String,
    /// Where it is established.
    pub country: Place,
    /// Address and other contacts, one line each.
    pub contacts: Vec<String>,
    /// Its website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// What shows that it passes the four tests, and the national provision relied on (M-2, M-4).
    pub eligibility: Eligibility,
}

/// Who had to answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControllerFacts {
    /// Its name.
    pub name: String,
    /// Its postal address, one line each.
    #[serde(default)]
    pub address: Vec<String>,
    /// Where it is established.
    pub country: Place,
    /// Other contacts, one line each.
    #[serde(default)]
    pub contacts: Vec<String>,
}

/// Where the complaint is lodged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityFacts {
    /// Its name.
    pub name: String,
    /// Its country or region.
    pub place: Place,
    /// Its website, or the page where complaints are lodged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
}

/// Why this authority, in the words of whoever proposed it (C-1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Competence {
    /// The reasons, one sentence each.
    pub reasons: Vec<String>,
    /// The authority of the controller's main establishment, where it is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presumed_lead: Option<String>,
}

/// How much a complaint is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// How many people.
    pub people: u64,
    /// How many of them are represented by a parent, guardian or another representative (M-14).
    #[serde(default)]
    pub legally_represented: u64,
    /// How many requests of each right.
    pub requests: Vec<RightCount>,
    /// How many requests had no answer when the file was prepared.
    pub unanswered: u64,
    /// How many were refused, wholly or in part.
    pub refused: u64,
    /// How many were answered after their deadline.
    pub answered_late: u64,
    /// From the first to the last receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Span>,
}

impl Counts {
    /// How many requests of all rights.
    pub fn all_requests(&self) -> u64 {
        self.requests.iter().map(|one| one.requests).sum()
    }
}

/// How many requests exercise one right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightCount {
    /// Which right.
    pub right: Right,
    /// How many requests.
    pub requests: u64,
}

/// One alleged infringement, for all to whom it happened. Provision, rule and severity follow from its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// What was infringed.
    pub code: FindingCode,
    /// How many people.
    pub people: u64,
    /// How many requests.
    pub requests: u64,
    /// From the first to the last time.
    pub on: Span,
}

text_enum! {
    /// What a complaint needs to be admissible, and nothing more may be asked (C-3; Regulation (EU) 2025/2518, Article 4(1)).
    pub enum Slot {
        /// Name and contact details of the person complaining.
        Complainant = "complainant",
        /// Name, contact details and proof of proper constitution of the body.
        Representative = "representative",
        /// Proof of each person's mandate.
        Mandate = "mandate",
        /// What helps to identify the controller.
        Controller = "controller",
        /// A description of the alleged infringement.
        Infringement = "infringement",
    }
}

/// Whether one of them is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotFacts {
    /// Which.
    pub slot: Slot,
    /// For how many people it is there; the others are not part of this complaint.
    pub complete_for: u64,
}

/// What makes the complaint complete, and what its state asks beyond that.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    /// The five slots.
    pub slots: Vec<SlotFacts>,
    /// National formalities that were seen to, one sentence each: language, form, time bar, signature.
    #[serde(default)]
    pub national: Vec<String>,
}

/// Who signs for the organisation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// Name.
    pub name: String,
    /// Office: president, board, counsel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Where it is signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<String>,
}

debug_without_content!(Signatory);
