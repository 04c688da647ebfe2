//! What a controller needs to recognise a person: from the record's free description and field type to our closed list.
//!
//! The description wins over the type, since records carry mistakes such as an e-mail field typed as a name. A
//! description that names something we do not know, a *former* address or a *birth* name is [`IdentityElement::Other`]:
//! taking the person's present address for a former one would send data nobody asked for (rule B-7).

use super::fold::fold;
use super::record::RequiredElement;
use crate::domain::controller::{IdentityElement, IdentityNeed};

/// The need, and whether its description spoke against its type.
pub(super) fn need_of(element: &RequiredElement) -> (IdentityNeed, bool) {
    let by_type = match element.r#type.as_str() {
        "name" => Some(IdentityElement::Name),
        "email" => Some(IdentityElement::Email),
        "address" => Some(IdentityElement::Address),
        "birthdate" => Some(IdentityElement::BirthDate),
        _ => None,
    };
    let chosen = match named_in(&element.desc) {
        Named::One(named) => named,
        Named::Something => IdentityElement::Other,
        Named::Several(several) => by_type.filter(|t| several.contains(t)).unwrap_or(IdentityElement::Other),
        Named::Nothing => by_type.unwrap_or(IdentityElement::Other),
    };
    let contradicts = by_type.is_some_and(|by_type| by_type != chosen);
    (IdentityNeed { element: chosen, description: element.desc.clone(), optional: element.optional }, contradicts)
}

enum Named {
    /// Exactly one element of the list.
    One(IdentityElement),
    /// More than one.
    Several(Vec<IdentityElement>),
    /// Surely something that is not in the list.
    Something,
    /// No word that is known.
    Nothing,
}

fn named_in(description: &str) -> Named {
    let text = format!(" {} ", fold(description));
    let has = |phrases: &str| phrases.split('|').any(|phrase| text.contains(&format!(" {phrase} ")));
    if QUALIFIERS.iter().any(|phrases| has(phrases)) {
        return Named::Something;
    }
    let mut named: Vec<_> = PHRASES.iter().filter(|(_, phrases)| has(phrases)).map(|(element, _)| *element).collect();
    if named.contains(&IdentityElement::Email) {
        // "E-mail address" is no postal address.
        named.retain(|element| *element != IdentityElement::Address);
    }
    match named[..] {
        [] => Named::Nothing,
        [one] => Named::One(one),
        _ => Named::Several(named),
    }
}

/// Words that turn what follows into something else than the person's present data. Folded, separated by `|`.
const QUALIFIERS: &[&str] = &[
    // Former.
    "vorherige|vorheriger|vorherigen|fruhere|fruherer|fruheren|ehemalige|alte|former|previous|old|past",
    "ancien|ancienne|anciennes|precedente",
    // The name of something or somebody else, or another name.
    "geburtsname|geburtsnamen|madchenname|birth name|maiden name|nom de naissance|nom de jeune fille",
    "username|user name|benutzername|nutzername|nom d utilisateur|login|account name|kontoname|profile name|profilname",
    "company name|firmenname|nickname|nick name|screen name|domain name|name of|name der|name des|nom de la|nom du",
    // The address of something else.
    "ip|mac address|mac adresse|wallet|website|domain|url|link",
    // The number of a device.
    "phone model|imei|imsi",
];

/// Element and the phrases that name it. Folded, separated by `|`.
const PHRASES: &[(IdentityElement, &str)] = &[
    (
        IdentityElement::Email,
        "email|emails|e mail|emailadresse|mailadresse|emailaddress|courriel|correo electronico|posta elettronica",
    ),
    (
        IdentityElement::Phone,
        "phone|telephone|phonenumber|mobile number|mobile|telefon|telefonnummer|telefonnummern|telefonnr|telefonanschluss|\
         rufnummer|rufnummern|mobilnummer|mobilfunknummer|mobiltelefon|mobilrufnummer|handynummer|handy|tel|\
         numero d appel|telefono|telefoon|telefoonnummer|msisdn",
    ),
    (
        IdentityElement::CustomerNumber,
        "customer number|customer no|customer nr|customer id|client number|client id|kundennummer|kundennummern|kundennr|\
         kunden nr|kunden nummer|kunden id|numero client|numero de client|n client|numero cliente|codice cliente|\
         klantnummer|kundnummer",
    ),
    (
        IdentityElement::BirthDate,
        "geburtsdatum|geburtstag|date of birth|birth date|birthdate|birthday|dob|date de naissance|fecha de nacimiento|\
         data di nascita|data de nascimento|geboortedatum|fodselsdato|fodelsedatum",
    ),
    (
        IdentityElement::Address,
        "address|adresse|adress|adressen|addresses|anschrift|wohnanschrift|postanschrift|wohnadresse|postadresse|\
         meldeadresse|meldeanschrift|direccion|domicilio|indirizzo|morada|adres",
    ),
    (
        IdentityElement::Name,
        "name|names|vorname|nachname|familienname|surname|nom|prenom|nombre|apellidos|nome|cognome|naam|namn|navn",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::controller::IdentityElement::{Address, BirthDate, CustomerNumber, Email, Name, Other, Phone};

    fn element(kind: &str, desc: &str) -> (IdentityElement, bool) {
        let (need, contradicts) = need_of(&RequiredElement { desc: desc.into(), r#type: kind.into(), optional: true });
        assert_eq!((need.description.as_str(), need.optional), (desc, true));
        (need.element, contradicts)
    }

    #[test]
    fn the_description_names_the_element() {
        for (kind, desc, expected) in [
            ("input", "E-Mail-Adresse", Email),
            ("input", "Account email", Email),
            ("email", "Adresse e-mail", Email),
            ("email", "E-Mail-Adresse Kundenkonto", Email),
            ("input", "Telephone number", Phone),
            ("input", "Numéro d'appel", Phone),
            ("input", "Kundennummer", CustomerNumber),
            ("input", "Customer number (N° Client) if holder", CustomerNumber),
            ("input", "Geburtsdatum", BirthDate),
            ("textarea", "Anschrift", Address),
            ("address", "Zustellfähige Anschrift", Address),
            ("name", "Vollständiger Name", Name),
            ("name", "Name, Vorname", Name),
        ] {
            assert_eq!(element(kind, desc), (expected, false), "{desc}");
        }
    }

    #[test]
    fn the_type_speaks_when_the_description_does_not() {
        assert_eq!(element("birthdate", "Wann?"), (BirthDate, false));
        assert_eq!(element("name", ""), (Name, false));
        assert_eq!(element("input", ""), (Other, false));
        assert_eq!(element("address", "Name und Anschrift"), (Address, false));
    }

    #[test]
    fn the_description_wins_over_a_wrong_type() {
        assert_eq!(element("name", "Email"), (Email, true));
        assert_eq!(element("address", "Vorherige Adresse(n)"), (Other, true));
        assert_eq!(element("name", "Geburtsname"), (Other, true));
    }

    #[test]
    fn what_is_not_known_is_other() {
        for desc in [
            "Username",
            "Geburtsort",
            "IP-Adresse",
            "Vehicle number",
            "Link to profile page",
            "Email or customer number",
        ] {
            assert_eq!(element("input", desc), (Other, false), "{desc}");
        }
    }

    #[test]
    fn phrases_are_folded() {
        for phrase in
            PHRASES.iter().map(|(_, phrases)| *phrases).chain(QUALIFIERS.to_vec()).flat_map(|all| all.split('|'))
        {
            assert_eq!(fold(phrase), phrase);
        }
    }
}
