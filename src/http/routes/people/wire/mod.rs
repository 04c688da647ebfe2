//! JSON of data subjects.

mod input;
mod output;

pub use input::{DataSubjectChange, DataSubjectSearch, NewDataSubject};
pub use output::{
    DataSubject, DataSubjectEntry, DataSubjectExport, DataSubjectProfile, DataSubjectRequest, FoundDataSubjects,
};
