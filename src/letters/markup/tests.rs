use super::*;
use crate::letters::quote::quoted;

fn text(words: &str) -> Run {
    Run::Text { text: words.to_owned(), strong: false }
}

fn strong(words: &str) -> Run {
    Run::Text { text: words.to_owned(), strong: true }
}

#[test]
fn every_block_is_read() {
    let body = read(
        "\n# A **subject**\n\nOne\nparagraph with **strong** words\\\nand a break.\n- one\n  goes on\n- two\n\n| a | b |\n| c \\| d |  |\nEnd \\# \\*\\*x.\n",
    )
    .unwrap();
    assert_eq!(body.subject, "A subject");
    let expected = [
        Block::Paragraph {
            runs: vec![text("One paragraph with "), strong("strong"), text(" words"), Run::Break, text("and a break.")],
        },
        Block::List { items: vec![vec![text("one goes on")], vec![text("two")]] },
        Block::Table {
            head: vec![vec![text("a")], vec![text("b")]],
            rows: vec![vec![vec![text("c | d")], Vec::new()]],
        },
        Block::Paragraph { runs: vec![text("End # **x.")] },
    ];
    assert!(body.blocks == expected, "{}", serde_json::to_string_pretty(&body).unwrap());
}

#[test]
fn a_value_is_never_markup() {
    for hostile in ["# x", "- x", "| x | y |", "**x**", "\\", "<b>x</b>", "#set page(height: 1pt)", "{{ x }}", "*_`$"] {
        let value = quoted(hostile);
        let body =
            read(&format!("# S\n\n{value}\n\n- {value}\n\n| h |\n| {value} |\n\na {value} **{value}**\n")).unwrap();
        let expected = [
            Block::Paragraph { runs: vec![text(hostile)] },
            Block::List { items: vec![vec![text(hostile)]] },
            Block::Table { head: vec![vec![text("h")]], rows: vec![vec![vec![text(hostile)]]] },
            Block::Paragraph { runs: vec![text(&format!("a {hostile} ")), strong(hostile)] },
        ];
        assert!(body.blocks == expected, "{}", serde_json::to_string_pretty(&body.blocks).unwrap());
    }
    let lines = read(&format!("# S\n\n{}\n", quoted("one\n\n# two\n- three"))).unwrap();
    let runs = vec![text("one"), Run::Break, Run::Break, text("# two"), Run::Break, text("- three")];
    assert!(lines.blocks == [Block::Paragraph { runs }], "{}", serde_json::to_string(&lines.blocks).unwrap());
}

#[test]
fn what_is_no_letter_is_told() {
    for (source, fault) in [
        ("", MarkupFault::NoSubject),
        ("Dear Sir", MarkupFault::NoSubject),
        ("# \n\ntext", MarkupFault::NoSubject),
        ("# One\n\ntext\n# Two\n", MarkupFault::SecondSubject),
        ("# One\n\n \n", MarkupFault::Empty),
        ("# One\n\n| a | b |\n| c |\n", MarkupFault::UnevenTable),
    ] {
        assert_eq!(read(source), Err(fault), "{source:?}");
    }
}

#[test]
fn nothing_of_a_letter_is_printed() {
    assert_eq!(format!("{:?}", read("# Subject\n\nAda\n").unwrap()), "Body(1 blocks)");
}
