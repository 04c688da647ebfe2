//! Where each record ends.
//!
//! A record of CSV may hold line breaks between quotation marks, so one stray quotation mark could swallow the rest of an
//! upload. Here it cannot: when a quotation mark is wrongly placed, is never closed, or the record grows past its bounds, only
//! the physical line on which the record started is given up, and reading goes on with the line after it.
//!
//! The bounds also bound the work: a line is looked at again at most `record_breaks` times.

use memchr::{memchr, memchr2};

use super::Limits;
use crate::domain::code::Code;

/// What stands at the start of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// A record: its content is the first `content` bytes, all of it with the line ending is `total` bytes.
    Record { content: usize, total: usize, breaks: u64 },
    /// Something that is no record, `total` bytes of it.
    Bad { code: Code, total: usize, breaks: u64 },
    /// More is needed to tell. The first `discard` bytes belong to something bad and need not be kept.
    More { discard: usize },
    /// Nothing is left.
    End,
}

/// Cuts records. Remembers how far it has looked, so that small pieces are not looked at twice.
#[derive(Debug, Clone)]
pub(super) struct Framer {
    /// None where quotation marks have no meaning.
    separator: Option<u8>,
    line_break: u8,
    record_bytes: usize,
    record_breaks: usize,
    scan: Scan,
}

#[derive(Debug, Clone, Default)]
struct Scan {
    at: usize,
    quote: Quote,
    first_break: Option<usize>,
    breaks: usize,
    /// The line is already known to be bad; only its end is looked for.
    skipping: Option<Code>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
enum Quote {
    /// Outside of quotation marks.
    #[default]
    Outside,
    /// Between them.
    Open,
    /// Right after one that may close, or be the first of a doubled one.
    Closed,
    /// After a closing one and padding.
    Padded,
}

impl Framer {
    /// Cuts records of CSV.
    pub fn csv(separator: u8, line_break: u8, limits: &Limits) -> Self {
        Self { separator: Some(separator), ..Self::lines(line_break, limits) }
    }

    /// Cuts lines.
    pub fn lines(line_break: u8, limits: &Limits) -> Self {
        let Limits { record_bytes, record_breaks, .. } = *limits;
        Self { separator: None, line_break, record_bytes, record_breaks, scan: Scan::default() }
    }

    /// Looks at the window, which starts where the last frame ended (less what was discarded), and grows between calls that
    /// ask for more. `last` says that it will not grow any more.
    pub fn next(&mut self, window: &[u8], last: bool) -> Frame {
        if self.scan.skipping.is_some() {
            return self.skip(window, last);
        }
        if window.is_empty() {
            return if last { Frame::End } else { Frame::More { discard: 0 } };
        }
        // The line ending may stand right after the longest record.
        let limit = window.len().min(self.record_bytes + 1);
        match self.scan_to(window, limit, last) {
            Some(frame) => frame,
            None if limit > self.record_bytes => match self.scan.first_break {
                Some(_) => self.give_up_first_line(Code::QuotesUnbalanced, window, last),
                None => self.give_up_first_line(Code::LineTooLong, window, last),
            },
            None if !last => Frame::More { discard: 0 },
            None if self.scan.quote == Quote::Open => self.give_up_first_line(Code::QuotesUnbalanced, window, last),
            None => self.record(window, window.len(), 0),
        }
    }

    /// Goes on to `limit`; a frame is found before it or not at all.
    fn scan_to(&mut self, window: &[u8], limit: usize, last: bool) -> Option<Frame> {
        while self.scan.at < limit {
            let at = self.scan.at;
            let rest = &window[at..limit];
            match self.scan.quote {
                Quote::Outside => {
                    let found = match self.separator {
                        Some(_) => memchr2(b'"', self.line_break, rest),
                        None => memchr(self.line_break, rest),
                    };
                    let Some(found) = found.map(|found| at + found) else {
                        self.scan.at = limit;
                        return None;
                    };
                    if window[found] == self.line_break {
                        return Some(self.record(window, found, 1));
                    }
                    if found == 0 || Some(window[found - 1]) == self.separator {
                        self.scan.quote = Quote::Open;
                    }
                    self.scan.at = found + 1;
                }
                Quote::Open => {
                    let Some(found) = memchr2(b'"', self.line_break, rest).map(|found| at + found) else {
                        self.scan.at = limit;
                        return None;
                    };
                    self.scan.at = found + 1;
                    if window[found] == b'"' {
                        self.scan.quote = Quote::Closed;
                        continue;
                    }
                    self.scan.first_break.get_or_insert(found);
                    self.scan.breaks += 1;
                    if self.scan.breaks > self.record_breaks {
                        return Some(self.give_up_first_line(Code::QuotesUnbalanced, window, last));
                    }
                }
                Quote::Closed | Quote::Padded => {
                    let byte = window[at];
                    self.scan.at = at + 1;
                    self.scan.quote = match byte {
                        b'"' if self.scan.quote == Quote::Closed => Quote::Open,
                        _ if Some(byte) == self.separator => Quote::Outside,
                        _ if byte == self.line_break => return Some(self.record(window, at, 1)),
                        b' ' | b'\r' => Quote::Padded,
                        _ => return Some(self.give_up_first_line(Code::QuotesUnbalanced, window, last)),
                    };
                }
            }
        }
        None
    }

