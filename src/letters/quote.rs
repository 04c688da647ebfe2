//! Values between marks of their own, so that nothing in them can become markup.
//!
//! Templates write markup, values do not: whatever a template puts out of a value stands between two characters of the private
//! use area, line breaks as a third. Neither a template nor a value can hold these characters, so that the reader of markup
//! knows what was a value, whatever stands in it: no list of dangerous characters has to be complete.

/// Begins a value.
pub const OPEN: char = '\u{e000}';
/// Ends a value.
pub const CLOSE: char = '\u{e001}';
/// A line break within a value.
pub const BREAK: char = '\u{e002}';

/// Whether a character is one of the marks.
pub const fn is_mark(letter: char) -> bool {
    matches!(letter, OPEN | CLOSE | BREAK)
}

/// A value as it stands in what a template puts out. Marks, controls and what turns the direction of writing are left out:
/// in a letter they could only hide what is written.
pub fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 6);
    text.push(OPEN);
    let value = value.trim().replace("\r\n", "\n");
    for letter in value.chars() {
        match letter {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => text.push(BREAK),
            '\t' => text.push(' '),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            letter if letter.is_control() || is_mark(letter) => {}
            letter => text.push(letter),
        }
    }
    text.push(CLOSE);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_leave_its_marks() {
        assert_eq!(quoted("a\r\nb\tc"), format!("{OPEN}a{BREAK}b c{CLOSE}"));
        let hostile = format!("x{CLOSE}# y{OPEN}{BREAK}\u{202e}\u{0}");
        assert_eq!(quoted(&hostile), format!("{OPEN}x# y{CLOSE}"));
        assert_eq!(quoted("  "), format!("{OPEN}{CLOSE}"));
    }
}
