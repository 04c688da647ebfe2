//! The markup of letters, and the blocks it is read into. HTML, plain text and PDF are made from the blocks, so that a letter has
//! one source and says the same everywhere.
//!
//! ```text
//! # The subject, once, in the first line
//!
//! A paragraph, whose lines are joined, until an empty line. Two stars around **words** make them strong, a backslash
//! before a sign takes it as it is, and one at the end of a line\
//! breaks the line.
//!
//! - one item
//! - and another
//!
//! | one column | and another |
//! | a row      | of cells    |
//! ```
//!
//! Values are not read as markup at all ([`quote`](super::quote)). What is no markup is text: nothing can be wrong with it.

use serde::Serialize;

use super::quote::{BREAK, CLOSE, OPEN};

/// A letter without what stands around it. Holds personal data, which its `Debug` does not show.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Body {
    /// What it is about, in one line.
    pub subject: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Body {
    /// Whether these words stand in it, in one piece of text.
    pub fn says(&self, words: &str) -> bool {
        let holds = |runs: &[Run]| runs.iter().any(|run| matches!(run, Run::Text { text, .. } if text.contains(words)));
        self.blocks.iter().any(|block| match block {
            Block::Paragraph { runs } => holds(runs),
            Block::List { items } => items.iter().any(|item| holds(item)),
            Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).any(|cell| holds(cell)),
        })
    }
}

/// A part of a letter.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<Vec<Run>>,
    },
    /// A table.
    Table {
        /// The names of its columns.
        head: Vec<Vec<Run>>,
        /// Its rows, each with as many cells.
        rows: Vec<Vec<Vec<Run>>>,
    },
}

/// A piece of text.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Run {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// Whether they are strong.
        strong: bool,
    },
    /// A line break.
    Break,
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Body({} blocks)", self.blocks.len())
    }
}

/// Why a text is no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MarkupFault {
    /// The first line is not the subject.
    #[error("The first line of a letter is its subject: `# ` and a few words.")]
    NoSubject,
    /// There is more than one subject.
    #[error("A letter has one subject; only its first line begins with `# `.")]
    SecondSubject,
    /// Nothing but a subject.
    #[error("A letter says something below its subject.")]
    Empty,
    /// A row of a table has more or fewer cells than its head.
    #[error("Each row of a table has as many cells as its head.")]
    UnevenTable,
}

/// Reads what a template put out.
///
/// # Errors
/// Why it is no letter.
pub fn read(text: &str) -> Result<Body, MarkupFault> {
    let mut lines = text.lines().map(str::trim).skip_while(|line| line.is_empty());
    let subject = lines.next().and_then(|line| line.strip_prefix("# ")).ok_or(MarkupFault::NoSubject)?;
    let subject = plain(&inline(subject));
    if subject.is_empty() {
        return Err(MarkupFault::NoSubject);
    }
    let mut reader = Reader::default();
    for line in lines {
        reader.line(line)?;
    }
    reader.end()?;
    if reader.blocks.is_empty() { Err(MarkupFault::Empty) } else { Ok(Body { subject, blocks: reader.blocks }) }
}

/// What lines are collected into.
#[derive(Default)]
enum Open {
    #[default]
    Nothing,
    Paragraph(String),
    List(Vec<String>),
    Table(Vec<String>),
}

#[derive(Default)]
struct Reader {
    open: Open,
    blocks: Vec<Block>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), MarkupFault> {
        if line.starts_with("# ") {
            return Err(MarkupFault::SecondSubject);
        }
        if line.is_empty() {
            return self.end();
        }
        if let Some(item) = line.strip_prefix("- ") {
            match &mut self.open {
                Open::List(items) => items.push(item.to_owned()),
                _ => {
                    self.end()?;
                    self.open = Open::List(vec![item.to_owned()]);
                }
            }
        } else if line.starts_with('|') {
            match &mut self.open {
                Open::Table(rows) => rows.push(line.to_owned()),
                _ => {
                    self.end()?;
                    self.open = Open::Table(vec![line.to_owned()]);
                }
            }
        } else {
            match &mut self.open {
                Open::Paragraph(text) => go_on(text, line),
                // A line below an item goes on with it.
                Open::List(items) => {
                    if let Some(item) = items.last_mut() {
                        go_on(item, line);
                    }
                }
                Open::Nothing | Open::Table(_) => {
                    self.end()?;
                    self.open = Open::Paragraph(line.to_owned());
                }
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), MarkupFault> {
        match std::mem::take(&mut self.open) {
            Open::Nothing => {}
            Open::Paragraph(text) => {
                let runs = inline(&text);
                if !plain(&runs).trim().is_empty() {
                    self.blocks.push(Block::Paragraph { runs });
                }
            }
            Open::List(items) => {
                self.blocks.push(Block::List { items: items.iter().map(|item| inline(item)).collect() })
            }
            Open::Table(rows) => {
                let mut rows = rows.iter().map(|row| cells(row));
                let head = rows.next().unwrap_or_default();
                let rows: Vec<_> = rows.collect();
                if rows.iter().any(|row| row.len() != head.len()) {
                    return Err(MarkupFault::UnevenTable);
                }
                self.blocks.push(Block::Table { head, rows });
            }
        }
        Ok(())
    }
}

/// Joins a line to the text before it: by a line break where that ends with a backslash, by a blank otherwise.
fn go_on(text: &mut String, line: &str) {
    if text.ends_with('\\') && !text.ends_with("\\\\") {
        text.pop();
        text.push(BREAK);
    } else {
        text.push(' ');
    }
    text.push_str(line);
}

/// The cells of a row: between bars that do not stand in values.
fn cells(row: &str) -> Vec<Vec<Run>> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let (mut cells, mut cell, mut quoted, mut escaped) = (Vec::new(), String::new(), false, false);
    for letter in row.chars() {
        match letter {
            '|' if !quoted && !escaped => cells.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
        match letter {
            OPEN => quoted = true,
            CLOSE => quoted = false,
            _ => {}
        }
        escaped = letter == '\\' && !quoted && !escaped;
    }
    if !cell.trim().is_empty() {
        cells.push(cell);
    }
    cells.iter().map(|cell| inline(cell.trim())).collect()
}

/// The pieces of a text.
fn inline(text: &str) -> Vec<Run> {
    let (mut runs, mut words) = (Vec::new(), String::new());
    let (mut strong, mut quoted) = (false, false);
    let mut letters = text.chars().peekable();
    let close = |words: &mut String, strong: bool, runs: &mut Vec<Run>| {
        if !words.is_empty() {
            runs.push(Run::Text { text: std::mem::take(words), strong });
        }
    };
    while let Some(letter) = letters.next() {
        match letter {
            OPEN => quoted = true,
            CLOSE => quoted = false,
            BREAK => {
                close(&mut words, strong, &mut runs);
                runs.push(Run::Break);
            }
            '\\' if !quoted => words.extend(letters.next()),
            '*' if !quoted && letters.peek() == Some(&'*') => {
                letters.next();
                close(&mut words, strong, &mut runs);
                strong = !strong;
            }
            letter => words.push(letter),
        }
    }
    close(&mut words, strong, &mut runs);
    runs
}

/// The text of some pieces in one line.
pub fn plain(runs: &[Run]) -> String {
    let text = |run: &Run| match run {
        Run::Text { text, .. } => text.clone(),
        Run::Break => " ".to_owned(),
    };
    runs.iter().map(text).collect()
}

#[cfg(test)]
mod tests;
