//! `recourse import calendars PATH` and `recourse import authorities PATH`: reads one text or a folder of them, and tells what
//! came of each.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::service::Context;
use crate::service::reference::{self, Held, Imported, ImportedOutcome};

use super::CliError;

/// Imports what the path names, as one kind of data.
///
/// # Errors
/// A file cannot be read, there is none, or the database failed. Nothing is imported before all files are read.
pub async fn import<R: Held>(context: &Context, path: PathBuf, dry_run: bool) -> Result<Vec<Imported>, CliError> {
    let texts = tokio::task::spawn_blocking(move || read(&path, R::MAX_BYTES)).await??;
    Ok(reference::import::<R>(context, texts, dry_run).await?)
}

/// The report in words, one line for each file.
pub fn told(report: &[Imported]) -> String {
    let line = |one: &Imported| match &one.outcome {
        ImportedOutcome::Added { version, replaces: Some(before) } => {
            format!("added      {version} in place of {before} ({})\n", one.file)
        }
        ImportedOutcome::Added { version, replaces: None } => format!("added      {version} ({})\n", one.file),
        ImportedOutcome::Unchanged { version } => format!("unchanged  {version} ({})\n", one.file),
        ImportedOutcome::Refused { reason } => format!("refused    {}: {reason}\n", one.file),
    };
    report.iter().map(line).collect()
}

/// Name and text of each file, in order.
fn read(path: &Path, longest: usize) -> Result<Vec<(String, String)>, String> {
    let failed = |path: &Path, error: &io::Error| format!("{} cannot be read: {error}", path.display());
    if !path.is_dir() {
        return Ok(vec![read_file(path, longest).map_err(|error| failed(path, &error))?]);
    }
    let mut files = Vec::new();
    for item in fs::read_dir(path).map_err(|error| failed(path, &error))? {
        let file = item.map_err(|error| failed(path, &error))?.path();
        if file.extension().is_some_and(|extension| extension == "txt") {
            files.push(file);
        }
    }
    if files.is_empty() {
        return Err(format!("{} has no file that ends in .txt", path.display()));
    }
    files.sort();
    files.iter().map(|file| read_file(file, longest).map_err(|error| failed(file, &error))).collect()
}

/// Reads at most one byte more than a text may have: what is longer is refused by whoever reads it.
fn read_file(path: &Path, longest: usize) -> io::Result<(String, String)> {
    let mut text = String::new();
    fs::File::open(path)?.take(longest as u64 + 1).read_to_string(&mut text)?;
    Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: usize = 1_000;

    #[test]
    fn a_file_and_a_folder_are_read_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        assert!(read(folder.path(), LONGEST).unwrap_err().ends_with("has no file that ends in .txt"));
        put("FR.txt", "two");
        put("DE.txt", "one");
        put("notes.md", "three");
        let named = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        assert_eq!(read(folder.path(), LONGEST).unwrap(), [named("DE.txt", "one"), named("FR.txt", "two")]);
        assert_eq!(read(&folder.path().join("notes.md"), LONGEST).unwrap(), [named("notes.md", "three")]);
        assert!(read(&folder.path().join("lost.txt"), LONGEST).unwrap_err().contains("lost.txt cannot be read"));
        put("long.txt", &"#".repeat(LONGEST + 9));
        assert_eq!(read(&folder.path().join("long.txt"), LONGEST).unwrap()[0].1.len(), LONGEST + 1);
    }

    #[test]
    fn the_report_has_a_line_for_each_file() {
        let one = |file: &str, outcome| Imported { file: file.to_owned(), outcome };
        let (version, before) = ("FR-2026.2".to_owned(), Some("FR-2026.1".to_owned()));
        let report = [
            one("a.txt", ImportedOutcome::Added { version: version.clone(), replaces: before }),
            one("b.txt", ImportedOutcome::Unchanged { version }),
            one("c.txt", ImportedOutcome::Refused { reason: "not understood: x".to_owned() }),
        ];
        assert_eq!(
            told(&report),
            "added      FR-2026.2 in place of FR-2026.1 (a.txt)\nunchanged  FR-2026.2 (b.txt)\n\
             refused    c.txt: not understood: x\n"
        );
    }
}
