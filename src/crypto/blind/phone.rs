//! The one form of a phone number.

use unicode_normalization::UnicodeNormalization as _;

/// Brings a phone number to the form `+<country code><number>` (E.164).
///
/// * Signs between digits (spaces, dots, hyphens, slashes, brackets) are dropped, and full-width digits are digits.
/// * `+` or `00` in front marks an international number. A trunk prefix left inside it is dropped, with brackets or without:
///   `+33 (0)6 …` and `+33 06 …` are `+336…`.
/// * Any other number is read in `country` (ISO 3166-1 alpha-2), whose trunk prefix is replaced by its country code.
/// * Without a known country the digits stay as they are, without `+`: such a number equals only the same digits.
///
/// `None` when there are letters in it, or fewer than 5 or more than 15 digits. This is enough to find people of the EEA,
/// Switzerland and the United Kingdom again; it is no check that a number exists.
pub fn phone(number: &str, country: Option<&str>) -> Option<String> {
    let mut digits = String::with_capacity(number.len());
    let mut plus = false;
    for sign in number.nfkc() {
        match sign {
            '0'..='9' => digits.push(sign),
            '+' if digits.is_empty() && !plus => plus = true,
            ' ' | '.' | '-' | '/' | '(' | ')' | '\t' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
            _ => return None,
        }
    }
    let international = if plus { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let normal = match (international, country.and_then(plan_of_country)) {
        (Some(digits), _) => match PLANS.iter().find_map(|plan| Some((plan, digits.strip_prefix(plan.code)?))) {
            Some((plan, rest)) => plan.international(rest),
            None => format!("+{digits}"),
        },
        (None, Some(plan)) => plan.international(&digits),
        (None, None) => digits,
    };
    let count = normal.bytes().filter(u8::is_ascii_digit).count();
    (5..=15).contains(&count).then_some(normal)
}

/// How a country writes its numbers.
struct Plan {
    country: &'static str,
    code: &'static str,
    /// What stands before the number inside the country, and never begins a number itself. Empty where numbers are dialled
    /// whole, also in Italy, whose leading zero belongs to the number.
    trunk: &'static str,
}

impl Plan {
    fn international(&self, number: &str) -> String {
        let number = if self.trunk.is_empty() { number } else { number.strip_prefix(self.trunk).unwrap_or(number) };
        format!("+{}{number}", self.code)
    }
}

fn plan_of_country(country: &str) -> Option<&'static Plan> {
    PLANS.iter().find(|plan| plan.country.eq_ignore_ascii_case(country))
}

const fn plan(country: &'static str, code: &'static str, trunk: &'static str) -> Plan {
    Plan { country, code, trunk }
}

/// The EEA, Switzerland and the United Kingdom. No code is the beginning of another.
const PLANS: &[Plan] = &[
    plan("AT", "43", "0"),
    plan("BE", "32", "0"),
    plan("BG", "359", "0"),
    plan("CH", "41", "0"),
    plan("CY", "357", ""),
    plan("CZ", "420", ""),
    plan("DE", "49", "0"),
    plan("DK", "45", ""),
    plan("EE", "372", ""),
    plan("ES", "34", ""),
    plan("FI", "358", "0"),
    plan("FR", "33", "0"),
    plan("GB", "44", "0"),
    plan("GR", "30", ""),
    plan("HR", "385", "0"),
    plan("HU", "36", "06"),
    plan("IE", "353", "0"),
    plan("IS", "354", ""),
    plan("IT", "39", ""),
    plan("LI", "423", ""),
    plan("LT", "370", "0"),
    plan("LU", "352", ""),
    plan("LV", "371", ""),
    plan("MT", "356", ""),
    plan("NL", "31", "0"),
    plan("NO", "47", ""),
    plan("PL", "48", ""),
    plan("PT", "351", ""),
    plan("RO", "40", "0"),
    plan("SE", "46", "0"),
    plan("SI", "386", "0"),
    plan("SK", "421", "0"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn vectors() {
        for (written, country, normal) in [
            ("+33 (0)6 30 12 34 56", None, "+33630123456"),
            ("+33 6 30 12 34 56", Some("DE"), "+33630123456"),
            ("+33 06.30.12.34.56", None, "+33630123456"),
            ("0033 6 30 12 34 56", Some("FR"), "+33630123456"),
            ("0033 (0) 6 30 12 34 56", None, "+33630123456"),
            ("06 30 12 34 56", Some("FR"), "+33630123456"),
            ("06-30-12-34-56", Some("fr"), "+33630123456"),
            ("6 30 12 34 56", Some("FR"), "+33630123456"),
            ("０６\u{a0}３０ 12 34 56", Some("FR"), "+33630123456"),
            ("030 / 901820", Some("DE"), "+4930901820"),
            ("+49 (0) 30 901820", None, "+4930901820"),
            ("06 1234567", Some("IT"), "+39061234567"),
            ("+39 06 1234567", None, "+39061234567"),
            ("06 30 123 4567", Some("HU"), "+36301234567"),
            ("612 34 56 78", Some("ES"), "+34612345678"),
            ("+1 212 555 0100", Some("FR"), "+12125550100"),
            ("2125550100", Some("US"), "2125550100"),
            ("06 30 12 34 56", None, "0630123456"),
        ] {
            assert_eq!(phone(written, country).as_deref(), Some(normal), "{written} in {country:?}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in
            ["", "+", "call me", "06 30 ext 12", "0", "++33630123456", "33+630123456", "+1234567890123456", "1234"]
        {
            assert_eq!(phone(text, None), None, "{text}");
        }
    }

    #[test]
    fn no_country_code_begins_another() {
        for one in PLANS {
            for other in PLANS.iter().filter(|other| other.country != one.country) {
                assert!(!other.code.starts_with(one.code), "{} {}", one.country, other.country);
            }
        }
    }

    proptest! {
        #[test]
        fn the_form_is_stable(number in "\\+?[0-9 ()./-]{5,20}", at in 0..PLANS.len()) {
            let country = Some(PLANS[at].country);
            // One trunk prefix is dropped, not two: a number that keeps one after that is no number anyway.
            if let Some(normal) = phone(&number, country) && !PLANS.iter().any(|p| !p.trunk.is_empty() && normal[1..].strip_prefix(p.code).is_some_and(|rest| rest.starts_with(p.trunk))) {
                prop_assert_eq!(phone(&normal, country), Some(normal.clone()));
            }
        }
    }
}
