//! Rules for documents: what they name exists, and what exists is on the map.

use std::collections::BTreeSet;
use std::path::Path;

use crate::hold;
use crate::sources;

/// Folders of the repository that a document may name in backquotes.
const FOLDERS: &[&str] =
    &["src/", "entity/", "migration/", "tests/", "benches/", "docs/", "scripts/", "openapi/", ".ci/"];

/// Files that a command makes, and that a document may name before they are there.
const GENERATED: &[&str] = &["openapi/v1.json"];

#[test]
fn links_in_documents_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut broken = Vec::new();
    for source in sources::all().iter().filter(|source| source.path.ends_with(".md")) {
        let folder = root.join(&source.path).parent().expect("a file lies in a folder").to_path_buf();
        for link in links(&source.text) {
            let target = link.split('#').next().unwrap_or_default();
            // Guides are read where the service shows them; `tests/api/docs.rs` follows what lies beside them there.
            let is_of_the_service = source.path.starts_with("docs/guides/") && target.starts_with("/docs/");
            if !target.is_empty() && !is_of_the_service && !folder.join(target).exists() {
                broken.push(format!("{} links to {link}", source.path));
            }
        }
    }
    hold("Links between documents lead somewhere.", "Correct the link, or write what it promises.", &broken);
}

/// Targets of `[text](target)` that are files of the repository.
fn links(text: &str) -> Vec<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target)
        .filter(|target| !target.contains("://") && !target.starts_with("mailto:"))
        .collect()
}

#[test]
fn documents_name_files_and_modules_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let modules = modules();
    let mut broken = Vec::new();
    for source in sources::all().iter().filter(|source| source.path.ends_with(".md")) {
        for name in quoted(&source.text) {
            let is_file = FOLDERS.iter().any(|folder| name.starts_with(folder));
            if is_file && !GENERATED.contains(&name) && !root.join(name).exists() {
                broken.push(format!("{} names the file `{name}`", source.path));
            }
            let parts: Vec<&str> = name.split("::").collect();
            let is_module = parts.len() > 1
                && modules.contains(parts[0])
                && parts.iter().all(|part| part.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
            if is_module && !modules.contains(name) {
                broken.push(format!("{} names the module `{name}`", source.path));
            }
        }
    }
    hold(
        "Files and modules that documents name exist.",
        "A map that is wrong is worse than none: correct the document in the commit that moves the code.",
        &broken,
    );
}

/// Every module of the service as `store` or `store::tx`.
fn modules() -> BTreeSet<String> {
    sources::service().iter().map(|source| source.module().join("::")).collect()
}

/// Single words and paths in backquotes; commands and code are more than one word.
fn quoted(text: &str) -> Vec<&str> {
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .filter(|quoted| !quoted.contains(|c: char| c.is_whitespace() || matches!(c, '…' | '*' | '<' | '{' | '$')))
        .collect()
}

#[test]
fn every_layer_is_on_the_map() {
    let map = sources::all().into_iter().find(|source| source.path == "docs/ARCHITECTURE.md").expect("there is a map");
    let broken: Vec<String> = modules()
        .into_iter()
        .filter(|module| !module.is_empty() && !module.contains("::"))
        .filter(|module| !map.text.contains(&format!("\n| `{module}` |")))
        .map(|module| format!("`{module}` has no row"))
        .collect();
    hold(
        "Every module at the top of src has a row in docs/ARCHITECTURE.md.",
        "Say what it holds and what it never does.",
        &broken,
    );
}

#[test]
fn decisions_have_one_form() {
    let mut broken = Vec::new();
    let decisions: Vec<_> =
        sources::all().into_iter().filter(|source| source.path.starts_with("docs/decisions/")).collect();
    for (index, decision) in decisions.iter().enumerate() {
        let number = format!("{:04}", index + 1);
        let name = decision.path.trim_start_matches("docs/decisions/");
        if !name.starts_with(&format!("{number}-")) || !decision.text.starts_with(&format!("# {number}: ")) {
            broken.push(format!("{} should be number {number}, in its name and in its title", decision.path));
        }
        let parts: Vec<&str> = decision.text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        if parts != ["Context", "Decision", "Set aside", "Consequences"] {
            broken.push(format!("{} has the parts {parts:?}", decision.path));
        }
    }
    assert!(!decisions.is_empty(), "no decisions were found");
    hold(
        "Decisions are numbered without gaps, and have four parts: Context, Decision, Set aside, Consequences.",
        "A decision is not rewritten: a later page that reverses it says so, and takes the next number.",
        &broken,
    );
}
