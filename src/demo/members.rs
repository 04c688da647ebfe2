//! Invented members, written as the export of a union: semicolons, headings in French, days before months.

use std::fmt::Write;

const GIVEN: [&str; 20] = [
    "Alma", "Bruno", "Chloé", "Dario", "Élise", "Farid", "Greta", "Hugo", "Inès", "Jonas", "Katia", "Louis", "Maëlle",
    "Nils", "Olga", "Pablo", "Rosa", "Samir", "Thaïs", "Yann",
];
const FAMILY: [&str; 25] = [
    "Arnoux", "Berthe", "Castel", "Delmas", "Esteve", "Faure", "Gallois", "Hamel", "Ibarra", "Joubert", "Kessler",
    "Lacroix", "Marchal", "Noble", "Oriol", "Pasquet", "Quentin", "Renard", "Sauvage", "Tissot", "Urbain", "Vasseur",
    "Weiss", "Yvon", "Zeller",
];

/// So many members, from a number on, as a CSV upload. Nobody in it exists; addresses are at `example.org`.
pub fn export(from: usize, count: usize, corrections: bool) -> String {
    let mut csv = String::from("N° adhérent;Nom;Prénom;Courriel;Date de naissance;N° client;Mandat signé le;Langue");
    csv.push_str(if corrections { ";Champ;Valeur fausse;Valeur juste\r\n" } else { "\r\n" });
    for number in from..from + count {
        let (given, family) = (GIVEN[number % GIVEN.len()], FAMILY[number / GIVEN.len() % FAMILY.len()]);
        let (day, month, year) = (number % 28 + 1, number % 12 + 1, 1950 + number % 55);
        // Writing to a String cannot fail.
        let _ = write!(
            csv,
            "D{number:05};{family};{given};member{number:05}@example.org;{day:02}/{month:02}/{year};{client};02/01/2026;fr",
            client = 70_000_000 + number * 7,
        );
        if corrections {
            let _ = write!(csv, ";address;{number} rue Ancienne;{number} rue Nouvelle");
        }
        csv.push_str("\r\n");
    }
    csv
}
