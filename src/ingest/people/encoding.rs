//! Which encoding an upload has, told from its head, and the reading of one record in it.

use std::borrow::Cow;

use encoding_rs::Encoding;

use crate::domain::code::Code;
use crate::domain::text_enum;

text_enum! {
    /// How characters are written as bytes, by the name the encoding has on the web.
    pub enum TextEncoding {
        /// The default.
        Utf8 = "utf-8",
        /// What spreadsheets call "Unicode text".
        Utf16Le = "utf-16le",
        /// The same, bytes swapped.
        Utf16Be = "utf-16be",
        /// Western Europe; what older spreadsheets write. `iso-8859-1` is read as this.
        Windows1252 = "windows-1252",
        /// Western Europe, on older servers.
        Iso8859_15 = "iso-8859-15",
        /// Central Europe.
        Windows1250 = "windows-1250",
        /// Cyrillic.
        Windows1251 = "windows-1251",
        /// Greek.
        Windows1253 = "windows-1253",
        /// Baltic.
        Windows1257 = "windows-1257",
        /// Central Europe, on older servers.
        Iso8859_2 = "iso-8859-2",
        /// Greek, on older servers.
        Iso8859_7 = "iso-8859-7",
    }
}

impl TextEncoding {
    /// The encoding a label means, for example the `charset` of a content type.
    pub fn from_label(label: &str) -> Option<Self> {
        let name = Encoding::for_label(label.as_bytes())?.name().to_ascii_lowercase();
        name.parse().ok()
    }

    /// The table of a single-byte encoding; none for the encodings of Unicode.
    fn table(self) -> Option<&'static Encoding> {
        match self {
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => None,
            Self::Windows1252 => Some(encoding_rs::WINDOWS_1252),
            Self::Iso8859_15 => Some(encoding_rs::ISO_8859_15),
            Self::Windows1250 => Some(encoding_rs::WINDOWS_1250),
            Self::Windows1251 => Some(encoding_rs::WINDOWS_1251),
            Self::Windows1253 => Some(encoding_rs::WINDOWS_1253),
            Self::Windows1257 => Some(encoding_rs::WINDOWS_1257),
            Self::Iso8859_2 => Some(encoding_rs::ISO_8859_2),
            Self::Iso8859_7 => Some(encoding_rs::ISO_8859_7),
        }
    }

    /// The text of a record. UTF-16 has been turned into UTF-8 before records are cut, see `transcode`.
    pub(super) fn text(self, record: &[u8]) -> Result<Cow<'_, str>, Code> {
        match self.table() {
            None => std::str::from_utf8(record).map(Cow::Borrowed).map_err(|_| Code::BadEncoding),
            Some(table) => table.decode_without_bom_handling_and_without_replacement(record).ok_or(Code::BadEncoding),
        }
    }
}

/// What the head tells about the encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sniffed {
    pub encoding: TextEncoding,
    /// Bytes of the mark to leave out.
    pub mark: usize,
}

/// Tells the encoding. A byte-order mark decides; then the hint; then the bytes themselves.
///
/// `whole` says that the head is all there is, so that a character cut at its end is an error.
pub(super) fn sniff(head: &[u8], whole: bool, hint: Option<TextEncoding>) -> Sniffed {
    for (encoding, mark) in [
        (TextEncoding::Utf8, b"\xEF\xBB\xBF".as_slice()),
        (TextEncoding::Utf16Le, b"\xFF\xFE"),
        (TextEncoding::Utf16Be, b"\xFE\xFF"),
    ] {
        if head.starts_with(mark) {
            return Sniffed { encoding, mark: mark.len() };
        }
    }
    let encoding = hint.or_else(|| unmarked_utf16(head)).unwrap_or_else(|| utf8_or_western(head, whole));
    Sniffed { encoding, mark: 0 }
}

