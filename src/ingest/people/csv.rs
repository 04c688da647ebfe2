//! The cells of one record of CSV.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

/// Parts records into cells, in buffers that are used again for each record.
pub(super) struct Splitter {
    reader: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
}

/// The cells of one record.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    text: &'a str,
    ends: &'a [usize],
}

impl Splitter {
    /// A splitter for records cut by a `Framer` with the same separator.
    pub fn new(separator: u8, line_break: u8, columns: usize) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).terminator(Terminator::Any(line_break)).build();
        // One more than allowed, to see that there are too many, and one that is never filled.
        Self { reader, text: Vec::new(), ends: vec![0; columns + 2] }
    }

    /// The cells of a record, quotation marks resolved; none when there are more than a record may have.
    pub fn split(&mut self, record: &str) -> Option<Cells<'_>> {
        if self.text.len() <= record.len() {
            self.text.resize(record.len() + 1, 0);
        }
        if record.is_empty() {
            return Some(Cells { text: "", ends: &[] });
        }
        self.reader.reset();
        let (mut result, _, written, mut count) =
            self.reader.read_record(record.as_bytes(), &mut self.text, &mut self.ends);
        if result == ReadRecordResult::InputEmpty {
            let (at_end, _, _, more) = self.reader.read_record(&[], &mut [], &mut self.ends[count..]);
            result = at_end;
            count += more;
        }
        if result != ReadRecordResult::Record || count + 1 >= self.ends.len() {
            return None;
        }
        let text = std::str::from_utf8(&self.text[..written]).ok()?;
        Some(Cells { text, ends: &self.ends[..count] })
    }
}

impl<'a> Cells<'a> {
    /// Number of cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell at a position; nothing where there is none.
    pub fn get(&self, at: usize) -> &'a str {
        let start = if at == 0 { Some(0) } else { self.ends.get(at - 1).copied() };
        let range = start.zip(self.ends.get(at).copied());
        range.and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// Each cell.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let cells = *self;
        (0..cells.len()).map(move |at| cells.get(at))
    }

    /// Whether nothing stands in any cell, as in the lines spreadsheets leave behind.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Splitter;

    fn cells(record: &str) -> Option<Vec<String>> {
        Splitter::new(b';', b'\n', 4).split(record).map(|cells| cells.iter().map(str::to_owned).collect())
    }

    #[test]
    fn quotation_marks_are_resolved() {
        assert_eq!(cells("a;;\"c;\"\"d\"\"\"").unwrap(), ["a", "", "c;\"d\""]);
        assert_eq!(cells("\"a\nb\";é").unwrap(), ["a\nb", "é"]);
        assert_eq!(cells("5\" x;").unwrap(), ["5\" x", ""]);
        assert_eq!(cells("\"\"").unwrap(), [""]);
        assert_eq!(cells("").unwrap(), [""; 0]);
        assert_eq!(cells("a;b;c;d").unwrap().len(), 4);
        assert!(cells("a;b;c;d;e").is_none() && cells("a;b;c;d;e;f;g;h").is_none());
        assert!(Splitter::new(b';', b'\n', 4).split(";\" \";").unwrap().is_blank());
    }

    #[test]
    fn buffers_are_used_again() {
        let mut splitter = Splitter::new(b',', b'\n', 4);
        assert_eq!(splitter.split("aaa,bbb").unwrap().get(1), "bbb");
        assert_eq!(splitter.split("c,d").unwrap().get(0), "c");
        assert_eq!(splitter.split("c,d").unwrap().get(7), "");
    }
}
