//! Pure parsers of what comes in from outside: bytes in, typed values and reasons out. No database, no file, no clock.

pub mod directory;
