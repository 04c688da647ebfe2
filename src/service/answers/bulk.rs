//! Thousands of answers in one NDJSON upload: read as a stream, taken in chunks, one outcome per line in the order of the lines.
//!
//! A bad line harms no other. The upload may break off and be sent again: each line has an id of its own, the digest of its text
//! when it names none, and what was taken before is told as repeated. With each chunk the digest of everything up to it is kept
//! under the idempotency key of the call, so that a repetition that says something else is refused before any of it is taken.
//! The outcomes of a whole upload are kept under the key: ids and codes, so that a repetition gives them again and does nothing.

use aws_lc_rs::digest;
use entity::id::{AttachmentId, ControllerId, RequestId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::callback::explain;
use super::single::TRIES;
use super::take::{Incoming, Results, Source, Taken, take};
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::domain::response::{Response, Via};
use crate::service::call::{Call, Idempotency};
use crate::service::context::{Context, RunningGuard};
use crate::service::failure::{Failure, Outcome};
use crate::service::once::{Answer, Earlier};
use crate::store::StoreError;

/// Most lines of one upload.
pub const MAX_LINES: u64 = 100_000;
/// Longest line, in bytes.
pub const MAX_LINE_BYTES: usize = 128 << 10;
/// Lines of one transaction.
const AT_ONCE: usize = 500;

/// A line of the upload.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Line {
    request_id: RequestId,
    response: Response,
    #[serde(default)]
    message_id: Option<String>,
    #[serde(default)]
    attachments: Vec<AttachmentId>,
}

/// What became of a line.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AnsweredLine {
    /// Number of the line, from 1. Empty lines count and have no outcome.
    pub line: u64,
    /// The request it was about, when that could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<RequestId>,
    /// What came of it; absent when it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Taken>,
    /// Stable word of the problem when it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "already_answered", extensions(("x-extensible-enum" = json!("ProblemCode"))))]
    pub code: Option<String>,
    /// A sentence about the problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// An upload on its way.
pub struct NdjsonAnswers {
    context: Context,
    call: Call,
    controller: ControllerId,
    /// The line that has not ended yet.
    open: Vec<u8>,
    /// The line that has not ended yet is too long already.
    skipping: bool,
    line: u64,
    waiting: Vec<(u64, Result<Incoming, Problem>)>,
    out: Vec<u8>,
    full: bool,
    /// Of the bytes that were read, to the end of the last line that is taken.
    digest: digest::Context,
    /// The outcomes are kept from an earlier call: the lines are only read to know that they are the same.
    answered: bool,
    /// What earlier calls with the key have taken: the digest of everything up to the end of each chunk.
    marks: Vec<[u8; 32]>,
    /// Chunks that were reached in this call.
    chunks: usize,
    running: Option<RunningGuard>,
}

impl NdjsonAnswers {
    /// Begins an upload of a controller.
    ///
    /// # Errors
    /// `idempotency_in_flight` while the same call runs.
    pub async fn begin(context: Context, call: Call, controller: ControllerId) -> Outcome<Self> {
        let running = match call.idempotency {
            Some(key) => {
                let entered = context.running.enter(call.actor.key_space(), key.key);
                Some(entered.ok_or(Code::IdempotencyInFlight)?)
            }
            None => None,
        };
        let (answered, marks) = match context.earlier(&call).await? {
            Earlier::Nothing => (false, Vec::new()),
            Earlier::Answered => (true, Vec::new()),
            Earlier::Begun(marks) => (false, marks),
        };
        Ok(Self {
            context,
            call,
            controller,
            open: Vec::new(),
            skipping: false,
            line: 0,
            waiting: Vec::new(),
            out: Vec::new(),
            full: false,
            digest: digest::Context::new(&digest::SHA256),
            answered,
            marks,
            chunks: 0,
            running,
        })
    }

    /// Takes some bytes of the upload. False once no more lines are taken.
    ///
    /// # Errors
    /// `idempotency_key_reused` when the key came with other lines before; else only failures of ours. Bad lines have their
    /// outcome.
    pub async fn push(&mut self, mut bytes: &[u8]) -> Outcome<bool> {
        while let Some(end) = memchr::memchr(b'\n', bytes) {
            self.digest.update(&bytes[..=end]);
            self.extend(&bytes[..end]);
            bytes = &bytes[end + 1..];
            self.end_line().await?;
            if self.full {
                return Ok(false);
            }
        }
        self.digest.update(bytes);
        self.extend(bytes);
        Ok(true)
    }

    fn extend(&mut self, bytes: &[u8]) {
        if self.skipping || self.open.len() + bytes.len() > MAX_LINE_BYTES {
            self.skipping = true;
            self.open.clear();
        } else {
            self.open.extend_from_slice(bytes);
        }
    }

