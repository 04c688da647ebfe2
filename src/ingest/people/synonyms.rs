//! A mapping proposed from headings in seven languages.

use super::words::fold;
use super::{ColumnMapping, TargetField};

/// Headings, folded, of each field: French, English, German, Spanish, Italian, Dutch, Polish.
const HEADINGS: &[(&str, &str)] = &[
    (
        "external_reference",
        "externalreference reference nadherent numeroadherent numerodadherent nodadherent matricule nmembre numeromembre membernumber \
         memberid memberno membershipnumber mitgliedsnummer mitgliedsnr mitgliednr numerodesocio nsocio nosocio numerosocio numerotessera \
         ntessera lidnummer lidnr numerczlonka nrczlonkowski numerczlonkowski id",
    ),
    (
        "given_name",
        "givenname givennames prenom prenoms firstname forename forenames vorname vornamen nombre nombredepila voornaam voornamen \
         imie imiona",
    ),
    (
        "family_name",
        "familyname nomdefamille lastname surname nachname familienname zuname apellido apellidos primerapellido cognome achternaam \
         familienaam nazwisko nom name nome naam",
    ),
    (
        "full_name",
        "fullname nomcomplet nometprenom nomprenom prenomnom completename vollername vollstandigername nombrecompleto \
         nombreyapellidos nomecompleto nomeecognome cognomeenome volledigenaam imieinazwisko",
    ),
    (
        "email",
        "email courriel mail adressemail adresseemail adresseelectronique emailaddress mailadresse emailadresse correo \
         correoelectronico direcciondecorreo postaelettronica indirizzoemail emailadres adresemail pocztaelektroniczna",
    ),
    (
        "phone",
        "phone phonenumber telephone tel numerodetelephone portable mobile mobilephone telefon telefonnummer handy mobil telefono \
         numerodetelefono movil cellulare numeroditelefono telefoon telefoonnummer mobiel numertelefonu telefonkomorkowy",
    ),
    (
        "birth_date",
        "birthdate dateofbirth dob birthday datedenaissance naissance neele geburtsdatum geburtstag geboren fechadenacimiento \
         nacimiento datadinascita nascita geboortedatum dataurodzenia",
    ),
    (
        "street",
        "street streetaddress address address1 adresse adresse1 rue voie strasse strasseundhausnummer strassenr anschrift calle \
         direccion domicilio via indirizzo straat straatenhuisnummer adres ulica",
    ),
    (
        "postal_code",
        "postalcode postcode zip zipcode codepostal cp plz postleitzahl codigopostal cap codicepostale kodpocztowy",
    ),
    (
        "city",
        "city town ville commune localite ort stadt wohnort ciudad poblacion localidad municipio citta comune plaats woonplaats stad miasto miejscowosc",
    ),
    ("country", "country countrycode pays land staat pais paese nazione kraj"),
    ("language", "language langue sprache idioma lingua taal jezyk"),
    (
        "identifiers.customer_number",
        "nclient numeroclient numerodeclient noclient customernumber customerid customerno clientnumber kundennummer kundennr \
         numerodecliente ncliente nocliente codicecliente numerocliente klantnummer klantnr numerklienta nrklienta",
    ),
    (
        "mandate.signed_on",
        "signedon mandatsignele datedesignature datedesignaturedumandat signele mandatesignedon signaturedate datesigned \
         unterzeichnetam unterschriebenam vollmachtvom datumderunterschrift firmadoel fechadefirma firmatoil datadifirma \
         datafirma ondertekendop datumondertekening podpisanodnia datapodpisania",
    ),
    (
        "mandate.valid_from",
        "validfrom mandatvalableapartirdu mandatvalabledu valableapartirdu debutdumandat mandatestart mandatevalidfrom gultigab \
         gultigvon vollmachtgultigab validodesde validodal validoapartireda geldigvanaf wazneod",
    ),
    (
        "mandate.valid_until",
        "validuntil mandatvalablejusquau valablejusquau findumandat mandatvalableau mandateend mandatevaliduntil expires expirydate \
         gultigbis vollmachtgultigbis validohasta validofinoal geldigtot geldigtotenmet waznedo",
    ),
    (
        "mandate.complaint",
        "complaint complaintallowed plainteautorisee plainte autorisationdeplainte reclamationautorisee mayfilecomplaint \
         beschwerdeerlaubt beschwerde reclamacionautorizada reclamoautorizzato klachttoegestaan skargadozwolona",
    ),
    ("mandate.rights", "rights droits droitsexerces rechte derechos diritti rechten prawa"),
    (
        "ask.rectification.field",
        "fieldtocorrect donneeacorriger champacorriger zuberichtigendesfeld campoacorregir campodacorreggere tecorrigerenveld",
    ),
    (
        "ask.rectification.wrong",
        "wrongvalue valeurerronee valeurinexacte falscherwert valorerroneo valoreerrato foutewaarde blednawartosc",
    ),
    (
        "ask.rectification.right",
        "rightvalue correctvalue valeurcorrecte valeurexacte richtigerwert valorcorrecto valorecorretto juistewaarde poprawnawartosc",
    ),
    (
        "ask.objection_grounds",
        "objectiongrounds grounds motifsdopposition motifs widerspruchsgrunde motivosdeoposicion motividiopposizione",
    ),
    (
        "controllers",
        "controllers responsables responsablesdetraitement verantwortliche responsables titolari verwerkingsverantwoordelijken administratorzy",
    ),
];

