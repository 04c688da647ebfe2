//! Turns UTF-16 into UTF-8 before records are cut, and counts back, so that offsets are those of the source.
//!
//! Other encodings pass unchanged: in all of them line breaks, separators and quotation marks are single ASCII bytes, so that
//! records are cut first and decoded one by one.
//!
//! What is not UTF-16 (a surrogate alone, a last odd byte) becomes bytes that are not UTF-8 and can still be counted back, so
//! that the record they stand in is refused by the same check as any other.

use super::TextEncoding;

/// Stands for a last odd byte.
const ODD: u8 = 0xFF;

/// The state between two pieces of the source.
#[derive(Debug, Clone)]
pub(super) struct Transcoder {
    kind: Kind,
    /// First half of a unit.
    half: Option<u8>,
    /// First unit of a pair.
    high: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Unchanged,
    LittleEndian,
    BigEndian,
}

impl Transcoder {
    /// A transcoder at a boundary between characters.
    pub fn new(encoding: TextEncoding) -> Self {
        let kind = match encoding {
            TextEncoding::Utf16Le => Kind::LittleEndian,
            TextEncoding::Utf16Be => Kind::BigEndian,
            _ => Kind::Unchanged,
        };
        Self { kind, half: None, high: None }
    }

    /// Adds a piece of the source to `out`.
    pub fn push(&mut self, mut piece: &[u8], out: &mut Vec<u8>) {
        if self.kind == Kind::Unchanged {
            out.extend_from_slice(piece);
            return;
        }
        if let (Some(first), Some((second, rest))) = (self.half, piece.split_first()) {
            self.half = None;
            self.unit([first, *second], out);
            piece = rest;
        }
        let (units, odd) = piece.as_chunks::<2>();
        for unit in units {
            self.unit(*unit, out);
        }
        if let [byte] = odd {
            self.half = Some(*byte);
        }
    }

    /// Adds what is left at the end of the source.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        if let Some(high) = self.high.take() {
            push_code(u32::from(high), out);
        }
        if self.half.take().is_some() {
            out.push(ODD);
        }
    }

    fn unit(&mut self, bytes: [u8; 2], out: &mut Vec<u8>) {
        let unit = if self.kind == Kind::BigEndian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) };
        if let Some(high) = self.high.take() {
            if (0xDC00..0xE000).contains(&unit) {
                let code = 0x1_0000 + ((u32::from(high) - 0xD800) << 10) + (u32::from(unit) - 0xDC00);
                push_code(code, out);
                return;
            }
            push_code(u32::from(high), out);
        }
        match unit {
            0..0x80 => out.push(unit as u8),
            0xD800..0xDC00 => self.high = Some(unit),
            _ => push_code(u32::from(unit), out),
        }
    }

    /// Bytes of the source that became `text`, which starts and ends between characters.
    pub fn source_len(&self, text: &[u8]) -> u64 {
        if self.kind == Kind::Unchanged {
            return text.len() as u64;
        }
        let of_byte = |byte: &u8| match *byte {
            0x80..0xC0 => 0,
            ODD => 1,
            0xF0.. => 4,
            _ => 2,
        };
        text.iter().map(of_byte).sum()
    }
}

/// Writes a code point as UTF-8 does, surrogates included, which `str` then refuses.
fn push_code(code: u32, out: &mut Vec<u8>) {
    let tail = |shift: u32| 0x80 | ((code >> shift) & 0x3F) as u8;
    match code {
        0..0x80 => out.push(code as u8),
        0x80..0x800 => out.extend([0xC0 | (code >> 6) as u8, tail(0)]),
        0x800..0x1_0000 => out.extend([0xE0 | (code >> 12) as u8, tail(6), tail(0)]),
        _ => out.extend([0xF0 | (code >> 18) as u8, tail(12), tail(6), tail(0)]),
    }
}

#[cfg(test)]
mod tests {
    use super::{TextEncoding, Transcoder};
    use proptest::prelude::*;

    fn transcode(encoding: TextEncoding, pieces: &[&[u8]]) -> (Vec<u8>, Transcoder) {
        let (mut out, mut transcoder) = (Vec::new(), Transcoder::new(encoding));
        for piece in pieces {
            transcoder.push(piece, &mut out);
        }
        transcoder.finish(&mut out);
        (out, transcoder)
    }

    proptest! {
        #[test]
        fn text_survives_any_cut_and_is_counted_back(text in "\\PC{0,40}", big in any::<bool>(), cut in 0usize..200) {
            let encoding = if big { TextEncoding::Utf16Be } else { TextEncoding::Utf16Le };
            let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            let source: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
            let (first, second) = source.split_at(cut.min(source.len()));
            let (out, transcoder) = transcode(encoding, &[first, second]);
            prop_assert_eq!(std::str::from_utf8(&out).unwrap(), &text);
            prop_assert_eq!(transcoder.source_len(&out), source.len() as u64);
        }

        #[test]
        fn anything_is_counted_back(source in prop::collection::vec(any::<u8>(), 0..80)) {
            let (out, transcoder) = transcode(TextEncoding::Utf16Le, &[&source]);
            prop_assert_eq!(transcoder.source_len(&out), source.len() as u64);
            let valid = source.len() % 2 == 0
                && char::decode_utf16(source.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit))).all(|c| c.is_ok());
            prop_assert_eq!(std::str::from_utf8(&out).is_ok(), valid);
        }
    }
}
