//! Each kind of break and each kind of harmless change, on a small document.

use serde_json::{Value, json};

use super::breaks::between;

fn document() -> Value {
    json!({
        "paths": {
            "/v1/things/{thing_id}": {
                "get": {
                    "operationId": "get_thing", "security": [{ "oauth2": ["things:read"] }],
                    "parameters": [
                        { "in": "path", "name": "thing_id", "required": true, "schema": { "type": "string" } },
                        { "in": "query", "name": "limit", "schema": { "type": "integer", "minimum": 1, "maximum": 200 } },
                        { "in": "header", "name": "If-Match", "schema": { "type": "string" } }
                    ],
                    "responses": {
                        "200": {
                            "headers": { "ETag": { "required": true, "schema": { "type": "string" } } },
                            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } }, "text/csv": {} }
                        },
                        "404": { "content": { "application/problem+json": { "schema": { "type": "object" } } } }
                    }
                },
                "put": {
                    "operationId": "put_thing", "security": [{ "oauth2": ["things:write", "things:read"] }, { "client": [] }],
                    "parameters": [],
                    "requestBody": { "content": {
                        "application/json": { "schema": { "$ref": "#/components/schemas/NewThing" } }, "text/plain": {}
                    } },
                    "responses": { "204": {} }
                }
            },
            "/health": { "get": { "operationId": "get_health", "security": [], "responses": { "200": {} } } }
        },
        "webhooks": { "thing.made": { "post": { "requestBody": { "content": {
            "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } }
        } } } } },
        "components": { "schemas": {
            "Thing": {
                "type": "object", "required": ["id", "state"],
                "properties": {
                    "id": { "type": "string", "pattern": "^thg_[0-9a-f]{32}$" },
                    "state": { "type": "string", "enum": ["open", "closed"] },
                    "kind": { "type": "string", "enum": ["a", "b"], "x-extensible-enum": true },
                    "at": { "type": ["string", "null"], "format": "date-time" },
                    "parent": { "oneOf": [{ "$ref": "#/components/schemas/Thing" }, { "type": "null" }] },
                    "size": { "type": "number", "maximum": 10 },
                    "shape": { "$ref": "#/components/schemas/Shape" }
                }
            },
            "Shape": {
                "oneOf": [{ "$ref": "#/components/schemas/ShapeRound" }],
                "discriminator": { "propertyName": "kind", "mapping": { "round": "#/components/schemas/ShapeRound" } }
            },
            "ShapeRound": {
                "type": "object", "required": ["kind"],
                "properties": { "kind": { "enum": ["round"] }, "radius": { "type": "number" } }
            },
            "ShapeSquare": { "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["square"] } } },
            "NewThing": {
                "type": "object", "required": ["name"],
                "properties": {
                    "name": { "type": "string", "minLength": 1, "maxLength": 200 },
                    "note": { "type": ["string", "null"] },
                    "count": { "type": "number" },
                    "mode": { "type": "string", "enum": ["fast", "slow"] },
                    "shape": { "$ref": "#/components/schemas/Shape" },
                    "marks": { "type": "array", "maxItems": 5, "items": { "type": "string" } },
                    "names": { "type": "object", "additionalProperties": { "type": "string", "maxLength": 9 } }
                }
            }
        } }
    })
}

/// Puts a value at a place, or takes away what stands there.
fn change(document: &mut Value, pointer: &str, value: Option<Value>) {
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
    let last = last.replace("~1", "/");
    match (document.pointer_mut(parent), value) {
        (Some(Value::Object(fields)), Some(value)) => drop(fields.insert(last, value)),
        (Some(Value::Object(fields)), None) => drop(fields.remove(&last).expect("something to take away")),
        (Some(Value::Array(items)), Some(value)) if last == "-" => items.push(value),
        (Some(Value::Array(items)), Some(value)) => items[last.parse::<usize>().expect("a number")] = value,
        (Some(Value::Array(items)), None) => drop(items.remove(last.parse().expect("a number"))),
        (other, _) => panic!("{pointer} stands in {other:?}"),
    }
}

