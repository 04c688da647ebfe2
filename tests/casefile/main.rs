//! Files of complaints, made from invented facts and read back with other people's programs: poppler, qpdf, unzip.

mod canaries;
mod documents;
mod laws;
mod samples;
mod tools;
mod whole;
