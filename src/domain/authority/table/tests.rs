use super::Table;
use crate::domain::authority::{BodyKind, ComplaintWay, Directory, ModalityKind};
use crate::domain::deadline::Mark;
use crate::domain::place::EEA;
use crate::domain::reference::Reference;

const HEAD: &str = "version FR-2026.1\nstated 2026-07\nmark S\nsource Somebody\n";
const ENTRY: &str = "authority fr-one\nkind national\nname Une autorité\nlanguages fr\n";

fn read(more: &str) -> Result<Table, String> {
    Table::read(&format!("# A comment.\n{HEAD}\n{ENTRY}{more}"))
}

#[test]
fn an_entry_is_read_with_how_sure_each_fact_is() {
    let more = "english An authority\nsite https://example.org\npost [K] 1 rue Exemple, Paris\nemail one@example.org\n\
                form [T] https://example.org/form\nmodality [K] time_bar | Within a year. | Code Art. 1\nmodality form | On paper. |\n\
                note Look twice.\n";
    let table = read(more).unwrap();
    let one = &table.authorities[0];
    assert_eq!((one.id.as_str(), one.country.country(), one.kind), ("fr-one", "FR", BodyKind::National));
    assert_eq!((one.version.as_str(), one.stated.as_str(), one.mark), ("FR-2026.1", "2026-07", Mark::Reported));
    let channels: Vec<_> = one.channels.iter().map(|channel| (channel.kind, channel.mark)).collect();
    let preferred = [
        (ComplaintWay::Form, Mark::Text),
        (ComplaintWay::Email, Mark::Reported),
        (ComplaintWay::Post, Mark::Unverified),
    ];
    assert_eq!(channels, preferred, "a form before e-mail before post, whatever the order of the lines");
    assert_eq!(one.best_channel().map(|channel| channel.address.as_str()), Some("https://example.org/form"));
    let modalities: Vec<_> = one.modalities.iter().map(|one| (one.kind, one.source.as_deref(), one.mark)).collect();
    let expected =
        [(ModalityKind::TimeBar, Some("Code Art. 1"), Mark::Unverified), (ModalityKind::Form, None, Mark::Reported)];
    assert_eq!(modalities, expected);
}

#[test]
fn what_is_wrong_is_quoted() {
    for line in [
        "colour blue",
        "kind national",
        "site ftp://example.org",
        "form example.org/form",
        "email nobody",
        "post [X] 1 rue Exemple",
        "post [K 1 rue Exemple",
        "region BY",
        "mark X",
        "modality form | On paper.",
        "modality shape | On paper. |",
        "modality form | On paper |",
        "note",
    ] {
        assert_eq!(read(line).unwrap_err(), format!("not understood: {line}"));
    }
    for (from, to, why) in [
        ("version FR-2026.1", "version 2026.1", "the version is written as `FR-2026.2`, and not as `2026.1`"),
        ("stated 2026-07", "stated July", "not understood: stated July"),
        ("source Somebody", "", "`source` is missing"),
        ("name Une autorité", "", "`name` of `fr-one` is missing"),
        ("languages fr", "languages French", "not understood: languages French"),
        ("kind national", "kind federation", "not understood: kind federation"),
        ("kind national", "kind church", "no authority is `national`"),
        ("authority fr-one", "authority de-one", "not understood: authority de-one"),
        ("authority fr-one", "authority fr-One", "not understood: authority fr-One"),
    ] {
        let text = format!("{HEAD}{ENTRY}").replace(from, to);
        assert_eq!(Table::read(&text).unwrap_err(), why);
    }
    assert_eq!(read(ENTRY).unwrap_err(), "`fr-one` stands twice");
    assert_eq!(read("replaced_by fr-two").unwrap_err(), "`fr-two` replaces another and is not there");
    assert_eq!(Table::read(HEAD).unwrap_err(), "no authority is `national`");
}

#[test]
fn a_land_without_an_authority_is_a_hole() {
    let germany = include_str!("../data/DE.txt");
    let without = |id: &str, kind: &str| {
        let at = germany.find(&format!("authority  {id}\n")).expect("it is in the list");
        let (before, after) = germany.split_at(at);
        format!("{before}{}", after.replacen(&format!("kind       {kind}"), "kind       church", 1))
    };
    let hole = |land: &str| format!("no authority supervises private and public controllers in {land}");
    assert_eq!(Table::read(&without("de-hh-hmbbfdi", "land")).unwrap_err(), hole("HH"));
    assert_eq!(Table::read(&without("de-by-baylda", "land_private_sector")).unwrap_err(), hole("BY"));
    Table::read(&without("de-ekd", "church")).unwrap();
}

#[test]
fn the_bundled_lists_are_complete() {
    let directory = Directory::bundled();
    let countries = directory.countries();
    assert_eq!(countries.len(), 32, "30 states of the EEA, the United Kingdom and Switzerland");
    for country in EEA.iter().chain(&["GB", "CH"]) {
        assert!(countries.iter().any(|kept| kept == country), "{country}");
        assert!(directory.in_country(country).count() > 0, "{country}");
    }
    let all = directory.all();
    assert_eq!(all.len(), 60, "57 of the annex and three of Spain's regions");
    for one in all {
        assert_eq!(directory.find(&one.id), Some(one));
        assert!(one.site.is_some() || one.id == "de-catholic-bavaria", "{}", one.id);
        assert!(one.is_active());
    }
    for id in ["", "f", "é", "fr", "fr-", "xx-one", "FR-CNIL"] {
        assert_eq!(directory.find(id), None, "{id:?}");
    }
}

/// A few facts, read by a person beside the annex of the legal specification.
#[test]
fn facts_are_those_of_the_annex() {
    let directory = Directory::bundled();
    let channel = |id: &str| directory.find(id).and_then(|one| one.best_channel()).map(|one| one.address.clone());
    assert_eq!(channel("fr-cnil").as_deref(), Some("https://www.cnil.fr/fr/plaintes"));
    assert_eq!(channel("gr-dpa").as_deref(), Some("complaints@dpa.gr"));
    assert_eq!(channel("se-imy").as_deref(), Some("imy@imy.se"));
    assert_eq!(channel("de-by-baylda").as_deref(), Some("https://www.lda.bayern.de/de/beschwerde.html"));
    assert_eq!(channel("es-ct-apdcat"), None, "what is not known is left out");
    let spain = directory.find("es-pv-avpd").unwrap();
    assert_eq!((spain.kind, spain.mark), (BodyKind::RegionalPublicSector, Mark::Unverified));
    assert_eq!(directory.find("ch-edoeb").unwrap().languages, ["de", "fr", "it"]);
}
