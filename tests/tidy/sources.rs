//! The files of the repository, as text.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::lexed;

/// One text file.
pub struct Source {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// The whole content.
    pub text: String,
}

impl Source {
    /// The path of modules this file declares: `src/store/tx.rs` is `store`, `tx`; the root of a crate is empty.
    pub fn module(&self) -> Vec<String> {
        let inside = self.path.split_once("src/").map_or(self.path.as_str(), |(_, inside)| inside);
        let mut parts: Vec<String> = inside.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if parts.last().is_some_and(|last| last == "mod" || (parts.len() == 1 && (last == "lib" || last == "main"))) {
            parts.pop();
        }
        parts
    }

    /// Whether the file is compiled for tests alone. `test_modules` are those of [`test_modules`].
    pub fn is_test(&self, test_modules: &BTreeSet<Vec<String>>) -> bool {
        let module = self.module();
        let place = ["tests/", "benches/"].iter().any(|folder| self.path.starts_with(folder));
        place || (1..=module.len()).any(|length| test_modules.contains(&module[..length]))
    }
}

/// The modules of the service that are declared for tests alone, in files of their own.
///
/// `#[cfg(test)] mod samples;`, and the same with `#[path = "…"]` in between, whose text must then be the name of the file.
pub fn test_modules() -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    for source in service() {
        let lexemes = lexed::flat(&source.path, &source.text);
        let words: Vec<&str> = lexemes.iter().map(|lexeme| lexeme.text.as_str()).collect();
        for (index, _) in words.iter().enumerate().filter(|(_, word)| **word == "cfg") {
            let Some(["cfg", "(", "test", ")", "]", rest @ ..]) = words.get(index..) else { continue };
            let file = match rest {
                ["#", "[", "path", "=", literal, "]", "mod", _, ";", ..] => {
                    literal.trim_matches('"').trim_end_matches(".rs")
                }
                ["mod", name, ";", ..] => name,
                _ => continue,
            };
            let mut module = source.module();
            if rest[0] == "#" {
                // Such a path starts at the folder of the file, not at its module.
                module.pop();
            }
            module.push(file.to_owned());
            found.insert(module);
        }
    }
    found
}

/// Folders that hold nothing written by hand.
const NOT_OURS: &[&str] = &[".git", "target", "node_modules", ".recourse", "recourse-data", "receiver"];

/// Every text file of the repository.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(root, root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(
        found.iter().any(|source| source.path == "src/lib.rs"),
        "the sources were not found under {}",
        root.display()
    );
    found
}

/// Every Rust file.
pub fn rust() -> Vec<Source> {
    all().into_iter().filter(|source| source.path.ends_with(".rs")).collect()
}

/// The Rust files of the service itself.
pub fn service() -> Vec<Source> {
    rust().into_iter().filter(|source| source.path.starts_with("src/")).collect()
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    // Cargo marks its target folder, wherever it was told to put it.
    if folder.join("CACHEDIR.TAG").exists() {
        return;
    }
    for entry in fs::read_dir(folder).expect("a folder of the repository can be read") {
        let entry = entry.expect("an entry of the repository can be read");
        let kind = entry.file_type().expect("an entry has a kind");
        let path = entry.path();
        if NOT_OURS.contains(&entry.file_name().to_string_lossy().as_ref()) {
            continue;
        }
        if kind.is_dir() {
            collect(root, &path, found);
        } else if kind.is_file()
            && let Ok(text) = fs::read_to_string(&path)
            && !text.contains('\0')
        {
            let inside = path.strip_prefix(root).expect("the walk stays inside the root");
            found.push(Source { path: inside.to_string_lossy().replace('\\', "/"), text });
        }
    }
}
