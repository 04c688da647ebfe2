//! Rules for every text file: scripts, documents, configuration and code alike.

use std::path::Path;

use crate::hold;
use crate::sources;

/// First folders of addresses that exist on one machine only.
const OF_ONE_MACHINE: &[&str] = &["home", "root", "tmp", "work", "Users"];

#[test]
fn nothing_names_a_folder_of_one_machine() {
    let mut broken = Vec::new();
    for source in sources::all() {
        for (index, line) in source.text.lines().enumerate() {
            if let Some(folder) = OF_ONE_MACHINE.iter().find(|folder| names_folder(line, folder)) {
                broken.push(format!("{}:{} names /{folder}/", source.path, index + 1));
            }
        }
    }
    hold(
        "Nothing names a folder that exists on one machine only.",
        "Take the folder from the environment, from an argument, or from a temporary directory made for the purpose.",
        &broken,
    );
}

/// Whether an absolute path below this folder stands in the line: `/name/` that does not go on from another word.
fn names_folder(line: &str, folder: &str) -> bool {
    let pattern = format!("/{folder}/");
    line.match_indices(&pattern).any(|(index, _)| {
        let before = line[..index].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | '}' | '*' | '~' | ')'))
    })
}

#[test]
fn folders_of_one_machine_are_told_from_other_paths() {
    let home = ["ho", "me"].concat();
    assert!(names_folder(&format!("cd /{home}/ada"), &home));
    assert!(names_folder(&format!("\"/{home}/ada\""), &home));
    for other in [format!("https://example.org/{home}/x"), format!("a/{home}/x"), format!("/{home}less/x")] {
        assert!(!names_folder(&other, &home), "{other}");
    }
}

#[test]
fn scripts_stop_at_the_first_fault() {
    let mut broken = Vec::new();
    for source in sources::all().iter().filter(|source| source.text.starts_with("#!")) {
        if source.text.lines().next().is_some_and(|first| first.ends_with("bash"))
            && !source.text.lines().any(|line| line == "set -euo pipefail")
        {
            broken.push(format!("{} does not `set -euo pipefail`", source.path));
        }
        if !is_executable(&source.path) {
            broken.push(format!("{} cannot be executed (chmod +x)", source.path));
        }
    }
    hold(
        "Scripts are strict and can be run as they are.",
        "A step that fails in silence lets a later one report success.",
        &broken,
    );
}

#[cfg(unix)]
fn is_executable(path: &str) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    file.metadata().is_ok_and(|metadata| metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(_path: &str) -> bool {
    true
}
