//! Reads an upload in chunks: opens parts from a checkpoint on, parses, prepares. What needs computing runs on its own thread.

use std::sync::Arc;

use crate::ingest::{Checkpoint, Step, UploadProblem, UploadReader};
use crate::service::filing::{Plan, Prepared, prepare};
use crate::service::{Context, Failure, Outcome};
use crate::store::Batch;

use super::settings::Settings;
use super::upload::{PART_BYTES, part_binding};

/// Most lines of a chunk.
const CHUNK_LINES: usize = 2_000;
/// Most requests of a chunk.
const CHUNK_REQUESTS: usize = 10_000;

/// A chunk of prepared lines.
pub(super) struct Chunk {
    /// The lines.
    pub lines: Vec<Prepared>,
    /// Where the next chunk starts.
    pub checkpoint: Checkpoint,
    /// Whether nothing follows.
    pub last: bool,
    /// Why the upload as a whole cannot be read any further.
    pub problem: Option<UploadProblem>,
}

/// Reads chunk after chunk.
pub(super) struct Chunks {
    context: Context,
    plan: Arc<Plan>,
    batch: Arc<Batch>,
    reader: UploadReader,
    /// The next part to be opened.
    next_part: i32,
    /// Bytes of that part that are done with.
    skip: usize,
    parts: i32,
}

/// What a pull for lines ended with.
enum Pulled {
    Full,
    NeedMore,
    End,
    Problem(UploadProblem),
}

impl Chunks {
    /// Goes on at a checkpoint.
    pub fn resume(
        context: &Context,
        plan: Arc<Plan>,
        batch: Arc<Batch>,
        settings: &Settings,
        checkpoint: Checkpoint,
    ) -> Outcome<Self> {
        let part_bytes = PART_BYTES as u64;
        let number = |number: u64| i32::try_from(number).map_err(|_| Failure::Defect("an upload of too many parts"));
        Ok(Self {
            context: context.clone(),
            next_part: number(checkpoint.byte_offset / part_bytes)?,
            skip: usize::try_from(checkpoint.byte_offset % part_bytes).unwrap_or(0),
            parts: number(batch.content_bytes.div_ceil(part_bytes))?,
            reader: UploadReader::resume(settings.intake(batch.format), checkpoint),
            plan,
            batch,
        })
    }

    /// The next chunk, and the reader for those that follow.
    pub async fn next(mut self) -> Outcome<(Self, Chunk)> {
        let most = (CHUNK_REQUESTS / self.plan.targets.len().max(1)).clamp(1, CHUNK_LINES);
        let mut lines = Vec::with_capacity(most);
        loop {
            let (reader, gathered, pulled) = tokio::task::spawn_blocking(move || {
                let pulled = self.pull(&mut lines, most);
                (self, lines, pulled)
            })
            .await
            .map_err(|_| Failure::Defect("reading an upload panicked"))?;
            (self, lines) = (reader, gathered);
            let (last, problem) = match pulled? {
                Pulled::NeedMore => {
                    self.feed().await?;
                    continue;
                }
                Pulled::Full => (false, None),
                Pulled::End => (true, None),
                Pulled::Problem(problem) => (true, Some(problem)),
            };
            let checkpoint = self.reader.checkpoint();
            return Ok((self, Chunk { lines, checkpoint, last, problem }));
        }
    }

    fn pull(&mut self, lines: &mut Vec<Prepared>, most: usize) -> Outcome<Pulled> {
        while lines.len() < most {
            let line = match self.reader.next_step() {
                Ok(Step::Line(person)) => Ok(*person),
                Ok(Step::Rejected(problems)) => Err(problems),
                Ok(Step::NeedMore) => return Ok(Pulled::NeedMore),
                Ok(Step::End) => return Ok(Pulled::End),
                Err(problem) => return Ok(Pulled::Problem(problem)),
            };
            lines.push(prepare(&self.context, &self.plan, line)?);
        }
        Ok(Pulled::Full)
    }

    /// Opens the next part for the reader, or tells it that there are no more.
    async fn feed(&mut self) -> Outcome<()> {
        if self.next_part >= self.parts {
            self.reader.finish();
            return Ok(());
        }
        let (organisation, batch) = (self.batch.organisation, self.batch.id);
        let sealed = self.context.db.tenant(organisation).upload_part(batch, self.next_part).await?;
        let sealed = sealed.ok_or(Failure::Defect("a part of an upload is gone before its time"))?;
        let opened = self.plan.keys.open(&part_binding(organisation, batch, self.next_part), &sealed)?;
        self.reader.push(opened.expose().get(self.skip..).unwrap_or_default());
        self.next_part += 1;
        self.skip = 0;
        Ok(())
    }
}
