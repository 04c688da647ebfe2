//! The methods of an address, for the header `Allow` of an answer that refuses another one (RFC 9110, 15.5.6).
//!
//! The API document lists them; they are read from it when they are first asked for, which no client does that follows it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{openapi, pages};

/// Nothing of the document but paths and their methods.
#[derive(Deserialize)]
struct Listed {
    paths: BTreeMap<String, BTreeMap<String, IgnoredAny>>,
}

static PATHS: LazyLock<Vec<(String, Vec<String>)>> = LazyLock::new(|| {
    let listed: Listed =
        serde_json::from_str(openapi::CHECKED_IN).expect("checked in with the program, a test reads it");
    let methods = |item: BTreeMap<String, IgnoredAny>| item.into_keys().map(|name| name.to_ascii_uppercase()).collect();
    listed.paths.into_iter().map(|(template, item)| (template, methods(item))).collect()
});

/// The methods of a path that is served, as the header has them.
pub(super) fn methods_of(path: &str) -> String {
    // The template with the most that is fixed is the one that is meant: `{request_id}:remind` before `{request_id}`.
    let fixed =
        |template: &str| template.split('{').map(|part| part.rsplit('}').next().map_or(0, str::len)).sum::<usize>();
    let found = PATHS.iter().filter(|(template, _)| fits(template, path)).max_by_key(|(template, _)| fixed(template));
    let mut methods: Vec<&str> = match found {
        Some((_, methods)) => methods.iter().map(String::as_str).collect(),
        // The pages on which a person takes a mandate back.
        None if path.starts_with(pages::PATHS) => vec!["GET", "POST"],
        None => vec!["GET"],
    };
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.sort_unstable();
    methods.join(", ")
}

/// Whether a path is one of a template. A variable is one segment, or the part of one beside fixed words.
fn fits(template: &str, path: &str) -> bool {
    let (wanted, given) = (template.split('/'), path.split('/'));
    wanted.clone().count() == given.clone().count()
        && wanted.zip(given).all(|(wanted, given)| segment_fits(wanted, given))
}

fn segment_fits(wanted: &str, given: &str) -> bool {
    match (wanted.split_once('{'), wanted.split_once('}')) {
        (Some((before, _)), Some((_, after))) => {
            given.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).is_some_and(|value| !value.is_empty())
        }
        _ => wanted == given,
    }
}

#[cfg(test)]
mod tests {
    use super::methods_of;

    #[test]
    fn the_methods_are_those_of_the_document() {
        for (path, expected) in [
            ("/v1/requests", "GET, HEAD, POST"),
            ("/v1/requests/req_1", "GET, HEAD"),
            ("/v1/requests/req_1:remind", "POST"),
            ("/v1/batches/bat_1/content", "PUT"),
            ("/v1/letter-templates/request/fr", "DELETE, GET, HEAD, PUT"),
            ("/calendar/abc.ics", "GET, HEAD"),
            ("/oauth/token", "POST"),
            ("/status/abc", "GET, HEAD, POST"),
            ("/docs", "GET, HEAD"),
        ] {
            assert_eq!(methods_of(path), expected, "{path}");
        }
    }
}
