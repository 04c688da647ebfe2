//! Many cases from a stream: one JSON case per line in, one answer per line out, in the same order.
//!
//! Lines are taken as they arrive and answered before more is waited for, so that a program can hold a conversation. What has
//! arrived together is shared among the processor's cores. Memory is bounded by the longest batch, whatever comes.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::ops::Range;
use std::thread;

use crate::domain::calendar::Calendars;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::service::calculator::{LineAnswer, RefusedCase, answer_line};
use crate::wording::Words;

/// Bytes read at once.
const BUFFER: usize = 1 << 20;
/// Longest line.
const LONGEST: usize = 64 << 10;
/// Most lines of a batch.
const MOST: usize = 8_192;
/// Fewer lines than this are not worth a thread.
const WORTH_A_THREAD: usize = 64;

/// Answers every line of the input.
///
/// # Errors
/// When the input cannot be read or the output not be written. A bad line is no error: it has its problem as answer.
pub fn run(input: impl Read, mut output: impl Write, calendars: &Calendars, words: Words) -> io::Result<()> {
    let mut lines = Lines { reader: BufReader::with_capacity(BUFFER, input), number: 0 };
    let mut batch = Batch::default();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    while lines.next_batch(&mut batch)? {
        for answers in batch.answers(threads, calendars, words) {
            output.write_all(&answers)?;
        }
        output.flush()?;
    }
    Ok(())
}

/// Lines that arrived together.
#[derive(Default)]
struct Batch {
    bytes: Vec<u8>,
    lines: Vec<Line>,
}

struct Line {
    number: u64,
    /// Where it is in the bytes; none when it was too long to keep.
    place: Option<Range<usize>>,
}

impl Batch {
    /// The answers to all lines, in pieces that follow each other.
    fn answers(&self, threads: usize, calendars: &Calendars, words: Words) -> Vec<Vec<u8>> {
        let share = self.lines.len().div_ceil(threads).max(WORTH_A_THREAD);
        let mut shares = self.lines.chunks(share);
        let Some(own) = shares.next() else { return Vec::new() };
        thread::scope(|scope| {
            let others: Vec<_> =
                shares.map(|lines| scope.spawn(move || self.answer(lines, calendars, words))).collect();
            let mut answers = vec![self.answer(own, calendars, words)];
            answers.extend(others.into_iter().map(|other| other.join().expect("answering a line does not panic")));
            answers
        })
    }

    fn answer(&self, lines: &[Line], calendars: &Calendars, words: Words) -> Vec<u8> {
        let mut answers = Vec::with_capacity(lines.len() * 2_048);
        for line in lines {
            let answer = match &line.place {
                Some(place) => answer_line(&self.bytes[place.clone()], line.number, calendars, words),
                None => {
                    let problem = Problem::new(Code::LineTooLong);
                    LineAnswer::Refused(Box::new(RefusedCase::of(None, Some(line.number), &problem)))
                }
            };
            serde_json::to_writer(&mut answers, &answer).expect("plain data can be written to memory");
            answers.push(b'\n');
        }
        answers
    }
}

struct Lines<R> {
    reader: BufReader<R>,
    number: u64,
}

impl<R: Read> Lines<R> {
    /// Waits for a line, and takes with it what has arrived already. False at the end.
    fn next_batch(&mut self, batch: &mut Batch) -> io::Result<bool> {
        batch.bytes.clear();
        batch.lines.clear();
        while self.next_line(batch)? {
            let more_has_arrived = memchr::memchr(b'\n', self.reader.buffer()).is_some();
            if !batch.lines.is_empty() && (batch.lines.len() >= MOST || !more_has_arrived) {
                break;
            }
        }
        Ok(!batch.lines.is_empty())
    }

    /// Takes one line; an empty one counts and has no answer. False at the end.
    fn next_line(&mut self, batch: &mut Batch) -> io::Result<bool> {
        let from = batch.bytes.len();
        let (mut too_long, mut ended, mut any) = (false, false, false);
        while !ended {
            let piece = self.reader.fill_buf()?;
            if piece.is_empty() {
                break;
            }
            any = true;
            let end = memchr::memchr(b'\n', piece);
            ended = end.is_some();
            let text = &piece[..end.unwrap_or(piece.len())];
            too_long |= batch.bytes.len() - from + text.len() > LONGEST;
            if !too_long {
                batch.bytes.extend_from_slice(text);
            }
            let taken = text.len() + usize::from(ended);
            self.reader.consume(taken);
        }
        if !any {
            return Ok(false);
        }
        self.number += 1;
        if too_long {
            batch.bytes.truncate(from);
            batch.lines.push(Line { number: self.number, place: None });
        } else if !batch.bytes[from..].trim_ascii().is_empty() {
            batch.lines.push(Line { number: self.number, place: Some(from..batch.bytes.len()) });
        }
        Ok(true)
    }
}
