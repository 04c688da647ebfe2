//! Every path that a Rust file names, resolved to where it leads.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// A path as the compiler would follow it.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// Whether it leads into this crate (then without `crate`) or starts at another crate or a local name.
    pub ours: bool,
    /// The names along the path.
    pub segments: Vec<String>,
    /// Line, counted from 1.
    pub line: usize,
    /// Whether it stands in a module called `tests`.
    pub in_tests: bool,
}

impl Named {
    /// Whether the path is this one or lies below it, for example `std::fs`.
    pub fn is_below(&self, path: &str) -> bool {
        path.split("::").enumerate().all(|(index, name)| self.segments.get(index).is_some_and(|own| own == name))
    }

    /// The path as it is written.
    pub fn text(&self) -> String {
        format!("{}{}", if self.ours { "crate::" } else { "" }, self.segments.join("::"))
    }
}

/// All paths of a file whose content is the given module. `own_crate` is the library's name, by which the binary calls it.
pub fn named(tokens: TokenStream, module: &[String], own_crate: &str) -> Vec<Named> {
    let mut walker = Walker { scope: module.to_vec(), own_crate, found: Vec::new() };
    walker.walk(tokens, &[]);
    walker.found
}

struct Walker<'a> {
    scope: Vec<String>,
    own_crate: &'a str,
    found: Vec<Named>,
}

impl Walker<'_> {
    /// `prefix` is what stands before a group of a `use`: in `use crate::{store::Db}` it is `crate`.
    fn walk(&mut self, stream: TokenStream, prefix: &[String]) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = match &tokens[at] {
                TokenTree::Ident(word) if word == "mod" && self.inline_module(&tokens[at + 1..]) => at + 3,
                // Inside a `use`, the new name after `as` is no path.
                TokenTree::Ident(word) if word == "as" && !prefix.is_empty() => at + 2,
                TokenTree::Ident(_) => self.path(&tokens, at, prefix),
                TokenTree::Group(group) => {
                    self.walk(group.stream(), &[]);
                    at + 1
                }
                _ => at + 1,
            };
        }
    }

    /// Walks `name { … }` as a module within the present one; false when it is something else.
    fn inline_module(&mut self, after: &[TokenTree]) -> bool {
        let [TokenTree::Ident(name), TokenTree::Group(body), ..] = after else { return false };
        self.scope.push(name.to_string());
        self.walk(body.stream(), &[]);
        self.scope.pop();
        true
    }

    /// Reads the path that starts here and returns where it ends.
    fn path(&mut self, tokens: &[TokenTree], start: usize, prefix: &[String]) -> usize {
        let mut segments = prefix.to_vec();
        segments.push(tokens[start].to_string());
        let mut at = start + 1;
        let mut is_path = !prefix.is_empty() || (start > 0 && tokens[start - 1].to_string() == "use");
        while is_double_colon(tokens, at) {
            is_path = true;
            match tokens.get(at + 2) {
                Some(TokenTree::Ident(word)) => segments.push(word.to_string()),
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    self.walk(group.stream(), &segments);
                    return at + 3;
                }
                // A glob, or generic arguments.
                _ => break,
            }
            at += 3;
        }
        // `<T as Trait>::Output::new` goes on from a type, and `$name::new` from a macro's argument: neither names a crate.
        let of_type = start >= 3 && is_double_colon(tokens, start - 2) && tokens[start - 3].to_string() == ">";
        let of_macro = start >= 1 && tokens[start - 1].to_string() == "$" && tokens[start].to_string() != "crate";
        if is_path && !of_type && !of_macro {
            self.record(segments, tokens[start].span().start().line);
        }
        at
    }

    fn record(&mut self, mut segments: Vec<String>, line: usize) {
        if segments.len() > 1 && segments.last().is_some_and(|last| last == "self") {
            segments.pop();
        }
        let (ours, segments) = match segments[0].as_str() {
            "crate" => (true, segments.split_off(1)),
            first if first == self.own_crate => (true, segments.split_off(1)),
            "self" | "super" => {
                let mut absolute = self.scope.clone();
                for name in segments {
                    match name.as_str() {
                        "self" => {}
                        "super" => drop(absolute.pop()),
                        _ => absolute.push(name),
                    }
                }
                (true, absolute)
            }
            _ => (false, segments),
        };
        self.found.push(Named { ours, segments, line, in_tests: self.scope.iter().any(|name| name == "tests") });
    }
}

fn is_double_colon(tokens: &[TokenTree], at: usize) -> bool {
    let [Some(TokenTree::Punct(first)), Some(TokenTree::Punct(second))] = [tokens.get(at), tokens.get(at + 1)] else {
        return false;
    };
    first.as_char() == ':' && first.spacing() == Spacing::Joint && second.as_char() == ':'
}

#[test]
fn paths_are_found_wherever_they_hide() {
    let source = r#"
        use crate::{domain::Code, store::{self, tx::Tx as Inner}};
        use super::super::http::page;
        use sqlx;
        // crate::comment::is_not_code
        /// [`crate::outbound::Doc`] neither.
        fn f(x: recourse::service::Context) -> <u8 as std::ops::Add>::Output {
            let text = "crate::text::is_not_code";
            json!({ "a": sea_orm::Value::from(text), "b": entity::$table::Entity });
            Vec::<u8>::with_capacity(1)
        }
        mod tests { use super::super::Helper; }
    "#;
    let module = ["worker".to_owned(), "sweep".to_owned()];
    let found = named(source.parse().unwrap(), &module, "recourse");
    let texts: Vec<String> = found.iter().map(Named::text).collect();
    let expected = [
        "crate::domain::Code",
        "crate::store",
        "crate::store::tx::Tx",
        "crate::http::page",
        "sqlx",
        "crate::service::Context",
        "std::ops::Add",
        "sea_orm::Value::from",
        "entity",
        "Vec",
        "crate::worker::Helper",
    ];
    assert_eq!(texts, expected);
    assert!(found.iter().all(|path| path.in_tests == (path.line == 12)));
}
