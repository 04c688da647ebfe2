mod attacks;
mod golden;
mod mistakes;
mod printed;

use super::facts::{LetterFacts, Particular};
use super::*;
use crate::crypto::Personal;
use crate::domain::ask::Ask;
use crate::domain::controller::IdentityElement;

/// Every letter of the house.
fn purposes() -> impl Iterator<Item = Purpose> {
    Language::ALL.iter().flat_map(|language| {
        LetterKind::ALL.iter().flat_map(move |kind| {
            let rights = if kind.is_by_right() { LetterRight::ALL } else { &LetterRight::ALL[..1] };
            rights.iter().map(move |right| Purpose { kind: *kind, right: Some(*right), language: *language })
        })
    })
}

fn written(kind: LetterKind, facts: &LetterFacts, template: Option<&str>) -> Letter {
    write(kind, Language::English, facts, template).unwrap()
}

#[test]
fn the_letters_of_the_house_pass_the_check_of_templates() {
    let mut count = 0;
    for purpose in purposes() {
        let source = builtin::source(purpose.kind, purpose.right.unwrap(), purpose.language);
        assert_eq!(check(purpose, source), [], "{purpose:?}");
        count += 1;
    }
    assert_eq!(count, 7 * 12);
    for language in Language::ALL {
        for kind in LetterKind::ALL {
            for (name, part) in builtin::parts(*language) {
                let source = format!("# Subject\n\n{part}\n\nEnd.\n");
                let purpose = Purpose { kind: *kind, right: None, language: *language };
                assert_eq!(check(purpose, &source), [], "{language}: {name}");
            }
        }
    }
}

#[test]
fn every_letter_names_mandate_and_request_and_its_subject_is_neutral() {
    for purpose in purposes() {
        for facts in sample::all(purpose.kind, purpose.right) {
            let letter = write(purpose.kind, purpose.language, &facts, None).unwrap();
            let text = letter.text();
            for named in
                [&facts.mandate.id, &facts.mandate.verification_url, &facts.request_id, &facts.organisation.name]
            {
                assert!(text.expose().contains(named), "{purpose:?}: {named}");
            }
            let subject = &letter.sheet.body.subject;
            let words = Words::of(purpose.language);
            for told in [&words.letter_word(facts.ask.right()), &facts.organisation.name, &facts.controller.name] {
                assert!(!subject.to_lowercase().contains(&told.to_lowercase()), "{subject}");
            }
        }
    }
}

#[test]
fn a_value_is_text_wherever_it_stands() {
    const HOSTILE: &str =
        "<script>alert(1)</script>\"'&amp; #set page(width: 1pt) *a* **b** _c_ `d` $e$ {{ f }} {% g %} | h |\n# i\n- j";
    let mut facts = sample::full(LetterRight::Erasure);
    facts.person.name = Some(Personal::new(HOSTILE.to_owned()));
    facts.person.particulars =
        vec![Particular { element: IdentityElement::Name, value: Personal::new(HOSTILE.to_owned()) }];
    facts.organisation.name = HOSTILE.to_owned();
    facts.controller.name = HOSTILE.to_owned();
    facts.controller.address = vec![HOSTILE.to_owned()];
    facts.request_id = HOSTILE.to_owned();
    let Ask::Erasure { data, .. } = &mut facts.ask else { panic!("an erasure") };
    *data = vec![HOSTILE.to_owned()];

    let letter = written(LetterKind::Request, &facts, None);
    let html = letter.html();
    let html = html.expose();
    let without = written(LetterKind::Request, &sample::full(LetterRight::Erasure), None).html();
    let tags = |html: &str, tag: &str| html.matches(tag).count();
    for tag in ["<script", "<h1", "<p", "<table", "<style", "<title"] {
        assert_eq!(tags(html, tag), tags(without.expose(), tag), "{tag}");
    }
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp; #set page(width: 1pt) *a* **b**"));
    assert!(!html.contains("<script"));
    let text = letter.text();
    for part in ["**b**", "{{ f }}", "{% g %}", "| h |", "$e$", "`d`"] {
        assert!(text.expose().contains(part), "{part}");
    }
}

#[test]
fn nothing_of_a_letter_is_printed() {
    let facts = sample::full(LetterRight::Access);
    let letter = written(LetterKind::Request, &facts, None);
    let printed = format!("{letter:?} {:?} {facts:?}", letter.html());
    assert!(!printed.contains("Alex") && !printed.contains("alex@example.org"), "{printed}");
}

#[test]
fn a_template_cites_the_law_that_holds() {
    use crate::domain::legal_order::LegalOrder;

    let template = "# S\n\n{{ right.article }}, {{ deadline.article }}\n";
    for (law, cited) in [
        (LegalOrder::Gdpr, "GDPR Art. 15, GDPR Art. 12(3)"),
        (LegalOrder::UkGdpr, "UK GDPR Art. 15, UK GDPR Art. 12A"),
        (LegalOrder::Fadp, "FADP Art. 25, FADP Art. 25(7)"),
    ] {
        let facts = LetterFacts { law, ..sample::full(LetterRight::Access) };
        let text = written(LetterKind::Request, &facts, Some(template)).text();
        assert!(text.expose().lines().any(|line| line.starts_with(cited)), "{}", text.expose());
    }
}
