//! The reader: bytes in, people out.

use std::borrow::Cow;

use jiff::civil::Date;

use super::csv::Splitter;
use super::dates::Reading;
use super::draft::{Draft, Rules};
use super::frame::{Frame, Framer};
use super::survey::survey;
use super::transcode::Transcoder;
use super::{
    Checkpoint, ColumnMapping, DialectHints, Layout, Limits, LineProblem, PersonLine, UploadFormat, UploadProblem,
    json, ndjson,
};
use crate::domain::code::Code;

/// Everything that decides how the bytes of an upload are read. Stored with the batch, so that reading can be resumed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// Form of the upload.
    pub format: UploadFormat,
    /// What the caller told about it.
    pub hints: DialectHints,
    /// Which column fills which field.
    pub mapping: ColumnMapping,
    /// Bounds.
    pub limits: Limits,
    /// The day of the upload, against which dates of birth are checked.
    pub today: Date,
}

/// What the reader has to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A person.
    Line(Box<PersonLine>),
    /// A line that is refused, with all that is wrong with it; never empty.
    Rejected(Vec<LineProblem>),
    /// Push more bytes, or finish.
    NeedMore,
    /// The upload is read to its end.
    End,
}

/// Reads one upload. Holds the pushed bytes that are not read yet, at most one record of them once
/// [`next_step`](Self::next_step) has asked for more: whoever pulls all there is after each push stays within
/// the size of a push and [`Limits`].
pub struct UploadReader {
    intake: Intake,
    stage: Stage,
    /// Nothing more comes.
    last: bool,
}

enum Stage {
    /// The head is gathered.
    Head(Vec<u8>),
    Body(Box<Body>),
    Refused(UploadProblem),
}

/// Shows where it is, not what it holds.
impl std::fmt::Debug for UploadReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UploadReader").field("checkpoint", &self.checkpoint()).finish_non_exhaustive()
    }
}

impl UploadReader {
    /// A reader at the start of an upload. A mapping that cannot be used is told by the first step.
    pub fn new(intake: Intake) -> Self {
        let stage = match intake.mapping.check(intake.format, intake.today, &intake.limits) {
            Ok(()) => Stage::Head(Vec::new()),
            Err(problem) => Stage::Refused(problem),
        };
        Self { intake, stage, last: false }
    }

    /// A reader at a checkpoint of a reader with the same intake. The next byte pushed must be that at its `byte_offset`.
    pub fn resume(intake: Intake, checkpoint: Checkpoint) -> Self {
        match checkpoint.layout.clone() {
            None => Self::new(intake),
            Some(layout) => {
                let body = Body::new(&intake, &layout, checkpoint);
                Self { intake, stage: Stage::Body(Box::new(body)), last: false }
            }
        }
    }

    /// Takes the next bytes of the upload. Bytes after [`finish`](Self::finish) are not looked at.
    pub fn push(&mut self, piece: &[u8]) {
        if self.last {
            return;
        }
        match &mut self.stage {
            Stage::Head(head) => head.extend_from_slice(piece),
            Stage::Body(body) => body.push(piece),
            Stage::Refused(_) => {}
        }
    }

    /// Says that all bytes have been pushed.
    pub fn finish(&mut self) {
        if let (false, Stage::Body(body)) = (self.last, &mut self.stage) {
            body.finish();
        }
        self.last = true;
    }

    /// The next person, refused line, or need.
    ///
    /// # Errors
    ///
    /// What makes the whole upload useless; the same at each further call.
    pub fn next_step(&mut self) -> Result<Step, UploadProblem> {
        let problem = match &mut self.stage {
            Stage::Head(head) if head.len() < self.intake.limits.head_bytes && !self.last => return Ok(Step::NeedMore),
            Stage::Head(head) => match Body::start(&self.intake, head, self.last) {
                Ok(body) => {
                    self.stage = Stage::Body(Box::new(body));
                    return self.next_step();
                }
                Err(problem) => problem,
            },
            Stage::Body(body) => match body.next_step(&self.intake, self.last) {
                Ok(step) => return Ok(step),
                Err(problem) => problem,
            },
            Stage::Refused(problem) => return Err(problem.clone()),
        };
        self.stage = Stage::Refused(problem.clone());
        Err(problem)
    }

    /// The place after the last line given, from which another reader can go on.
    pub fn checkpoint(&self) -> Checkpoint {
        match &self.stage {
            Stage::Body(body) => body.done.clone(),
            Stage::Head(_) | Stage::Refused(_) => Checkpoint::default(),
        }
    }

    /// Bytes held now.
    #[cfg(test)]
    pub(super) fn held(&self) -> usize {
        match &self.stage {
            Stage::Head(head) => head.capacity(),
            Stage::Body(body) => body.text.capacity(),
            Stage::Refused(_) => 0,
        }
    }

    /// What the head decided, once it has been read.
    pub fn layout(&self) -> Option<&Layout> {
        match &self.stage {
            Stage::Body(body) => body.done.layout.as_ref(),
            Stage::Head(_) | Stage::Refused(_) => None,
        }
    }
}

/// The reader behind the head.
struct Body {
    layout: Layout,
    transcoder: Transcoder,
    framer: Framer,
    splitter: Splitter,
    rules: Rules,
    /// Text that is not read yet, from `start`.
    text: Vec<u8>,
    start: usize,
    /// Bytes of the source before `start`; ahead of `done` within a bad line that is being skipped.
    passed: u64,
    /// The place after the last record.
    done: Checkpoint,
}

