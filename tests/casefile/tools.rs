//! The programs that read the files back.

use std::path::Path;
use std::process::{Command, Output};

/// Runs a program and gives what it printed. `scripts/test` installs those that are missing.
pub fn run(program: &str, arguments: &[&str]) -> String {
    let output = output(program, arguments);
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    // `pdfinfo` prints the text of a structure byte by byte, whatever the encoding asked for.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn output(program: &str, arguments: &[&str]) -> Output {
    Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program} cannot be run: {error}. Debian: poppler-utils, qpdf, unzip"))
}

/// Whether a program is there.
pub fn is_installed(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// The path as an argument.
pub fn text_of(path: &Path) -> &str {
    path.to_str().expect("the path is UTF-8")
}

/// The words of a document in reading order, with single spaces.
pub fn words(path: &Path) -> String {
    let text = run("pdftotext", &["-enc", "UTF-8", text_of(path), "-"]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a document without any space and hyphen, to look for a value wherever its line was broken.
pub fn letters(path: &Path) -> String {
    let text = run("pdftotext", &["-enc", "UTF-8", text_of(path), "-"]);
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{200b}')).collect()
}

/// One line of what `pdfinfo` says.
pub fn info(path: &Path, name: &str) -> String {
    let printed = run("pdfinfo", &[text_of(path)]);
    let line = printed.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.unwrap_or_else(|| panic!("pdfinfo says nothing of {name}: {printed}")).trim().to_owned()
}
