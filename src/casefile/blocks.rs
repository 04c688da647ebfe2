//! A document as a list of blocks: what stands in it, without a word about how it looks. `templates/casefile.typ` sets them.

use serde::Serialize;

/// A piece of text within a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Inline {
    /// Plain words.
    Plain { text: String },
    /// Words that stand out.
    Strong { text: String },
    /// Words that explain what stands above them, small.
    Small { text: String },
    /// A hash or another long code.
    Code { text: String },
    /// The mark of something confidential, above it.
    Mark { text: String },
    /// The mark of something that was taken out.
    Withheld { text: String },
}

/// One cell, or one value: pieces one under the other.
pub type Lines = Vec<Inline>;

/// Plain words as a whole value.
pub fn plain(text: impl Into<String>) -> Lines {
    vec![Inline::Plain { text: text.into() }]
}

/// A code as a whole value.
pub fn code(text: impl Into<String>) -> Lines {
    vec![Inline::Code { text: text.into() }]
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// What stands in its head.
    pub head: String,
    /// Its share of the width; 0 for what its content needs.
    pub share: u8,
    /// Whether it holds numbers, which stand at the right.
    pub number: bool,
}

impl Column {
    /// A column of words.
    pub const fn words(head: String, share: u8) -> Self {
        Self { head, share, number: false }
    }

    /// A column of numbers, as wide as they are.
    pub const fn numbers(head: String) -> Self {
        Self { head, share: 0, number: true }
    }
}

/// A name with its value.
pub type Pair = (String, Lines);

/// One part of a document, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// The head of the main text: what it is, and between whom.
    Cover { title: String, basis: String, version: String, pairs: Vec<Pair> },
    /// The head of another document.
    Head { title: String, notes: Vec<String> },
    /// The list of headings with their pages.
    Contents { title: String },
    /// A heading; `level` 1 to 3. `fresh` begins a new page.
    Heading { level: u8, text: String, fresh: bool },
    /// A paragraph.
    Text { text: Inline },
    /// A remark set apart.
    Note { text: Inline },
    /// Names with values.
    Pairs { pairs: Vec<Pair> },
    /// A table.
    Table { columns: Vec<Column>, rows: Vec<Vec<Lines>>, total: bool },
    /// Entries one under the other; `counted` gives each a letter.
    List { items: Vec<Lines>, counted: bool },
    /// The place to sign.
    Signature { place: String, party: String, name: String, role: Option<String> },
}

impl Block {
    /// A heading that goes on on the same page.
    pub fn heading(level: u8, text: String) -> Self {
        Self::Heading { level, text, fresh: false }
    }

    /// A paragraph of plain words.
    pub fn text(text: String) -> Self {
        Self::Text { text: Inline::Plain { text } }
    }

    /// A remark of plain words.
    pub fn note(text: String) -> Self {
        Self::Note { text: Inline::Plain { text } }
    }

    /// A table whose last row is no sum.
    pub fn table(columns: Vec<Column>, rows: Vec<Vec<Lines>>) -> Self {
        Self::Table { columns, rows, total: false }
    }
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// What stands at the head of its pages, at the left.
    pub running: String,
    /// And at the right.
    pub reference: String,
    /// The words for a page number, with `%1` and `%2` for the page and the last one.
    pub page_of: String,
    /// Whether its headings are numbered.
    pub numbered: bool,
    /// Its parts.
    pub blocks: Vec<Block>,
}
