//! What became of each line, streamed in pages, so that memory does not grow with the batch.

use std::io::Error;

use actix_web::{HttpResponse, get, web};
use entity::id::{BatchId, OrganisationId};
use futures::stream;
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::{BatchLine, LineNote};
use crate::domain::batch::UploadFormat;
use crate::domain::code::Code;
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::Repeatable;
use crate::http::in_time::InTime;
use crate::http::page::Query;
use crate::http::path::PathId;
use crate::http::problem::ApiError;
use crate::service::filing::read_notes;
use crate::service::{Call, Failure, Outcome, audit};
use crate::store;

/// Lines read at one time.
const PAGE: u64 = 2_000;
const HEADING: &str = "line,outcome,data_subject_id,mandate_id,request_ids,problems\r\n";

/// In which form.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OutcomeQuery {
    /// `ndjson` when absent.
    #[param(inline)]
    pub format: Option<UploadFormat>,
}

/// What became of each line of a batch
///
/// One object or row per line gone through so far, in the order of lines: its number, its outcome, the ids of its requests
/// or the codes of its problems. No personal value. The look is recorded.
#[utoipa::path(
    tag = "campaigns", operation_id = "get_batch_outcome", security(("oauth2" = ["requests:read"])),
    params(("batch_id" = BatchId, Path, description = "Its id"), OutcomeQuery),
    responses((status = 200, description = "The outcome, line by line", content(
        (String = "application/x-ndjson", example = "{\"line\":2,\"outcome\":\"refused\",\"problems\":[{\"code\":\"email_invalid\",\"title\":\"An e-mail address is not well formed\",\"field\":\"email\"}]}\n"),
        (String = "text/csv", example = "line,outcome,data_subject_id,mandate_id,request_ids,problems\r\n2,refused,,,,email_invalid:email\r\n")
    )))
)]
#[get("/v1/batches/{batch_id}/outcome")]
pub async fn get_batch_outcome(
    caller: ForOrganisation<scope::RequestsRead>,
    id: PathId<BatchId>,
    query: Query<OutcomeQuery>,
    frame: Repeatable,
    context: InTime,
) -> Result<HttpResponse, ApiError> {
    let found = context.db.tenant(caller.organisation).batch(id.0).await.map_err(Failure::from)?;
    found.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let format = query.0.format.unwrap_or(UploadFormat::Ndjson);
    let (organisation, call) = (caller.organisation, frame.call(caller.actor));
    let reading = Reading { context, call, organisation, id: id.0, format, after: 0, heading: true, over: false };
    let (media_type, extension) = match format {
        UploadFormat::Csv => ("text/csv; charset=utf-8", "csv"),
        UploadFormat::Ndjson => ("application/x-ndjson", "ndjson"),
    };
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header(("content-disposition", format!("attachment; filename=\"{}-outcome.{extension}\"", id.0)))
        .streaming(stream::unfold(reading, |reading| reading.next())))
}

struct Reading {
    context: InTime,
    call: Call,
    organisation: OrganisationId,
    id: BatchId,
    format: UploadFormat,
    after: u64,
    heading: bool,
    over: bool,
}

impl Reading {
    async fn next(mut self) -> Option<(Result<web::Bytes, Error>, Self)> {
        if self.over {
            return None;
        }
        let mut text = String::new();
        if std::mem::take(&mut self.heading) && self.format == UploadFormat::Csv {
            text.push_str(HEADING);
        }
        let lines = match self.read().await {
            Ok(lines) => lines,
            Err(error) => {
                tracing::error!(error = %error, "the outcome of a batch cannot be read");
                self.over = true;
                // Breaks the stream off, so that the caller does not take a part for the whole.
                return Some((Err(Error::other("the outcome cannot be read")), self));
            }
        };
        self.over = (lines.len() as u64) < PAGE;
        self.after = lines.last().map_or(self.after, |line| line.line_no);
        for line in lines {
            let line = shown(line);
            match self.format {
                UploadFormat::Csv => push_csv(&line, &mut text),
                UploadFormat::Ndjson => {
                    text.push_str(&serde_json::to_string(&line).unwrap_or_default());
                    text.push('\n');
                }
            }
        }
        if text.is_empty() { None } else { Some((Ok(text.into()), self)) }
    }

    /// The lines that come next. Which people they are about is recorded before any of them is told (Z-11).
    async fn read(&self) -> Outcome<Vec<store::BatchLine>> {
        let lines = self.context.db.tenant(self.organisation).batch_lines(self.id, self.after, PAGE).await?;
        let people = lines.iter().filter_map(|line| line.data_subject).map(|person| person.0);
        audit::look_through(&self.context, &self.call, self.organisation, self.id, people).await?;
        Ok(lines)
    }
}

fn shown(line: store::BatchLine) -> BatchLine {
    let notes = line.problems.as_deref().and_then(read_notes).unwrap_or_default();
    BatchLine {
        line: line.line_no,
        outcome: line.outcome,
        data_subject_id: line.data_subject,
        mandate_id: line.mandate,
        request_ids: line.requests,
        problems: notes.into_iter().map(LineNote::from).collect(),
    }
}

/// Words and ids only: no cell needs quotation marks, and none begins with a sign that a spreadsheet takes for a formula.
fn push_csv(line: &BatchLine, out: &mut String) {
    let requests: Vec<String> = line.request_ids.iter().map(ToString::to_string).collect();
    let problems: Vec<String> = line.problems.iter().map(problem_text).collect();
    let cells = [
        line.line.to_string(),
        line.outcome.to_string(),
        line.data_subject_id.map(|id| id.to_string()).unwrap_or_default(),
        line.mandate_id.map(|id| id.to_string()).unwrap_or_default(),
        requests.join(" "),
        problems.join(" "),
    ];
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.extend(cell.chars().filter(|c| c.is_ascii_alphanumeric() || "_.:@ ".contains(*c)));
    }
    out.push_str("\r\n");
}

/// `code`, `code:field`, `code@controller` or `code:field@controller`.
fn problem_text(note: &LineNote) -> String {
    let mut text = note.code.clone();
    if let Some(field) = &note.field {
        text.push(':');
        text.push_str(field);
    }
    if let Some(controller) = note.controller_id {
        text.push('@');
        text.push_str(&controller.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::batch::LineOutcome;

    #[test]
    fn a_row_holds_words_and_ids_and_no_formula() {
        let note = |code: &str, field: Option<&str>| LineNote {
            code: code.to_owned(),
            title: "=1+1".to_owned(),
            field: field.map(str::to_owned),
            controller_id: None,
            warning: false,
        };
        let line = BatchLine {
            line: 7,
            outcome: LineOutcome::Refused,
            data_subject_id: None,
            mandate_id: None,
            request_ids: Vec::new(),
            problems: vec![note("email_invalid", Some("email")), note("value_missing", Some("=cmd|'x'"))],
        };
        let mut text = String::new();
        push_csv(&line, &mut text);
        assert_eq!(text, "7,refused,,,,email_invalid:email value_missing:cmdx\r\n");
    }
}
