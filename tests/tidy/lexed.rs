//! Rust source as a flat list of words and signs, so that a rule never trips over a comment or a text.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A word, a sign or a literal, and the line it stands on.
pub struct Lexeme {
    /// Its text; an opening or closing bracket is a lexeme of its own.
    pub text: String,
    /// Line, counted from 1.
    pub line: usize,
}

/// Reads Rust source. Doc comments become `#[doc = …]`, other comments vanish.
pub fn tokens(path: &str, text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|error| panic!("{path} cannot be read as Rust: {error}"))
}

/// The whole file as one list.
pub fn flat(path: &str, text: &str) -> Vec<Lexeme> {
    let mut list = Vec::new();
    flatten(tokens(path, text), &mut list);
    list
}

fn flatten(stream: TokenStream, list: &mut Vec<Lexeme>) {
    for token in stream {
        let line = token.span().start().line;
        let text = match token {
            TokenTree::Ident(word) => word.to_string(),
            TokenTree::Punct(sign) => sign.as_char().to_string(),
            TokenTree::Literal(literal) => literal.to_string(),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                list.push(Lexeme { text: open.to_owned(), line });
                flatten(group.stream(), list);
                list.push(Lexeme { text: close.to_owned(), line: group.span_close().start().line });
                continue;
            }
        };
        list.push(Lexeme { text, line });
    }
}

/// The lines on which these words and signs follow each other.
pub fn lines_with(lexemes: &[Lexeme], pattern: &[&str]) -> Vec<usize> {
    lexemes
        .windows(pattern.len())
        .filter(|window| window.iter().zip(pattern).all(|(lexeme, wanted)| lexeme.text == *wanted))
        .map(|window| window[0].line)
        .collect()
}
