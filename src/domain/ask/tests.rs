use super::*;
use AskProblemKind::{Empty, Missing, NotApplicable, Repeated, SameValue, TooLong};

fn ask(json: serde_json::Value) -> Ask {
    serde_json::from_value(json).unwrap()
}

macro_rules! ask { ($($json:tt)+) => { ask(serde_json::json!($($json)+)) }; }

fn problems(result: Result<impl Sized, Vec<AskProblem>>) -> Vec<(String, AskProblemKind)> {
    result.err().unwrap_or_default().into_iter().map(|found| (found.pointer, found.kind)).collect()
}

fn one(pointer: &str, kind: AskProblemKind) -> Vec<(String, AskProblemKind)> {
    vec![(pointer.to_owned(), kind)]
}

#[test]
fn each_right_has_a_content_with_its_word_as_the_tag() {
    for (json, right) in [
        (serde_json::json!({"right": "access", "items": ["data", "source"], "copy": true}), Right::Access),
        (
            serde_json::json!({"right": "rectification", "fields": [{"field": "name", "wrong": "A", "right": "B"}]}),
            Right::Rectification,
        ),
        (serde_json::json!({"right": "erasure", "ground": "no_longer_needed", "scope": "all_data"}), Right::Erasure),
        (serde_json::json!({"right": "restriction", "ground": "accuracy_contested"}), Right::Restriction),
        (serde_json::json!({"right": "portability", "format": "json"}), Right::Portability),
        (serde_json::json!({"right": "objection", "against": "marketing"}), Right::Objection),
        (serde_json::json!({"right": "automated_decision", "decision": "credit refused"}), Right::AutomatedDecision),
    ] {
        let parsed = ask(json.clone());
        assert_eq!(parsed.right(), right);
        assert_eq!(parsed.check(), Ok(()), "{right}");
        assert_eq!(serde_json::to_value(&parsed).unwrap(), json, "{right} comes back as it was");
    }
}

#[test]
fn unknown_fields_and_items_are_refused() {
    for json in [
        serde_json::json!({"right": "access", "item": ["data"]}),
        serde_json::json!({"right": "access", "items": ["everything"]}),
        serde_json::json!({"right": "know", "items": []}),
        serde_json::json!({"items": []}),
        serde_json::json!({"right": "erasure"}),
        serde_json::json!({"right": "erasure", "scope": "all_data", "ground": "because"}),
    ] {
        assert!(serde_json::from_value::<Ask>(json.clone()).is_err(), "{json}");
    }
}

#[test]
fn an_objection_to_processing_needs_grounds_and_one_to_marketing_does_not() {
    let bare = ask!({"right": "objection", "against": "processing"});
    assert_eq!(problems(bare.check()), one("/grounds", Missing));
    assert_eq!(bare.check_common(), Ok(()), "each person's line may bring them");
    assert_eq!(problems(ask!({"right": "objection", "against": "research"}).check()), one("/grounds", Missing));
    let grounds = PersonalAsk { grounds: Some("my situation".into()), ..PersonalAsk::default() };
    assert!(bare.merge(&grounds).is_ok());
    assert_eq!(ask!({"right": "objection", "against": "marketing"}).check(), Ok(()));
}

#[test]
fn a_rectification_takes_its_values_from_the_line() {
    let common = ask!({"right": "rectification", "fields": [{"field": "address"}]});
    assert_eq!(common.check_common(), Ok(()));
    assert_eq!(problems(common.check()), one("/fields/0/right", Missing));
    let line: PersonalAsk = serde_json::from_value(serde_json::json!({
        "fields": [{"field": "address", "wrong": "1, old street", "right": "2, new street"}, {"field": "name", "right": "B"}]
    })).unwrap();
    let Ok(Ask::Rectification { fields, .. }) = common.merge(&line) else { panic!() };
    assert_eq!(fields.len(), 2);
    assert_eq!(fields[0].right.as_deref(), Some("2, new street"));
    assert_eq!(problems(common.merge(&PersonalAsk::default())), one("/fields/0/right", Missing));
}

#[test]
fn what_belongs_to_another_right_is_not_taken() {
    let access = ask!({"right": "access"});
    let line = PersonalAsk { grounds: Some("x".into()), data: vec!["y".into()], ..PersonalAsk::default() };
    assert_eq!(
        problems(access.merge(&line)),
        [("/grounds".to_owned(), NotApplicable), ("/data".to_owned(), NotApplicable)]
    );
}

