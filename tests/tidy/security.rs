//! Rules for the pages about security: what they claim can be looked up.

use std::path::Path;

use crate::hold;
use crate::sources;

/// How the service stands to OWASP ASVS.
const TABLE: &str = "docs/ASVS.md";
/// The pages that name tests; all that begins so.
const PAGES: &[&str] = &["docs/SECURITY.md", TABLE, "docs/templates/"];
/// What can be said of a requirement.
const STATES: [&str; 3] = ["met", "not applicable", "open"];
/// Requirements of ASVS 5.0.0 at level 2, with those of level 3 in chapters 8, 11, 12, 14 and 16.
const REQUIREMENTS: usize = 277;
/// Its chapters.
const CHAPTERS: u32 = 17;

/// What stands in backquotes, of a line or a cell.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Whether a text in backquotes is meant as a file of the repository.
fn is_file_name(quoted: &str) -> bool {
    !quoted.contains(char::is_whitespace)
        && [".rs", ".toml", ".lock"]
            .iter()
            .any(|extension| quoted.len() > extension.len() && quoted.ends_with(*extension))
}

/// Whether Rust source defines a function of this name.
fn defines(source: &str, name: &str) -> bool {
    let head = format!("fn {name}");
    source.match_indices(&head).any(|(at, _)| source[at + head.len()..].starts_with(['(', '<']))
}

#[test]
fn files_and_tests_that_are_named_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = sources::all();
    let (mut broken, mut named) = (Vec::new(), 0);
    for page in all.iter().filter(|page| PAGES.iter().any(|start| page.path.starts_with(*start))) {
        for (index, line) in page.text.lines().enumerate() {
            let place = format!("{}:{}", page.path, index + 1);
            let files: Vec<&str> = quoted(line).filter(|name| is_file_name(name)).collect();
            for file in files.iter().filter(|file| !root.join(file).is_file()) {
                broken.push(format!("{place} names the file `{file}`"));
            }
            for name in quoted(line).filter_map(|quoted| quoted.strip_prefix("fn ")) {
                named += 1;
                let mut texts = all.iter().filter(|source| files.contains(&source.path.as_str()));
                if !texts.any(|source| defines(&source.text, name)) {
                    broken.push(format!("{place} names `fn {name}`, which none of the files of that line has"));
                }
            }
        }
    }
    assert!(named > 100, "the tests that are named were not found");
    hold(
        "Files and tests that the pages about security name exist.",
        "A defence whose proof is gone is no defence: name the new test on the same line as its file, or take the claim back.",
        &broken,
    );
}

/// A line of the table.
struct Row<'t> {
    number: &'t str,
    level: &'t str,
    state: &'t str,
    shown: &'t str,
}

/// The lines that begin with the number of a requirement.
fn rows(table: &str) -> Vec<Row<'_>> {
    table
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            match cells[..] {
                ["", number, level, _, state, shown, ""] if place(number).len() == 3 => {
                    Some(Row { number, level, state, shown })
                }
                _ => None,
            }
        })
        .collect()
}

/// The parts of a requirement's number.
fn place(number: &str) -> Vec<u32> {
    number.split('.').filter_map(|part| part.parse().ok()).collect()
}

#[test]
fn each_requirement_has_its_state_and_what_shows_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = sources::all().into_iter().find(|source| source.path == TABLE).expect("there is a table");
    let rows = rows(&table.text);
    let mut broken = Vec::new();
    for row in &rows {
        if !STATES.contains(&row.state) {
            broken.push(format!("{} is `{}`", row.number, row.state));
        }
        if !["1", "2", "3"].contains(&row.level) {
            broken.push(format!("{} is of level `{}`", row.number, row.level));
        }
        if row.shown.is_empty() {
            broken.push(format!("{} says nothing of why", row.number));
        }
        let is_shown = quoted(row.shown).any(|name| root.join(name).is_file());
        if row.state == "met" && !is_shown {
            broken.push(format!("{} is met and names no file that shows it", row.number));
        }
    }
    for pair in rows.windows(2) {
        if place(pair[0].number) >= place(pair[1].number) {
            broken.push(format!("{} stands before {}", pair[0].number, pair[1].number));
        }
    }
    for chapter in 1..=CHAPTERS {
        let count =
            |state: &str| rows.iter().filter(|row| place(row.number)[0] == chapter && row.state == state).count();
        let counts = STATES.map(|state| count(state).to_string());
        let summary = |line: &str| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            matches!(cells[..], ["", name, met, none, open, ""]
                if name.starts_with(&format!("{chapter} ")) && [met, none, open] == counts)
        };
        if !table.text.lines().any(summary) {
            broken.push(format!("chapter {chapter} has {} lines that are {}", counts.join(", "), STATES.join(", ")));
        }
    }
    if rows.len() != REQUIREMENTS {
        broken.push(format!("{} requirements are told of, there are {REQUIREMENTS}", rows.len()));
    }
    hold(
        "Each requirement stands once in docs/ASVS.md, in its order, as met, not applicable or open; what is met names a file.",
        "Where nothing shows it, it is open, and says what is missing.",
        &broken,
    );
}

#[test]
fn a_function_is_told_from_one_with_a_longer_name() {
    let source = "async fn one_longer(app) {} fn other<T>() {}";
    assert!(defines(source, "one_longer") && defines(source, "other"));
    assert!(!defines(source, "one") && !defines(source, "longer") && !defines(source, "others"));
}
