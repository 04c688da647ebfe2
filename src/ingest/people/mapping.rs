//! Which column fills which field.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::draft::{Draft, Rules};
use super::words::fold;
use super::{Limits, TargetField, UploadFormat, UploadProblem, dates, limits};
use crate::domain::code::Code;
use crate::ingest::json::named_by_callers;

/// Which column of a CSV upload fills which field of a person, and what stands in where a cell is empty.
///
/// Fields are `external_reference`, `given_name`, `family_name`, `full_name`, `email`, `phone`, `birth_date`, `street`,
/// `postal_code`, `city`, `country`, `language`, `identifiers.{name}` (for example `identifiers.customer_number`),
/// `mandate.signed_on`, `mandate.valid_from`, `mandate.valid_until`, `mandate.complaint` (a yes or no),
/// `mandate.rights` and `controllers` (several separated by `|`), `ask.rectification.field`, `.wrong` and `.right` (further
/// ones as `ask.rectification.2.field`), `ask.objection_grounds`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "columns": { "external_reference": "N° adhérent", "family_name": "Nom", "given_name": "Prénom", "email": "Courriel" },
    "defaults": { "country": "FR", "mandate.rights": "access|erasure" },
}))]
pub struct ColumnMapping {
    /// Field to heading. A heading is found whatever its capitals, accents and punctuation, when only one fits.
    #[serde(default, deserialize_with = "named_by_callers", skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = BTreeMap<String, String>)]
    pub columns: BTreeMap<TargetField, String>,
    /// Field to the number of its column, from 1; for uploads without headings, or with the same heading twice.
    #[serde(default, deserialize_with = "named_by_callers", skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = BTreeMap<String, usize>)]
    pub positions: BTreeMap<TargetField, usize>,
    /// Field to a value for lines that have none. Dates as `YYYY-MM-DD`. For NDJSON too.
    #[serde(default, deserialize_with = "named_by_callers", skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = BTreeMap<String, String>)]
    pub defaults: BTreeMap<TargetField, String>,
}

impl ColumnMapping {
    /// Checks what can be checked before any byte of the upload is there.
    ///
    /// # Errors
    ///
    /// `mapping_invalid` when a field is mapped twice, a column number is out of range, there are too many fields, or none for
    /// CSV; the code of the value when a default is not acceptable.
    pub fn check(&self, format: UploadFormat, today: Date, limits: &Limits) -> Result<(), UploadProblem> {
        let mapped = self.columns.len() + self.positions.len();
        if mapped.max(self.defaults.len()) > limits::MAPPED || (format == UploadFormat::Csv && mapped == 0) {
            return Err(UploadProblem::new(Code::MappingInvalid));
        }
        if let Some(twice) = self.positions.keys().find(|field| self.columns.contains_key(field)) {
            return Err(UploadProblem::at(Code::MappingInvalid, twice));
        }
        let out_of_range = |(_, number): &(&TargetField, &usize)| !(1..=limits.columns).contains(*number);
        if let Some((field, _)) = self.positions.iter().find(out_of_range) {
            return Err(UploadProblem::at(Code::MappingInvalid, field));
        }
        let rules = Rules { today, dates: dates::Reading::Iso };
        for (field, value) in &self.defaults {
            let mut draft = Draft::new(&rules, 0);
            draft.set(field, value);
            if let Some(problem) = draft.problems().first() {
                return Err(UploadProblem::at(problem.code, field));
            }
        }
        Ok(())
    }

    /// The column of each mapped field, from 0.
    ///
    /// # Errors
    ///
    /// `column_missing` when there is no such heading or column, `column_duplicate` when two headings fit.
    pub(super) fn resolve(
        &self,
        headings: &[String],
        width: usize,
    ) -> Result<BTreeMap<TargetField, usize>, UploadProblem> {
        let mut positions = BTreeMap::new();
        for (field, heading) in &self.columns {
            let at = find(heading, headings).map_err(|code| UploadProblem::at(code, field))?;
            positions.insert(field.clone(), at);
        }
        for (field, number) in &self.positions {
            let at = number.checked_sub(1).filter(|at| *at < width);
            positions.insert(field.clone(), at.ok_or_else(|| UploadProblem::at(Code::ColumnMissing, field))?);
        }
        Ok(positions)
    }
}

/// The heading that is the wanted one to the letter, else the only one that reads the same.
fn find(wanted: &str, headings: &[String]) -> Result<usize, Code> {
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut found = headings.iter().enumerate().filter(|(_, heading)| fits(heading));
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Ok(at),
            (None, _) => Err(Code::ColumnMissing),
            (Some(_), Some(_)) => Err(Code::ColumnDuplicate),
        }
    };
    let wanted = wanted.trim();
    let folded = fold(wanted);
    match only(&|heading| heading == wanted) {
        Err(Code::ColumnMissing) if !folded.is_empty() => only(&|heading| fold(heading) == folded),
        found => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn mapping(json: serde_json::Value) -> ColumnMapping {
        serde_json::from_value(json).unwrap()
    }

    fn headings(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn headings_are_found_to_the_letter_or_alike() {
        let mapping = mapping(serde_json::json!({
            "columns": { "family_name": "nom", "mandate.valid_until": "Mandat valable jusqu’au" }, "positions": { "email": 3 },
        }));
        let columns = headings(&["Nom", "Mandat valable jusqu'au", "x"]);
        let positions = mapping.resolve(&columns, 3).unwrap();
        assert_eq!(positions.into_values().collect::<Vec<_>>(), [0, 2, 1]);
        let missing = mapping.resolve(&headings(&["Nom", "y", "x"]), 3).unwrap_err();
        assert_eq!((missing.code, missing.field.as_deref()), (Code::ColumnMissing, Some("mandate.valid_until")));
        let twice = mapping.resolve(&headings(&["NOM", "Nom", "Mandat valable jusqu'au"]), 3).unwrap_err();
        assert_eq!((twice.code, twice.field.as_deref()), (Code::ColumnDuplicate, Some("family_name")));
        assert!(mapping.resolve(&headings(&["NOM", "nom", "Mandat valable jusqu'au"]), 3).is_ok());
        let narrow = mapping.resolve(&headings(&["Nom", "Mandat valable jusqu'au"]), 2).unwrap_err();
        assert_eq!((narrow.code, narrow.field.as_deref()), (Code::ColumnMissing, Some("email")));
    }

    #[test]
    fn a_mapping_is_checked_before_the_upload() {
        let check = |json| {
            mapping(json)
                .check(UploadFormat::Csv, date(2026, 11, 22), &Limits::default())
                .map_err(|problem| problem.code)
        };
        assert_eq!(check(serde_json::json!({})), Err(Code::MappingInvalid));
        assert_eq!(
            check(serde_json::json!({"columns": {"email": "a"}, "positions": {"email": 1}})),
            Err(Code::MappingInvalid)
        );
        assert_eq!(check(serde_json::json!({"positions": {"email": 0}})), Err(Code::MappingInvalid));
        let with_default = |field: &str, value: &str| {
            check(serde_json::json!({"columns": {"email": "a"}, "defaults": {field: value}}))
        };
        assert_eq!(with_default("country", "Narnia"), Err(Code::CountryUnknown));
        assert_eq!(with_default("mandate.signed_on", "2026-02-30"), Err(Code::DateInvalid));
        assert_eq!(with_default("mandate.rights", "access|erasure"), Ok(()));
        assert!(serde_json::from_str::<ColumnMapping>(r#"{"columns": {"shoe_size": "a"}}"#).is_err());
    }
}
