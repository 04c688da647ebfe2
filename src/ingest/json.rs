//! JSON into typed values, strictly: what is not accepted is named by its place, and no submitted value is repeated.

use serde::de::DeserializeOwned;

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

/// Fields whose own fields the caller names. What a caller writes there is a value like any other: a pointer ends before it.
pub const NAMED_BY_CALLERS: &[&str] = &["columns", "defaults", "identifiers", "positions"];

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                if NAMED_BY_CALLERS.contains(&key.as_str()) {
                    break;
                }
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}
