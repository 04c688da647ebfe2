//! Lines that a reader pastes are pasted: documents into their blocks, and a terminal that runs one after the other and tells what it
//! printed. What the reader waits for by reading, the terminal waits for by asking again.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use regex::Regex;
use serde_json::Value;

/// The address that documents are written with.
pub const WRITTEN_ADDRESS: &str = "http://127.0.0.1:8080";
/// Lines that are not run by the terminal: what builds and starts all of it, and the check that runs this.
pub const ELSEWHERE: [&str; 5] = [
    "scripts/test",
    "cargo build --release",
    "target/release/recourse serve",
    "RECOURSE_ALLOW_LOOPBACK_WEBHOOKS=true target/release/recourse serve",
    "cargo run -- demo",
];
/// How long a block may take (one makes a folder of Python programs, on a busy machine), and how long what it shows may take to come true.
const PATIENCE: Duration = Duration::from_secs(300);

/// A block of code of a document.
pub struct Block {
    /// The heading of the second level that it stands below.
    pub heading: String,
    /// The words behind its fence; none where it is indented.
    pub words: Vec<String>,
    /// The lines.
    pub code: String,
}

impl Block {
    /// Whether a reader pastes it who has chosen one of several ways, or has nothing to choose.
    fn is_pasted(&self, way: Option<&str>) -> bool {
        let [language, rest @ ..] = &self.words[..] else { return false };
        language == "bash" && rest.iter().all(|word| way == Some(word.as_str()))
    }

    /// Whether pasting it again does nothing but look again.
    fn looks(&self) -> bool {
        self.code.lines().all(|line| line.starts_with("get ") || line.starts_with("as "))
    }
}

/// The blocks of code of a document.
pub fn blocks(document: &str) -> Vec<Block> {
    let (mut blocks, mut heading, mut in_heading) = (Vec::<Block>::new(), String::new(), false);
    let mut in_block = false;
    for event in Parser::new_ext(document, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => {
                heading.clear();
                in_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Start(Tag::CodeBlock(kind)) => {
                let words = match kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().map(str::to_owned).collect(),
                    CodeBlockKind::Indented => Vec::new(),
                };
                blocks.push(Block { heading: heading.clone(), words, code: String::new() });
                in_block = true;
            }
            Event::End(TagEnd::CodeBlock) => in_block = false,
            Event::Text(text) if in_block => blocks.last_mut().expect("a block has begun").code += &text,
            Event::Text(text) | Event::Code(text) if in_heading => heading += &text,
            _ => {}
        }
    }
    for block in &mut blocks {
        block.code.truncate(block.code.trim_end().len());
    }
    blocks
}

/// A command that reaches this machine's services without a proxy.
pub fn direct(mut command: Command) -> Command {
    for name in ["no_proxy", "NO_PROXY"] {
        command.env(name, "127.0.0.1");
    }
    command
}

/// A folder that has the program where documents have it.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("target/release");
    std::fs::create_dir_all(&place).expect("a folder");
    std::fs::hard_link(env!("CARGO_BIN_EXE_recourse"), place.join("recourse"))
        .or_else(|_| std::fs::copy(env!("CARGO_BIN_EXE_recourse"), place.join("recourse")).map(drop))
        .expect("the binary where documents have it");
    folder
}

/// A shell that stops at the first line that fails, as a reader would, and goes with the value together with all it started.
pub struct Terminal {
    shell: Child,
    input: ChildStdin,
    lines: Receiver<String>,
    wrong: PathBuf,
    pasted: u32,
    replaced: Vec<(String, String)>,
}

impl Terminal {
    /// Opens it in a folder, of `bash` with its environment. `replaced` are words of documents for which others are pasted.
    pub fn open(mut shell: Command, folder: &tempfile::TempDir, replaced: &[(&str, &str)]) -> Self {
        let wrong = folder.path().join("wrong.log");
        shell.current_dir(folder.path()).env("XDG_CONFIG_HOME", folder.path()).process_group(0);
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(File::create(&wrong).expect("a file"));
        let mut shell = direct(shell).spawn().expect("bash runs");
        let output = BufReader::new(shell.stdout.take().expect("its output"));
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let input = shell.stdin.take().expect("its input");
        let replaced = replaced.iter().map(|(word, other)| ((*word).to_owned(), (*other).to_owned())).collect();
        let mut terminal = Self { shell, input, lines, wrong, pasted: 0, replaced };
        terminal.paste("set -euo pipefail");
        terminal
    }

    /// Pastes lines, waits for their end, and gives what was printed meanwhile.
    pub fn paste(&mut self, code: &str) -> String {
        self.pasted += 1;
        let mark = format!("-- the end of block {} --", self.pasted);
        let code = self.replaced.iter().fold(code.to_owned(), |code, (word, other)| code.replace(word, other));
        // From a file, so that no program of the block reads the next one.
        let file = self.wrong.with_file_name("pasted.sh");
        std::fs::write(&file, &code).expect("a file");
        writeln!(self.input, "source {} </dev/null\nprintf '\\n%s\\n' '{mark}'", file.display())
            .expect("the shell takes it");
        let (mut told, started) = (String::new(), Instant::now());
        loop {
            match self.lines.recv_timeout(PATIENCE.saturating_sub(started.elapsed())) {
                Ok(line) if line == mark => return told,
                Ok(line) => told = told + &line + "\n",
                Err(why) => {
                    let why = if why == RecvTimeoutError::Timeout { "does not end" } else { "fails" };
                    panic!("this block {why}:\n{code}\nIt printed:\n{told}\n{}", self.wrong());
                }
            }
        }
    }

