//! JSON into typed values, strictly: what is not accepted is named by its place, and no submitted value is repeated.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, Error as _, IntoDeserializer};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::domain::code::Code;
use crate::domain::problem::{FieldProblem, Problem};

/// Parses JSON.
///
/// # Errors
/// A problem that names the place (pointer, line and column), not what stood there.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let parsed = serde_path_to_error::deserialize::<_, T>(&mut json).map_err(|error| {
        let mut pointer = pointer(error.path());
        // The name of a field that is not documented is a submitted value too: whoever mixes up names and values sends people's.
        if error.inner().to_string().starts_with("unknown field") {
            pointer.truncate(pointer.rfind('/').unwrap_or_default());
        }
        let place = format!("line {}, column {}", error.inner().line(), error.inner().column());
        if error.inner().is_data() {
            let message = format!("The value does not have the documented form ({place}).");
            let field = FieldProblem { pointer, code: Code::InvalidField, message };
            Problem { code: Code::InvalidField, detail: None, fields: vec![field] }
        } else {
            Problem::with_detail(Code::MalformedJson, format!("The JSON breaks at {place}."))
        }
    })?;
    json.end().map_err(|_| Problem::with_detail(Code::MalformedJson, "Something follows the JSON value."))?;
    Ok(parsed)
}

/// Reads a field whose own fields the caller names, for `#[serde(deserialize_with)]`. What a caller writes there is a value like any
/// other: it is looked at when the whole of it was read, so that the pointer of a problem ends before it, wherever it stood.
///
/// # Errors
/// A sentence without what stood there.
pub fn named_by_callers<'de, D, N, V>(deserializer: D) -> Result<BTreeMap<N, V>, D::Error>
where
    D: Deserializer<'de>,
    N: DeserializeOwned + Ord,
    V: DeserializeOwned,
{
    let read = |(name, value): (String, Value)| {
        let name = N::deserialize(IntoDeserializer::<serde_json::Error>::into_deserializer(name)).ok()?;
        Some((name, V::deserialize(value).ok()?))
    };
    let told = BTreeMap::<String, Value>::deserialize(deserializer)?;
    told.into_iter().map(read).collect::<Option<_>>().ok_or_else(|| D::Error::custom("a name or a value is not one"))
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}
