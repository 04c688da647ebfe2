//! What authors of templates are told.

use super::*;

fn found(kind: LetterKind, source: &str) -> Vec<TemplateProblem> {
    check(Purpose { kind, right: None, language: Language::English }, source)
}

#[test]
fn a_mistake_is_told_with_its_place_and_the_name_that_was_meant() {
    for (source, line, column, variable, suggestion, message) in [
        (
            "# S\n\nDear {{ controler.name }},\n",
            3,
            9,
            Some("controler.name"),
            Some("controller.name"),
            "There is no such variable in this letter.",
        ),
        (
            "# S\n\nx\n{% for p in person.particulars %}\n- {{ p.lable }}\n{% endfor %}\n",
            5,
            6,
            Some("p.lable"),
            Some("p.label"),
            "There is no such variable in this letter.",
        ),
        ("# S\n\n{{ findings }}\n", 3, 4, Some("findings"), None, "There is no such variable in this letter."),
        ("# S\n\nä {{ ask.copy }}\n", 3, 6, Some("ask.copy"), None, "This is yes or no: ask for it with `if`."),
        ("# S\n\n{{ ask.items }}\n", 3, 4, Some("ask.items"), None, "This is a list: go through it with `for`."),
        ("# S\n\n{{ person }}\n", 3, 4, Some("person"), None, "This is the first part of names: name the whole."),
        ("# S\n\n{% for a in today %}{% endfor %}x\n", 3, 13, Some("today"), None, "This is no list."),
        (
            "# S\n\nx {{ person.name }}\n",
            3,
            6,
            Some("person.name"),
            None,
            "This is not known in every letter. Ask for it with `if`, or give a `default`.",
        ),
        ("# S\n\n{% set a = 1 %}\n", 3, 4, None, None, "Only `if`, `for` and `include` are tags of letters."),
        ("Dear Sir,\n", 1, 1, None, None, "The first line of a letter is its subject: `# ` and a few words."),
    ] {
        let expected = TemplateProblem {
            line,
            column,
            variable: variable.map(str::to_owned),
            message: message.to_owned(),
            suggestion: suggestion.map(str::to_owned),
        };
        assert_eq!(found(LetterKind::Request, source), [expected], "{source}");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    for (source, line) in [
        ("# S\n\nText {% if today %}\n", 3),
        ("# S\n\nText\n\n{{ today \n", 6),
        ("# S\n\n{% endif %}\n", 3),
        ("# S\n\nx {{ today today }}\n", 3),
    ] {
        let problems = found(LetterKind::Request, source);
        assert_eq!(problems.len(), 1, "{source}");
        assert!(problems[0].message.starts_with("The template cannot be read here: "), "{problems:?}");
        assert!(problems[0].line.abs_diff(line) <= 1, "{source}: {problems:?}");
    }
}

#[test]
fn every_mistake_is_told_at_once() {
    let problems = found(LetterKind::Request, "# S\n\n{{ one }} {{ two }}\n{{ three }}\n");
    let places: Vec<_> = problems.iter().map(|problem| (problem.line, problem.variable.as_deref())).collect();
    assert_eq!(places, [(3, Some("one")), (3, Some("two")), (4, Some("three"))]);
}

#[test]
fn a_variable_belongs_to_its_letters() {
    let source = "# S\n\n{% for finding in findings %}\n- {{ finding.title }}\n{% endfor %}\n\nEnd.\n";
    for kind in LetterKind::ALL {
        let problems = found(*kind, source);
        assert_eq!(problems.is_empty(), *kind == LetterKind::RefusalContestation, "{kind}: {problems:?}");
    }
}

#[test]
fn everything_that_is_documented_can_be_used() {
    let source = "# About {{ request.id|upper }}\n\n{% include \"opening\" %}\n\n\
        {% if ask.copy and not deadline.passed or mandate.answer_to_organisation %}\nOne {{ person.name|default(\"client\") }}.\n\
        {% elif right.name == \"x\" %}\nTwo.\n{% else %}\nThree {{ ask.items|join(\", \") }}.\n{% endif %}\n\n\
        {% for item in ask.items %}\n- {{ loop.index }} {{ item|capitalize }}{% if not loop.last %};{% endif %} \n{% else %}\nNone.\n{% endfor %}\n\n\
        {{ \"Yes\" if ask.copy else \"No\" }}, {{ today|lower }}. {# a comment #}\n";
    assert_eq!(found(LetterKind::Request, source), []);
}
