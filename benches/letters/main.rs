//! How long one letter takes as a PDF once the process is warm, as a share of what the typesetter itself takes:
//! `cargo bench --bench letters -- [--letters N]`.
//!
//! What is measured is the whole way from facts to a file: values in words, the template, the markup, the sheet, the PDF. Each
//! letter is of another person, and language and right change from letter to letter. The limit is measured in the same run,
//! before and after: the same typesetter, given the text of the same letters as plain paragraphs. A run whose two limits
//! differ by more than a fifth says nothing about letters and is rejected.
//!
//! One line of JSON is printed, on standard output. The run fails when the median is over 20 milliseconds.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use recourse::crypto::Personal;
use recourse::domain::letter::{LetterKind, LetterRight};
use recourse::letters::facts::LetterFacts;
use recourse::letters::{Letter, sample, write};
use recourse::typeset::{Document, Template, render};
use recourse::wording::Language;
use serde_json::json;

/// A letter may take so long once warm.
const MOST: Duration = Duration::from_millis(20);
/// Two limits further apart than this make a run worthless.
const LIMITS_APART: f64 = 0.2;
/// Letters before the first that counts.
const WARMING: usize = 30;

/// The text of a letter, with nothing of its form.
const PLAIN: &str = "#set document(title: sys.inputs.title)\n#set text(lang: sys.inputs.lang)\n\
                     #for part in sys.inputs.data.parts { par(part) }\n";

fn main() -> ExitCode {
    let letters = match count() {
        Ok(letters) => letters,
        Err(error) => {
            eprintln!("{error}\n--letters N");
            return ExitCode::from(2);
        }
    };
    let plain = Template::new("plain.typ", PLAIN);
    for number in 0..WARMING {
        (printed(number), limit(&plain, number));
    }
    let before = each(letters, |number| limit(&plain, number));
    let own = each(letters, |number| printed(number).0);
    let after = each(letters, |number| limit(&plain, number));
    let (html, text) =
        (each(letters, |number| shown(number, Letter::html)), each(letters, |number| shown(number, Letter::text)));
    let (first, second) = (middle(&before), middle(&after));
    let apart = first.abs_diff(second).as_secs_f64() / first.min(second).as_secs_f64();
    let limit = (first + second) / 2;
    let bytes: usize = (0..7).map(|number| printed(number).1).sum::<usize>() / 7;
    let rejected = apart > LIMITS_APART;
    println!(
        "{}",
        json!({
            "bench": "letters", "profile": if cfg!(debug_assertions) { "dev" } else { "release" }, "letters": letters,
            "rejected": rejected, "limits_apart": round_to(apart, 3),
            "ratio": round_to(limit.as_secs_f64() / middle(&own).as_secs_f64(), 3),
            "pdf_ms": { "median": ms(middle(&own)), "p95": ms(place(&own, 95)), "worst": ms(place(&own, 100)) },
            "limit_ms": ms(limit), "html_ms": ms(middle(&html)), "text_ms": ms(middle(&text)), "bytes": bytes,
        })
    );
    if rejected {
        eprintln!("rejected: the two limits differ by {:.0} %", apart * 100.0);
        return ExitCode::FAILURE;
    }
    if middle(&own) > MOST {
        eprintln!("a letter takes more than {} ms", MOST.as_millis());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn count() -> Result<usize, String> {
    let mut given = std::env::args().skip(1);
    let mut letters = 300;
    while let Some(name) = given.next() {
        match name.as_str() {
            // Cargo says so itself.
            "--bench" => {}
            "--letters" => {
                let value = given.next().and_then(|value| value.parse().ok()).filter(|number| *number > 0);
                letters = value.ok_or("--letters takes a number")?;
            }
            other => return Err(format!("{other} is not known")),
        }
    }
    Ok(letters)
}

/// A letter of another person, language and right than the one before.
fn facts(number: usize) -> (Language, LetterFacts) {
    let mut facts = sample::full(LetterRight::ALL[number % LetterRight::ALL.len()]);
    let name = format!("Alex Example {number}");
    facts.request_id = format!("req_{number:032x}");
    facts.person.name = Some(Personal::new(name.clone()));
    facts.person.particulars[0].value = Personal::new(name);
    (Language::ALL[number % Language::ALL.len()], facts)
}

fn written(number: usize) -> Letter {
    let (language, facts) = facts(number);
    write(LetterKind::Request, language, &facts, None).expect("a letter of the house")
}

/// The whole way of one letter: its time, and the bytes of the file.
fn printed(number: usize) -> (Duration, usize) {
    let begun = Instant::now();
    let pdf = written(number).pdf().expect("a letter that can be set");
    (begun.elapsed(), pdf.expose().len())
}

fn shown(number: usize, form: impl Fn(&Letter) -> Personal<String>) -> Duration {
    let begun = Instant::now();
    let text = form(&written(number));
    assert!(!text.expose().is_empty());
    begun.elapsed()
}

/// The typesetter alone with the text of the same letter.
fn limit(plain: &Template, number: usize) -> Duration {
    let text = written(number).text();
    let parts: Vec<&str> = text.expose().split("\n\n").collect();
    let (data, ident) = (json!({ "parts": parts }), format!("limit/{number}"));
    let language = Language::ALL[number % Language::ALL.len()];
    let document = Document {
        title: "The same text",
        language: language.as_str(),
        dated: jiff::civil::date(2026, 4, 9),
        ident: &ident,
    };
    let begun = Instant::now();
    render(plain, &data, &document).expect("plain paragraphs can be set");
    begun.elapsed()
}

fn each(letters: usize, measured: impl Fn(usize) -> Duration) -> Vec<Duration> {
    let mut times: Vec<Duration> = (WARMING..WARMING + letters).map(measured).collect();
    times.sort();
    times
}

/// The time that so many of a hundred do not exceed.
fn place(times: &[Duration], percent: usize) -> Duration {
    times[(times.len() * percent).div_ceil(100).saturating_sub(1)]
}

fn middle(times: &[Duration]) -> Duration {
    place(times, 50)
}

fn ms(time: Duration) -> f64 {
    round_to(time.as_secs_f64() * 1_000.0, 2)
}

fn round_to(value: f64, digits: i32) -> f64 {
    let scale = 10f64.powi(digits);
    (value * scale).round() / scale
}