/// UTF-16 without a mark shows itself by the zero half of each Latin letter.
fn unmarked_utf16(head: &[u8]) -> Option<TextEncoding> {
    let sample = &head[..head.len().min(4096)];
    let pairs = sample.len() / 2;
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let (many, few) = (|count: usize| count * 3 > pairs, |count: usize| count * 50 <= pairs);
    match pairs {
        0..4 => None,
        _ if many(second) && few(first) => Some(TextEncoding::Utf16Le),
        _ if many(first) && few(second) => Some(TextEncoding::Utf16Be),
        _ => None,
    }
}

/// UTF-8, unless more of the head is not UTF-8 than is, and that looks like western text: neither one damaged line nor another
/// alphabet makes all lines be read as what they are not. Lines that cannot be read are refused, which tells the caller to
/// state the encoding; names in wrong letters would tell nobody.
fn utf8_or_western(head: &[u8], whole: bool) -> TextEncoding {
    let (mut good, mut bad, mut western_looking) = (0usize, 0usize, 0usize);
    let mut start = 0;
    while let Err(error) = std::str::from_utf8(&head[start..]) {
        let at = start + error.valid_up_to();
        good += multi_byte(&head[start..at]);
        start = at + error.error_len().unwrap_or(head.len() - at);
        if error.error_len().is_some() || whole {
            bad += 1;
            western_looking += usize::from(looks_western(head, at));
        }
    }
    good += multi_byte(&head[start..]);
    if bad > good && western_looking * 10 >= bad * 9 { western(head) } else { TextEncoding::Utf8 }
}

/// Characters of valid UTF-8 that are not ASCII.
fn multi_byte(valid: &[u8]) -> usize {
    valid.iter().filter(|byte| **byte >= 0xC0).count()
}

/// Whether a byte that is not ASCII is what western text has there: a sign of print, or a letter in a word of Latin letters.
fn looks_western(head: &[u8], at: usize) -> bool {
    const SIGNS: &[u8] = b"\x80\x82\x84\x85\x91\x92\x93\x94\x96\x97\xA0\xA7\xAB\xB0\xB2\xB4\xB7\xBA\xBB";
    let is_letter = |byte: u8| match byte {
        0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F | 0xA6 | 0xA8 | 0xB8 | 0xBC..=0xBE => true,
        0xD7 | 0xF7 | 0xFF => false,
        _ => byte >= 0xC0,
    };
    let byte = head[at];
    let before = at.checked_sub(1).map_or(b' ', |before| head[before]);
    let after = head.get(at + 1).copied().unwrap_or(b' ');
    let small_before_capital = before.is_ascii_lowercase() && (0xC0..0xDF).contains(&byte);
    // Four letters in a row that all carry a sign stand in no western word, but in all words of other alphabets.
    let row = head[..at].iter().rev().take_while(|byte| is_letter(**byte)).count()
        + head[at..].iter().take(4).take_while(|byte| is_letter(**byte)).count();
    let in_word = [before, after].iter().any(|near| near.is_ascii_alphabetic() || is_letter(*near));
    SIGNS.contains(&byte) || (is_letter(byte) && in_word && !small_before_capital && row < 4)
}

/// The two western encodings differ in few letters. Bytes 80 to 9F are letters and quotes of windows-1252 only; the others
/// are signs there and letters of ISO-8859-15, so that next to a letter they mean the latter.
fn western(head: &[u8]) -> TextEncoding {
    const LETTERS_OF_15: &[u8] = &[0xA6, 0xA8, 0xB8, 0xBC, 0xBD, 0xBE];
    if head.iter().any(|byte| (0x80..0xA0).contains(byte)) {
        return TextEncoding::Windows1252;
    }
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let inside_word =
        |at: usize| is_letter(head.get(at + 1)) || at.checked_sub(1).is_some_and(|before| is_letter(head.get(before)));
    let found = head.iter().enumerate().any(|(at, byte)| LETTERS_OF_15.contains(byte) && inside_word(at));
    if found { TextEncoding::Iso8859_15 } else { TextEncoding::Windows1252 }
}

#[cfg(test)]
mod tests {
    use super::{TextEncoding, sniff};

