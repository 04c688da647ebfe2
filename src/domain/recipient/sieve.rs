//! JSON through a field list: what is not on it is read past and kept nowhere.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Number, Value};

use super::list::Allowed;

/// What is left, in the order in which it stood. It can be sent on and not be printed.
pub enum Kept {
    /// A text, a number, a truth or nothing.
    Single(Value),
    /// The elements of an array.
    Many(Vec<Kept>),
    /// The fields of an object that are on the list.
    Whole(Vec<(String, Kept)>),
}

impl Serialize for Kept {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Single(value) => value.serialize(serializer),
            Self::Many(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Self::Whole(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

pub(super) fn kept(allowed: &Allowed, json: &[u8]) -> Result<Kept, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_slice(json);
    let kept = Sieve(allowed).deserialize(&mut reader)?;
    reader.end()?;
    Ok(kept.unwrap_or(Kept::Single(Value::Null)))
}

/// One place of the list, to which a value is held. Gives nothing for a value that may not stand there.
#[derive(Clone, Copy)]
struct Sieve<'l>(&'l Allowed);

impl Sieve<'_> {
    fn single(self, value: Value) -> Option<Kept> {
        self.0.value.then_some(Kept::Single(value))
    }
}

impl<'de> DeserializeSeed<'de> for Sieve<'_> {
    type Value = Option<Kept>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Sieve<'_> {
    type Value = Option<Kept>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value of JSON")
    }

    // That there is nothing tells nothing, wherever it stands.
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Some(Kept::Single(Value::Null)))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(self.single(Value::Bool(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        Ok(self.single(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(self.single(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(self.single(Number::from_f64(value).map_or(Value::Null, Value::Number)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        Ok(self.single(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Self::Value, A::Error> {
        let mut many = Vec::new();
        while let Some(value) = values.next_element_seed(self)? {
            many.extend(value);
        }
        Ok(Some(Kept::Many(many)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut whole = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            match self.0.below(&name) {
                Some(place) => {
                    if let Some(value) = map.next_value_seed(Sieve(place))? {
                        whole.push((name, value));
                    }
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Some(Kept::Whole(whole)))
    }
}
