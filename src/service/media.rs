//! What a file is, by its content. What a browser or a shell would run is refused.

/// Bytes that are looked at.
pub(super) const HEAD: usize = 4_096;

/// Text that starts active content, in small letters.
const ACTIVE: [&str; 7] = ["<!doctype", "<html", "<svg", "<script", "<?xml", "<?php", "#!"];

/// The media type of a file that is accepted; none for anything else.
pub fn detect(head: &[u8], declared: &str) -> Option<&'static str> {
    for (magic, media) in [
        (&b"%PDF-"[..], "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
    ] {
        if head.starts_with(magic) {
            return Some(media);
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
    use super::detect;

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
