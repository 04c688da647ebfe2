//! Pure parsers of what comes in from outside: bytes in, typed values and reasons out. No database, no file, no clock.

pub mod directory;
pub mod json;
mod people;

pub use people::{
    AskJson, AskLine, Checkpoint, ColumnMapping, DateOrder, Detection, Dialect, DialectHints, Identifier, Intake,
    Layout, Limits, LineEnding, LineProblem, MandateJson, MandateLine, Part, PersonJson, PersonLine, RectificationJson,
    RectificationLine, Separator, Step, TargetField, TextEncoding, UploadProblem, UploadReader, check_person, detect,
};