impl Body {
    fn new(intake: &Intake, layout: &Layout, done: Checkpoint) -> Self {
        let line_break = layout.dialect.line_ending.byte();
        let (separator, framer) = match (intake.format, layout.dialect.separator) {
            (UploadFormat::Csv, Some(separator)) => {
                (separator.byte(), Framer::csv(separator.byte(), line_break, &intake.limits))
            }
            _ => (b',', Framer::lines(line_break, &intake.limits)),
        };
        let dates = match intake.format {
            UploadFormat::Csv => Reading::Spreadsheet(layout.dialect.date_order),
            UploadFormat::Ndjson => Reading::Iso,
        };
        Self {
            transcoder: Transcoder::new(layout.dialect.encoding),
            framer,
            splitter: Splitter::new(separator, line_break, intake.limits.columns),
            rules: Rules { today: intake.today, dates },
            text: Vec::new(),
            start: 0,
            passed: done.byte_offset,
            done,
            layout: layout.clone(),
        }
    }

    /// Surveys the head, of which only the first `head_bytes` count, however many were pushed at once.
    fn start(intake: &Intake, pushed: &[u8], last: bool) -> Result<Self, UploadProblem> {
        let head = &pushed[..pushed.len().min(intake.limits.head_bytes)];
        let whole = last && pushed.len() < intake.limits.head_bytes;
        let found = survey(head, whole, intake.format, &intake.hints, Some(&intake.mapping), &intake.limits)?;
        let done = Checkpoint {
            byte_offset: found.mark as u64,
            line_breaks: found.skipped_breaks,
            records: 0,
            layout: Some(found.layout.clone()),
        };
        let mut body = Self::new(intake, &found.layout, done);
        body.push(pushed.get(found.mark..).unwrap_or_default());
        if last {
            body.finish();
        }
        body.pass(found.skip);
        body.done.byte_offset = body.passed;
        Ok(body)
    }

    fn push(&mut self, piece: &[u8]) {
        self.text.drain(..self.start);
        self.start = 0;
        self.transcoder.push(piece, &mut self.text);
    }

    fn finish(&mut self) {
        self.transcoder.finish(&mut self.text);
    }

    /// Leaves text behind.
    fn pass(&mut self, bytes: usize) {
        let end = self.start + bytes;
        self.passed += self.transcoder.source_len(&self.text[self.start..end]);
        self.start = end;
    }

    /// Leaves a record behind.
    fn pass_record(&mut self, bytes: usize, breaks: u64, given: bool) {
        self.pass(bytes);
        self.done.byte_offset = self.passed;
        self.done.line_breaks += breaks;
        self.done.records += u64::from(given);
    }

    fn next_step(&mut self, intake: &Intake, last: bool) -> Result<Step, UploadProblem> {
        loop {
            let line_no = self.done.line_breaks + 1;
            match self.framer.next(&self.text[self.start..], last) {
                Frame::Record { content, total, breaks } => {
                    let outcome = self.read(intake, line_no, content);
                    self.pass_record(total, breaks, outcome.is_some());
                    match outcome {
                        Some(Ok(person)) => return Ok(Step::Line(Box::new(person))),
                        Some(Err(problems)) => return Ok(Step::Rejected(problems)),
                        None => {}
                    }
                }
                Frame::Bad { code, total, breaks } => {
                    self.pass_record(total, breaks, true);
                    return Ok(Step::Rejected(vec![LineProblem { line_no, code, field: None }]));
                }
                Frame::More { discard } => {
                    self.pass(discard);
                    return Ok(Step::NeedMore);
                }
                Frame::End if self.done.records == 0 => return Err(UploadProblem::new(Code::UploadEmpty)),
                Frame::End => return Ok(Step::End),
            }
        }
    }

    /// Reads the record at the start of the text; none when it is blank.
    fn read(&mut self, intake: &Intake, line_no: u64, content: usize) -> Option<Result<PersonLine, Vec<LineProblem>>> {
        let record = &self.text[self.start..self.start + content];
        let refuse = |codes: &[Code]| {
            let problem = |code: &Code| LineProblem { line_no, code: *code, field: None };
            Some(Err(codes.iter().map(problem).collect()))
        };
        if record.trim_ascii().is_empty() {
            return None;
        }
        let text = self.layout.dialect.encoding.text(record);
        let nul = memchr::memchr(0, record).map(|_| Code::NulByte);
        let bad: Vec<Code> = nul.into_iter().chain(text.as_ref().err().copied()).collect();
        let text: Cow<'_, str> = match text {
            Ok(text) if bad.is_empty() => text,
            _ => return refuse(&bad),
        };
        let mut draft = Draft::new(&self.rules, line_no);
        match intake.format {
            UploadFormat::Csv => {
                let Some(cells) = self.splitter.split(&text) else { return refuse(&[Code::FieldCount]) };
                if cells.is_blank() {
                    return None;
                }
                if cells.len() != self.layout.width {
                    return refuse(&[Code::FieldCount]);
                }
                for (field, at) in &self.layout.positions {
                    draft.set(field, cells.get(*at));
                }
            }
            UploadFormat::Ndjson => match ndjson::parse(&text) {
                Ok(person) => json::fill(&mut draft, &person),
                Err(code) => return refuse(&[code]),
            },
        }
        for (field, value) in &intake.mapping.defaults {
            draft.set_default(field, value);
        }
        Some(draft.finish())
    }
}
