//! Infringement points found in what happened to a request. They are what a complaint is made of (C-5).
//!
//! Each code stands for one rule and, in each legal order, for the provision behind it, with a severity that helps to choose what
//! to complain about. A finding says when and with which dates and numbers; it holds no personal data.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::legal_order::LegalOrder;

/// Declares the table of codes: what it is, variant, word, rule, severity, and the provisions in the law of the Union, of the
/// United Kingdom and of Switzerland (`; ` between several; empty where that law has no such duty).
macro_rules! findings {
    ($( #[doc = $doc:literal] $variant:ident = $word:literal, $rule:literal, $severity:literal, $articles:expr; )+) => {
        text_enum! {
            /// What was infringed.
            pub enum FindingCode { $( #[doc = $doc] $variant = $word ),+ }
        }

        impl FindingCode {
            /// The rule of the legal specification.
            pub const fn rule(self) -> &'static str { match self { $( Self::$variant => $rule ),+ } }

            /// The provisions by legal order: of the Union, of the United Kingdom, of Switzerland.
            const fn articles(self) -> [&'static str; 3] { match self { $( Self::$variant => $articles ),+ } }

            /// From 1 (minor) to 5 (grave).
            pub const fn severity(self) -> u8 { match self { $( Self::$variant => $severity ),+ } }
        }
    };
}

impl FindingCode {
    /// The provision infringed under the law of a legal order. None where that law has no such duty: then it is no point.
    pub fn article(self, order: LegalOrder) -> Option<&'static str> {
        let [gdpr, uk_gdpr, fadp] = self.articles();
        let article = match order {
            LegalOrder::Gdpr => gdpr,
            LegalOrder::UkGdpr => uk_gdpr,
            LegalOrder::Fadp => fadp,
        };
        (!article.is_empty()).then_some(article)
    }

    /// As it is cited under the law of a legal order. A point that this law does not know is cited by one that does.
    pub fn provision(self, order: LegalOrder) -> &'static str {
        let known = || LegalOrder::ALL.iter().find_map(|other| self.article(*other));
        self.article(order).or_else(known).unwrap_or_default()
    }
}

findings! {
    // Time.
    /// No answer and no valid extension by the first deadline.
    SilentFirstDeadline = "silent_first_deadline", "D-11", 5, ["GDPR Art. 12(3)", "UK GDPR Art. 12(3); UK GDPR Art. 12A(1)", "FADP Art. 25(7)"];
    /// No answer by the end of the extended period.
    SilentFinalDeadline = "silent_final_deadline", "D-11", 5, ["GDPR Art. 12(3)", "UK GDPR Art. 12(3); UK GDPR Art. 12A(3)", "FADP Art. 25(7)"];
    /// The answer came after its deadline.
    Late = "late", "D-1", 3, ["GDPR Art. 12(3)", "UK GDPR Art. 12(3); UK GDPR Art. 12A(1)", "FADP Art. 25(7)"];
    /// The refusal came after the first deadline.
    RefusalLate = "refusal_late", "E-10", 3, ["GDPR Art. 12(4)", "UK GDPR Art. 12(4)", "FADP Art. 25(7)"];
    // Extension.
    /// The extension was announced after the first deadline.
    ExtensionLate = "extension_late", "E-5", 3, ["GDPR Art. 12(3)", "UK GDPR Art. 12A(4)", "DPO Art. 18(2)"];
    /// The extension was announced without reasons.
    ExtensionWithoutReasons = "extension_without_reasons", "E-5", 3, ["GDPR Art. 12(3)", "UK GDPR Art. 12A(4)", ""];
    /// A second extension was announced.
    ExtensionRepeated = "extension_repeated", "E-1", 3, ["GDPR Art. 12(3)", "UK GDPR Art. 12A(3)", "DPO Art. 18(2)"];
    /// An extension of more than two months was announced.
    ExtensionTooLong = "extension_too_long", "E-1", 3, ["GDPR Art. 12(3)", "UK GDPR Art. 12A(3)", ""];
    /// The grounds given do not allow an extension by themselves.
    ExtensionGroundInvalid = "extension_ground_invalid", "E-7", 2, ["GDPR Art. 12(3)", "UK GDPR Art. 12A(3)", ""];
    // Suspension.
    /// The controller asked back too late to stop the clock.
    QuestionNotPrompt = "question_not_prompt", "S-4", 2, ["GDPR Art. 12(2); GDPR Art. 12(6)", "UK GDPR Art. 12(2); UK GDPR Art. 12(6)", "DPO Art. 16(5)"];
    /// The controller asked for more proof of identity than it needs.
    DisproportionateIdentityDemand = "disproportionate_identity_demand", "S-7", 3, ["GDPR Art. 12(6); GDPR Art. 5(1)(c)", "UK GDPR Art. 12(6); UK GDPR Art. 5(1)(c)", "DPO Art. 16(5); FADP Art. 6(2)"];
    /// The controller asked to narrow the request without processing a large quantity of data.
    ScopeQuestionWithoutNeed = "scope_question_without_need", "S-2", 2, ["GDPR recital 63", "UK GDPR Art. 12A(5)", "FADP Art. 25(1)"];
    // Refusal.
    /// The refusal gives no reasons.
    NoReasons = "no_reasons", "A-2", 4, ["GDPR Art. 12(4)", "UK GDPR Art. 12(4)", "FADP Art. 26(4)"];
    /// The refusal does not mention the right to complain to an authority.
    NoComplaintInformation = "no_complaint_information", "A-2", 2, ["GDPR Art. 12(4)", "UK GDPR Art. 12(4)", ""];
    /// The refusal does not mention the right to a court remedy.
    NoCourtInformation = "no_court_information", "A-2", 2, ["GDPR Art. 12(4)", "UK GDPR Art. 12(4)", ""];
    /// The request is called manifestly unfounded or excessive without proof, which is the controller's to give.
    AbuseNotShown = "abuse_not_shown", "A-12", 4, ["GDPR Art. 12(5)", "UK GDPR Art. 12(5)", "FADP Art. 26(1)(c)"];
    /// The ground named does not exist for this right.
    GroundNotAvailable = "ground_not_available", "R-2", 4, ["GDPR Art. 15 to 22", "UK GDPR Art. 15 to 22D", "FADP Art. 26; FADP Art. 32"];
    /// An objection to marketing was refused.
    AbsoluteRightRefused = "absolute_right_refused", "R-2", 5, ["GDPR Art. 21(3)", "UK GDPR Art. 21(3)", "FADP Art. 30(2)(b)"];
    /// Safeguards against an automated decision were refused in a case in which they are due.
    SafeguardsRefused = "safeguards_refused", "R-2", 4, ["GDPR Art. 22(3)", "UK GDPR Art. 22C", "FADP Art. 21(2)"];
    /// The controller does not show that it cannot identify the person.
    IdentificationNotDemonstrated = "identification_not_demonstrated", "A-7", 3, ["GDPR Art. 11(2); GDPR Art. 12(2)", "UK GDPR Art. 11(2); UK GDPR Art. 12(2)", "DPO Art. 16(5)"];
    // Content.
    /// Something that was asked for is missing from the answer.
    ItemsMissing = "items_missing", "A-11", 4, ["GDPR Art. 15(1)", "UK GDPR Art. 15(1)", "FADP Art. 25(2)"];
    /// A copy was asked for and is not among what the controller says it gives.
    CopyMissing = "copy_missing", "A-11", 4, ["GDPR Art. 15(3)", "UK GDPR Art. 15(3)", "FADP Art. 25(2)(b)"];
    /// The answer came on paper although an electronic form was asked for.
    PaperInsteadOfElectronic = "paper_instead_of_electronic", "A-8", 2, ["GDPR Art. 12(3); GDPR Art. 15(3)", "UK GDPR Art. 12(3); UK GDPR Art. 15(3)", ""];
    /// The file is not structured, commonly used and machine-readable.
    FormatNotPortable = "format_not_portable", "A-8", 3, ["GDPR Art. 20(1)", "UK GDPR Art. 20(1)", "FADP Art. 28(1)"];
    /// The controller says that it did not tell the recipients.
    RecipientsNotTold = "recipients_not_told", "A-10", 3, ["GDPR Art. 19", "UK GDPR Art. 19", "FADP Art. 32(4)"];
    /// Large parts are made illegible, and the answer calls itself full.
    RedactionCalledFull = "redaction_called_full", "A-3", 4,
        ["GDPR Art. 12(4); GDPR Art. 15(4)", "UK GDPR Art. 12(4); UK GDPR Art. 15(4)", "FADP Art. 26(4)"];
    /// Data that had been made public were erased without telling the other controllers that process them.
    PublicDataNotFollowed = "public_data_not_followed", "R-2", 3, ["GDPR Art. 17(2)", "UK GDPR Art. 17(2)", ""];
    /// A direct transfer that is feasible was refused.
    DirectTransferRefused = "direct_transfer_refused", "R-2", 3, ["GDPR Art. 20(2)", "UK GDPR Art. 20(2)", "FADP Art. 28(2)"];
    // Judgment.
    /// The person, or the organisation for the person, finds that the answer does not give what was asked for.
    AnswerContested = "answer_contested", "A-11", 4,
        ["GDPR Art. 15 to 22", "UK GDPR Art. 15 to 22D", "FADP Art. 25; FADP Art. 32"];
    // Complaint to the controller.
    /// The controller did not acknowledge a complaint in time.
    ComplaintNotAcknowledged = "complaint_not_acknowledged", "U-6", 3, ["", "DPA 2018 § 164A", ""];
    // Money.
    /// A fee was demanded.
    FeeDemanded = "fee_demanded", "A-5", 3, ["GDPR Art. 12(5)", "UK GDPR Art. 12(5)", "FADP Art. 25(6)"];
    /// A fee was demanded without showing that the request is unfounded or excessive.
    FeeWithoutReasons = "fee_without_reasons", "A-5", 4, ["GDPR Art. 12(5)", "UK GDPR Art. 12(5)", "FADP Art. 25(6); DPO Art. 19(1)"];
    /// A fee was demanded without warning, so that the person could not withdraw the request instead.
    FeeWithoutWarning = "fee_without_warning", "A-5", 2, ["GDPR Art. 12(5)", "UK GDPR Art. 12(5)", "DPO Art. 19(3)"];
}

/// The dates and numbers behind a finding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct FindingFacts {
    /// The date that was missed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// By how many days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_late: Option<u32>,
    /// How many months were announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u8>,
    /// Which message it is about, counted among those of its kind from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<u16>,
}

/// One infringement point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
pub struct Finding {
    /// What was infringed.
    pub code: FindingCode,
    /// When, as a local date at the controller's place.
    pub on: Date,
    /// Its dates and numbers.
    #[serde(default)]
    pub facts: FindingFacts,
}

impl Finding {
    /// A finding that its code and date explain fully.
    pub fn new(code: FindingCode, on: Date) -> Self {
        Self { code, on, facts: FindingFacts::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_rule_a_severity_and_provisions_of_the_right_acts() {
        for code in FindingCode::ALL {
            assert!(code.rule().contains('-'), "{code}");
            assert!((1..=5).contains(&code.severity()), "{code}");
            assert!(LegalOrder::ALL.iter().any(|order| code.article(*order).is_some()), "{code}");
            for (order, acts) in [
                (LegalOrder::Gdpr, &["GDPR "][..]),
                (LegalOrder::UkGdpr, &["UK GDPR ", "DPA 2018 "]),
                (LegalOrder::Fadp, &["FADP ", "DPO "]),
            ] {
                for article in code.article(order).into_iter().flat_map(|articles| articles.split("; ")) {
                    assert!(acts.iter().any(|act| article.starts_with(act)), "{code}, {order}: {article}");
                }
            }
        }
    }

    #[test]
    fn every_code_is_documented_with_its_severity() {
        let document = include_str!("../../docs/FINDINGS.md");
        for code in FindingCode::ALL {
            let cells: Vec<_> = [LegalOrder::Gdpr, LegalOrder::UkGdpr, LegalOrder::Fadp]
                .iter()
                .map(|order| code.article(*order).unwrap_or("none"))
                .collect();
            let row = format!("| `{code}` | {} | {} | {} | ", code.rule(), cells.join(" | "), code.severity());
            assert_eq!(document.matches(&row).count(), 1, "{row}");
        }
        let points = document.split("## The points").nth(1).unwrap();
        assert_eq!(points.lines().filter(|line| line.starts_with("| `")).count(), FindingCode::ALL.len());
    }

    #[test]
    fn a_finding_is_small_when_stored() {
        let finding = Finding::new(FindingCode::NoReasons, "2026-07-01".parse().unwrap());
        let text = serde_json::to_string(&finding).unwrap();
        assert_eq!(text, r#"{"code":"no_reasons","on":"2026-07-01","facts":{}}"#);
        assert_eq!(serde_json::from_str::<Finding>(r#"{"code":"no_reasons","on":"2026-07-01"}"#).unwrap(), finding);
    }
}
