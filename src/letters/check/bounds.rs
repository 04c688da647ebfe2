//! Bounds on the form of a template, before it is parsed: the parser and the tree it makes go as deep as one tag is long and as
//! one chain of `elif` goes on, so that both are bounded here, where nothing is deep.

use minijinja::machinery::{Token, tokenize};

use super::has_marks;
use crate::letters::engine;
use crate::letters::problem::TemplateProblem;

/// Most tags of one template.
const MAX_TAGS: usize = 400;
/// Most words and signs of one tag or expression.
const MAX_TOKENS: usize = 60;

/// The first bound that a template breaks. What cannot be read at all is left to the parser, which says why.
pub fn check(source: &str) -> Option<TemplateProblem> {
    if has_marks(source) {
        return Some(TemplateProblem::of_all("Characters of the private use area cannot be used in templates."));
    }
    let (mut tags, mut tokens) = (0, 0);
    for token in tokenize(source, false, engine::syntax()) {
        let (token, span) = token.ok()?;
        let at = |message: &str| TemplateProblem {
            line: span.start_line.into(),
            column: u32::from(span.start_col) + 1,
            ..TemplateProblem::of_all(message)
        };
        match token {
            Token::BlockStart | Token::VariableStart => (tags, tokens) = (tags + 1, 0),
            Token::TemplateData(_) => {}
            _ => tokens += 1,
        }
        if tokens > MAX_TOKENS {
            return Some(at(&format!("A tag or expression has at most {MAX_TOKENS} words and signs.")));
        }
        if tags > MAX_TAGS {
            return Some(at(&format!("A template has at most {MAX_TAGS} tags and expressions.")));
        }
    }
    None
}
