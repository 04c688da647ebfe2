//! What the head of an upload decides for all of it: dialect, columns, and where the first record starts.

use std::collections::BTreeMap;

use super::csv::Splitter;
use super::dates::Evidence;
use super::frame::{Frame, Framer};
use super::transcode::Transcoder;
use super::{
    ColumnMapping, Dialect, DialectHints, Layout, Limits, LineEnding, TargetField, TextEncoding, UploadFormat,
    UploadProblem, encoding, separator, synonyms, words,
};
use crate::domain::code::Code;

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Survey {
    pub layout: Layout,
    /// Bytes of the byte-order mark.
    pub mark: usize,
    /// Bytes of the transcoded text before the first record.
    pub skip: usize,
    /// Line breaks among them.
    pub skipped_breaks: u64,
    /// The headings, empty when there are none.
    pub headings: Vec<String>,
    /// The mapping used.
    pub mapping: ColumnMapping,
    /// Headings without use, when the mapping was proposed here.
    pub unused: Vec<String>,
}

/// Looks at the head, which is `whole` when the upload has no more bytes. Without a mapping one is proposed.
///
/// # Errors
///
/// `upload_empty` when there is no line, `header_malformed` when the heading cannot be read, and what
/// [`ColumnMapping::resolve`] refuses.
pub(super) fn survey(
    head: &[u8],
    whole: bool,
    format: UploadFormat,
    hints: &DialectHints,
    mapping: Option<&ColumnMapping>,
    limits: &Limits,
) -> Result<Survey, UploadProblem> {
    let sniffed = encoding::sniff(head, whole, hints.encoding);
    let mut encoding = sniffed.encoding;
    if format == UploadFormat::Ndjson && hints.encoding.is_none() && encoding == TextEncoding::Windows1252 {
        // JSON is never written so; what is damaged is told line by line.
        encoding = TextEncoding::Utf8;
    }
    let mut transcoder = Transcoder::new(encoding);
    let mut sample = Vec::new();
    transcoder.push(head.get(sniffed.mark..).unwrap_or_default(), &mut sample);
    if whole {
        transcoder.finish(&mut sample);
    }
    let base = Dialect {
        encoding,
        separator: None,
        line_ending: LineEnding::Lf,
        header: false,
        date_order: None,
        date_order_ambiguous: false,
    };
    let (mark, mapping) = (sniffed.mark, mapping);
    match format {
        UploadFormat::Ndjson => Ok(Survey {
            layout: Layout { dialect: base, width: 0, positions: BTreeMap::new() },
            mark,
            skip: 0,
            skipped_breaks: 0,
            headings: Vec::new(),
            mapping: mapping.cloned().unwrap_or_default(),
            unused: Vec::new(),
        }),
        UploadFormat::Csv => Csv { sample: &sample, whole, hints, limits }.survey(base, mark, mapping),
    }
}

/// The part of a survey that CSV needs.
struct Csv<'a> {
    sample: &'a [u8],
    whole: bool,
    hints: &'a DialectHints,
    limits: &'a Limits,
}

