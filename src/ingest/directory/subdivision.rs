//! The subdivision of an address (a German Land, a Spanish community, a Swiss canton, a French department), where it
//! changes public holidays (rule H-5).
//!
//! A postcode alone does not tell: areas of delivery cross borders of Länder and departments. A city's name alone does not
//! either: there are several of most names. Only when the postcode's first two digits and the name of a large city agree
//! is the subdivision certain. Everything else is unknown, and deadlines then count with both results (rule H-6).

use super::fold::fold;

/// Countries whose public holidays differ by subdivision, so that an unknown one is worth a note.
pub(super) fn matters_in(country: &str) -> bool {
    matches!(country, "CH" | "DE" | "ES" | "FR" | "GB" | "PT")
}

/// The subdivision (ISO 3166-2) of the line with postcode and city, such as `10115 Berlin` or `F-67000 Strasbourg`.
pub(super) fn of_city_line(country: &str, line: &str) -> Option<&'static str> {
    let (_, digits, cities) = COUNTRIES.iter().find(|(code, ..)| *code == country)?;
    let folded = fold(line);
    let line = folded.strip_prefix(&format!("{} ", country.to_lowercase())).unwrap_or(&folded);
    let line = line.strip_prefix("f ").or_else(|| line.strip_prefix("d ")).unwrap_or(line);
    let (postcode, city) = line.split_once(' ')?;
    if postcode.len() != *digits || !postcode.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let city = without_office(city);
    cities
        .iter()
        .find(|(_, prefixes, names)| {
            prefixes.split('|').any(|prefix| postcode.starts_with(prefix)) && names.split('|').any(|name| name == city)
        })
        .map(|(subdivision, ..)| *subdivision)
}

/// Cuts the number of a French delivery office or district: `paris cedex 01`, `marseille 8`, `lyon 3e`.
fn without_office(city: &str) -> &str {
    let city = city.split(" cedex").next().unwrap_or(city);
    match city.rsplit_once(' ') {
        Some((name, district)) if district.starts_with(|c: char| c.is_ascii_digit()) && district.len() <= 4 => name,
        _ => city,
    }
}

