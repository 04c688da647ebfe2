//! Countries of residence: the codes of ISO 3166-1, and the names people write instead.

use super::words::fold;

/// Every code of ISO 3166-1 alpha-2, sorted.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG \
GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ \
LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR \
NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ \
TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Folded names of the countries where most people of an upload live: the country's own, English, French, German, and the
/// three-letter code.
const NAMES: &[(&str, &[&str])] = &[
    ("AT", &["osterreich", "austria", "autriche", "aut"]),
    ("BE", &["belgique", "belgie", "belgium", "belgien", "bel"]),
    ("BG", &["българия", "bulgaria", "bulgarie", "bulgarien", "bgr"]),
    ("CH", &["schweiz", "suisse", "svizzera", "switzerland", "che"]),
    ("CY", &["κυπροσ", "cyprus", "chypre", "zypern", "cyp"]),
    ("CZ", &["cesko", "ceskarepublika", "czechia", "czechrepublic", "tchequie", "tschechien", "cze"]),
    ("DE", &["deutschland", "germany", "allemagne", "alemania", "germania", "duitsland", "niemcy", "deu"]),
    ("DK", &["danmark", "denmark", "danemark", "danemark", "dnk"]),
    ("EE", &["eesti", "estonia", "estonie", "estland", "est"]),
    ("ES", &["espana", "spain", "espagne", "spanien", "spagna", "spanje", "hiszpania", "esp"]),
    ("FI", &["suomi", "finland", "finlande", "finnland", "fin"]),
    ("FR", &["france", "frankreich", "francia", "frankrijk", "francja", "fra"]),
    ("GB", &["uk", "unitedkingdom", "royaumeuni", "grossbritannien", "gbr"]),
    ("GR", &["el", "ελλαδα", "ellada", "greece", "grece", "griechenland", "grc"]),
    ("HR", &["hrvatska", "croatia", "croatie", "kroatien", "hrv"]),
    ("HU", &["magyarorszag", "hungary", "hongrie", "ungarn", "hun"]),
    ("IE", &["eire", "ireland", "irlande", "irland", "irl"]),
    ("IS", &["island", "iceland", "islande", "isl"]),
    ("IT", &["italia", "italy", "italie", "italien", "wlochy", "ita"]),
    ("LI", &["liechtenstein", "lie"]),
    ("LT", &["lietuva", "lithuania", "lituanie", "litauen", "ltu"]),
    ("LU", &["letzebuerg", "luxembourg", "luxemburg", "lux"]),
    ("LV", &["latvija", "latvia", "lettonie", "lettland", "lva"]),
    ("MT", &["malta", "malte", "mlt"]),
    ("NL", &["nederland", "netherlands", "thenetherlands", "paysbas", "niederlande", "holandia", "nld"]),
    ("NO", &["norge", "norway", "norvege", "norwegen", "nor"]),
    ("PL", &["polska", "poland", "pologne", "polen", "polonia", "pol"]),
    ("PT", &["portugal", "prt"]),
    ("RO", &["romania", "roumanie", "rumanien", "rou"]),
    ("SE", &["sverige", "sweden", "suede", "schweden", "swe"]),
    ("SI", &["slovenija", "slovenia", "slovenie", "slowenien", "svn"]),
    ("SK", &["slovensko", "slovakia", "slovaquie", "slowakei", "svk"]),
];

/// The code a cell means: itself in any letters, or the name of a European country.
pub(super) fn code(raw: &str) -> Option<&'static str> {
    if let [first, second] = raw.as_bytes() {
        let wanted = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
        if let Some(code) = listed(wanted) {
            return Some(code);
        }
    }
    if raw.len() > 60 {
        return None;
    }
    let name = fold(raw);
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(code, _)| *code)
}

fn listed(wanted: [u8; 2]) -> Option<&'static str> {
    // Codes stand at every third byte, in order.
    let (mut low, mut high) = (0, CODES.len().div_ceil(3));
    while low < high {
        let middle = usize::midpoint(low, high);
        let code = CODES.get(middle * 3..middle * 3 + 2)?;
        match code.as_bytes().cmp(&wanted) {
            std::cmp::Ordering::Equal => return Some(code),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{CODES, NAMES, code, fold};

    #[test]
    fn codes_are_complete_sorted_and_found() {
        let codes: Vec<_> = CODES.split(' ').collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.is_sorted() && codes.iter().all(|code| code.len() == 2));
        for each in &codes {
            assert_eq!(code(each), Some(*each));
            assert_eq!(code(&each.to_lowercase()), Some(*each));
        }
        assert_eq!(code("XX"), None);
        assert_eq!(code("ZZ"), None);
        assert_eq!(code("é"), None);
    }

    #[test]
    fn names_mean_codes() {
        for (each, names) in NAMES {
            assert_eq!(code(each), Some(*each));
            assert!(names.iter().all(|name| fold(name) == *name && code(name) == Some(each)));
        }
        assert_eq!(code("Österreich"), Some("AT"));
        assert_eq!(code("Pays-Bas"), Some("NL"));
        assert_eq!(code("UK"), Some("GB"));
        assert_eq!(code("EL"), Some("GR"));
        assert_eq!(code("Narnia"), None);
    }
}