    async fn end_line(&mut self) -> Outcome<()> {
        self.line += 1;
        let (line, skipped) = (std::mem::take(&mut self.open), std::mem::take(&mut self.skipping));
        let read = if self.line > MAX_LINES {
            self.full = true;
            Err(Problem::new(Code::BulkTooLong))
        } else if !skipped && line.trim_ascii().is_empty() {
            return Ok(());
        } else if skipped {
            Err(Problem::with_detail(Code::LineTooLong, format!("A line has at most {MAX_LINE_BYTES} bytes here.")))
        } else {
            read(line.trim_ascii())
        };
        if self.answered {
            return Ok(());
        }
        self.waiting.push((self.line, read));
        if self.waiting.len() >= AT_ONCE {
            self.flush().await?;
        }
        Ok(())
    }

    /// Ends the upload and gives the outcomes as NDJSON, the first time or again.
    ///
    /// # Errors
    /// `idempotency_key_reused` when the key came with other lines before; else only failures of ours. Whatever was taken
    /// before a failure stays taken, and a repetition goes on from there.
    pub async fn finish(mut self) -> Outcome<Answer> {
        if !self.full && (self.skipping || !self.open.is_empty()) {
            self.end_line().await?;
        }
        self.flush().await?;
        if self.chunks < self.marks.len() {
            // More was taken before than has come now.
            return Err(Code::IdempotencyKeyReused.into());
        }
        let Self { context, mut call, out, digest, answered, running, .. } = self;
        let body = digest.finish().as_ref().try_into().expect("SHA-256 has 32 bytes");
        call.idempotency = call.idempotency.map(|known| Idempotency { body, ..known });
        drop(running);
        let outcomes = move || {
            // The kept outcomes have just been forgotten after their time: nothing was done in this call.
            if answered { Err(Code::IdempotencyInFlight.into()) } else { Ok(out) }
        };
        context.once_bytes(&call, 200, move |_| Box::pin(async move { outcomes() })).await
    }

    async fn flush(&mut self) -> Outcome<()> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        self.mark()?;
        let incoming: Vec<Incoming> = waiting.iter().filter_map(|(_, read)| read.as_ref().ok().cloned()).collect();
        let mut results = self.take(incoming).await?.into_iter();
        for (line, read) in waiting {
            let (request_id, result) = match read {
                Ok(one) => {
                    let result = results.next().ok_or(Failure::Defect("a line without an outcome"))?;
                    (Some(one.request), result)
                }
                Err(problem) => (None, Err(problem)),
            };
            let outcome = match result {
                Ok(taken) => AnsweredLine { line, request_id, taken: Some(taken), code: None, detail: None },
                Err(problem) => {
                    let (code, detail) = (problem.code.as_str().to_owned(), explain(&problem));
                    AnsweredLine { line, request_id, taken: None, code: Some(code), detail: Some(detail) }
                }
            };
            serde_json::to_writer(&mut self.out, &outcome).map_err(|_| Failure::Defect("an outcome is not JSON"))?;
            self.out.push(b'\n');
        }
        Ok(())
    }

    /// Notes that everything up to here is taken; before that, that it is what was taken under the key before.
    fn mark(&mut self) -> Outcome<()> {
        let mark = self.digest.clone().finish().as_ref().try_into().expect("SHA-256 has 32 bytes");
        match self.marks.get(self.chunks) {
            Some(known) if *known != mark => return Err(Code::IdempotencyKeyReused.into()),
            Some(_) => {}
            None => self.marks.push(mark),
        }
        self.chunks += 1;
        Ok(())
    }

    /// Takes a chunk and keeps how far the upload has come, in one transaction.
    async fn take(&self, incoming: Vec<Incoming>) -> Outcome<Results> {
        for left in (0..TRIES).rev() {
            let (context, call, incoming) = (self.context.clone(), self.call.clone(), incoming.clone());
            let marks = self.marks.clone();
            let source = Source::Controller(self.controller);
            let taken = self.context.db.write(move |tx| {
                Box::pin(async move {
                    let at = context.clock.now();
                    context.keep_marks(tx, &call, &marks).await?;
                    if incoming.is_empty() {
                        return Ok(Vec::new());
                    }
                    take(&context, tx, &call, source, Via::Bulk, at, &incoming).await
                })
            });
            match taken.await {
                Err(Failure::Store(StoreError::Stale)) if left > 0 => {}
                settled => return settled,
            }
        }
        Err(StoreError::Stale.into())
    }
}

fn read(line: &[u8]) -> Result<Incoming, Problem> {
    let parsed: Line = serde_json::from_slice(line).map_err(|error| {
        let code = if error.is_data() { Code::InvalidField } else { Code::LineMalformed };
        Problem::with_detail(code, format!("The line breaks at column {}.", error.column()))
    })?;
    let Line { request_id, response, message_id, attachments } = parsed;
    let own = || {
        let digest = digest::digest(&digest::SHA256, line);
        digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
    };
    Ok(Incoming { request: request_id, response, message_id: Some(message_id.unwrap_or_else(own)), attachments })
}
