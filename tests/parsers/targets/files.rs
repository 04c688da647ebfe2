//! What a file is, by its content: nothing that a browser or a shell would run passes for text.

use recourse::service::media::detect;

use super::{Target, choice};

pub const TARGET: Target = Target { name: "files", max_bytes: 1_024, seeds, run };

const DECLARED: [&str; 4] = ["text/csv", "TEXT/CSV", "application/pdf", ""];

fn run(input: &[u8]) {
    let (choice, content) = choice(input);
    let Some(media) = detect(content, DECLARED[usize::from(choice % 4)]) else { return };
    let text = match media {
        "application/pdf" => return assert!(content.starts_with(b"%PDF-")),
        "application/zip" => return assert!(content.starts_with(b"PK")),
        "image/png" => return assert!(content.starts_with(b"\x89PNG")),
        "image/jpeg" => return assert!(content.starts_with(b"\xff\xd8\xff")),
        "application/json" | "text/csv" | "text/plain" => String::from_utf8_lossy(content),
        other => panic!("{other} is none of the kinds that are kept"),
    };
    assert!(!content.contains(&0), "text holds no zero byte");
    let start = text.trim_start_matches('\u{feff}').trim_start().to_lowercase();
    let active = ["<", "#!", "<?php", "<script"].iter().any(|mark| start.starts_with(mark));
    assert!(!active && !start.chars().take(1_000).collect::<String>().contains("<script"), "active content is no text");
    assert!(media != "text/csv" || choice % 4 < 2, "only what is declared as CSV is");
}

fn seeds() -> Vec<Vec<u8>> {
    let contents: [&[u8]; 9] = [
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b" {\"a\":1}",
        b"a;b\n1;2\n",
        b"\xef\xbb\xbf <svg xmlns=''>",
        b"hello <ScRiPt>",
        b"#!/bin/sh\n",
    ];
    (0..4).flat_map(|choice| contents.map(|content| [&[choice], content].concat())).collect()
}
