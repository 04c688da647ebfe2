//! One line that tells how far something is, drawn over itself on a terminal and not at all elsewhere.

use std::io::{IsTerminal, Write, stderr};

/// Characters of the bar.
const WIDTH: usize = 40;

/// The line.
pub(super) struct Progress {
    drawn: bool,
    shown: bool,
}

impl Progress {
    /// On standard error, when that is a terminal.
    pub(super) fn new() -> Self {
        Self { drawn: false, shown: stderr().is_terminal() }
    }

    /// Draws it anew: a part from 0 to 1, and a few words.
    pub(super) fn draw(&mut self, part: f64, words: &str) {
        if self.shown {
            self.drawn = true;
            // A line that cannot be drawn is no reason to end what it tells of.
            let _ = write!(stderr(), "\r{}\x1b[K", line(part, words)).and_then(|()| stderr().flush());
        }
    }

    /// Leaves the line as it is and goes on below it.
    pub(super) fn finish(&self) {
        if self.drawn {
            eprintln!();
        }
    }
}

fn line(part: f64, words: &str) -> String {
    let part = if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the width")]
    let filled = (part * WIDTH as f64).floor() as usize;
    format!("[{}{}] {:>3.0} % {words}", "█".repeat(filled), " ".repeat(WIDTH - filled), (part * 100.0).floor())
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_bar_is_as_full_as_the_part_says() {
        assert_eq!(line(0.5, "x"), format!("[{}{}]  50 % x", "█".repeat(20), " ".repeat(20)));
        assert_eq!(line(2.0, "x"), format!("[{}] 100 % x", "█".repeat(40)));
        assert_eq!(line(f64::NAN, "x"), format!("[{}]   0 % x", " ".repeat(40)));
    }
}