fn after(pointer: &str, value: Option<Value>) -> Vec<String> {
    let (old, mut new) = (document(), document());
    change(&mut new, pointer, value);
    assert_ne!(old, new, "{pointer} changes nothing");
    between(&old, &new)
}

const THING: &str = "/components/schemas/Thing/properties";
const NEW: &str = "/components/schemas/NewThing/properties";
const GET: &str = "/paths/~1v1~1things~1{thing_id}/get";
const PUT: &str = "/paths/~1v1~1things~1{thing_id}/put";

#[test]
fn every_break_is_named() {
    let schema = |reference: &str| json!({ "$ref": format!("#/components/schemas/{reference}") });
    let cases: Vec<(String, Option<Value>, &str)> = vec![
        // Operations.
        ("/paths/~1health".to_owned(), None, "GET /health: the operation is gone"),
        (
            format!("{GET}/operationId"),
            Some(json!("read_thing")),
            "the operation id \"get_thing\" became \"read_thing\"",
        ),
        ("/webhooks/thing.made".to_owned(), None, "webhook thing.made: it is gone"),
        // Parameters.
        (format!("{GET}/parameters/1"), None, "query parameter limit: it is gone"),
        (format!("{GET}/parameters/1/name"), Some(json!("size")), "query parameter limit: it is gone"),
        (format!("{GET}/parameters/1/required"), Some(json!(true)), "query parameter limit: it is now required"),
        (
            format!("{PUT}/parameters/-"),
            Some(json!({ "in": "query", "name": "x", "required": true })),
            "query parameter x: it is new and required",
        ),
        (
            format!("{GET}/parameters/1/schema/maximum"),
            Some(json!(100)),
            "query parameter limit: `maximum` changed from 200 to 100",
        ),
        (format!("{GET}/parameters/1/schema/minimum"), Some(json!(2)), "`minimum` changed from 1 to 2"),
        (
            format!("{GET}/parameters/2/schema/pattern"),
            Some(json!("^.$")),
            "header parameter if-match: `pattern` changed from null",
        ),
        // Bodies.
        (format!("{PUT}/requestBody"), None, "PUT /v1/things/{thing_id}, body: it is gone"),
        (format!("{PUT}/requestBody/required"), Some(json!(true)), "body: it is now required"),
        (
            format!("{GET}/requestBody"),
            Some(json!({ "required": true, "content": {} })),
            "body: it is new and required",
        ),
        (format!("{PUT}/requestBody/content/text~1plain"), None, "body: the media type text/plain is gone"),
        (
            "/components/schemas/NewThing/required/-".to_owned(),
            Some(json!("note")),
            "body/note: the field is now required",
        ),
        (
            "/components/schemas/NewThing/additionalProperties".to_owned(),
            Some(json!(false)),
            "further fields are no longer taken",
        ),
        (format!("{NEW}/note"), None, "body/note: the field is gone"),
        (format!("{NEW}/note/type"), Some(json!("string")), "body/note: null is no longer taken"),
        (
            format!("{NEW}/count/type"),
            Some(json!("integer")),
            "body/count: the type changed from \"number\" to \"integer\"",
        ),
        (format!("{NEW}/mode/enum/0"), None, "body/mode: \"fast\" is no longer taken"),
        (format!("{NEW}/name/enum"), Some(json!(["a"])), "body/name: only \"a\" is taken now"),
        (format!("{NEW}/name/maxLength"), Some(json!(100)), "body/name: `maxLength` changed from 200 to 100"),
        (format!("{NEW}/name/minLength"), Some(json!(2)), "body/name: `minLength` changed from 1 to 2"),
        (format!("{NEW}/note/maxLength"), Some(json!(9)), "body/note: `maxLength` changed from null to 9"),
        (format!("{NEW}/note/format"), Some(json!("date")), "body/note: `format` changed from null to \"date\""),
        (format!("{NEW}/marks/uniqueItems"), Some(json!(true)), "body/marks: `uniqueItems` changed"),
        (format!("{NEW}/marks/items/maxLength"), Some(json!(9)), "body/marks/[]: `maxLength` changed"),
        (
            format!("{NEW}/names/additionalProperties/maxLength"),
            Some(json!(8)),
            "body/names/*: `maxLength` changed from 9 to 8",
        ),
        (
            format!("{NEW}/names/propertyNames"),
            Some(json!({ "type": "string", "pattern": "^[a-z]+$" })),
            "body/names/(names): `pattern` changed from null to \"^[a-z]+$\"",
        ),
        (format!("{NEW}/shape"), Some(schema("ShapeRound")), "body/shape: it became a union, or is one no longer"),
        // Answers.
        (format!("{GET}/responses/404"), None, "GET /v1/things/{thing_id}, answer 404: it is gone"),
        (format!("{GET}/responses/202"), Some(json!({})), "answer 202: it is a new way to succeed"),
        (format!("{GET}/responses/200/content/text~1csv"), None, "answer 200: the media type text/csv is gone"),
        (format!("{GET}/responses/200/headers/ETag"), None, "answer 200, header ETag: it is gone"),
        (format!("{GET}/responses/200/headers/ETag/required"), None, "answer 200, header ETag: it may now be missing"),
        (format!("{THING}/at"), None, "answer 200/at: the field is gone"),
        ("/components/schemas/Thing/required/1".to_owned(), None, "answer 200/state: the field may now be missing"),
        (format!("{THING}/state/enum/-"), Some(json!("lost")), "answer 200/state: \"lost\" is new in a closed list"),
        (format!("{THING}/state/enum"), None, "answer 200/state: it is no longer one of a closed list"),
        (format!("{THING}/id/type"), Some(json!(["string", "null"])), "answer 200/id: it may now be null"),
        (format!("{THING}/id/type"), Some(json!("integer")), "answer 200/id: the type changed"),
        (format!("{THING}/id/type"), None, "answer 200/id: the type changed from \"string\" to \"\""),
        (format!("{THING}/id/pattern"), None, "answer 200/id: `pattern` changed"),
        (
            format!("{THING}/at/format"),
            Some(json!("date")),
            "answer 200/at: `format` changed from \"date-time\" to \"date\"",
        ),
        (format!("{THING}/parent"), Some(schema("Shape")), "answer 200/parent"),
        // Who may call.
        (
            format!("{GET}/security/0/oauth2/-"),
            Some(json!("things:all")),
            "who is admitted by {\"oauth2\":[\"things:read\"]} no longer is",
        ),
        (format!("{PUT}/security/1"), None, "who is admitted by {\"client\":[]} no longer is"),
        (
            "/paths/~1health/get/security".to_owned(),
            Some(json!([{ "oauth2": [] }])),
            "who is admitted by {} no longer is",
        ),
    ];
    for (pointer, value, expected) in cases {
        let found = after(&pointer, value);
        assert!(
            found.iter().any(|sentence| sentence.contains(expected)),
            "{pointer}: `{expected}` is not in {found:#?}"
        );
    }
}

