//! What a file is, by its content. What a browser or a shell would run is refused.

/// Bytes that are looked at.
pub(super) const HEAD: usize = 4_096;

/// Text that starts active content or a format that is not taken, in small letters: of the web, of shells, PostScript, RTF (which
/// begins as JSON does), GIF (which can be a script at the same time) and mail.
const ACTIVE: [&str; 11] =
    ["<!doctype", "<html", "<svg", "<script", "<?xml", "<?php", "#!", "%!", "{\\rtf", "gif8", "mime-version:"];

/// What names the macros in a document of Office, which is an archive.
pub(super) const MACROS: &[u8] = b"vbaProject.bin";

/// Most pixels that a picture may claim: whoever opens it makes room for each (ASVS 5.2.6).
const PIXELS_MAX: u64 = 100_000_000;

/// The media type of a file that is accepted; none for anything else.
pub fn detect(head: &[u8], declared: &str) -> Option<&'static str> {
    for (magic, media) in [
        (&b"%PDF-"[..], "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
    ] {
        if head.starts_with(magic) {
            return pixels(head, media).is_none_or(|pixels| pixels <= PIXELS_MAX).then_some(media);
        }
    }
    let text = as_text(head)?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let lower: String = start.chars().take(1_024).flat_map(char::to_lowercase).collect();
    if start.starts_with('<') || ACTIVE.iter().any(|active| lower.starts_with(active)) || lower.contains("<script") {
        return None;
    }
    if start.starts_with(['{', '[']) {
        return Some("application/json");
    }
    Some(if declared.eq_ignore_ascii_case("text/csv") { "text/csv" } else { "text/plain" })
}

/// How many pixels a picture claims, where that stands in its head.
fn pixels(head: &[u8], media: &str) -> Option<u64> {
    let number = |at: usize, bytes: usize| {
        let found = head.get(at..at + bytes)?;
        Some(found.iter().fold(0, |number: u64, byte| number << 8 | u64::from(*byte)))
    };
    if media == "image/png" {
        return Some(number(16, 4)?.saturating_mul(number(20, 4)?));
    }
    if media != "image/jpeg" {
        return None;
    }
    // Segment by segment to the one that begins a frame.
    let mut at = 2;
    loop {
        let marker = number(at, 2)?;
        let is_frame = (0xffc0..=0xffcf).contains(&marker) && !matches!(marker, 0xffc4 | 0xffc8 | 0xffcc);
        if is_frame {
            return Some(number(at + 5, 2)?.saturating_mul(number(at + 7, 2)?));
        }
        if marker < 0xffc0 {
            return None;
        }
        at += 2 + usize::try_from(number(at + 2, 2)?).ok()?;
    }
}

/// Longest file name, in characters.
const NAME_MAX: usize = 200;
/// What file systems or shells take for something else than a part of a name.
const NOT_IN_NAMES: [char; 9] = ['/', '\\', '"', ':', '*', '?', '<', '>', '|'];
/// Names of devices on Windows, whatever extension they have.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether a name can be given to whoever saves the file: it leads nowhere, names no device, and looks like what it is.
pub(super) fn is_plain_name(name: &str) -> bool {
    let shown = |c: char| !c.is_control() && !NOT_IN_NAMES.contains(&c) && !is_hidden(c);
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port = numbered.is_some_and(|number| number.chars().count() == 1 && number.chars().all(char::is_numeric));
    (1..=NAME_MAX).contains(&name.chars().count())
        && name.chars().all(shown)
        && !name.starts_with(' ')
        && !name.ends_with(['.', ' '])
        && !is_port
        && !DEVICES.contains(&stem.as_str())
}

/// Characters that are not seen and change how others are: marks of direction, spaces of no width, breaks of lines. Those that join
/// letters are parts of words.
const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// The head as text; a character cut at its end is no fault. No control characters but those of texts.
fn as_text(head: &[u8]) -> Option<&str> {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&head[..error.valid_up_to()]).ok()?,
        Err(_) => return None,
    };
    let plain = text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    (plain && !text.trim().is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{detect, is_plain_name};

    #[test]
    fn a_picture_that_swells_is_refused() {
        let png = |width: u32, height: u32| {
            [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", &width.to_be_bytes()[..], &height.to_be_bytes()].concat()
        };
        let jpeg = |frame: u8, width: u16, height: u16| {
            let head = [&b"\xff\xd8\xff\xe0\0\x04\0\0\xff"[..], &[frame], b"\0\x11\x08"].concat();
            [&head[..], &height.to_be_bytes(), &width.to_be_bytes(), b"\x03"].concat()
        };
        assert_eq!(detect(&png(10_000, 10_000), ""), Some("image/png"));
        assert_eq!(detect(&png(10_001, 10_000), ""), None);
        assert_eq!(detect(&png(u32::MAX, u32::MAX), ""), None);
        for frame in [0xc0, 0xc2] {
            assert_eq!(detect(&jpeg(frame, 9_000, 9_000), ""), Some("image/jpeg"));
            assert_eq!(detect(&jpeg(frame, 60_000, 60_000), ""), None);
        }
        assert_eq!(detect(b"\xff\xd8\xff\xe0\0", ""), Some("image/jpeg"), "what is cut short claims nothing");
        assert_eq!(detect(b"\xff\xd8\xff\xe0\0\0\xff\xe0\0\0", ""), Some("image/jpeg"));
    }

    #[test]
    fn names_lead_nowhere_and_look_like_what_they_are() {
        for good in [
            "answer.pdf",
            "Grüße (1).tar.gz",
            ".profile",
            "nullable",
            "console.txt",
            "com10.txt",
            "می\u{200c}خواهم.pdf",
        ] {
            assert!(is_plain_name(good), "{good}");
        }
        for bad in [
            "",
            ".",
            "..",
            "a/b",
            "a\\b",
            "x.",
            "x ",
            " x",
            "NUL",
            "aux.txt",
            "COM1.pdf",
            "lpt\u{b9}.x",
            "a\u{202e}b",
            "a\nb",
            "a:b",
        ] {
            assert!(!is_plain_name(bad), "{bad:?}");
        }
        assert!(is_plain_name(&"ä".repeat(200)) && !is_plain_name(&"ä".repeat(201)));
    }

    #[test]
    fn content_decides_and_active_content_is_refused() {
        assert_eq!(detect(b"%PDF-1.7 ...", "text/html"), Some("application/pdf"));
        assert_eq!(detect(b"PK\x03\x04....", ""), Some("application/zip"));
        assert_eq!(detect(b"\x89PNG\r\n\x1a\n", ""), Some("image/png"));
        assert_eq!(detect(b" {\"a\": 1}", "text/csv"), Some("application/json"));
        assert_eq!(detect(b"a;b\n1;2\n", "text/csv"), Some("text/csv"));
        assert_eq!(detect("Grüße".as_bytes(), ""), Some("text/plain"));
        for bad in [
            &b"<!DOCTYPE html><p>"[..],
            b"\xef\xbb\xbf <svg xmlns=''>",
            b"hello <script>alert(1)</script>",
            b"#!/bin/sh\n",
            b"MZ\x90\x00",
            b"\x7fELF",
            b"",
        ] {
            assert_eq!(detect(bad, "application/pdf"), None, "{bad:?}");
        }
    }
}
