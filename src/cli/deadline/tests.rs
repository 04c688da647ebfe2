use std::io::Read;

use clap::Parser;
use serde_json::Value;

use super::*;

#[derive(Debug, Parser)]
struct Line {
    #[command(flatten)]
    arguments: Arguments,
}

fn form(options: &str) -> Result<CaseForm, String> {
    let line = Line::try_parse_from(["deadline"].into_iter().chain(options.split_whitespace()));
    line.map(|line| line.arguments.form()).map_err(|error| error.to_string())
}

fn shown(form: &CaseForm) -> String {
    text::of(&form.place, &compute(form, &Calendars::bundled(), Words::of(Language::English)).unwrap())
}

#[test]
fn the_options_say_what_the_json_says() {
    let options = "--place FR --received 2026-06-01 --at 2026-06-01T10:00:00Z --right erasure --extended 2026-07-06:2:reasoned \
                   --suspended 2026-06-03..2026-06-13:scope --suspended 2026-06-20.. --contested --regime gdpr_request";
    let json = r#"{ "place": "FR", "received": "2026-06-01", "received_at": "2026-06-01T10:00:00Z", "right": "erasure",
        "extension": { "notified": "2026-07-06", "months": 2, "reasoned": true },
        "suspensions": [{ "asked": "2026-06-03", "received": "2026-06-13", "kind": "scope" }, { "asked": "2026-06-20" }],
        "contested": true, "regime": "gdpr_request" }"#;
    assert_eq!(form(options).unwrap(), serde_json::from_str::<CaseForm>(json).unwrap());
    let short = form("--place US-CA --received 2026-06-01 --extended 2026-07-06:reasoned --lodged 2026-05-01").unwrap();
    let extension = short.extension.unwrap();
    assert_eq!((extension.months, extension.reasoned, short.lodged.as_deref()), (None, true, Some("2026-05-01")));
}

#[test]
fn options_of_another_form_are_refused() {
    for options in [
        "--received 2026-06-01",
        "--place FR --extended 2026-07-06:two",
        "--place FR --extended 2026-07-06:2:because",
        "--place FR --extended 2026-07-06:2:reasoned:twice",
        "--place FR --extended :2",
        "--place FR --suspended 2026-06-03",
        "--place FR --suspended ..2026-06-03",
        "--ndjson --place FR",
    ] {
        assert!(form(options).is_err(), "{options}");
    }
}

#[test]
fn the_text_tells_everything_in_order() {
    let text = shown(&form("--place FR --received 2026-01-31 --extended 2026-03-05:2:reasoned").unwrap());
    let places: Vec<usize> = [
        "\n  receipt           2026-01-31  Saturday\n",
        "\n  nominal end       2026-02-28  Saturday\n",
        "\n  last day          2026-03-02  Monday\n",
        "\n  overdue from      2026-03-02T23:00:00Z\n",
        "\n  1. ",
        "· GDPR Art. 12(3)",
        "E-5 · GDPR Art. 12(3)",
        "\n  !  ",
        "\nRules 2026.",
        "\nRests on open points: E-5 (choice); see docs/DEADLINES.md.\n",
    ]
    .iter()
    .map(|part| text.find(part).unwrap_or_else(|| panic!("{part:?} is missing in\n{text}")))
    .collect();
    assert!(places.is_sorted(), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 110), "{text}");
}

#[test]
fn a_refusal_names_the_option() {
    let problem = form("--place FR --received 2026-06-01 --suspended 2026-06-05..2026-06-04")
        .map(|form| compute(&form, &Calendars::bundled(), Words::of(Language::English)));
    let text = text::refused(&problem.unwrap().unwrap_err());
    assert!(text.contains("--suspended: A question cannot be answered before it is asked."), "{text}");
    let problem = compute(
        &form("--place XX --received 2026-06-31").unwrap(),
        &Calendars::bundled(),
        Words::of(Language::English),
    )
    .unwrap_err();
    let text = text::refused(&problem);
    assert!(text.contains("--place: ") && text.contains("--received: "), "{text}");
}

fn stream(input: impl Read) -> Vec<Value> {
    let mut output = Vec::new();
    stream::run(input, &mut output, &Calendars::bundled(), Words::of(Language::English)).unwrap();
    String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_line_has_its_answer_in_order_and_harms_no_other() {
    let too_long = format!("{{\"id\":\"{}\"}}", "x".repeat(70_000));
    let lines = [
        r#"{"id":"a","place":"FR","received":"2026-06-14"}"#,
        r#"{"id":"b","place":"XX","received":"2026-06-14"}"#,
        "",
        "not json",
        r#"{"id":4,"place":"FR","received":"2026-06-14","colour":"red"}"#,
        &too_long,
        "\u{1}",
        r#"{"id":"last","place":"DE-BY","received":"2027-10-01"}"#,
    ];
    let answers = stream(lines.join("\n").as_bytes());
    let told: Vec<(&Value, &Value, &Value)> =
        answers.iter().map(|answer| (&answer["id"], &answer["line"], &answer["code"])).collect();
    let none = &Value::Null;
    assert_eq!(told[0], (&"a".into(), none, none));
    assert_eq!(answers[0]["final_deadline"], "2026-07-15");
    assert_eq!(told[1], (&"b".into(), &2.into(), &"invalid_field".into()));
    assert_eq!(answers[1]["errors"][0]["code"], "place_unknown");
    assert_eq!(told[2], (none, &4.into(), &"malformed_json".into()));
    assert_eq!(told[3], (&4.into(), &5.into(), &"invalid_field".into()));
    assert_eq!(told[4], (none, &6.into(), &"line_too_long".into()));
    assert_eq!(told[5], (none, &7.into(), &"malformed_json".into()));
    assert_eq!(answers[6]["final_deadline"], "2027-11-02");
    assert_eq!(answers.len(), 7);
    assert!(stream(&b""[..]).is_empty() && stream(&b"\n\n"[..]).is_empty());
}

/// Gives its bytes a few at a time, as a pipe may.
struct Dribble<'b>(&'b [u8], usize);

impl Read for Dribble<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.1.min(self.0.len()).min(buffer.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

#[test]
fn however_the_lines_arrive_the_answers_are_the_same() {
    let mut lines = String::new();
    for number in 0..500 {
        let place = ["FR", "DE-BE", "DE", "XX"][number % 4];
        lines.push_str(&format!(
            "{{\"id\":{number},\"place\":\"{place}\",\"received\":\"2026-{:02}-14\"}}\n",
            1 + number % 12
        ));
    }
    let at_once = stream(lines.as_bytes());
    let ids: Vec<i64> = at_once.iter().filter_map(|answer| answer["id"].as_i64()).collect();
    assert_eq!(ids, (0..500).collect::<Vec<_>>());
    for piece in [7, 64, 1_000] {
        assert_eq!(stream(Dribble(lines.as_bytes(), piece)), at_once);
    }
}

#[test]
fn the_explanation_is_in_the_language_asked_for() {
    let line =
        Line::try_parse_from(["deadline", "--place", "FR", "--received", "2026-01-31", "--language", "fr"]).unwrap();
    let result = compute(&line.arguments.form(), &Calendars::bundled(), Words::of(line.arguments.language)).unwrap();
    assert!(result.explanation.short.starts_with("Demande reçue le 31 janvier 2026"), "{}", result.explanation.short);
    assert!(Line::try_parse_from(["deadline", "--place", "FR", "--language", "pt"]).is_err());
}
