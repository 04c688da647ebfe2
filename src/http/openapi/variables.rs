//! The variables that templates of letters can name, put into the document from the one table of them.

use serde_json::Value;

use crate::service::letters;

/// Adds the tables to what is said of keeping a template.
pub fn insert(document: &mut Value) {
    let place = "/paths/~1v1~1letter-templates~1{kind}~1{language}/put/description";
    if let Some(Value::String(said)) = document.pointer_mut(place) {
        said.push_str("\n\n");
        said.push_str(&letters::documented_variables());
    }
}

#[cfg(test)]
mod tests {
    use crate::http::openapi::document;

    #[test]
    fn the_document_names_every_variable() {
        let document = document();
        let said = document["paths"]["/v1/letter-templates/{kind}/{language}"]["put"]["description"].as_str().unwrap();
        for name in ["`organisation.name`", "`ask.corrections[].wrong`", "`answer.text`", "`findings[].article`"] {
            assert!(said.contains(name), "{name}");
        }
    }
}