/// Words that mean the family name beside a first name, the first name beside a family name, and the whole name alone.
const NAME_ALONE: &[&str] = &["nom", "name", "nome", "naam"];

/// The field a heading means.
fn field_of(folded: &str) -> Option<TargetField> {
    let means = |(_, words): &&(&str, &str)| words.split_whitespace().any(|word| word == folded);
    HEADINGS.iter().find(means).and_then(|(field, _)| field.parse().ok())
}

/// Proposes a mapping, and lists the headings it has no use for.
pub(super) fn propose(headings: &[String]) -> (ColumnMapping, Vec<String>) {
    let (mut mapping, mut unused) = (ColumnMapping::default(), Vec::new());
    let folded: Vec<String> = headings.iter().map(|heading| fold(heading)).collect();
    let is_alone = |word: &String| NAME_ALONE.contains(&word.as_str());
    let given = folded.iter().any(|word| field_of(word) == Some(TargetField::GivenName));
    let family = folded.iter().any(|word| !is_alone(word) && field_of(word) == Some(TargetField::FamilyName));
    for (at, (heading, word)) in headings.iter().zip(&folded).enumerate() {
        let field = match heading.parse().ok().or_else(|| field_of(word)) {
            Some(TargetField::FamilyName) if is_alone(word) && !given && family => Some(TargetField::GivenName),
            Some(TargetField::FamilyName) if is_alone(word) && !given => Some(TargetField::FullName),
            other => other,
        };
        match field {
            Some(field) if !mapping.columns.contains_key(&field) && !mapping.positions.contains_key(&field) => {
                if headings.iter().filter(|other| *other == heading).count() > 1 {
                    mapping.positions.insert(field, at + 1);
                } else {
                    mapping.columns.insert(field, heading.clone());
                }
            }
            _ => unused.push(heading.clone()),
        }
    }
    (mapping, unused)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(headings: &[&str]) -> Vec<(String, String)> {
        let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
        let (mapping, _) = propose(&headings);
        mapping.columns.into_iter().map(|(field, heading)| (field.to_string(), heading)).collect()
    }

    #[test]
    fn the_table_holds_folded_words_of_known_fields() {
        for (field, words) in HEADINGS {
            assert!(field.parse::<TargetField>().is_ok(), "{field}");
            for word in words.split_whitespace() {
                assert_eq!(fold(word), word);
                assert!(word.is_ascii(), "{word}");
            }
        }
    }

    #[test]
    fn headings_of_several_languages_are_understood() {
        for headings in [
            ["Mitgliedsnr.", "Nachname", "Vorname", "E-Mail", "Geburtsdatum", "PLZ"],
            ["Numéro d’adhérent", "Nom", "Prénom", "Courriel", "Date de naissance", "Code postal"],
            ["Member number", "Surname", "First name", "E-mail", "Date of birth", "Postcode"],
            ["Nº socio", "Apellidos", "Nombre", "Correo electrónico", "Fecha de nacimiento", "Código postal"],
            ["Numero tessera", "Cognome", "Nome", "Posta elettronica", "Data di nascita", "CAP"],
            ["Lidnummer", "Achternaam", "Voornaam", "E-mailadres", "Geboortedatum", "Postcode"],
            ["Numer członka", "Nazwisko", "Imię", "E-mail", "Data urodzenia", "Kod pocztowy"],
        ] {
            let fields: Vec<String> = proposed(&headings).into_iter().map(|(field, _)| field).collect();
            assert_eq!(
                fields,
                ["external_reference", "given_name", "family_name", "email", "birth_date", "postal_code"],
                "{headings:?}"
            );
        }
    }

    #[test]
    fn a_name_alone_is_the_whole_name() {
        assert_eq!(proposed(&["Name", "E-Mail"])[0].0, "full_name");
        assert_eq!(proposed(&["Name", "Vorname"])[1], ("family_name".to_owned(), "Name".to_owned()));
        assert_eq!(proposed(&["mandate.signed_on"])[0].0, "mandate.signed_on");
    }

    #[test]
    fn a_heading_that_stands_twice_is_named_by_its_column() {
        let headings: Vec<String> = ["Email", "Shoe size", "Email"].map(str::to_owned).to_vec();
        let (mapping, unused) = propose(&headings);
        assert_eq!(mapping.positions.into_iter().collect::<Vec<_>>(), [(TargetField::Email, 1)]);
        assert_eq!(unused, ["Shoe size", "Email"]);
    }
}
