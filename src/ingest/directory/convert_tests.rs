use serde_json::{Value, json};

use super::super::samples::{entry, full, minimal, with};
use super::super::schema;
use super::*;
use crate::domain::controller::{Category, IdentityElement, RecordQuality, RetirementReason};

fn kinds(record: &Value) -> (Vec<ChannelKind>, Vec<Note>) {
    let entry = entry(record);
    (entry.channels.iter().map(Channel::kind).collect(), entry.notes)
}

fn placed(address: &str, relevant: Value) -> (Option<String>, Option<String>, Vec<Note>) {
    let record = with(with(minimal("a"), "address", json!(address)), "relevant-countries", relevant);
    let entry = entry(&record);
    (entry.country, entry.subdivision, entry.notes)
}

#[test]
fn every_field_finds_its_place() {
    let entry = entry(&full());
    assert_eq!(entry.slug, "example-shop");
    assert_eq!(entry.aliases, ["Example Outlet", "example.shop"]);
    assert_eq!(entry.categories, [Category::Commerce, Category::CollectionAgency]);
    assert_eq!((entry.country.as_deref(), entry.subdivision.as_deref()), (Some("DE"), Some("DE-BE")));
    assert_eq!(entry.address_lines, ["Datenschutz", "Beispielstraße 1", "10115 Berlin", "Deutschland"]);
    assert_eq!((entry.relevant_everywhere, entry.relevant_countries.len()), (false, 2));
    assert_eq!(entry.relevant_countries[1], "AT");
    assert_eq!(
        entry.channels,
        [
            Channel::Post { address_lines: entry.address_lines.clone() },
            Channel::Email { address: "datenschutz@shop.example".into() },
            Channel::Portal { url: "https://shop.example/privacy".into() },
        ]
    );
    assert_eq!(entry.identity_needs[0].element, IdentityElement::Name);
    assert_eq!(entry.identity_needs[1].element, IdentityElement::CustomerNumber);
    assert_eq!(entry.identity_needs[1].description, "Kundennummer");
    assert!(!entry.identity_needs[0].optional && entry.identity_needs[1].optional);
    assert!(entry.needs_id_document && entry.adults_only);
    assert_eq!(entry.request_language.as_deref(), Some("de"));
    assert_eq!(entry.contact.fax.as_deref(), Some("+49 30 1234568 ext. 9"));
    assert_eq!(entry.contact.pgp_fingerprint.as_deref(), Some("0123456789ABCDEF0123456789ABCDEF01234567"));
    assert_eq!(entry.contact.pgp_url.as_deref(), Some("https://shop.example/key.asc"));
    assert_eq!(entry.templates.erasure.as_deref(), Some("erasure-special"));
    assert_eq!(entry.quality, RecordQuality::Tested);
    assert_eq!(entry.comments, ["Erste Zeile\nzweite Zeile"]);
    assert_eq!(entry.notes, []);
}

#[test]
fn the_suggested_way_comes_first_then_mail_form_letter() {
    use ChannelKind::{Email, Portal, Post};
    let suggest = |medium: &str| kinds(&with(full(), "suggested-transport-medium", json!(medium)));
    assert_eq!(suggest("email"), (vec![Email, Portal, Post], vec![]));
    assert_eq!(suggest("webform"), (vec![Portal, Email, Post], vec![]));
    assert_eq!(suggest("letter"), (vec![Post, Email, Portal], vec![]));
    assert_eq!(suggest("fax"), (vec![Email, Portal, Post], vec![Note::FaxNotSent]));
    assert_eq!(kinds(&with(full(), "suggested-transport-medium", Value::Null)), (vec![Email, Portal, Post], vec![]));
    let no_mail = with(with(full(), "suggested-transport-medium", json!("email")), "email", Value::Null);
    assert_eq!(kinds(&no_mail), (vec![Portal, Post], vec![Note::SuggestedWayMissing]));
    assert_eq!(kinds(&minimal("a")), (vec![Post], vec![]));
}

#[test]
fn an_address_of_one_line_is_no_address_for_letters() {
    let record = with(minimal("a"), "address", json!("Ireland"));
    assert_eq!(kinds(&record), (vec![], vec![Note::AddressTooShort, Note::NoChannel]));
}

#[test]
fn the_country_is_the_address_last_line_not_the_people_it_serves() {
    // A Swedish establishment that serves Norway answers by Swedish holidays (rule H-1).
    assert_eq!(placed("Box 1\nMalmö\nSweden", json!(["no"])).0.as_deref(), Some("SE"));
    assert_eq!(placed("1 Road\r\n Town \n\nScotland\n", json!(["gb"])).1.as_deref(), Some("GB-SCT"));
}

#[test]
fn a_country_in_doubt_is_taken_from_the_only_relevant_one_or_left_open() {
    let (country, subdivision, notes) = placed("Beispielweg 1\n10115 Berlin", json!(["de"]));
    assert_eq!((country.as_deref(), subdivision), (Some("DE"), None));
    assert_eq!(notes, [Note::CountryFromRelevantCountries, Note::SubdivisionUnknown]);
    for relevant in [json!(["de", "at"]), json!(["all"]), json!(["all", "de"])] {
        assert_eq!(placed("Beispielweg 1\n10115 Berlin", relevant), (None, None, vec![Note::CountryUnknown]));
    }
}

#[test]
fn the_subdivision_is_noted_where_it_matters_and_is_not_known() {
    assert_eq!(placed("Weg 1\n14532 Kleinmachnow\nGermany", json!(["de"])).2, [Note::SubdivisionUnknown]);
    assert_eq!(placed("Weg 1\n1010 Wien\nÖsterreich", json!(["at"])).2, []);
    assert_eq!(placed("1 rue\n67000 Strasbourg\nFrance", json!(["fr"])).1.as_deref(), Some("FR-67"));
}

#[test]
fn what_cannot_be_kept_is_left_out_with_a_note() {
    let entry = entry(&with(
        with(full(), "pgp-url", json!("http://shop.example/key.asc")),
        "sources",
        json!(["mailto:someone@shop.example", "https://shop.example/a·b"]),
    ));
    assert_eq!(entry.contact.pgp_url, None);
    assert_eq!(entry.sources, ["https://shop.example/a·b"]);
    assert_eq!(entry.notes, [Note::SourceNotOnTheWeb, Note::PgpAddressNotSecure]);
}

#[test]
fn every_word_of_the_format_is_a_word_of_ours_and_the_other_way_round() {
    fn same<T: FromStr + std::fmt::Debug + PartialEq + Copy>(theirs: &[&str], ours: &[T]) {
        let words: Vec<T> = theirs.iter().map(|text| word("", text).unwrap()).collect();
        assert_eq!(words, ours);
    }
    same(schema::CATEGORIES, Category::ALL);
    // What an organisation enters itself is ours alone.
    same(schema::QUALITIES, &RecordQuality::ALL[..4]);
    assert_eq!(RecordQuality::ALL[4..], [RecordQuality::Own]);
    same(schema::REASONS, RetirementReason::ALL);
}

#[test]
fn the_digest_follows_the_content_not_the_spelling_of_the_file() {
    let digest = entry(&full()).digest();
    assert_eq!(digest, entry(&full()).digest());
    assert_ne!(digest, entry(&with(full(), "name", json!("Example Shop AG"))).digest());
    assert_ne!(digest, entry(&with(full(), "suggested-transport-medium", json!("email"))).digest());
    assert_eq!(digest.to_string().len(), 64);
}