    fn record(&mut self, window: &[u8], end: usize, ending: usize) -> Frame {
        let breaks = (self.scan.breaks + ending) as u64;
        let carriage_return = self.line_break == b'\n' && window[..end].last() == Some(&b'\r');
        self.scan = Scan::default();
        Frame::Record { content: end - usize::from(carriage_return), total: end + ending, breaks }
    }

    /// Refuses the physical line on which the record started.
    fn give_up_first_line(&mut self, code: Code, window: &[u8], last: bool) -> Frame {
        if let Some(first) = self.scan.first_break {
            self.scan = Scan::default();
            return Frame::Bad { code, total: first + 1, breaks: 1 };
        }
        self.scan.skipping = Some(code);
        self.skip(window, last)
    }

    fn skip(&mut self, window: &[u8], last: bool) -> Frame {
        let code = self.scan.skipping.unwrap_or(Code::LineTooLong);
        let end = memchr(self.line_break, window);
        if end.is_none() && !last {
            // What was looked at is gone: positions start again.
            self.scan = Scan { skipping: Some(code), ..Scan::default() };
            return Frame::More { discard: window.len() };
        }
        self.scan = Scan::default();
        match end {
            Some(end) => Frame::Bad { code, total: end + 1, breaks: 1 },
            None => Frame::Bad { code, total: window.len(), breaks: 0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Framer, Limits};
    use crate::domain::code::Code;
    use proptest::prelude::*;

    const LIMITS: Limits = Limits { record_bytes: 12, record_breaks: 2, head_bytes: 64, columns: 8 };

    /// Frames as text: `content`, or `!code`; with the line on which each starts.
    fn frames(source: &str, cuts: &[usize]) -> Vec<(u64, String)> {
        let (mut framer, mut found, mut line) = (Framer::csv(b';', b'\n', &LIMITS), Vec::new(), 1);
        let (mut start, mut arrived, mut cuts) = (0, 0, cuts.iter().copied().chain([source.len()]));
        loop {
            let last = arrived == source.len();
            match framer.next(&source.as_bytes()[start..arrived], last) {
                Frame::Record { content, total, breaks } => {
                    found.push((line, source[start..start + content].to_owned()));
                    (start, line) = (start + total, line + breaks);
                }
                Frame::Bad { code, total, breaks } => {
                    found.push((line, format!("!{}", code.as_str())));
                    (start, line) = (start + total, line + breaks);
                }
                Frame::More { discard } => {
                    start += discard;
                    arrived = cuts.next().unwrap_or(source.len()).clamp(arrived, source.len());
                }
                Frame::End => return found,
            }
        }
    }

    fn expect(source: &str, expected: &[(u64, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(line, text)| (*line, (*text).to_owned())).collect();
        assert_eq!(frames(source, &[]), expected, "{source:?}");
        let each_byte: Vec<usize> = (1..source.len()).collect();
        assert_eq!(frames(source, &each_byte), expected, "{source:?} byte by byte");
    }

    #[test]
    fn records_end_where_a_line_ends_outside_of_quotation_marks() {
        expect("a;b\nc;d", &[(1, "a;b"), (2, "c;d")]);
        expect("a;b\r\nc;d\r\n", &[(1, "a;b"), (2, "c;d")]);
        expect("a\n\nb\n", &[(1, "a"), (2, ""), (3, "b")]);
        expect("\"a\nb\";c\nd\n", &[(1, "\"a\nb\";c"), (3, "d")]);
        expect("\"a\"\"\n\";c\nd", &[(1, "\"a\"\"\n\";c"), (3, "d")]);
        expect("5\" x;y\nz", &[(1, "5\" x;y"), (2, "z")]);
        expect("\"a\" ;b\n", &[(1, "\"a\" ;b")]);
        expect("", &[]);
    }

    #[test]
    fn a_stray_quotation_mark_costs_one_line() {
        let bad = format!("!{}", Code::QuotesUnbalanced.as_str());
        expect("\"a;b\nc;d\ne;f\n", &[(1, &bad), (2, "c;d"), (3, "e;f")]);
        expect("\"a;b\n\"c\";d\ne", &[(1, &bad), (2, "\"c\";d"), (3, "e")]);
        expect("\"a\"b;c\nd\n", &[(1, &bad), (2, "d")]);
        expect("\"a", &[(1, &bad)]);
        expect("\"a\"b", &[(1, &bad)]);
        // More line breaks than a record may have.
        expect("\"a\nb\nc\nd\";e\nf", &[(1, &bad), (2, "b"), (3, "c"), (4, "d\";e"), (5, "f")]);
    }

    #[test]
    fn a_long_line_is_skipped_and_the_rest_read() {
        let long = format!("!{}", Code::LineTooLong.as_str());
        expect("123456789012\n1234567890123\nx", &[(1, "123456789012"), (2, &long), (3, "x")]);
        expect(&format!("{}\nx", "y".repeat(500)), &[(1, &long), (2, "x")]);
        expect(&"y".repeat(500), &[(1, &long)]);
        expect("\"345678901234567\nx", &[(1, &long), (2, "x")]);
    }

    proptest! {
        #[test]
        fn cuts_change_nothing(source in "[ab;\"\n\r]{0,60}", cuts in prop::collection::vec(0usize..60, 0..12)) {
            let mut cuts = cuts;
            cuts.sort_unstable();
            prop_assert_eq!(frames(&source, &cuts), frames(&source, &[]));
        }
    }
}
