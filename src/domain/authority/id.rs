//! The short name of an authority in the directory, as a value that is cheap to pass on.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Longest name, in characters.
pub const MAX_ID_CHARS: usize = 40;

/// The id of an authority: the country in small letters, then words, with hyphens. It never changes; whether the directory has it is
/// another question.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuthorityId {
    /// The text, the rest zero.
    text: [u8; MAX_ID_CHARS],
}

/// A text that cannot be the id of an authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the id of an authority is written as `fr-cnil`")]
pub struct NotAnAuthorityId;

impl AuthorityId {
    /// The text.
    pub fn as_str(&self) -> &str {
        let end = self.text.iter().position(|byte| *byte == 0).unwrap_or(MAX_ID_CHARS);
        std::str::from_utf8(&self.text[..end]).unwrap_or_default()
    }
}

impl FromStr for AuthorityId {
    type Err = NotAnAuthorityId;

    fn from_str(text: &str) -> Result<Self, NotAnAuthorityId> {
        let (country, words) = text.split_once('-').ok_or(NotAnAuthorityId)?;
        let is_country = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_lowercase());
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !is_country || words.is_empty() || text.len() > MAX_ID_CHARS || !words.bytes().all(plain) {
            return Err(NotAnAuthorityId);
        }
        let mut id = Self { text: [0; MAX_ID_CHARS] };
        id.text[..text.len()].copy_from_slice(text.as_bytes());
        Ok(id)
    }
}

impl fmt::Display for AuthorityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for AuthorityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for AuthorityId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AuthorityId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl utoipa::PartialSchema for AuthorityId {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[a-z]{2}-[a-z0-9-]{1,37}$"))
            .examples(["fr-cnil"])
            .build()
            .into()
    }
}

impl utoipa::ToSchema for AuthorityId {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_and_written_as_they_are() {
        let longest = format!("de-{}", "x".repeat(MAX_ID_CHARS - 3));
        for text in ["fr-cnil", "de-by-baylda", "gb-ico2", longest.as_str()] {
            let id: AuthorityId = text.parse().unwrap();
            assert_eq!((id.as_str(), id.to_string().as_str()), (text, text));
            assert_eq!(serde_json::to_value(id).unwrap(), serde_json::json!(text));
        }
        for text in ["", "fr", "fr-", "FR-cnil", "fra-cnil", "fr-CNIL", "fr-cnil@", "fr-é", &format!("{longest}x")] {
            assert_eq!(text.parse::<AuthorityId>(), Err(NotAnAuthorityId), "{text}");
        }
    }
}