#[test]
fn bounds_are_reached() {
    let long = "x".repeat(MAX_TEXT_CHARS);
    let grounds = |grounds: &str| ask!({"right": "objection", "against": "processing", "grounds": grounds});
    assert_eq!(grounds(&long).check(), Ok(()));
    assert_eq!(problems(grounds(&format!("{long}x")).check()), one("/grounds", TooLong));
    assert_eq!(problems(grounds(" \n").check()), one("/grounds", Empty));

    let data = |count: usize| ask!({"right": "restriction", "ground": "unlawful", "data": (0..count).map(|n| n.to_string()).collect::<Vec<_>>()});
    assert_eq!(data(MAX_ENTRIES).check(), Ok(()));
    assert_eq!(problems(data(MAX_ENTRIES + 1).check()), one("/data", TooLong));

    let name = |chars: usize| ask!({"right": "restriction", "ground": "unlawful", "data": ["é".repeat(chars)]});
    assert_eq!(name(MAX_NAME_CHARS).check(), Ok(()));
    assert_eq!(problems(name(MAX_NAME_CHARS + 1).check()), one("/data/0", TooLong));
}

#[test]
fn contradictions_are_found() {
    assert_eq!(problems(ask!({"right": "access", "items": ["data", "data"]}).check()), one("/items/1", Repeated));
    assert_eq!(problems(ask!({"right": "erasure", "scope": "named_data"}).check()), one("/data", Missing));
    assert_eq!(
        problems(ask!({"right": "erasure", "scope": "all_data", "data": ["x"]}).check()),
        one("/data", NotApplicable)
    );
    assert_eq!(problems(ask!({"right": "rectification"}).check()), one("/fields", Missing));
    assert_eq!(ask!({"right": "rectification", "statement": "add this"}).check(), Ok(()));
    assert_eq!(problems(ask!({"right": "automated_decision"}).check()), one("/decision", Missing));
    let twice = ask!({"right": "rectification", "fields": [{"field": "a", "right": "1"}, {"field": "a", "wrong": "2", "right": "2"}]});
    assert_eq!(
        problems(twice.check()),
        [("/fields/1/field".to_owned(), Repeated), ("/fields/1/right".to_owned(), SameValue)]
    );
}

#[test]
fn the_scope_form_ignores_what_does_not_change_the_task() {
    let same = [
        (ask!({"right": "access"}), ask!({"right": "access", "items": AccessItem::ALL, "format": "paper"})),
        (
            ask!({"right": "access", "items": ["data", "source"]}),
            ask!({"right": "access", "items": ["source", "data"]}),
        ),
        (
            ask!({"right": "erasure", "scope": "all_data"}),
            ask!({"right": "erasure", "scope": "all_data", "ground": "unlawful"}),
        ),
        (
            ask!({"right": "rectification", "fields": [{"field": "a", "right": "1"}, {"field": "b", "right": "2"}]}),
            ask!({"right": "rectification", "fields": [{"field": "b", "right": " 2 "}, {"field": "a", "right": "1"}]}),
        ),
    ];
    for (left, right) in same {
        assert_eq!(left.scope_bytes(), right.scope_bytes());
    }
    let different = [
        ask!({"right": "access"}),
        ask!({"right": "access", "copy": true}),
        ask!({"right": "access", "items": ["data"]}),
        ask!({"right": "portability"}),
        ask!({"right": "portability", "data": ["a", "b"]}),
        ask!({"right": "portability", "data": ["a,b"]}),
        ask!({"right": "portability", "direct_transfer_to": "x"}),
        ask!({"right": "rectification", "fields": [{"field": "a", "wrong": "1", "right": "2"}]}),
        ask!({"right": "rectification", "fields": [{"field": "a", "right": "2"}]}),
        ask!({"right": "rectification", "fields": [{"field": "a"}], "statement": "2"}),
        ask!({"right": "objection", "against": "marketing"}),
        ask!({"right": "objection", "against": "research", "grounds": "g"}),
    ];
    let forms: std::collections::BTreeSet<_> = different.iter().map(Ask::scope_bytes).collect();
    assert_eq!(forms.len(), different.len());
}

#[test]
fn no_content_is_printed() {
    let secret =
        ask!({"right": "rectification", "fields": [{"field": "canary", "wrong": "canary", "right": "kanary"}]});
    assert_eq!(format!("{secret:?}"), "Ask(rectification)");
    let Ask::Rectification { fields, .. } = &secret else { panic!() };
    assert!(!format!("{fields:?}").contains("anary"));
}
