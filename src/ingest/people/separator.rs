//! Which separator a CSV upload uses.

use std::cmp::Reverse;

use super::csv::Splitter;
use super::frame::{Frame, Framer};
use super::words::fold;
use super::{Limits, Separator, TextEncoding};

/// Records looked at.
const RECORDS: usize = 50;

/// The separator a first line `sep=;` tells, as one spreadsheet writes it.
pub(super) fn stated(first_record: &[u8]) -> Option<Separator> {
    let (name, sign) = first_record.split_at_checked(4)?;
    let known = |separator: &Separator| sign == [separator.byte()];
    if name.eq_ignore_ascii_case(b"sep=") { Separator::ALL.iter().copied().find(known) } else { None }
}

/// The separator under which most wanted headings are there, then most records have as many columns as the first, then there
/// are most columns. The comma when there is but one column.
pub(super) fn sniff(
    sample: &[u8],
    whole: bool,
    line_break: u8,
    encoding: TextEncoding,
    wanted: &[String],
    limits: &Limits,
) -> Separator {
    let score = |separator: &Separator| {
        let mut framer = Framer::csv(separator.byte(), line_break, limits);
        let mut splitter = Splitter::new(separator.byte(), line_break, limits.columns);
        let (mut rest, mut width, mut fitting, mut seen, mut headings) = (sample, 0, 0usize, 0usize, 0);
        while seen < RECORDS {
            let (content, total) = match framer.next(rest, whole) {
                Frame::Record { content, total, .. } => (&rest[..content], total),
                Frame::Bad { total, .. } => (&rest[..0], total),
                Frame::More { .. } | Frame::End => break,
            };
            rest = &rest[total..];
            let text = encoding.text(content).unwrap_or_default();
            let cells = match splitter.split(&text) {
                Some(cells) if !cells.is_blank() => cells,
                _ => continue,
            };
            if seen == 0 {
                width = cells.len();
                headings = cells.iter().filter(|cell| wanted.contains(&fold(cell))).count();
            }
            seen += 1;
            fitting += usize::from(cells.len() == width);
        }
        if width < 2 { (headings, 0, 0) } else { (headings, fitting * 100 / seen.max(1), width) }
    };
    let in_order = [Separator::Comma, Separator::Semicolon, Separator::Tab, Separator::Pipe];
    in_order.into_iter().min_by_key(|separator| Reverse(score(separator))).unwrap_or(Separator::Comma)
}

#[cfg(test)]
mod tests {
    use super::{Limits, Separator, TextEncoding, sniff, stated};

    fn sniffed(sample: &str, wanted: &[&str]) -> Separator {
        let wanted: Vec<String> = wanted.iter().map(|word| (*word).to_owned()).collect();
        sniff(sample.as_bytes(), true, b'\n', TextEncoding::Utf8, &wanted, &Limits::default())
    }

    #[test]
    fn columns_of_equal_number_tell_the_separator() {
        assert_eq!(sniffed("a;b;c\n1,5;2,5;3,5\n1,6;2,6;3,6\n", &[]), Separator::Semicolon);
        assert_eq!(sniffed("a,b\n\"x;y;z\",1\n\"x;y;z\",1\n", &[]), Separator::Comma);
        assert_eq!(sniffed("a\tb\n1, rue A\t2\n", &[]), Separator::Tab);
        assert_eq!(sniffed("a|b\n1|2\n", &[]), Separator::Pipe);
        assert_eq!(sniffed("email\nx@example.org\n", &[]), Separator::Comma);
        assert_eq!(sniffed("", &[]), Separator::Comma);
    }

    #[test]
    fn wanted_headings_are_stronger() {
        assert_eq!(sniffed("Nom, Prénom;Courriel\nA, B;a@example.org\n", &["courriel"]), Separator::Semicolon);
    }

    #[test]
    fn a_spreadsheet_may_state_it() {
        assert_eq!(stated(b"sep=;"), Some(Separator::Semicolon));
        assert_eq!(stated(b"SEP=\t"), Some(Separator::Tab));
        assert_eq!(stated(b"sep=x"), None);
        assert_eq!(stated(b"sepia"), None);
        assert_eq!(stated("se€".as_bytes()), None);
    }
}
