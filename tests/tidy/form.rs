//! The form of Rust files.

use std::collections::BTreeMap;

use crate::hold;
use crate::lexed;
use crate::sources::{self, Source};

/// Longest Rust file, in lines. Most are far shorter.
const LONGEST: usize = 400;

/// Files that are longer for a reason: path, own limit, reason. The limit may only shrink, except with its reason.
const LONGER: &[(&str, usize, &str)] = &[];

/// Files that may silence lints by `allow`: path, reason.
const SILENCING: &[(&str, &str)] = &[(
    "tests/support/mod.rs",
    "compiled into several test binaries, each of which uses another part: `expect` would fail in some",
)];

/// Where text may be printed for a person; everywhere else there is the log.
const PRINTERS: &[&str] = &["src/main.rs", "src/cli/", "src/client/", "src/demo/"];

fn is_empty(source: &Source) -> bool {
    source.text.trim().is_empty()
}

#[test]
fn every_module_says_what_it_is_for() {
    let test_modules = sources::test_modules();
    let broken: Vec<String> = sources::rust()
        .iter()
        .filter(|source| !is_empty(source) && !source.text.starts_with("//! "))
        // Unit tests in a file of their own belong to the module whose name they carry.
        .filter(|source| !(source.path.ends_with("tests.rs") && source.is_test(&test_modules)))
        .map(|source| source.path.clone())
        .collect();
    hold(
        "Every Rust file starts with `//!` and the theory of what is in it.",
        "Say what the module is for and what always holds in it; a reader should know whether to read on.",
        &broken,
    );
}

#[test]
fn files_stay_short() {
    let mut broken = Vec::new();
    for source in sources::rust() {
        let lines = source.text.lines().count();
        let longer = LONGER.iter().find(|(path, ..)| *path == source.path);
        let limit = longer.map_or(LONGEST, |(_, limit, _)| *limit);
        if lines > limit {
            broken.push(format!("{} has {lines} lines, its limit is {limit}", source.path));
        }
        if longer.is_some() && lines <= LONGEST {
            broken.push(format!("{} has become short: take it off the list", source.path));
        }
    }
    for (path, ..) in LONGER {
        if !sources::rust().iter().any(|source| source.path == *path) {
            broken.push(format!("{path} is gone: take it off the list"));
        }
    }
    hold(
        "Files stay short: one subject each.",
        "Split by meaning, never by count. A file that must be long stands in LONGER in tests/tidy/form.rs with its reason.",
        &broken,
    );
}

#[test]
fn nothing_is_left_unfinished_or_silenced() {
    // Written in pieces of tokens, so that this file does not find itself.
    let patterns: &[(&[&str], &str)] = &[
        (&["todo", "!"], "finish it, or leave it out and say so where a user sees it"),
        (&["unimplemented", "!"], "finish it, or leave it out and say so where a user sees it"),
        (&["dbg", "!"], "use `tracing`, with fields and without personal values"),
        (&["unsafe"], "there is a safe way for everything this service does"),
        (&["#", "[", "ignore"], "a test that does not run proves nothing: mend it or delete it"),
        (
            &["#", "[", "allow"],
            "use `#[expect(…, reason = \"…\")]`: it says why, and it vanishes when no longer needed",
        ),
        (&["#", "!", "[", "allow"], "use `#[expect(…, reason = \"…\")]` on the smallest item"),
    ];
    let mut broken = Vec::new();
    for source in sources::rust() {
        let lexemes = lexed::flat(&source.path, &source.text);
        let silences = SILENCING.iter().any(|(path, _)| *path == source.path);
        for (pattern, reason) in patterns.iter().filter(|(pattern, _)| !(silences && pattern.contains(&"allow"))) {
            for line in lexed::lines_with(&lexemes, pattern) {
                broken.push(format!("{}:{line} has `{}`: {reason}", source.path, pattern.concat()));
            }
        }
    }
    hold("Nothing is left unfinished or silenced.", "Each line below says what to do instead.", &broken);
}

#[test]
fn only_commands_print() {
    let test_modules = sources::test_modules();
    let mut broken = Vec::new();
    for source in sources::rust() {
        if source.is_test(&test_modules) || PRINTERS.iter().any(|place| source.path.starts_with(place)) {
            continue;
        }
        let lexemes = lexed::flat(&source.path, &source.text);
        for word in ["print", "println", "eprint", "eprintln"] {
            for line in lexed::lines_with(&lexemes, &[word, "!"]) {
                broken.push(format!("{}:{line} has `{word}!`", source.path));
            }
        }
    }
    hold(
        "Only commands print.",
        "A service tells by its log, which has levels, fields and a format; use `tracing`.",
        &broken,
    );
}

/// Names of types in a file that become schemas of the API document under their own name.
fn schema_names(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut becomes_schema = false;
    for line in text.lines().map(str::trim) {
        let opens = line.starts_with("text_enum!") || (line.starts_with("#[derive(") && line.contains("ToSchema"));
        becomes_schema = opens || becomes_schema && !line.starts_with("#[schema(as");
        let Some(item) =
            ["pub struct ", "pub enum ", "struct ", "enum "].iter().find_map(|word| line.strip_prefix(word))
        else {
            continue;
        };
        if becomes_schema {
            names.push(item.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(item));
        }
        becomes_schema = false;
    }
    names
}

#[test]
fn a_schema_name_belongs_to_one_type() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources::rust().into_iter().filter(|source| source.path.starts_with("src/")) {
        for name in schema_names(&source.text) {
            places.entry(name.to_owned()).or_default().push(source.path.clone());
        }
    }
    assert!(places.len() > 50, "the schemas are found");
    let broken: Vec<String> = places
        .iter()
        .filter(|(_, paths)| paths.len() > 1)
        .map(|(name, paths)| format!("{name}: {}", paths.join(", ")))
        .collect();
    hold(
        "Two types of the API never have one name: the document would keep only one of them.",
        "Use one of the two in both places, or give the other a name of its own.",
        &broken,
    );
}
