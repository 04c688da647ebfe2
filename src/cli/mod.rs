//! The command line.

pub mod import_folder;