#[test]
fn a_renamed_variable_of_a_path_is_a_parameter_that_is_gone() {
    let (old, mut new) = (document(), document());
    let mut item = new["paths"]["/v1/things/{thing_id}"].take();
    item["get"]["parameters"][0]["name"] = json!("id");
    new["paths"] = json!({ "/v1/things/{id}": item, "/health": old["paths"]["/health"] });
    let found = between(&old, &new);
    let expected = ["path parameter thing_id: it is gone", "path parameter id: it is new and required"];
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found.iter().zip(expected).all(|(sentence, expected)| sentence.ends_with(expected)), "{found:#?}");
}

#[test]
fn an_alternative_may_come_where_it_is_sent_and_not_where_it_is_got() {
    let (old, mut new) = (document(), document());
    change(&mut new, "/components/schemas/Shape/oneOf/-", Some(json!({ "$ref": "#/components/schemas/ShapeSquare" })));
    let mapping = "/components/schemas/Shape/discriminator/mapping/square";
    change(&mut new, mapping, Some(json!("#/components/schemas/ShapeSquare")));
    let found = between(&old, &new);
    assert!(
        found.iter().all(|sentence| sentence.contains("the alternative square is new in a closed union")),
        "{found:#?}"
    );
    assert!(found.iter().all(|sentence| !sentence.starts_with("PUT")) && !found.is_empty(), "{found:#?}");
    let back = between(&new, &old);
    assert!(
        back.iter().any(|sentence| sentence.contains("body/shape: the alternative square is no longer taken")),
        "{back:#?}"
    );
}

