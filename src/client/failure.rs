//! What can go wrong, in words for people and as an exit code for scripts.

use std::fmt::Write;
use std::process::ExitCode;

use serde::Deserialize;

/// Lines of a batch were refused.
pub(super) const LINES_REFUSED: u8 = 6;

/// Why a command did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
pub(super) enum ClientFailure {
    /// Something on this machine: a file, the terminal.
    #[error("{0}")]
    Here(String),
    /// What was asked for makes no sense.
    #[error("{0}")]
    Usage(String),
    /// No answer came.
    #[error("the service at {0} does not answer: {1}")]
    Unreachable(String, String),
    /// The service refused.
    #[error("{}", .0.told())]
    Refused(Box<Problem>),
}

/// The problem of an answer (RFC 9457), as documented; or the error of the token endpoint (RFC 6749), which has a code and a
/// description under other names.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Problem {
    #[serde(default)]
    status: u16,
    #[serde(default, alias = "error")]
    code: String,
    #[serde(default)]
    title: String,
    #[serde(default, alias = "error_description")]
    detail: Option<String>,
    #[serde(default)]
    remedy: String,
    #[serde(default)]
    trace_id: String,
    #[serde(default)]
    errors: Vec<ProblemField>,
}

#[derive(Debug, Deserialize)]
struct ProblemField {
    pointer: String,
    code: String,
    message: String,
}

impl Problem {
    /// Reads the body of an answer that is no success. Something else than a problem, from a proxy in between, has only a status.
    pub(super) fn read(status: u16, body: &[u8]) -> Self {
        let mut problem: Self = serde_json::from_slice(body).unwrap_or_default();
        problem.status = status;
        problem
    }

    /// Whether the call was refused for a scope alone: who calls is known.
    pub(super) fn is_about_scope(&self) -> bool {
        self.code == "insufficient_scope"
    }

    /// Code, sentence, the fields concerned with their pointers, and what can be done.
    fn told(&self) -> String {
        if self.code.is_empty() {
            return format!("the service answered {} without a reason", self.status);
        }
        let title = if self.title.is_empty() { "the service refused" } else { &self.title };
        let mut text = format!("{title} ({}, {})", self.code, self.status);
        // Writing to a String cannot fail.
        if let Some(detail) = &self.detail {
            let _ = write!(text, "\n  {detail}");
        }
        for ProblemField { pointer, code, message } in &self.errors {
            let _ = write!(text, "\n  {pointer}: {message} ({code})");
        }
        if !self.remedy.is_empty() {
            let _ = write!(text, "\n  {}", self.remedy);
        }
        if !self.trace_id.is_empty() {
            let _ = write!(text, "\n  The call is logged as {}.", self.trace_id);
        }
        text
    }
}

impl From<std::io::Error> for ClientFailure {
    fn from(error: std::io::Error) -> Self {
        Self::Here(error.to_string())
    }
}

impl ClientFailure {
    /// The exit code, as the help lists them.
    const fn code(&self) -> u8 {
        match self {
            Self::Here(_) => 1,
            Self::Usage(_) => 2,
            Self::Unreachable(..) => 3,
            Self::Refused(problem) if matches!(problem.status, 401 | 403) => 5,
            Self::Refused(_) => 4,
        }
    }

    /// Tells it on standard error.
    pub(super) fn report(&self) -> ExitCode {
        eprintln!("recourse: {self}");
        ExitCode::from(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_told_with_code_detail_pointers_and_remedy() {
        let body = serde_json::json!({
            "title": "A field has a value that is not accepted", "code": "invalid_field", "remedy": "Correct it.",
            "trace_id": "01a2", "detail": "Two fields.", "status": 422,
            "errors": [{ "pointer": "/name", "code": "invalid_field", "message": "Must be plain text." }],
        });
        let failure = ClientFailure::Refused(Box::new(Problem::read(422, body.to_string().as_bytes())));
        let told = failure.to_string();
        for part in
            ["invalid_field, 422", "Two fields.", "/name: Must be plain text. (invalid_field)", "Correct it.", "01a2"]
        {
            assert!(told.contains(part), "{part} is not in {told}");
        }
        assert_eq!(failure.code(), 4);
    }

    #[test]
    fn an_error_of_the_token_endpoint_is_told_too() {
        let problem =
            Problem::read(401, br#"{"error": "invalid_client", "error_description": "The client is unknown."}"#);
        assert_eq!(problem.told(), "the service refused (invalid_client, 401)\n  The client is unknown.");
    }

    #[test]
    fn exit_codes_tell_apart_what_scripts_decide_on() {
        let refused = |status| ClientFailure::Refused(Box::new(Problem::read(status, b"<html>")));
        assert_eq!((refused(401).code(), refused(403).code(), refused(404).code()), (5, 5, 4));
        assert_eq!(ClientFailure::Unreachable(String::new(), String::new()).code(), 3);
        assert_eq!(ClientFailure::Usage(String::new()).code(), 2);
        assert!(refused(502).to_string().contains("502"));
    }
}