    /// Asks again and again until at least so many lines are printed.
    pub fn until(&mut self, what: &str, least: usize) {
        let started = Instant::now();
        while self.paste(&format!("{what} || true")).lines().filter(|line| !line.is_empty()).count() < least {
            assert!(started.elapsed() < PATIENCE, "it does not happen: {what}\n{}", self.wrong());
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Pastes every block of a guide in its order, and holds what the guide shows against what is printed. `way` is the one of several
    /// that the reader has chosen; what is shown below a block is looked for again until it is there, where looking does no harm.
    pub fn follow(&mut self, guide: &str, way: Option<&str>) {
        let blocks = blocks(guide);
        let mut pasted = 0;
        for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.is_pasted(way)) {
            let is_shown =
                |block: &&Block| block.words.first().is_some_and(|language| language == "json" || language == "text");
            let shown: Vec<&Block> = blocks[at + 1..].iter().take_while(is_shown).collect();
            let started = Instant::now();
            loop {
                let told = self.paste(&block.code);
                let Some(missing) = shown.iter().find(|shown| !is_told(shown, &told)) else { break };
                assert!(
                    block.looks() && started.elapsed() < PATIENCE,
                    "the guide shows\n{}\nfor\n{}\nwhich prints\n{told}\n{}",
                    missing.code,
                    block.code,
                    self.wrong()
                );
                std::thread::sleep(Duration::from_millis(100));
            }
            pasted += 1;
        }
        assert!(pasted > 0, "the guide has lines to paste");
    }

    /// What was printed to the standard error.
    pub fn wrong(&self) -> String {
        std::fs::read_to_string(&self.wrong).unwrap_or_default()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Everything it started is of its group.
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", self.shell.id())]).status();
        let _ = self.shell.wait();
    }
}

/// Whether what a document shows was printed. Of JSON a part is shown; ids, numbers in words and dates are others.
fn is_told(shown: &Block, told: &str) -> bool {
    if shown.words[0] == "json" {
        let shown: Value = serde_json::from_str(&shown.code).unwrap_or_else(|error| panic!("{error}: {}", shown.code));
        return told.lines().filter_map(|line| serde_json::from_str(line).ok()).any(|value| is_part(&shown, &value));
    }
    let mut told = told.lines();
    let mut known = BTreeMap::new();
    // In their order; lines that are shown to be the same are the same.
    shown.code.lines().all(|line| {
        let found = told.find(|other| shape(other) == shape(line));
        found.is_some_and(|found| *known.entry(line).or_insert(found) == found)
    })
}

fn is_part(shown: &Value, value: &Value) -> bool {
    match (shown, value) {
        (Value::Object(shown), Value::Object(value)) => {
            shown.iter().all(|(name, shown)| value.get(name).is_some_and(|value| is_part(shown, value)))
        }
        (Value::Array(shown), Value::Array(value)) if shown.is_empty() => value.is_empty(),
        (Value::Array(shown), Value::Array(value)) => {
            shown.len() <= value.len() && shown.iter().zip(value).all(|(shown, value)| is_part(shown, value))
        }
        (Value::String(shown), Value::String(value)) => match shown.split_once('…') {
            Some((before, after)) => value.starts_with(before) && value.ends_with(after),
            None => shape(shown) == shape(value),
        },
        _ => shown == value,
    }
}

/// A line without its ids, numbers, dates and columns.
pub fn shape(line: &str) -> String {
    let ids = Regex::new("[0-9a-f]{32}|[0-9]+").expect("a pattern");
    ids.replace_all(&line.split_whitespace().collect::<Vec<_>>().join(" "), "#").into_owned()
}

#[test]
fn what_is_shown_is_told_from_what_is_not() {
    let block = |language: &str, code: &str| Block {
        heading: String::new(),
        words: vec![language.to_owned()],
        code: code.to_owned(),
    };
    let told = "{\"items\":[{\"id\":\"req_01a2184e68aa710ba6636ad105630ceb\",\"due\":\"2026-12-28\",\"count\":2}],\"more\":[]}\na 1\na 1\n";
    for shown in [
        r#"{"items": [{"id": "req_00000000000000000000000000000000", "due": "2027-01-04"}]}"#,
        r#"{"items": [{"id": "req_…", "count": 2}], "more": []}"#,
    ] {
        assert!(is_told(&block("json", shown), told), "{shown}");
    }
    for shown in [
        r#"{"items": []}"#,
        r#"{"items": [{"count": 3}]}"#,
        r#"{"items": [{"id": "dlv_01a2184e68aa710ba6636ad105630ceb"}]}"#,
        r#"{"items": [{}, {}]}"#,
        r#"{"next": "…"}"#,
    ] {
        assert!(!is_told(&block("json", shown), told), "{shown}");
    }
    assert!(is_told(&block("text", "a 2\na 2"), told) && !is_told(&block("text", "a 1\na 1\na 1"), told));
    assert!(!is_told(&block("text", "a 2\na 2"), "a 1\na 2\n"), "shown to be the same");
}
