//! `recourse openapi`: the document that is checked in as `openapi/v1.json`.

use std::io::Write;
use std::process::ExitCode;

pub(super) fn run() -> ExitCode {
    match std::io::stdout().write_all(crate::http::openapi::document_text().as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
