//! Many cases, one a line: each line has its own answer, and a bad line harms no other.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CaseResult, compute};
use crate::domain::calculator::{CaseForm, CaseId};
use crate::domain::calendar::Calendars;
use crate::domain::problem::Problem;
use crate::ingest::json;
use crate::wording::Words;

/// Why a case has no dates (RFC 9457), with the line it stood on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RefusedCase {
    /// The id that was given, where it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<CaseId>,
    /// Number of the line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Address of the description of this code.
    #[serde(rename = "type")]
    #[schema(example = "/docs/errors#impossible_date")]
    pub kind: String,
    /// Stable word that programs decide on.
    #[schema(example = "impossible_date", extensions(("x-extensible-enum" = json!("ProblemCode"))))]
    pub code: String,
    /// The status that a call with this case alone is answered with.
    pub status: u16,
    /// Short text, the same for each occurrence.
    pub title: String,
    /// A sentence about this occurrence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What the caller can do.
    pub remedy: String,
    /// The fields concerned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<RefusedField>,
}

/// A field that was not accepted.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RefusedField {
    /// JSON pointer into the case.
    pub pointer: String,
    /// Stable word.
    pub code: String,
    /// A sentence for people.
    pub message: String,
}

impl RefusedCase {
    /// The problem of a case.
    pub fn of(id: Option<CaseId>, line: Option<u64>, problem: &Problem) -> Self {
        let code = problem.code;
        let field = |field: &crate::domain::problem::FieldProblem| RefusedField {
            pointer: field.pointer.clone(),
            code: field.code.as_str().to_owned(),
            message: field.message.clone(),
        };
        Self {
            id,
            line,
            kind: format!("/docs/errors#{}", code.as_str()),
            code: code.as_str().to_owned(),
            status: code.status(),
            title: code.title().to_owned(),
            detail: problem.detail.clone(),
            remedy: code.remedy().to_owned(),
            errors: problem.fields.iter().map(field).collect(),
        }
    }
}

/// What came of a line.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum LineAnswer {
    /// Its dates.
    Dates(Box<CaseResult>),
    /// Why there are none.
    Refused(Box<RefusedCase>),
}

/// Of a case that is not accepted at least its id may be readable.
#[derive(Deserialize)]
struct OnlyId {
    id: Option<CaseId>,
}

/// Computes the case on a line; `number` is that of the line, from 1.
pub fn answer_line(text: &[u8], number: u64, calendars: &Calendars, words: Words) -> LineAnswer {
    let refused = |id, problem: &Problem| LineAnswer::Refused(Box::new(RefusedCase::of(id, Some(number), problem)));
    // The quick way first; only a line that is refused is read again, for the place of what is wrong.
    let form = match serde_json::from_slice::<CaseForm>(text) {
        Ok(form) => form,
        Err(_) => match json::parse::<CaseForm>(text) {
            Ok(form) => form,
            Err(problem) => {
                let id = serde_json::from_slice::<OnlyId>(text).ok().and_then(|only| only.id);
                return refused(id, &problem);
            }
        },
    };
    match compute(&form, calendars, words) {
        Ok(result) => LineAnswer::Dates(Box::new(result)),
        Err(problem) => refused(form.id, &problem),
    }
}
