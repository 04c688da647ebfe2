//! The mandate of a line: what a batch says of all its mandates, completed by what the line says of one.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::domain::code::Code;
use crate::domain::mandate::{ComplaintAct, ComplaintPower, Evidence, Mandate, Powers};
use crate::ingest::MandateLine;
use crate::service::Outcome;
use crate::service::mandates::words_bytes;

use super::note::Note;

/// What all mandates of a batch have in common, where a line says nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateDefaults {
    /// What they grant. A line may name other rights, and grant or withhold the power to complain (M-1).
    pub powers: Powers,
    /// When they were signed, for lines that do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<Date>,
    /// First day of validity; the day of signing when absent here and on the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// Last day of validity; no end when absent here and on the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// How they were given.
    pub evidence: Evidence,
}

/// The mandate that a line gives.
#[derive(Debug, Clone)]
pub struct MandateDraft {
    /// What it says, with marks in the places of its words.
    pub mandate: Mandate,
    /// JSON of its powers, with such marks too.
    pub powers: Arc<str>,
    /// Its words, as they are sealed.
    pub words: Option<Arc<Zeroizing<Vec<u8>>>>,
    /// Digest of the document.
    pub evidence_sha256: Option<Vec<u8>>,
}

/// The powers that most lines of a batch give, written once.
#[derive(Debug, Clone)]
pub struct CommonPowers {
    defaults: MandateDefaults,
    evidence_sha256: Option<Vec<u8>>,
    /// Whether they are powers at all.
    sound: bool,
    words: Option<Arc<Zeroizing<Vec<u8>>>>,
    as_given: Arc<str>,
    /// With the power to complain, and without it.
    with_complaint: (Powers, Arc<str>),
    without_complaint: (Powers, Arc<str>),
}

impl CommonPowers {
    /// Prepares what the lines have in common.
    ///
    /// # Errors
    /// A defect of the library that writes JSON.
    pub fn new(mut defaults: MandateDefaults) -> Outcome<Self> {
        let example = Mandate {
            powers: defaults.powers.clone(),
            signed_on: Date::MIN,
            valid_from: Date::MIN,
            valid_until: None,
            evidence: defaults.evidence.clone(),
            revoked_at: None,
        };
        let sound = example.check().is_ok();
        let words = defaults.powers.take_words().map(|words| words_bytes(&words)).transpose()?.map(Arc::new);
        let text = |powers: &Powers| -> Arc<str> { serde_json::to_string(powers).unwrap_or_default().into() };
        let mut with = defaults.powers.clone();
        if with.complaint.is_none() {
            // The smallest power of Article 80(1): to complain, against those against whom rights may be exercised.
            with.complaint = with.request.as_ref().map(|request| ComplaintPower {
                acts: vec![ComplaintAct::Complaint],
                controllers: request.controllers.clone(),
            });
        }
        let without = Powers { complaint: None, ..defaults.powers.clone() };
        let evidence_sha256 = defaults.evidence.sha256.as_deref().and_then(from_hex);
        Ok(Self {
            sound,
            words,
            as_given: text(&defaults.powers),
            with_complaint: (with.clone(), text(&with)),
            without_complaint: (without.clone(), text(&without)),
            evidence_sha256,
            defaults,
        })
    }

    /// The mandate of one line.
    ///
    /// # Errors
    /// `mandate_missing` when nothing says when it was signed; the fault when what is said contradicts itself.
    pub fn draft(&self, line: &MandateLine) -> Result<MandateDraft, Note> {
        let missing = || Note::at(Code::MandateMissing, "mandate.signed_on");
        let signed_on = line.signed_on.or(self.defaults.signed_on).ok_or_else(missing)?;
        let (mut powers, mut text) = match line.complaint {
            None => (self.defaults.powers.clone(), self.as_given.clone()),
            Some(true) => self.with_complaint.clone(),
            Some(false) => self.without_complaint.clone(),
        };
        if !line.rights.is_empty()
            && let Some(request) = powers.request.as_mut()
            && request.rights != line.rights
        {
            request.rights.clone_from(&line.rights);
            text = serde_json::to_string(&powers).unwrap_or_default().into();
        }
        let valid_from = line.valid_from.or(self.defaults.valid_from).unwrap_or(signed_on);
        let mandate = Mandate {
            powers,
            signed_on,
            valid_from: valid_from.max(signed_on),
            valid_until: line.valid_until.or(self.defaults.valid_until),
            evidence: self.defaults.evidence.clone(),
            revoked_at: None,
        };
        if !self.sound || mandate.check_days().is_err() {
            return Err(Note::at(Code::DatesReversed, "mandate.valid_until"));
        }
        Ok(MandateDraft {
            mandate,
            powers: text,
            words: self.words.clone(),
            evidence_sha256: self.evidence_sha256.clone(),
        })
    }
}

/// Reads hexadecimal digits, two for each byte.
pub(super) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let pairs = digits.chunks_exact(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    if digits.len().is_multiple_of(2) { pairs.collect() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::right::Right;
    use jiff::civil::date;

    fn common() -> CommonPowers {
        CommonPowers::new(
            serde_json::from_value(serde_json::json!({
                "powers": {
                    "request": { "rights": ["access"], "controllers": { "kind": "all" }, "answer_recipient": "person" },
                    "disclosure_consent": true
                },
                "evidence": { "kind": "membership_record" }
            }))
            .expect("defaults"),
        )
        .expect("common powers")
    }

    #[test]
    fn a_line_completes_what_the_batch_says() {
        let line = MandateLine {
            signed_on: Some(date(2026, 10, 17)),
            valid_until: Some(date(2027, 10, 17)),
            complaint: Some(true),
            rights: vec![Right::Erasure],
            ..MandateLine::default()
        };
        let draft = common().draft(&line).expect("a mandate");
        assert_eq!(draft.mandate.valid_from, date(2026, 10, 17));
        assert_eq!(draft.mandate.powers.request.as_ref().expect("a power").rights, [Right::Erasure]);
        assert!(draft.mandate.powers.complaint.is_some());
        assert_eq!(serde_json::from_str::<Powers>(&draft.powers).expect("JSON"), draft.mandate.powers);
    }

    #[test]
    fn a_line_can_withhold_the_power_to_complain() {
        let line = MandateLine { signed_on: Some(date(2026, 1, 1)), complaint: Some(false), ..MandateLine::default() };
        assert!(common().draft(&line).expect("a mandate").mandate.powers.complaint.is_none());
    }

    #[test]
    fn without_a_date_of_signing_there_is_no_mandate() {
        let note = common().draft(&MandateLine::default()).expect_err("no mandate");
        assert_eq!((note.code, note.field.as_deref()), (Code::MandateMissing, Some("mandate.signed_on")));
    }
}
