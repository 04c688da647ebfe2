//! Versions of rules and of data: `2026.2` is a year and a number within it, in order.

use std::fmt;
use std::str::FromStr;

/// A version. The default, `0.0`, is older than any other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    year: u16,
    number: u16,
}

/// A text that is no version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a version is written as `2026.2`")]
pub struct NotAVersion;

impl FromStr for Version {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, number) = text.split_once('.').ok_or(NotAVersion)?;
        let digits = |text: &str| -> Result<u16, NotAVersion> {
            match !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
                true => text.parse().map_err(|_| NotAVersion),
                false => Err(NotAVersion),
            }
        };
        Ok(Self { year: digits(year)?, number: digits(number)? })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_in_the_order_of_their_numbers() {
        let version = |text: &str| text.parse::<Version>().unwrap();
        let sorted = ["2025.9", "2026.1", "2026.2", "2026.10", "2027.1"].map(version);
        assert!(sorted.is_sorted() && sorted.iter().all(|one| *one > Version::default()));
        assert_eq!(version("2026.10").to_string(), "2026.10");
    }

    #[test]
    fn other_texts_are_none() {
        for text in ["", "2026", "2026.", ".1", "2026.1.1", "2026.x", "+2026.1", "2026.99999", "2026. 1"] {
            assert_eq!(text.parse::<Version>(), Err(NotAVersion), "{text}");
        }
    }
}
