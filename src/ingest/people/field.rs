//! The fields of a person that a column can fill.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::limits;
use crate::domain::UnknownWord;

/// A part of a rectification (Article 16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The name of the datum, as the controller's customers know it.
    Field,
    /// What the controller has.
    Wrong,
    /// What it must be.
    Right,
}

/// What a column means. Written as in the JSON form of a person: `birth_date`, `mandate.signed_on`, `identifiers.customer_no`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetField {
    /// The organisation's own number of the person.
    ExternalReference,
    /// First names.
    GivenName,
    /// Family name.
    FamilyName,
    /// The name in one piece, for lists that do not part it.
    FullName,
    /// E-mail address.
    Email,
    /// Telephone number, as given.
    Phone,
    /// Date of birth.
    BirthDate,
    /// Street and number.
    Street,
    /// Postal code.
    PostalCode,
    /// Town.
    City,
    /// Country of residence.
    Country,
    /// Language in which the person is written to.
    Language,
    /// A number by which controllers know the person, by its name.
    Identifier(Arc<str>),
    /// Day the mandate was signed.
    MandateSignedOn,
    /// First day of the mandate.
    MandateValidFrom,
    /// Last day of the mandate.
    MandateValidUntil,
    /// Whether the mandate allows complaints (M-1).
    MandateComplaint,
    /// Rights the mandate covers.
    MandateRights,
    /// A part of one of the rectifications asked, numbered from 1.
    Rectification(u8, Part),
    /// Grounds of an objection that lie in the person's situation (Article 21(1)).
    ObjectionGrounds,
    /// The only controllers this line is for.
    Controllers,
}

/// Every field without a name or number of its own, with its word.
const PLAIN: &[(TargetField, &str)] = &[
    (TargetField::ExternalReference, "external_reference"),
    (TargetField::GivenName, "given_name"),
    (TargetField::FamilyName, "family_name"),
    (TargetField::FullName, "full_name"),
    (TargetField::Email, "email"),
    (TargetField::Phone, "phone"),
    (TargetField::BirthDate, "birth_date"),
    (TargetField::Street, "street"),
    (TargetField::PostalCode, "postal_code"),
    (TargetField::City, "city"),
    (TargetField::Country, "country"),
    (TargetField::Language, "language"),
    (TargetField::MandateSignedOn, "mandate.signed_on"),
    (TargetField::MandateValidFrom, "mandate.valid_from"),
    (TargetField::MandateValidUntil, "mandate.valid_until"),
    (TargetField::MandateComplaint, "mandate.complaint"),
    (TargetField::MandateRights, "mandate.rights"),
    (TargetField::Rectification(1, Part::Field), "ask.rectification.field"),
    (TargetField::Rectification(1, Part::Wrong), "ask.rectification.wrong"),
    (TargetField::Rectification(1, Part::Right), "ask.rectification.right"),
    (TargetField::ObjectionGrounds, "ask.objection_grounds"),
    (TargetField::Controllers, "controllers"),
];

impl TargetField {
    /// The word of the field without its own name or number, which is what a problem names.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Identifier(_) => "identifiers",
            Self::Rectification(_, part) => Self::word_of_part(*part),
            plain => PLAIN.iter().find(|(field, _)| field == plain).map_or("", |(_, word)| word),
        }
    }

    /// The field as a problem names it: with its own number, without a name that the caller chose, which may be anybody's.
    pub(super) fn neutral(&self) -> String {
        if matches!(self, Self::Identifier(_)) { self.word().to_owned() } else { self.to_string() }
    }

    const fn word_of_part(part: Part) -> &'static str {
        match part {
            Part::Field => "ask.rectification.field",
            Part::Wrong => "ask.rectification.wrong",
            Part::Right => "ask.rectification.right",
        }
    }

    /// What the words of all fields look like, as a regular expression of ECMA 262.
    pub fn pattern() -> String {
        let words: Vec<String> = PLAIN.iter().map(|(_, word)| word.replace('.', r"\.")).collect();
        let name = format!("identifiers\\.[a-z0-9_]{{1,{}}}", limits::chars::IDENTIFIER_NAME);
        format!(r"^({}|{name}|ask\.rectification\.[1-9]\.(field|wrong|right))$", words.join("|"))
    }

    /// Whether its values are dates.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::BirthDate | Self::MandateSignedOn | Self::MandateValidFrom | Self::MandateValidUntil)
    }
}

/// Whether a name may stand for a kind of identifier: `customer_no`, 1 to 50 of `a-z`, `0-9`, `_`.
pub(super) fn is_identifier_name(name: &str) -> bool {
    (1..=limits::chars::IDENTIFIER_NAME).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

impl fmt::Display for TargetField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Identifier(name) => write!(f, "identifiers.{name}"),
            Self::Rectification(number, part) if *number > 1 => {
                let word = Self::word_of_part(*part).trim_start_matches("ask.rectification.");
                write!(f, "ask.rectification.{number}.{word}")
            }
            plain => f.write_str(plain.word()),
        }
    }
}

impl FromStr for TargetField {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        const UNKNOWN: UnknownWord = UnknownWord { list: "TargetField" };
        if let Some((field, _)) = PLAIN.iter().find(|(_, word)| *word == text) {
            return Ok(field.clone());
        }
        if let Some(name) = text.strip_prefix("identifiers.") {
            return if is_identifier_name(name) { Ok(Self::Identifier(name.into())) } else { Err(UNKNOWN) };
        }
        let numbered = text.strip_prefix("ask.rectification.").and_then(|rest| rest.split_once('.'));
        let (number, part) = numbered.ok_or(UNKNOWN)?;
        let number = match number.as_bytes() {
            [digit @ b'1'..=b'9'] => digit - b'0',
            _ => return Err(UNKNOWN),
        };
        let part = match part {
            "field" => Part::Field,
            "wrong" => Part::Wrong,
            "right" => Part::Right,
            _ => return Err(UNKNOWN),
        };
        Ok(Self::Rectification(number, part))
    }
}

impl Serialize for TargetField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TargetField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{PLAIN, Part, TargetField};

    #[test]
    fn every_field_has_a_word_that_reads_back() {
        let pattern = regex::Regex::new(&TargetField::pattern()).unwrap();
        let named = [
            TargetField::Identifier("customer_no".into()),
            TargetField::Rectification(2, Part::Right),
            TargetField::Rectification(9, Part::Field),
        ];
        for field in PLAIN.iter().map(|(field, _)| field).chain(&named) {
            assert!(!field.word().is_empty());
            assert_eq!(field.to_string().parse().as_ref(), Ok(field));
            assert!(pattern.is_match(&field.to_string()), "{field}");
        }
        assert_eq!(named[0].neutral(), "identifiers", "a name that the caller chose is not repeated");
        assert_eq!(named[1].neutral(), "ask.rectification.2.right");
        for bad in
            ["", "name", "identifiers.", "identifiers.Kunde", "ask.rectification.10.right", "ask.rectification.0.right"]
        {
            assert!(bad.parse::<TargetField>().is_err(), "{bad}");
            assert!(!pattern.is_match(bad), "{bad}");
        }
    }
}
