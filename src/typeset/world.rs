//! All that the compiler can see: the files of one template, the fonts, and the inputs. Nothing else can be asked for.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::fonts::FONTS;
use super::template::Template;

/// A template with what it is told.
pub struct Inputs<'t> {
    template: &'t Template,
    library: LazyHash<Library>,
}

impl<'t> Inputs<'t> {
    /// Brings the two together.
    pub fn new(template: &'t Template, inputs: Dict) -> Self {
        Self { template, library: LazyHash::new(Library::builder().with_inputs(inputs).build()) }
    }
}

impl World for Inputs<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.template.main()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.template.file(id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.faces.get(index).cloned()
    }

    /// There is no clock: the same inputs give the same file on any day.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
