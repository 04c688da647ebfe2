//! From the bytes of files to entries, one file at a time; each refusal stays with its file.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::entry::{DirectoryEntry, ObsoleteEntry};
use super::refusal::{RecordProblem, RefusalReason as Reason, Refused};
use super::{convert, schema};

/// Largest file of a record, in bytes. The largest of the open directory has some thousands.
pub const FILE_BYTES_MAX: u64 = 256 * 1024;

/// One file of the folder, read or not.
#[derive(Debug)]
pub struct SourceFile {
    /// Path inside the folder, with `/`; its last part is the slug and `.json`.
    pub path: String,
    /// The bytes, or why there are none.
    pub content: Result<Vec<u8>, RecordProblem>,
}

/// A record of either kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParsedRecord {
    /// A controller in use.
    Entry(Box<DirectoryEntry>),
    /// One that is no longer used.
    Obsolete(ObsoleteEntry),
}

/// What a folder holds. Every file is in exactly one of the three.
#[derive(Debug, Default)]
pub struct ParsedFolder {
    /// Controllers in use, by slug.
    pub entries: BTreeMap<String, DirectoryEntry>,
    /// Those no longer used, by slug, each with its file.
    pub obsolete: BTreeMap<String, (String, ObsoleteEntry)>,
    /// Files that were not taken, in order of their paths.
    pub refused: Vec<Refused>,
}

/// Parses all files of a folder. Nothing else than the entries is kept, so files can come one by one.
pub fn parse_folder(files: impl IntoIterator<Item = SourceFile>) -> ParsedFolder {
    let mut parsed: BTreeMap<String, Vec<(String, ParsedRecord)>> = BTreeMap::new();
    let mut folder = ParsedFolder::default();
    for SourceFile { path, content } in files {
        match content.map_err(|problem| vec![problem]).and_then(|bytes| parse_file(&path, &bytes)) {
            Ok(record) => parsed.entry(record.slug().to_owned()).or_default().push((path, record)),
            Err(problems) => folder.refused.push(Refused { file: path, problems }),
        }
    }
    for (slug, mut records) in parsed {
        if records.len() > 1 {
            folder.refused.extend(records.into_iter().map(|(file, _)| Refused {
                file,
                problems: vec![RecordProblem::at("/slug", Reason::RepeatedSlug, "another file has the same slug")],
            }));
            continue;
        }
        match records.pop() {
            Some((_, ParsedRecord::Entry(entry))) => _ = folder.entries.insert(slug, *entry),
            Some((file, ParsedRecord::Obsolete(entry))) => _ = folder.obsolete.insert(slug, (file, entry)),
            None => {}
        }
    }
    folder.refused.sort_by(|a, b| a.file.cmp(&b.file));
    folder
}

impl ParsedRecord {
    /// The record's slug.
    pub fn slug(&self) -> &str {
        match self {
            Self::Entry(entry) => &entry.slug,
            Self::Obsolete(entry) => &entry.slug,
        }
    }
}

/// Parses one file. The word `obsolete` for its quality tells the kind of a record, not the folder it lies in.
///
/// # Errors
///
/// All that is wrong with the record, up to a bound.
pub fn parse_file(path: &str, bytes: &[u8]) -> Result<ParsedRecord, Vec<RecordProblem>> {
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(vec![too_large()]);
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|error| vec![not_json(&error)])?;
    let Value::Object(record) = value else {
        return Err(vec![RecordProblem::whole(Reason::NotAnObject, "a record is one JSON object")]);
    };
    let is_obsolete = record.get("quality").and_then(Value::as_str) == Some("obsolete");
    let problems = schema::check(&record, if is_obsolete { schema::OBSOLETE } else { schema::COMPANY });
    if !problems.is_empty() {
        return Err(problems);
    }
    let parsed = if is_obsolete {
        convert::obsolete(read(bytes)?).map(ParsedRecord::Obsolete)
    } else {
        convert::company(read(bytes)?).map(|entry| ParsedRecord::Entry(Box::new(entry)))
    }
    .map_err(|problem| vec![problem])?;
    if slug_of(path) != Some(parsed.slug()) {
        let detail = "must be the name of the file without .json";
        return Err(vec![RecordProblem::at("/slug", Reason::SlugIsNotFileName, detail)]);
    }
    Ok(parsed)
}

/// The refusal of a file that is larger than any record.
pub fn too_large() -> RecordProblem {
    RecordProblem::whole(Reason::FileTooLarge, format!("a record has {} KiB at most", FILE_BYTES_MAX / 1024))
}

/// The text of a JSON error can repeat values, so only the place is told.
fn not_json(error: &serde_json::Error) -> RecordProblem {
    let detail = format!("is not JSON in UTF-8 (line {}, column {})", error.line(), error.column());
    RecordProblem::whole(Reason::NotJson, detail)
}

/// Reads the typed record. The schema has passed, so only a field that stands twice is left to refuse: the untyped reading
/// keeps the last of them, the typed one takes neither.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Vec<RecordProblem>> {
    serde_json::from_slice(bytes).map_err(|error| {
        let detail = format!("a field stands twice (line {})", error.line());
        vec![RecordProblem::whole(Reason::RepeatedField, detail)]
    })
}

fn slug_of(path: &str) -> Option<&str> {
    path.rsplit('/').next()?.strip_suffix(".json")
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