#[test]
fn what_no_client_minds_is_no_break() {
    let cases: Vec<(String, Option<Value>)> = vec![
        // More to call, more to send, more to get.
        (
            "/paths/~1v1~1more".to_owned(),
            Some(json!({ "get": { "operationId": "get_more", "responses": { "200": {} } } })),
        ),
        ("/webhooks/thing.lost".to_owned(), Some(json!({}))),
        ("/components/schemas/Other".to_owned(), Some(json!({ "type": "object" }))),
        (format!("{PUT}/parameters/-"), Some(json!({ "in": "query", "name": "x", "schema": { "type": "string" } }))),
        (format!("{PUT}/requestBody/content/text~1csv"), Some(json!({}))),
        (format!("{GET}/requestBody"), Some(json!({ "content": {} }))),
        (format!("{NEW}/more"), Some(json!({ "type": "string" }))),
        (format!("{THING}/more"), Some(json!({ "type": "string" }))),
        ("/components/schemas/Thing/required/-".to_owned(), Some(json!("at"))),
        (format!("{GET}/responses/410"), Some(json!({}))),
        (format!("{GET}/responses/200/headers/Vary"), Some(json!({ "schema": { "type": "string" } }))),
        (format!("{GET}/responses/200/content/text~1plain"), Some(json!({}))),
        // Wider in what is sent.
        ("/components/schemas/NewThing/required/0".to_owned(), None),
        (format!("{GET}/parameters/0/required"), Some(json!(false))),
        (format!("{GET}/parameters/1/schema/maximum"), Some(json!(500))),
        (format!("{GET}/parameters/1/schema/minimum"), None),
        (format!("{NEW}/name/maxLength"), None),
        (format!("{NEW}/note/minLength"), Some(json!(0))),
        (format!("{NEW}/mode/enum/-"), Some(json!("slower"))),
        (format!("{NEW}/mode/enum"), None),
        (format!("{NEW}/count/type"), Some(json!(["number", "null"]))),
        // Narrower in what is got.
        (format!("{THING}/state/enum/0"), None),
        (format!("{THING}/at/type"), Some(json!("string"))),
        (format!("{THING}/size/type"), Some(json!("integer"))),
        (format!("{THING}/size/maximum"), Some(json!(20))),
        (format!("{THING}/kind/enum/-"), Some(json!("c"))),
        // Fewer demands on who calls.
        (format!("{PUT}/security/0/oauth2/1"), None),
        (format!("{GET}/security/-"), Some(json!({ "client": [] }))),
        (format!("{GET}/security"), Some(json!([]))),
        // Words for people.
        (format!("{GET}/description"), Some(json!("Reads a thing."))),
        (format!("{GET}/deprecated"), Some(json!(true))),
        (format!("{THING}/id/description"), Some(json!("Its id."))),
    ];
    for (pointer, value) in cases {
        let found = after(&pointer, value);
        assert!(found.is_empty(), "{pointer} breaks nobody, but: {found:#?}");
    }
}

#[test]
fn the_same_said_in_another_way_is_no_break() {
    let (old, mut new) = (document(), document());
    change(&mut new, &format!("{NEW}/note"), Some(json!({ "oneOf": [{ "type": "string" }, { "type": "null" }] })));
    let inline = new["components"]["schemas"]["ShapeRound"].clone();
    change(&mut new, "/components/schemas/ShapeRound", Some(json!({ "allOf": [inline] })));
    assert_eq!(between(&old, &new), Vec::<String>::new());
}
