//! One line of NDJSON.

use serde_json::error::Category;

use super::json::PersonJson;
use crate::domain::code::Code;

/// Reads the JSON of a line.
///
/// # Errors
///
/// `line_malformed` when it is not one JSON value, `line_shape_invalid` when it is not the documented object. The texts of the
/// JSON reader are dropped: they may quote values.
pub(super) fn parse(line: &str) -> Result<PersonJson, Code> {
    // A list would be taken for the fields in their order.
    if line.trim_start().starts_with('[') {
        return Err(Code::LineShapeInvalid);
    }
    serde_json::from_str(line).map_err(|error| match error.classify() {
        Category::Data => Code::LineShapeInvalid,
        Category::Io | Category::Syntax | Category::Eof => Code::LineMalformed,
    })
}

#[cfg(test)]
mod tests {
    use super::{Code, parse};

    #[test]
    fn lines_that_are_no_person() {
        for (line, code) in [
            ("{", Code::LineMalformed),
            ("{\"email\": \"a\"} x", Code::LineMalformed),
            ("nonsense", Code::LineMalformed),
            ("{\"email\": \"\\ud800\"}", Code::LineMalformed),
            ("[\"A1\", \"Ada\"]", Code::LineShapeInvalid),
            ("\"text\"", Code::LineShapeInvalid),
            ("{\"e_mail\": \"a\"}", Code::LineShapeInvalid),
            ("{\"email\": 3}", Code::LineShapeInvalid),
            ("{\"email\": \"a\", \"email\": \"b\"}", Code::LineShapeInvalid),
            ("{\"mandate\": {\"complaint\": \"oui\"}}", Code::LineShapeInvalid),
            ("{\"ask\": {\"rectifications\": [{\"field\": \"x\"}]}}", Code::LineShapeInvalid),
        ] {
            assert_eq!(parse(line).map(|_| ()), Err(code), "{line}");
        }
        assert_eq!(parse("{\"email\": null, \"mandate\": {}}").map(|_| ()), Ok(()));
        let deep = "[".repeat(50_000);
        assert_eq!(parse(&format!("{{\"mandate\": {deep}")).map(|_| ()).unwrap_err().status(), 422);
    }
}
