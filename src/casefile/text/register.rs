//! The register of evidence: every file with its pages and its hash, in volumes of a fixed number of lines, so that ten
//! thousand people need ten times the time of a thousand and no more memory.

use super::page_of;
use crate::casefile::blocks::{Block, Column, Inline, Sheet, plain};
use crate::casefile::facts::FileFacts;
use crate::domain::legal_order::LegalOrder;
use crate::wording::{Phrase, Words};

/// Most lines of one volume.
pub const VOLUME_ENTRIES: usize = 500;

/// One volume, counted from 1, with the number of its first line.
pub fn volume(
    words: Words,
    law: LegalOrder,
    reference: &str,
    number: u32,
    volumes: u32,
    entries: &[FileFacts],
) -> Sheet {
    let label = |phrase| words.label(phrase);
    let columns = vec![
        Column::numbers(label(Phrase::Number)),
        Column::words(label(Phrase::File), 1),
        Column::numbers(label(Phrase::Pages)),
        Column::numbers(label(Phrase::Size)),
    ];
    let first = (number.max(1) as usize - 1) * VOLUME_ENTRIES + 1;
    let row = |(index, entry): (usize, &FileFacts)| {
        let mut file = plain(entry.name.as_str());
        file.push(Inline::Code { text: entry.sha256.clone() });
        let pages = entry.pages.map(|pages| words.count(u64::from(pages))).unwrap_or_default();
        vec![plain(words.count((first + index) as u64)), file, plain(pages), plain(words.count(entry.size))]
    };
    let title = label(Phrase::Register);
    let which = words.phrase(Phrase::Volume, [("volume", number.into()), ("volumes", volumes.into())]);
    let blocks = vec![
        Block::Head {
            title: title.clone(),
            notes: vec![which.clone(), words.phrase_under(law, Phrase::RegisterText, [])],
        },
        Block::table(columns, entries.iter().enumerate().map(row).collect()),
    ];
    Sheet {
        running: format!("{title} · {which}"),
        reference: reference.to_owned(),
        page_of: page_of(words),
        numbered: false,
        blocks,
    }
}
