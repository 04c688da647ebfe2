//! One spelling for comparing names of countries, cities and identity elements.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, without accents, with every run of other characters than letters and digits turned into one space.
///
/// `"E-Mail-Adresse(n)"` becomes `"e mail adresse n"`, `"Österreich"` becomes `"osterreich"`.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ı' => folded.push('i'),
            c if c.is_alphanumeric() => folded.push(c),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn one_spelling() {
        for (text, folded) in [
            ("", ""),
            (" - ", ""),
            ("E-Mail-Adresse(n)", "e mail adresse n"),
            ("Österreich.", "osterreich"),
            ("Straße", "strasse"),
            ("Ελλάδα", "ελλαδα"),
            ("Côte d’Ivoire", "cote d ivoire"),
            ("  United   Kingdom ", "united kingdom"),
            ("Þjóð", "þjod"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
