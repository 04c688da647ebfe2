//! Numbers of things, with their digits in groups of three. Sentences call them as COUNT($number).

use super::Language;

/// A whole number as a language writes it: Spanish and Polish part no number of four digits.
pub fn grouped(language: Language, number: u64) -> String {
    let (mark, from) = match language {
        Language::English => (',', 1_000),
        Language::German | Language::Italian | Language::Dutch => ('.', 1_000),
        Language::French => ('\u{202f}', 1_000),
        Language::Spanish | Language::Polish => ('\u{a0}', 10_000),
    };
    let digits = number.to_string();
    if number < from {
        return digits;
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups() {
        for (language, number, text) in [
            (Language::English, 999, "999"),
            (Language::English, 1_000, "1,000"),
            (Language::German, 10_000, "10.000"),
            (Language::French, 1_234_567, "1\u{202f}234\u{202f}567"),
            (Language::Spanish, 1_000, "1000"),
            (Language::Polish, 10_000, "10\u{a0}000"),
        ] {
            assert_eq!(grouped(language, number), text, "{language}");
        }
    }
}
