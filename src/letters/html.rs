//! A letter as a page of HTML that needs nothing else: no script, no picture, no address is fetched.

use std::fmt::Write;

use super::markup::{Block, Run};
use super::sheet::Sheet;

const STYLE: &str = include_str!("letter.css");

/// The page.
pub fn page(sheet: &Sheet) -> String {
    let mut page = String::with_capacity(8 << 10);
    let subject = escaped(&sheet.body.subject);
    // Writing to a String cannot fail.
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex, nofollow\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{subject}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        sheet.language
    );
    let contact: Vec<String> = sheet.contact.iter().map(|text| escaped(text)).collect();
    let _ = write!(page, "<header>\n<p class=\"sender\">{}</p>\n", escaped(&sheet.sender));
    if !contact.is_empty() {
        let _ = writeln!(page, "<p class=\"contact\">{}</p>", contact.join(" · "));
    }
    let recipient: Vec<String> = sheet.recipient.iter().map(|text| escaped(text)).collect();
    let _ = write!(
        page,
        "</header>\n<address>{}</address>\n<p class=\"date\">{}</p>\n<h1>{subject}</h1>\n",
        recipient.join("<br>\n"),
        escaped(&sheet.date)
    );
    for block in &sheet.body.blocks {
        put(&mut page, block);
    }
    let _ = writeln!(page, "<p class=\"signature\">{}</p>", escaped(&sheet.sender));
    let _ = write!(page, "<footer aria-label=\"{}\">\n<dl>\n", escaped(&sheet.details_title));
    for detail in &sheet.details {
        let _ = writeln!(page, "<dt>{}</dt><dd>{}</dd>", escaped(&detail.label), escaped(&detail.value));
    }
    page.push_str("</dl>\n</footer>\n</main>\n</body>\n</html>\n");
    page
}

fn put(page: &mut String, block: &Block) {
    let _ = match block {
        Block::Paragraph { runs } => writeln!(page, "<p>{}</p>", text(runs)),
        Block::List { items } => {
            page.push_str("<ul>\n");
            for item in items {
                let _ = writeln!(page, "<li>{}</li>", text(item));
            }
            writeln!(page, "</ul>")
        }
        Block::Table { head, rows } => {
            page.push_str("<table>\n<thead><tr>");
            for cell in head {
                let _ = write!(page, "<th scope=\"col\">{}</th>", text(cell));
            }
            page.push_str("</tr></thead>\n<tbody>\n");
            for row in rows {
                let cells: String = row.iter().map(|cell| format!("<td>{}</td>", text(cell))).collect();
                let _ = writeln!(page, "<tr>{cells}</tr>");
            }
            writeln!(page, "</tbody>\n</table>")
        }
    };
}

fn text(runs: &[Run]) -> String {
    let each = |run: &Run| match run {
        Run::Text { text, strong: true } => format!("<strong>{}</strong>", escaped(text)),
        Run::Text { text, strong: false } => escaped(text),
        Run::Break => "<br>\n".to_owned(),
    };
    runs.iter().map(each).collect()
}

/// A text as it stands between tags and in attributes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}
