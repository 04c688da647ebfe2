//! Templates: files of Typst that are part of this program, read once.

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

/// The house style, which every template may import: page, type, headings, tables.
const HOUSE: (&str, &str) = ("house.typ", include_str!("templates/house.typ"));

/// A template with the files that it imports. Cheap to clone; made once, since making it parses its files.
#[derive(Debug, Clone)]
pub struct Template {
    /// The main file comes first.
    files: Vec<Source>,
}

impl Template {
    /// A template whose main file has this name and text. The texts are compiled in: no user writes one, and the compiler
    /// may keep the few names for ever.
    pub fn new(name: &'static str, text: &'static str) -> Self {
        Self { files: vec![source(name, text), source(HOUSE.0, HOUSE.1)] }
    }

    /// Adds a file that the others may import by its name.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: &'static str) -> Self {
        self.files.push(source(name, text));
        self
    }

    /// The main file.
    pub(super) fn main(&self) -> FileId {
        self.files[0].id()
    }

    /// One of its files.
    pub(super) fn file(&self, id: FileId) -> Option<&Source> {
        self.files.iter().find(|file| file.id() == id)
    }
}

fn source(name: &'static str, text: &'static str) -> Source {
    let path = VirtualPath::new(name).expect("the name of a file that is compiled in is a path");
    Source::new(RootedPath::new(VirtualRoot::Project, path).intern(), text.to_owned())
}