/// Subdivision, first digits of its postcodes in these cities, folded names of the cities.
type City = (&'static str, &'static str, &'static str);

/// Country, digits of a postcode, cities.
const COUNTRIES: &[(&str, usize, &[City])] =
    &[("DE", 5, GERMANY), ("FR", 5, FRANCE), ("ES", 5, SPAIN), ("CH", 4, SWITZERLAND)];

const GERMANY: &[City] = &[
    ("DE-BB", "14", "potsdam|brandenburg an der havel"),
    ("DE-BB", "15", "frankfurt oder"),
    ("DE-BB", "03", "cottbus"),
    ("DE-BE", "10|12|13|14", "berlin"),
    ("DE-BW", "68", "mannheim"),
    ("DE-BW", "69", "heidelberg"),
    ("DE-BW", "70", "stuttgart"),
    ("DE-BW", "72", "reutlingen|tubingen"),
    ("DE-BW", "74", "heilbronn"),
    ("DE-BW", "75", "pforzheim"),
    ("DE-BW", "76", "karlsruhe|baden baden"),
    ("DE-BW", "78", "konstanz"),
    ("DE-BW", "79", "freiburg|freiburg im breisgau"),
    ("DE-BW", "89", "ulm"),
    ("DE-BY", "80|81", "munchen|munich"),
    ("DE-BY", "85", "ingolstadt"),
    ("DE-BY", "86", "augsburg"),
    ("DE-BY", "90", "nurnberg|nuremberg|furth"),
    ("DE-BY", "91", "erlangen"),
    ("DE-BY", "93", "regensburg"),
    ("DE-BY", "94", "passau"),
    ("DE-BY", "95", "bayreuth"),
    ("DE-BY", "96", "bamberg|coburg"),
    ("DE-BY", "97", "wurzburg"),
    ("DE-HB", "27", "bremerhaven"),
    ("DE-HB", "28", "bremen"),
    ("DE-HE", "34", "kassel"),
    ("DE-HE", "35", "giessen|marburg"),
    ("DE-HE", "36", "fulda"),
    ("DE-HE", "60|65", "frankfurt am main|frankfurt main|frankfurt"),
    ("DE-HE", "63", "offenbach am main|hanau"),
    ("DE-HE", "64", "darmstadt"),
    ("DE-HE", "65", "wiesbaden"),
    ("DE-HH", "20|21|22", "hamburg"),
    ("DE-MV", "17", "greifswald|neubrandenburg"),
    ("DE-MV", "18", "rostock|stralsund"),
    ("DE-MV", "19", "schwerin"),
    ("DE-NI", "21", "luneburg"),
    ("DE-NI", "26", "oldenburg|emden|wilhelmshaven"),
    ("DE-NI", "29", "celle"),
    ("DE-NI", "30", "hannover|hanover"),
    ("DE-NI", "31", "hildesheim"),
    ("DE-NI", "37", "gottingen"),
    ("DE-NI", "38", "braunschweig|wolfsburg|salzgitter"),
    ("DE-NI", "49", "osnabruck"),
    ("DE-NW", "33", "bielefeld|paderborn|gutersloh"),
    ("DE-NW", "40", "dusseldorf"),
    ("DE-NW", "41", "monchengladbach|neuss"),
    ("DE-NW", "42", "wuppertal|solingen|remscheid"),
    ("DE-NW", "44", "dortmund|bochum|herne"),
    ("DE-NW", "45", "essen|gelsenkirchen|mulheim an der ruhr|recklinghausen"),
    ("DE-NW", "46", "oberhausen|bottrop"),
    ("DE-NW", "47", "duisburg|krefeld|moers"),
    ("DE-NW", "48", "munster"),
    ("DE-NW", "50|51", "koln|cologne"),
    ("DE-NW", "51", "leverkusen|bergisch gladbach"),
    ("DE-NW", "52", "aachen"),
    ("DE-NW", "53", "bonn"),
    ("DE-NW", "57", "siegen"),
    ("DE-NW", "58", "hagen"),
    ("DE-NW", "59", "hamm"),
    ("DE-RP", "54", "trier"),
    ("DE-RP", "55", "mainz"),
    ("DE-RP", "56", "koblenz"),
    ("DE-RP", "67", "ludwigshafen|ludwigshafen am rhein|kaiserslautern"),
    ("DE-SH", "23", "lubeck"),
    ("DE-SH", "24", "kiel|flensburg"),
    ("DE-SL", "66", "saarbrucken"),
    ("DE-SN", "01", "dresden"),
    ("DE-SN", "02", "gorlitz"),
    ("DE-SN", "04", "leipzig"),
    ("DE-SN", "08", "zwickau|plauen"),
    ("DE-SN", "09", "chemnitz"),
    ("DE-ST", "06", "halle saale|dessau rosslau"),
    ("DE-ST", "39", "magdeburg"),
    ("DE-TH", "07", "jena|gera"),
    ("DE-TH", "98", "suhl"),
    ("DE-TH", "99", "erfurt|weimar|eisenach"),
];

const FRANCE: &[City] = &[
    ("FR-06", "06", "nice|cannes"),
    ("FR-13", "13", "marseille|aix en provence"),
    ("FR-31", "31", "toulouse"),
    ("FR-33", "33", "bordeaux"),
    ("FR-34", "34", "montpellier"),
    ("FR-35", "35", "rennes"),
    ("FR-38", "38", "grenoble"),
    ("FR-44", "44", "nantes"),
    ("FR-57", "57", "metz|thionville"),
    ("FR-59", "59", "lille|roubaix|tourcoing|villeneuve d ascq"),
    ("FR-67", "67", "strasbourg|haguenau|schiltigheim"),
    ("FR-68", "68", "mulhouse|colmar"),
    ("FR-69M", "69", "lyon|villeurbanne"),
    ("FR-75C", "75", "paris"),
    (
        "FR-92",
        "92",
        "boulogne billancourt|courbevoie|issy les moulineaux|levallois perret|nanterre|neuilly sur seine|puteaux|la defense",
    ),
    ("FR-93", "93", "saint denis|montreuil"),
];

const SPAIN: &[City] = &[
    ("ES-AN", "14|18|29|41", "cordoba|granada|malaga|sevilla|seville"),
    ("ES-AR", "50", "zaragoza"),
    ("ES-AS", "33", "oviedo|gijon"),
    ("ES-CB", "39", "santander"),
    ("ES-CL", "47", "valladolid"),
    ("ES-CN", "35", "las palmas de gran canaria"),
    ("ES-CT", "08", "barcelona"),
    ("ES-GA", "15|36", "a coruna|vigo"),
    ("ES-IB", "07", "palma|palma de mallorca"),
    ("ES-MC", "30", "murcia"),
    ("ES-MD", "28", "madrid"),
    ("ES-NC", "31", "pamplona"),
    ("ES-PV", "20|48", "bilbao|san sebastian|donostia"),
    ("ES-VC", "03|46", "alicante|valencia"),
];

const SWITZERLAND: &[City] = &[
    ("CH-BE", "30", "bern|berne"),
    ("CH-BS", "40", "basel"),
    ("CH-GE", "12", "geneve|genf|geneva"),
    ("CH-LU", "60", "luzern|lucerne"),
    ("CH-SG", "90", "st gallen"),
    ("CH-TI", "69", "lugano"),
    ("CH-VD", "10", "lausanne"),
    ("CH-ZG", "63", "zug"),
    ("CH-ZH", "80|84", "zurich|winterthur"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcode_and_city_that_agree() {
        for (country, line, expected) in [
            ("DE", "10115 Berlin", "DE-BE"),
            ("DE", "D-80331 München", "DE-BY"),
            ("DE", "60325 Frankfurt am Main", "DE-HE"),
            ("DE", "15230 Frankfurt (Oder)", "DE-BB"),
            ("DE", "06108 Halle (Saale)", "DE-ST"),
            ("FR", "67000 STRASBOURG", "FR-67"),
            ("FR", "F-75049 Paris Cedex 01", "FR-75C"),
            ("FR", "13008 Marseille 8", "FR-13"),
            ("FR", "92449 Issy-les-Moulineaux CEDEX", "FR-92"),
            ("ES", "08002 Barcelona", "ES-CT"),
            ("CH", "CH-8004 Zürich", "CH-ZH"),
        ] {
            assert_eq!(of_city_line(country, line), Some(expected), "{line}");
        }
    }

    #[test]
    fn anything_else_is_unknown() {
        for (country, line) in [
            ("DE", "Berlin"),
            ("DE", "14131 Kleinmachnow"),
            ("DE", "80331 Berlin"),
            ("DE", "64658 Fürth"),
            ("DE", "1234 Berlin"),
            ("DE", "101155 Berlin"),
            ("DE", "48291 Münster-Land"),
            ("FR", "67000 Paris"),
            ("AT", "1010 Wien"),
            ("DE", ""),
        ] {
            assert_eq!(of_city_line(country, line), None, "{country} {line}");
        }
    }

    #[test]
    fn the_table_is_well_formed() {
        for (country, _, cities) in COUNTRIES {
            assert!(matters_in(country));
            for (subdivision, prefixes, names) in *cities {
                let place: crate::domain::place::Place = subdivision.parse().unwrap();
                assert_eq!(place.country(), *country);
                assert!(
                    prefixes.split('|').all(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit())),
                    "{prefixes}"
                );
                assert!(names.split('|').all(|name| fold(name) == name && without_office(name) == name), "{names}");
            }
        }
    }
}
