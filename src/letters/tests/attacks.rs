//! Templates that want more than a letter.

use super::*;

fn purpose() -> Purpose {
    Purpose { kind: LetterKind::Request, right: Some(LetterRight::Access), language: Language::English }
}

/// Runs a template past the check, as if it had been kept before the check knew better.
fn run(template: &str) -> Result<Letter, TemplateProblem> {
    write(LetterKind::Request, Language::English, &sample::full(LetterRight::Access), Some(template))
}

#[test]
fn what_is_not_known_to_the_check_is_refused_by_it() {
    for attack in [
        "{% set x = 'a' %}",
        "{% set x %}a{% endset %}",
        "{% with x = 1 %}{% endwith %}",
        "{% macro x() %}{% endmacro %}",
        "{% block x %}{% endblock %}",
        "{% extends 'opening' %}",
        "{% import 'opening' as x %}",
        "{% from 'opening' import x %}",
        "{% include 'letter' %}",
        "{% include '/etc/passwd' %}",
        "{% include person.name %}",
        "{% include ['opening'] %}",
        "{% include 'opening' ignore missing %}",
        "{% filter upper %}a{% endfilter %}",
        "{% autoescape false %}{{ person.name }}{% endautoescape %}",
        "{% do range(3) %}",
        "{{ range(1000000000) }}",
        "{{ env('HOME') }}",
        "{{ environment }}",
        "{{ self }}",
        "{{ debug() }}",
        "{{ person.name.__class__ }}",
        "{{ person['name'] }}",
        "{{ person.name[0] }}",
        "{{ ['a'] }}",
        "{{ {'a': 1} }}",
        "{{ ('a', 'b') }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 'a' ~ 'b' }}",
        "{{ 'a' + 'b' }}",
        "{{ 2 ** 62 }}",
        "{{ -1 }}",
        "{{ person.name|safe }}",
        "{{ person.name|escape }}",
        "{{ person.name|replace('A', '<') }}",
        "{{ person.name|default('a', true) }}",
        "{{ person.name|default(value='a') }}",
        "{{ person.name is defined }}",
        "{{ 'a' in person.name }}",
        "{% for a in ask.items recursive %}{{ loop(ask.items) }}{% endfor %}",
        "{% for a, b in person.particulars %}{% endfor %}",
        "{% for letter in person.name %}{{ letter }}{% endfor %}",
        "\u{e000}a\u{e001}",
    ] {
        let found = check(purpose(), &format!("# Subject\n\nText {attack}\n"));
        assert!(!found.is_empty(), "{attack}");
        assert!(found.iter().all(|problem| problem.line == 3 || problem.line == 1), "{attack}: {found:?}");
    }
}

#[test]
fn depth_is_bounded_before_it_is_parsed() {
    for (attack, said) in [
        ("{% if today %}".repeat(4_000), "tags"),
        (format!("{{% if today %}}{}{{% endif %}}", "{% elif today %}".repeat(3_000)), "tags"),
        (format!("{{{{ today{} }}}}", "|upper".repeat(5_000)), "words and signs"),
        (format!("{{{{ today{} }}}}", ".a".repeat(20_000)), "words and signs"),
        (format!("{{{{ {}today }}}}", "not ".repeat(10_000)), "words and signs"),
        (format!("{{{{ {}today{} }}}}", "(".repeat(10_000), ")".repeat(10_000)), "words and signs"),
        (format!("{{{{ today{} }}}}", " and today".repeat(5_000)), "words and signs"),
        ("x".repeat(MAX_SOURCE_BYTES), "bytes"),
    ] {
        let found = check(purpose(), &format!("# Subject\n\nText {attack}\n"));
        assert!(found.len() == 1 && found[0].message.contains(said), "{found:?}");
    }
}

#[test]
fn work_is_bounded() {
    // Loops over lists of the letter, each within the one before: 12 to the 12th turns.
    let items = "{% for a in ask.items %}";
    let deep = format!("# S\n\nx{}{{{{ today }}}}{}\n", items.repeat(12), "{% endfor %}".repeat(12));
    let mut facts = sample::full(LetterRight::Access);
    facts.ask = Ask::Access { items: Vec::new(), format: None, copy: false };
    let stopped = write(LetterKind::Request, Language::English, &facts, Some(&deep)).unwrap_err();
    assert_eq!(stopped.message, "The template takes more work than a letter may.");
    let found = check(purpose(), &deep);
    assert_eq!(found.len(), 1, "{found:?}");
    // Whatever the check let through, the engine itself neither repeats without end nor knows more than it is given.
    for attack in [
        "{{ 'a' * 1000000000 }}".to_owned(),
        format!("{{% set a = 'aaaaaaaaaa' %}}{}", "{% set a = a ~ a %}".repeat(40)),
        format!("{{% set a %}}aaaaaaaaaa{{% endset %}}{}", "{% set a %}{{ a }}{{ a }}{% endset %}".repeat(40)),
        "{{ range(10) }}".to_owned(),
        "{{ environment }}".to_owned(),
        "{% include '/etc/passwd' %}".to_owned(),
        "{% include 'letter' %}".to_owned(),
        "{{ person.name|safe }}".to_owned(),
    ] {
        assert!(run(&format!("# S\n\nx {attack}\n")).is_err(), "{attack}");
    }
}

#[test]
fn what_comes_out_is_bounded() {
    let mut facts = sample::full(LetterRight::Erasure);
    let Ask::Erasure { data, .. } = &mut facts.ask else { panic!("an erasure") };
    *data = vec!["x".repeat(4_000); 50];
    let many = format!("# S\n\n{}\n", "{% for a in ask.data %}{{ a }}{% endfor %}".repeat(12));
    let stopped = write(LetterKind::Request, Language::English, &facts, Some(&many)).unwrap_err();
    assert_eq!(stopped.message, "The letter becomes too long.");
    assert!(write(LetterKind::Request, Language::English, &facts, None).is_ok(), "the longest that can be asked");
}
