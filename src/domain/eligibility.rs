//! Whether an organisation may use complaint mandates (Article 80(1), rules M-2 to M-5).
//!
//! A body that fails a test may still file requests; only complaints are closed to it (M-5).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::legal_order::LegalOrder;
use super::place::Place;

text_enum! {
    /// The four tests of Article 80(1) (M-2).
    pub enum EligibilityTest {
        /// It is a not-for-profit body, organisation or association.
        NotForProfit = "not_for_profit",
        /// It is properly constituted under the law of a Member State.
        ProperlyConstituted = "properly_constituted",
        /// Its statutory aims are in the public interest.
        PublicInterestAims = "public_interest_aims",
        /// It is active in protecting people's rights regarding their data.
        ActiveInDataProtection = "active_in_data_protection",
    }
}

/// What shows that a test is passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TestEvidence {
    /// Which document shows it: statutes, register entry, activity report.
    #[schema(min_length = 1, max_length = 500)]
    pub document: String,
    /// SHA-256 of that document, 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: Option<String>,
    /// Date of the evidence.
    pub dated: Date,
    /// Last day on which it may be relied on, where there is one (an approval of five years, for example).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
}

/// The evidence an organisation has recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Eligibility {
    /// Evidence for the first test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_for_profit: Option<TestEvidence>,
    /// Evidence for the second test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properly_constituted: Option<TestEvidence>,
    /// Evidence for the third test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_interest_aims: Option<TestEvidence>,
    /// Evidence for the fourth test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active_in_data_protection: Option<TestEvidence>,
    /// Under whose law it is constituted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constituted_in: Option<Place>,
    /// The national provision relied on, where one names bodies of this kind (M-4).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500)]
    pub national_basis: Option<String>,
}

impl Eligibility {
    /// The evidence for one test.
    pub const fn evidence(&self, test: EligibilityTest) -> Option<&TestEvidence> {
        match test {
            EligibilityTest::NotForProfit => self.not_for_profit.as_ref(),
            EligibilityTest::ProperlyConstituted => self.properly_constituted.as_ref(),
            EligibilityTest::PublicInterestAims => self.public_interest_aims.as_ref(),
            EligibilityTest::ActiveInDataProtection => self.active_in_data_protection.as_ref(),
        }
    }

    /// The national provision relied on, as far as it can count under a law: those of the states of the Union say which bodies
    /// Article 80(1) means there; under another law only a provision of its own counts, on which a body constituted under it
    /// relies (M-4, J-CH).
    pub fn basis_under(&self, law: LegalOrder) -> Option<&str> {
        let is_at_home = self.constituted_in.and_then(LegalOrder::of) == Some(law);
        self.national_basis.as_deref().filter(|_| law == LegalOrder::Gdpr || is_at_home)
    }

    /// Whether the organisation may use complaint mandates on a day.
    ///
    /// # Errors
    /// The tests for which there is no evidence that counts on that day. They close complaints only, never requests (M-5).
    pub fn may_complain(&self, on: Date) -> Result<(), Vec<EligibilityTest>> {
        let counts = |evidence: &TestEvidence| {
            !evidence.document.trim().is_empty()
                && evidence.dated <= on
                && evidence.valid_until.is_none_or(|last| on <= last)
        };
        let failed: Vec<_> =
            EligibilityTest::ALL.iter().copied().filter(|test| !self.evidence(*test).is_some_and(counts)).collect();
        if failed.is_empty() { Ok(()) } else { Err(failed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence() -> Option<TestEvidence> {
        Some(TestEvidence {
            document: "statutes".into(),
            sha256: None,
            dated: "2020-05-01".parse().unwrap(),
            valid_until: None,
        })
    }

    fn passing() -> Eligibility {
        Eligibility {
            not_for_profit: evidence(),
            properly_constituted: evidence(),
            public_interest_aims: evidence(),
            active_in_data_protection: evidence(),
            ..Eligibility::default()
        }
    }

    #[test]
    fn all_four_tests_are_needed() {
        let on = "2026-01-01".parse().unwrap();
        assert_eq!(Eligibility::default().may_complain(on), Err(EligibilityTest::ALL.to_vec()));
        assert_eq!(passing().may_complain(on), Ok(()));
        let three = Eligibility { public_interest_aims: None, ..passing() };
        assert_eq!(three.may_complain(on), Err(vec![EligibilityTest::PublicInterestAims]));
    }

    #[test]
    fn a_national_basis_counts_under_its_own_law() {
        let recorded = |constituted_in: Option<&str>| Eligibility {
            constituted_in: constituted_in.map(|place| place.parse().unwrap()),
            national_basis: Some("a provision".into()),
            ..passing()
        };
        for (constituted_in, counts) in [
            (Some("FR"), [true, false, false]),
            (Some("GB"), [true, true, false]),
            (Some("CH"), [true, false, true]),
            (None, [true, false, false]),
        ] {
            let found = LegalOrder::ALL.iter().map(|law| recorded(constituted_in).basis_under(*law).is_some());
            assert!(found.eq(counts), "{constituted_in:?}");
        }
        assert_eq!(passing().basis_under(LegalOrder::Gdpr), None);
    }

    #[test]
    fn evidence_counts_from_its_date_to_its_end() {
        let mut eligibility = passing();
        let failed = Err(vec![EligibilityTest::NotForProfit]);
        eligibility.not_for_profit.as_mut().unwrap().valid_until = Some("2025-04-30".parse().unwrap());
        assert_eq!(eligibility.may_complain("2025-04-30".parse().unwrap()), Ok(()));
        assert_eq!(eligibility.may_complain("2025-05-01".parse().unwrap()), failed);
        assert_eq!(passing().may_complain("2020-04-30".parse().unwrap()), Err(EligibilityTest::ALL.to_vec()));
        eligibility.not_for_profit.as_mut().unwrap().document = " ".into();
        assert_eq!(eligibility.may_complain("2025-04-30".parse().unwrap()), failed);
    }
}