    fn sniffed(head: &[u8]) -> TextEncoding {
        sniff(head, true, None).encoding
    }

    #[test]
    fn marks_decide_even_against_a_hint() {
        let cases: &[(&[u8], TextEncoding, usize)] = &[
            (b"\xEF\xBB\xBFNom", TextEncoding::Utf8, 3),
            (b"\xFF\xFEN\0o\0", TextEncoding::Utf16Le, 2),
            (b"\xFE\xFF\0N\0o", TextEncoding::Utf16Be, 2),
        ];
        for (head, encoding, mark) in cases {
            let found = sniff(head, true, Some(TextEncoding::Windows1250));
            assert_eq!((found.encoding, found.mark), (*encoding, *mark));
        }
        assert_eq!(sniff(b"Nom", true, Some(TextEncoding::Windows1250)).encoding, TextEncoding::Windows1250);
    }

    #[test]
    fn bytes_tell_the_encoding() {
        assert_eq!(sniffed(b"Nom;Ville"), TextEncoding::Utf8);
        assert_eq!(sniffed("Prénom;Łódź".as_bytes()), TextEncoding::Utf8);
        assert_eq!(sniffed(b"Pr\xE9nom;Ville"), TextEncoding::Windows1252);
        assert_eq!(sniffed(b"Pr\xE9nom;c\x9Cur"), TextEncoding::Windows1252);
        assert_eq!(sniffed(b"Pr\xE9nom;c\xBDur"), TextEncoding::Iso8859_15);
        assert_eq!(sniffed(b"Pr\xE9nom;12 \xAB rue \xBB"), TextEncoding::Windows1252);
        assert_eq!(sniffed(b"\xC9l\xE9onore;No\xEBl;Stra\xDFe;Se\xF1or"), TextEncoding::Windows1252);
        assert_eq!(sniffed(b"N\0o\0m\0;\0V\0i\0"), TextEncoding::Utf16Le);
        assert_eq!(sniffed(b"\0N\0o\0m\0;\0V\0i"), TextEncoding::Utf16Be);
    }

    #[test]
    fn what_is_neither_is_left_to_each_line() {
        // One damaged line among good ones.
        assert_eq!(sniffed(&["Prénom;Hélène".as_bytes(), b"\xE9".as_slice()].concat()), TextEncoding::Utf8);
        assert_eq!(sniffed(b"Nom;Bob\xFFby"), TextEncoding::Utf8);
        assert_eq!(sniffed(b"Nom;Bob\xC3("), TextEncoding::Utf8);
        // Other alphabets.
        assert_eq!(sniffed(&encoding_rs::WINDOWS_1251.encode("Имя;Мария;Иванова").0), TextEncoding::Utf8);
        assert_eq!(sniffed(&encoding_rs::WINDOWS_1253.encode("Όνομα;Μαρία;Παπαδοπούλου").0), TextEncoding::Utf8);
        assert_eq!(
            sniffed(&encoding_rs::WINDOWS_1250.encode("Imię;Żółkiewska;Łódź;Wałęsa;Kowalski").0),
            TextEncoding::Utf8
        );
    }

    #[test]
    fn a_character_cut_at_the_end_of_the_head_is_no_error() {
        let head = b"Pr\xE9";
        assert_eq!(sniff(head, false, None).encoding, TextEncoding::Utf8);
        assert_eq!(sniff(head, true, None).encoding, TextEncoding::Windows1252);
    }

    #[test]
    fn labels_of_the_web_are_known() {
        assert_eq!(TextEncoding::from_label("ISO-8859-1"), Some(TextEncoding::Windows1252));
        assert_eq!(TextEncoding::from_label("UTF8"), Some(TextEncoding::Utf8));
        assert_eq!(TextEncoding::from_label("shift_jis"), None);
        for encoding in TextEncoding::ALL {
            assert_eq!(TextEncoding::from_label(encoding.as_str()), Some(*encoding));
        }
    }
}
