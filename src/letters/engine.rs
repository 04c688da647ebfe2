//! The template engine, bounded: no loader, no functions, a handful of filters, fuel for every instruction and byte, and a
//! bound on what comes out. A template reads the values it is given and nothing else.

use std::collections::BTreeMap;
use std::io;
use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value, filters};

use super::builtin;
use super::quote::quoted;
use crate::wording::Language;

/// Work that one letter may take: instructions, and bytes by the 64. The longest letter of a request takes a tenth.
const FUEL: u64 = 200_000;
/// Longest text of one letter, with its markup, in bytes.
const MAX_TEXT_BYTES: usize = 2 << 20;

/// The filters that templates can use.
pub const FILTERS: &[&str] = &["upper", "lower", "capitalize", "join", "default"];

static ENVIRONMENTS: LazyLock<BTreeMap<Language, Environment<'static>>> =
    LazyLock::new(|| Language::ALL.iter().map(|language| (*language, environment(*language))).collect());

/// How templates are written: a line that holds a tag alone leaves no line behind.
pub fn syntax() -> SyntaxConfig {
    let mut builder = SyntaxConfig::builder();
    builder.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    builder.build().expect("the usual delimiters are accepted")
}

fn environment(language: Language) -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_syntax(syntax());
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_formatter(put_out);
    environment.add_filter("upper", filters::upper);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("capitalize", filters::capitalize);
    environment.add_filter("join", filters::join);
    environment.add_filter("default", or_else);
    for (name, source) in builtin::parts(language) {
        environment.add_template(name, source).expect("parts are well formed, a test holds it");
    }
    environment
}

/// The value, or what stands for it when it is not known.
fn or_else(value: Value, otherwise: Value) -> Value {
    if value.is_none() { otherwise } else { value }
}

/// Every value goes out as one; what is not known does not go out at all, since a letter has no gaps.
fn put_out(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_none() || value.is_undefined() {
        return Err(Error::new(ErrorKind::UndefinedError, "this may be unknown"));
    }
    let text = quoted(&value.to_string());
    out.write_str(&text).map_err(|_| Error::new(ErrorKind::WriteFailure, "the letter is too long"))
}

/// Fills a template of a language.
///
/// # Errors
/// What the template does that it cannot: the error tells the line.
pub fn fill(language: Language, source: &str, values: Value) -> Result<String, Error> {
    let environment = &ENVIRONMENTS[&language];
    let template = environment.template_from_named_str(NAME, source)?;
    let mut text = Bounded { bytes: Vec::new() };
    template.render_captured_to(values, &mut text)?;
    String::from_utf8(text.bytes).map_err(|_| Error::new(ErrorKind::WriteFailure, "the letter is not text"))
}

/// The name of the template that is filled, to tell its lines from those of the parts it takes in.
pub const NAME: &str = "letter";

struct Bounded {
    bytes: Vec<u8>,
}

impl io::Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + more.len() > MAX_TEXT_BYTES {
            return Err(io::Error::other("the letter is too long"));
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
