//! The one form of an external reference.

use unicode_normalization::UnicodeNormalization as _;

/// Brings a reference such as a member or customer number to one form: compatibility characters resolved (NFKC), trimmed,
/// runs of spaces made one space, upper case. Zeros in front and hyphens count. `None` when nothing is left.
pub fn reference(text: &str) -> Option<String> {
    let upper = if text.is_ascii() {
        text.to_ascii_uppercase()
    } else {
        text.nfkc().collect::<String>().to_uppercase().nfkc().collect()
    };
    let mut normal = String::with_capacity(upper.len());
    for word in upper.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.push_str(word);
    }
    (!normal.is_empty()).then_some(normal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn vectors() {
        for (written, normal) in [
            ("M-0042", "M-0042"),
            (" m-0042\n", "M-0042"),
            ("ab \t 12\u{a0}\u{2009}x", "AB 12 X"),
            ("ＡＢ１２", "AB12"),
            ("straße 1", "STRASSE 1"),
            ("№ 7", "NO 7"),
        ] {
            assert_eq!(reference(written).as_deref(), Some(normal), "{written}");
        }
        assert_ne!(reference("0042"), reference("42"));
        assert_eq!(reference(""), None);
        assert_eq!(reference("\u{3000} \u{a0}"), None);
    }

    proptest! {
        #[test]
        fn the_form_is_stable(text in "\\PC{0,20}") {
            if let Some(normal) = reference(&text) {
                prop_assert_eq!(reference(&normal), Some(normal.clone()));
            }
        }
    }
}