impl Csv<'_> {
    fn survey(
        &self,
        mut dialect: Dialect,
        mark: usize,
        mapping: Option<&ColumnMapping>,
    ) -> Result<Survey, UploadProblem> {
        dialect.line_ending = self.line_ending();
        dialect.header = self.hints.header.unwrap_or(true);
        let line_break = dialect.line_ending.byte();
        let mut place = Place { at: 0, breaks: 0 };
        let stated = self.stated_separator(line_break, &mut place);
        let sniff = || {
            let wanted: Vec<String> =
                mapping.iter().flat_map(|mapping| mapping.columns.values()).map(|word| words::fold(word)).collect();
            separator::sniff(&self.sample[place.at..], self.whole, line_break, dialect.encoding, &wanted, self.limits)
        };
        let separator = self.hints.separator.or(stated).unwrap_or_else(sniff);
        dialect.separator = Some(separator);

        let mut framer = Framer::csv(separator.byte(), line_break, self.limits);
        let mut splitter = Splitter::new(separator.byte(), line_break, self.limits.columns);
        let first = self.first_record(&dialect, &mut framer, &mut splitter, &mut place)?;
        let width = first.len();
        let headings: Vec<String> = if dialect.header { first } else { Vec::new() };

        let (mapping, unused) = match mapping {
            Some(mapping) => (mapping.clone(), Vec::new()),
            None => synonyms::propose(&headings),
        };
        let positions = mapping.resolve(&headings, width)?;
        let evidence = self.date_evidence(&dialect, &mut splitter, &positions, width, place);
        (dialect.date_order, dialect.date_order_ambiguous) = match self.hints.date_order {
            Some(order) => (Some(order), false),
            None => evidence.verdict(),
        };
        let layout = Layout { dialect, width, positions };
        Ok(Survey { layout, mark, skip: place.at, skipped_breaks: place.breaks, headings, mapping, unused })
    }

    fn line_ending(&self) -> LineEnding {
        match memchr::memchr2(b'\n', b'\r', self.sample) {
            Some(_) if memchr::memchr(b'\n', self.sample).is_none() => LineEnding::Cr,
            _ => LineEnding::Lf,
        }
    }

    /// Passes a first line `sep=;`.
    fn stated_separator(&self, line_break: u8, place: &mut Place) -> Option<super::Separator> {
        match Framer::lines(line_break, self.limits).next(self.sample, self.whole) {
            Frame::Record { content, total, breaks } => {
                let stated = separator::stated(&self.sample[..content])?;
                *place = Place { at: total, breaks };
                Some(stated)
            }
            _ => None,
        }
    }

    /// The cells of the first line that is not blank. It is passed when it holds headings.
    fn first_record(
        &self,
        dialect: &Dialect,
        framer: &mut Framer,
        splitter: &mut Splitter,
        place: &mut Place,
    ) -> Result<Vec<String>, UploadProblem> {
        loop {
            let rest = &self.sample[place.at..];
            let (content, total, breaks) = match framer.next(rest, self.whole) {
                Frame::Record { content, total, breaks } => (&rest[..content], total, breaks),
                Frame::Bad { .. } | Frame::More { .. } => return Err(UploadProblem::new(Code::HeaderMalformed)),
                Frame::End => return Err(UploadProblem::new(Code::UploadEmpty)),
            };
            let text = dialect.encoding.text(content).map_err(|_| UploadProblem::new(Code::HeaderMalformed))?;
            let cells = splitter.split(&text).ok_or_else(|| UploadProblem::new(Code::HeaderMalformed))?;
            let blank = cells.is_blank();
            if blank || dialect.header {
                *place = Place { at: place.at + total, breaks: place.breaks + breaks };
            }
            if !blank {
                if text.contains('\0') {
                    return Err(UploadProblem::new(Code::HeaderMalformed));
                }
                return Ok(cells.iter().map(|cell| cell.trim().to_owned()).collect());
            }
        }
    }

    fn date_evidence(
        &self,
        dialect: &Dialect,
        splitter: &mut Splitter,
        positions: &BTreeMap<TargetField, usize>,
        width: usize,
        place: Place,
    ) -> Evidence {
        let mut evidence = Evidence::default();
        let columns: Vec<usize> = positions.iter().filter(|(field, _)| field.is_date()).map(|(_, at)| *at).collect();
        let Some(separator) = dialect.separator.filter(|_| !columns.is_empty()) else { return evidence };
        let mut framer = Framer::csv(separator.byte(), dialect.line_ending.byte(), self.limits);
        let mut rest = &self.sample[place.at..];
        loop {
            let (content, total) = match framer.next(rest, self.whole) {
                Frame::Record { content, total, .. } => (&rest[..content], total),
                Frame::Bad { total, .. } => (&rest[..0], total),
                Frame::More { .. } | Frame::End => return evidence,
            };
            rest = &rest[total..];
            let Ok(text) = dialect.encoding.text(content) else { continue };
            let Some(cells) = splitter.split(&text).filter(|cells| cells.len() == width) else { continue };
            for at in &columns {
                evidence.observe(cells.get(*at).trim());
            }
        }
    }
}

/// A place between two records of the sample.
#[derive(Debug, Clone, Copy)]
struct Place {
    at: usize,
    breaks: u64,
}
