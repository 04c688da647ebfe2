//! A result as people read it in a terminal.

use std::fmt::Write;

use jiff::civil::Date;

use crate::domain::problem::Problem;
use crate::service::calculator::CaseResult;

/// Widest line of running text.
const WIDTH: usize = 100;

/// The result, with every step.
pub fn of(place: &str, result: &CaseResult) -> String {
    let mut text = String::new();
    paragraph(&mut text, "", "", &result.explanation.short);
    text.push('\n');
    let mut row = |name: &str, value: String| text.push_str(&format!("  {name:<18}{value}\n"));
    row("place", place.to_owned());
    row("receipt", day(result.receipt_date));
    let mut date = |name: &str, value: Option<Date>| {
        if let Some(value) = value {
            row(name, day(value));
        }
    };
    date("suspended since", result.suspended_since);
    date("nominal end", result.nominal);
    date("first deadline", result.first_deadline.filter(|_| result.extended_by.is_some()));
    date("earliest", result.earliest.filter(|_| result.earliest != result.latest));
    date("last day", result.final_deadline);
    date("remind by", result.remind_by.filter(|_| result.remind_by != result.final_deadline));
    date("complain after", result.complain_after.filter(|_| result.complain_after != result.final_deadline));
    date("if not suspended", result.without_suspension.map(|dates| dates.final_deadline));
    date("if suspended", result.with_suspension.map(|dates| dates.final_deadline));
    if let Some(instant) = result.overdue_from {
        row("overdue from", instant.to_string());
    }
    text.push('\n');
    for (number, step) in result.explanation.steps.iter().enumerate() {
        paragraph(&mut text, &format!("{:>3}. ", number + 1), "     ", &step.text);
        let article = step.article.as_ref().map(|article| format!(" · {article}")).unwrap_or_default();
        text.push_str(&format!("     {}{article}\n", step.rule));
    }
    if !result.findings.is_empty() {
        text.push('\n');
    }
    for finding in &result.findings {
        paragraph(&mut text, "  !  ", "     ", &finding.text);
        text.push_str(&format!("     {} · {}\n", finding.rule, finding.article));
    }
    text.push_str(&format!("\nRules {}, calendar {}.\n", result.rule_version, result.calendar_version));
    let open: Vec<String> = result.rests_on.iter().map(|point| format!("{} ({})", point.rule, point.mark)).collect();
    let told = match open.as_slice() {
        [] => "Rests on checked rules alone.".to_owned(),
        open => format!("Rests on open points: {}; see docs/DEADLINES.md.", open.join(", ")),
    };
    paragraph(&mut text, "", "", &told);
    text
}

/// Why there is no result, and what to do.
pub fn refused(problem: &Problem) -> String {
    let mut text = format!("recourse: {}\n", problem.code.title());
    for field in &problem.fields {
        text.push_str(&format!("  {}: {}\n", option(&field.pointer), field.message));
    }
    if problem.fields.is_empty() {
        text.extend(problem.detail.iter().map(|detail| format!("  {detail}\n")));
    }
    let remedies = match problem.fields.as_slice() {
        [] => vec![problem.code.remedy()],
        fields => fields.iter().map(|field| field.code.remedy()).collect(),
    };
    let mut told: Vec<&str> = Vec::new();
    for remedy in remedies {
        if !told.contains(&remedy) {
            told.push(remedy);
            paragraph(&mut text, "  ", "  ", remedy);
        }
    }
    text
}

/// The option by which a field of a case is given.
fn option(pointer: &str) -> String {
    match pointer.split('/').nth(1) {
        Some("received_at") => "--at".to_owned(),
        Some("extension") => "--extended".to_owned(),
        Some("suspensions") => "--suspended".to_owned(),
        Some(name) => format!("--{name}"),
        None => format!("--{pointer}"),
    }
}

fn day(date: Date) -> String {
    date.strftime("%Y-%m-%d  %A").to_string()
}

/// Breaks running text between words.
fn paragraph(text: &mut String, first: &str, other: &str, words: &str) {
    let mut line = first.to_owned();
    let mut empty = true;
    for word in words.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(text, "{line}");
            line = other.to_owned();
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    let _ = writeln!(text, "{line}");
}
