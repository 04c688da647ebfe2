//! A letter as plain text, for messages and for whoever reads without pictures.

use super::markup::{Block, Run};
use super::sheet::Sheet;

/// Characters of a line.
const WIDTH: usize = 76;

/// The text, lines ended by line feeds.
pub fn page(sheet: &Sheet) -> String {
    let mut parts = Vec::new();
    let mut sender = vec![sheet.sender.clone()];
    sender.extend(sheet.contact.iter().cloned());
    parts.push(sender.join("\n"));
    parts.push(sheet.recipient.join("\n"));
    parts.push(sheet.date.clone());
    parts.push(wrapped(&sheet.body.subject, "", ""));
    parts.extend(sheet.body.blocks.iter().map(|part| block(sheet, part)));
    parts.push(sheet.sender.clone());
    let details: Vec<String> =
        sheet.details.iter().map(|detail| labelled(sheet, &detail.label, &detail.value)).collect();
    parts.push(format!("--\u{20}\n{}", details.join("\n")));
    format!("{}\n", parts.join("\n\n"))
}

fn block(sheet: &Sheet, block: &Block) -> String {
    match block {
        Block::Paragraph { runs } => wrapped(&text(runs), "", ""),
        Block::List { items } => {
            items.iter().map(|item| wrapped(&text(item), "- ", "  ")).collect::<Vec<_>>().join("\n")
        }
        // Columns do not fit into lines of text: each row becomes a few lines that name them.
        Block::Table { head, rows } => {
            let cell = |(name, cell): (&Vec<Run>, &Vec<Run>)| labelled(sheet, &text(name), &text(cell));
            let row = |row: &Vec<Vec<Run>>| {
                let known = head.iter().zip(row).filter(|(_, cell)| !cell.is_empty()).map(cell);
                let lines =
                    known.enumerate().map(|(place, line)| wrapped(&line, if place == 0 { "- " } else { "  " }, "    "));
                lines.collect::<Vec<_>>().join("\n")
            };
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
    }
}

/// What something is, with its value. What is put in is not looked at again.
fn labelled(sheet: &Sheet, label: &str, value: &str) -> String {
    let (before, after) = sheet.line.split_once("%1").unwrap_or_default();
    let (between, after) = after.split_once("%2").unwrap_or_default();
    format!("{before}{label}{between}{value}{after}")
}

fn text(runs: &[Run]) -> String {
    runs.iter().map(words).collect()
}

fn words(run: &Run) -> &str {
    match run {
        Run::Text { text, .. } => text,
        Run::Break => "\n",
    }
}

/// The text in lines of bounded width. A word that is longer stays whole: it may be an address to follow.
fn wrapped(text: &str, first: &str, others: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for part in text.split('\n') {
        let begin = |lines: &[String]| if lines.is_empty() { first } else { others }.to_owned();
        let mut line = begin(&lines);
        let mut is_empty = true;
        for word in part.split(' ').filter(|word| !word.is_empty()) {
            let longer = line.chars().count() + usize::from(!is_empty) + word.chars().count();
            if !is_empty && longer > WIDTH {
                lines.push(std::mem::take(&mut line));
                line = begin(&lines);
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_are_bounded_and_words_are_whole() {
        let text = format!("{} {}\nend", "word ".repeat(30).trim(), "x".repeat(90));
        let lines = wrapped(&text, "- ", "  ");
        let lines: Vec<&str> = lines.lines().collect();
        assert!(lines.iter().filter(|line| !line.contains('x')).all(|line| line.chars().count() <= 76));
        assert_eq!(lines[0], format!("- {}", "word ".repeat(15).trim_end()).trim_end().to_owned());
        assert_eq!(lines[2], format!("  {}", "x".repeat(90)));
        assert_eq!(lines[3], "  end");
    }
}
