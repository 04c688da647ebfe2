//! Letters as PDF: each one conforms (the typesetter refuses what does not), and the same letter is the same file.

use super::*;

#[test]
fn every_letter_can_be_printed_in_every_language() {
    for purpose in purposes() {
        let right = purpose.right.unwrap();
        let sparse = (purpose.language == Language::English).then(|| sample::sparse(right));
        for facts in [sample::full(right)].into_iter().chain(sparse) {
            let letter = write(purpose.kind, purpose.language, &facts, None).unwrap();
            let (bytes, pages) = pdf::page(&letter.sheet).unwrap_or_else(|error| panic!("{purpose:?}: {error}"));
            assert!(bytes.starts_with(b"%PDF-1.7"), "{purpose:?}");
            assert!((1..=2).contains(&pages), "{purpose:?}: {pages} pages");
        }
    }
}

#[test]
fn the_same_letter_is_the_same_file() {
    let facts = sample::full(LetterRight::Rectification);
    let file = || written(LetterKind::Request, &facts, None).pdf().unwrap();
    assert!(file() == file());
}

#[test]
fn a_long_letter_goes_over_pages_and_a_long_word_stays_on_its_own() {
    let mut facts = sample::full(LetterRight::Rectification);
    let Ask::Rectification { fields, .. } = &mut facts.ask else { panic!("a rectification") };
    let row = fields[0].clone();
    *fields = vec![row; 50];
    fields[0].right = Some("x".repeat(400));
    let letter = written(LetterKind::Request, &facts, None);
    assert!(pdf::page(&letter.sheet).unwrap().1 > 2);
}

#[test]
fn what_no_font_has_is_told() {
    let mut facts = sample::full(LetterRight::Access);
    facts.person.name = Some(Personal::new("明子".to_owned()));
    assert_eq!(written(LetterKind::Request, &facts, None).pdf().unwrap_err(), PdfError::Unprintable);
    facts.person.name = Some(Personal::new("Łucja Müller-Ångström Ψάρρας Щербина".to_owned()));
    assert!(written(LetterKind::Request, &facts, None).pdf().is_ok());
}
