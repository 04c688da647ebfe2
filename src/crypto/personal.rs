//! Personal values that cannot be printed by mistake.

use std::any::Any;
use std::fmt;

use serde::{Deserialize, Deserializer};
use zeroize::Zeroize;

/// A value about a person: a name, a contact, an identifier, the content of an answer.
///
/// It has no `Display` and no `Serialize`, and its `Debug` shows `[personal]`, so it reaches no log, no error and no metric.
/// Whoever needs the value writes [`expose`](Self::expose), which is easy to search for. Texts and bytes are wiped from memory
/// when dropped.
///
/// ```
/// # use recourse::crypto::Personal;
/// let name = Personal::new("Ada Lovelace".to_owned());
/// assert_eq!(format!("{name:?}"), "[personal]");
/// assert_eq!(name.expose(), "Ada Lovelace");
/// ```
///
/// ```compile_fail
/// # use recourse::crypto::Personal;
/// println!("{}", Personal::new("Ada Lovelace".to_owned()));
/// ```
///
/// ```compile_fail
/// # use recourse::crypto::Personal;
/// serde_json::to_string(&Personal::new("Ada Lovelace".to_owned()));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Personal<T: 'static> {
    /// Empty only after `into_exposed`, when nobody can look any more.
    value: Option<T>,
}

impl<T: 'static> Personal<T> {
    /// Marks a value as personal.
    pub fn new(value: T) -> Self {
        Self { value: Some(value) }
    }

    /// Shows the value, to seal it, to send it to whom it is addressed, or to compute with it.
    pub fn expose(&self) -> &T {
        self.value.as_ref().expect("only into_exposed takes the value, and it consumes the wrapper")
    }

    /// Gives the value away; from here on the caller keeps it out of logs and errors.
    pub fn into_exposed(mut self) -> T {
        self.value.take().expect("only into_exposed takes the value, and it consumes the wrapper")
    }

    /// Another personal value computed from this one.
    pub fn map<U: 'static>(self, change: impl FnOnce(T) -> U) -> Personal<U> {
        Personal::new(change(self.into_exposed()))
    }
}

impl<T: 'static> Drop for Personal<T> {
    fn drop(&mut self) {
        let Some(value) = self.value.as_mut() else { return };
        let value: &mut dyn Any = value;
        if let Some(text) = value.downcast_mut::<String>() {
            text.zeroize();
        } else if let Some(bytes) = value.downcast_mut::<Vec<u8>>() {
            bytes.zeroize();
        }
    }
}

impl<T: 'static> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[personal]")
    }
}

impl<T: 'static> From<T> for Personal<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Default + 'static> Default for Personal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<'de, T: Deserialize<'de> + 'static> Deserialize<'de> for Personal<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::new)
    }
}

impl utoipa::PartialSchema for Personal<String> {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::String)
            .description(Some("Personal data. Encrypted at rest, never logged."))
            .into()
    }
}

impl utoipa::ToSchema for Personal<String> {
    fn name() -> std::borrow::Cow<'static, str> {
        "PersonalText".into()
    }
}

#[cfg(test)]
mod tests {
    use super::Personal;

    /// Does not compile when the type has the trait: the call would then be ambiguous.
    macro_rules! assert_lacks {
        ($type:ty: $($unwanted:path),+) => { $({
            trait AmbiguousIfPresent<Marker> { fn check() {} }
            impl<T: ?Sized> AmbiguousIfPresent<()> for T {}
            struct Present;
            impl<T: ?Sized + $unwanted> AmbiguousIfPresent<Present> for T {}
            <$type as AmbiguousIfPresent<_>>::check();
        })+ };
    }

    #[test]
    fn a_personal_value_can_be_neither_printed_nor_serialised() {
        assert_lacks!(Personal<String>: serde::Serialize, std::fmt::Display, AsRef<str>, std::ops::Deref, Into<String>);
        assert_lacks!(Personal<Vec<u8>>: serde::Serialize, std::fmt::Display, AsRef<[u8]>, std::ops::Deref);
    }

    #[test]
    fn debug_shows_no_content_however_deep() {
        #[derive(Debug)]
        #[expect(dead_code, reason = "read by Debug only")]
        struct Member {
            name: Option<Personal<String>>,
        }
        let member = Member { name: Some(Personal::new("Ada".into())) };
        assert_eq!(format!("{member:?}"), "Member { name: Some([personal]) }");
        assert!(!format!("{member:#?}").contains("Ada"));
    }

    #[test]
    fn the_value_comes_back_and_can_be_read_from_json() {
        let read: Personal<String> = serde_json::from_str("\"Ada\"").unwrap();
        assert_eq!(read.expose(), "Ada");
        assert_eq!(read.clone().map(|name| name.len()).into_exposed(), 3);
        assert_eq!(read.into_exposed(), "Ada");
        assert_eq!(Personal::<String>::default().expose(), "");
    }
}
