//! What is fuzzed: every parser of what comes in from outside, each with what must hold of whatever it is given.
//!
//! A target takes any bytes and panics when something does not hold: what is accepted is what a second, plain reading of the rules
//! accepts, reads the same when it is printed and read again, and is bounded; what is refused has a reason. Seeds are small and made
//! here, so that a search begins at what is meant. What once broke a parser is kept in `kept` and tried with every run of the tests.
//!
//! Archives and mail are not among them: the service writes the former and reads neither.

mod bodies;
mod contacts;
mod directory;
mod files;
mod keys;
mod people;
mod signatures;
mod templates;
mod tokens;
mod urls;

/// One parser, or a few that read the same kind of thing.
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// Longest input that a search makes.
    pub max_bytes: usize,
    /// Inputs that a search begins with.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Reads an input, and panics when something does not hold.
    pub run: fn(&[u8]),
}

/// All of them. `scripts/fuzz-parsers` finds them by this list.
pub const ALL: &[Target] = &[
    people::CSV,
    people::NDJSON,
    directory::TARGET,
    signatures::TARGET,
    keys::TARGET,
    tokens::ASSERTIONS,
    tokens::TOKENS,
    urls::TARGET,
    contacts::TARGET,
    templates::TARGET,
    files::TARGET,
    bodies::TARGET,
];

/// The target of a name.
pub fn named(name: &str) -> Option<&'static Target> {
    ALL.iter().find(|target| target.name == name)
}

/// The first byte of an input, which chooses among variants, and the rest; zero when there is none.
fn choice(input: &[u8]) -> (u8, &[u8]) {
    input.split_first().map_or((0, input), |(first, rest)| (*first, rest))
}

/// Seeds of texts, each after a choice.
fn texts(choices: &[u8], texts: &[&str]) -> Vec<Vec<u8>> {
    let with = |choice: &u8| texts.iter().map(|text| [&[*choice], text.as_bytes()].concat()).collect::<Vec<_>>();
    choices.iter().flat_map(with).collect()
}
